/** A word of the language that is no command: what `.hh` tells about it. */
export interface Token {
  readonly name: string;
  readonly syntax: string;
  readonly summary: string;
  readonly example: string;
}

/** Words that the parser of statements knows, in our own words. */
export const TOKENS: readonly Token[] = [
  {
    name: '.if',
    syntax: '.if (condition) { commands } [.elsif (condition) { commands }]... [.else { commands }]',
    summary: 'Runs the first block whose condition is not zero.',
    example: '.if (@$t0 > 5) { .echo more } .else { .echo less }',
  },
  {
    name: '.while',
    syntax: '.while (condition) { commands }',
    summary: 'Runs a block as long as its condition is not zero.',
    example: '.while (@$t0 > 0) { r $t0 = @$t0 - 1 }',
  },
  {
    name: '.do',
    syntax: '.do { commands } (condition)',
    summary: 'Runs a block once, and again as long as its condition is not zero.',
    example: '.do { r $t0 = @$t0 + 1 } (@$t0 < 5)',
  },
  {
    name: '.for',
    syntax: '.for (first; condition; next) { commands }',
    summary: 'Runs a first command, then a block and the next commands as long as the condition is not zero.',
    example: '.for (r $t0 = 0; @$t0 < 3; r $t0 = @$t0 + 1) { .printf "%d\\n", @$t0 }',
  },
  {
    name: '.foreach',
    syntax: '.foreach [/pS n] [/ps n] (name { commands }) { commands } | .foreach /s (name "text") | /f (name "file")',
    summary:
      'Runs a block for each word that commands print, of a text (/s) or of a file (/f); /pS passes over words at the start, /ps after each.',
    example: '.foreach (module { lm1m }) { .echo module }',
  },
  {
    name: '.block',
    syntax: '.block { commands }',
    summary: 'Runs commands as a block of their own, in which aliases made before it are replaced.',
    example: 'as /x Sum 1+2; .block { .echo Sum }',
  },
  {
    name: '.catch',
    syntax: '.catch { commands }',
    summary: 'Runs commands until one fails, and goes on behind the block.',
    example: '.catch { ? poi(0); .echo not reached }; .echo on',
  },
  {
    name: '.break',
    syntax: '.break',
    summary: 'Leaves the loop around it.',
    example: '.while (1) { .break }',
  },
  {
    name: '.continue',
    syntax: '.continue',
    summary: 'Begins the next round of the loop around it.',
    example: '.foreach /s (word "a b") { .if ($scmp("word", "a") = 0) { .continue }; .echo word }',
  },
  { name: '.leave', syntax: '.leave', summary: 'Leaves the .catch around it.', example: '.catch { .leave }' },
  {
    name: 'j',
    syntax: "j expression 'commands' ; 'commands'",
    summary: 'Runs the first commands where the expression is not zero, else the second.',
    example: "j (@$t0 > 5) '.echo more' ; '.echo less'",
  },
  {
    name: 'z',
    syntax: 'commands ; z (condition)',
    summary: 'Runs the line before it again as long as the condition is not zero.',
    example: 'r $t0 = @$t0 + 1; z (@$t0 < 5)',
  },
  {
    name: '$<',
    syntax: '$<file | $><file | $$<file | $$><file | $$>a<file arguments',
    summary:
      'Runs a file of commands line by line, with > as one block; $$ lets ; end the name; >a< gives $arg1, $arg2 their values.',
    example: '$$>a<script.wds 1 2',
  },
  {
    name: '$$',
    syntax: '$$ text | * text',
    summary: 'A comment: $$ up to the next semicolon, * up to the end of the line.',
    example: '$$ a comment ; .echo a command',
  },
];

/** The token that a spelling belongs to: `.else` to `.if`, `$$>a<` to the files. Null for none. */
export function tokenNamed(name: string): Token | null {
  const own = /^\.(?:elsif|else)$/.test(name)
    ? '.if'
    : /^\${1,2}>?(?:a)?<$/.test(name)
      ? '$<'
      : name === '*'
        ? '$$'
        : name;
  return TOKENS.find((token) => token.name === own) ?? null;
}
