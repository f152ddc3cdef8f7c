import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { needProcessors } from '../../debugger/processor-choice.ts';

interface Row {
  readonly number: number;
  readonly family: number | null;
  readonly model: number | null;
  readonly stepping: number | null;
  readonly vendor: string | null;
  readonly mhz: number | null;
  readonly signature: bigint | null;
  readonly features: bigint | null;
}

export default command<null, { readonly rows: readonly Row[] }>({
  name: '!cpuinfo',
  syntax: '!cpuinfo',
  summary: 'Lists the processors: family, model, stepping, maker, speed and microcode revision.',
  example: '!cpuinfo',
  patterns: [],
  notes:
    'What the control blocks in the dump do not tell is a question mark; the speed of modern ones is the nominal one. The columns are from memory: no public transcript of the corpus shows them.',
  parse(args) {
    noArguments(args, '!cpuinfo');
    return null;
  },
  async run(session) {
    const kernel = await needKernel(session, '!cpuinfo');
    const rows = needProcessors(kernel, '!cpuinfo').map((processor) => ({
      number: processor.number,
      family: processor.family,
      model: processor.model,
      stepping: processor.stepping,
      vendor: processor.vendor,
      mhz: processor.mhz,
      signature: processor.updateSignature,
      features: processor.featureBits,
    }));
    return { rows };
  },
  render({ rows }, text) {
    text.line('CP  F/M/S Manufacturer     MHz Update Signature Features');
    for (const row of rows) {
      const version = [row.family, row.model, row.stepping].map((part) => part ?? '?').join(',');
      const maker = (row.vendor ?? '?').padEnd(16);
      const speed = (row.mhz === null ? '?' : String(row.mhz)).padStart(4);
      const signature = row.signature === null ? '?'.repeat(16) : hexPadded(row.signature, 16);
      const features = row.features === null ? '????????' : hexPadded(row.features, 8);
      text.line(`${String(row.number).padStart(2)} ${version.padStart(6)} ${maker}${speed} ${signature} ${features}`);
    }
  },
});
