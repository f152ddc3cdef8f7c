import { processesFact } from '../evidence/processes.ts';
import type { ProcessObject } from '../windows/process.ts';
import type { Facts } from './pattern.ts';

/** A process whose mere presence tells something. */
export interface SpecialProcess {
  readonly process: ProcessObject;
  readonly meaning: string;
  /** It stops or examines other processes. */
  readonly debugs: boolean;
}

const DEBUGGER = 'a debugger, which suspends the threads of the process it examines';
const DUMPER = 'a tool that saves process dumps, and suspends the process meanwhile';
const REPORTER = 'the error reporting of Windows: a process failed, or is being reported as hung';

/** By image name, in lower case; names are cut to 15 characters in an EPROCESS. */
const SPECIAL: readonly (readonly [RegExp, string, boolean])[] = [
  [/^(windbg|windbgx|dbgx\.shell|cdb|ntsd|kd|i386kd|x64dbg|x32dbg|ollydbg|idaq?|idaq?64)(\.exe)?$/, DEBUGGER, true],
  [/^(vsjitdebugger|msvsmon|mdm|devenv|vsdbg)\.?(exe)?$/, DEBUGGER, true],
  [/^(drwtsn32|dwwin|dumprep|werfault|werfaultsecure?|wermgr)\.?(e|ex|exe)?$/, REPORTER, true],
  [/^(procdump|procdump64|procdump64a|userdump|dbghost|adplus|createdump)\.?(e|ex|exe)?$/, DUMPER, true],
  [/^(savedump)(\.exe)?$/, 'it saves the dump of a crash of the system after the restart', false],
  [/^(autochk|chkdsk|chkntfs)(\.exe)?$/, 'a check of a file system is running', false],
  [/^(setup|setupprep|setuphost|tiworker|poqexec)(\.exe)?$/, 'an installation or update of Windows is running', false],
  [/^(userinit)(\.exe)?$/, 'a logon is still going on: it runs only until the shell has started', false],
  [/^(logonui|scrnsave)(\.exe|\.scr)?$/, 'the logon or lock screen is shown', false],
];
/** Development environments are at home on developers' machines: no sign of trouble. */
const USUAL = /^(devenv|vsdbg|mdm|setup|logonui|tiworker)/;

/** Special processes of the system, those that examine others first; empty when processes are not known. */
export function specialProcesses(facts: Facts): readonly SpecialProcess[] {
  return (facts.get(processesFact) ?? [])
    .flatMap((process) => {
      const name = process.image?.toLowerCase() ?? '';
      const found = SPECIAL.find(([names]) => names.test(name));
      if (!found || process.zombie === true || USUAL.test(name)) return [];
      return [{ process, meaning: found[1], debugs: found[2] }];
    })
    .sort((a, b) => Number(b.debugs) - Number(a.debugs));
}
