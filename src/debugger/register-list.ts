import { UsageError } from '../bytes/errors.ts';
import { CommandError, type Expression, parseExpression, type Reading } from './expression-syntax.ts';
import { isUserRegister } from './pseudo-registers.ts';
import { parseElements, type RegisterElements } from './register-set.ts';

/** One item of what `r` takes: a register to show, divided into elements or whole, or one to set. Names are lower-case. */
export type RegisterItem =
  | { readonly kind: 'show'; readonly name: string; readonly elements: RegisterElements | null; readonly at: number }
  | { readonly kind: 'set'; readonly name: string; readonly value: Expression };

const NAME = /@?(\$?\w+)/y;
const ELEMENTS = /:(\w*)/y;
const EQUALS = /\s*=(?!=)/y;
const SEPARATOR = /[\s,]*/y;

/**
 * Registers separated by commas or blanks, each with `:type` or `=expression` behind it. The debugger sets only `$t0` to
 * `$t19` in a dump, so anything else that shall change is refused.
 */
export function parseRegisterList(text: string, reading: Reading, command: string): readonly RegisterItem[] {
  const items: RegisterItem[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    take(SEPARATOR);
    if (at >= text.length) return items;
    const start = at;
    const name = take(NAME)?.[1]?.toLowerCase();
    if (name === undefined) throw new CommandError('Bad register error', `${command} ${text.trim()}`, start);
    const elements = take(ELEMENTS);
    if (take(EQUALS)) {
      if (!isUserRegister(name)) throw refusal(name, command, text, start);
      const { expression, end } = parseExpression(text, reading, at);
      at = end;
      if (!/^\s*(?:,|$)/.test(text.slice(at)))
        throw new CommandError('Extra character error', `${command} ${text.trim()}`, at + text.slice(at).search(/\S/));
      items.push({ kind: 'set', name, value: expression });
    } else {
      const divided = elements && parseElements(elements[1]!, elements.index);
      items.push({ kind: 'show', name, elements: divided, at: start });
    }
  }
}

function refusal(name: string, command: string, text: string, at: number): UsageError {
  if (/^\$t\d+$/.test(name)) return new CommandError('Bad register error', `${command} ${text.trim()}`, at);
  return new UsageError(command, `'${name}' cannot be changed: a dump is read-only; $t0 to $t19 can`, at);
}
