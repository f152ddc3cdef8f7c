import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, renderExplanations, SEARCH_LIMIT } from './explain.ts';

const kinds = (text: string) => explain(text).map((item) => `${item.kind} ${item.name}`);

describe('numbers', () => {
  test('0x9f is a stop first and a Win32 error second', () => {
    expect(kinds('0x9f')).toEqual(['bugcheck DRIVER_POWER_STATE_FAILURE', 'win32 ERROR_BAD_THREADID_ADDR']);
    expect(explain('0x9f')[0]?.details).toContainEqual(
      expect.stringContaining('parameter 1 = 0x3: a device has been blocking'),
    );
  });

  test.each(['0xc0000005', 'C0000005', '-1073741819', '0n3221225477', '3221225477', '0xffffffffc0000005', 'c0000005h'])(
    '%s is an access violation',
    (text) => {
      expect(explain(text)[0]).toMatchObject({ kind: 'exception', value: 0xc0000005, name: 'STATUS_ACCESS_VIOLATION' });
    },
  );

  test('a bare number is read as decimal and as hexadecimal', () => {
    const values = explain('159').map((item) => item.value);
    expect(values).toContain(159);
    expect(values).toContain(0x159);
    expect(explain('0n38')[0]).toMatchObject({ kind: 'win32', name: 'ERROR_HANDLE_EOF' });
  });

  test('the seed’s error words', () => {
    expect(explain('0x80070026')[0]?.details).toContain(
      'Error code: (HRESULT) 0x80070026 (2147942438) - Reached the end of the file.',
    );
    expect(explain('0xD0000147')[0]).toMatchObject({ kind: 'ntstatus', name: 'STATUS_NO_PAGEFILE' });
  });

  test('an unknown one says so', () => {
    expect(explain('0xe1234567')).toEqual([
      expect.objectContaining({ kind: 'ntstatus', name: null, text: 'Not in our tables.' }),
    ]);
  });

  test('a word before it narrows, and a stop is hexadecimal', () => {
    expect(kinds('bugcheck 50')).toEqual(['bugcheck PAGE_FAULT_IN_NONPAGED_AREA']);
    expect(kinds('win32 5')).toEqual(['win32 ERROR_ACCESS_DENIED']);
    expect(kinds('STOP: 0x0000007E')).toEqual(['bugcheck SYSTEM_THREAD_EXCEPTION_NOT_HANDLED']);
  });

  test('a stop with its parameters', () => {
    const [found] = explain('BugCheck 20, {0, ffff, 0, 1}');
    expect(found).toMatchObject({ kind: 'bugcheck', value: 0x20 });
    expect(found?.details).toContainEqual(
      expect.stringContaining('parameter 2: 0xffff  APC disable count of the thread: -1'),
    );
    expect(explain('*** STOP: 0x0000009F (0x00000003,0x82300c80,0x8054b1f0,0x82f80008)')[0]?.details).toContainEqual(
      expect.stringContaining('parameter 4: 0x82f80008  IRP that is blocked'),
    );
  });
});

describe('names', () => {
  test.each([
    ['DRIVER_IRQL_NOT_LESS_OR_EQUAL', 'bugcheck', 0xd1],
    ['driver_irql_not_less_or_equal', 'bugcheck', 0xd1],
    ['SYSTEM_THREAD_EXCEPTION_NOT_HANDLED_M', 'bugcheck', 0x1000007e],
    ['STATUS_NO_PAGEFILE', 'ntstatus', 0xc0000147],
    ['access_violation', 'exception', 0xc0000005],
    ['EXCEPTION_ACCESS_VIOLATION', 'exception', 0xc0000005],
    ['E_FAIL', 'hresult', 0x80004005],
    ['error_file_corrupt', 'win32', 1392],
    ['FAST_FAIL_CORRUPT_LIST_ENTRY', 'fast-fail', 3],
    ['COR_E_EXECUTIONENGINE', 'exception', 0x80131506],
  ])('%s', (name, kind, value) => {
    expect(explain(name)[0]).toMatchObject({ kind, value });
  });
});

describe('words', () => {
  test('find the common first', () => {
    expect(kinds('access denied').slice(0, 2)).toEqual(
      expect.arrayContaining(['ntstatus STATUS_ACCESS_DENIED', 'win32 ERROR_ACCESS_DENIED']),
    );
    expect(kinds('stack overflow')[0]).toBe('exception STATUS_STACK_OVERFLOW');
    expect(kinds('heap corruption').slice(0, 3)).toContain('exception STATUS_HEAP_CORRUPTION');
    expect(kinds('power state')[0]).toBe('bugcheck DRIVER_POWER_STATE_FAILURE');
  });

  test('every word must occur, and there is an end', () => {
    expect(explain('xyzzy plugh')).toEqual([]);
    expect(explain('')).toEqual([]);
    expect(explain('error').length).toBeLessThanOrEqual(SEARCH_LIMIT);
  });
});

test('rendering keeps to the width and lets no control character through', () => {
  const lines = renderExplanations(explain('0x1a'), 60);
  expect(lines[0]).toBe('bug check 0x1a  MEMORY_MANAGEMENT');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(renderExplanations([])).toEqual([]);
  const hostile = { kind: 'win32', value: 1, name: 'A\u001b[31m', text: 'x', details: [] } as const;
  expect(renderExplanations([hostile])[0]).not.toContain('\u001b');
});

test('any text is answered', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 40 }),
        fc.integer({ min: -0x80000000, max: 0xffffffff }).map(String),
        fc.integer({ min: 0, max: 0xffffffff }).map((value) => `0x${value.toString(16)}`),
      ),
      (text) => {
        for (const item of explain(text)) {
          expect(item.value >= 0 && item.value <= 0xffffffff).toBe(true);
          expect(item.text).not.toBe('');
        }
        renderExplanations(explain(text), 72);
      },
    ),
    { numRuns: 60 },
  );
});
