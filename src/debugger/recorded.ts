import type { Transcript } from '../transcript/transcript.ts';
import type { Outcome } from './outcome.ts';
import { Text } from './text.ts';

/** What a log holds of one command: lines of output as they stand there. */
export interface Recorded {
  readonly prompt: string;
  /** Line of the prompt in the log, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** Commands that are named when one is not recorded; the rest are counted. */
const MOST_NAMED = 12;

/** What the log of a debugger holds of a command that needs a dump; null where it was not run there. */
export function recordedOutcome(transcript: Transcript, line: string): Outcome | null {
  const wanted = keyOf(line);
  const found = transcript.sections.flatMap(({ prompt, promptLine, command, lines }): Recorded[] =>
    prompt !== null && promptLine !== null && keyOf(command) === wanted
      ? [{ prompt, line: promptLine + 1, lines: withoutEnd(lines) }]
      : [],
  );
  if (found.length === 0) return null;
  const text = new Text();
  for (const { line: at, lines } of found) {
    text.line(`*** as recorded in line ${at} of the log`);
    for (const one of lines) text.line(one);
  }
  return { command: line, data: { recorded: found }, text: text.toString(), error: null };
}

/** The commands of a log, for whoever asked for another. */
export function recordedCommands(transcript: Transcript): string {
  const commands = transcript.sections.filter(({ prompt, command }) => prompt !== null && command !== '');
  const names = [...new Map(commands.map(({ command }) => [keyOf(command), command])).values()];
  if (names.length === 0) return 'no command is recorded in it';
  const more = names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : '';
  return `recorded in it: ${names.slice(0, MOST_NAMED).join(', ')}${more}`;
}

function keyOf(command: string): string {
  return command.trim().replace(/\s+/g, ' ').toLowerCase();
}

function withoutEnd(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]!.trim() === '') end--;
  return lines.slice(0, end);
}
