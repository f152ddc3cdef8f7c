import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { decodeText, readText } from './script-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'script-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('scripts are read as the editors of Windows write them', () => {
  const text = '.echo grün\r\n';
  expect(decodeText(Buffer.from(text))).toBe(text);
  expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text);
  expect(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
  expect(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toBe(text);
  expect(decodeText(Buffer.from(text, 'latin1'))).toBe(text);
});

test('a file that cannot be read is told of in the words of Windows, its name escaped', () => {
  const missing = join(folder, 'no\x1bsuch.wds');
  expect(() => readText(missing)).toThrow(expect.objectContaining({ code: 'source', path: missing }));
  expect(() => readText(missing)).toThrow(/^Win32 error 0n2: ".*file.*" \(.*no\\x1bsuch\.wds\)$/);
  if (process.platform !== 'win32') expect(() => readText('/dev/zero')).toThrow('it is no file (/dev/zero)');
  expect(() => readText(folder)).toThrow(/^Win32 error 0n5: "/);
  writeFileSync(join(folder, 'large'), Buffer.alloc((16 << 20) + 1));
  expect(() => readText(join(folder, 'large'))).toThrow('larger than 16 MB');
});
