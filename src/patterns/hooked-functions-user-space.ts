import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { type HookedFunction, hookedFunctionsFact } from '../evidence/hooked-functions.ts';

const MOST = 6;

const pattern: Pattern = {
  id: 'hooked-functions-user-space',
  name: 'Hooked Functions (user space)',
  part: null,
  severity: 'info',
  meaning:
    'Functions of Windows were patched in memory: their first instruction jumps to other code. Security and monitoring software does so, and malware; a fault or a hang behind such a function may be theirs.',
  advice: [
    'Find out who owns the code that the jumps lead to, and try without it.',
    'A jump into memory without a module is most often a trampoline: follow it (`u TARGET`) to its owner.',
  ],
  links: ['hooked-modules', '!address', 'u'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const { hooks, checked } = facts.need(hookedFunctionsFact);
    const [first, ...rest] = hooks.slice(0, MOST).map(
      (hook): Evidence => ({
        statement: `${hook.module}!${hook.function} jumps to 0x${hook.target.toString(16)}, ${ownerOf(hook)}`,
        command: `u ${hook.address.toString(16)}`,
        addresses: [hook.address, hook.target],
      }),
    );
    if (!first) return ABSENT;
    const owner = hooks.find((hook) => hook.owner !== null)?.owner ?? null;
    return present({
      confidence: 0.9,
      basis: 'the first bytes of exported functions',
      summary: `${hooks.length} of ${checked} exported functions of system libraries jump elsewhere${owner ? `, into ${owner}` : ''}.`,
      evidence: [first, ...rest],
      component: owner ? componentOf(facts, owner) : null,
      details: { functions: hooks.slice(0, 64).map((hook) => `${hook.module}!${hook.function}`) },
    });
  },
};
export default pattern;

const ownerOf = ({ owner }: HookedFunction): string => (owner === null ? 'which is in no module' : `in ${owner}`);
