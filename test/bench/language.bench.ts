// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's alias syntax looks like JavaScript's templates.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { complete } from '../../src/debugger/completion.ts';
import { Console } from '../transcripts/console.ts';
import { type Figure, median } from './figure.ts';

const CORPUS = resolve('../shared/corpus');
const DEMO = resolve('test/fixtures/demo');
const FORGED = join(CORPUS, 'forged/x64/w10-locks.dmp');
const RUNS = 5;

/** Of processor time, which other processes disturb less than the clock. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function repeated(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await seconds(work));
  return median(times);
}

/** A loop of a million rounds, each with a read of memory. */
async function loop(): Promise<Figure> {
  const console = new Console(`${DEMO}/crash.dmp`, [DEMO]);
  let text = '';
  const figure = await seconds(async () => {
    text = await console.text(
      'r $t1=0; .for (r $t0=0; @$t0 < 0n1000000; r $t0=@$t0+1) { r $t1=@$t1+by(@$ip) }; ? @$t1',
    );
  });
  console.close();
  // 0x48 begins the instruction at @$ip.
  const note = text.includes(' = 00000000`044aa200') ? '' : `wrong sum: ${text.trim()}`;
  return { name: '.for of a million rounds with a read', figure, unit: 's', target: '< 5', note };
}

async function forged(): Promise<Figure[]> {
  if (!existsSync(FORGED))
    return [{ name: 'scripts over a forged dump', figure: null, unit: '', target: '', note: 'needs ../shared/corpus' }];
  const console = new Console(FORGED, [join(CORPUS, 'isf')]);
  const threads = await console.text('!for_each_thread ".echo @#Thread"');
  const each = await repeated(() =>
    console.text(
      '.foreach (t { !for_each_thread ".echo @#Thread" }) { .printf "%d ", @@c++(((nt!_ETHREAD *)${t})->Tcb.Priority) }',
    ),
  );
  const dx = await repeated(() => console.text('dx @$cursession.Processes.Flatten(p => p.Threads).Count()'));
  const words = ['nt!KeWait', '!pro', '@$t', 'dt nt!_EPROC', 'dt nt!_EPROCESS Un'];
  const first = await seconds(() => complete(console.session, 'u nt!KeWait', 11));
  const completion = await repeated(async () => {
    for (const word of words) await complete(console.session, word.startsWith('dt') ? word : `u ${word}`, 99);
  });
  console.close();
  return [
    {
      name: '.foreach over all threads of a forged dump',
      figure: each * 1000,
      unit: 'ms',
      target: '< 200',
      note: `${threads.split('\n').length - 1} threads`,
    },
    { name: 'dx over all threads of a forged dump', figure: dx * 1000, unit: 'ms', target: '' },
    { name: 'completion of the first symbol of nt, its names loaded', figure: first * 1000, unit: 'ms', target: '' },
    { name: 'completion of a word', figure: (completion * 1000) / words.length, unit: 'ms', target: '< 50' },
  ];
}

/** Speed of the debugger's language: loops, iteration, completion. */
export async function run(): Promise<readonly Figure[]> {
  return [await loop(), ...(await forged())];
}
