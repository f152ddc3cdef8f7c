import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { modulesFact } from '../evidence/modules.ts';

/** Texts that project templates leave for the author to fill in. */
const PLACEHOLDER = /^(todo\b|<.*company.*>|\(?your company|company ?name$|my company$)/i;
const MOST = 6;

const pattern: Pattern = {
  id: 'template-module',
  name: 'Template Module',
  part: null,
  severity: 'info',
  meaning:
    "A module's version information is still that of the template its project was made from: nobody filled in the vendor, so it says nothing about its owner.",
  advice: [
    'Find the owner by path, by symbol file name and by strings, and ask for a build with true version information.',
  ],
  links: ['unknown-component', 'lmv'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const found = facts.need(modulesFact).filter(({ vendor }) => vendor !== null && PLACEHOLDER.test(vendor.trim()));
    const [first, ...rest] = found.slice(0, MOST).map(
      ({ name, vendor, version }): Evidence => ({
        statement: `${name}: vendor "${vendor}"${version ? `, version ${version}` : ''}`,
        command: `lmv m ${name}`,
      }),
    );
    if (!first) return ABSENT;
    return present({
      confidence: 0.95,
      basis: 'the company names in version resources',
      summary: `${found
        .map(({ name }) => name)
        .slice(0, 3)
        .join(', ')} ${found.length === 1 ? 'carries' : 'carry'} the placeholder version information of a template.`,
      evidence: [first, ...rest],
      component: { module: found[0]!.name, vendor: found[0]!.vendor, version: found[0]!.version },
    });
  },
};
export default pattern;
