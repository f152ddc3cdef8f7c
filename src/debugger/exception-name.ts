/** How debuggers name exception codes in `.exr`, `.lastevent` and `!analyze`; null for the others, which print bare. */
export function exceptionEventName(code: number): string | null {
  return NAMES[code >>> 0] ?? null;
}

const NAMES: Readonly<Record<number, string>> = {
  2147483649: 'Guard page violation',
  2147483650: 'Data misalignment',
  2147483651: 'Break instruction exception',
  2147483652: 'Single step exception',
  3221225477: 'Access violation',
  3221225478: 'In-page I/O error',
  3221225480: 'Invalid handle exception',
  3221225501: 'Illegal instruction',
  3221225502: 'Invalid lock sequence',
  3221225509: 'Noncontinuable exception',
  3221225612: 'Array bounds exceeded',
  3221225614: 'Floating-point divide-by-zero',
  3221225620: 'Integer divide-by-zero',
  3221225621: 'Integer overflow',
  3221225622: 'Privileged instruction exception',
  3221225725: 'Stack overflow',
  3221225876: 'Possible deadlock',
  3221226505: 'Security check failure or stack buffer overrun',
  3221226528: 'Assertion failure',
  3762507597: 'CLR exception',
  3762504530: 'CLR exception',
  3765269347: 'C++ EH exception',
};
