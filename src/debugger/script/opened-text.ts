import { UsageError } from '../../bytes/errors.ts';
import type { AnyCommand } from '../command.ts';
import { reopened, reopenedWithin } from './stand-ins.ts';

/**
 * A command's text with what a dump says in it as it was, as far as that can do no harm. `isWithinForeign` where the
 * command around it holds texts of the dump too: programs are not run there.
 */
export function openedFor(command: AnyCommand | undefined, written: string, isWithinForeign: boolean): string {
  if (!command?.holdsCommands) return reopened(written);
  if (command.name !== '.shell') return reopenedWithin(written);
  if (isWithinForeign) throw new UsageError('.shell', 'refused: a text out of the dump is in the line that runs it', 0);
  return written;
}
