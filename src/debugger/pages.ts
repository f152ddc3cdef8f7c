/** Pages of Microsoft's documentation, on which commands link; never made of what a dump says. */
const LEARN = 'https://learn.microsoft.com';

/** The list of bug checks; the addresses of their own pages follow no rule. */
export const BUG_CHECKS_PAGE = `${LEARN}/windows-hardware/drivers/debugger/bug-check-code-reference2` as const;

/** Where Microsoft documents a command: its pages' addresses follow no rule, the search finds them. */
export function commandPage(name: string): `https://${string}` {
  return `${LEARN}/search/?terms=${encodeURIComponent(`${name} WinDbg`).replace(/[!'()*]/g, percent)}`;
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
