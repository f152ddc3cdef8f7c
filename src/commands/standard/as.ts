import { UsageError } from '../../bytes/errors.ts';
import { decodeAscii, decodeUtf16 } from '../../bytes/text.ts';
import { command } from '../../debugger/command.ts';
import { placedLater } from '../../debugger/inner-expression.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { aliasesOf } from '../../debugger/script/session-aliases.ts';
import { closed } from '../../debugger/script/stand-ins.ts';
import type { Session } from '../../debugger/session.ts';
import { readAvailable, tryPointer, tryU16 } from '../../memory/space.ts';

interface Options {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
  /** Column of the text among the arguments, for carets. */
  readonly at: number;
}

const LONGEST = 0x4000;
/** Kinds whose text comes from the dump. */
const FOREIGN: ReadonlySet<string> = new Set(['ma', 'mu', 'msa', 'msu', 'c']);

export default command<Options, { readonly name: string; readonly value: string }>({
  name: 'as',
  syntax: 'as Name text-to-the-end-of-the-line | aS Name text-to-; | as /ma|/mu|/msa|/msu|/x|/c|/f|/e Name value',
  summary:
    'Gives a name to a text, which replaces the name in later lines and blocks; from memory, an expression (/x), the output of commands (/c), a file (/f) or an environment variable (/e).',
  example: 'aS Where nt!KiSystemStartup',
  patterns: [],
  holdsCommands: true,
  notes: 'Environment variables (/e) are those of the machine that memoretics runs on, as a debugger takes its own.',
  parse(args, _, typed) {
    const found = /^\s*(?:\/(ma|mu|msa|msu|x|c|f|e)\s+)?(?:\$\{\/v:([^}]+)\}|"([^"]+)"|(\S+))(?:\s+(.*))?$/s.exec(args);
    const name = found?.[2] ?? found?.[3] ?? found?.[4];
    if (!found || name === undefined)
      throw new UsageError(typed, `Syntax error: ${typed} needs a name and its text`, 0);
    const written = found[5]?.trim() ?? '';
    const text = written.replace(/^"(.*)"$/s, '$1');
    if (text === '' && found[1] !== undefined)
      throw new UsageError(typed, `Syntax error: ${typed} /${found[1]} needs a value`, args.length);
    const at = args.length - (found[5] ?? '').length + (written === text ? 0 : 1);
    return { kind: found[1] ?? 'text', name, text, at };
  },
  async run(session, { kind, name, text, at }) {
    const value = await aliasValue(session, kind, text, at);
    // Texts of the dump end no command; those of the user may.
    aliasesOf(session).set(name, FOREIGN.has(kind) ? closed(value) : value);
    return { name, value };
  },
  render() {},
});

async function aliasValue(session: Session, kind: string, text: string, at: number): Promise<string> {
  if (kind === 'text') return text;
  if (kind === 'c') {
    const outcome = await session.runLine?.(text);
    if (!outcome || outcome.error) throw new UsageError('as', outcome?.error?.message ?? 'commands cannot be run here');
    return outcome.text.replace(/\r?\n$/, '');
  }
  if (kind === 'f') {
    if (!session.readText) throw new UsageError('as', 'files cannot be read here');
    return session.readText(text).replace(/\r?\n$/, '');
  }
  if (kind === 'e') {
    const variable = session.readEnvironment?.(text) ?? null;
    if (variable === null) throw new UsageError('as', `the environment has no variable '${text}'`);
    return variable;
  }
  const value = await placedLater(() => evaluateIn(session, text), at);
  if (kind === 'x') return `0x${value.toString(16)}`;
  return stringAt(session, kind, value);
}

function stringAt(session: Session, kind: string, value: bigint): string {
  const { memory, pointerSize } = session;
  const at = session.address(value);
  const wide = kind.endsWith('u');
  const structure = kind.startsWith('ms');
  const buffer = at === null ? null : structure ? tryPointer(memory, at + pointerSize, pointerSize) : at;
  const length = at === null ? null : structure ? tryU16(memory, at) : LONGEST;
  const bytes = buffer === null || length === null ? null : readAvailable(memory, buffer, length);
  if (!bytes || (structure ? bytes.length < length! : bytes.length === 0)) {
    throw new UsageError('as', `Memory access error at ${value.toString(16)}: the text is not in the dump`);
  }
  return wide ? decodeUtf16(bytes) : decodeAscii(bytes);
}
