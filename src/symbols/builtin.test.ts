import { describe, expect, test } from 'vitest';
import { BuiltinTypeTable } from './builtin.ts';
import type { StructType } from './type.ts';

function struct(machine: 'x86' | 'x64' | 'arm64', name: string): StructType {
  const type = new BuiltinTypeTable(machine).type(name);
  if (type?.kind !== 'struct') throw new Error(`${name} is no structure`);
  return type;
}

describe('built-in layouts', () => {
  /** Sizes and offsets as winnt.h, winternl.h, ntddk.h and minidumpapiset.h make them. */
  test.each([
    ['x86', '_LIST_ENTRY', 8, 'Blink', 4],
    ['x64', '_LIST_ENTRY', 16, 'Blink', 8],
    ['x86', '_UNICODE_STRING', 8, 'Buffer', 4],
    ['x64', '_UNICODE_STRING', 16, 'Buffer', 8],
    ['x86', '_LARGE_INTEGER', 8, 'QuadPart', 0],
    ['x86', '_EXCEPTION_RECORD', 0x50, 'ExceptionInformation', 0x14],
    ['x64', '_EXCEPTION_RECORD', 0x98, 'ExceptionInformation', 0x20],
    ['x86', '_CONTEXT', 0x2cc, 'Eip', 0xb8],
    ['x64', '_CONTEXT', 0x4d0, 'Rip', 0xf8],
    ['arm64', '_CONTEXT', 0x390, 'Pc', 0x108],
    ['x86', '_KTRAP_FRAME', 0x8c, 'Eip', 0x68],
    ['x64', '_KTRAP_FRAME', 0x190, 'Rip', 0x168],
    ['x86', '_TEB', 0xf98, 'ProcessEnvironmentBlock', 0x30],
    ['x64', '_TEB', 0x1788, 'ProcessEnvironmentBlock', 0x60],
    ['x86', '_PEB', 0x1d8, 'Ldr', 0xc],
    ['x64', '_PEB', 0x2c8, 'Ldr', 0x18],
    ['x86', '_RTL_CRITICAL_SECTION', 0x18, 'OwningThread', 0xc],
    ['x64', '_RTL_CRITICAL_SECTION', 0x28, 'OwningThread', 0x10],
    ['x64', '_IMAGE_NT_HEADERS64', 0x108, 'OptionalHeader', 0x18],
    ['x64', '_MINIDUMP_HEADER', 32, 'StreamDirectoryRva', 12],
    ['x64', '_KDDEBUGGER_DATA64', 0x340, 'PsLoadedModuleList', 0x48],
  ] as const)('%s %s', (machine, name, size, field, offset) => {
    const type = struct(machine, name);
    expect(type.size).toBe(size);
    expect(type.field(field)?.offset).toBe(offset);
  });

  test('names without the underscore, nested types, bit fields and unknown names', () => {
    expect(struct('x64', 'LIST_ENTRY').name).toBe('_LIST_ENTRY');
    const client = struct('x64', '_TEB').field('ClientId')?.type();
    expect(client).toMatchObject({ kind: 'struct', name: '_CLIENT_ID', size: 16 });
    const next = struct('x86', '_LIST_ENTRY').field('Flink')?.type();
    expect(next?.kind === 'pointer' && next.target()).toMatchObject({ name: '_LIST_ENTRY', size: 8 });
    expect(struct('x64', '_MINIDUMP_DIRECTORY').field('Location')?.type()).toMatchObject({ kind: 'struct', size: 8 });
    expect(new BuiltinTypeTable('x64').type('_EPROCESS')).toBeNull();
  });

  test('every declaration reads, and every field lies inside its structure', () => {
    for (const machine of ['x86', 'x64', 'arm64'] as const) {
      const table = new BuiltinTypeTable(machine);
      for (const name of table.typeNames()) {
        const type = struct(machine, name);
        expect(type.fields().length, name).toBeGreaterThan(0);
        for (const field of type.fields()) {
          const end = field.offset + field.type().size;
          expect(field.type().size, `${name}.${field.name}`).toBeGreaterThan(0);
          expect(end, `${name}.${field.name}`).toBeLessThanOrEqual(type.size);
        }
      }
    }
  });
});
