import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { cppIn } from '../../debugger/cpp/scope.ts';
import { cppTypeText, type TypedValue } from '../../debugger/cpp/value.ts';
import { floatText } from '../../debugger/float-text.ts';
import { scalarValue } from '../../debugger/local-value.ts';
import type { Session } from '../../debugger/session.ts';
import { pointerText, readValue } from '../../debugger/type-value.ts';
import { itemOf, type TypeRow, writeRows } from '../../debugger/type-view.ts';
import type { ArrayType, StructType } from '../../symbols/type.ts';

interface Data {
  readonly type: string;
  readonly value: bigint | number | null;
  readonly address: bigint | null;
  /** What stands behind the type. */
  readonly shown: string;
  /** Members of a structure, or of the one that a pointer leads to. */
  readonly rows: readonly TypeRow[];
  /** The last member that could not be read. */
  readonly unreadable: bigint | null;
}

const FLAT = { depth: 0, blocks: false, verbose: false, arrays: false, prefixes: false };

export default command<{ readonly text: string }, Data>({
  name: '??',
  syntax: '?? expression',
  summary: 'Evaluates a C++ expression over the types of the dump: members, pointers, arrays, casts, sizeof.',
  example: '?? sizeof(_LIST_ENTRY)',
  patterns: [],
  notes: 'A dump is read-only, so assignment, ++ and -- are refused. Enumerations print as dv shows them.',
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('??', 'Syntax error: ?? needs an expression', 0);
    return { text: args };
  },
  run: async (session, { text }) => viewOf(session, await cppIn(session, text)),
  render({ type, shown, rows, unreadable }, text) {
    text.line(`${type} ${shown}`.trimEnd());
    writeRows(rows, 1, false, text);
    if (unreadable !== null) text.line(`Memory read error 0x${unreadable.toString(16)}`);
  },
});

function viewOf(session: Session, value: TypedValue): Data {
  const { bits, number, address } = value;
  const plain = { type: cppTypeText(value.type), value: bits ?? number, address, rows: [], unreadable: null };
  if (number !== null) return { ...plain, shown: floatText(number, 15) };
  if (bits === null) {
    if (value.type.kind === 'struct' && address !== null)
      return { ...plain, shown: '', ...membersOf(session, value.type, address) };
    if (address === null) return { ...plain, shown: '' };
    const place = pointerText(address, session.pointerSize);
    if (value.type.kind === 'void') return { ...plain, type: '<no type information>', shown: place };
    const text = value.type.kind === 'array' ? arrayText(session, value.type, address) : null;
    return { ...plain, shown: text === null ? place : `${place} ${text}` };
  }
  if (value.type.kind !== 'pointer')
    return { ...plain, shown: scalarValue(session, value.type, plain.type, bits).text };
  const target = value.type.target();
  if (target.kind === 'base') return { ...plain, shown: scalarValue(session, value.type, plain.type, bits).text };
  const members = target.kind === 'struct' && bits !== 0n ? membersOf(session, target, bits) : {};
  return { ...plain, shown: pointerText(bits, value.type.size), ...members };
}

/** The characters of an array of them; null for other arrays. */
function arrayText(session: Session, type: ArrayType, address: bigint): string | null {
  const element = type.element();
  if (element.kind !== 'base' || (element.size !== 1 && element.encoding !== 'wchar')) return null;
  return readValue(session, type, address).text.replace(/^\[\d+\]\s*/, '');
}

function membersOf(session: Session, type: StructType, address: bigint): Pick<Data, 'rows' | 'unreadable'> {
  const { rows, unreadable } = itemOf(session, type, address, [], FLAT);
  return { rows, unreadable };
}
