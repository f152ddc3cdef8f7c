import { COMMANDS } from '../../src/commands/index.generated.ts';

/** What people type after commands. */
const PLAUSIBLE: readonly (readonly string[])[] = [
  ['@rsp', '@$ip', '@$csp', '@$teb', '@$peb', '@$proc', '@$thread', '@rax', 'poi(@$csp)', '@$csp+100', '@$ip-20', '.'],
  ['0', '1', '7', '-1', '5', '0x1000', '7ffe0000', 'fffff80000000000', 'ffffffffffffffff', '0n10'],
  [
    '@$csp L10',
    '@$ip L?40',
    '@$csp @$csp+100',
    '@$csp L1',
    '0 L?fffff',
    '@$csp L?100 1',
    '@$csp L100 "a"',
    '@$ip @$ip+20',
  ],
  [
    '*',
    '**',
    'nt',
    'nt!*',
    'ntdll!*',
    'nt!_EPROCESS',
    '_TEB',
    'ntdll!_PEB',
    'nt!_KTHREAD @$thread',
    'm*!a?',
    'rip',
    'xmm0',
  ],
  [
    '-v',
    '-a',
    '-s',
    '-h',
    '-l',
    '-p',
    '-1',
    '-summary',
    '-hang',
    '-show d1 1 2',
    '-sa @$csp L?1000',
    '-d @$csp L100 1',
    '/r 2',
  ],
  ['c0000005', '5', '1 2', '3 0', '0 7', '0 0', '@$ip 5', '/trust', '/c', '=', 'a'],
];
/** What nobody should. */
const HOSTILE: readonly string[] = [
  ...[
    'L0',
    'L-5',
    'L?ffffffffffff',
    '0n99999999999',
    '7fffffffffffffff',
    '*!*',
    '%',
    '(',
    '1/0',
    '1%0',
    '1<<ffff',
    '*/0',
  ],
  ...[
    '{',
    '}',
    ';',
    '"',
    '"abc"',
    "'a'",
    ':',
    '\\',
    '`',
    '&',
    '|',
    ')',
    '+',
    '@$t0',
    '$t1',
    '$>',
    '\u001b[31m',
    'é',
    '\u0000',
  ],
];

/** A command, by any of its spellings, with up to three arguments; all choices come from `next`. */
export function randomLine(next: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const { name, aliases, example } = pick(COMMANDS);
  if (next() < 0.15) return example;
  const line = pick([name, ...(aliases ?? [])]);
  const word = () => (next() < 0.85 ? pick(pick(PLAUSIBLE)) : pick(HOSTILE));
  const count = Math.floor(next() ** 1.5 * 4);
  return [line, ...Array.from({ length: count }, word)].join(next() < 0.95 ? ' ' : '');
}
