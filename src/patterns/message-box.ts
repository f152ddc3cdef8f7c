import { componentOn } from '../analysis/component.ts';
import { type Evidence, type Facts, type Pattern, present } from '../analysis/pattern.ts';
import {
  hitsEvidence,
  type StackHit,
  searchStacks,
  stackCommand,
  threadsAre,
  threadText,
} from '../analysis/stack-search.ts';
import { frameArgumentsFact } from '../evidence/stack-argument.ts';
import { textAtFact } from '../evidence/text-at.ts';
import { frameName } from '../windows/stack.ts';

/** A dialog in general is no message: whole programs are dialogs. */
const BOX =
  /^(MessageBox(Ex|Timeout|Indirect|Worker)?[AW]?|SoftModalMessageBox|ServiceMessageBox|TaskDialog(Indirect)?|(Nt|Zw)RaiseHardError|AfxMessageBox)$/;
const HARD_ERROR = /RaiseHardError/;

const pattern: Pattern = {
  id: 'message-box',
  name: 'Message Box',
  part: null,
  severity: 'warning',
  meaning:
    'A thread shows a modal message and waits until a person answers it. Its text often says what is wrong; in a service nobody can see it.',
  advice: [
    'Read the text and the caption: they are arguments of the call (`kv` and `du ADDRESS` on x86; on x64 look at the saved registers or at pointers on the stack with `dpu @$csp`).',
    'A process that hangs in a message without a desktop needs another way to report the error.',
  ],
  links: ['special-stack-trace', '~*kv', 'du'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const { hits, none } = searchStacks(facts, ({ function: name }) => name !== null && BOX.test(name));
    const [first] = hits;
    if (!first) return none;
    const texts = hits.flatMap((hit) => textEvidence(facts, hit));
    const hard = HARD_ERROR.test(first.frame.function ?? '');
    return present({
      confidence: 0.95,
      basis: 'the functions on the stacks',
      summary: `${threadsAre(hits.length, 'shows', 'show')} a ${hard ? 'system error' : 'message'} and wait${hits.length === 1 ? 's' : ''} for a person (${frameName(first.frame)}).`,
      evidence: [...hitsEvidence(hits), ...texts],
      component: componentOn(facts, first.member.stack.frames.slice(first.index)),
    });
  },
};
export default pattern;

/** MessageBox(owner, text, caption, ...): the texts of a call, where its arguments and they are in the source. */
const WITH_TEXT = /^MessageBox(Ex|Timeout)?([AW])$/;

function textEvidence(facts: Facts, { member, index }: StackHit): Evidence[] {
  const argumentsOf = facts.get(frameArgumentsFact);
  const textAt = facts.get(textAtFact);
  const { frames } = member.stack;
  const at = frames.findIndex((frame, place) => place >= index && WITH_TEXT.test(frame.function ?? ''));
  if (!argumentsOf || !textAt || at < 0) return [];
  const isWide = WITH_TEXT.exec(frames[at]!.function!)?.[2] === 'W';
  const [, text, caption] = argumentsOf(member.stack, at);
  const shown = (address: bigint | undefined) => (address ? textAt(address, isWide) : null);
  const [message, title] = [shown(text), shown(caption)];
  if (message === null && title === null) return [];
  return [
    {
      statement: `${threadText(member)} shows ${message === null ? 'a message' : `"${message}"`}${title === null ? '' : ` under the caption "${title}"`}`,
      command: text ? `${isWide ? 'du' : 'da'} ${text.toString(16)}` : stackCommand(member),
    },
  ];
}
