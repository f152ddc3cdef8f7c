import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { driverArgument } from '../../debugger/driver-argument.ts';
import { withIoNames } from '../../debugger/io-context.ts';
import { ioAddress, routineText } from '../../debugger/io-text.ts';
import { toAddress } from '../../memory/space.ts';
import type { DriverObject } from '../../windows/driver.ts';
import { readDriver } from '../../windows/driver-reader.ts';
import { MAJOR_FUNCTIONS } from '../../windows/irp-function.ts';

interface Options {
  readonly driver: string;
  readonly flags: number;
}

interface Data {
  readonly driver: DriverObject;
  readonly flags: number;
}

export default command<Options, Data>({
  name: '!drvobj',
  syntax: '!drvobj address|name [flags]',
  summary: 'Shows a driver object: flag 1 its devices, 2 its entry points and dispatch routines.',
  example: '!drvobj \\Driver\\disk 2',
  patterns: [],
  notes:
    'A name is looked up in \\Driver and \\FileSystem, which needs symbols of nt with types. Client extensions of the driver are not listed.',
  parse(args, session) {
    void session.target;
    const [, driver = '', flags = '1'] = /^\s*(.*?)(?:\s+([0-7]))?\s*$/.exec(args) ?? [];
    if (driver === '') throw new UsageError('!drvobj', '!drvobj needs the address or the name of a driver object', 0);
    return { driver, flags: Number.parseInt(flags, 8) };
  },
  async run(session, { driver, flags }) {
    const value = await driverArgument(session, driver, '!drvobj');
    const at = toAddress(value);
    const read = at === null ? null : await withIoNames(session, (io) => readDriver(io, at));
    if (!read)
      throw new UsageError('!drvobj', `0x${value.toString(16)} is not a driver object, or is not in the dump`, 0);
    return { driver: read, flags };
  },
  render({ driver, flags }, text) {
    const hex = ioAddress;
    text.line(`Driver object (${hex(driver.address)}) is for:`);
    text.line(` ${driver.name ?? '(name not in the dump)'}`);
    if (flags & 1 || flags === 0) {
      text.line().line('Device Object list:');
      for (let index = 0; index < driver.devices.length; index += 4) {
        const row = driver.devices.slice(index, index + 4);
        for (const device of row) text.link(hex(device), `!devobj ${hex(device)}`).write('  ');
        text.line();
      }
      if (driver.lost) text.line(`Not all may be here: ${driver.lost}`);
    }
    if ((flags & 2) === 0) return;
    if (flags & 1) text.line();
    text.line(`DriverEntry:   ${routineText(driver.entry)}`);
    text.line(`DriverStartIo: ${routineText(driver.startIo)}`);
    text.line(`DriverUnload:  ${routineText(driver.unload)}`);
    text.line(`AddDevice:     ${routineText(driver.addDevice)}`);
    text.line().line('Dispatch routines:');
    for (const [major, routine] of driver.dispatch.entries()) {
      const name = (MAJOR_FUNCTIONS[major] ?? '').padEnd(35);
      text.line(`[${major.toString(16).padStart(2, '0')}] ${name}${routineText(routine)}`);
    }
  },
});
