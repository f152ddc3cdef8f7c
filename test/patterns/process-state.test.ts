import { describe, expect, test } from 'vitest';
import brokenLink from '../../src/patterns/broken-link.ts';
import crashedProcess from '../../src/patterns/crashed-process.ts';
import hiddenProcess from '../../src/patterns/hidden-process.ts';
import lastObject from '../../src/patterns/last-object.ts';
import missingProcess from '../../src/patterns/missing-process.ts';
import { dumpFacts } from './given-facts.ts';
import { logCase, verdictOf } from './scene.ts';

/** A process as far as these patterns look at it. */
const process = (image: string, more: object = {}) => ({
  address: 0xfffffa80_01000b30n,
  id: 0x400,
  parentId: 0x300,
  image,
  zombie: false,
  exitStatus: null,
  exitedAt: null,
  createdAt: null,
  commandLine: null,
  threadsBroken: null,
  objectTable: 0xfffff8a0_01001000n,
  handleCount: 12,
  ...more,
});
const CORE = ['System', 'smss.exe', 'csrss.exe', 'winlogon.exe', 'services.exe', 'lsass.exe'];
const others = (count: number) => Array.from({ length: count }, (_, index) => process(`tool${index}.exe`));

describe('Overaged System', () => {
  const up = (days: number) =>
    logCase(
      `0: kd> vertarget\nWindows 7 Kernel Version 7601 MP (2 procs) Free x64\nSystem Uptime: ${days} days 1:00:00.000\n`,
    );
  test('past the wrap of the tick count', () => {
    expect(verdictOf('overaged-system', up(120))!.finding!.summary).toContain('wrapped 2 times');
    expect(verdictOf('overaged-system', up(49))!.verdict).toBe('absent');
    expect(verdictOf('overaged-system', logCase('0: kd> k\n'))!.verdict).toBe('unknown');
  });
});

describe('Process Factory', () => {
  const listed = (index: number, image: string, parent: string) =>
    `PROCESS fffffa8002${index.toString(16).padStart(2, '0')}0b30\n    SessionId: 1  Cid: ${(0x400 + index * 4).toString(16).padStart(4, '0')}    Peb: 7fffffd8000  ParentCid: ${parent}\n    DirBase: 1a2b3000  ObjectTable: fffff8a001001000  HandleCount:  40.\n    Image: ${image}\n`;
  const list = (count: number, image: string) =>
    logCase(
      `0: kd> !process 0 0\n${[listed(0, 'runner.exe', '0300'), ...Array.from({ length: count }, (_, index) => listed(index + 1, image, '0400'))].join('\n')}`,
    );
  test('many children of one program', () => {
    expect(verdictOf('process-factory', list(24, 'convert.exe'))!.finding!).toMatchObject({
      details: { image: 'convert.exe', children: 24, parentId: 0x400 },
    });
  });
  test('a few, hosts of services, and processes of one program', () => {
    expect(verdictOf('process-factory', list(8, 'convert.exe'))!.verdict).toBe('absent');
    expect(verdictOf('process-factory', list(40, 'svchost.exe'))!.verdict).toBe('absent');
    expect(verdictOf('process-factory', list(40, 'runner.exe'))!.verdict).toBe('absent');
  });
});

describe('Crashed Process', () => {
  const detect = (...processes: readonly object[]) => crashedProcess.detect(dumpFacts({ processes }));
  const ended = (exitStatus: number | null) => process('worker.exe', { zombie: true, exitStatus });
  test('by its exit status', () => {
    expect(detect(process('a.exe'), ended(0xc0000005 | 0), ended(0))).toMatchObject({
      verdict: 'present',
      detections: [{ details: { crashed: 1, images: ['worker.exe'] } }],
    });
    expect(detect(process('a.exe'), ended(1), ended(0xc000013a))).toEqual({ verdict: 'absent' });
    expect(detect(process('a.exe'))).toEqual({ verdict: 'absent' });
    expect(detect(ended(null)).verdict).toBe('unknown');
  });
});

describe('Missing Process', () => {
  const detect = (...processes: readonly object[]) => missingProcess.detect(dumpFacts({ processes }));
  const core = (without: string) => CORE.filter((image) => image !== without).map((image) => process(image));
  test('a whole list without lsass.exe', () => {
    expect(detect(...core('lsass.exe'), ...others(20))).toMatchObject({
      verdict: 'present',
      detections: [{ details: { missing: ['lsass.exe'] } }],
    });
    const ended = process('lsass.exe', { zombie: true, exitedAt: '2024-01-01T00:00:00.000Z' });
    expect(detect(...core('lsass.exe'), ended, ...others(20))).toMatchObject({
      detections: [{ evidence: [{ statement: expect.stringContaining('has ended at 2024') }] }],
    });
  });
  test('all there, or a list too short to tell', () => {
    expect(detect(...core(''), ...others(20))).toEqual({ verdict: 'absent' });
    expect(detect(...core('lsass.exe'), ...others(3)).verdict).toBe('unknown');
    expect(detect(process('System'), ...others(30)).verdict).toBe('unknown');
  });
});

describe('Last Object', () => {
  const system = { capturedAt: '2024-05-01T10:00:05.000Z', uptimeSeconds: 86_400 };
  const detect = (createdAt: string | null, uptimeSeconds = 86_400) =>
    lastObject.detect(
      dumpFacts({ system: { ...system, uptimeSeconds }, processes: [process('late.exe', { createdAt })] }),
    );
  test('a process of the last seconds', () => {
    expect(detect('2024-05-01T10:00:03.500Z')).toMatchObject({
      verdict: 'present',
      detections: [{ evidence: [{ statement: expect.stringContaining('1.500 s before') }] }],
    });
    expect(detect('2024-05-01T09:00:00.000Z')).toEqual({ verdict: 'absent' });
    expect(detect('2024-05-01T10:00:03.500Z', 120)).toEqual({ verdict: 'absent' });
    expect(detect(null).verdict).toBe('unknown');
  });
});

describe('lists of the kernel', () => {
  const comparison = { processes: 40, threads: 400, onlyInTable: [], onlyListed: [], lost: null, brokenList: null };
  const hidden = { id: 0x7a4, address: 0xfffffa80_0330_2060n, kind: 'process', image: 'svc.exe' };
  test('Hidden Process: surer when both ways are complete', () => {
    const detect = (more: object) => hiddenProcess.detect(dumpFacts({ cidComparison: { ...comparison, ...more } }));
    expect(detect({ onlyInTable: [hidden] })).toMatchObject({ detections: [{ confidence: 0.85 }] });
    expect(detect({ onlyInTable: [hidden], lost: 'a link is null' })).toMatchObject({
      detections: [{ confidence: 0.4 }],
    });
    expect(detect({ onlyInTable: [{ ...hidden, kind: 'thread' }] })).toEqual({ verdict: 'absent' });
    // One that is just being created has no thread yet.
    const unborn = dumpFacts({
      cidComparison: { ...comparison, onlyInTable: [hidden] },
      processes: [process('svc.exe', { address: hidden.address, activeThreads: 0 })],
    });
    expect(hiddenProcess.detect(unborn)).toEqual({ verdict: 'absent' });
  });
  test('Broken Link: a page that was not saved breaks no list', () => {
    const detect = (threadsBroken: string | null, brokenList: string | null = null) =>
      brokenLink.detect(
        dumpFacts({ processes: [process('a.exe', { threadsBroken })], cidComparison: { ...comparison, brokenList } }),
      );
    expect(detect('the link at 0xfffffa8001234567 is null').verdict).toBe('present');
    expect(detect(null, 'the link at 0xfffffa8001234567 leads back into the list').verdict).toBe('present');
    expect(detect('the link at 0xfffffa8001234567 is not in the dump')).toEqual({ verdict: 'absent' });
    expect(detect(null)).toEqual({ verdict: 'absent' });
  });
});
