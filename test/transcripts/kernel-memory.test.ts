import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import devobj from '../../src/commands/extension/devobj.ts';
import devstack from '../../src/commands/extension/devstack.ts';
import { writePoolPage } from '../../src/debugger/pool-text.ts';
import { Text } from '../../src/debugger/text.ts';
import { writeEntries } from '../../src/debugger/translation-text.ts';
import { writeVirtualMemory } from '../../src/debugger/virtual-memory-text.ts';
import { readVirtualMemory } from '../../src/transcript/virtual-memory.ts';
import { EntryReader } from '../../src/windows/page-table-entry.ts';
import type { AddressTranslation, PageTableEntry } from '../../src/windows/translation.ts';
import { normalised } from './console.ts';

const LOGS = resolve(import.meta.dirname, '../../../shared/corpus/logs');
const DP = 'DebugPrivilege__InsightEngineering__';
const POOL = `${DP}Kernel-Forensics-Section-1-Kernel-Pool-Memory-BugCheck-`;

/** The lines of a log between a command and the next prompt or blank end. */
function transcript(log: string, command: string): string {
  const lines = readFileSync(join(LOGS, log), 'utf8').split(/\r?\n/);
  const at = lines.findIndex((line) => line.includes(command));
  expect(at, command).toBeGreaterThanOrEqual(0);
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => /^\s*\d*:?\s*\d*:? *kd>/.test(line));
  return rest.slice(0, end < 0 ? rest.length : end).join('\n');
}
const plain = (text: string) => normalised(text).replace(/^\s+/gm, '').trim();

/** A translation as the values in a transcript tell it: entries from the top, each with its place and value. */
function translation(
  virtual: bigint,
  mode: string,
  levels: readonly (readonly [string, bigint, bigint | null, bigint?])[],
): AddressTranslation {
  const reader = new EntryReader(null, mode === 'x86' ? 4 : 8);
  const entries: PageTableEntry[] = levels.map(([level, address, value, physical = 0n], index) => ({
    level,
    address,
    physical,
    value,
    ...(value === null
      ? { state: 'not-in-dump' as const, frame: null, pageFile: null, protection: null, prototype: null }
      : reader.meaning(value, index === levels.length - 1 ? 'PTE' : 'table')),
  }));
  return {
    virtual,
    directoryBase: 0n,
    mode,
    entries,
    unusedEntry: null,
    physical: null,
    pageSize: null,
    inDump: false,
  };
}
function written(data: AddressTranslation, pointerSize: 4 | 8): string {
  const text = new Text();
  writeEntries(text, data, pointerSize);
  return text.toString();
}

describe.skipIf(!existsSync(LOGS))(
  'text of memory commands as real debuggers print it (needs ../shared/corpus/logs)',
  () => {
    test('!pte: four valid levels', () => {
      const log = `${POOL}KERNEL-MODE-HEAP-CORRUPTION-0x13a-Misuse-of-RtlZeroMemo.log`;
      const data = translation(0xffffe2809abee000n, '4-level', [
        ['PXE', 0xffffcfe7f3f9fe28n, 0x0a00000107400863n],
        ['PPE', 0xffffcfe7f3fc5010n, 0x0a00000107401863n],
        ['PDE', 0xffffcfe7f8a026a8n, 0x0a000001184ef863n],
        ['PTE', 0xffffcff1404d5f70n, 0x80000001660ff963n],
      ]);
      const expected = transcript(log, '!pte ffffe2809abee000');
      expect(written(data, 8).trimEnd()).toBe(expected.trimEnd());
    });

    test('!pte: a page that has been freed', () => {
      const log = `${POOL}PAGE-FAULT-IN-NONPAGED-AREA-0x50-Buffer-Overflow-in-mis.log`;
      const data = translation(0xffffe5068d8a4000n, '4-level', [
        ['PXE', 0xffffbedf6fb7de50n, 0x0a00000107400863n],
        ['PPE', 0xffffbedf6fbca0d0n, 0x0a00000005dc8863n],
        ['PDE', 0xffffbedf7941a360n, 0x1a0000025754a863n],
        ['PTE', 0xffffbef28346c520n, 0x00003e9800000000n],
      ]);
      expect(written(data, 8).trimEnd()).toBe(transcript(log, '!pte ffffe5068d8a4000').trimEnd());
    });

    test('!pte: 32-bit without PAE', () => {
      const log =
        'MicrosoftDocs__windows-driver-docs__debugger__converting-virtual-addresses-to-physical-addresses.log';
      const data = translation(0x12f980n, 'x86', [
        ['PDE', 0xc0300000n, 0x0ba58067n],
        ['PTE', 0xc00004bcn, 0x09de9067n],
      ]);
      expect(plain(written(data, 4))).toBe(plain(transcript(log, '!pte 12f980').split('\n\n')[0]!));
    });

    test('!vm: the modern layout, whole, through the reader of logs', () => {
      const log = `${DP}Debugging-101-Section-9-Triaging-a-Crash-Dump.log`;
      const expected = transcript(log, '!vm 1').trimEnd();
      const [memory] = [readVirtualMemory(expected.split('\n'))].flat();
      const text = new Text();
      writeVirtualMemory(text, memory!);
      expect(text.toString().trimEnd()).toBe(expected);
    });

    test('!pool: rows of blocks', () => {
      const log = `${POOL}KERNEL-MODE-HEAP-CORRUPTION-0x13a-Misuse-of-RtlZeroMemo.log`;
      const block = { isProtected: false, process: null };
      const text = new Text();
      writePoolPage(
        text,
        {
          address: 0xffffe2809abee000n,
          region: 'Paged pool',
          blocks: [
            {
              ...block,
              address: 0xffffe2809abee000n,
              size: 0x880,
              previousSize: 0,
              state: 'Allocated',
              tag: 'MmSt',
              asked: true,
            },
            {
              ...block,
              address: 0xffffe2809abee880n,
              size: 0x760,
              previousSize: 0,
              state: 'Free',
              tag: '.r."',
              asked: false,
            },
          ],
          messages: [],
          line: null,
        },
        8,
      );
      // The owner's line comes of pooltag.txt, which is not at hand.
      const expected = transcript(log, '!pool ffffe2809abee000')
        .split('\n')
        .filter((line) => !line.includes('Pooltag'))
        .join('\n');
      expect(text.toString().trimEnd()).toBe(expected.trimEnd());
    });

    const DRIVERS = 'MicrosoftDocs__windows-driver-docs__debugger__debug-universal-drivers--kernel-mode-.log';

    test('!devstack', () => {
      const text = new Text();
      const device = (at: bigint, driverName: string, extension: bigint, name: string, asked = false) => ({
        device: at,
        driverName,
        extension,
        name,
        asked,
      });
      devstack.render(
        {
          pointerSize: 8,
          stack: {
            devices: [
              device(0xffffe00088d212e0n, '\\Driver\\ksthunk', 0xffffe00088d21430n, '0000007b'),
              device(0xffffe00088386a50n, '\\Driver\\sysvad_tabletaudiosample', 0xffffe00088386ba0n, '0000007a'),
              device(0xffffe00089c575a0n, '\\Driver\\PnpManager', 0n, '0000004e', true),
            ],
            node: 0xffffe00086e68190n,
            instancePath: 'ROOT\\sysvad_TabletAudioSample\\0000',
            serviceName: 'sysvad_tabletaudiosample',
            line: null,
          },
        },
        text,
      );
      // The page indents the transcript.
      const expected = transcript(DRIVERS, '!devstack 0xffffe00089c575a0').replace(/^ {3}/gm, '');
      expect(text.toString().trimEnd()).toBe(expected.trimEnd());
    });

    test('!devobj', () => {
      const text = new Text();
      devobj.render(
        {
          device: {
            address: 0xffffe00089c575a0n,
            name: '0000004e',
            driver: 0xffffe00082d47e60n,
            driverName: '\\Driver\\PnpManager',
            currentIrp: 0n,
            referenceCount: 65,
            type: 0x1d,
            flags: 0x1040,
            characteristics: 0x180,
            extensionFlags: 0,
            vpb: 0n,
            securityDescriptor: 0xffffc102b0f6d171n,
            deviceExtension: 0n,
            objectExtension: 0xffffe00089c576f0n,
            node: 0xffffe00086e68190n,
            attached: 0xffffe00088386a50n,
            attachedDriverName: '\\Driver\\sysvad_tabletaudiosample',
            attachedTo: 0n,
            attachedToDriverName: null,
            queueBusy: false,
            queue: [],
            line: null,
          },
        },
        text,
      );
      expect(plain(text.toString())).toBe(plain(transcript(DRIVERS, '!devobj 0xffffe00089c575a0')));
    });
  },
);
