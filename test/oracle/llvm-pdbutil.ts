/**
 * What `llvm-pdbutil dump` prints, as sorted lines of tab-separated facts, so that they compare with those that
 * pdb-facts.ts derives from our reader.
 */
export interface PdbFacts {
  readonly publics: string[];
  readonly globals: string[];
  readonly procedures: string[];
  readonly inlineSites: string[];
  readonly types: string[];
  readonly lines: string[];
  readonly inlinees: string[];
  readonly contributions: string[];
  readonly frames: string[];
}

/** The options whose output `pdbutilFacts` understands. */
export const PDBUTIL_OPTIONS = [
  '-publics',
  '-globals',
  '-symbols',
  '-types',
  '-dont-resolve-forward-refs',
  '-l',
  '-il',
  '-section-contribs',
  '-fpo',
  '-modules',
] as const;

/** Parts of the output by their underlined titles. */
function parts(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const lines = text.split('\n');
  let current: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (/^={60}$/.test(line)) {
      const title = lines[index - 1]?.trim() ?? '';
      // Types have one title for each of their two streams.
      current = found.get(title) ?? [];
      found.set(title, current);
    } else current.push(line);
  }
  return found;
}

/** Name and place of each record whose heading matches: the place stands on a following line. */
function placed(lines: readonly string[], heading: RegExp, place: RegExp): string[] {
  const found: string[] = [];
  let name: string | null = null;
  for (const line of lines) {
    const head = heading.exec(line);
    if (head) {
      name = head[1] ?? '';
      continue;
    }
    const at = name === null ? null : place.exec(line);
    if (!at) continue;
    found.push([name, ...at.slice(1).map(Number)].join('\t'));
    name = null;
  }
  return found.sort();
}

interface Dumped {
  readonly kind: string;
  readonly heading: string;
  readonly body: string[];
}

/** Complete structures, unions and enumerations with size and members, bit positions included. */
function types(lines: readonly string[]): string[] {
  const records = new Map<number, Dumped>();
  let current: Dumped | null = null;
  for (const line of lines) {
    const head = /^\s*0x([0-9A-F]+) \| (LF_\w+) \[size = \d+\](.*)$/.exec(line);
    if (head) {
      current = { kind: head[2]!, heading: head[3]!, body: [] };
      records.set(Number.parseInt(head[1]!, 16), current);
    } else current?.body.push(line.trim());
  }
  const bits = (index: number): string => {
    const record = records.get(index);
    const match = /bit offset = (\d+), # bits = (\d+)/.exec(record?.body.join(' ') ?? '');
    return record?.kind === 'LF_BITFIELD' && match ? `${match[1]},${match[2]}` : '-,-';
  };
  // As unsigned numbers of the underlying type: which sign an enumerator was encoded with is the compiler's affair.
  const sizes: Readonly<Record<string, number>> = {
    char: 1,
    short: 2,
    long: 4,
    int: 4,
    unsigned: 4,
    __int64: 8,
    bool: 1,
  };
  const unsigned = (value: string, underlying: string): bigint => {
    const word = underlying.split(' ').at(-1) ?? '';
    return BigInt.asUintN(8 * (sizes[word] ?? 8), BigInt(value));
  };
  const members = (list: number, seen: ReadonlySet<number>, underlying: string): string[] => {
    if (seen.has(list)) return [];
    const body = records.get(list)?.body ?? [];
    return body.flatMap((line, index) => {
      const member = /^- LF_MEMBER \[name = `(.*)`, Type = 0x([0-9A-F]+)(?: \(.*\))?, offset = (\d+)/.exec(line);
      if (member) return [`${member[1]},${member[3]},${bits(Number.parseInt(member[2]!, 16))}`];
      const value = /^- LF_ENUMERATE \[(.*) = (-?\d+)\]/.exec(line);
      if (value) return [`${value[1]},${unsigned(value[2]!, underlying)}`];
      const fixed = /^- LF_STMEMBER \[name = `(.*)`, type/.exec(line);
      if (fixed) return [`static ${fixed[1]}`];
      const nested = /^- LF_NESTTYPE \[name = `(.*)`, parent/.exec(line);
      if (nested) return [`nested ${nested[1]}`];
      const method = /^- LF_ONEMETHOD \[name = `(.*)`\]/.exec(line);
      if (method) return [`method ${method[1]},${/vftable offset = (-?\d+)/.exec(body[index + 1] ?? '')?.[1]}`];
      const methods = /^- LF_METHOD \[name = `(.*)`, # overloads = (\d+)/.exec(line);
      if (methods) return [`methods ${methods[1]},${methods[2]}`];
      if (line === '- LF_BCLASS') return [`base ${/offset = (\d+)/.exec(body[index + 1] ?? '')?.[1]}`];
      const indirect = /^- LF_(I?)VBCLASS/.exec(line);
      if (indirect) {
        const place = /vbptr offset = (\d+), vtable index = (\d+)/.exec(body[index + 1] ?? '');
        return [`virtual base ${indirect[1] === 'I'},${place?.[1]},${place?.[2]}`];
      }
      const more = /(?:LF_INDEX|continuation).*0x([0-9A-F]+)/.exec(line);
      return more ? members(Number.parseInt(more[1]!, 16), new Set([...seen, list]), underlying) : [];
    });
  };
  const found: string[] = [];
  for (const [index, { kind, heading, body }] of records) {
    if (!/^LF_(STRUCTURE|CLASS|UNION|ENUM|INTERFACE)$/.test(kind)) continue;
    const text = body.join(' ');
    if (text.includes('forward ref')) continue;
    const list = /field list: 0x([0-9A-F]+)/.exec(text);
    const size = /sizeof (\d+)/.exec(text)?.[1] ?? '-';
    const underlying = /underlying type: 0x[0-9A-F]+ \(([^()]*)\)/.exec(text)?.[1] ?? '';
    const fields = list ? members(Number.parseInt(list[1]!, 16), new Set(), underlying) : [];
    found.push([index, heading.trim().slice(1, -1), size, fields.sort().join(';')].join('\t'));
  }
  return found.sort();
}

/**
 * Modules that have no stream: under these the tool repeats the lines and inlinees of the module before, with file
 * names that it cannot find.
 */
function streamlessModules(text: readonly string[]): Set<number> {
  const found = new Set<number>();
  let module = -1;
  for (const line of text) {
    const head = /^\s*Mod (\d+) \|/.exec(line);
    if (head) module = Number(head[1]);
    else if (/debug stream: 65535,/.test(line)) found.add(module);
  }
  return found;
}

/** Module, file, place, line number (none for code without a source), and whether it is a statement: `!` is not one. */
function lines(text: readonly string[], streamless: ReadonlySet<number>): string[] {
  const found: string[] = [];
  let module = -1;
  let file = '';
  let section = 0;
  for (const line of text) {
    const head = /^Mod (\d+) \|/.exec(line);
    const fragment = /^\s*([0-9A-F]{4}):[0-9A-F]{8}-[0-9A-F]{8}, line/.exec(line);
    if (head) module = Number(head[1]);
    else if (fragment) section = Number.parseInt(fragment[1]!, 16);
    else if (/^\s+\S+ [0-9A-F]{8}\b/.test(line)) {
      if (streamless.has(module)) continue;
      for (const [, number, offset, mark] of line.matchAll(/(\S+) ([0-9A-F]{8}) ?(!?)/g)) {
        const shown = number === 'NSI' || number === 'ASI' ? '-' : number;
        found.push([module, file, section, Number.parseInt(offset!, 16), shown, mark !== '!'].join('\t'));
      }
    } else if (/^\S/.test(line)) {
      // A file whose checksum is missing has no parenthesis.
      file = line.replace(/ \((?:MD5|SHA-?1|SHA-?256|no checksum|None)[^()]*\)\s*$/, '').trimEnd();
    }
  }
  return found.sort();
}

/** Kind, offset in the symbol records, name: in the order of nothing, since a hash orders by its own means. */
function globals(text: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of text) {
    const head = /^\s*(\d+) \| (S_\w+) \[size = \d+\] `(.*)`$/.exec(line);
    if (head) found.push([head[1], head[2], head[3]].join('\t'));
  }
  return found.sort();
}

function contributions(text: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of text) {
    const piece = /mod = (\d+), (\d+):(\d+), size = (\d+)/.exec(line);
    if (piece) found.push(piece.slice(1).map(Number).join('\t'));
  }
  return found.sort();
}

function inlinees(text: readonly string[], streamless: ReadonlySet<number>): string[] {
  const found: string[] = [];
  let module = -1;
  for (const line of text) {
    const head = /^Mod (\d+) \|/.exec(line);
    const entry = /^\s*0x([0-9A-F]+) \|\s+(\d+) \|/.exec(line);
    if (head) module = Number(head[1]);
    else if (entry && !streamless.has(module))
      found.push([module, Number.parseInt(entry[1]!, 16), entry[2]].join('\t'));
  }
  return found.sort();
}

/**
 * Of FPO_DATA the tool reads fHasSEH and fUseBP from bits 9 and 10, which belong to cbRegs in winnt.h (bits 8 to 10,
 * then fHasSEH at 11 and fUseBP at 12), and four of the eight bits of cbProlog: the two flags are left out.
 */
function frames(old: readonly string[], fresh: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of fresh) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (!/^[0-9A-F]{8}$/.test(cells[0] ?? '')) continue;
    found.push(['frame-data', Number.parseInt(cells[0]!, 16), ...cells.slice(1)].join('\t'));
  }
  for (const line of old) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (!/^[0-9A-F]{8}$/.test(cells[0] ?? '')) continue;
    const [, code, locals, parameters, prolog, registers, , , type] = cells;
    found.push(['fpo', Number.parseInt(cells[0]!, 16), code, locals, parameters, prolog, registers, type].join('\t'));
  }
  return found.sort();
}

/** Facts in the output of `llvm-pdbutil dump` with PDBUTIL_OPTIONS; parts that were not asked for are empty. */
export function pdbutilFacts(text: string): PdbFacts {
  const titled = parts(text);
  const of = (title: string) => titled.get(title) ?? [];
  const streamless = streamlessModules(of('Modules'));
  return {
    publics: placed(of('Public Symbols'), /\| S_PUB32 \[size = \d+\] `(.*)`$/, /addr = (\d+):(\d+)/),
    globals: globals(of('Global Symbols')),
    procedures: placed(
      of('Symbols'),
      /\| S_[GL]PROC32\w* \[size = \d+\] `(.*)`$/,
      /addr = (\d+):(\d+), code size = (\d+)/,
    ),
    inlineSites: placed(of('Symbols'), /\| S_INLINESITE()2? \[size = \d+\]/, /inlinee = (0x[0-9A-F]+)/i),
    types: types(of('Types (TPI Stream)')),
    lines: lines(of('Lines'), streamless),
    inlinees: inlinees(of('Inlinee Lines'), streamless),
    contributions: contributions(of('Section Contributions')),
    frames: frames(of('Old FPO Data'), of('New FPO Data')),
  };
}
