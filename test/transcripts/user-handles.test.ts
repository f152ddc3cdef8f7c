import { expect, test } from 'vitest';
import { processSpec } from '../patterns/scene.ts';
import { UserSession } from './user-session.ts';

const debug = new UserSession(
  processSpec({
    handles: [
      {
        handle: 4n,
        type: 'Event',
        name: '\\BaseNamedObjects\\Ready',
        access: 0x1f0003,
        handleCount: 2,
        pointerCount: 5,
      },
      { handle: 8n, type: 'Mutant', access: 0x100001, handleCount: 1, pointerCount: 2 },
      { handle: 12n, type: 'Event', access: 2, handleCount: 1, pointerCount: 1 },
    ],
  }),
);

test('!handle: flags choose what is shown, a type filters, -1 means all', async () => {
  expect(await debug.text('!handle 4 7')).toBe(
    [
      'Handle 4',
      '  Type         \tEvent',
      '  Attributes   \t0',
      '  GrantedAccess\t0x1f0003:',
      '         Delete,ReadControl,WriteDac,WriteOwner,Synch',
      '         QueryState,ModifyState',
      '  HandleCount  \t2',
      '  PointerCount \t5',
      '  Name         \t\\BaseNamedObjects\\Ready',
      '',
    ].join('\n'),
  );
  expect(await debug.text('!handle 8 4')).toBe('Handle 8\n  Name         \t<none>\n');
  expect(await debug.text('!handle 0 0 event')).toBe(
    'Handle 0000000000000004\nHandle 000000000000000c\n2 Handles\nType           \tCount\nEvent          \t2\n',
  );
  expect(await debug.text('!handle -1 1')).toBe(await debug.text('!handle'));
  expect(await debug.text('!handle c f')).toMatch(/0x2:\n {9}None\n {9}ModifyState\n/);
  const [outcome] = await debug.run('!handle 14');
  expect(outcome?.error?.message).toBe("Handle 14 is not in the dump's list");
});
