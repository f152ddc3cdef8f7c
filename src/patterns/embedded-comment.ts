import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { commentsFact } from '../evidence/comments.ts';

const pattern: Pattern = {
  id: 'embedded-comment',
  name: 'Embedded Comment',
  part: 'Part 120',
  severity: 'info',
  meaning:
    'Whoever or whatever saved the dump left a comment in it, often the tool, its command line and the condition that triggered it.',
  advice: [
    'Read the comment before the analysis: it may say why the dump was saved, which may not be a failure at all.',
  ],
  links: ['manual-dump-process', '.dumpdebug'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const comments = facts.need(commentsFact).filter((comment) => comment.trim() !== '');
    const [first, ...rest] = comments.map((comment) => ({
      statement: 'comment saved in the dump',
      command: '.dumpdebug',
      lines: comment
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .slice(0, 8),
    }));
    if (!first) return ABSENT;
    return present({
      confidence: 1,
      basis: 'the comment itself',
      summary: `The dump carries a comment: ${shorten(comments[0] ?? '')}`,
      evidence: [first, ...rest],
      details: { comments },
    });
  },
};
export default pattern;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}
