import { printable } from '../bytes/text.ts';
import { explain, renderExplanations } from '../handbook/explain.ts';
import { terminal } from './terminal.ts';

/** Explains a code, a name or words: bug checks, NTSTATUS, HRESULT, Win32 and exception codes. */
export function runExplain(words: readonly string[], options: { readonly json?: boolean }): number {
  const text = words.join(' ');
  const found = explain(text);
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value), 2)}\n`,
    );
    return found.length > 0 ? 0 : 1;
  }
  if (found.length === 0) {
    process.stderr.write(
      `memoretics: nothing known by "${printable(text)}": give a code (0x9f, -1073741819), a name (STATUS_ACCESS_VIOLATION) or words of its text\n`,
    );
    return 1;
  }
  process.stdout.write(`${renderExplanations(found, terminal().width).join('\n')}\n`);
  return 0;
}
