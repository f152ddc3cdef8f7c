// npm run bench:patterns [-- --verbose] [--only TEXT]: precision and recall of the patterns against the truths written by hand.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { analysesOf } from '../corpus/corpus-analysis.ts';
import { FORGED_TRUTHS } from '../corpus/forged-truth.ts';
import { TRUTHS } from '../corpus/truth.ts';

const { values } = parseArgs({
  options: { verbose: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const corpus = resolve('../shared/corpus');
const symbols = ['forged/x86/symbols', 'isf', 'forged/x64/binaries'].map((folder) => join(corpus, folder));

interface Score {
  right: number;
  wrong: number;
  missed: number;
}
const scores = new Map<string, Score>();
const scoreOf = (pattern: string): Score => {
  let score = scores.get(pattern);
  if (!score) {
    score = { right: 0, wrong: 0, missed: 0 };
    scores.set(pattern, score);
  }
  return score;
};

if (!existsSync(corpus)) {
  console.log('../shared/corpus is absent: there is nothing to measure on');
  process.exit(0);
}
const sources = [
  ...TRUTHS.map(({ file, true: truths }) => ({ file, truths, symbols: [] as readonly string[] })),
  ...Object.entries(FORGED_TRUTHS).map(([file, reasons]) => ({ file, truths: Object.keys(reasons), symbols })),
].filter(({ file }) => file.includes(values.only));
for (const { file, truths, symbols } of sources) await measure(file, truths, symbols);
print();

async function measure(file: string, truths: readonly string[], symbols: readonly string[]): Promise<void> {
  const [first] = await analysesOf(join(corpus, file), symbols);
  const findings = first?.analysis.judgement.findings ?? [];
  const found = new Set(findings.map(({ pattern }) => pattern.id));
  for (const id of found) scoreOf(id)[truths.includes(id) ? 'right' : 'wrong']++;
  for (const id of truths) if (!found.has(id)) scoreOf(id).missed++;
  if (!values.verbose) return;
  const name = symbols.length > 0 ? `${file} (with symbols)` : file;
  for (const { pattern, summary, confidence } of findings)
    if (!truths.includes(pattern.id)) console.log(`not true: ${name}: ${pattern.id} ${confidence}: ${summary}`);
  for (const id of truths) if (!found.has(id)) console.log(`not found: ${name}: ${id}`);
}

function print(): void {
  const total: Score = { right: 0, wrong: 0, missed: 0 };
  console.log('pattern                                          right wrong missed  precision  recall');
  for (const [pattern, score] of [...scores].sort()) {
    console.log(row(pattern, score));
    for (const key of ['right', 'wrong', 'missed'] as const) total[key] += score[key];
  }
  console.log(row(`all (${sources.length} sources)`, total));
}

function row(name: string, { right, wrong, missed }: Score): string {
  const share = (part: number, whole: number) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`);
  const cells = [String(right).padStart(5), String(wrong).padStart(5), String(missed).padStart(6)];
  return `${name.padEnd(48)} ${cells.join(' ')} ${share(right, right + wrong).padStart(10)} ${share(right, right + missed).padStart(7)}`;
}
