import { hexPadded } from '../bytes/hex.ts';
import { bitFlipStatement, isLikelyFlip } from '../evidence/bit-flip.ts';
import { errorLine } from '../windows/status-code.ts';
import type { AnalysisView, BugcheckView } from './analysis-view.ts';
import { codeLineText } from './code-text.ts';
import { writeException } from './exception-view.ts';
import type { FaultView } from './fault-view.ts';
import { BUG_CHECKS_PAGE } from './pages.ts';
import { wrapped } from './paragraph.ts';
import { writeRegisters } from './register-text.ts';
import { PLAIN_FORM, writeStackText } from './stack-text.ts';
import type { Text } from './text.ts';

const STARS = '*'.repeat(79);
const WIDTH = 78;

function writeBox(text: Text, title: string): void {
  const blank = `*${' '.repeat(77)}*`;
  text.line(STARS).line(blank);
  text.line(`*${`${' '.repeat(24)}${title}`.padEnd(77)}*`);
  text.line(blank).line(STARS).line();
}

/** `NAME (hex)`, the explanation and the arguments, as `!analyze` and `!analyze -show` begin. */
export function writeBugcheck(text: Text, view: BugcheckView): void {
  text.page(view.name ?? 'Unknown bugcheck code', BUG_CHECKS_PAGE).line(` (${view.code.toString(16)})`);
  for (const line of wrapped(view.explanation, WIDTH)) text.line(line);
  text.line('Arguments:');
  for (const [index, { value, meaning }] of view.parameters.entries()) {
    const digits = hexPadded(view.pointerSize === 4 ? value & 0xffffffffn : value, view.pointerSize * 2);
    text.line(`Arg${index + 1}: ${digits}${meaning === null ? '' : `, ${meaning}`}`);
  }
}

/** The whole of `!analyze`; without -v neither key values nor registers nor the stack. */
export function writeAnalysis(text: Text, view: AnalysisView): void {
  writeBox(text, view.bugcheck ? 'Bugcheck Analysis' : 'Exception Analysis');
  if (view.bugcheck) {
    writeBugcheck(text, view.bugcheck);
    text.line();
    text.line('Debugging Details:').line('------------------').line();
  }
  text.line();
  const section = (...lines: string[]) => {
    for (const line of lines) text.line(line);
    text.line();
  };
  if (view.verbose) {
    text.line('KEY_VALUES_STRING: 1').line();
    for (const [key, value] of keyValues(view)) section(`    Key  : ${key}`, `    Value: ${value}`);
  }
  if (view.bugcheck) writeBugcheckValues(view.bugcheck, section);
  if (view.verbose) {
    section(`FILE_IN_CAB:  ${view.file}`);
    if (!view.exception) writeAccess(view, section);
    writeFaultingCode(text, view);
    writeRegisterSections(text, view, section);
  }
  if (view.process !== null) section(`PROCESS_NAME:  ${view.process}`);
  if (view.exception) writeExceptionValues(view, section);
  if (view.verbose && view.stack && view.stack.frames.length > 0) {
    text.line('STACK_TEXT:  ');
    writeStackText(text, view.stack, { ...PLAIN_FORM, arguments: true });
    text.line().line();
  }
  section(`SYMBOL_NAME:  ${symbolName(view)}`);
  text.write('MODULE_NAME: ');
  if (view.blame) text.linkName(view.blame.module, view.blame.module, (name) => `lmv m ${name}`);
  else text.write('Unknown_Module');
  text.line().line();
  section(`IMAGE_NAME:  ${view.blame ? (view.blame.imageName ?? 'Unknown_Image') : 'Unknown_Image'}`);
  if (view.imageVersion !== null) section(`IMAGE_VERSION:  ${view.imageVersion}`);
  if (view.verbose) linked(text, 'STACK_COMMAND:  ', stackCommand(view), '').line();
  if (view.signature) section(`FAILURE_BUCKET_ID:  ${view.signature.bucket}`);
  if (view.verbose) {
    section(`OSPLATFORM_TYPE:  ${view.architecture}`);
    if (view.os !== null) section(`OSNAME:  ${view.os}`);
  }
  if (view.signature) section(`FAILURE_ID_HASH:  ${view.signature.hash}`);
  text.line('Followup:     MachineOwner').line('---------').line();
}

type Section = (...lines: string[]) => void;

/** A line with a command in it that can be followed. */
function linked(text: Text, before: string, command: string, after: string): Text {
  return text.write(before).link(command, command).line(after);
}

function writeBugcheckValues({ code, parameters }: BugcheckView, section: Section): void {
  section(`BUGCHECK_CODE:  ${code.toString(16)}`);
  for (const [index, { value }] of parameters.entries()) section(`BUGCHECK_P${index + 1}: ${value.toString(16)}`);
}

function writeRegisterSections(text: Text, view: AnalysisView, section: Section): void {
  const { registers, exception } = view;
  if (registers) {
    const address = hexPadded(registers.address ?? 0n, view.pointerSize * 2);
    if (registers.from === 'exception') linked(text, 'CONTEXT:  (', '.ecxr', ')');
    else if (registers.from === 'context-record') linked(text, `CONTEXT:  ${address} -- (`, `.cxr 0x${address}`, ')');
    else {
      linked(text, `TRAP_FRAME:  ${address} -- (`, `.trap 0x${address}`, ')');
      if (registers.view.architecture === 'x64') {
        text.line('NOTE: The trap frame does not contain all registers.');
        text.line('Some register values may be zeroed or incorrect.');
      }
    }
    const trap = registers.from === 'trap-frame' && registers.view.architecture === 'x64';
    writeRegisters(text, registers.view, trap ? { zeros: true, segments: false } : {});
    section('Resetting default scope');
  }
  if (exception) {
    const at = view.exceptionAt === null ? null : hexPadded(view.exceptionAt, view.pointerSize * 2);
    if (at === null) linked(text, 'EXCEPTION_RECORD:  (', '.exr -1', ')');
    else linked(text, `EXCEPTION_RECORD:  ${at} -- (`, `.exr 0x${at}`, ')');
    writeException(text, exception);
    text.line();
  }
}

/** `READ_ADDRESS:  ADDRESS `; nothing where it is not known which way the access went. */
function writeAccess({ fault, pointerSize }: AnalysisView, section: Section): void {
  if (!fault?.access?.access) return;
  const { access, address } = fault.access;
  section(`${access.toUpperCase()}_ADDRESS:  ${hexPadded(address, pointerSize * 2)} `);
}

function writeFaultingCode(text: Text, { fault, pointerSize, architecture }: AnalysisView): void {
  if (!fault?.code) return;
  const { name, line } = fault.code;
  text.line('FAULTING_IP: ');
  if (name) text.line(analysisName(name.module, name.name, name.offset));
  text.line(codeLineText(line, pointerSize, true, architecture.startsWith('arm') ? 'arm' : 'x86')).line();
}

function writeExceptionValues(view: AnalysisView, section: Section): void {
  const { exception } = view;
  if (!exception) return;
  const code = exception.code >>> 0;
  const digits = (value: bigint) => hexPadded(value, view.pointerSize * 2);
  if (view.verbose) writeAccess(view, section);
  if (view.verbose)
    section(
      errorLine(code, 'ntstatus')
        .replace('Error code', 'ERROR_CODE')
        .replace(/ \(\d+\) - /, ' - '),
    );
  section(`EXCEPTION_CODE_STR:  ${code.toString(16)}`);
  if (view.verbose)
    for (const [index, value] of exception.parameters.entries())
      section(`EXCEPTION_PARAMETER${index + 1}:  ${digits(value)}`);
}

function symbolName({ blame }: AnalysisView): string {
  return blame ? analysisName(blame.module, blame.function, blame.offset) : 'ANALYSIS_INCONCLUSIVE';
}

/** A name with its offset as `!analyze` alone writes it: in hexadecimal digits without 0x, and with `+0`. */
function analysisName(module: string, name: string | null, offset: bigint | null): string {
  const shown = offset === null ? '' : `+${offset.toString(16)}`;
  return name === null ? `${module}${shown}` : `${module}!${name}${shown}`;
}

function stackCommand({ kernel, registers, threadIndex }: AnalysisView): string {
  if (!kernel) return `~${threadIndex ?? 0}s${registers ? ' ; .ecxr' : ''} ; kb`;
  if (registers?.from === 'trap-frame') return `.trap 0x${(registers.address ?? 0n).toString(16)} ; kb`;
  if (registers?.from === 'context-record') return `.cxr 0x${(registers.address ?? 0n).toString(16)} ; kb`;
  return '.cxr; .ecxr ; kb';
}

function keyValues(view: AnalysisView): (readonly [string, string])[] {
  const found: (readonly [string, string | null])[] = [
    ['Bugcheck.Code.LegacyAPI', view.bugcheck ? `0x${view.bugcheck.code.toString(16)}` : null],
    ['Failure.Bucket', view.signature?.bucket ?? null],
    ['Failure.Exception.Code', view.exception ? `0x${(view.exception.code >>> 0).toString(16)}` : null],
    ['Failure.Exception.IP.Address', view.exception ? `0x${view.exception.address.toString(16)}` : null],
    ['Failure.Hash', view.signature?.hash ?? null],
    ...faultValues(view.fault),
    ['Memoretics.Blame.Confidence', view.blame ? String(view.blame.confidence) : null],
    ['Memoretics.Blame.Reason', view.blame?.reason ?? null],
  ];
  return found.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
}

/** What the failing access was and what speaks against its record: sections of WinDbg's have no place for it. */
function faultValues(fault: FaultView | null): (readonly [string, string])[] {
  if (!fault) return [];
  const { access, operand, meaning, guardPage, bitFlips, inconsistencies } = fault;
  const found: (readonly [string, string | null])[] = [
    ['Access', access && `${access.access ?? 'access'} of 0x${access.address.toString(16)}`],
    ['Operand', operand],
    ['Meaning', meaning],
    ['GuardPage', guardPage ? 'likely: the access was to a page that guards memory' : null],
    ...(bitFlips ?? []).filter(isLikelyFlip).map((flip) => ['BitFlip', bitFlipStatement(flip)] as const),
    ...inconsistencies.map((statement) => ['Inconsistency', statement] as const),
  ];
  return found.flatMap(([key, value]) => (value === null ? [] : [[`Memoretics.Fault.${key}`, value] as const]));
}
