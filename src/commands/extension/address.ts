import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { writeForEach } from '../../debugger/for-each.ts';
import { type KernelRegion, kernelRegionAt, systemUseAt, writeKernelRegion } from '../../debugger/kernel-region.ts';
import { type KernelSpace, kernelSpace, writeKernelSpace } from '../../debugger/kernel-space.ts';
import { addressText } from '../../debugger/names.ts';
import type { Outcome } from '../../debugger/outcome.ts';
import {
  type ListedRegion,
  lineForRegion,
  parseRegionList,
  type RegionListOptions,
  regionFilter,
  writeRegionList,
} from '../../debugger/region-list.ts';
import { type RegionSummary, regionSummary, writeRegionSummary } from '../../debugger/region-summary.ts';
import { protectionText, regionAt, regionTypeText, sizeText, stateText } from '../../debugger/region-text.ts';
import { environmentAt, type RegionUsage, regionUsages } from '../../debugger/region-usage.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import type { Text } from '../../debugger/text.ts';
import { readAvailable, toUnsigned } from '../../memory/space.ts';
import { isUserMode, type MemoryRegion } from '../../target/target.ts';

interface Options {
  /** Regions that were asked for by what they are. */
  readonly list: RegionListOptions | null;
  readonly expression: Expression | null;
  readonly short: boolean;
}

interface Region {
  readonly usage: string;
  readonly base: bigint;
  readonly size: bigint;
  readonly state: number;
  readonly protection: number;
  readonly type: number;
  readonly allocationBase: bigint | null;
  readonly allocationProtection: number;
  readonly module: { readonly name: string; readonly imageName: string; readonly path: string | null } | null;
  /** `~0k` for a stack. */
  readonly thread: number | null;
  readonly heap: bigint | null;
}

interface AddressData {
  readonly pointerSize: 4 | 8;
  readonly kind: 'region' | 'module' | 'summary' | 'space' | 'kernel' | 'unknown' | 'list';
  /** Of `list`: the regions, or what a command said of each. */
  readonly list?: { readonly regions: readonly ListedRegion[]; readonly form: RegionListOptions['form'] };
  readonly outcomes?: readonly Outcome[];
  readonly address: bigint | null;
  readonly region: Region | null;
  /** In dumps of the system: a range of the process, or what a part of kernel space is for. */
  readonly kernel: KernelRegion | null;
  /** What the kernel's map says of the place of a module: `BootLoaded`, `DriverImages`; null when unknown. */
  readonly systemUse: string | null;
  /** Bytes at the address that the dump holds. */
  readonly present: number;
  readonly summary: RegionSummary | null;
  /** In dumps of the system. */
  readonly space: KernelSpace | null;
  /** Of `space` the sums alone. */
  readonly short: boolean;
}

const NOTHING_KNOWN = {
  state: 0,
  protection: 0,
  type: 0,
  allocationBase: null,
  allocationProtection: 0,
  module: null,
  thread: null,
  heap: null,
};
const MEM_FREE = 0x10000;

export default command<Options, AddressData>({
  name: '!address',
  syntax: '!address [-summary | address] | !address [-f:filter[,filter]...] [-o:csv|tsv|1] [-c:"command"]',
  summary: 'Shows what a region of memory is used for, or how the address space is divided up.',
  example: '!address -summary',
  patterns: ['stack-overflow-user', 'invalid-pointer'],
  holdsCommands: true,
  notes:
    'Without an address a dump of the system lists the ranges of the current process, by its VADs, and kernel space by the map or the variables of the kernel; -summary sums them up. Their columns are ours. A user dump gives the same summary for both forms; its regions are listed by -f, -o and -c, whose columns are ours. Filters are states, types and protections of winnt.h and usages (Heap, Stack, Image, TEB, PEB, MappedFile, Free, <unknown>); a command has %1 begin, %2 end, %3 size, %4 type, %5 state, %6 protection, %7 usage.',
  parse(args, session) {
    const text = args.trim();
    if (text === '' || /^-summary$/i.test(text)) return { list: null, expression: null, short: text !== '' };
    const list = parseRegionList(args);
    if (list) return { list, expression: null, short: false };
    if (text.startsWith('-')) throw new UsageError('!address', `Unknown option '${text}'`, args.indexOf(text));
    return { list: null, expression: parseWhole(text, session.reading), short: false };
  },
  async run(session, { list, expression, short }) {
    const { pointerSize, target } = session;
    const regions = target.memoryRegions;
    const none = {
      pointerSize,
      region: null,
      kernel: null,
      systemUse: null,
      present: 0,
      summary: null,
      space: null,
      short,
    };
    if (list) return { ...none, kind: 'list', address: null, ...(await listRegions(session, list)) };
    if (!expression) {
      const space = regions ? null : await kernelSpace(session);
      if (space) return { ...none, kind: 'space', address: null, space };
      if (!regions)
        throw new UsageError(
          '!address',
          'this dump holds no list of memory regions (MemoryInfoListStream), hence no summary',
        );
      return { ...none, kind: 'summary', address: null, summary: regionSummary(regions, await regionUsages(session)) };
    }
    const value = await expressionIn(session, expression);
    const address = pointerSize === 4 ? value & 0xffffffffn : value;
    const at = session.address(value);
    const present = at === null ? 0 : readAvailable(session.memory, at, 0x1000).length;
    const region = regions && at !== null ? regionAt(regions, at) : null;
    if (region)
      return {
        ...none,
        kind: 'region',
        address,
        present,
        region: regionOf(session, region, await regionUsages(session)),
      };
    const found = at === null ? null : await kernelRegionAt(session, at);
    if (found?.kind === 'user') return { ...none, kind: 'kernel', address, present, kernel: found };
    const module = session.moduleAt(address);
    const owner = target.threads.find(({ stack }) => stack && at !== null && at >= stack.limit && at < stack.base);
    if (!module && owner?.stack) {
      const region: Region = {
        ...NOTHING_KNOWN,
        usage: 'Stack',
        base: toUnsigned(owner.stack.limit),
        size: BigInt(owner.stack.base - owner.stack.limit),
        thread: owner.index,
      };
      return { ...none, kind: 'region', address, present, region };
    }
    const environment = module || at === null ? null : await environmentAt(session, at);
    if (environment) {
      const { usage, base, size } = environment;
      const region = { ...NOTHING_KNOWN, usage, base: toUnsigned(base), size: BigInt(size) };
      return { ...none, kind: 'region', address, present, region };
    }
    if (!module && found) return { ...none, kind: 'kernel', address, present, kernel: found };
    if (!module) return { ...none, kind: 'unknown', address, present };
    return {
      ...none,
      kind: 'module',
      systemUse: at === null || module.space !== 'kernel' ? null : await systemUseAt(session, at),
      address,
      present,
      region: {
        ...NOTHING_KNOWN,
        usage: module.space === 'kernel' ? 'Module' : 'Image',
        base: toUnsigned(module.base),
        size: BigInt(module.size),
        module: { name: module.name, imageName: module.imageName, path: module.path },
      },
    };
  },
  render(data, text) {
    if (data.list) writeRegionList(text, data.list.regions, data.list.form, data.pointerSize);
    else if (data.outcomes) writeForEach(text, { outcomes: data.outcomes, broken: null });
    else if (data.summary) writeRegionSummary(text, data.summary, data.pointerSize);
    else if (data.space) writeKernelSpace(text, data.space, data.pointerSize, data.short);
    else if (data.kind === 'unknown')
      text.line(
        `0x${data.address?.toString(16)}: the dump holds ${data.present > 0 ? 'memory' : 'nothing'} here; no module, stack or list of memory regions tells what it is for`,
      );
    else if (data.kernel) writeKernelRegion(text, data.kernel, data.pointerSize);
    else if (data.region) regionText(data, data.region, text);
  },
});

/** The regions that have all that was asked for: themselves, or what the command said of each. */
async function listRegions(
  session: Session,
  { filters, form, line }: RegionListOptions,
): Promise<Pick<AddressData, 'list' | 'outcomes'>> {
  const regions = session.target.memoryRegions;
  if (!regions)
    throw new UsageError(
      '!address',
      isUserMode(session.target)
        ? 'this dump holds no list of memory regions (MemoryInfoListStream) to choose from'
        : 'a dump of the system has no list of regions to choose from: !vad lists those of a process',
    );
  const usage = await regionUsages(session);
  const chosen = regions.map((region) => listed(regionOf(session, region, usage))).filter(regionFilter(filters));
  if (line === null) return { list: { regions: chosen, form } };
  if (!session.runLine) throw new UsageError('!address', 'commands cannot be run from here');
  const outcomes: Outcome[] = [];
  for (const region of chosen) outcomes.push(await session.runLine(lineForRegion(line, region)));
  return { outcomes };
}

function listed({ base, size, type, state, protection, usage, module, thread, heap }: Region): ListedRegion {
  const detail = module
    ? `${module.name}; "${module.path ?? module.imageName}"`
    : thread !== null
      ? `~${thread}k`
      : heap !== null
        ? `heap ${heap.toString(16)}`
        : '';
  return { base, size, type, state, protection, usage, detail };
}

function regionOf(session: Session, region: MemoryRegion, usage: (region: MemoryRegion) => RegionUsage): Region {
  const module = session.moduleAt(toUnsigned(region.base));
  return {
    ...usage(region),
    base: toUnsigned(region.base),
    size: BigInt(region.size),
    state: region.state,
    protection: region.protection,
    type: region.type,
    allocationBase: region.allocationBase === null ? null : toUnsigned(region.allocationBase),
    allocationProtection: region.allocationProtection,
    module: module && { name: module.name, imageName: module.imageName, path: module.path },
  };
}

function regionText(data: AddressData, region: Region, text: Text): void {
  const { pointerSize } = data;
  const row = (label: string, value: string) => text.line(`${`${label}:`.padEnd(23)} ${value}`);
  const flags = (value: number, name: string) => `${hexPadded(value, 8)}          ${name}`;
  const size = addressText(region.size, pointerSize);
  row('Usage', region.usage);
  row('Base Address', addressText(region.base, pointerSize));
  row('End Address', addressText(region.base + region.size, pointerSize));
  if (data.kind === 'module') {
    row('Region Size', size);
    if (data.systemUse !== null) row('VA Type', data.systemUse);
    row('Module name', region.module?.imageName ?? '');
    row('Module path', `[${region.module?.path ?? region.module?.imageName ?? ''}]`);
    return;
  }
  row('Region Size', `${size} (${sizeText(Number(region.size))})`);
  row('State', region.state ? flags(region.state, stateText(region.state)) : '<info not present at the target>');
  row(
    'Protect',
    region.protection
      ? flags(region.protection, protectionText(region.protection))
      : '<info not present at the target>',
  );
  row('Type', region.type ? flags(region.type, regionTypeText(region.type)) : '<info not present at the target>');
  if (region.allocationBase !== null && region.state !== MEM_FREE) {
    row('Allocation Base', addressText(region.allocationBase, pointerSize));
    row('Allocation Protect', flags(region.allocationProtection, protectionText(region.allocationProtection)));
  }
  if (region.module) {
    row('Image Path', region.module.path ?? region.module.imageName);
    row('Module Name', region.module.name);
    const { name } = region.module;
    for (const verb of ['lmv m', '!lmi'])
      text
        .write('More info:'.padEnd(24))
        .linkName(`${verb} ${name}`, name, (word) => `${verb} ${word}`)
        .line();
  }
  if (region.thread !== null)
    text.write('More info:'.padEnd(24)).link(`~${region.thread}k`, `~${region.thread}k`).line();
  if (region.heap !== null) {
    const heap = `!heap -h ${region.heap.toString(16)}`;
    text.write('More info:'.padEnd(24)).write('heap owning the address: ').link(heap, heap).line();
    const entry = `!heap -x ${data.address?.toString(16)}`;
    text.write('More info:'.padEnd(24)).write('heap entry containing the address: ').link(entry, entry).line();
  }
  text.line().line();
  const source = data.present > 0 ? '1 (target)' : '0 (invalid)';
  const left = data.address === null ? 0n : region.base + region.size - data.address;
  text.line(`Content source: ${source}, length: ${left.toString(16)}`);
}
