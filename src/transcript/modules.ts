import { parseAddress, parseHex32 } from './symbol-text.ts';

/** One module of `lm` in any form, of `lmv` details, or of a `ModLoad:` line; null where the form does not say. */
export interface ModuleText {
  readonly name: string;
  readonly base: bigint;
  readonly end: bigint;
  /** The text in brackets: `deferred`, `pdb symbols`, `export symbols`, `no symbols` ... */
  readonly symbolState: string | null;
  readonly imageName: string | null;
  readonly path: string | null;
  readonly timestamp: number | null;
  readonly checksum: number | null;
  readonly imageSize: number | null;
  readonly fileVersion: string | null;
  readonly company: string | null;
  readonly pdbPath: string | null;
  readonly line: number;
}

/** Loaded and unloaded modules of a command's output. `complete` when nothing narrowed the list (`lm` without a pattern). */
export interface ModuleListText {
  readonly loaded: readonly ModuleText[];
  readonly unloaded: readonly ModuleText[];
  /** Whether the section `Unloaded modules:` was printed at all. */
  readonly hasUnloaded: boolean;
}

const HEADER = /^\s*start\s+end\s+module name/;
const ADDRESS = '[0-9a-f]{8}(?:`[0-9a-f]{8}|[0-9a-f]{8})?';
const ROW = new RegExp(`^\\s*(${ADDRESS})\\s+(${ADDRESS})\\s+(\\S+)\\s*(.*?)\\s*$`, 'i');
const LOAD = new RegExp(`^\\s*ModLoad: (${ADDRESS})\\s+(${ADDRESS})\\s+(\\S.*?)\\s*$`, 'i');
const DETAIL =
  /^\s+(Loaded symbol image file|Mapped memory image file|Image path|Image name|Timestamp|CheckSum|ImageSize|File version|CompanyName):\s*(.*?)\s*$/;

type Row = { -readonly [K in keyof ModuleText]: ModuleText[K] };

/** Reads every module list among the lines. */
export function readModules(lines: readonly string[]): ModuleListText {
  const loaded: Row[] = [];
  const unloaded: Row[] = [];
  let into: Row[] | null = null;
  let hasUnloaded = false;
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line]!;
    if (text.length > 1200) continue;
    if (text.includes('module name') && HEADER.test(text)) {
      into = loaded;
      continue;
    }
    if (text.includes('Unloaded modules:') && /^\s*Unloaded modules:\s*$/.test(text)) {
      into = unloaded;
      hasUnloaded = true;
      continue;
    }
    if (text.includes('ModLoad: ')) {
      const load = LOAD.exec(text);
      const row = load ? rowOf(load[1]!, load[2]!, stemOf(load[3]!), line) : null;
      if (row && load)
        loaded.push({ ...row, path: load[3]!, imageName: load[3]!.slice(load[3]!.lastIndexOf('\\') + 1) });
      continue;
    }
    if (!into) continue;
    const found = ROW.exec(text);
    const row = found ? rowOf(found[1]!, found[2]!, found[3]!, line) : null;
    if (row && found) {
      rest(row, found[4]!);
      into.push(row);
      continue;
    }
    const detail = DETAIL.exec(text);
    const last = into.at(-1);
    if (detail && last) details(last, detail[1]!, detail[2]!);
    else if (
      /^\S/.test(text) &&
      !/^(?:Browse|Unable|Symbol|Unloaded|Timestamp:|Check[Ss]um:|ImageSize:|\.{2,})/.test(text)
    )
      into = null;
  }
  return { loaded, unloaded, hasUnloaded };
}

function rowOf(start: string, stop: string, name: string, line: number): Row | null {
  const [base, end] = [parseAddress(start), parseAddress(stop)];
  if (base === null || end === null || end < base) return null;
  return {
    name,
    base,
    end,
    symbolState: null,
    imageName: null,
    path: null,
    timestamp: null,
    checksum: null,
    imageSize: null,
    fileVersion: null,
    company: null,
    pdbPath: null,
    line,
  };
}

/** What follows the name: flags and `(state) file` in `lm`, `image timestamp` in `lm t n`, a path in `lmf`. */
function rest(row: Row, text: string): void {
  const state = /^(?:[CTMS#*] ?)*\s*\(([a-z][^)]*)\)\s*(.*)$/i.exec(text);
  if (state && /symbols|deferred|pdb|export|codeview|coff/i.test(state[1]!)) {
    row.symbolState = state[1]!.trim();
    if (state[2] !== '') row.pdbPath = state[2]!;
    return;
  }
  const timed =
    /^(\S+?\.\w{2,4}|\S+)\s+(?:[A-Z][a-z]{2} [A-Z][a-z]{2}\s+\d+ [\d:]+ \d{4} \(([0-9A-F]{8})\)|([0-9A-F]{8}) \(This is a reproducible|unavailable|\*{5} Invalid \(([0-9A-F]{8})\))/.exec(
      text,
    );
  if (timed) {
    row.imageName = timed[1]!;
    row.timestamp = parseHex32(timed[2] ?? timed[3] ?? timed[4] ?? '');
    return;
  }
  if (/[\\/]/.test(text)) {
    row.path = text;
    row.imageName = text.slice(Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/')) + 1);
  } else if (/^\S+\.(?:sys|dll|exe|drv|ocx|so)$/i.test(text)) row.imageName = text;
}

function details(row: Row, label: string, value: string): void {
  if (label === 'Image path') row.path = value;
  else if (label === 'Image name') row.imageName = value;
  else if (label === 'Timestamp')
    row.timestamp = parseHex32(/\(?([0-9A-F]{8})\)?/.exec(value.replace(/^unavailable.*/, ''))?.[1] ?? '');
  else if (label === 'CheckSum') row.checksum = parseHex32(value);
  else if (label === 'ImageSize') row.imageSize = parseHex32(value);
  else if (label === 'File version') row.fileVersion = value || null;
  else if (label === 'CompanyName') row.company = value || null;
}

function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('\\') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
