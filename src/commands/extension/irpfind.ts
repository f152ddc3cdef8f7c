import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { withIoNames } from '../../debugger/io-context.ts';
import { ioAddress } from '../../debugger/io-text.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { IrpObject } from '../../windows/irp-object.ts';
import { type FoundIrp, findIrps } from '../../windows/irp-search.ts';
import { kernelEra } from '../../windows/kernel-era.ts';

interface Data {
  readonly irps: readonly FoundIrp[];
  readonly lost: string | null;
  readonly pointerSize: 4 | 8;
  readonly classic: boolean;
}

interface Options {
  /** Null finds all. */
  readonly criterion: { readonly kind: keyof typeof CRITERIA; readonly value: string } | null;
}

/** What an IRP is chosen by (Learn, "!irpfind"). */
const CRITERIA = {
  arg: ({ locations }: IrpObject, value: bigint) => locations.some(({ parameters }) => parameters.includes(value)),
  device: ({ locations }: IrpObject, value: bigint) => locations.some(({ device }) => device === value),
  fileobject: ({ locations }: IrpObject, value: bigint) => locations.some(({ file }) => file === value),
  thread: ({ thread }: IrpObject, value: bigint) => thread === value,
  userevent: ({ userEvent }: IrpObject, value: bigint) => userEvent === value,
} as const;

export default command<Options, Data>({
  name: '!irpfind',
  syntax: '!irpfind [-v] [poolType [restart [arg|device|fileobject|thread|userevent value]]]',
  summary:
    'Finds I/O request packets in pool and on the lists of threads, all or those of a device, file, thread or event, with the driver each was last sent to.',
  example: '!irpfind',
  patterns: [],
  notes:
    'Pool type, restart address and -v change nothing, and mdlprocess is not supported. In segment heaps (Windows 10 2004 and later) only IRPs on lists of threads are found. Columns of the newer layout are ours.',
  parse(args, session) {
    void session.target;
    const words = args
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '' && !/^-v$/i.test(word));
    const [, , name, value, ...more] = words;
    if (name === undefined) return { criterion: null };
    const kind = name.toLowerCase();
    if (!(kind in CRITERIA) || value === undefined || more.length > 0)
      throw new UsageError('!irpfind', `Syntax error: ${this.syntax}`, args.indexOf(name));
    return { criterion: { kind: kind as keyof typeof CRITERIA, value } };
  },
  async run(session, { criterion }) {
    const kernel = await needWholeKernel(session, '!irpfind', 'pool');
    const found = await withIoNames(session, (io) => findIrps(kernel, io));
    const wanted = criterion ? await evaluateIn(session, criterion.value) : 0n;
    const irps = criterion ? found.irps.filter(({ irp }) => CRITERIA[criterion.kind](irp, wanted)) : found.irps;
    return { ...found, irps, pointerSize: session.pointerSize, classic: kernelEra(kernel) === 'xp' };
  },
  render({ irps, lost, pointerSize, classic }, text) {
    const hex = ioAddress;
    if (classic) {
      text.line('Searching NonPaged pool for Tag: Irp');
      for (const { irp, driverName } of irps)
        text.line(
          `${hex(irp.address)} Thread ${hex(irp.thread)} current stack belongs to  ${driverName ?? '(unknown)'}`,
        );
    } else {
      const width = pointerSize * 2;
      text.line(
        `  ${'Irp'.padEnd(width)} [ ${'Thread'.padEnd(width)} ] irpStack: (Mj,Mn)   ${'DevObj'.padEnd(width)} [Driver]`,
      );
      for (const { irp, driverName } of irps) {
        const location = irp.locations[irp.currentLocation - 1];
        const code = (value: number) => value.toString(16).padStart(2);
        const stack = location
          ? `(${code(location.major)},${code(location.minor)})   ${hex(location.device)} [${driverName ?? '?'}]`
          : irp.currentLocation > irp.stackCount
            ? 'irp is completed'
            : 'its stack location is not in the dump';
        text.line(`  ${hex(irp.address)} [ ${hex(irp.thread)} ] irpStack: ${stack}`);
      }
    }
    text.line().line(`${irps.length} IRPs found`);
    if (lost) text.line(`Not all may be here: ${lost}`);
  },
});
