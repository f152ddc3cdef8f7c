import { fact, known, missing } from './case.ts';
import { logFact } from './log.ts';

/** Comments that whoever saved the dump put into it. */
export const commentsFact = fact<readonly string[]>('comments', (theCase) => {
  if (theCase.target) return known(theCase.target.comments, 'comment streams of the dump');
  const log = logFact(theCase);
  if (!log.known) return log;
  const { comments } = log.value;
  return comments.length > 0
    ? known(comments, 'log')
    : missing('the opening banner of the log, which would show a comment', '.dumpdebug');
});
