import { majorName, minorName } from '../windows/irp-function.ts';
import type { IrpLocation, IrpObject } from '../windows/irp-object.ts';
import { ioAddress } from './io-text.ts';
import type { Text } from './text.ts';

/** SL_ control bits of an IO_STACK_LOCATION, in the order of `!irp`. */
const CONTROL: readonly (readonly [number, string])[] = [
  [0x40, 'Success'],
  [0x80, 'Error'],
  [0x20, 'Cancel'],
  [0x01, 'pending'],
];

/** Writes `!irp`. `named` names the functions, as debuggers of Windows 8 and later do; `detail` adds the IRP's own members. */
export function writeIrp(text: Text, irp: IrpObject, named: boolean, detail: boolean): void {
  const hex = ioAddress;
  const completed = irp.currentLocation > irp.stackCount;
  const current = irp.currentAddress === null ? '' : ` (= 0x${hex(irp.currentAddress)})`;
  text.line(
    completed
      ? `Irp is completed.  with ${irp.stackCount} stacks`
      : `Irp is active with ${irp.stackCount} stacks ${irp.currentLocation} is current${current}`,
  );
  const mdl = irp.mdl ? `Mdl=${hex(irp.mdl)}:` : 'No Mdl:';
  const master = irp.masterIrp ? `Associated Irp = ${hex(irp.masterIrp)}:` : null;
  const buffer = master ?? (irp.systemBuffer ? `System buffer=${hex(irp.systemBuffer)}:` : 'No System Buffer:');
  text.line(
    ` ${mdl} ${buffer} Thread ${hex(irp.thread)}:  Irp stack trace.  ${irp.pending ? 'Pending has been returned' : ''}`,
  );
  if (detail) writeDetail(text, irp, hex);
  text.line('     cmd  flg cl Device   File     Completion-Context');
  for (const [index, location] of irp.locations.entries()) {
    const mark = index + 1 === irp.currentLocation ? '>' : ' ';
    text.line(`${mark}${functionText(location, named)}${named ? '' : placesText(location, hex)}`);
    if (named) text.line(`           ${placesText(location, hex)}`);
    writeDriver(text, location);
    text.line(`\t\t\tArgs: ${location.parameters.map(hex).join(' ')}`);
  }
  if (irp.locations.length < irp.stackCount)
    text.line(`${irp.stackCount - irp.locations.length} stack locations are not in the dump`);
}

function functionText({ major, minor }: IrpLocation, named: boolean): string {
  if (!named) return `[${major.toString(16).padStart(3)},${minor.toString(16).padStart(2)}] `;
  const isNothing = major === 0 && minor === 0;
  const first = isNothing ? 'N/A' : (majorName(major) ?? 'N/A');
  return `[${first}(${major.toString(16)}), ${minorName(major, minor) ?? 'N/A'}(${minor.toString(16)})]`;
}

function placesText(location: IrpLocation, hex: (value: bigint | null) => string): string {
  const byte = (value: number) => value.toString(16).padStart(2);
  const bits = CONTROL.filter(([bit]) => location.control & bit).map(([, name]) => name);
  return `${byte(location.flags)} ${byte(location.control)} ${hex(location.device)} ${hex(location.file)} ${hex(location.completion)}-${hex(location.context)} ${bits.join(' ')}`;
}

function writeDriver(text: Text, location: IrpLocation): void {
  if (location.device === 0n && location.completion === 0n) return void text.line();
  text.line(`\t       ${location.driverName ?? ''}\t${location.completionName ?? ''}`);
}

function writeDetail(text: Text, irp: IrpObject, hex: (value: bigint | null) => string): void {
  const word = (value: number | null) => (value === null ? '?' : (value >>> 0).toString(16).padStart(8, '0'));
  text.line(`Flags = ${word(irp.flags)}`);
  text.line(`IoStatus.Status = ${word(irp.status)}  IoStatus.Information = ${hex(irp.information)}`);
  text.line(`Cancel = ${irp.cancel === null ? '?' : Number(irp.cancel)}  CancelRoutine = ${hex(irp.cancelRoutine)}`);
  text.line(`UserEvent = ${hex(irp.userEvent)}`);
}
