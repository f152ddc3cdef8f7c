import { baseName } from '../bytes/text.ts';
import type { CodeView } from '../formats/minidump/code-view.ts';
import { hexBytes } from '../formats/minidump/code-view.ts';
import type { Minidump } from '../formats/minidump/minidump.ts';
import { versionsOf } from '../formats/minidump/modules.ts';
import { dumpAddress } from './minidump-memory.ts';
import { ModuleNames } from './module-name.ts';
import type { Module, PdbIdentity, UnloadedModule } from './target.ts';

function pdbOf(codeView: CodeView | null): PdbIdentity | null {
  if (codeView?.kind === 'RSDS') return { name: codeView.name, guid: codeView.guid, age: codeView.age };
  if (codeView?.kind === 'NB10') return { name: codeView.name, guid: codeView.signature, age: codeView.age };
  return null;
}

/**
 * Breakpad and Crashpad put other systems' ids into RSDS records: on Linux and Android the first 16 bytes of the build
 * id as they are, on Apple's systems the UUID in a GUID's byte order.
 */
function buildIdOf(codeView: CodeView | null, platform: string): string | null {
  if (codeView?.kind === 'ELF') return codeView.buildId || null;
  if (codeView?.kind !== 'RSDS' || platform === 'windows') return null;
  return platform === 'macos' || platform === 'ios' ? codeView.guid.replaceAll('-', '') : hexBytes(codeView.guidBytes);
}

/** The loaded modules with the names a debugger gives them; modules at addresses that cannot be are left out. */
export function targetModules(minidump: Minidump, pointerSize: 4 | 8, platform: string): Module[] {
  const names = new ModuleNames();
  const modules: Module[] = [];
  for (const { record, path, codeView } of minidump.modules ?? []) {
    const base = dumpAddress(record.BaseOfImage, pointerSize);
    if (base === null) {
      minidump.file.problems.add(
        'bad-address',
        'MINIDUMP_MODULE',
        null,
        `a module claims the base 0x${record.BaseOfImage.toString(16)}, which is no address of this machine`,
      );
      continue;
    }
    const versions = versionsOf(record.VersionInfo);
    const imageName = baseName(path ?? '');
    modules.push({
      name: names.claim(imageName, base),
      imageName,
      path,
      base,
      size: record.SizeOfImage,
      timestamp: record.TimeDateStamp || null,
      // A check sum of 0 is what most linkers leave; only Windows' own images are sure to have one.
      checksum: platform === 'windows' ? record.CheckSum : null,
      fileVersion: versions.file,
      productVersion: versions.product,
      pdb: pdbOf(codeView),
      buildId: buildIdOf(codeView, platform),
      space: 'user',
    });
  }
  return modules;
}

/** The unloaded modules in the order of the list. */
export function targetUnloadedModules(minidump: Minidump, pointerSize: 4 | 8): UnloadedModule[] {
  const modules: UnloadedModule[] = [];
  for (const { record, path } of minidump.unloadedModules ?? []) {
    const base = dumpAddress(record.BaseOfImage, pointerSize);
    if (base === null) continue;
    modules.push({
      name: baseName(path ?? ''),
      base,
      size: record.SizeOfImage,
      timestamp: record.TimeDateStamp || null,
      checksum: record.CheckSum,
    });
  }
  return modules;
}
