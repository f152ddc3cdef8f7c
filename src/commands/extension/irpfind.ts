import { command } from '../../debugger/command.ts';
import { withIoNames } from '../../debugger/io-context.ts';
import { ioAddress } from '../../debugger/io-text.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { type FoundIrp, findIrps } from '../../windows/irp-search.ts';
import { kernelEra } from '../../windows/kernel-era.ts';

interface Data {
  readonly irps: readonly FoundIrp[];
  readonly lost: string | null;
  readonly pointerSize: 4 | 8;
  readonly classic: boolean;
}

export default command<Record<string, never>, Data>({
  name: '!irpfind',
  syntax: '!irpfind',
  summary: 'Finds I/O request packets in pool and on the lists of threads, with the driver each was last sent to.',
  example: '!irpfind',
  patterns: [],
  notes:
    'Search criteria are not supported. In segment heaps (Windows 10 2004 and later) only IRPs on lists of threads are found. Columns of the newer layout are ours.',
  parse(args, session) {
    noArguments(args, '!irpfind');
    void session.target;
    return {};
  },
  async run(session) {
    const kernel = await needWholeKernel(session, '!irpfind', 'pool');
    const found = await withIoNames(session, (io) => findIrps(kernel, io));
    return { ...found, pointerSize: session.pointerSize, classic: kernelEra(kernel) === 'xp' };
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
        const code = (value: number | undefined) => (value ?? 0).toString(16).padStart(2);
        const stack = location
          ? `(${code(location.major)},${code(location.minor)})   ${hex(location.device)} [${driverName ?? '?'}]`
          : 'irp is completed';
        text.line(`  ${hex(irp.address)} [ ${hex(irp.thread)} ] irpStack: ${stack}`);
      }
    }
    text.line().line(`${irps.length} IRPs found`);
    if (lost) text.line(`Not all may be here: ${lost}`);
  },
});
