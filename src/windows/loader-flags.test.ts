import { expect, test } from 'vitest';
import { loaderFlagNames } from './loader-flags.ts';

// The bit fields of _LDR_DATA_TABLE_ENTRY in the symbols of nt 10.0.19041: ImageDll 2, LoadNotificationsSent 3,
// InLegacyLists 6, InIndexes 7, InExceptionTable 9, LoadConfigProcessed 13, ProtectDelayLoad 15.
test('flags of Windows 8 and later do not tell of unloading', () => {
  expect(loaderFlagNames(0x22cc)).toEqual([
    'LDRP_IMAGE_DLL',
    'LDRP_LOAD_NOTIFICATIONS_SENT',
    'LDRP_IN_LEGACY_LISTS',
    'LDRP_IN_INDEXES',
    'LDRP_IN_EXCEPTION_TABLE',
    'LDRP_LOAD_CONFIG_PROCESSED',
  ]);
  expect(loaderFlagNames(0x80008040)).toEqual([
    'LDRP_IN_LEGACY_LISTS',
    'LDRP_PROTECT_DELAY_LOAD',
    'LDRP_COMPAT_DATABASE_PROCESSED',
  ]);
});

test('flags of Windows XP to 7', () => {
  expect(loaderFlagNames(0xc4006)).toEqual([
    'LDRP_STATIC_LINK',
    'LDRP_IMAGE_DLL',
    'LDRP_ENTRY_PROCESSED',
    'LDRP_DONT_CALL_FOR_THREADS',
    'LDRP_PROCESS_ATTACH_CALLED',
  ]);
  expect(loaderFlagNames(0)).toEqual([]);
});
