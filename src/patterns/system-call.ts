import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { hex } from '../bytes/hex.ts';
import { systemCallFact } from '../evidence/system-call.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { frameName } from '../windows/stack.ts';

const pattern: Pattern = {
  id: 'system-call',
  name: 'System Call',
  part: null,
  severity: 'info',
  meaning:
    'The thread is inside a system call: a program asked the kernel for a service, and its number and name tell which.',
  advice: [
    'Look at the arguments of the call on the user part of the stack: they name the object, the file or the port concerned.',
  ],
  links: ['dual-stack-trace', 'kv', 'uf'],
  appliesTo: ['kernel'],
  detect(facts) {
    const call = facts.get(systemCallFact);
    if (!call) facts.need(currentThreadFact);
    const name = call?.service ?? call?.stub?.function ?? null;
    if (!call || name === null) return ABSENT;
    const { number, argumentBytes, stub } = call;
    return present({
      confidence: call.service !== null && stub !== null ? 0.95 : 0.85,
      basis: 'the functions on both sides of the border between program and kernel',
      summary: `A thread is in the system call ${name}${number === null ? '' : `, service ${hex(number)}`}.`,
      evidence: [
        { statement: stub ? `the stub is ${frameName(stub)}` : `the service is ${name}`, command: 'kv' },
        ...(number !== null && stub
          ? [
              {
                statement: `the stub loads ${hex(number)} into eax${argumentBytes === null ? '' : ` and removes ${argumentBytes} bytes, ${argumentBytes / 4} arguments`}`,
                command: `uf ${stub.module}!${stub.function}`,
              },
            ]
          : []),
      ],
      details: {
        name,
        number: number === null ? null : hex(number),
        arguments: argumentBytes === null ? null : argumentBytes / 4,
      },
    });
  },
};
export default pattern;
