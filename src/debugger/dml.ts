import type { Text } from './text.ts';

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", semi: ';' };
/** A tag with its attributes; `<?dml?>` may begin a text. */
const TAG = /<(\/?)([a-z]\w*)((?:\s+\w+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>|<\?dml\?>/gi;
const COMMAND = /\scmd\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/**
 * Writes the debugger's markup language: `<link>` and `<exec>` with a `cmd` become links; of `<b>`, `<i>`, `<u>`, `<col>`
 * and all others only the text between them is left, as where WinDbg shows none of it.
 */
export function writeDml(text: Text, dml: string): void {
  let at = 0;
  let command: string | null = null;
  const write = (end: number) => {
    const between = withoutEntities(dml.slice(at, end));
    if (command !== null && between !== '') text.link(between, command);
    else text.write(between);
  };
  for (const found of dml.matchAll(TAG)) {
    write(found.index);
    at = found.index + found[0].length;
    const [, closes, name, attributes = ''] = found;
    if (name === undefined || !/^(?:link|exec)$/i.test(name)) continue;
    const given = COMMAND.exec(attributes);
    command = closes || !given ? null : commandOf(given[1] ?? given[2] ?? '');
  }
  write(dml.length);
}

/** A link's command; null where a text out of a dump stands in it that could end the command and begin another one. */
function commandOf(written: string): string | null {
  const command = withoutEntities(written);
  return written.includes('&semi;') || /\p{Cc}/u.test(command) ? null : command;
}

/** A text with the characters that begin tags and entities, or another command, written as entities. */
export function asDmlText(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', ';': 'semi' };
  return text.replace(/[&<>";]/g, (sign) => `&${names[sign]};`);
}

function withoutEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|semi);/g, (_, name: string) => SIGNS[name]!);
}
