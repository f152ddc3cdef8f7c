import type { Type } from '../symbols/type.ts';

/** How deep pointers and arrays nest in one text; hostile types go in circles. */
const DEEPEST = 8;

/** A type as `dt` spells it: `Ptr64 _KTHREAD`, `[26] Uint4B`, `Pos 0, 1 Bit`. */
export function typeText(type: Type, depth = 0): string {
  if (depth > DEEPEST) return '...';
  switch (type.kind) {
    case 'pointer': {
      const target = type.target();
      const pointer = `Ptr${type.size * 8}`;
      if (target.kind === 'function') return `${pointer}     ${returned(target.name)} `;
      // A table of virtual functions is no more than where it is.
      const isTable = target.kind === 'array' && target.element().kind === 'function';
      return isTable ? `${pointer} ` : `${pointer} ${typeText(target, depth + 1)}`;
    }
    case 'array':
      return `[${type.count}] ${typeText(type.element(), depth + 1)}`;
    case 'bitfield':
      return `Pos ${type.position}, ${type.length} Bit${type.length === 1 ? '' : 's'}`;
    case 'function':
      return returned(type.name);
    default:
      return type.name;
  }
}

/** The same in the words of `dt -v`: counts of members and sizes. */
export function verboseTypeText(type: Type, depth = 0): string {
  if (depth > DEEPEST) return '...';
  switch (type.kind) {
    case 'struct': {
      const count = type.fields().length;
      return `${type.flavour} ${type.name}, ${count} element${count === 1 ? '' : 's'}, 0x${type.size.toString(16)} bytes`;
    }
    case 'pointer': {
      const target = type.target();
      if (target.kind === 'function') return `Ptr${type.size * 8} to ${target.name}`;
      return `Ptr${type.size * 8} to ${verboseTypeText(target, depth + 1)}`;
    }
    case 'array':
      return `[${type.count}] ${verboseTypeText(type.element(), depth + 1)}`;
    case 'bitfield':
      return `Bitfield ${typeText(type)}`;
    case 'enum':
      return `Enum ${type.name},  ${type.values().length} total enums`;
    default:
      return typeText(type, depth);
  }
}

/** `long (void*, int)` returns `long`. */
function returned(name: string): string {
  const open = name.indexOf('(');
  return open < 0 ? name : name.slice(0, open).trim();
}
