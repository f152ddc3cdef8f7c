import { x86PageTables } from '../../src/machine/x86/paging.ts';
import { PagedSpace } from '../../src/memory/paged.ts';
import type { Module, Target } from '../../src/target/target.ts';
import type { Console } from './console.ts';

/** A user module as the corpus' truth tables tell it. */
export interface TruthModule {
  readonly name: string;
  readonly path: string;
  readonly base: string;
  readonly size: string;
}

/** Puts a session of a 32-bit kernel dump into the address space of a process, as `.process /p /r` would. */
export function enterProcess(console: Console, dirbase: string, pae: boolean, modules: readonly TruthModule[]): void {
  const { session } = console;
  const { target } = session;
  const physical = target.physicalMemory!;
  const memory = new PagedSpace(physical, x86PageTables(physical, Number.parseInt(dirbase, 16), pae));
  const user = modules.map(
    (module): Module => ({
      name: module.name,
      imageName: module.path.slice(module.path.lastIndexOf('\\') + 1),
      path: module.path,
      base: Number.parseInt(module.base, 16),
      size: Number.parseInt(module.size, 16),
      timestamp: null,
      checksum: null,
      fileVersion: null,
      productVersion: null,
      pdb: null,
      buildId: null,
      space: 'user',
    }),
  );
  const view: Target = Object.create(target, {
    memory: { value: memory },
    modules: { value: [...user, ...target.modules] },
  });
  session.replaceCase({ ...session.theCase, target: view });
}
