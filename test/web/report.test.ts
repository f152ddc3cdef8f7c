import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analysis, analyze } from '../../src/analysis/report.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import { reportMarkdown } from '../../src/web/markdown.ts';
import { reportHtml } from '../../src/web/report/report.ts';

/** A log whose every name tries to break out of a page; written here, in the words that debuggers print. */
const EVIL = '<img/src=x/onerror=document.title="owned">';
const LOG = `Microsoft (R) Windows Debugger Version 6.8.0004.0 X86
Windows Server 2003 Kernel Version 3790 (Service Pack 2) MP (4 procs) Free x86 compatible
0: kd> !locks
**** DUMP OF ALL RESOURCE OBJECTS ****
KD: Scanning for held locks.
Resource @ ${EVIL} (0x89000010)    Exclusively owned
    Contention Count = 12
    NumberOfExclusiveWaiters = 1
     Threads: 88000010-01<*>
     Threads Waiting On Exclusive Access:
              88000020
Resource @ 0x89000020    Exclusively owned
    NumberOfExclusiveWaiters = 1
     Threads: 88000020-01<*>
     Threads Waiting On Exclusive Access:
              88000010
2 total locks, 2 locks currently held
0: kd> kv
ChildEBP RetAddr  Args to Child
f7000010 80000020 00000000 00000000 00000000 evil!\`${EVIL}\`+0x10
`;

function analysisOf(text: string, path = 'evil.log'): Analysis {
  return analyze(openCase(new BytesSource(new TextEncoder().encode(text)), path), PATTERNS);
}

test('names of the source cannot become markup or script', () => {
  const page = reportHtml(analysisOf(LOG, `${EVIL}.log`));
  expect(page).not.toContain('<img');
  expect(page).toContain("default-src 'none'".replaceAll("'", '&#39;'));
  expect(page.match(/<script/g)).toHaveLength(1);
});

test('the wait graph shows the circle, and the page says what it does not know', () => {
  const page = reportHtml(analysisOf(LOG));
  expect(page).toContain('Wait graph: boxes are threads and objects');
  expect(page).toContain('node thread cycle');
  expect(page).toContain('Could not be known');
});

test('every id of the page is there once, also where chains are drawn apart', () => {
  const apart = `${LOG.replaceAll('890000', '8a0000').replaceAll('880000', '8b0000').split('0: kd> kv')[0]}${LOG.slice(LOG.indexOf('0: kd> !locks'))}`;
  const page = reportHtml(analysisOf(apart));
  expect(
    page.match(
      /<svg viewBox="0 0 [\d.]+ [\d.]+" width="\d+(\.\d+)?" height="\d+(\.\d+)?" role="img" aria-label="Wait/g,
    ),
  ).toHaveLength(2);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('ten thousand threads and five thousand modules make a page that opens', () => {
  const address = (index: number) => `fffffa80${(0x0100_0000 + index * 0x100).toString(16).padStart(8, '0')}`;
  const threads = Array.from(
    { length: 10_000 },
    (
      _,
      index,
    ) => `THREAD ${address(index)}  Cid 0200.${(index * 4).toString(16).padStart(4, '0')}  Teb: 000007fffffdd000 Win32Thread: 0000000000000000 WAIT: (UserRequest) KernelMode Non-Alertable
    ${index % 2 === 0 ? 'fffffa8003000010' : `fffffa90${index.toString(16).padStart(8, '0')}`}  Mutant - owning thread ${address(index + 1)}
Child-SP          RetAddr           Call Site
fffff880\`02e34400 fffff800\`02a8a010 nt!KiSwapContext+0x7a
fffff880\`02e34410 fffff800\`02a8a020 driver!Step${index}+0x1
`,
  );
  const modules = Array.from(
    { length: 5000 },
    (_, index) =>
      `fffff880\`${(0x1000_0000 + index * 0x1000).toString(16)} fffff880\`${(0x1000_0800 + index * 0x1000).toString(16)}   mod${index}    (deferred)`,
  );
  const log = `0: kd> !process 0 7\n${threads.join('\n')}\n0: kd> lm\nstart             end                 module name\n${modules.join('\n')}\n`;
  const analysis = analysisOf(log);
  const start = performance.now();
  const page = reportHtml(analysis);
  // Facts are derived here too: seconds on a machine that others use.
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(page.length).toBeLessThan(4_000_000);
  expect(page).toContain('more stacks are not in this page');
  expect(page).toContain('5000 modules');
}, 60_000);

test('Markdown keeps the markup of the source from being read as such', () => {
  const text = reportMarkdown(analysisOf(LOG, '**bold**_[x](http://example.org)`.log'));
  expect(text.split('\n')[0]).toBe('## \\*\\*bold\\*\\*\\_\\[x\\](http://example.org)\\`.log');
  // Inside a fence nothing is markup.
  expect(text.replace(/```[\s\S]*?```/g, '')).not.toMatch(/(?<!\\)<img/);
});

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

describe.skipIf(!CHROMIUM)(`in a browser${CHROMIUM ? '' : ' (needs Chromium: apt-get install chromium)'}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser?.close());

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const demo = resolve(import.meta.dirname, '../fixtures/demo/crash.dmp');
  const pages = [
    ['a log with hostile names', () => reportHtml(analysisOf(LOG, EVIL))],
    ['the demo dump', () => reportHtml(analyze(openCase(new BytesSource(readFileSync(demo)), demo), PATTERNS))],
  ] as const;

  test.each(pages)(
    '%s: accessible and within the screen, on a phone and a desk, light and dark',
    async (_, make) => {
      for (const [width, colorScheme] of [
        [360, 'dark'],
        [1280, 'light'],
      ] as const) {
        // The policy keeps axe out, as it should; here it has to come in.
        const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
        const page = await context.newPage();
        await page.setContent(make());
        await page.addScriptTag({ content: axe });
        const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
        expect(found).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        expect(await page.title()).not.toBe('owned');
        await context.close();
      }
    },
    60_000,
  );

  test('on paper nothing runs off the sheet', async () => {
    const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    await page.setContent(pages[0][1]());
    const widths = await page.evaluate(
      "[...document.querySelectorAll('.scroll')].map((box) => box.scrollWidth - box.clientWidth)",
    );
    expect(Math.max(...(widths as number[]))).toBeLessThanOrEqual(1);
    await page.close();
  }, 60_000);

  test('the search folds away what does not match, and the policy lets the own script run', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.setContent(pages[1][1]());
    const search = page.locator('#stack-search');
    await search.fill('no such function anywhere');
    expect(await page.locator('[data-stack]:visible').count()).toBe(0);
    await search.fill('');
    expect(await page.locator('[data-stack]:visible').count()).toBeGreaterThan(0);
    expect(said).toEqual([]);
    await page.close();
  }, 60_000);
});
