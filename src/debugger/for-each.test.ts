// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the debugger's aliases look like JavaScript's templates.
import { expect, test } from 'vitest';
import { parseForEach, runForEach } from './for-each.ts';
import type { Session } from './session.ts';

test('the command ends at its closing quote, and the rest runs once', () => {
  expect(parseForEach(' "!thread @#Thread; .echo" ; !zombies', '')).toEqual({
    line: '!thread @#Thread; .echo',
    after: '!zombies',
  });
  expect(parseForEach('.echo "a" b', '')).toEqual({ line: '.echo "a" b', after: '' });
  expect(parseForEach('', 'usual')).toEqual({ line: 'usual', after: '' });
});

test('names are replaced in either form, letters of either case; others stay', async () => {
  const ran: string[] = [];
  const runLine = async (line: string) => {
    ran.push(line);
    return { command: line, data: null, text: '', error: null };
  };
  const session = { runLine } as unknown as Session;
  const options = { line: 'x @#Base ${@#base}1 @#Other', after: 'last' };
  await runForEach(session, '!for_each_module', options, [{ Base: '0x1' }, { Base: '0x2' }]);
  expect(ran).toEqual(['x 0x1 0x11 @#Other', 'x 0x2 0x21 @#Other', 'last']);
});
