/** A line that is nothing but a comment. */
const COMMENT = /^\s*(?:\*|\$\$(?:\s|$)).*$/gm;

/** Whether braces are still open, so that the next line belongs to the same command. */
export function isOpen(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (const sign of text.replace(COMMENT, '')) {
    if (sign === '"') quoted = !quoted;
    else if (sign === '\n') quoted = false;
    else if (!quoted && sign === '{') depth++;
    else if (!quoted && sign === '}') depth--;
  }
  return depth > 0;
}
