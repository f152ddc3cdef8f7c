import { expect, test } from 'vitest';
import { APP, processSpec, STACK, words } from '../patterns/scene.ts';
import { x64Context } from '../synth/minidump-writer.ts';
import { UserSession } from './user-session.ts';

const AT = 0x20_0000n;
const TEXT = 0x21_0000n;
const wide = (text: string) => Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, 0]));
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

test('!ustr and !str', async () => {
  const memory = [
    { start: AT, bytes: words((20n << 16n) | 18n, TEXT, (9n << 16n) | 4n, TEXT) },
    { start: TEXT, bytes: wide('\\Registry') },
  ];
  const session = new UserSession(processSpec({ memory }));
  expect(await session.text('!ustr 200000')).toBe('String(18,20) at 00000000`00210000: \\Registry\n');
  expect(await session.text('!str 200010')).toMatch(/^String\(4,9\) at 00000000`00210000: /);
  expect(await session.text('!ustr 300000')).toMatch(/no string structure is at this address/);
});

test('!sid, and !acl where there is none', async () => {
  const sid = Uint8Array.from([1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0]);
  const session = new UserSession(processSpec({ memory: [{ start: AT, bytes: sid }] }));
  expect(await session.text('!sid 200000')).toBe('SID is: S-1-5-32-544\n');
  expect(await session.text('!sid 200000 1')).toBe('SID is: S-1-5-32-544\n');
  expect(await session.text('!sd 300000')).toMatch(/no security descriptor is at this address/);
});

test('!dflink and !dblink walk a list both ways, and say how it ends', async () => {
  const [A, B, C] = [AT, AT + 0x100n, AT + 0x200n];
  const memory = [
    { start: A, bytes: words(B, C) },
    { start: B, bytes: words(C, A) },
    { start: C, bytes: words(A, B) },
    { start: AT + 0x1000n, bytes: words(AT + 0x2000n, AT + 0x1000n) },
  ];
  const session = new UserSession(processSpec({ memory }));
  const rows = async (line: string) => (await session.text(line)).split('\n').map((row) => row.slice(14, 17));
  expect(await rows('!dflink 200000')).toEqual(['000', '100', '200', '']);
  expect(await rows('!dblink 200000')).toEqual(['000', '200', '100', '']);
  expect(await rows('!dflink 200000 2')).toEqual(['000', '100', '']);
  expect(await session.text('!dflink 200000 1 10')).toMatch(/^00000000`001ffff0 {2}Flink 00000000`00200100/);
  expect(await session.text('!dflink 201000')).toMatch(/goes on where the dump holds no memory\n$/);
  expect(await session.text('!validatelist 200000')).toBe('List at 00000000`00200000 is valid: 2 entries\n');
  expect(await session.text('!validatelist 201000')).toMatch(/its Blink cannot be read/);
});

/** An EXCEPTION_RECORD64 of an access violation, and a context behind it. */
const record = joined(words(0xc0000005n, 0, APP + 0x1000n, 2, 1, 0), new Uint8Array(0x70));
const context = x64Context({ rip: APP + 0x1010n, rsp: STACK, rax: 0x1234n });
const RECORD = AT + 0x28n;
const CONTEXT = AT + 0x28n + BigInt(record.length);

test('.jdinfo shows the exception and sets its context, as Learn documents it', async () => {
  const info = words((9n << 32n) | 0x28n, 0x11, APP + 0x1000n, RECORD, CONTEXT);
  const memory = [{ start: AT, bytes: joined(info, record, context) }];
  const session = new UserSession(processSpec({ memory }));
  const text = await session.text('.jdinfo 200000');
  expect(text).toMatch(/^----- Exception occurred on thread 0:11\n/);
  expect(text).toContain('----- Exception record at 00000000`00200028:\nExceptionAddress: 0000000140001000');
  expect(text).toContain('Attempt to write to address 0000000000000000\n');
  expect(text).toMatch(/----- Context record at 00000000`00200[0-9a-f]{3}:\nrax=0000000000001234 /);
  expect(await session.text('? @rip')).toMatch(/00000001`40001010\n$/);
  expect(await session.text('.jdinfo 300000')).toMatch(/no JIT_DEBUG_INFO is at this address/);
});

test('.exptr follows EXCEPTION_POINTERS', async () => {
  const memory = [{ start: AT, bytes: joined(words(RECORD, CONTEXT), new Uint8Array(0x18), record, context) }];
  const session = new UserSession(processSpec({ memory }));
  expect(await session.text('.exptr 200000')).toMatch(
    /^----- Exception record at 00000000`00200028:\nExceptionAddress: /,
  );
  expect(await session.text('? @rax')).toMatch(/00000000`00001234\n$/);
});

test('!exr and its like are answered by the commands with a dot', async () => {
  const memory = [{ start: AT, bytes: record }];
  const session = new UserSession(processSpec({ memory }));
  expect(await session.text('!exr 200000')).toBe(
    `!exr is answered by .exr 200000:\n${await session.text('.exr 200000')}`,
  );
});

test('s -v finds the objects of the same class by their virtual table', async () => {
  const TABLE = 0x7ff6_0000_1230n;
  const memory = [{ start: AT, bytes: words(TABLE, 1, TABLE + 8n, 2, TABLE, 3) }];
  const session = new UserSession(processSpec({ memory }));
  expect(await session.text('s -[1]v 200000 L30 200000')).toBe('0x00000000`00200000\n0x00000000`00200020\n');
  expect((await session.text('s -v 200000 L30 200020')).split('\n').map((row) => row.slice(0, 17))).toEqual([
    '00000000`00200000',
    '00000000`00200020',
    '',
  ]);
  expect(await session.text('s -v 200000 L30 900000')).toMatch(/no object is at 0x900000/);
});
