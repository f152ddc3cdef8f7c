import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { pebOf } from '../../debugger/process-environment.ts';
import { isUserMode } from '../../target/target.ts';

interface Data {
  readonly flags: number;
}

/** FLG_ bits with the abbreviations of the gflags tool (Learn: "GFlags flag table"). */
const FLAGS: readonly (readonly [bit: number, short: string, name: string])[] = [
  [0x1, 'soe', 'Stop on exception'],
  [0x2, 'sls', 'Show loader snaps'],
  [0x4, 'dic', 'Debug initial command'],
  [0x8, 'shg', 'Stop on hung GUI'],
  [0x10, 'htc', 'Enable heap tail checking'],
  [0x20, 'hfc', 'Enable heap free checking'],
  [0x40, 'hpc', 'Enable heap parameter checking'],
  [0x80, 'hvc', 'Enable heap validation on call'],
  [0x100, 'vrf', 'Enable application verifier'],
  [0x200, '   ', 'Enable silent process exit monitoring'],
  [0x400, 'ptg', 'Enable pool tagging'],
  [0x800, 'htg', 'Enable heap tagging'],
  [0x1000, 'ust', 'Create user mode stack trace database'],
  [0x2000, 'kst', 'Create kernel mode stack trace database'],
  [0x4000, 'otl', 'Maintain a list of objects for each type'],
  [0x8000, 'htd', 'Enable heap tagging by DLL'],
  [0x10000, 'dse', 'Disable stack extension'],
  [0x20000, 'd32', 'Enable debugging of Win32 subsystem'],
  [0x40000, 'ksl', 'Enable loading of kernel debugger symbols'],
  [0x80000, 'dps', 'Disable paging of kernel stacks'],
  [0x100000, 'scb', 'Enable system critical breaks'],
  [0x200000, 'dhc', 'Disable heap coalesce on free'],
  [0x400000, 'ece', 'Enable close exception'],
  [0x800000, 'eel', 'Enable exception logging'],
  [0x1000000, 'eot', 'Enable object handle type tagging'],
  [0x2000000, 'hpa', 'Enable page heap'],
  [0x4000000, 'dwl', 'Debug WinLogon'],
  [0x8000000, 'ddp', 'Buffer DbgPrint output'],
  [0x10000000, 'cse', 'Early critical section event creation'],
  [0x40000000, 'bhd', 'Disable bad handles detection'],
  [0x80000000, 'dpd', 'Disable protected DLL verification'],
];

export default command<Record<string, never>, Data>({
  name: '!gflag',
  syntax: '!gflag',
  summary:
    'Shows the global flags (gflags) of the process, or of the system in its dump: page heap, verifier, pool tags.',
  example: '!gflag',
  patterns: [],
  parse(args, session) {
    void session.target;
    if (/^\s*-\?\s*$/.test(args) || args.trim() === '') return {};
    throw new UsageError('!gflag', 'flags of a dump are read, never set', 0);
  },
  async run(session) {
    if (isUserMode(session.target)) {
      const flags = (await pebOf(session))?.u32('NtGlobalFlag') ?? null;
      if (flags === null) throw new UsageError('!gflag', 'the PEB, which has the flags, is not in the dump');
      return { flags };
    }
    const kernel = await needKernel(session, '!gflag');
    const flags = kernel.u32('NtGlobalFlag');
    if (flags === null) throw new UsageError('!gflag', 'nt!NtGlobalFlag is not in the dump, or not in the symbols');
    return { flags };
  },
  render({ flags }, text) {
    text.line(`Current NtGlobalFlag contents: 0x${hexPadded(flags, 8)}`);
    for (const [bit, short, name] of FLAGS) if ((flags & bit) >>> 0 !== 0) text.line(`    ${short} - ${name}`);
  },
});
