import { refusal, sameAnswer } from '../../debugger/refusal.ts';

const READ_ONLY = "Operation not supported by current debuggee error in '{}': memory of a dump is read, never written;";
const PORTS = "Operation not supported by current debuggee error in '{}': a dump holds no I/O ports;";

export default refusal({
  syntax:
    'e[a|b|d|D|f|p|q|u|w|za|zu] address values | f range pattern | m range address | a [address] | .readmem | .dvalloc',
  summary: 'Writes memory, ports or model-specific registers of a debuggee, which in a dump are evidence: refused.',
  notes: 'The words before the colon are those of WinDbg for a session that cannot do what was asked.',
  answers: {
    ...sameAnswer('e ea eb ed ef ep eq eu ew eza ezu', `${READ_ONLY} ? and .formats compute, d displays`),
    ...sameAnswer('f fp', `${READ_ONLY} s searches for a pattern`),
    m: `${READ_ONLY} c compares two ranges, .writemem saves one to a file`,
    a: `${READ_ONLY} u disassembles`,
    ...sameAnswer('ib iw id ob ow od', `${PORTS} !pci and its like need a running machine`),
    wrmsr: `${READ_ONLY} rdmsr shows those that the processor saved`,
    '.readmem': `${READ_ONLY} .writemem saves a range to a file`,
    ...sameAnswer('.dvalloc .dvfree', `${READ_ONLY} the pseudo-registers $t0 to $t19 hold values`),
    '.pagein':
      "Operation not supported by current debuggee error in '{}': pages that are not in a dump cannot be fetched",
    ...sameAnswer('!ed !eb !eq !ew', 'physical memory of a dump is read, never written; !db, !dd and !dq display it'),
  },
});
