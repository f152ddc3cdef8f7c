import { hex, hexPadded, hexTicked } from '../bytes/hex.ts';
import { type Frame, frameName } from '../windows/stack.ts';
import type { FrameView, StackView } from './stack-view.ts';
import type { Text } from './text.ts';
import { variableText } from './variable-view.ts';

/** What the letters of `k` ask for. */
export interface StackForm {
  readonly arguments: boolean;
  /** kv: FPO notes and trap frames. */
  readonly verbose: boolean;
  readonly numbers: boolean;
  readonly source: boolean;
  /** kp: parameters on the frame's line; kP: each on its own. */
  readonly parameters: 'none' | 'line' | 'lines';
  /** kf: bytes between frames. */
  readonly distance: boolean;
  /** kc: call sites only. */
  readonly clean: boolean;
  /** kM: frame numbers run .frame. */
  readonly links: boolean;
  /** How each frame was found. */
  readonly trust: boolean;
  /** Trap frames alone of what kv notes, as !thread does. */
  readonly traps: boolean;
  /** Never with frame numbers, as !thread. */
  readonly unnumbered: boolean;
}

export const PLAIN_FORM: StackForm = {
  arguments: false,
  verbose: false,
  numbers: false,
  source: true,
  parameters: 'none',
  distance: false,
  clean: false,
  links: false,
  trust: false,
  traps: false,
  unnumbered: false,
};

/** An address as stacks print it: 8 digits, or 16 with a backtick. */
export function stackAddress(value: bigint, bits: 32 | 64): string {
  return bits === 32 ? hexPadded(BigInt.asUintN(32, value), 8) : hexTicked(value);
}

/** A frame's place as stacks print it; an address in no module has all its digits. */
export function callSite(frame: Frame, bits: 32 | 64): string {
  if (frame.module === null && frame.function === null && frame.unloadedModule === null && frame.address !== null)
    return `0x${stackAddress(frame.address, bits)}`;
  return frameName(frame);
}

function sourceOf(frame: Frame): string {
  return frame.source ? ` [${frame.source.file} @ ${frame.source.line}] ` : '';
}

/** The words before frames that were guessed, as every debugger's log has them. */
const GUESSED = 'WARNING: Stack unwind information not available. Following frames may be wrong.';

function heading(form: StackForm, bits: 32 | 64, numbers: boolean): string {
  const number = numbers ? ' # ' : '';
  if (form.clean) return `${number}Call Site`;
  const distance = form.distance ? (numbers ? '  Memory  ' : '  Memory  ') : '';
  if (bits === 32)
    return `${number}${distance}ChildEBP RetAddr  ${form.arguments ? 'Args to Child              ' : ''}`;
  return form.arguments
    ? `${number}${distance}Child-SP          RetAddr               : Args to Child                                                           : Call Site`
    : `${number}${distance}Child-SP          RetAddr               Call Site`;
}

/**
 * Writes a stack as `k` prints it: for 64-bit targets in the layout of debuggers since 2019, whose frames are always
 * numbered, for 32-bit ones in that of their time.
 */
export function writeStack(text: Text, view: StackView, form: StackForm): void {
  const { bits } = view;
  const numbers = !form.unnumbered && (form.numbers || bits === 64 || form.links);
  if (view.lastSetContext) text.line('  *** Stack trace for last set context - .thread/.cxr resets it');
  text.line(heading(form, bits, numbers));
  let guessing = false;
  let before: FrameView | null = null;
  for (const item of view.frames) {
    const { frame } = item;
    if (frame.trust === 'scan' && !guessing && !form.clean) {
      text.line(GUESSED);
      guessing = true;
    }
    if (numbers) {
      const number = hexPadded(BigInt(item.number), 2);
      text.link(number, `.frame 0n${item.number};dv /t /v`).write(' ');
    }
    if (form.clean)
      endFrame(
        text,
        form,
        siteWithParameters(
          { ...item, frame: { ...frame, offset: frame.function === null ? frame.offset : null } },
          form,
          bits,
        ),
      );
    else {
      if (form.distance) text.write(`${distance(item, before, bits)} `);
      endFrame(text, form, frameColumns(item, form, bits));
    }
    if (form.trust) text.line(`     ${trustLine(frame)}`);
    if (!frame.inline) before = item;
  }
  if (form.trust) {
    if (view.endReason !== null) text.line(`End of the stack: ${view.end}: ${view.endReason}`);
    for (const warning of view.warnings) text.line(`Note: ${warning}`);
  }
}

/** What ends a frame's line; parameters by lines are the one place where a frame has several. */
function endFrame(text: Text, form: StackForm, shown: string): void {
  if (form.parameters === 'lines') text.write(`${shown}\n`);
  else text.line(shown);
}

/** The lines of a stack without their header or numbers, as STACK_TEXT of !analyze has them. */
export function writeStackText(text: Text, view: StackView, form: StackForm): void {
  for (const item of view.frames) text.line(frameColumns(item, form, view.bits));
}

/** One numbered line of a stack, as .frame prints it. */
export function writeFrame(text: Text, item: FrameView, form: StackForm, bits: 32 | 64): void {
  text.line(`${hexPadded(BigInt(item.number), 2)} ${frameColumns(item, form, bits)}`);
}

function distance(item: FrameView, before: FrameView | null, bits: 32 | 64): string {
  const bytes = before?.child == null || item.child === null ? null : BigInt.asUintN(bits, item.child - before.child);
  return (bytes === null ? '' : bytes.toString(16)).padStart(9);
}

/** `Foo!bar(int x = 0n1)+0x12`, or with each parameter on a line of its own. */
function siteWithParameters({ frame, parameters }: FrameView, form: StackForm, bits: 32 | 64): string {
  if (form.parameters === 'none' || parameters === undefined || frame.function === null) return callSite(frame, bits);
  const name = callSite({ ...frame, offset: null }, bits);
  const offset = frame.offset !== null && frame.offset !== 0n ? `+0x${frame.offset.toString(16)}` : '';
  const start = form.parameters === 'lines' ? '\n\t\t\t' : '';
  const list = parameters.map((each) => `${start}${each.typeName} ${each.name} = ${variableText(each)}`);
  return `${name}(${list.length === 0 ? 'void' : list.join(', ')})${offset}`;
}

function frameColumns(item: FrameView, form: StackForm, bits: 32 | 64): string {
  const { frame } = item;
  const noted = form.verbose || (form.traps && item.trapFrame !== null);
  const site = `${siteWithParameters(item, form, bits)}${noted ? notes(item, bits) : ''}${form.source ? sourceOf(frame) : ''}`;
  const value = (part: bigint | null) => stackAddress(part ?? 0n, bits);
  if (bits === 32) {
    if (frame.inline) return `(Inline) -------- ${form.arguments ? '-------- -------- -------- ' : ''}${site}`;
    return `${value(item.child)} ${value(item.returnAddress)} ${form.arguments ? `${item.arguments.map(value).join(' ')} ` : ''}${site}`;
  }
  const blank = '--------`--------';
  const columns = frame.inline
    ? `(Inline Function) ${blank}    `
    : `${value(item.child)} ${value(item.returnAddress)}    `;
  if (!form.arguments) return `${columns} ${site}`;
  const words = frame.inline ? Array.from({ length: 4 }, () => blank) : item.arguments.map(value);
  return `${columns} : ${words.join(' ')} : ${site}`;
}

/** kv's notes on a frame: its FPO record and the trap frame it was entered through. */
function notes({ fpo, trapFrame }: FrameView, bits: 32 | 64): string {
  const trap = trapFrame === null ? '' : `TrapFrame @ ${stackAddress(trapFrame, bits)}`;
  if (fpo !== null) return ` (FPO: ${fpo}${trap === '' ? '' : ` ${trap}`})`;
  return trap === '' ? '' : ` (${trap})`;
}

const TRUST: Readonly<Record<Frame['trust'], string>> = {
  context: 'the saved registers',
  'trap-frame': 'a trap or machine frame',
  'unwind-info': 'unwind information',
  'frame-data': 'frame data of the symbols',
  'frame-pointer': 'the frame pointer',
  'shadow-stack': "its return address on the processor's shadow stack",
  scan: 'a scan of the stack: may be left over from an earlier call',
  transcript: "the log's debugger",
};

/** How a frame was found, in words. */
export function trustLine(frame: Frame): string {
  const trap = frame.trapFrame === null ? '' : ` at ${hex(frame.trapFrame)}`;
  const note = frame.note === undefined ? '' : `; ${frame.note}`;
  return `${frame.inline ? 'inlined; its caller was ' : ''}found by ${TRUST[frame.trust]}${trap}${note} (${frame.trust})`;
}
