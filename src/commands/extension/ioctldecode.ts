import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { controlCodeName, type DeviceControlCode, decodeControlCode } from '../../windows/device-control-code.ts';

interface Data extends DeviceControlCode {
  /** Null for a code that is in no list here. */
  readonly name: string | null;
}

export default command<{ readonly value: string }, Data>({
  name: '!ioctldecode',
  syntax: '!ioctldecode code',
  summary:
    'Takes an I/O control code apart: device type, method, access and function, with its name if it is a known one.',
  example: '!ioctldecode 220003',
  patterns: [],
  notes: 'Names are those of some forty common codes of public headers; the parts are in the number itself.',
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('!ioctldecode', 'Syntax error: !ioctldecode needs a code', 0);
    return { value: args };
  },
  async run(session, { value }) {
    // MASM extends the sign of 9c402408, a code of a driver's own device type, to 64 bits.
    const wide = await evaluateIn(session, value);
    const code = BigInt.asUintN(32, wide);
    if (wide > 0xffffffffn && wide < 0xffffffff80000000n)
      throw new UsageError('!ioctldecode', 'an I/O control code has 32 bits', 0);
    return { ...decodeControlCode(Number(code)), name: controlCodeName(Number(code)) };
  },
  render({ code, name, deviceType, deviceNames, method, access, functionNumber }, text) {
    text.line().line(name ?? `Unknown IOCTL  : 0x${code.toString(16)}`);
    text.line();
    const names = deviceNames.map((each) => ` (${each})`).join('');
    text.line(`Device Type    : 0x${deviceType.toString(16)}${names}`);
    const methodNumber = code & 3;
    text.line(`Method         : 0x${methodNumber.toString(16)} ${method}`);
    text.line(`Access         : ${access}`);
    text.line(`Function       : 0x${functionNumber.toString(16)}`);
  },
});
