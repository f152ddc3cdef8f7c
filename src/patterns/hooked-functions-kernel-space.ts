import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { moduleAt, modulesFact } from '../evidence/modules.ts';
import { serviceTableFact } from '../evidence/service-table.ts';

const MOST = 8;

const pattern: Pattern = {
  id: 'hooked-functions-kernel-space',
  name: 'Hooked Functions (kernel space)',
  part: null,
  severity: 'warning',
  meaning:
    "Entries of the kernel's table of system services lead out of the kernel: a driver has put itself in front of them. Old protection software does so, rootkits do, and either can be the reason of failures in system calls.",
  advice: [
    'Find out what the driver is and whether it belongs here; remove it as a test.',
    'Compare the code of the services with the image too (!chkimg nt): hooks may lie inside the functions.',
  ],
  links: ['hidden-process', '!chkimg', 'dps'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const services = facts.need(serviceTableFact);
    const hooked = services.filter(({ inKernel }) => !inKernel);
    const modules = facts.get(modulesFact) ?? [];
    const ownerOf = (target: bigint) => moduleAt(modules, target)?.name ?? null;
    const [first, ...rest] = hooked.slice(0, MOST).map(({ index, target }) => ({
      statement: `system service 0x${index.toString(16)} leads to ${target.toString(16)}, ${ownerOf(target) ?? 'which lies in no module'}`,
      command: 'dps nt!KiServiceTable',
      addresses: [target],
    }));
    if (!first) return ABSENT;
    const owners = [...new Set(hooked.map(({ target }) => ownerOf(target)))];
    const named = owners.find((owner) => owner !== null) ?? null;
    return present({
      confidence: 0.9,
      basis: 'the table of system services',
      summary: `${hooked.length} of ${services.length} system services lead out of the kernel, to ${owners.map((owner) => owner ?? 'memory of no module').join(', ')}.`,
      evidence: [first, ...rest],
      component: named === null ? null : componentOf(facts, named),
      details: { hooked: hooked.length, services: services.length, owners },
    });
  },
};
export default pattern;
