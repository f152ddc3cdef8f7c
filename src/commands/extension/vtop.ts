import { UsageError } from '../../bytes/errors.ts';
import { hexPadded, hexTicked } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { kernelOrNull } from '../../debugger/kernel.ts';
import { needPageTables } from '../../debugger/page-tables.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import type { AddressTranslation } from '../../windows/translation.ts';
import { currentDirectoryBase, translate } from '../../windows/translation-reader.ts';

interface Options {
  readonly base: Expression | null;
  readonly address: Expression;
}

interface Data {
  readonly translation: AddressTranslation;
  readonly pointerSize: 4 | 8;
}

export default command<Options, Data>({
  name: '!vtop',
  syntax: '!vtop [directorybase] address',
  summary:
    'Translates a virtual address to a physical one through a directory base; 0 means that of the current process.',
  example: '!vtop 0 fffff78000000000',
  patterns: [],
  notes:
    'The directory base is an address, or a page frame number as old debuggers want it: without PAE its low 12 bits tell. Lines of the 64-bit form are not in public transcripts of the corpus.',
  parse(args, session) {
    needPageTables(session, '!vtop');
    const [, first = '', second = ''] = /^\s*(\S+)(?:\s+(.+?))?\s*$/.exec(args) ?? [];
    if (first === '') throw new UsageError('!vtop', '!vtop needs an address', 0);
    const parse = (text: string) => parseWhole(text, session.reading);
    return second === '' ? { base: null, address: parse(first) } : { base: parse(first), address: parse(second) };
  },
  async run(session, options) {
    const value = await expressionIn(session, options.address);
    const at = session.address(value);
    if (at === null) throw new UsageError('!vtop', `0x${value.toString(16)} is not a canonical address`, 0);
    const asked = options.base === null ? 0n : await expressionIn(session, options.base);
    const base = asked === 0n ? currentDirectoryBase(session.target) : directoryBase(session, asked);
    const translation = base === null ? null : translate(session.target, await kernelOrNull(session), base, at);
    if (!translation) throw new UsageError('!vtop', 'no page tables were found in the dump');
    return { translation, pointerSize: session.pointerSize };
  },
  render({ translation, pointerSize }, text) {
    const { entries, virtual, physical, directoryBase: base, mode } = translation;
    if (pointerSize === 4) {
      const directory = mode === 'PAE' ? virtual >> 21n : virtual >> 22n;
      const table = mode === 'PAE' ? (virtual >> 12n) & 511n : (virtual >> 12n) & 1023n;
      text.line(`Pdi ${directory.toString(16)} Pti ${table.toString(16)}`);
      const last = entries.at(-1);
      if (physical === null)
        text.line(
          `${hexPadded(virtual, 8)} ${last?.state ?? 'not valid'} (${last?.level} ${(last?.value ?? 0n).toString(16)})`,
        );
      else
        text.line(`${hexPadded(virtual, 8)} ${hexPadded(physical & ~0xfffn, 8)} pfn(${hexPadded(physical >> 12n, 5)})`);
      return;
    }
    text.line(`Amd64VtoP: Virt ${hexTicked(virtual)}, pagedir ${hexTicked(base)}`);
    for (const entry of entries) {
      const name = NAMES[entry.level] ?? entry.level;
      if (entry.level === 'prototype PTE') text.line(`Amd64VtoP: Prototype PTE ${hexTicked(entry.address ?? 0n)}`);
      else text.line(`Amd64VtoP: ${name} ${hexTicked(entry.physical)}`);
      if (entry.value === null) text.line(`Amd64VtoP: ${name} read error: page not in the dump`);
      else if (entry.state !== 'valid')
        text.line(`Amd64VtoP: ${entry.state === 'large' ? 'Large page' : entry.state} ${hexTicked(entry.value)}`);
    }
    if (physical === null) {
      text.line(`Virtual address ${virtual.toString(16)} translation fails: ${entries.at(-1)?.state ?? 'no tables'}.`);
      return;
    }
    text.line(`Amd64VtoP: Mapped phys ${hexTicked(physical)}`);
    text.line(`Virtual address ${virtual.toString(16)} translates to physical address ${physical.toString(16)}.`);
  },
});

const NAMES: Readonly<Record<string, string>> = { PXE: 'PML4E', PPE: 'PDPE' };

/** Old debuggers want the number of the directory's page, newer ones its address. */
function directoryBase({ target }: Session, value: bigint): bigint {
  const pae = target.annotations.get('paging')?.startsWith('PAE') ?? false;
  const isAddress = value % (pae ? 0x20n : 0x1000n) === 0n && value >= 0x1000n;
  return isAddress ? value : value * 0x1000n;
}
