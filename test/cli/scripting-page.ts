import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command-line.ts';

/** A fenced block of docs/scripting.md with what its section says that it prints. */
export interface PageExample {
  readonly title: string;
  /** `c`, `windbg`, `ts`, `js`. */
  readonly language: string;
  readonly code: string;
  /** The name of the file that the block is; null for a block that is run. */
  readonly file: string | null;
  /** A dump of the corpus by name; null for the sample dump. */
  readonly dump: string | null;
  readonly args: string[];
  readonly expected: string;
}

/** The examples of the page, in its order. Sections without a `text` block print nothing. */
export function pageExamples(): readonly PageExample[] {
  const page = readFileSync(join(root, 'docs/scripting.md'), 'utf8');
  return page.split(/^## /m).flatMap((section) => {
    const blocks = [...section.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)];
    const expected = blocks.find(([, language]) => language === 'text')?.[3] ?? '';
    return blocks
      .filter(([, language]) => language !== 'text' && language !== 'sh')
      .map(([, language = '', attributes = '', code = '']) => ({
        title: section.split('\n')[0]!,
        language,
        code,
        file: attribute(attributes, 'file'),
        dump: attribute(attributes, 'dump'),
        args: attribute(attributes, 'args')?.split(' ') ?? [],
        expected,
      }));
  });
}

/** The files that stand beside an example in its section. */
export function filesOf(examples: readonly PageExample[], { title }: PageExample): readonly PageExample[] {
  return examples.filter((each) => each.title === title && each.file !== null);
}

function attribute(text: string, name: string): string | null {
  return new RegExp(`${name}=(?:"([^"]*)"|(\\S+))`).exec(text)?.slice(1).find(Boolean) ?? null;
}
