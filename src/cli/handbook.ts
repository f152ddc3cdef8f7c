import { writeFileSync } from 'node:fs';
import { COMMANDS } from '../commands/index.generated.ts';
import { CHECKLIST } from '../handbook/checklist-items.ts';
import { type PosterData, posterHtml, posterText } from '../handbook/poster.ts';
import { quickLinks, standardSymbolPath } from '../handbook/quick-links.ts';
import { PATTERNS } from '../patterns/index.generated.ts';
import { localStoreFolder } from '../platform/node/cache-folder.ts';
import { Page } from './page.ts';
import { terminal } from './terminal.ts';

function posterData(): PosterData {
  return {
    items: CHECKLIST,
    patterns: PATTERNS,
    commands: COMMANDS,
    symbolPath: standardSymbolPath(localStoreFolder()),
  };
}

/** The poster: one page of symptoms, checklist, patterns and commands; as HTML into a file, else as text. */
export function runPoster(options: { readonly html?: string }): number {
  if (options.html === undefined) {
    process.stdout.write(`${posterText(posterData()).join('\n')}\n`);
    return 0;
  }
  const page = posterHtml(posterData());
  if (options.html === '-') process.stdout.write(page);
  else {
    try {
      writeFileSync(options.html, page);
    } catch (error) {
      process.stderr.write(`memoretics: the poster could not be written: ${(error as Error).message}\n`);
      return 1;
    }
  }
  return 0;
}

/** The quick links: debuggers, the standard symbol path, poster, checklist. */
export function runLinks(options: { readonly json?: boolean; readonly symbolPath?: boolean }): number {
  const store = localStoreFolder();
  // For `export _NT_SYMBOL_PATH=$(memoretics links --symbol-path)`, the terminal's one-click copy.
  if (options.symbolPath) {
    process.stdout.write(`${standardSymbolPath(store)}\n`);
    return 0;
  }
  const groups = quickLinks(store);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(groups, null, 2)}\n`);
    return 0;
  }
  const { width, color } = terminal();
  const page = new Page(width, color);
  for (const { title, links } of groups) {
    page.blank();
    page.line([['bold', title]]);
    for (const link of links) {
      page.line(link.title, 2, 4);
      page.line([['dim', link.about]], 4, 4);
      if (link.url) page.line([['cyan', link.url]], 4, 4);
      if (link.copy) page.line(link.copy, 4, 4);
    }
  }
  process.stdout.write(page.toString());
  return 0;
}
