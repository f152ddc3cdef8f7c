import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { loaderModules, unicodeAt } from '../../debugger/loader-modules.ts';
import { loaderDataAt, parametersAt, pebAddress, pebAt } from '../../debugger/process-environment.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { ctimeText } from '../../debugger/time-text.ts';
import { type Address, toUnsigned, tryPointer } from '../../memory/space.ts';
import { readEnvironmentBlock } from '../../windows/environment-block.ts';

interface PebData {
  readonly pointerSize: 4 | 8;
  readonly address: bigint;
  readonly inherited: number | null;
  readonly execOptions: number | null;
  readonly beingDebugged: number | null;
  readonly imageBase: bigint | null;
  readonly globalFlag: number | null;
  readonly ldr: bigint | null;
  readonly ldrInitialized: number | null;
  /** First and last link of the loader's lists: initialization, load and memory order. */
  readonly lists: readonly { readonly name: string; readonly flink: bigint | null; readonly blink: bigint | null }[];
  readonly modules: readonly {
    readonly base: bigint;
    readonly timestamp: number | null;
    readonly path: string | null;
  }[];
  /** Why the module list ends early, where it does. */
  readonly modulesCut: boolean;
  readonly subSystemData: bigint | null;
  readonly processHeap: bigint | null;
  readonly parameters: bigint | null;
  readonly texts: readonly { readonly name: string; readonly text: string | null }[];
  readonly environment: bigint | null;
  readonly variables: readonly string[] | null;
}

const LISTS = ['InInitializationOrderModuleList', 'InLoadOrderModuleList', 'InMemoryOrderModuleList'];

export default command<{ readonly text: string }, PebData>({
  name: '!peb',
  syntax: '!peb [address]',
  summary: 'Shows the process environment block: modules in load order, command line, environment.',
  example: '!peb',
  patterns: [],
  parse: (args) => ({ text: args }),
  async run(session, { text }) {
    const given = text.trim() === '' ? null : session.address(await evaluateIn(session, text));
    const at = given ?? (await pebAddress(session, '!peb'));
    const peb = await pebAt(session, at);
    if (peb.u8('BeingDebugged') === null)
      throw new UsageError('!peb', `the PEB at 0x${toUnsigned(at).toString(16)} is not in the dump`);
    const unsigned = (value: Address | null) => (value === null ? null : toUnsigned(value));
    const ldrAt = peb.pointer('Ldr');
    const ldr = ldrAt === null || ldrAt === 0 ? null : await loaderDataAt(session, ldrAt);
    const { memory, pointerSize } = session;
    const link = (place: Address | null, index: number) =>
      place === null ? null : unsigned(tryPointer(memory, place + index * pointerSize, pointerSize));
    const head = ldr?.place('InMemoryOrderModuleList') ?? null;
    const { modules, cut } =
      head === null ? { modules: [], cut: true } : await loaderModules(session, head, 'InMemoryOrderModuleList');
    const parametersPlace = peb.pointer('ProcessParameters');
    const parameters = parametersPlace ? await parametersAt(session, parametersPlace) : null;
    const environment = parameters?.pointer('Environment') ?? null;
    const texts = [
      ['CurrentDirectory', 'CurrentDirectory.DosPath'],
      ['WindowTitle', 'WindowTitle'],
      ['ImageFile', 'ImagePathName'],
      ['CommandLine', 'CommandLine'],
      ['DllPath', 'DllPath'],
    ].map(([name = '', path = '']) => ({ name, text: unicodeAt(session, parameters?.place(path) ?? null) }));
    return {
      pointerSize,
      address: toUnsigned(at),
      inherited: peb.u8('InheritedAddressSpace'),
      execOptions: peb.u8('ReadImageFileExecOptions'),
      beingDebugged: peb.u8('BeingDebugged'),
      imageBase: unsigned(peb.pointer('ImageBaseAddress')),
      globalFlag: peb.u32('NtGlobalFlag'),
      ldr: unsigned(ldrAt),
      ldrInitialized: ldr?.u8('Initialized') ?? null,
      lists: LISTS.map((name) => {
        const place = ldr?.place(name) ?? null;
        return { name, flink: link(place, 0), blink: link(place, 1) };
      }),
      modules,
      modulesCut: cut,
      subSystemData: unsigned(peb.pointer('SubSystemData')),
      processHeap: unsigned(peb.pointer('ProcessHeap')),
      parameters: unsigned(parametersPlace),
      texts,
      environment: unsigned(environment),
      variables: environment ? (readEnvironmentBlock(session.memory, environment)?.lines ?? null) : null,
    };
  },
  render(data, text) {
    const wide = data.pointerSize * 2;
    const shown = (value: bigint | null) => (value === null ? '?'.repeat(wide) : hexPadded(value, wide));
    const yes = (value: number | null) => (value === null ? '??' : value ? 'Yes' : 'No');
    const row = (label: string, value: string, width = 25) => text.line(`    ${label.padEnd(width)} ${value}`);
    text.line(`PEB at ${shown(data.address)}`);
    row('InheritedAddressSpace:', yes(data.inherited));
    row('ReadImageFileExecOptions:', yes(data.execOptions));
    row('BeingDebugged:', yes(data.beingDebugged));
    row('ImageBaseAddress:', shown(data.imageBase));
    if (data.globalFlag !== null) row('NtGlobalFlag:', data.globalFlag.toString(16));
    row('Ldr', shown(data.ldr));
    row('Ldr.Initialized:', yes(data.ldrInitialized));
    for (const { name, flink, blink } of data.lists)
      text.line(`    ${`Ldr.${name}:`.padEnd(36)} ${shown(flink)} . ${shown(blink)}`);
    text.line('                    Base TimeStamp                     Module');
    for (const { base, timestamp, path } of data.modules) {
      const stamp =
        timestamp === null
          ? ''.padEnd(29)
          : `${hexPadded(timestamp, 8)} ${ctimeText(timestamp).replace(/^\w+ (\w+) +(\d+)/, (_, month, day) => `${month} ${day.padStart(2, '0')}`)}`;
      text.line(`        ${base.toString(16).padStart(16)} ${stamp} ${path ?? '< Name not readable >'}`);
    }
    if (data.modulesCut) text.line('        *** the list goes on where the dump holds no memory');
    row('SubSystemData:', shown(data.subSystemData), 18);
    row('ProcessHeap:', shown(data.processHeap), 18);
    row('ProcessParameters:', shown(data.parameters), 18);
    for (const { name, text: value } of data.texts)
      text.line(`    ${`${name}: `.padEnd(13)} '${value ?? '< Name not readable >'}'`);
    text.line(`    Environment:  ${shown(data.environment)}`);
    for (const variable of data.variables ?? []) text.line(`        ${variable}`);
  },
});
