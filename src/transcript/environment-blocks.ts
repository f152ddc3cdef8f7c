import { parseAddress } from './symbol-text.ts';

/** What `!teb` printed. Null is unknown or not printed. */
export interface TebText {
  readonly address: bigint;
  readonly stackBase: bigint | null;
  readonly stackLimit: bigint | null;
  readonly exceptionList: bigint | null;
  readonly processId: bigint | null;
  readonly threadId: bigint | null;
  readonly peb: bigint | null;
  readonly lastError: number | null;
  readonly lastStatus: number | null;
  readonly ownedLocks: number | null;
  /** Line of the log, from 0. */
  readonly line: number;
}

/** What `!peb` printed. Null is unknown or not printed. */
export interface PebText {
  readonly address: bigint;
  readonly beingDebugged: boolean | null;
  readonly imageBase: bigint | null;
  readonly globalFlag: number | null;
  readonly processHeap: bigint | null;
  readonly imageFile: string | null;
  readonly commandLine: string | null;
  readonly windowTitle: string | null;
  readonly currentDirectory: string | null;
  readonly modules: readonly { readonly base: bigint; readonly path: string }[];
  /** `NAME=value`, as printed. */
  readonly environment: readonly string[];
  /** Line of the log, from 0. */
  readonly line: number;
}

const HEAD = /^\s*(?:Wow64 )?(TEB|PEB)(?:32)? at (?:0x)?([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\b/i;
const FIELD = /^\s+([A-Z][A-Za-z0-9. ]*?):?\s{1,}(\S.*)$/;
const LABELLED = /^\s+([A-Z][A-Za-z0-9. ]*?):\s*(.*?)\s*$/;
const MODULE =
  /^\s+(?:0x)?([0-9a-f]{5,16})\s+(?:[0-9a-f]{8}\s+[A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2} \d{4}\s+)?([A-Za-z]:\\\S.*?|\\\S.*?)\s*$/i;
const LONGEST = 400;

/** The blocks of `!teb` and `!peb`, in the order met. */
export function readEnvironmentBlocks(
  lines: readonly string[],
  firstLine = 0,
): { readonly tebs: readonly TebText[]; readonly pebs: readonly PebText[] } {
  const tebs: TebText[] = [];
  const pebs: PebText[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]!.includes('EB')) continue;
    const head = HEAD.exec(lines[i]!);
    const address = head ? parseAddress(head[2]!) : null;
    if (!head || address === null) continue;
    const block = blockFrom(lines, i + 1);
    if (head[1]!.toUpperCase() === 'TEB') tebs.push(tebOf(address, block, firstLine + i));
    else pebs.push(pebOf(address, block, firstLine + i));
  }
  return { tebs, pebs };
}

/** Indented lines belong to a block. */
function blockFrom(lines: readonly string[], start: number): readonly string[] {
  const block: string[] = [];
  for (let i = start; i < lines.length && i < start + LONGEST; i++) {
    const text = lines[i]!;
    if (!/^\s+\S/.test(text) || HEAD.test(text)) break;
    block.push(text);
  }
  return block;
}

function fieldsOf(block: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const text of block) {
    const found = LABELLED.exec(text) ?? FIELD.exec(text);
    if (found && !fields.has(found[1]!)) fields.set(found[1]!, found[2]!.replace(/`+$/, ''));
  }
  return fields;
}

function tebOf(address: bigint, block: readonly string[], line: number): TebText {
  const fields = fieldsOf(block);
  const place = (name: string) => addressIn(fields.get(name));
  const [process, thread] = (fields.get('ClientId') ?? '').split(/\s*\.\s*/);
  return {
    address,
    stackBase: place('StackBase'),
    stackLimit: place('StackLimit'),
    exceptionList: place('ExceptionList'),
    processId: addressIn(process),
    threadId: addressIn(thread),
    peb: place('PEB Address'),
    lastError: numberIn(fields.get('LastErrorValue'), 16),
    lastStatus: numberIn(fields.get('LastStatusValue'), 16),
    ownedLocks: numberIn(fields.get('Count Owned Locks'), 10),
    line,
  };
}

function pebOf(address: bigint, block: readonly string[], line: number): PebText {
  const fields = fieldsOf(block);
  const quoted = (name: string): string | null => /^"?'(.*)'"?$/.exec(fields.get(name) ?? '')?.[1] ?? null;
  const begins = block.findIndex((text) => /^\s+Environment:/.test(text));
  const listed = begins < 0 ? block : block.slice(0, begins);
  const modules = listed.flatMap((text) => {
    const found = MODULE.exec(text);
    const base = found ? parseAddress(found[1]!) : null;
    return found && base !== null ? [{ base, path: found[2]! }] : [];
  });
  const debugged = fields.get('BeingDebugged');
  return {
    address,
    beingDebugged: debugged === 'Yes' ? true : debugged === 'No' ? false : null,
    imageBase: addressIn(fields.get('ImageBaseAddress')),
    globalFlag: numberIn(fields.get('NtGlobalFlag'), 16),
    processHeap: addressIn(fields.get('ProcessHeap')),
    imageFile: quoted('ImageFile'),
    commandLine: quoted('CommandLine'),
    windowTitle: quoted('WindowTitle'),
    currentDirectory: quoted('CurrentDirectory'),
    modules,
    environment: begins < 0 ? [] : block.slice(begins + 1).flatMap((text) => (text.includes('=') ? [text.trim()] : [])),
    line,
  };
}

function addressIn(text: string | undefined): bigint | null {
  const found = /^(?:0x)?([0-9a-f]{1,16}|[0-9a-f]{8}`[0-9a-f]{8})\b/i.exec(text ?? '');
  return found ? parseAddress(found[1]!) : null;
}

function numberIn(text: string | undefined, radix: 10 | 16): number | null {
  const found = (radix === 16 ? /^(?:0x)?([0-9a-f]{1,8})\b/i : /^(\d{1,10})\b/).exec(text ?? '');
  return found ? Number.parseInt(found[1]!, radix) : null;
}
