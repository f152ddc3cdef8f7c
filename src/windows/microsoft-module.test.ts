import { expect, test } from 'vitest';
import { isCoreModule, isWindowsModule } from './microsoft-module.ts';

test('the core, whatever its case, ending or base', () => {
  for (const name of ['nt', 'NTDLL', 'ntdll_77900000', 'KERNELBASE.dll', 'hal', 'FLTMGR', 'win32kfull', 'libc-2.23.so'])
    expect([name, isCoreModule(name), isWindowsModule(name)]).toEqual([name, true, true]);
});

test('other drivers and libraries of Windows', () => {
  for (const name of ['Ntfs', 'disk.sys', 'dxgmms2', 'COMCTL32', 'api-ms-win-core-file-l1-1-0', 'dump_storahci'])
    expect([name, isCoreModule(name), isWindowsModule(name)]).toEqual([name, false, true]);
});

test('third parties, also those that sound alike', () => {
  for (const name of ['nvlddmkm', 'contoso', 'ntdll2', 'crashme', 'libcef', 'chrome_2830000', 'my_ntfs', 'kernel64'])
    expect([name, isCoreModule(name), isWindowsModule(name)]).toEqual([name, false, false]);
});
