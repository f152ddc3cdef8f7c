import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toStackwalkJson } from '../../src/analysis/stackwalk-json.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { Console } from '../transcripts/console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const USER = `${CORPUS}/user`;
const FORGED = `${CORPUS}/forged/x64`;

interface CrashInfo {
  readonly adjusted_address: Record<string, string> | null;
  readonly memory_accesses: readonly Record<string, unknown>[] | null;
  readonly possible_bit_flips: unknown;
  readonly crash_inconsistencies: readonly string[];
}

function crashInfo(name: string): CrashInfo {
  const theCase = openCase(openFile(`${USER}/${name}`), name, [], nodeDisassembler);
  return toStackwalkJson(theCase)['crash_info'] as CrashInfo;
}

describe.skipIf(!existsSync(USER))('crash facts of real dumps (need ../shared/corpus/user)', () => {
  // Programs made to crash by software, on sound machines: a flipped bit or a contradiction would be a false alarm.
  test.each(existsSync(USER) ? readdirSync(USER).filter((name) => name.endsWith('.dmp')) : [])(
    '%s: no flipped bits, no inconsistencies',
    (name) => {
      const info = crashInfo(name);
      expect([info.possible_bit_flips, info.crash_inconsistencies]).toEqual([null, []]);
    },
  );

  test('crash_info is that of rust-minidump, apart from what it had no code to decode', () => {
    const snapshot = readFileSync(
      `${CORPUS}/expected/rust-minidump__rust-minidump__test_minidump_stackwalk__json-pretty-symbols.snap`,
      'utf8',
    );
    const wanted = JSON.parse(snapshot.slice(snapshot.indexOf('\n{'))) as { readonly crash_info: object };
    expect(crashInfo('rust-minidump__rust-minidump__test.dmp')).toEqual(wanted.crash_info);
  });

  test('a non-canonical address, a NULL pointer, a stack that ran into its guard page', () => {
    // rax + rcx of the saved registers, which Breakpad made the program write through.
    const far = crashInfo('google__breakpad__write_av_non_canonical.dmp');
    expect(far.adjusted_address).toEqual({ kind: 'non-canonical', address: '0xfefefefefefefefe' });
    expect(far.memory_accesses).toMatchObject([{ size: 8, access_type: 'write' }]);
    const null_ = crashInfo('google__breakpad__null_read_av.dmp');
    expect(null_.adjusted_address).toEqual({ kind: 'null-pointer', offset: '0x00000000' });
    const stack = crashInfo('google__breakpad__stack_exhaustion.dmp');
    expect(stack.memory_accesses).toMatchObject([{ is_likely_guard_page: true }]);
  });
});

test.skipIf(!existsSync(`${FORGED}/w10-bsod.dmp`))(
  '.trap restores the register whose value the bug check tells (needs ../shared/corpus/forged/x64)',
  async () => {
    const truth = JSON.parse(readFileSync(`${FORGED}/expected/w10-bsod.json`, 'utf8')) as {
      readonly bugcheck: { readonly params: readonly [string, ...string[]] };
    };
    const debug = new Console(`${FORGED}/w10-bsod.dmp`, [`${CORPUS}/isf`, `${FORGED}/binaries`]);
    try {
      const at = /TrapFrame @ ([0-9a-f`]+)/.exec(await debug.text('kv'))?.[1];
      const text = await debug.text(`.trap ${at}`);
      const [, register, offset] = /dword ptr \[(\w+)\+([0-9a-f]+)h\]/.exec(text)!;
      expect(text).toMatch(new RegExp(`Restored by unwinding the stack: .*\\b${register}\\b`));
      const value = BigInt(`0x${new RegExp(`\\b${register}=([0-9a-f]{16})`).exec(text)![1]}`);
      // Parameter 1 is the address that was accessed.
      expect(value + BigInt(`0x${offset}`)).toBe(BigInt(truth.bugcheck.params[0]));
    } finally {
      debug.close();
    }
  },
);
