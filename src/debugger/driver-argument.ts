import { UsageError } from '../bytes/errors.ts';
import { toUnsigned } from '../memory/space.ts';
import { findByPath } from '../windows/object-directory.ts';
import { parseWhole } from './expression-syntax.ts';
import { needWholeKernel } from './kernel.ts';
import { expressionIn } from './scope.ts';
import type { Session } from './session.ts';

const FOLDERS = ['\\Driver', '\\FileSystem'] as const;

/**
 * A driver object by address expression, by path (`\Driver\disk`) or by bare name (`disk`); unsigned. A name of a module
 * is taken for that of its driver, as its address is no driver object.
 */
export async function driverArgument(session: Session, text: string, command: string): Promise<bigint> {
  if (!text.startsWith('\\') && !session.moduleNamed(text)) {
    try {
      return await expressionIn(session, parseWhole(text, session.reading));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  }
  const kernel = await needWholeKernel(session, command, 'the object directory');
  for (const path of text.startsWith('\\') ? [text] : FOLDERS.map((folder) => `${folder}\\${text}`)) {
    const found = findByPath(kernel, path);
    if (found !== null) return toUnsigned(found);
  }
  throw new UsageError(command, `no driver object '${text}' was found in the object directory`, 0);
}
