/** A line that is nothing but a comment. */
const COMMENT = /^\s*(?:\*|\$\$(?:\s|$)).*$/gm;

/** The head of a block at the end of a text, whose brace may stand on the next line. */
const HEAD =
  /(?:^|[;{}\n])\s*\.(?:(?:while|if|elsif|for|foreach)(?:\s+\/\w+\s+\S+)*\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|else|catch|block|do)\s*$/i;
/** How a line begins that belongs to the block before it. */
const CONTINUES = /^\s*(?:\{|\.els)/i;

/** Whether the command is not whole, so that the next line belongs to it: a brace is open, or a block is to come. */
export function isOpen(text: string): boolean {
  return hasOpenBrace(text) || (text.length <= LONGEST_HEAD && HEAD.test(text));
}
const LONGEST_HEAD = 4096;

/** Whether a line belongs to the command before it, though that could stand alone: `{` and `.else` on their own lines. */
export function continuesBlock(before: string, line: string): boolean {
  return CONTINUES.test(line) && /^\s*\./.test(before);
}

export function hasOpenBrace(text: string): boolean {
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
