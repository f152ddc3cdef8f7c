import type { Page, Section } from './transcript.ts';
import { repairLine } from './typography.ts';

/**
 * A prompt: `0: kd>`, `kd>`, `?: kd>` (no context), `lkd>`, `1: kd:x86>`, `0:000>`, `0:000:x86>`, `||0:1:003>`,
 * `[11] 0:000>`. Quote marks and loading dots may stand before it.
 */
const PROMPT =
  /^[\s>|.*]*?((?:\[\d+\]\s)?(?:(?:\|\|?)?(?:\d+(?:\.\d+)?|\?): ?)?l?kd(?::\w+)?>|(?:\[\d+\]\s)?(?:\|\|?\d+:)?(?:\d{1,5}:\d{3,5}|\?:\?\?\?)(?::\w+)?>)\s*(.*)$/;
const NEW_SESSION = /^\s*(?:Loading Dump File \[|Microsoft \(R\) Windows Debugger)/;
/** A plain search, which spares nearly every line the pattern. */
const mayOpenSession = (line: string) => line.includes('Loading Dump File') || line.includes('Windows Debugger');
const DATE = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?, \d{4}$/;
const SIGNATURE = /^\s*- .{1,80} @ .{1,80} -\s*$/;

/** The prompt at the start of a repaired line with the command after it, or null. Of several prompts in a row the last one counts. */
export function promptOf(line: string): { readonly prompt: string; readonly command: string } | null {
  if (!line.includes('>')) return null;
  let found = PROMPT.exec(line);
  if (!found) return null;
  // Output glued to a prompt that was never answered: `0:000>2: kd> k`, `0: kd> 0: kd> k`.
  for (let i = 0; i < 8; i++) {
    const inner = PROMPT.exec(found[2]!);
    if (!inner) break;
    found = inner;
  }
  return { prompt: found[1]!, command: found[2]!.trim() };
}

/** The posts of a page: a title, a date in words, and a signature `- Name @ Place -` at the end of each. */
export function splitPages(lines: readonly string[]): readonly Page[] {
  const starts: { title: string; date: string; firstLine: number }[] = [];
  let signatures = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.length > 200) continue;
    if (line.startsWith('-') && SIGNATURE.test(line)) signatures++;
    else if (line.includes('day, ') && DATE.test(line.trim())) {
      let title = i - 1;
      while (title > i - 4 && title >= 0 && lines[title]!.trim() === '') title--;
      const text = lines[title]?.trim() ?? '';
      if (title > i - 4 && text !== '' && text.length <= 150)
        starts.push({ title: text, date: line.trim(), firstLine: title });
    }
  }
  if (starts.length === 0 || (signatures === 0 && starts.length < 2)) return [];
  return starts.map((start, index) => ({
    ...start,
    lineCount: (starts[index + 1]?.firstLine ?? lines.length) - start.firstLine,
  }));
}

/** Repairs the lines and cuts them at prompts, at the start of another session, and at the posts of a page. */
export function splitSections(original: readonly string[]): {
  readonly sections: readonly Section[];
  readonly pages: readonly Page[];
} {
  const lines = original.map(repairLine);
  const pages = splitPages(lines);
  const sections: Section[] = [];
  let current: { prompt: string | null; command: string; firstLine: number; promptLine: number | null } = {
    prompt: null,
    command: '',
    firstLine: 0,
    promptLine: null,
  };
  let page: number | null = null;
  let nextPage = 0;
  let before = '';
  const close = (end: number): void => {
    const output = lines.slice(current.firstLine, end);
    if (current.prompt === null && !output.some((line) => line.trim() !== '')) return;
    // A blank Enter at the prompt repeats the command before; an idle prompt has no output.
    const repeats = current.prompt !== null && current.command === '' && output.some((line) => line.trim() !== '');
    const command = repeats ? before : current.command;
    if (current.prompt !== null) before = command;
    sections.push({ ...current, command, lines: output, page });
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const start = nextPage < pages.length && pages[nextPage]!.firstLine === i;
    const found = start ? null : promptOf(line);
    if (found) {
      close(i);
      current = { ...found, firstLine: i + 1, promptLine: i };
    } else if (
      start ||
      (line.length < 1000 && i > current.firstLine && mayOpenSession(line) && NEW_SESSION.test(line))
    ) {
      close(i);
      current = { prompt: null, command: '', firstLine: i, promptLine: null };
      if (start) page = nextPage++;
    }
  }
  close(lines.length);
  return { sections, pages };
}
