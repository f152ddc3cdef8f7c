const SPACE = /[\s\u00a0]*/y;
const PREFIX = /\+\+|--|[-+!~*&]/y;
/** A name with module and scopes, a register, `#FIELD_OFFSET`, `@@masm`, a number, a character. */
const OPERAND =
  /@@(?:masm|c\+\+)?(?=\s*\()|[@#]?!?[A-Za-z_~$][\w$]*(?:(?:!|::)~?[\w$]+)*|[0-9](?:[\w`]|\.\d)*|'[^']*'|"[^"]*"/y;
const INFIX = /<<=|>>=|->|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[-+*/%&|^<>=?:]/y;
const CAST =
  /^(?:(?:const|volatile|struct|class|union|enum|unsigned|signed|char|short|int|long|float|double|bool|void|wchar_t|__int\d+)\b.*|[^()]*[*&]\s*)$/s;

/**
 * The column after the C++ expression that `text` begins with at `start`, by its form alone: commands need to know where
 * their next argument begins before types are known. What stands in parentheses before a name without a blank is a cast.
 * All of the text where it is malformed: whoever evaluates it words what is wrong.
 */
export function cppExtent(text: string, start: number): number {
  let at = start;
  let end = start;
  let wantsOperand = true;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  for (;;) {
    const before = at;
    take(SPACE);
    const isApart = at > before;
    if (wantsOperand) {
      if (text[at] === '(') {
        const open = at;
        at = closing(text, open);
        const inside = text.slice(open + 1, at - 1);
        wantsOperand = CAST.test(inside.trim()) || /[\w@$]/.test(text[at] ?? '');
      } else if (take(OPERAND) !== null) wantsOperand = false;
      else if (take(PREFIX) === null) return text.length;
      end = at;
      continue;
    }
    const next = text[at] ?? '';
    if (next === '[' || (next === '(' && !isApart)) at = closing(text, at);
    else if (next === '.' && !isApart) {
      at++;
      wantsOperand = true;
    } else if (/^(?:\+\+|--)/.test(text.slice(at, at + 2)) && !isApart) at += 2;
    else if (take(INFIX) !== null) wantsOperand = true;
    else return end;
    end = at;
  }
}

/** The column after the bracket that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (/[([]/.test(text[at]!)) depth++;
    else if (/[)\]]/.test(text[at]!) && --depth === 0) return at + 1;
  }
  return text.length;
}
