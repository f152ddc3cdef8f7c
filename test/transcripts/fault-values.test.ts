import { expect, test } from 'vitest';
import { readAnalyses } from '../../src/transcript/analyze.ts';
import { APP, hexBytes, processSpec } from '../patterns/scene.ts';
import type { MinidumpSpec } from '../synth/minidump-writer.ts';
import { UserSession } from './user-session.ts';

const AT = APP + 0x1000n;
const HEAP = 0x1a2b3c40000n;
/** PAGE_READWRITE, MEM_COMMIT and MEM_PRIVATE of winnt.h. */
const HEAP_REGION = { base: HEAP, size: 0x10000n, protect: 4, state: 0x1000, type: 0x20000 };

/** `!analyze` of an access violation of `mov ecx,dword ptr [rax+18h]`. */
async function analyze(
  rax: bigint,
  address: bigint,
  line: string,
  more: MinidumpSpec = {},
  inlined: readonly string[] = [],
): Promise<string> {
  const exception = { threadId: 0x11, code: 0xc0000005, address: AT, parameters: [0n, address] };
  const spec = processSpec({ ...more, rax, exception, memory: [{ start: AT, bytes: hexBytes('8b 48 18') }] });
  return new UserSession(spec, { orders: { customerName: 0xff0 } }, {}, { orders: inlined }).text(line);
}

const values = (text: string) =>
  [...readAnalyses(text.split('\n'))[0]!.keyValues]
    .filter(([key]) => key.startsWith('Memoretics.Fault.'))
    .map(([key, { value }]) => [key.slice('Memoretics.Fault.'.length), value]);

test('!analyze -v: the failing instruction, its operand and a NULL pointer', async () => {
  const text = await analyze(0n, 0x18n, '!analyze -v');
  expect(text).toContain(
    'FAULTING_IP: \norders!customerName+10\n' + `00000001\`40001000 8b4818          mov     ecx,dword ptr [rax+18h]\n`,
  );
  expect(text).toContain('READ_ADDRESS:  0000000000000018 \n');
  expect(values(text)).toEqual([
    ['Access', 'read of 0x18'],
    ['Operand', 'mov ecx,dword ptr [rax+18h] with rax=0'],
    ['Meaning', 'a NULL pointer and the offset 0x18'],
  ]);
});

test('!analyze -v: one flipped bit that would explain the access', async () => {
  const bad = (HEAP + 0x500n) ^ (1n << 62n);
  const text = await analyze(bad, 0xffffffffffffffffn, '!analyze -v', { memoryInfos: [HEAP_REGION] });
  const found = new Map(values(text).map(([key, value]) => [key!, value!]));
  expect(found.get('Meaning')).toMatch(/^0x400001a2b3c40518: this is no canonical address/);
  expect(found.get('BitFlip')).toMatch(
    /^with bit 62 of rax changed \(0x1a2b3c40500\) the access would have been valid/,
  );
  expect([...found.keys()]).not.toContain('Inconsistency');
});

test('!analyze -v: registers that contradict the record; without -v nothing of it', async () => {
  const text = await analyze(HEAP, 0x18n, '!analyze -v');
  expect(values(text).at(-1)).toEqual(['Inconsistency', expect.stringContaining('not 0x18')]);
  expect(await analyze(HEAP, 0x18n, '!analyze')).not.toMatch(/Inconsistency|FAULTING_IP|READ_ADDRESS/);
});

test('!analyze -v of a process that did not fail tells of no instruction', async () => {
  const text = await new UserSession(processSpec({})).text('!analyze -v');
  expect(text).toContain('Exception Analysis');
  expect(text).not.toMatch(/Memoretics\.Fault|FAULTING_IP|_ADDRESS:/);
});

test('!analyze: an inlined function has no offset of its own, least of all that of the module', async () => {
  expect(await analyze(0n, 0x18n, '!analyze', {}, ['nameOf'])).toContain('SYMBOL_NAME:  orders!nameOf\n');
  expect(await analyze(0n, 0x18n, '!analyze')).toContain('SYMBOL_NAME:  orders!customerName+10\n');
});
