import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { blame } from '../../src/analysis/blame.ts';
import { type Analysis, analyze, toJson } from '../../src/analysis/report.ts';
import { computedSignature, signature } from '../../src/analysis/signature.ts';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { renderReport } from '../../src/cli/report.ts';
import { logFact } from '../../src/evidence/log.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import { openTranscript } from '../../src/transcript/open-transcript.ts';
import { analysesOf } from './corpus-analysis.ts';
import { TRUTHS } from './truth.ts';

const SHARED = resolve(import.meta.dirname, '../../../shared');
const CORPUS = join(SHARED, 'corpus');
const HAS = existsSync(join(CORPUS, 'MANIFEST.tsv'));
const NEEDS = '(needs ../shared/corpus)';

const manifest = new Map<string, string>(
  HAS
    ? readFileSync(join(CORPUS, 'MANIFEST.tsv'), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .map((fields): [string, string] => [fields[0] ?? '', fields[6] ?? ''])
    : [],
);

// biome-ignore lint/suspicious/noExplicitAny: JSON as an outsider sees it
type Json = any;

const score = { findings: 0, right: 0, truths: 0, found: 0, looks: 0, lookRight: 0 };

test.skipIf(!HAS)(`every dump and log of the corpus has a truth ${NEEDS}`, () => {
  const files = ['kernel-triage', 'user', 'hostile', 'logs', 'forged/x64', 'forged/x86', 'made'].flatMap((folder) =>
    readdirSync(join(CORPUS, folder))
      .filter((name) => folder === 'hostile' || /\.(dmp|dmp\.gz|log)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const known = TRUTHS.map(({ file }) => file).filter((file) => !file.startsWith('..'));
  expect(known.sort()).toEqual(files.sort());
});

describe.skipIf(!HAS)(`what analyze says of each file is true ${NEEDS}`, () => {
  test.each(TRUTHS)(
    '$file: $why',
    async ({ file, kind, exit = 0, true: truths, look }) => {
      const all = await analysesOf(join(CORPUS, file));
      expect(all).toHaveLength(1);
      const [{ analysis, json, text }] = all as [(typeof all)[0]];
      expect(analysis.theCase.source.kind).toBe(kind);
      expect(analysis.trusted ? 0 : 2).toBe(exit);
      const ids = analysis.judgement.findings.map(({ pattern }) => pattern.id);
      score.findings += ids.length;
      score.right += ids.filter((id) => truths.includes(id)).length;
      score.truths += truths.length;
      score.found += truths.filter((id) => ids.includes(id)).length;
      score.looks++;
      if ((analysis.blame?.module ?? null) === look) score.lookRight++;
      expect(
        ids.filter((id) => !truths.includes(id)),
        'findings that are not true',
      ).toEqual([]);
      expect(
        truths.filter((id) => !ids.includes(id)),
        'truths that were not found',
      ).toEqual([]);
      expect(analysis.blame?.module ?? null).toBe(look);
      // No detector failed, and each pattern that applies gave exactly one verdict.
      const { absent, unknown } = analysis.judgement;
      expect(JSON.stringify(unknown)).not.toContain('a defect of memoretics');
      const verdicts = [...new Set(ids), ...absent, ...unknown.map(({ pattern }) => pattern)];
      expect(new Set(verdicts).size).toBe(verdicts.length);
      expect(text).not.toMatch(/undefined|\bNaN\b|\[object|null /);
      checkShape(json);
    },
    60_000,
  );

  test.each(TRUTHS.filter(({ file }) => /bugcheck 0x|exception 0x/.test(manifest.get(file) ?? '')))(
    '$file: code, parameters, threads and modules are those of the manifest',
    async ({ file }) => {
      const what = manifest.get(file)!;
      const json: Json = (await analysesOf(join(CORPUS, file)))[0]?.json;
      const bug = /bugcheck (0x[0-9a-f]+) params ([0-9a-fx,]+)/.exec(what);
      if (bug) {
        expect(json.bugcheck.code).toBe(bug[1]);
        expect(json.bugcheck.parameters).toEqual(bug[2]!.split(','));
        expect(json.system.processors).toBe(Number(/(\d+) cpus/.exec(what)?.[1]));
        expect(json.modules.length).toBe(Number(/(\d+) drivers/.exec(what)?.[1]));
        return;
      }
      const raised = /exception (0x[0-9a-f]+) at (0x[0-9a-f]+); threads (\d+); modules (\d+)/.exec(what)!;
      expect(json.exception).toMatchObject({ code: raised[1], address: raised[2] });
      expect([json.threads.length, json.modules.length]).toEqual([Number(raised[3]), Number(raised[4])]);
    },
    60_000,
  );
});

afterAll(() => {
  if (score.findings === 0) return;
  const percent = (part: number, whole: number) => `${part}/${whole} (${Math.round((100 * part) / whole)} %)`;
  process.stdout.write(
    `corpus: precision ${percent(score.right, score.findings)}, recall ${percent(score.found, score.truths)}, module ${percent(score.lookRight, score.looks)}\n`,
  );
});

/** Every field of spec/json.md is there; unknown is null, never absent. */
function checkShape(json: Json): void {
  expect(json.schema).toBe('memoretics.analysis/1');
  const fields = (value: object, names: string) =>
    expect(Object.keys(value)).toEqual(expect.arrayContaining(names.split(' ')));
  fields(
    json,
    'schema source system bugcheck exception process currentThread threads modules unloadedModules blame signature findings absent unknown problems',
  );
  fields(json.source, 'path kind format dumpType size');
  fields(
    json.system,
    'os build revision servicePack architecture processors product suites computerName kernelBase loadedModuleList capturedAt uptimeSeconds buildLab bootOptions',
  );
  if (json.bugcheck) fields(json.bugcheck, 'code name parameters explanation');
  if (json.exception) fields(json.exception, 'code name address parameters threadId firstChance');
  if (json.process) fields(json.process, 'name id address');
  if (json.currentThread) fields(json.currentThread, 'id address processor');
  for (const thread of json.threads) {
    fields(thread, 'id address name state waitReason suspendCount process frames');
    for (const frame of thread.frames) fields(frame, 'address stackPointer module function offset source inline trust');
  }
  for (const module of json.modules) fields(module, 'name path base size timestamp checksum version pdb symbols space');
  if (json.blame) fields(json.blame, 'module function reason confidence');
  if (json.signature) fields(json.signature, 'bucket hash');
  for (const finding of json.findings) {
    fields(finding, 'pattern name confidence summary component evidence relations advice details');
    expect(finding.confidence).toBeGreaterThan(0);
    expect(finding.confidence).toBeLessThanOrEqual(1);
    for (const item of finding.evidence) fields(item, 'statement command addresses');
  }
  for (const problem of json.problems) fields(problem, 'code message structure offset');
  // Addresses and codes are lower-case hexadecimal without padding.
  const wrong: string[] = [];
  JSON.stringify(json, (key, value) => {
    if (/^(address|base|code|stackPointer|kernelBase|loadedModuleList)$/.test(key) && typeof value === 'string')
      if (!/^0x(0|[1-9a-f][0-9a-f]*)$/.test(value) && !/^[a-z-]+$/.test(value)) wrong.push(`${key}: ${value}`);
    return value;
  });
  expect(wrong).toEqual([]);
}

const LOGS = join(CORPUS, 'logs');

describe.skipIf(!HAS)(`buckets and hashes as Microsoft's debugger computes them ${NEEDS}`, () => {
  const pairs: { file: string; bucket: string; hash: string }[] = [];
  if (HAS)
    for (const file of readdirSync(LOGS)) {
      let bucket: string | null = null;
      for (const line of readFileSync(join(LOGS, file), 'utf8').split(/\r?\n/)) {
        bucket = /^FAILURE_BUCKET_ID:\s+(\S+)/.exec(line)?.[1] ?? bucket;
        const hash = /^FAILURE_ID_HASH:\s+(\{[0-9a-f-]+\})/.exec(line)?.[1];
        if (hash && bucket) pairs.push({ file, bucket, hash });
      }
    }
  /** One `!analyze` of a page of several dumps, as a log of its own. */
  const sessionOf = (file: string, bucket: string) => {
    const lines = readFileSync(join(LOGS, file), 'utf8').split(/\r?\n/);
    const at = lines.findIndex((line) => line.startsWith('FAILURE_BUCKET_ID:') && line.includes(bucket));
    const start = lines.slice(0, at).findLastIndex((line) => /!analyze|^Loading Dump File/.test(line));
    const next = lines.slice(at).findIndex((line) => /^Loading Dump File/.test(line));
    const text = lines.slice(Math.max(0, start), next < 0 ? undefined : at + next).join('\n');
    return openCase(new BytesSource(new TextEncoder().encode(text)), file);
  };

  test('every printed pair has the hash that we compute', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(13);
    for (const { file, bucket, hash } of pairs) {
      const theCase = sessionOf(file, bucket);
      expect(signature(theCase, null)).toMatchObject({ bucket, hash });
    }
  });

  test('the bucket computed from the facts of the log alone', () => {
    const different: string[] = [];
    for (const { file, bucket } of pairs) {
      const theCase = sessionOf(file, bucket);
      const ours = computedSignature(theCase, blame(theCase))?.bucket ?? null;
      if (ours?.toLowerCase() !== bucket.toLowerCase()) different.push(`${bucket} <> ${ours}`);
    }
    process.stdout.write(`buckets: ${pairs.length - different.length} of ${pairs.length} equal Microsoft's\n`);
    expect(different).toEqual([
      // The kind of heap failure is told only by the debugger's own reading of the heap.
      'HEAP_CORRUPTION_ACTIONABLE_InvalidArgument_c0000374_heap_corruption!Mem.exe <> HEAP_CORRUPTION_c0000374_heap_corruption!Mem.exe',
      // Windows' own file filter only passed the request on; the driver that made it is a frame further out.
      'AV_fileinfo!FIPfFileFSOpPostCreate <> AV_TestDriver!LogCurrentIrql',
    ]);
  });
});

const EXPECTED = join(CORPUS, 'expected/eolaruhagen__minidump-diagnostics-tool__analyze_v.txt');

test.skipIf(!existsSync(EXPECTED))(
  'the bucket that WinDbg printed for a dump of the corpus (needs ../shared/corpus/expected)',
  () => {
    const theCase = openCase(new BytesSource(readFileSync(EXPECTED)), 'analyze_v.txt');
    expect(blame(theCase)).toBeNull();
    expect(computedSignature(theCase, null)).toMatchObject({
      bucket: 'RAISED_IRQL_FAULT_notmyfault64.e_nt!KiSystemServiceExitPico',
      hash: '{417877c2-a27e-c86e-f30c-fc40cd36253a}',
    });
  },
);

const SEED = join(SHARED, 'seed/crash-dump-analysis-2008.txt');

describe.skipIf(!existsSync(SEED))('the Corrupt Dump post of the seed (needs ../shared/seed)', () => {
  const lines = existsSync(SEED) ? readFileSync(SEED, 'utf8').split('\n') : [];
  const part = (from: number, to: number) => {
    const text = lines.slice(from - 1, to).join('\n');
    return analyze(openCase(new BytesSource(new TextEncoder().encode(text)), 'post.txt'), PATTERNS);
  };
  const finding = (analysis: Analysis) =>
    analysis.judgement.findings.find(({ pattern }) => pattern.id === 'corrupt-dump');

  test('the whole post: class, decoded codes, system and bug check', () => {
    const analysis = part(559, 660);
    const json = toJson(analysis, { stacks: true }) as Json;
    expect(json.bugcheck).toMatchObject({
      code: '0x20',
      name: 'KERNEL_APC_PENDING_DURING_EXIT',
      parameters: ['0x0', '0xffff', '0x0', '0x1'],
    });
    expect(json.system).toMatchObject({
      os: 'Windows Server 2003',
      build: 3790,
      architecture: 'x86',
      processors: 4,
      product: 'Server',
      suites: ['TerminalServer'],
      capturedAt: '2007-11-21T20:29:31.373Z',
      uptimeSeconds: 2702.312,
      kernelBase: null,
      loadedModuleList: '0x808af9c8',
    });
    const corrupt = finding(analysis)!;
    expect(corrupt.details).toMatchObject({ class: 'partial' });
    expect((corrupt.details as Json).codes).toEqual([
      { printed: '0x80070026', kind: 'hresult', value: '0x80070026', name: 'HRESULT_FROM_WIN32(ERROR_HANDLE_EOF)' },
      { printed: '0x80004005', kind: 'hresult', value: '0x80004005', name: 'E_FAIL' },
      { printed: '0xD0000147', kind: 'ntstatus', value: '0xd0000147', name: 'STATUS_NO_PAGEFILE' },
      { printed: 'Win32 error 0n38', kind: 'win32', value: '0x26', name: 'ERROR_HANDLE_EOF' },
      { printed: '0x80070057', kind: 'hresult', value: '0x80070057', name: 'E_INVALIDARG' },
    ]);
    const statements = corrupt.evidence.map(({ statement }) => statement).join('\n');
    expect(statements).toContain('(HRESULT) 0x80070026 (2147942438) - Reached the end of the file.');
    expect(statements).toContain('(HRESULT) 0x80004005 (2147500037) - Unspecified error');
    expect(statements).toContain('(NTSTATUS) 0xd0000147 (3489661255)');
    expect(statements).toContain('no real base');
    expect(statements).toContain('four blanks');
    expect(corrupt.advice?.[0]).toContain('2007-11-21T20:29:31.373Z');
    expect(json.signature.bucket).toBe('0x20_NULLAPC_KAPC_NEGATIVE');
  });

  test('total corruption: nothing to be trusted, and what the RVA spells', () => {
    const analysis = part(566, 569);
    expect(analysis.trusted).toBe(false);
    expect(finding(analysis)).toMatchObject({ confidence: 1, details: { class: 'total' } });
    expect(finding(analysis)!.evidence[0].statement).toContain('0x20202020 is four blanks in ASCII');
    expect(analysis.signature).toBeNull();
  });

  test('partial corruption alone', () => {
    const analysis = part(597, 644);
    expect(analysis.trusted).toBe(true);
    expect(finding(analysis)).toMatchObject({
      details: {
        class: 'partial',
        messages: expect.arrayContaining([
          { kind: 'context-state-failed', count: 16 },
          { kind: 'module-list-unreadable', count: 3 },
          { kind: 'pcr-selector-unreadable', count: 3 },
        ]),
      },
    });
    expect(toJson(analysis, { stacks: true })['bugcheck']).toMatchObject({
      parameters: ['0x0', '0xffff', '0x0', '0x1'],
    });
  });

  test('statements that cannot all be true are problems of the input', () => {
    const whole = analyze(openCase(new BytesSource(readFileSync(SEED)), 'seed.txt'), PATTERNS);
    const log = logFact(whole.theCase);
    expect(log.known && log.value.contradictions.length).toBe(2);
    expect(whole.problems.filter(({ code }) => code === 'contradiction').map(({ message }) => message)).toEqual([
      expect.stringContaining('itself on the system'),
      expect.stringContaining('itself on the processor'),
    ]);
    expect(renderReport(whole, { width: 100, color: false, full: false })).toContain('the log contradicts itself');
    expect(openTranscript(new BytesSource(readFileSync(SEED)), new Problems()).pages.length).toBe(20);
  });
});
