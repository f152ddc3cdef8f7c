import { expect, test } from 'vitest';
import { type Dump, MemoryFault, openDump, SymbolError, UsageError } from '../../src/index.ts';
import { Bytes, utf16, writeMinidump, x64Context } from '../synth/minidump-writer.ts';

// Memory that this test lays out by the documented 64-bit LIST_ENTRY, UNICODE_STRING and LDR_DATA_TABLE_ENTRY.
const START = 0x10000n;
const HEAD = START;
const ENTRY = (index: number) => START + 0x100n + BigInt(index) * 0x80n;
const NAME = (index: number) => START + 0x800n + BigInt(index) * 0x40n;
/** Where InMemoryOrderLinks stands in an entry, its first member. */
const LINKS = 0x10n;

interface Damage {
  /** Where the last entry leads instead of to the head. */
  readonly last?: bigint;
}

function memory(names: readonly string[], { last = HEAD }: Damage = {}): Uint8Array {
  const bytes = new Bytes().zeros(0x1000).done();
  const view = new DataView(bytes.buffer);
  const put = (address: bigint, value: bigint) => view.setBigUint64(Number(address - START), value, true);
  put(HEAD, ENTRY(0) + LINKS);
  names.forEach((name, index) => {
    put(ENTRY(index) + LINKS, index + 1 < names.length ? ENTRY(index + 1) + LINKS : last);
    put(ENTRY(index) + 0x30n, 0x7ff0_0000_0000n + BigInt(index));
    view.setUint32(Number(ENTRY(index) - START) + 0x40, 0x4000 + index, true);
    view.setUint16(Number(ENTRY(index) - START) + 0x58, name.length * 2, true);
    put(ENTRY(index) + 0x60n, NAME(index));
    bytes.set(utf16(name), Number(NAME(index) - START));
  });
  bytes.set(new TextEncoder().encode('plain text\0and more'), 0xf00);
  bytes.set(utf16('wide text'), 0xf40);
  return bytes;
}

function open(damage?: Damage): Promise<Dump> {
  return openDump(
    writeMinidump({
      system: {},
      threads: [{ id: 7, context: x64Context({ rip: 0x1000n, rsp: START, rax: 42n }) }],
      memory: [{ start: START, bytes: memory(['ntdll.dll', 'shop\x1b.dll', 'kernel32.dll'], damage) }],
    }),
    { symbols: [], images: [] },
  );
}

test('a linked list gives typed structures, and members read as what they are', async () => {
  using dump = await open();
  const entries = await dump.list(HEAD, '_LDR_DATA_TABLE_ENTRY', 'InMemoryOrderLinks');
  expect(entries.lost).toBeNull();
  expect(entries.map((entry) => entry.address)).toEqual([0, 1, 2].map(ENTRY));
  expect(entries.map((entry) => entry.field('BaseDllName').text)).toEqual([
    'ntdll.dll',
    'shop\x1b.dll',
    'kernel32.dll',
  ]);
  const [first] = entries;
  expect(first!.field('DllBase').pointer).toBe(0x7ff0_0000_0000n);
  expect(first!.field('SizeOfImage').number).toBe(0x4000);
  expect(first!.field('BaseDllName.Length').value).toBe(18n);
  expect(first!.field('InMemoryOrderLinks.Flink').target.address).toBe(ENTRY(1) + LINKS);
  expect(first!.field('InMemoryOrderLinks->Flink->Flink').pointer).toBe(ENTRY(2) + LINKS);
  expect(first!.has('BaseDllName.Buffer')).toBe(true);
  expect(first!.has('BaseDllName.Nothing')).toBe(false);
  expect(first!.fields.find(({ name }) => name === 'SizeOfImage')).toEqual({
    name: 'SizeOfImage',
    offset: 0x40,
    type: 'unsigned int',
    size: 4,
  });
  expect(first!.type).toBe('struct _LDR_DATA_TABLE_ENTRY');
  expect(first!.toJSON()).toMatchObject({ address: ENTRY(0), BaseDllName: 'ntdll.dll', SizeOfImage: '0x4000' });
});

test.each([
  ['leads back into the list', { last: ENTRY(1) + LINKS }, 'a link leads back into the list'],
  ['is null', { last: 0n }, 'is null'],
  ['is not in the dump', { last: 0x999000n }, 'the link at 0x999000 is not in the dump'],
])('a link that %s ends the list, which says so', async (_, damage, lost) => {
  using dump = await open(damage);
  const entries = await dump.list(HEAD, '_LDR_DATA_TABLE_ENTRY', 'InMemoryOrderLinks');
  expect(entries.lost).toContain(lost);
  expect(entries.slice(0, 3).map((entry) => entry.address)).toEqual([0, 1, 2].map(ENTRY));
  expect(entries.length).toBeLessThanOrEqual(4);
});

test('what is wrong is said with the nearest name, what is not in the dump with its address and reason', async () => {
  using dump = await open();
  const entry = await dump.object('_LDR_DATA_TABLE_ENTRY', ENTRY(0));
  expect(() => entry.field('DllBas')).toThrow("_LDR_DATA_TABLE_ENTRY has no member 'DllBas'; did you mean DllBase?");
  expect(() => entry.field('SizeOfImage.Low')).toThrow("unsigned int has no members, so no 'Low'");
  expect(() => entry.field('Dll..Base')).toThrow(UsageError);
  expect(() => entry.field('')).toThrow(UsageError);
  expect(() => entry.value).toThrow('has members or elements, but no value');
  await expect(dump.object('_NO_SUCH_TYPE', 0n)).rejects.toThrow("there is no type '_NO_SUCH_TYPE'");
  await expect(dump.list(HEAD, '_LDR_DATA_TABLE_ENTRY', 'DllBase')).rejects.toThrow(
    'neither a LIST_ENTRY nor a pointer',
  );
  await expect(dump.symbol('nt!KeBugCheckEx')).rejects.toThrow("no module 'nt' is loaded");
  await expect(dump.symbol('KeBugCheckEx')).rejects.toThrow('needs its module');
  const far = await dump.object('_LDR_DATA_TABLE_ENTRY', 0x5000_0000n);
  expect(() => far.field('DllBase')).toThrow(MemoryFault);
  expect(() => dump.read(START + 0xff8n, 16)).toThrow(
    expect.objectContaining({ address: START + 0x1000n, reason: 'not-in-dump' }),
  );
  expect(dump.tryRead(START + 0xff8n, 16)).toBeNull();
  expect(() => dump.read(START, -1)).toThrow(UsageError);
  expect(SymbolError.name).toBe('SymbolError');
});

test('texts, searches and registers', async () => {
  using dump = await open();
  expect(dump.readText(START + 0xf00n)).toBe('plain text');
  expect(dump.readText(START + 0xf00n, { most: 5 })).toBe('plain');
  expect(dump.readText(START + 0xf40n, { wide: true })).toBe('wide text');
  expect(() => dump.readText(0x99n)).toThrow(MemoryFault);
  expect(dump.search('plain')).toEqual([START + 0xf00n]);
  expect(dump.search('wide', { wide: true })).toEqual([START + 0xf40n]);
  expect(dump.search('wide')).toEqual([]);
  expect(dump.search(Uint8Array.of(0, 0, 0), { most: 2 })).toHaveLength(2);
  expect(dump.search('text', { start: START + 0xf20n, length: 0x100 })).toEqual([]);
  expect(() => dump.search('')).toThrow('nothing to look for');
  expect(dump.registers().get('rax')).toBe(42n);
  const [thread] = await dump.threads();
  expect(dump.registers(thread).get('rsp')).toBe(START);
  // No module holds the instruction pointer: one frame, and why there is no more.
  const stack = await dump.stack(thread);
  expect(stack.map(({ address }) => address)).toEqual([0x1000n]);
  expect(stack.lost).toEqual(expect.any(String));
  const elsewhere = await dump.stack({ id: 9, processId: null, address: null, index: 5, name: null });
  expect([...elsewhere]).toEqual([]);
  expect(elsewhere.lost).toBe('the stack of this thread is not in the dump');
  expect(await dump.evaluateCpp('@rax + 1').then(({ value }) => value)).toBe(43n);
  await expect(dump.handles()).rejects.toThrow('without handles');
});

test('a failing command is thrown by run and told by tryRun', async () => {
  using dump = await open();
  await expect(dump.run('? 1/0')).rejects.toThrow('Operand error');
  const { text, errors } = await dump.tryRun('.echo before\n? 1/0\n.echo after');
  expect(text).toMatch(/^before\n[^\n]*Operand error[^\n]*\nafter\n$/);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toBeInstanceOf(UsageError);
});

test('commands that are given at once run one after the other, each with its own output', async () => {
  using dump = await open();
  const lines = Array.from({ length: 20 }, (_, index) => `.echo first ${index}; ? ${index}; .echo last ${index}`);
  const results = await Promise.all([...lines.map((line) => dump.run(line)), dump.run('? 1/0').catch(String)]);
  for (const [index, result] of results.slice(0, -1).entries())
    expect(result).toMatchObject({ text: expect.stringMatching(new RegExp(`^first ${index}\n.*\nlast ${index}\n$`)) });
  expect(results.at(-1)).toContain('Operand error');
});
