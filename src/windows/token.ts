/** An access token. Addresses are unsigned; null is unknown. */
export interface Token {
  readonly address: bigint;
  readonly sessionId: number | null;
  /** `S-1-5-18`. */
  readonly user: string | null;
  readonly groups: readonly { readonly sid: string | null; readonly attributes: number | null }[];
  readonly primaryGroup: string | null;
  readonly privileges: readonly Privilege[];
  /** LUIDs, high and low part in one. */
  readonly authenticationId: bigint | null;
  readonly tokenId: bigint | null;
  readonly parentTokenId: bigint | null;
  readonly modifiedId: bigint | null;
  readonly originatingLogonSession: bigint | null;
  readonly type: 'Primary' | 'Impersonation' | null;
  readonly impersonationLevel: string | null;
  /** The eight letters of whoever made it: `User32`, `*SYSTEM*`. */
  readonly source: string | null;
  readonly flags: number | null;
  readonly inUse: boolean | null;
  readonly restrictedSidCount: number | null;
  /** Why parts may be missing, for people. */
  readonly lost: string | null;
}

export interface Privilege {
  /** The low part of its LUID: 20 is SeDebugPrivilege. */
  readonly luid: number;
  /** Null for one that has no name in winnt.h. */
  readonly name: string | null;
  readonly enabled: boolean;
  readonly enabledByDefault: boolean;
}
