/** What a frame-data program works on: names such as `$ebp`, `.raSearch`, `$T0`, and 32-bit reads of memory. */
export interface FrameProgramState {
  readonly variables: Map<string, number>;
  /** A 32-bit word, or null when it is not in the dump. */
  load(address: number): number | null;
}

/** A program longer than this is damage. */
const MOST_TOKENS = 512;

/**
 * Runs a frame-data program in postfix (`$T0 $ebp = $eip $T0 4 + ^ = ...`), which changes the variables. The operators
 * are + - * / % @ (align down) ^ (read) and = (assign), as DIA's IDiaFrameData::program describes them. Returns null when all went well,
 * else what went wrong; assignments made until then stay.
 */
export function runFrameProgram(program: string, state: FrameProgramState): string | null {
  const stack: string[] = [];
  // Compilers write `204 + =$eip` without a blank behind the assignment.
  const tokens = program
    .replaceAll('=', ' = ')
    .split(/\s+/)
    .filter((token) => token !== '');
  if (tokens.length > MOST_TOKENS) return 'the program is too long';
  const numberOf = (token: string): number | null => {
    if (/^-?\d+$/.test(token)) return Number(token) >>> 0;
    return state.variables.get(token) ?? null;
  };
  for (const token of tokens) {
    if (token === '=') {
      const value = numberOf(stack.pop() ?? '');
      const name = stack.pop();
      if (value === null || name === undefined || !/^[$.]/.test(name)) return 'an assignment has no value or no name';
      state.variables.set(name, value);
    } else if (token === '^') {
      const address = numberOf(stack.pop() ?? '');
      if (address === null) return 'a read has no address';
      const value = state.load(address);
      if (value === null) return `memory at 0x${address.toString(16)} is not in the dump`;
      stack.push(String(value));
    } else if (/^[-+*/%@]$/.test(token)) {
      const right = numberOf(stack.pop() ?? '');
      const left = numberOf(stack.pop() ?? '');
      if (left === null || right === null) return `operator ${token} lacks an operand`;
      const value = calculate(token, left, right);
      if (value === null) return `operator ${token} by ${right}`;
      stack.push(String(value >>> 0));
    } else stack.push(token);
  }
  return stack.length === 0 ? null : 'the program leaves values behind';
}

function calculate(operator: string, left: number, right: number): number | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return Math.imul(left, right);
    case '/':
      return right === 0 ? null : Math.floor(left / right);
    case '%':
      return right === 0 ? null : left % right;
    default:
      return right === 0 || (right & (right - 1)) !== 0 ? null : left & -right;
  }
}
