import { type Address, type MemorySpace, tryView } from '../memory/space.ts';

/** SID_MAX_SUB_AUTHORITIES of winnt.h. */
const MOST_PARTS = 15;
const HEADER = 8;

/** A SID (winnt.h) as text: `S-1-5-18`. Null when none lies there, or it is not in the dump. */
export function readSid(memory: MemorySpace, address: Address): string | null {
  const head = tryView(memory, address, HEADER);
  if (head?.getUint8(0) !== 1) return null;
  const count = head.getUint8(1);
  const whole = count > MOST_PARTS ? null : tryView(memory, address, HEADER + count * 4);
  if (!whole) return null;
  const authority = whole.getUint16(2, false) * 0x1_0000_0000 + whole.getUint32(4, false);
  // Authorities beyond 32 bits are written in hexadecimal.
  const first = authority > 0xffff_ffff ? `0x${authority.toString(16).padStart(12, '0')}` : String(authority);
  const parts = Array.from({ length: count }, (_, index) => whole.getUint32(HEADER + index * 4, true));
  return ['S-1', first, ...parts].join('-');
}
