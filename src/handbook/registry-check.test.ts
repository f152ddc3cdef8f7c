import { expect, test } from 'vitest';
import { checkRegistry, readRegistryFile } from './registry-check.ts';

const remarks = (text: string) =>
  checkRegistry(readRegistryFile(`Windows Registry Editor Version 5.00\r\n\r\n${text}`));
const AEDEBUG = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\AeDebug]';

test('a postmortem debugger needs both numbers and a path', () => {
  const good = `${AEDEBUG}\r\n"Auto"="1"\r\n"Debugger"="\\"C:\\\\Debuggers\\\\cdb.exe\\" -p %ld -e %ld -g -c \\".dump /ma /u C:\\\\d\\\\c.dmp;q\\""\r\n`;
  expect(remarks(good).map(({ wrong }) => wrong)).toEqual([false, false]);
  // What Windows XP comes with.
  const drWatson = remarks(`${AEDEBUG}\r\n"Debugger"="drwtsn32 -p %ld -e %ld -g"\r\n`)[0]!;
  expect(drWatson).toMatchObject({ wrong: false, text: expect.stringContaining('system32') });
  expect(remarks(`${AEDEBUG}\r\n"Debugger"="ntsd -p"\r\n`)[0]).toMatchObject({
    wrong: true,
    text: expect.stringContaining('%ld'),
  });
  expect(remarks(`${AEDEBUG}\r\n"Debugger"="C:\\\\ntsd.exe -p %ld"\r\n`)[0]).toMatchObject({
    wrong: true,
    text: expect.stringContaining('second %ld'),
  });
  expect(remarks(`${AEDEBUG}\r\n"Debugger"=""\r\n`)[0]!.wrong).toBe(true);
});

test('the debugger of 32-bit processes is one of 32 bits', () => {
  const narrow = AEDEBUG.replace('SOFTWARE\\', 'SOFTWARE\\Wow6432Node\\');
  const found = remarks(`${narrow}\r\n"Debugger"="\\"C:\\\\Kits\\\\x64\\\\cdb.exe\\" -p %ld -e %ld"\r\n`);
  expect(found[0]).toMatchObject({ wrong: true, text: expect.stringContaining('bitness') });
});

test('CrashControl, with an expandable string over several lines', () => {
  const key = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\CrashControl]';
  const found = remarks(
    `${key}\r\n"CrashDumpEnabled"=dword:00000000\r\n"DumpFile"=hex(2):43,00,3a,00,5c,00,\\\r\n  6d,00,2e,00,64,00,00,00\r\n"LogEvent"=dword:1\r\n`,
  );
  expect(found).toEqual([
    expect.objectContaining({ name: 'CrashDumpEnabled', wrong: true }),
    expect.objectContaining({ name: 'DumpFile', wrong: false, text: expect.stringContaining('C:\\m.d') }),
  ]);
});

test('priorities of an image', () => {
  const key =
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Image File Execution Options\\notepad.exe\\PerfOptions]';
  const found = remarks(`${key}\r\n"IoPriority"=dword:00000001\r\n"PagePriority"=dword:00000005\r\n`);
  expect(found.map(({ text }) => text)).toEqual([expect.stringContaining('another priority'), '5: normal']);
  expect(remarks('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other]\r\n"IoPriority"=dword:00000001\r\n')).toEqual([]);
});
