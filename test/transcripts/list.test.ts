import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Console } from './console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const DEMO = resolve(import.meta.dirname, '../fixtures/demo');

test.skipIf(!existsSync(CORPUS))(
  '!list goes over the processes as PsActiveProcessHead links them (needs ../shared/corpus)',
  async () => {
    const debug = new Console(`${CORPUS}/forged/x64/w10-locks.dmp`, [`${CORPUS}/isf`]);
    // The first three of the dump's processes, by the truth file beside it.
    await debug.text(
      'r? $t0 = #CONTAINING_RECORD(@@masm(poi(nt!PsActiveProcessHead)), nt!_EPROCESS, ActiveProcessLinks)',
    );
    const names =
      '!list -t nt!_EPROCESS.ActiveProcessLinks.Flink -m 3 -x ".printf \\"%ma;\\", @@c++(&((nt!_EPROCESS*)@$extret)->ImageFileName)" @$t0';
    expect(await debug.text(`${names}; .echo end`)).toBe('System;\nsmss.exe;\ncsrss.exe;\nend\n');
    // The head is one node more, and the walk ends when it comes round.
    const all = await debug.run('!list "-t nt!_LIST_ENTRY.Flink -x \\".echo n;.echo m\\" nt!PsActiveProcessHead"');
    expect(all[0]!.text.match(/n\nm 0x/g)).toHaveLength(17);
    debug.close();
  },
);

test('!list says what is missing, and that a link cannot be read', async () => {
  const debug = new Console(`${DEMO}/crash.dmp`, [DEMO]);
  expect(await debug.text('!list @$csp')).toContain('Missing link field');
  expect(await debug.text('!list -t orders!Order.customer')).toContain('Missing address');
  expect(await debug.text('!list -t orders!Order.nothing 1')).toContain("'nothing'");
  expect(await debug.text('!list -e -t orders!Order.customer -x ".echo at @$extret" 1000')).toMatch(
    /^\.echo at @\$extret\nat 0x1000\n/,
  );
  expect(await debug.text('!list -e -t orders!Order.customer -x ".echo at" -a "end" 1000')).toBe(
    '.echo at 0x1000 end\nat 0x1000 end\n\nNot all may be here: the link of 0x1000 cannot be read\n',
  );
  debug.close();
});
