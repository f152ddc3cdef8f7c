import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { modulesFact } from '../evidence/modules.ts';
import { systemFact } from '../evidence/system.ts';
import type { ModuleSummary } from '../windows/summary.ts';

const MOST = 6;
/** Satellite assemblies of .NET share one name by language. */
const LIBRARY = /(?<!\.resources)\.(dll|ocx|drv|cpl)$/i;
/** Where Windows itself keeps several versions of one library side by side. */
const SYSTEM = /\\windows\\(winsxs\\|system32$|syswow64$)/;

const pattern: Pattern = {
  id: 'duplicated-module',
  name: 'Duplicated Module',
  part: null,
  severity: 'warning',
  meaning:
    'A library of one name is loaded twice, from two places: each copy has its own globals, heap and versions of structures, and what one made the other must not free.',
  advice: ['Find out who loads each copy (`lm f`, loader snaps), and whether objects travel between them.'],
  links: ['lmv', '!dlls'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const os = facts.get(systemFact)?.os ?? null;
    if (os !== null && !os.startsWith('Windows')) return ABSENT;
    const byName = new Map<string, ModuleSummary[]>();
    for (const module of facts.need(modulesFact)) {
      const name = (module.imageName || '').toLowerCase();
      if (!LIBRARY.test(name)) continue;
      const list = byName.get(name);
      if (list) list.push(module);
      else byName.set(name, [module]);
    }
    // The layer of WOW64 has two of some: one for each width. Side-by-side copies of one version are one library.
    const twice = [...byName.values()].filter(
      (list) => list.length > 1 && !isWow64Pair(list) && !isSideBySide(list) && areDifferent(list),
    );
    const [first, ...rest] = twice.slice(0, MOST).map(
      (list): Evidence => ({
        statement: `${list[0]!.imageName}: ${list.map(({ base, version }) => `at ${base.toString(16)}${version ? `, version ${version}` : ''}`).join('; ')}`,
        command: `lmv m ${list[0]!.name}`,
        addresses: list.map(({ base }) => base),
      }),
    );
    if (!first) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the module list',
      summary: `${twice.length === 1 ? `${twice[0]![0]!.imageName} is` : `${twice.length} libraries are`} loaded twice from different places.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;

const folderOf = ({ path }: ModuleSummary): string | null => {
  const at = path?.lastIndexOf('\\') ?? -1;
  return at < 0 ? null : path!.slice(0, at).toLowerCase();
};

/** One of the two lies in SysWOW64, or beyond what 32-bit code can reach while the other does not. */
function isWow64Pair(list: readonly ModuleSummary[]): boolean {
  const narrow = list.filter((module) => /\\syswow64$/.test(folderOf(module) ?? ''));
  if (narrow.length === 1 && list.length === 2) return true;
  return list.length === 2 && list.filter(({ base }) => base < 0x1_0000_0000n).length === 1;
}

/** All copies are Windows' own, for programs that ask for different versions (comctl32). */
function isSideBySide(list: readonly ModuleSummary[]): boolean {
  return list.every((module) => SYSTEM.test(folderOf(module) ?? ''));
}

/** Different files, as far as their folders and timestamps tell. */
function areDifferent(list: readonly ModuleSummary[]): boolean {
  const folders = new Set(list.map(folderOf));
  const stamps = new Set(list.map(({ timestamp, size }) => `${timestamp} ${size}`));
  return (folders.size > 1 && !folders.has(null)) || stamps.size > 1;
}
