import type { Context } from '../../machine/context.ts';
import { maskedRegisters } from '../register-set.ts';
import { hexNumber, type ModelMember, type ModelObject, member, objectOf } from './model-value.ts';

/** Groups by the masks of `rM`. */
const GROUPS: readonly (readonly [name: string, mask: number])[] = [
  ['User', 1],
  ['FloatingPoint', 4],
  ['SIMD', 0x40],
  ['Debug', 0x20],
];
const SEGMENTS = 8;

/** The registers of a context in groups; what the dump has not saved is not there. */
export function registerObjects({ architecture, registers }: Context): ModelObject {
  const group = (mask: number): ModelMember[] =>
    maskedRegisters(mask, architecture).flatMap((name) => {
      const value = registers.get(name);
      return value === undefined ? [] : [member(name, hexNumber128(value))];
    });
  const members = GROUPS.map(([name, mask]): ModelMember => {
    const own = mask === 1 ? [...group(mask), ...group(SEGMENTS)] : group(mask);
    return member(name, own.length > 0 ? objectOf({ members: own }) : null, 'the dump has none of them');
  });
  // `@$curregisters.rip` is understood without its group.
  const direct = [...registers].map(
    ([name, value]): ModelMember => ({ ...member(name, hexNumber128(value)), hidden: true }),
  );
  return objectOf({ members: [...members, ...direct] });
}

/** Numbers of more than 64 bits have no C type: they are shown as they are. */
function hexNumber128(value: bigint) {
  return value <= 0xffffffffffffffffn ? hexNumber(value) : ({ kind: 'text', text: `0x${value.toString(16)}` } as const);
}
