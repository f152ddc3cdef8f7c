import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { unlistedImagesFact } from '../evidence/unlisted-images.ts';

const MOST = 6;

const pattern: Pattern = {
  id: 'hidden-module',
  name: 'Hidden Module',
  part: null,
  severity: 'warning',
  meaning:
    'Private memory holds an executable image that the loader does not know: it was unpacked or injected past the loader, by copy protection, a packer, security software or malware. Debuggers show no names for its code.',
  advice: [
    'Look at its header and strings (`!dh ADDRESS`, `.imgscan`), and at who allocated it; `.reload NAME=ADDRESS,SIZE` makes it a module.',
  ],
  links: ['wild-code', '.imgscan', '!dh'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const images = facts.need(unlistedImagesFact);
    const [first, ...rest] = images.slice(0, MOST).map(
      ({ base, size, protection }): Evidence => ({
        statement: `an image of 0x${size.toString(16)} bytes at 0x${base.toString(16)}, in private memory (protection 0x${protection.toString(16)})`,
        command: `!dh ${base.toString(16)}`,
        addresses: [base],
      }),
    );
    if (!first) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the headers of private allocations against the module list',
      summary: `${images.length} executable ${images.length === 1 ? 'image is' : 'images are'} in memory that the loader does not list.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;
