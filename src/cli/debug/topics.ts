import type { Pattern } from '../../analysis/pattern.ts';
import type { Topic } from '../../debugger/topic.ts';
import { PATTERNS } from '../../patterns/index.generated.ts';
import { OWN_TOPICS } from './own-commands.ts';

/** What `.hh` of a conversation explains besides the debugger's commands. */
export const TOPICS: readonly Topic[] = [...OWN_TOPICS, ...PATTERNS.map(patternTopic)];

function patternTopic({ id, name, part, meaning, advice, links }: Pattern): Topic {
  return {
    name: id,
    syntax: null,
    summary: `${name}${part === undefined ? '' : ` (${part})`}: ${meaning}`,
    example: null,
    seeAlso: links,
    text: advice.join(' '),
  };
}
