import { PATTERNS } from '../patterns/index.generated.ts';
import { Page } from './page.ts';
import { terminal } from './terminal.ts';

/** Lists the patterns that have a detector, or explains one. */
export function runPatterns(id: string | undefined, options: { readonly json?: boolean }): number {
  const chosen =
    id === undefined
      ? PATTERNS
      : PATTERNS.filter((pattern) => pattern.id === id || pattern.name.toLowerCase() === id.toLowerCase());
  if (chosen.length === 0) {
    process.stderr.write(`memoretics: there is no pattern of that name; memoretics patterns lists them\n`);
    return 1;
  }
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify(
        chosen.map(({ detect: _, ...data }) => data),
        null,
        2,
      )}\n`,
    );
    return 0;
  }
  const { width, color } = terminal();
  const page = new Page(width, color);
  for (const pattern of chosen) {
    page.line([
      ['bold', pattern.name],
      [
        'dim',
        `  ${pattern.id}${pattern.part ? `, ${pattern.part}` : ''}${pattern.draft ? ', draft' : ''}, for ${pattern.appliesTo.join(' and ')}`,
      ],
    ]);
    page.line(pattern.meaning, 2, 2);
    if (id !== undefined) {
      for (const advice of pattern.advice) page.line([['cyan', '-> '], advice], 2, 5);
      if (pattern.links.length > 0) page.line(`see also: ${pattern.links.join(', ')}`, 2, 2);
    }
    page.blank();
  }
  process.stdout.write(page.toString());
  return 0;
}
