import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { logFact } from '../evidence/log.ts';
import { modulesFact } from '../evidence/modules.ts';

/** Drivers that only guests load, by the names that their makers document; hosts of VMware have vmci and vsock too. */
const GUESTS: readonly (readonly [who: string, names: RegExp])[] = [
  ['VMware', /^(vmmouse|vmusbmouse|vmhgfs|vm3dmp(_loader)?|vmmemctl|vmxnet\d?|vmx_svga|pvscsi\w*|vmrawdsk)$/i],
  ['Hyper-V', /^(netvsc|storvsc|hyperkbd|hypervideo|dmvsc|vmgid|vmgencounter|vmbushid|synth3dvsc|synthmidi|vms3cap)$/i],
  ['VirtualBox', /^(vboxguest|vboxmouse|vboxsf|vboxvideo(w8)?|vboxwddm)$/i],
  ['QEMU or KVM', /^(netkvm|viostor|vioscsi|vioser|viogpudo|balloon|viofs|viorng|vioinput|qxldod|pvpanic)$/i],
  ['Xen', /^(xenbus|xenvbd|xenvif|xennet|xenfilt|xeniface|xendisk)$/i],
  ['Parallels', /^(prl_\w+)$/i],
];
/** What `!sysinfo machineid` prints of virtual firmware. */
const FIRMWARE =
  /^\s*System(Manufacturer|ProductName)\s*=\s*(.*(?:VMware|Virtual Machine|VirtualBox|innotek|QEMU|KVM|Xen|Parallels|Bochs).*)$/i;
const MOST = 6;

const pattern: Pattern = {
  id: 'virtualized-system',
  name: 'Virtualized System',
  part: null,
  severity: 'info',
  meaning:
    'The system runs in a virtual machine: time can stand still for it, processors can be taken away in the middle of anything, and its devices are software of the host.',
  advice: [
    'Long waits, time-outs and watchdog stops may have their cause in the host: ask what it did at that moment (load, migration, snapshot, backup).',
    'Look at the versions of the guest drivers.',
  ],
  links: ['young-system', 'lm', '!sysinfo'],
  appliesTo: ['kernel'],
  detect(facts) {
    const modules = facts.get(modulesFact);
    const evidence: Evidence[] = [];
    const makers = new Set<string>();
    for (const [who, names] of GUESTS) {
      const found = (modules ?? []).filter(({ name }) => names.test(name)).map(({ name }) => name);
      if (found.length === 0) continue;
      makers.add(who);
      evidence.push({
        statement: `drivers of guests of ${who}: ${found.slice(0, MOST).join(', ')}`,
        command: `lmv m ${found[0]}`,
      });
    }
    const lines = facts.get(logFact)?.reading.transcript.sections.flatMap((section) => section.lines) ?? [];
    const firmware = lines.find((line) => FIRMWARE.test(line));
    if (firmware !== undefined)
      evidence.push({
        statement: 'the firmware names a virtual machine',
        command: '!sysinfo machineid',
        lines: [firmware.trim()],
      });
    const [first, ...rest] = evidence;
    if (!first) {
      facts.need(modulesFact);
      return ABSENT;
    }
    return present({
      confidence: makers.size > 0 && firmware !== undefined ? 0.98 : 0.9,
      basis: 'drivers that only guests load, or what the firmware says of itself',
      summary: `The system is a guest of ${makers.size > 0 ? [...makers].join(' and ') : 'a virtual machine'}.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;
