import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { checkImage } from '../../debugger/image-check.ts';
import { tryOpen } from '../../debugger/module-image.ts';
import { addressText, nameLoaded, nameText } from '../../debugger/names.ts';
import { relocated } from '../../formats/pe/relocations.ts';
import { toUnsigned } from '../../memory/space.ts';

interface Options {
  readonly module: string;
  readonly detail: boolean;
}

interface Difference {
  readonly address: bigint;
  readonly expected: readonly number[];
  readonly found: readonly number[];
  readonly name: string | null;
}

interface Data {
  readonly module: string;
  readonly pointerSize: 4 | 8;
  readonly detail: boolean;
  readonly differences: readonly Difference[];
  readonly compared: number;
  readonly missing: number;
}

export default command<Options, Data>({
  name: '!chkimg',
  syntax: '!chkimg [-d] module',
  summary: 'Compares the code of a module in memory with its image on disk; -d lists the bytes that differ.',
  example: '!chkimg -d nt',
  patterns: [],
  notes:
    'The image must be found by the search path (--images). Compared are sections that are executable and not writable, relocated, without the import address table. Windows patches its own code at boot (CPU features, retpolines, hot patches): a difference alone is no proof of malice or damage.',
  parse(args, session) {
    void session.target;
    const words = args.trim().split(/\s+/).filter(Boolean);
    const flags = words.filter((word) => word.startsWith('-'));
    const bad = flags.find((flag) => flag !== '-d');
    if (bad) throw new UsageError('!chkimg', `Unknown option '${bad}': -d is known`, args.indexOf(bad));
    const names = words.filter((word) => !word.startsWith('-'));
    if (names.length !== 1) throw new UsageError('!chkimg', '!chkimg needs the name of one module', 0);
    return { module: names[0]!, detail: flags.length > 0 };
  },
  async run(session, { module: name, detail }) {
    const module = session.moduleNamed(name);
    if (!module) throw new UsageError('!chkimg', `no module is named '${name}'`, 0);
    await session.needSymbols(module);
    const source = session.symbolsOf(module)?.image ?? null;
    const image = source ? tryOpen(source, 'file') : null;
    if (!image)
      throw new UsageError('!chkimg', `the image of ${module.name} was not found (--images says where to look)`, 0);
    const { differences, compared, missing } = checkImage(
      session.memory,
      module.base,
      relocated(image, toUnsigned(module.base)),
    );
    return {
      module: module.name,
      pointerSize: session.pointerSize,
      detail,
      compared,
      missing,
      differences: differences.map(({ rva, expected, found }) => {
        const address = toUnsigned(module.base + rva);
        const named = nameLoaded(session, address);
        return { address, expected: [...expected], found: [...found], name: named ? nameText(named) : null };
      }),
    };
  },
  render({ module, pointerSize, detail, differences, compared, missing }, text) {
    const hex = (value: bigint) => addressText(value, pointerSize);
    const bytes = (list: readonly number[]) => list.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    for (const { address, expected, found, name } of detail ? differences : []) {
      const last = address + BigInt(found.length) - 1n;
      const range = found.length === 1 ? hex(address) : `${hex(address)}-${hex(last)}`;
      text.line(`    ${range}  ${found.length} byte${found.length === 1 ? '' : 's'} - ${name ?? module}`);
      text.line(`\t[ ${bytes(expected)}:${bytes(found)} ]`);
    }
    const errors = differences.reduce((sum, { found }) => sum + found.length, 0);
    const first = differences[0];
    const last = differences.at(-1);
    const span = first && last ? ` (${hex(first.address)}-${hex(last.address + BigInt(last.found.length) - 1n)})` : '';
    if (compared === 0) text.line(`no code of ${module} is in the dump: nothing was compared`);
    else text.line(`${errors} error${errors === 1 ? '' : 's'} : ${module}${span}`);
    if (missing > 0 && compared > 0)
      text.line(`${missing} bytes of code are not in the dump, ${compared} were compared`);
  },
});
