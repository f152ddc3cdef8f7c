import { command } from '../../debugger/command.ts';

export default command<Record<string, never>, Record<string, never>>({
  name: '.outmask',
  syntax: '.outmask[-] mask | .outmask /l | .outmask /a',
  summary: 'Accepted for the sake of scripts: commands have one kind of output here, which no mask hides.',
  example: '.outmask /a',
  patterns: [],
  notes: 'Prints nothing; the output mask of WinDbg has no counterpart.',
  parse() {
    return {};
  },
  run: () => ({}),
  render() {},
});
