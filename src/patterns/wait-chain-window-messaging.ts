import { detectLockWaits } from '../analysis/lock-wait.ts';
import type { Pattern } from '../analysis/pattern.ts';

const pattern: Pattern = {
  id: 'wait-chain-window-messaging',
  name: 'Wait Chain (window messaging)',
  part: null,
  severity: 'warning',
  meaning:
    'Threads have sent a window message and wait until the thread that owns the window has handled it. When that thread does something else, or waits itself, all senders hang with it.',
  advice: [
    'Find the owner of the window: the handle is the first argument of SendMessage, and its thread is a message loop that is not in GetMessage.',
    'A sender that may not hang has to use SendMessageTimeout or SendNotifyMessage.',
  ],
  links: ['wait-chain-general', '~*kv'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect: (facts) => detectLockWaits(facts, 'window-message', 'answers to window messages'),
};
export default pattern;
