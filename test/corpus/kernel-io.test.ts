import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIrps } from '../../src/transcript/irp.ts';
import type { IrpObject } from '../../src/windows/irp-object.ts';
import { Console } from '../transcripts/console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const dump = join(CORPUS, 'kernel-triage/r-Techsupport__training_bsods__9f.dmp');

/**
 * Bug check 9F with parameter 1 = 3 documents its parameters: 2 is the physical device object of the stack that holds
 * an IRP too long, 4 the blocked IRP.
 */
describe.skipIf(!existsSync(dump))(
  'I/O objects of a real triage dump, without symbols (needs ../shared/corpus)',
  () => {
    test('the device, its stack and the power IRP that bug check 9F names', async () => {
      const console = new Console(dump);
      const [, device, , irp] = console.session.target.bugcheck!.parameters.map((value) => value.toString(16));
      const text = await console.text(`!devobj ${device}`);
      expect(text).toContain('\\Driver\\iaStorAC DriverObject');
      expect(text).toMatch(/^AttachedDevice \(Upper\) ffff[0-9a-f]{12} \\Driver\\ACPI$/m);
      const stack = await console.text(`!devstack ${device}`);
      expect(stack).toMatch(new RegExp(`^> ${device}  .Driver.iaStorAC`, 'm'));
      expect(stack.indexOf('\\Driver\\disk')).toBeLessThan(stack.indexOf('\\Driver\\iaStorAC'));

      const [shown] = await console.run(`!irp ${irp}`);
      const data = (shown!.data as { irp: IrpObject }).irp;
      const current = data.locations[data.currentLocation - 1]!;
      // IRP_MJ_POWER, IRP_MN_SET_POWER; the packet is in a driver of the stack above.
      expect([current.major, current.minor, current.driverName]).toEqual([0x16, 2, '\\Driver\\disk']);
      // What the reader of logs finds in the printed text is what was printed.
      const [back] = readIrps(shown!.text.split('\n'), `!irp ${irp}`);
      expect(back?.address).toBe(data.address);
      expect(back?.locations.map(({ major, minor, device, driverName }) => [major, minor, device, driverName])).toEqual(
        data.locations.map(({ major, minor, device, driverName }) => [major, minor, device, driverName]),
      );
      console.close();
    });
    test('what is not in it is said', async () => {
      const console = new Console(dump);
      for (const command of ['!vad', '!pte 0', '!vtop 0', '!irpfind', '!poolused'])
        expect(await console.text(command), command).toContain('not in a triage dump');
      expect(await console.text('!irp 1000')).toContain('no IRP is at this address');
      console.close();
    });
    test.skipIf(!existsSync(join(CORPUS, 'isf')))(
      'counters that the data blocks of a triage dump hold are shown',
      async () => {
        const triage = (name: string) => new Console(join(CORPUS, `kernel-triage/${name}.dmp`), [join(CORPUS, 'isf')]);
        const some = triage('rizinorg__rizin-testbins__triage_x64');
        const text = await some.text('!vm');
        // 32 GB, and no memory pretends to be 0.
        expect(text).toMatch(/^Physical Memory: +8366927 \(/m);
        expect(text).toMatch(/^Not in this triage dump: .*Commit limit/m);
        expect(text).not.toMatch(/^Commit limit/m);
        some.close();
        const none = triage('ojusha__help__100623-6156-01');
        expect(await none.text('!vm')).toContain('not in a triage dump');
        none.close();
      },
    );
  },
);
