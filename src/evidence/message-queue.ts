import { toAddress } from '../memory/space.ts';
import type { AlpcQueueName } from '../windows/alpc.ts';
import { readAlpcMessage } from '../windows/alpc-reader.ts';
import { fact, known } from './case.ts';
import { kernelFact } from './kernel.ts';
import { logFact } from './log.ts';

/** The list of its port that holds an ALPC message, by the message's address; null when nothing tells. */
export const messageQueueFact = fact<(message: bigint) => AlpcQueueName | null>('messageQueue', (theCase) => {
  if (!theCase.target) {
    const log = logFact(theCase);
    if (!log.known) return log;
    const messages = new Map(log.value.objects.alpcMessages.map(({ address, queue }) => [address, queue]));
    return known((message) => messages.get(message) ?? null, 'log');
  }
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  return known((message) => {
    const at = toAddress(message);
    return at === null ? null : (readAlpcMessage(kernel.value, at)?.queue ?? null);
  }, 'ALPC messages and ports in memory');
});
