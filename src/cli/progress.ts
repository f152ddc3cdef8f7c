import cliProgress from 'cli-progress';
import { printable } from '../bytes/text.ts';

/** A progress line on standard error while several files are analysed on a terminal; elsewhere only what is printed. */
export interface Progress {
  step(path: string): void;
  print(text: string): void;
  complain(text: string): void;
  end(): void;
}

export function startProgress(total: number, visible: boolean): Progress {
  if (!visible || total < 2) {
    return {
      step: () => {},
      print: (text) => process.stdout.write(text),
      complain: (text) => process.stderr.write(`${text}\n`),
      end: () => {},
    };
  }
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {value}/{total} {file}',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      barsize: 20,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { file: '' });
  let value = 0;
  const aside = (write: () => void) => {
    process.stderr.write('\r\u001b[K');
    write();
    bar.updateETA();
    bar.render();
  };
  return {
    step: (path) => bar.update(value++, { file: printable(path).slice(-40) }),
    print: (text) => aside(() => process.stdout.write(text)),
    complain: (text) => aside(() => process.stderr.write(`${text}\n`)),
    end: () => bar.stop(),
  };
}
