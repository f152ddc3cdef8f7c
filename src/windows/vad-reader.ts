import { type Address, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';
import type { VadRange, VadTree } from './vad.ts';

/** More ranges than any process has: the largest servers map some ten thousands. */
const MOST_RANGES = 1_000_000;
/** Names by the low three bits of MMVAD_FLAGS.Protection; the upper two are guard, no-cache and write-combine. */
const PROTECTIONS = [
  'NO_ACCESS',
  'READONLY',
  'EXECUTE',
  'EXECUTE_READ',
  'READWRITE',
  'WRITECOPY',
  'EXECUTE_READWRITE',
  'EXECUTE_WRITECOPY',
] as const;
/** Values of MI_VAD_TYPE (`_MI_VAD_TYPE` of public symbols). */
const VAD_PHYSICAL = [1, 6] as const;
const VAD_IMAGE = 2;
const VAD_LARGE = [5, 7] as const;

/** The VAD tree of a process; null where symbols do not tell its root or shape. */
export function readVads(kernel: Kernel, process: Address): VadTree | null {
  const root = vadRoot(kernel, process);
  return root === null ? null : readVadsFrom(kernel, process, root);
}

/**
 * Address of the VAD at the root: XP and 2003 point to it, Vista and 7 keep it right below a balanced root inside the
 * process, Windows 8 and later in an RTL_AVL_TREE. 0 for an empty tree.
 */
export function vadRoot(kernel: Kernel, process: Address): Address | null {
  const object = kernel.object('_EPROCESS', process);
  return object.pointer('VadRoot.Root', 'VadRoot.BalancedRoot.RightChild', 'VadRoot');
}

/** The tree below one VAD, in ascending order. */
export function readVadsFrom(kernel: Kernel, process: Address, root: Address): VadTree | null {
  const left = kernel.offset('_MMVAD_SHORT', 'VadNode.Left', 'VadNode.LeftChild', 'LeftChild');
  const right = kernel.offset('_MMVAD_SHORT', 'VadNode.Right', 'VadNode.RightChild', 'RightChild');
  if (left === null || right === null) return null;
  const ranges: VadRange[] = [];
  const seen = new Set<Address>();
  const lost: string[] = [];
  const open: { readonly at: Address; readonly level: number }[] = [];
  const link = (at: Address, offset: number) => {
    const next = kernel.pointerAt(at + offset);
    if (next === null) lost.push(`the VAD at 0x${toUnsigned(at).toString(16)} is not in the dump`);
    return next ?? 0;
  };
  let at: Address = root;
  for (let level = 0; at !== 0 || open.length > 0; ) {
    if (at !== 0) {
      if (seen.has(at) || seen.size >= MOST_RANGES) {
        lost.push(`the tree leads back to 0x${toUnsigned(at).toString(16)}`);
        at = 0;
        continue;
      }
      seen.add(at);
      open.push({ at, level });
      at = link(at, left);
      level++;
      continue;
    }
    const node = open.pop()!;
    const range = rangeAt(kernel, node.at, node.level);
    if (range) ranges.push(range);
    level = node.level + 1;
    at = range ? link(node.at, right) : 0;
  }
  return {
    process: toUnsigned(process),
    root: toUnsigned(root),
    ranges,
    lost: lost.length > 0 ? [...new Set(lost)].slice(0, 4).join('; ') : null,
    line: null,
  };
}

function rangeAt(kernel: Kernel, at: Address, level: number): VadRange | null {
  const vad = kernel.object('_MMVAD_SHORT', at);
  const startPage = page(vad, 'StartingVpn');
  const endPage = page(vad, 'EndingVpn');
  if (startPage === null || endPage === null) return null;
  const flag = (name: string) => vad.number(`u.VadFlags.${name}`, `u1.VadFlags1.${name}`);
  const type = typeOf(flag);
  const isPrivate = flag('PrivateMemory') === 1;
  const protection = flag('Protection');
  const commit = flag('CommitCharge');
  const high = vad.number('CommitChargeHigh') ?? 0;
  return {
    address: toUnsigned(at),
    level,
    startPage,
    endPage,
    commit: commit === null ? null : commitOf(commit, high, vad, flag('MemCommit') === 1),
    type: type.isPhysical ? 'Phys' : isPrivate ? 'Private' : protection === null ? null : 'Mapped',
    isImage: type.isImage,
    protection: protection === null ? null : (PROTECTIONS[protection & 7] ?? null),
    isLargePage: type.isLarge,
    file: isPrivate || type.isPhysical ? null : mappedFile(kernel, at),
  };
}

/** Virtual page numbers are one member before Windows 8.1, and a low and a high part since. */
function page(vad: KernelObject, name: string): bigint | null {
  const low = vad.value(name);
  const high = vad.value(`${name}High`);
  return low === null ? null : low + ((high ?? 0n) << 32n);
}

/** All ones is MM_MAX_COMMIT: what is committed is not counted in the VAD. */
function commitOf(commit: number, high: number, vad: KernelObject, isCommitted: boolean): bigint {
  const member =
    vad.kernel.member(vad.structure, 'u1.VadFlags1.CommitCharge') ??
    vad.kernel.member(vad.structure, 'u.VadFlags.CommitCharge');
  const bits = member?.type.kind === 'bitfield' ? member.type.length : 31;
  if (BigInt(commit) === (1n << BigInt(bits)) - 1n) {
    const start = page(vad, 'StartingVpn') ?? 0n;
    const end = page(vad, 'EndingVpn') ?? 0n;
    return isCommitted ? end - start + 1n : 0n;
  }
  return BigInt(commit) + (BigInt(high) << BigInt(bits));
}

interface VadKind {
  readonly isImage: boolean;
  readonly isPhysical: boolean;
  readonly isLarge: boolean;
}

/** VadType since Windows Vista and Server 2003 SP1, single bits before. */
function typeOf(flag: (name: string) => number | null): VadKind {
  const type = flag('VadType');
  if (type === null)
    return {
      isImage: flag('ImageMap') === 1,
      isPhysical: flag('PhysicalMapping') === 1,
      isLarge: flag('LargePages') === 1,
    };
  const among = (list: readonly number[]) => list.includes(type);
  return { isImage: type === VAD_IMAGE, isPhysical: among(VAD_PHYSICAL), isLarge: among(VAD_LARGE) };
}

/** Name of the file behind a section; a section without a file is backed by the page file. Null when unknown. */
function mappedFile(kernel: Kernel, at: Address): string | null {
  const vad = kernel.object('_MMVAD', at);
  const area =
    vad.target('_CONTROL_AREA', 'ControlArea') ??
    vad.target('_SUBSECTION', 'Subsection')?.target('_CONTROL_AREA', 'ControlArea');
  if (!area) return null;
  const file = area.has('FilePointer.Object') ? area.fastReference('FilePointer') : area.pointer('FilePointer');
  if (file === null) return null;
  if (file === 0) return 'Pagefile section';
  return kernel.object('_FILE_OBJECT', file).unicodeString('FileName') || null;
}
