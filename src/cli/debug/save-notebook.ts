import { existsSync } from 'node:fs';
import type { Front, OutcomeReply } from './front.ts';
import type { Notebook } from './notebook.ts';
import type { OwnCommand } from './own-commands.ts';

type Answer = Omit<OutcomeReply, 'kind'>;

/** `.notebook`: what is to be written, after asking where a file exists already. */
export async function keepNotebook(
  notebook: Notebook,
  { path, how }: Extract<OwnCommand, { kind: 'notebook' }>,
  command: string,
  front: Front,
): Promise<Answer> {
  const answer = (text: string, failed = false): Answer => ({
    command,
    text: `${text}\n`,
    links: [],
    data: null,
    error: failed ? { code: 'source', message: text, position: null } : null,
  });
  if (path === null)
    return answer(notebook.path === null ? 'no notebook is kept' : `The conversation is in ${notebook.path}`);
  let chosen: 'new' | 'append' | 'overwrite' = how === 'ask' ? 'new' : how;
  if (chosen === 'new' && existsSync(path)) {
    const key = await front.choose?.(`${path} exists: overwrite, append, cancel? [o/a/c] `, 'oac');
    if (key === undefined) return answer(`${path} exists; .notebook /o overwrites it, .notebook /a adds to it`, true);
    if (key === 'c') return answer('nothing was written');
    chosen = key === 'o' ? 'overwrite' : 'append';
  }
  try {
    notebook.save(path, chosen);
    return answer(`The conversation is in ${path}`);
  } catch (error) {
    return answer(`${path} cannot be written: ${(error as Error).message}`, true);
  }
}
