import { operandAddress, registerValue } from '../machine/operand-value.ts';
import type { Target } from '../target/target.ts';
import { fillOf } from '../windows/pointer-clue.ts';
import { type AccessRights, accessRights, isCanonical } from './access-rights.ts';
import { adjustedAddressFact } from './adjusted-address.ts';
import { fact, known, missing } from './case.ts';
import { failingInstructionFact } from './failing-instruction.ts';
import { type Fault, faultFact } from './fault.ts';

/** A way in which one flipped bit would explain the failing access; the names of the details are rust-minidump's. */
export interface BitFlip {
  /** The address that the instruction would have accessed, unsigned. */
  readonly address: bigint;
  /** The register that holds the flipped bit; null when only the address as a whole is known. */
  readonly register: string | null;
  /** The value that the register, or else the address, would have had. */
  readonly value: bigint;
  readonly bit: number;
  readonly wasNonCanonical: boolean;
  /** The corrected value is NULL, so the code had perhaps tested for it. */
  readonly isNull: boolean;
  /** Corrected to NULL from a value so low that it is rather an integer than a pointer. */
  readonly wasLow: boolean;
  /** Other registers whose values lie near the corrected address. */
  readonly nearbyRegisters: number;
  /** Registers hold fill patterns, which point to a software error. */
  readonly poisonRegisters: boolean;
  /** The address lies just beyond memory that is there: a program that walked off its end looks the same. */
  readonly isAdjacent: boolean;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Below this a flipped bit is data only: most bad pointers have a candidate or two by chance. */
const WORTH_SAYING = 0.5;

export function isLikelyFlip({ confidence }: BitFlip): boolean {
  return confidence >= WORTH_SAYING;
}

export function bitFlipStatement({ bit, register, value, confidence }: BitFlip): string {
  return `with bit ${bit} of ${register ?? 'the address'} changed (0x${value.toString(16)}) the access would have been valid, ${Math.round(confidence * 100)} %: suspect memory or processor if crashes differ from each other`;
}

const NULL_AREA = 0x10000n;
const NEAR = 0x1000n;
const LOW = 0x1000n;
/** How far past the end of memory an overrun is as likely as a flipped bit. */
const OVERRUN = 0x10000n;
const MOST = 16;

/**
 * Single flipped bits that would make the failing access valid, likeliest first. The method is the public one of
 * rust-minidump and Mozilla's crash reports ("Detecting bit-flips in crash reports"): each bit of each register that
 * forms the failing address is flipped in turn, and a candidate is a value with which the access would have been to
 * mapped memory that allows it. Only in 64-bit address spaces: in 32 bits too much is mapped for this to mean anything.
 * The weights are ours.
 */
export const bitFlipFact = fact<readonly BitFlip[]>('bitFlips', (theCase) => {
  const { target } = theCase;
  if (!target) return missing('registers and memory, which a log does not hold');
  const fault = faultFact(theCase);
  if (!fault.known) return fault;
  if (!fault.value || target.pointerSize !== 8) return known([], fault.from);
  const adjusted = adjustedAddressFact(theCase);
  if (adjusted.known && adjusted.value?.kind === 'null-pointer') return known([], fault.from);
  const address =
    adjusted.known && adjusted.value?.kind === 'non-canonical' ? adjusted.value.address : fault.value.address;
  const rights = accessRights(target, address);
  // Memory that is there was refused for another reason: protection, interrupt level, a page that could not be read.
  if (address < NULL_AREA || (rights && isAllowed(rights, fault.value.access) === true)) return known([], fault.from);
  const failing = failingInstructionFact(theCase);
  const registers = failing.known
    ? failing.value.context.registers
    : (target.currentThread?.context?.registers ?? NONE);
  const scene: Scene = {
    target,
    address,
    access: fault.value.access,
    registers,
    poison: [...registers].some(([name, value]) => GENERAL.test(name) && fillOf(value, true) !== null),
    isAdjacent: isAdjacent(target, address),
  };
  const memory = failing.known ? failing.value.instruction.memory : null;
  const formed = memory && operandAddress(memory, registers, 64);
  const flips: BitFlip[] = [];
  if (memory && formed === address) {
    for (const name of new Set([memory.base, memory.index])) {
      const value = name === null ? null : registerValue(registers, name);
      if (name === null || value === null || value < NULL_AREA || /^[re]?(sp|ip)$/.test(name)) continue;
      const changed = (other: bigint) => operandAddress(memory, new Map(registers).set(name, other), 64);
      flips.push(...flipsOf(scene, value, name, changed));
    }
  } else if (!isCanonical(address) || formed === null) flips.push(...flipsOf(scene, address, null, (other) => other));
  return known(flips.sort((a, b) => b.confidence - a.confidence).slice(0, MOST), fault.from);
});

const NONE: ReadonlyMap<string, bigint> = new Map();
const GENERAL = /^(r[a-d]x|r[sd]i|rbp|r\d+|x\d+|fp)$/;

interface Scene {
  readonly target: Target;
  readonly address: bigint;
  readonly access: Fault['access'];
  readonly registers: ReadonlyMap<string, bigint>;
  readonly poison: boolean;
  readonly isAdjacent: boolean;
}

function flipsOf(
  scene: Scene,
  value: bigint,
  register: string | null,
  addressWith: (value: bigint) => bigint | null,
): BitFlip[] {
  const wasNonCanonical = !isCanonical(scene.address);
  const found: BitFlip[] = [];
  for (let bit = 0; bit < 64; bit++) {
    const corrected = value ^ (1n << BigInt(bit));
    const address = addressWith(corrected);
    if (address === null || !isCanonical(address)) continue;
    const isNull = corrected === 0n;
    const rights = accessRights(scene.target, address);
    const allowed = rights && isAllowed(rights, scene.access);
    // With no list of memory the one flip that makes an address canonical still stands for itself.
    const isOpen = wasNonCanonical && rights === null && address >= NULL_AREA;
    if (!isNull && allowed !== true && !isOpen) continue;
    const details = {
      wasNonCanonical,
      isNull,
      wasLow: isNull && value <= LOW,
      nearbyRegisters: isNull ? 0 : nearby(scene.registers, address, register),
      poisonRegisters: scene.poison,
      isAdjacent: scene.isAdjacent && !isNull,
    };
    found.push({ address, register, value: corrected, bit, ...details, confidence: confidence(details, isOpen) });
  }
  // Many candidates explain nothing: each takes from the others.
  const share = found.length > 4 ? 0.5 : 1;
  return found.map((flip) => ({ ...flip, confidence: Math.round(flip.confidence * share * 1000) / 1000 }));
}

function confidence(
  details: Pick<
    BitFlip,
    'wasNonCanonical' | 'isNull' | 'wasLow' | 'nearbyRegisters' | 'poisonRegisters' | 'isAdjacent'
  >,
  isOpen: boolean,
): number {
  const signs = [0.25];
  if (details.wasNonCanonical) signs.push(isOpen ? 0.25 : 0.5);
  if (details.isNull && !details.wasLow) signs.push(0.25);
  if (details.nearbyRegisters > 0) signs.push(Math.min(0.95, 0.75 + details.nearbyRegisters * 0.05));
  const certain = 1 - signs.reduce((doubt, sign) => doubt * (1 - sign), 1);
  return certain * (details.poisonRegisters ? 0.5 : 1) * (details.isAdjacent ? 0.25 : 1) * (details.wasLow ? 0.5 : 1);
}

function nearby(registers: ReadonlyMap<string, bigint>, address: bigint, source: string | null): number {
  let count = 0;
  for (const [name, value] of registers) {
    if (name === source || !GENERAL.test(name) || value < NULL_AREA) continue;
    const distance = value > address ? value - address : address - value;
    if (distance <= NEAR) count++;
  }
  return count;
}

/** Memory that can be read ends within reach before the address. */
function isAdjacent(target: Target, address: bigint): boolean {
  if (!isCanonical(address)) return false;
  for (let back = 0x1000n; back <= OVERRUN; back += 0x1000n) {
    if (address < back) return false;
    if (accessRights(target, address - back)?.read === true) return true;
  }
  return false;
}

function isAllowed(rights: AccessRights, access: Fault['access']): boolean | null {
  if (access === null) return rights.read;
  // A right that is not known is not held against a place that surely can be read.
  return rights[access] ?? rights.read;
}
