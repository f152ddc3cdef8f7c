import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { readToken } from './token-reader.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const TOKEN = 0x100;
const SIDS = 0x800;

// Windows 10 x64 by its public symbols, as far as needed.
const TYPES: SynthTypes = {
  _TOKEN_SOURCE: [16, { SourceName: [0, 8] }],
  _SEP_TOKEN_PRIVILEGES: [24, { Present: [0, 8], Enabled: [8, 8], EnabledByDefault: [16, 8] }],
  _SID_AND_ATTRIBUTES: [16, { Sid: [0, 8], Attributes: [8, 4] }],
  _TOKEN: [
    0x498,
    {
      TokenSource: [0, '_TOKEN_SOURCE'],
      TokenId: [16, 8],
      AuthenticationId: [24, 8],
      Privileges: [64, '_SEP_TOKEN_PRIVILEGES'],
      SessionId: [120, 4],
      UserAndGroupCount: [124, 4],
      UserAndGroups: [152, 8],
      PrimaryGroup: [168, 8],
      TokenType: [192, 4],
      ImpersonationLevel: [196, 4],
    },
  ],
};

function sid(page: Page, place: number, authority: number, ...parts: number[]): void {
  page
    .u8(place, 1)
    .u8(place + 1, parts.length)
    .u8(place + 7, authority);
  for (const [index, part] of parts.entries()) page.u32(place + 8 + index * 4, part);
}

function scene(count: number): Page {
  const page = new Page(0x2000)
    .u32(TOKEN + 124, count)
    .u64(TOKEN + 152, at(SIDS))
    .u64(TOKEN + 168, at(0xa00));
  page
    .u64(SIDS, at(0xa00))
    .u64(SIDS + 16, at(0xa40))
    .u32(SIDS + 24, 7);
  sid(page, 0xa00, 5, 18);
  sid(page, 0xa40, 5, 21, 4_000_000_000, 2, 3, 500);
  page
    .u64(TOKEN + 64, (1n << 20n) | (1n << 23n))
    .u64(TOKEN + 72, 1n << 23n)
    .u64(TOKEN + 80, 1n << 23n);
  page
    .u64(TOKEN + 24, 0x3e7n)
    .u32(TOKEN + 192, 1)
    .u32(TOKEN + 120, 1);
  for (const [index, letter] of [...'User32'].entries()) page.u8(TOKEN + index, letter.charCodeAt(0));
  return page;
}

const read = (page: Page) =>
  readToken(synthKernelView({ base: BASE, memory: page, variables: {}, types: TYPES }), BASE + TOKEN);

test('user, groups, privileges, logon session and source of a token', () => {
  expect(read(scene(2))).toMatchObject({
    user: 'S-1-5-18',
    primaryGroup: 'S-1-5-18',
    groups: [{ sid: 'S-1-5-21-4000000000-2-3-500', attributes: 7 }],
    privileges: [
      { luid: 20, name: 'SeDebugPrivilege', enabled: false },
      { luid: 23, name: 'SeChangeNotifyPrivilege', enabled: true, enabledByDefault: true },
    ],
    authenticationId: 0x3e7n,
    type: 'Primary',
    impersonationLevel: 'Anonymous',
    source: 'User32',
    sessionId: 1,
    lost: null,
  });
});

test('a token that claims four billion groups', () => {
  const token = read(scene(0xffff_ffff))!;
  expect(token.groups.length).toBeLessThan(5000);
  expect(token.lost).toContain('claims 4294967295 groups');
});
