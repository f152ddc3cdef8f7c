import { UsageError } from '../../bytes/errors.ts';
import { addressArgument } from '../../debugger/address-argument.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { withIoNames } from '../../debugger/io-context.ts';
import { ioAddress } from '../../debugger/io-text.ts';
import type { DeviceStack } from '../../windows/driver.ts';
import { readDeviceStack } from '../../windows/driver-reader.ts';

interface Data {
  readonly stack: DeviceStack;
  readonly pointerSize: 4 | 8;
}

export default command<{ readonly address: Expression }, Data>({
  name: '!devstack',
  syntax: '!devstack address',
  summary: 'Shows the devices attached to each other around a device object, the highest first.',
  example: '!devstack ffffe0007b71a960',
  patterns: [],
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('!devstack', '!devstack needs the address of a device object', 0);
    return { address: parseWhole(args, session.reading) };
  },
  async run(session, { address }) {
    const at = await addressArgument(session, address, '!devstack');
    const stack = await withIoNames(session, (io) => readDeviceStack(io, at));
    if (!stack) throw new UsageError('!devstack', 'no device object is at this address, or it is not in the dump', 0);
    return { stack, pointerSize: session.pointerSize };
  },
  render({ stack, pointerSize }, text) {
    const hex = ioAddress;
    const width = pointerSize * 2;
    text.line(`  ${'!DevObj'.padEnd(width)}  ${'!DrvObj'.padEnd(19)}${'!DevExt'.padEnd(width)}  ObjectName`);
    for (const one of stack.devices) {
      text.line(
        `${one.asked ? '>' : ' '} ${hex(one.device)}  ${(one.driverName ?? '?').padEnd(19)}${hex(one.extension)}  ${one.name ?? ''}`,
      );
    }
    if (!stack.node) return;
    text.line(`!DevNode ${hex(stack.node)} :`);
    if (stack.instancePath !== null) text.line(`  DeviceInst is "${stack.instancePath}"`);
    if (stack.serviceName !== null) text.line(`  ServiceName is "${stack.serviceName}"`);
  },
});
