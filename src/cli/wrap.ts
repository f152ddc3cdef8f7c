import { eastAsianWidth } from 'get-east-asian-width';

/** Text of one style; the text is already escaped. */
export interface Run<S> {
  readonly style: S;
  readonly text: string;
}

/** Columns that a text takes on a terminal: two for wide characters, none for combining marks. */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  if (char < '\u0300') return 1;
  return /^\p{M}$/u.test(char) ? 0 : eastAsianWidth(char.codePointAt(0)!);
}

/** The longest start of `text` that takes at most `room` columns; never half a character. */
export function cutToWidth(text: string, room: number): string {
  let width = 0;
  let end = 0;
  for (const char of text) {
    width += charWidth(char);
    if (width > room) break;
    end += char.length;
  }
  return text.slice(0, end);
}

/**
 * Breaks runs into lines at spaces, the first of `first` columns and the others of `rest`; words longer than a line are
 * broken where it ends. One pass over the text, however long it is.
 */
export function wrapRuns<S>(runs: readonly Run<S>[], first: number, rest: number): Run<S>[][] {
  const lines: Run<S>[][] = [[]];
  let room = first;
  let used = 0;
  let gap = '';
  let gapStyle = runs[0]?.style;
  let word: Run<S>[] = [];
  let wordWidth = 0;
  const breakLine = () => {
    lines.push([]);
    room = rest;
    used = 0;
    gap = '';
  };
  const put = (run: Run<S>, width: number) => {
    const line = lines.at(-1)!;
    const last = line.at(-1);
    if (last && last.style === run.style) line[line.length - 1] = { style: run.style, text: last.text + run.text };
    else line.push(run);
    used += width;
  };
  const endWord = () => {
    if (word.length === 0) return;
    if (used + gap.length + wordWidth > room && used > 0) breakLine();
    if (gap !== '' && used + gap.length <= room) put({ style: gapStyle as S, text: gap }, gap.length);
    gap = '';
    for (const { style, text } of word) {
      for (let left = text; left !== ''; ) {
        const part = used + wordWidth <= room ? left : cutToWidth(left, room - used);
        if (part === '' && used > 0) {
          breakLine();
          continue;
        }
        // A character wider than the line itself still has to go somewhere.
        const taken = part === '' ? String.fromCodePoint(left.codePointAt(0)!) : part;
        const width = displayWidth(taken);
        put({ style, text: taken }, width);
        wordWidth -= width;
        left = left.slice(taken.length);
      }
    }
    word = [];
    wordWidth = 0;
  };
  for (const { style, text } of runs) {
    for (const token of text.split(/( +)/)) {
      if (token === '') continue;
      if (token.startsWith(' ')) {
        endWord();
        gapStyle = style;
        gap += token;
      } else {
        word.push({ style, text: token });
        wordWidth += displayWidth(token);
      }
    }
  }
  endWord();
  return lines;
}
