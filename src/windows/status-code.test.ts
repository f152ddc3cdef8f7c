import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeErrorCode,
  errorKind,
  errorLine,
  hresultTable,
  ntstatusTable,
  statusName,
  win32Table,
} from './status-code.ts';
import { codeTable } from './status-code-table.ts';

describe('tables', () => {
  test('hold what they should and nothing twice', () => {
    for (const [table, least] of [
      [ntstatusTable(), 2400],
      [win32Table(), 2700],
      [hresultTable(), 2900],
    ] as const) {
      expect(table.entries.length).toBeGreaterThan(least);
      const keys = table.entries.map((entry) => `${entry.value} ${entry.name}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const entry of table.entries) {
        expect(Number.isInteger(entry.value) && entry.value >= 0 && entry.value <= 0xffffffff, entry.name).toBe(true);
        expect(entry.name).toMatch(/^[A-Z]\w+$/i);
        expect(entry.text ?? 'x').toMatch(/^[ -~]+$/);
      }
    }
  });

  test.each([
    ['ntstatus', 0xc0000005, 'STATUS_ACCESS_VIOLATION'],
    ['ntstatus', 0xc0000006, 'STATUS_IN_PAGE_ERROR'],
    ['ntstatus', 0xc00000fd, 'STATUS_STACK_OVERFLOW'],
    ['ntstatus', 0xc0000374, 'STATUS_HEAP_CORRUPTION'],
    ['ntstatus', 0xc0000409, 'STATUS_STACK_BUFFER_OVERRUN'],
    ['ntstatus', 0xc0000420, 'STATUS_ASSERTION_FAILURE'],
    ['ntstatus', 0x4000001f, 'STATUS_WX86_BREAKPOINT'],
    ['ntstatus', 0xd0000147, 'STATUS_NO_PAGEFILE'],
    ['win32', 38, 'ERROR_HANDLE_EOF'],
    ['win32', 1392, 'ERROR_FILE_CORRUPT'],
    ['win32', 1722, 'RPC_S_SERVER_UNAVAILABLE'],
    ['hresult', 0x80004005, 'E_FAIL'],
    ['hresult', 0x80070057, 'E_INVALIDARG'],
    ['hresult', 0x80010108, 'RPC_E_DISCONNECTED'],
    ['hresult', 0x80131506, 'COR_E_EXECUTIONENGINE'],
    ['hresult', 0x887a0005, 'DXGI_ERROR_DEVICE_REMOVED'],
    ['hresult', 0x801b8005, 'WER_E_DUMP_THROTTLED'],
  ] as const)('%s %i is %s', (kind, value, name) => {
    expect(decodeErrorCode(value, kind).name).toBe(name);
  });
});

test('looking one number up gives what the parsed table gives', () => {
  for (const [radix, block] of [
    [16, '00000000|ZERO|a\n00000000|ALIAS|\nC0000005|AV|b'],
    [10, '0|ZERO|a\n5|FIVE|\n15|FIFTEEN|c'],
    [16, 'A|TEN|\n1A|MORE|'],
  ] as const) {
    const table = codeTable(radix, block, radix === 16 ? 'FFFFFFFF|LAST|z' : '99|LAST|z');
    const values = [0, 1, 5, 10, 15, 26, 99, 0xc0000005, 0xffffffff];
    const found = values.map((value) => table.find(value));
    expect(values.map((value) => table().byValue.get(value) ?? null)).toEqual(found);
    expect(values.map((value) => table.find(value))).toEqual(found);
  }
});

describe('errorLine prints what the debugger prints', () => {
  test.each([
    [0x80070026, 'Error code: (HRESULT) 0x80070026 (2147942438) - Reached the end of the file.'],
    [0x80004005, 'Error code: (HRESULT) 0x80004005 (2147500037) - Unspecified error'],
    [
      0xd0000147,
      'Error code: (NTSTATUS) 0xd0000147 (3489661255) - {No Paging File Specified}  No paging file was specified in the system configuration.',
    ],
    [0x80070057, 'Error code: (HRESULT) 0x80070057 (2147942487) - The parameter is incorrect.'],
    [0xc00000fd, 'Error code: (NTSTATUS) 0xc00000fd (3221225725) - A new guard page for the stack cannot be created.'],
    [
      0xc000009a,
      'Error code: (NTSTATUS) 0xc000009a (3221225626) - Insufficient system resources exist to complete the API.',
    ],
    [5, 'Error code: (Win32) 0x5 (5) - Access is denied.'],
    [0x80000003, 'Error code: (HRESULT) 0x80000003 (2147483651) - One or more arguments are invalid'],
    [0xe0434352, 'Error code: (NTSTATUS) 0xe0434352 (3762504530) - <Unable to get error code text>'],
  ])('%i', (value, line) => {
    expect(errorLine(value)).toBe(line);
  });

  test('!error 2 1', () => {
    expect(errorLine(2, 'ntstatus')).toBe('Error code: (NTSTATUS) 0x2 - STATUS_WAIT_2');
  });
});

describe('one error in several code spaces', () => {
  test('HRESULT_FROM_WIN32', () => {
    expect(decodeErrorCode(0x80070026)).toMatchObject({
      kind: 'hresult',
      name: 'HRESULT_FROM_WIN32(ERROR_HANDLE_EOF)',
      severity: 'error',
      facility: { value: 7, name: 'FACILITY_WIN32' },
      customer: false,
      equivalents: [{ kind: 'win32', value: 38, name: 'ERROR_HANDLE_EOF', relation: 'HRESULT_FROM_WIN32' }],
    });
  });

  test('HRESULT_FROM_NT keeps the status readable either way', () => {
    expect(decodeErrorCode(0xd0000147).kind).toBe('ntstatus');
    expect(decodeErrorCode(0xd0000147, 'hresult')).toMatchObject({
      name: 'HRESULT_FROM_NT(STATUS_NO_PAGEFILE)',
      equivalents: [{ kind: 'ntstatus', value: 0xc0000147, relation: 'HRESULT_FROM_NT' }],
    });
  });

  test('a Win32 code in an NTSTATUS', () => {
    expect(decodeErrorCode(0xc0070005, 'ntstatus')).toMatchObject({
      name: 'NTSTATUS_FROM_WIN32(ERROR_ACCESS_DENIED)',
      facility: { name: 'FACILITY_NTWIN32' },
    });
  });

  test('the status and the Win32 code it turns into', () => {
    expect(decodeErrorCode(0xc0000022).equivalents).toContainEqual(
      expect.objectContaining({ kind: 'win32', value: 5, relation: 'RtlNtStatusToDosError' }),
    );
  });

  test('0x80000003 is an HRESULT to !error and a breakpoint to the reader of exceptions', () => {
    const meaning = decodeErrorCode(0x80000003);
    expect(meaning.kind).toBe('hresult');
    expect(meaning.equivalents).toContainEqual(
      expect.objectContaining({ kind: 'ntstatus', name: 'STATUS_BREAKPOINT', relation: 'same number' }),
    );
  });

  test('the customer bit', () => {
    expect(decodeErrorCode(0xe06d7363)).toMatchObject({ customer: true, name: null, text: null });
    expect(decodeErrorCode(0xc0000005).customer).toBe(false);
  });

  test('facilities past 2047', () => {
    expect(decodeErrorCode(0x887a0005).facility).toEqual({ value: 2170, name: 'FACILITY_DXGI' });
  });
});

test('any 32-bit word decodes, signed or not, to the same thing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -0x80000000, max: 0xffffffff }), (value) => {
      const meaning = decodeErrorCode(value);
      expect(meaning).toEqual(decodeErrorCode(value >>> 0));
      expect(meaning.kind).toBe(errorKind(value >>> 0));
      for (const kind of ['win32', 'ntstatus', 'hresult'] as const)
        expect(decodeErrorCode(value, kind).kind).toBe(kind);
      expect(errorLine(value)).toMatch(/^Error code: \((Win32|NTSTATUS|HRESULT)\) 0x[0-9a-f]+ \(\d+\) - ./);
      expect(statusName(value)).toContain(`0x${(value >>> 0).toString(16)}`);
    }),
  );
});

test('every Win32 code wraps into an HRESULT that names it', () => {
  for (const { value, name } of win32Table().byValue.values()) {
    if (value === 0) continue;
    const [first] = decodeErrorCode((0x80070000 | value) >>> 0, 'hresult').equivalents;
    expect(first).toMatchObject({ kind: 'win32', value, name });
  }
});
