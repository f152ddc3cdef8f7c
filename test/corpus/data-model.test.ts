import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ModelNode } from '../../src/debugger/data-model/view.ts';
import { Console } from '../transcripts/console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const FORGED = join(CORPUS, 'forged/x64');
const dump = join(FORGED, 'w10-locks.dmp');

interface Truth {
  readonly processes: readonly {
    readonly pid: number;
    readonly name: string;
    readonly handle_count: number;
    readonly threads: readonly { readonly tid: number; readonly stack: readonly { readonly symbol?: string }[] }[];
  }[];
}

describe.skipIf(!existsSync(dump))(
  'dx over a forged kernel dump agrees with its truth file (needs ../shared/corpus)',
  () => {
    test('processes, threads, handles and stacks', async () => {
      const truth = JSON.parse(readFileSync(join(FORGED, 'expected/w10-locks.json'), 'utf8')) as Truth;
      const listed = truth.processes.filter(({ pid }) => pid !== 0);
      const console = new Console(dump, [join(CORPUS, 'isf')]);
      const shown = async (expression: string) => {
        const [outcome] = await console.run(`dx ${expression}`);
        expect(outcome!.error, expression).toBeNull();
        return (outcome!.data as { node: ModelNode }).node;
      };
      const rows = await shown(
        '-g @$cursession.Processes.Select(p => new { n = p.Name, t = p.Threads.Count(), h = p.Handles.Count() })',
      );
      expect(rows.children?.map(({ name, children }) => [name, ...(children ?? []).map(({ text }) => text)])).toEqual(
        listed.map(({ pid, name, threads, handle_count }) => [
          `[0x${pid.toString(16)}]`,
          name.slice(0, 14),
          `0x${threads.length.toString(16)}`,
          `0x${handle_count.toString(16)}`,
        ]),
      );
      const [system] = listed;
      const thread = system!.threads[0]!;
      const frames = await shown(`@$cursession.Processes[4].Threads[0x${thread.tid.toString(16)}].Stack.Frames`);
      expect(frames.children?.map(({ text }) => /!(\w+)/.exec(text ?? '')?.[1])).toEqual(
        thread.stack.map(({ symbol }) => symbol),
      );
      // A member of the structure behind the object is the same number.
      const ids = await shown(
        '@$cursession.Processes.All(p => (unsigned __int64)p.KernelObject.UniqueProcessId == p.Id)',
      );
      expect(ids.text).toBe('true');
      console.close();
    });
  },
);
