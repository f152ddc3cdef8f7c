import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { interruptTableFact } from '../evidence/interrupt-table.ts';
import { moduleAt, modulesFact } from '../evidence/modules.ts';
import type { InterruptGate } from '../windows/idt-reader.ts';

const MOST = 8;

const pattern: Pattern = {
  id: 'out-of-module-pointer',
  name: 'Out-of-Module Pointer',
  part: null,
  severity: 'warning',
  meaning:
    'The interrupt table leads to code that lies in no module: a driver was unloaded and left its routine behind, or something hides its code in plain memory.',
  advice: [
    'Look at the code (u ADDRESS) and at what the memory is (!pool, !address); look for unloaded modules that were there.',
  ],
  links: ['hooked-functions-kernel-space', 'hidden-process', '!idt', 'u'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const { gates } = facts.need(interruptTableFact);
    const modules = facts.need(modulesFact).filter(({ space }) => space === 'kernel');
    const isOutside = (address: bigint) => moduleAt(modules, address) === null;
    const [first, ...rest] = gates
      .map((gate) => ({ gate, code: codeOf(gate) }))
      .filter(({ gate, code }) => code !== 0n && !isThunk(gate) && isOutside(code))
      .map(({ gate, code }) => ({
        statement: `interrupt vector 0x${gate.vector.toString(16)} leads to ${code.toString(16)}, which lies in no module`,
        command: '!idt',
        addresses: [code],
      }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.75,
      basis: 'the interrupt table and the list of modules',
      summary: `${rest.length + 1} of ${gates.length} interrupt vectors lead to code of no module.`,
      evidence: [first, ...rest.slice(0, MOST - 1)],
      details: { vectors: rest.length + 1, gates: gates.length },
    });
  },
};
export default pattern;

/** On 32-bit systems gates of devices lead into interrupt objects, which may not be in the dump. */
const FIRST_DEVICE = 0x30;
const isThunk = ({ vector, handler, interrupt }: InterruptGate): boolean =>
  interrupt === null && vector >= FIRST_DEVICE && handler <= 0xffff_ffffn;

/** Gates of devices lead through an interrupt object to the driver's routine. */
const codeOf = ({ handler, interrupt, routine }: InterruptGate): bigint =>
  interrupt === null ? handler : (routine ?? 0n);
