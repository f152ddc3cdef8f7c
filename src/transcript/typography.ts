/** Longest part of a line that readers look at; the original keeps all of it. Symbols of C++ templates reach some 3,000. */
const LONGEST = 4096;

const UNUSUAL = /[^\t\x20-\x7e]|&(?:lt|gt|amp|nbsp|quot|apos|#39|#x27|#160);/;
const WIDE = /\s{129}/;
const WIDE_ALL = /\s{129,}/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&nbsp;': ' ',
  '&#160;': ' ',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
};

/**
 * A line as a debugger would have printed it: what blog engines and word processors did to it is undone (no-break spaces,
 * `0×26` for `0x26`, curly quotes, a closing quote for two apostrophes, dashes, HTML entities), terminal colours are
 * dropped, blanks at its end too, and it is cut to what readers need. Clean lines are returned as they are.
 */
export function repairLine(line: string): string {
  let text = line.length > LONGEST ? line.slice(0, LONGEST) : line;
  const last = text.charCodeAt(text.length - 1);
  if (last === 0x20 || last === 0x09 || last === 0xa0) text = text.trimEnd();
  // A long run of blanks means no more than a short one, and would cost every pattern its square.
  if (text.length > 128 && WIDE.test(text)) text = text.replace(WIDE_ALL, ' '.repeat(128));
  if (!UNUSUAL.test(text)) return text;
  let fixed = text
    .replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '')
    .replace(/&(?:lt|gt|amp|nbsp|quot|apos|#39|#x27|#160);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/(\d)\u00d7(?=[0-9a-fA-F?])/g, '$1x')
    .replace(/[\u2018\u2019\u201a\u201b\u00b4]/g, "'")
    .replace(/\u2026/g, '...')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u2060\ufeff]/g, '');
  // `: 0 ''` of dt became `: 0 ”`: a closing quote that nothing opened.
  if (fixed.includes('\u201d') && !fixed.includes('\u201c')) fixed = fixed.replace(/(\s)\u201d(\s*)$/, "$1''$2");
  return fixed.replace(/[\u201c\u201d\u201e]/g, '"');
}
