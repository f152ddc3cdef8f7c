import { hexPadded } from '../bytes/hex.ts';
import { viewOf } from '../bytes/source.ts';
import { readAvailable } from '../memory/space.ts';
import { FAST_FAIL_CODES } from '../windows/exception-fast-fail.ts';
import { exceptionEventName } from './exception-name.ts';
import { nameOf, nameText } from './names.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** An EXCEPTION_RECORD as `.exr` shows it. */
export interface ExceptionView {
  readonly code: number;
  readonly flags: number;
  readonly address: bigint;
  /** `mod!name` and the offset from it; null where the address has no name. */
  readonly name: string | null;
  readonly offset: bigint;
  readonly parameters: readonly bigint[];
  /** NumberParameters as recorded, which may be more than could be read. */
  readonly count: number;
  readonly pointerSize: 4 | 8;
}

/** EXCEPTION_MAXIMUM_PARAMETERS of winnt.h. */
const MOST_PARAMETERS = 15;

export interface RawException {
  readonly code: number;
  readonly flags: number;
  readonly address: bigint;
  readonly parameters: readonly bigint[];
  readonly count: number;
}

/** The EXCEPTION_RECORD at an unsigned address (winnt.h); null when it is not in the dump. */
export function readExceptionRecord(session: Session, address: bigint): RawException | null {
  const at = session.address(address);
  if (at === null) return null;
  const wide = session.pointerSize === 8;
  const size = wide ? 32 : 20;
  const bytes = readAvailable(session.memory, at, size + MOST_PARAMETERS * session.pointerSize);
  if (bytes.length < size) return null;
  const view = viewOf(bytes);
  const pointer = (offset: number) => (wide ? view.getBigUint64(offset, true) : BigInt(view.getUint32(offset, true)));
  const count = view.getUint32(wide ? 24 : 16, true);
  const readable = Math.min(count, MOST_PARAMETERS, Math.floor((bytes.length - size) / session.pointerSize));
  return {
    code: view.getUint32(0, true),
    flags: view.getUint32(4, true),
    address: pointer(wide ? 16 : 12),
    parameters: Array.from({ length: readable }, (_, index) => pointer(size + index * session.pointerSize)),
    count,
  };
}

/** Adds the name of the exception's address. */
export async function viewException(session: Session, raw: RawException): Promise<ExceptionView> {
  const named = await nameOf(session, raw.address);
  return {
    ...raw,
    name: named ? nameText({ ...named, offset: 0n }) : null,
    offset: named?.offset ?? 0n,
    pointerSize: session.pointerSize,
  };
}

/** The lines of `.exr`. */
export function writeException(text: Text, view: ExceptionView): void {
  const width = view.pointerSize * 2;
  const address = (value: bigint) => hexPadded(view.pointerSize === 4 ? value & 0xffffffffn : value, width);
  const place = view.name === null ? '' : ` (${view.name}+0x${hexPadded(view.offset, width)})`;
  const meaning = exceptionEventName(view.code);
  text.line(`ExceptionAddress: ${address(view.address)}${place}`);
  text.line(`   ExceptionCode: ${hexPadded(BigInt(view.code >>> 0), 8)}${meaning === null ? '' : ` (${meaning})`}`);
  text.line(`  ExceptionFlags: ${hexPadded(BigInt(view.flags >>> 0), 8)}`);
  text.line(`NumberParameters: ${view.count}`);
  for (const [index, parameter] of view.parameters.entries())
    text.line(`   Parameter[${index}]: ${address(parameter)}`);
  const closing = meaningLine(view, address);
  if (closing !== null) text.line(closing);
}

function meaningLine(view: ExceptionView, address: (value: bigint) => string): string | null {
  const [first, second, third] = view.parameters;
  const code = view.code >>> 0;
  if (code === 0xc0000409 && first !== undefined) {
    const known = FAST_FAIL_CODES[Number(first & 0xffffffffn)];
    return `Subcode: 0x${first.toString(16)}${known ? ` ${known[0]}` : ' (unknown subcode)'}`;
  }
  if ((code !== 0xc0000005 && code !== 0xc0000006) || first === undefined || second === undefined) return null;
  if (code === 0xc0000006) {
    const status = third === undefined ? '' : ` with I/O error code ${hexPadded(third & 0xffffffffn, 8)}`;
    return `Inpage operation failed at ${address(second)}, due to I/O error${status}`;
  }
  if (first === 0n) return `Attempt to read from address ${address(second)}`;
  if (first === 1n) return `Attempt to write to address ${address(second)}`;
  if (first === 8n) return `Attempt to execute non-executable address ${address(second)}`;
  return null;
}
