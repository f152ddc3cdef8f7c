import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Console } from '../transcripts/console.ts';

const DUMP = resolve(
  import.meta.dirname,
  '../../../shared/corpus/kernel-triage/eolaruhagen__minidump-diagnostics-tool__083125-14875-01.dmp',
);
const needs = existsSync(DUMP) ? '' : ' (needs ../shared/corpus/kernel-triage)';

test.skipIf(needs !== '')(
  `.exr -1 shows the stand-in record of a bug check, which is no exception${needs}`,
  async () => {
    const console = new Console(DUMP);
    try {
      const { target } = console.session;
      expect(target.exception).toBeNull();
      // KeBugCheckEx captured itself: the record's address is where the saved registers stand.
      expect(target.standInException?.address).toBe(BigInt.asUintN(64, BigInt(target.currentThread!.context!.ip!)));
      expect(await console.text('.exr -1')).toContain('ExceptionCode: 80000003 (Break instruction exception)');
    } finally {
      console.close();
    }
  },
);
