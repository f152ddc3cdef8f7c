import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { readVerifier, VERIFIER_OPTIONS, type Verifier } from '../../windows/verifier-reader.ts';

interface Data extends Verifier {
  /** What was asked for beyond the summary. */
  readonly asked: string | null;
}

export default command<{ readonly asked: string | null }, Data>({
  name: '!verifier',
  syntax: '!verifier [flags [image]]',
  summary: 'Shows which checks of Driver Verifier are enabled and what it has counted.',
  example: '!verifier',
  patterns: [],
  notes: 'The list of verified drivers and the logs (flags and extensions of !verifier) are not shown.',
  parse(args, session) {
    void session.target;
    if (!/^\s*(?:(?:0x)?[0-9a-f]+(?:\s+\S+)?)?\s*$/i.test(args))
      throw new UsageError('!verifier', `Syntax error: ${this.syntax}`, args.search(/\S/));
    return { asked: args.trim() || null };
  },
  async run(session, { asked }) {
    const verifier = readVerifier(await needKernel(session, '!verifier'));
    if (!verifier) {
      const triage = session.target.kind === 'kernel-triage-dump' ? ': it is not in this triage dump' : '';
      throw new UsageError('!verifier', `MmVerifierData is not in the dump, or symbols do not lead to it${triage}`);
    }
    return { ...verifier, asked };
  },
  render({ level, counters, asked }, text) {
    text
      .line()
      .line(`Verify Flags Level 0x${hexPadded(level, 8)}`)
      .line();
    text.line('  STANDARD FLAGS:');
    for (const { bit, name } of VERIFIER_OPTIONS)
      text.line(`    [${level & bit ? 'X' : ' '}] (0x${hexPadded(bit, 8)}) ${name}`);
    text.line().line('Summary of All Verifier Statistics').line();
    for (const { name, value } of counters) text.line(`  ${name.padEnd(36)} 0x${value.toString(16)}`);
    if (asked !== null && asked !== '0') text.line(`Only the summary is shown: what ${asked} asks for is not read`);
  },
});
