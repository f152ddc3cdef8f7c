import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { currentProcess } from '../../debugger/kernel-process.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import type { Address } from '../../memory/space.ts';
import { looksLikeProcess } from '../../target/kernel-objects.ts';
import type { Kernel } from '../../windows/kernel.ts';
import type { Token } from '../../windows/token.ts';
import { readToken } from '../../windows/token-reader.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly token: Token;
}

/** SE_GROUP_* of winnt.h, in the debugger's words. */
const GROUP_ATTRIBUTES: readonly (readonly [number, string])[] = [
  [0x1, 'Mandatory'],
  [0x2, 'Default'],
  [0x4, 'Enabled'],
  [0x8, 'Owner'],
  [0x10, 'DenyOnly'],
  [0x20, 'GroupIntegrity'],
  [0x40, 'GroupIntegrityEnabled'],
  [0x2000_0000, 'Resource'],
];
const LOGON_ID = 0xc000_0000;

export default command<{ readonly what: string | null }, Data>({
  name: '!token',
  syntax: '!token [token|process]',
  summary: 'Shows an access token: user, groups, privileges, logon session, source.',
  example: '!token',
  patterns: [],
  notes:
    'Without an argument the primary token of the current process; the address of a process means its primary token. SIDs are not translated to names. No public transcript shows this layout.',
  parse: (args) => ({ what: args.trim() || null }),
  async run(session, { what }) {
    const kernel = await needKernel(session, '!token');
    const at = await tokenOf(session, kernel, what);
    const token = at === null ? null : readToken(kernel, at);
    if (!token) {
      const triage = session.target.kind === 'kernel-triage-dump' ? 'not in a triage dump' : 'not in the dump';
      throw new UsageError('!token', `the token is ${triage}`);
    }
    return { pointerSize: kernel.pointerSize, token };
  },
  render({ pointerSize, token }, text) {
    const at = plainAddress(token.address, pointerSize);
    const luid = (value: bigint | null) => (value === null ? '?' : value.toString(16));
    text.line(`_TOKEN 0x${at}`);
    text.line(`TS Session ID: ${token.sessionId === null ? '?' : `0x${token.sessionId.toString(16)}`}`);
    text.line(`User: ${token.user ?? '?'}`);
    text.line('User Groups: ');
    token.groups.forEach(({ sid, attributes }, index) => {
      text.line(` ${hexPadded(index, 2)} ${sid ?? '?'}`);
      text.line(`    Attributes - ${attributes === null ? '?' : groupText(attributes)}`);
    });
    text.line(`Primary Group: ${token.primaryGroup ?? '?'}`);
    text.line('Privs: ');
    for (const { luid: id, name, enabled, enabledByDefault } of token.privileges) {
      const words = [enabled ? 'Enabled' : '', enabledByDefault ? 'Default' : ''].filter(Boolean).join(' ');
      text.line(` ${hexPadded(id, 2)} 0x${hexPadded(id, 9)} ${(name ?? '?').padEnd(33)} Attributes - ${words}`);
    }
    const parts = (value: bigint | null) =>
      value === null ? '?' : `(${luid(value >> 32n)},${luid(value & 0xffffffffn)})`;
    text.line(`Authentication ID:         ${parts(token.authenticationId)}`);
    text.line(`Impersonation Level:       ${token.impersonationLevel ?? '?'}`);
    text.line(`TokenType:                 ${token.type ?? '?'}`);
    const flags = token.flags === null ? '?' : `0x${token.flags.toString(16)}`;
    text.line(
      `Source: ${(token.source ?? '?').padEnd(18)} TokenFlags: ${flags}${token.inUse ? ' ( Token in use )' : ''}`,
    );
    text.line(`Token ID: ${luid(token.tokenId).padEnd(16)} ParentToken ID: ${luid(token.parentTokenId)}`);
    text.line(`Modified ID:               ${parts(token.modifiedId)}`);
    text.line(`RestrictedSidCount: ${token.restrictedSidCount ?? '?'}`);
    text.line(`OriginatingLogonSession: ${luid(token.originatingLogonSession)}`);
    if (token.lost !== null) text.line(`Not complete: ${token.lost}`);
  },
});

async function tokenOf(session: Session, kernel: Kernel, what: string | null): Promise<Address | null> {
  const at = what === null ? await currentProcess(session, kernel) : session.address(await evaluateIn(session, what));
  if (at === null || !looksLikeProcess(kernel.memory, at)) return at;
  return kernel.object('_EPROCESS', at).fastReference('Token') || null;
}

function groupText(attributes: number): string {
  const words = GROUP_ATTRIBUTES.filter(([bit]) => (attributes & bit) !== 0).map(([, word]) => word);
  if ((attributes & LOGON_ID) >>> 0 === LOGON_ID) words.push('LogonId');
  return words.join(' ');
}
