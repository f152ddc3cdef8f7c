import { KDDEBUGGER_DATA64 } from '../formats/kernel-dump/debugger-data.ts';
import { DUMP_HEADER32, DUMP_HEADER64 } from '../formats/kernel-dump/header.ts';
import { MINIDUMP_EXCEPTION, MINIDUMP_EXCEPTION_STREAM } from '../formats/minidump/exception.ts';
import { MINIDUMP_HANDLE_DESCRIPTOR } from '../formats/minidump/handles.ts';
import {
  MINIDUMP_DIRECTORY,
  MINIDUMP_HEADER,
  MINIDUMP_LOCATION_DESCRIPTOR,
  MINIDUMP_MEMORY_DESCRIPTOR,
} from '../formats/minidump/header.ts';
import { MINIDUMP_MEMORY_INFO } from '../formats/minidump/memory.ts';
import { MINIDUMP_MISC_INFO_5, TIME_ZONE_INFORMATION } from '../formats/minidump/misc-info.ts';
import { MINIDUMP_MODULE, MINIDUMP_UNLOADED_MODULE, VS_FIXEDFILEINFO } from '../formats/minidump/modules.ts';
import { MINIDUMP_SYSTEM_INFO } from '../formats/minidump/system-info.ts';
import { MINIDUMP_THREAD, MINIDUMP_THREAD_EX, MINIDUMP_THREAD_INFO } from '../formats/minidump/threads.ts';
import { DECLARATIONS, MACHINE_DECLARATIONS } from './builtin-declarations.ts';
import { fromWords, layOut, structType } from './builtin-layout.ts';
import type { StructType, Type, TypeTable } from './type.ts';

/** Declared structures of file formats: what the readers use is what `dt` shows. */
const FILE_STRUCTURES: readonly { readonly name: string; readonly size: number; readonly fields: object }[] = [
  KDDEBUGGER_DATA64,
  DUMP_HEADER32,
  DUMP_HEADER64,
  MINIDUMP_HEADER,
  MINIDUMP_DIRECTORY,
  MINIDUMP_LOCATION_DESCRIPTOR,
  MINIDUMP_MEMORY_DESCRIPTOR,
  MINIDUMP_EXCEPTION,
  MINIDUMP_EXCEPTION_STREAM,
  MINIDUMP_HANDLE_DESCRIPTOR,
  MINIDUMP_MEMORY_INFO,
  MINIDUMP_MISC_INFO_5,
  TIME_ZONE_INFORMATION,
  MINIDUMP_MODULE,
  MINIDUMP_UNLOADED_MODULE,
  VS_FIXEDFILEINFO,
  MINIDUMP_SYSTEM_INFO,
  MINIDUMP_THREAD,
  MINIDUMP_THREAD_EX,
  MINIDUMP_THREAD_INFO,
];

/** `_NAME/16 union: fields` */
const DECLARATION = /^(\w+)(?:\/(\d+))?( union)?: (.*)$/;

/**
 * The structures whose layout Microsoft documents and that no Windows version has changed, for one processor. Names are
 * found with and without the leading underscore. It is the last finder to ask: a symbol file knows better.
 */
export class BuiltinTypeTable implements TypeTable {
  readonly #pointerSize: 4 | 8;
  readonly #declared = new Map<string, { readonly text: string; readonly flavour: StructType['flavour'] }>();
  readonly #alignments = new Map<string, number>();
  readonly #known = new Map<string, Type | null>();
  constructor(machine: 'x86' | 'x64' | 'arm64') {
    this.#pointerSize = machine === 'x86' ? 4 : 8;
    for (const line of `${DECLARATIONS}${MACHINE_DECLARATIONS[machine]}`.split('\n')) {
      const [, name = '', alignment, union, text = ''] = DECLARATION.exec(line) ?? [];
      if (name === '') continue;
      this.#declared.set(name, { text, flavour: union ? 'union' : 'struct' });
      if (alignment) this.#alignments.set(name, Number(alignment));
    }
  }

  type(name: string): Type | null {
    let type = this.#known.get(name);
    if (type === undefined) {
      type = this.#declaredType(name) ?? this.#fileType(name) ?? (name.startsWith('_') ? null : this.type(`_${name}`));
      this.#known.set(name, type);
    }
    return type;
  }

  *typeNames(): Iterable<string> {
    yield* this.#declared.keys();
    for (const { name } of FILE_STRUCTURES) yield `_${name}`;
  }

  #declaredType(name: string): Type | null {
    const declared = this.#declared.get(name);
    if (!declared) return null;
    return layOut(name, declared.text, declared.flavour, this.#pointerSize, this.#alignments, (other) =>
      this.type(other),
    );
  }

  #fileType(name: string): Type | null {
    const found = FILE_STRUCTURES.find((structure) => `_${structure.name}` === name);
    if (!found) return null;
    const rows = Object.entries(found.fields as Record<string, readonly [number, { size: number; typeName: string }]>);
    const fields = rows.map(([field, [offset, kind]]) => {
      const type = fromWords(kind.typeName, kind.size, (other) => this.type(other));
      return { name: field, offset, type: () => type };
    });
    return structType(
      name,
      found.size,
      fields.sort((left, right) => left.offset - right.offset),
    );
  }
}
