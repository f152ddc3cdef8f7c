import { refusal, sameAnswer } from '../../debugger/refusal.ts';

const STOPPED = "No runnable debuggees error in '{}': a dump is one moment and does not run on;";

export default refusal({
  syntax: 'g|gc|gh|gn|gu [address] | p|pa|pc|pct|ph|pt [count] | t|ta|tb|tc|tct|th|tt [count] | wt | .call function',
  summary: 'Commands that let a debuggee run or step, which a dump cannot do: each tells what serves instead.',
  notes: 'The words before the colon are those of WinDbg in a session without a live debuggee.',
  answers: {
    ...sameAnswer('g gc gh gn', `${STOPPED} .lastevent and !analyze -v tell what it stopped for`),
    gu: `${STOPPED} .frame 1 goes to the caller, r and dv then show its registers and variables`,
    ...sameAnswer('p pa pc pct ph pt', `${STOPPED} u @$ip shows what comes next, uf @$ip the whole function`),
    ...sameAnswer('t ta tb tc tct th tt', `${STOPPED} u @$ip shows what comes next, uf -c @$ip the calls that follow`),
    ...sameAnswer('wt', `${STOPPED} uf -c @$ip lists the calls of a function`),
    ...sameAnswer(
      'ls lsc lse lsf lsp',
      "'{}' is for WinDbg's source windows: lsa shows the lines around an address, below the folders of .srcpath",
    ),
    '.call': `${STOPPED} no function can be called`,
  },
});
