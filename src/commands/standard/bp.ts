import { refusal, sameAnswer } from '../../debugger/refusal.ts';

const NEVER_HIT = "Operation not supported by current debuggee error in '{}': code of a dump never runs again;";

export default refusal({
  syntax: 'bp|bu|bm [address|pattern] | ba access size address | br|bs|bsc number | .apply_dbp',
  summary: 'Sets breakpoints, which nothing can reach in a dump; bl, bc, bd and be are answered: there are none.',
  notes: 'The words before the colon are those of WinDbg for a session that cannot do what was asked.',
  answers: {
    bp: `${NEVER_HIT} u shows the code at an address, !findstack the threads that are in a function`,
    bu: `${NEVER_HIT} u shows the code at an address, !findstack the threads that are in a function`,
    bm: `${NEVER_HIT} x lists the symbols that a pattern matches`,
    ba: `${NEVER_HIT} s searches memory for a value, !address tells whose an address is`,
    ...sameAnswer('br bs bsc .apply_dbp', `${NEVER_HIT} there are no breakpoints to change`),
  },
});
