import { decodeUtf16 } from '../bytes/text.ts';
import { type Address, type MemorySpace, readAvailable, tryView } from '../memory/space.ts';

/** KUSER_SHARED_DATA: what the kernel tells all processes on one page. Null is unknown. */
export interface SharedData {
  /** Ticks since boot; since Windows Vista, and 0 before. */
  readonly ticks: bigint;
  /** A tick in milliseconds, times 2^24. */
  readonly tickMultiplier: number;
  readonly uptimeMs: number;
  readonly timeZoneId: number;
  readonly imageNumberLow: number;
  readonly imageNumberHigh: number;
  readonly cryptoExponent: number;
  readonly systemRoot: string;
  readonly majorVersion: number;
  readonly minorVersion: number;
}

/** ntddk.h, KUSER_SHARED_DATA, whose offsets are fixed because programs rely on them. */
const TickCountLowDeprecated = 0x0;
const TickCountMultiplier = 0x4;
const ImageNumberLow = 0x2c;
const ImageNumberHigh = 0x2e;
const NtSystemRoot = 0x30;
const CryptoExponent = 0x23c;
const TimeZoneId = 0x240;
const NtMajorVersion = 0x26c;
const NtMinorVersion = 0x270;
const TickCount = 0x320;
const SIZE = 0x330;
const MAX_PATH = 260;

/** Null where the page is not in the dump. */
export function readSharedData(memory: MemorySpace, at: Address): SharedData | null {
  const view = tryView(memory, at, SIZE);
  if (!view) return null;
  const u32 = (offset: number) => view.getUint32(offset, true);
  // Vista made the count 64 bits wide, at another place, and left zeros at the old one.
  const wide = view.getBigUint64(TickCount, true);
  const ticks = u32(TickCountLowDeprecated) !== 0 ? BigInt(u32(TickCountLowDeprecated)) : wide;
  const tickMultiplier = u32(TickCountMultiplier);
  return {
    ticks,
    tickMultiplier,
    uptimeMs: Number((ticks * BigInt(tickMultiplier)) >> 24n),
    timeZoneId: u32(TimeZoneId),
    imageNumberLow: view.getUint16(ImageNumberLow, true),
    imageNumberHigh: view.getUint16(ImageNumberHigh, true),
    cryptoExponent: u32(CryptoExponent),
    systemRoot: decodeUtf16(readAvailable(memory, at + NtSystemRoot, MAX_PATH * 2)),
    majorVersion: u32(NtMajorVersion),
    minorVersion: u32(NtMinorVersion),
  };
}
