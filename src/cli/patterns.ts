import { type UnimplementedPattern, unimplementedPatterns } from '../handbook/catalogue.ts';
import { PATTERNS } from '../patterns/index.generated.ts';
import { handbookLines } from './named-things.ts';
import { Page } from './page.ts';
import { terminal } from './terminal.ts';

/** Lists the patterns that have a detector, with `all` also the published ones that have none, or explains one. */
export function runPatterns(
  id: string | undefined,
  options: { readonly json?: boolean; readonly all?: boolean },
): number {
  const chosen =
    id === undefined
      ? PATTERNS
      : PATTERNS.filter((pattern) => pattern.id === id || pattern.name.toLowerCase() === id.toLowerCase());
  const others = options.all ? unimplementedPatterns(PATTERNS).filter(({ name }) => isChosen(name, id)) : [];
  if (chosen.length === 0 && others.length === 0) {
    process.stderr.write(`memoretics: there is no pattern of that name; memoretics patterns lists them\n`);
    return 1;
  }
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify(
        options.all
          ? [
              ...chosen.map(({ detect: _, ...data }) => ({ ...data, implemented: true })),
              ...others.map((data) => ({ ...data, implemented: false })),
            ]
          : chosen.map(({ detect: _, ...data }) => data),
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
      for (const line of handbookLines(pattern.id)) page.line([['dim', line]], 2, 2);
    }
    page.blank();
  }
  if (others.length > 0) writeOthers(page, others);
  process.stdout.write(page.toString());
  return 0;
}

function isChosen(name: string, id: string | undefined): boolean {
  return id === undefined || name.toLowerCase() === id.toLowerCase();
}

function writeOthers(page: Page, others: readonly UnimplementedPattern[]): void {
  page.line([
    ['bold', `${others.length} published ${others.length === 1 ? 'pattern has' : 'patterns have'} no detector`],
  ]);
  page.line('Nothing of them is looked for. What each would need:', 2, 2);
  page.blank();
  for (const { name, needs } of others) page.line([name, ['dim', `: ${needs}`]], 2, 4);
  page.blank();
}
