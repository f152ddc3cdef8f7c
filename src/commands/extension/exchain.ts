import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import {
  type ChainRecord,
  codeText,
  type ExceptionChain,
  type NamedCode,
  readExceptionChain,
} from '../../debugger/exception-chain.ts';
import { addressText, nameText } from '../../debugger/names.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import type { Text } from '../../debugger/text.ts';

const MOST_LISTED = 8;

export default command<null, ExceptionChain>({
  name: '!exchain',
  syntax: '!exchain',
  summary: 'Shows the exception handlers that stand ready in the current thread.',
  example: '!exchain',
  patterns: [],
  notes:
    'Of frames of _except_handler4 the scope table is shown where the security cookie of the module is in the dump. FuncInfo of C++ frames, frames without unwind data and what could not be read are told in words of our own.',
  parse(args, session) {
    void session.target;
    noArguments(args.replace(/^\s*(\/[a-z]\s*)*/i, ''), '!exchain');
    return null;
  },
  run: (session) => readExceptionChain(session),
  render(chain, text) {
    if (chain.kind === 'records') {
      for (const record of chain.records) writeRecord(text, record);
      if (chain.records.length === 0 && chain.broken === null) text.line('The exception chain is empty.');
      if (chain.broken !== null) text.line(`Invalid exception stack at ${hexPadded(chain.broken, 8)}`);
      return;
    }
    const place = ({ address, name }: NamedCode) =>
      `${name ? nameText(name) : '<no module>'} (${addressText(address, chain.pointerSize)})`;
    text.line(`${chain.frameCount} stack frames, scanning for handlers...`);
    for (const { number, code, handler, forExceptions } of chain.frames) {
      text.line(`Frame 0x${hexPadded(number, 2)}: ${place(code)}`);
      text.line(`  ${forExceptions ? 'ehandler' : 'uhandler'} ${place(handler)}`);
    }
    if (chain.unknown.length > 0)
      text.line(`No unwind data of ${unknownFrames(chain)}: neither in the dump nor in an image on disk`);
  },
});

/** Frames by number, or how many when there are many. */
function unknownFrames({ unknown, frameCount }: ExceptionChain & { readonly kind: 'frames' }): string {
  if (unknown.length > MOST_LISTED) return `${unknown.length} of ${frameCount} frames`;
  const numbers = unknown.map((each) => `0x${hexPadded(each, 2)}`).join(', ');
  return `${unknown.length === 1 ? 'frame' : 'frames'} ${numbers}`;
}

function writeRecord(text: Text, { address, handler, details, names }: ChainRecord): void {
  text.line(`${hexPadded(address, 8)}: ${codeText(handler, hexPadded(handler.address, 8))}`);
  if (!details) return;
  const nameOf = (at: bigint) => {
    const found = names.find((each) => each.address === at);
    return codeText(found ?? { address: at, name: null }, hexPadded(at, 8));
  };
  for (const { level, filter, handler: body } of details.scopes) {
    const head = `  CRT scope ${String(level).padStart(2)}, `;
    if (filter === null) text.line(`${head}func:   ${nameOf(body)}`);
    else {
      text.line(`${head}filter: ${nameOf(filter)}`);
      text.line(`${' '.repeat(head.length)}func:   ${nameOf(body)}`);
    }
  }
  const info = details.functionInfo;
  if (info)
    text.line(`  C++ FuncInfo at ${hexPadded(info.address, 8)}: ${info.states} states, ${info.tries} try blocks`);
  if (details.note !== null) text.line(`  Note: ${details.note}`);
}
