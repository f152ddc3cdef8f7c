import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseSearchPath,
  printSearchPath,
  redactSearchPath,
  redactUrl,
  type SearchElement,
  type StoreLocation,
  urlsOf,
} from './search-path.ts';

const elements = (text: string) => parseSearchPath(text).elements;
const URL1 = 'https://msdl.example/download/symbols';

describe('parseSearchPath', () => {
  test('directories, drive letters, shares, relative paths, blanks, empty elements', () => {
    expect(elements('C:\\sym; \\\\server\\share\\sym ;./rel;;/opt/my symbols').map((element) => element)).toEqual([
      { kind: 'directory', path: 'C:\\sym' },
      { kind: 'directory', path: '\\\\server\\share\\sym' },
      { kind: 'directory', path: './rel' },
      { kind: 'directory', path: '/opt/my symbols' },
    ]);
    expect(elements('')).toEqual([]);
  });
  test('srv*: one, two and three tiers, default stores, any case', () => {
    const url = { kind: 'url', url: URL1 };
    const stores = (text: string) => (elements(text)[0] as Extract<SearchElement, { kind: 'server' }>).stores;
    expect(stores(`srv*${URL1}`)).toEqual([url]);
    expect(stores(`SRV*c:\\cache*${URL1}`)).toEqual([{ kind: 'directory', path: 'c:\\cache' }, url]);
    expect(stores(`Srv*a*b*${URL1}`)).toEqual([
      { kind: 'directory', path: 'a' },
      { kind: 'directory', path: 'b' },
      url,
    ]);
    expect(stores(`srv**${URL1}`)).toEqual([{ kind: 'default' }, url]);
    expect(stores('srv*')).toEqual([{ kind: 'default' }]);
  });
  test('symsrv*dll*..., cache*, a bare URL', () => {
    expect(elements(`symsrv*symsrv.dll*c:\\a*${URL1};cache*d:\\c;cache*;${URL1}`)).toEqual([
      {
        kind: 'server',
        dll: 'symsrv.dll',
        stores: [
          { kind: 'directory', path: 'c:\\a' },
          { kind: 'url', url: URL1 },
        ],
      },
      { kind: 'cache', path: 'd:\\c' },
      { kind: 'cache', path: null },
      { kind: 'url', url: URL1 },
    ]);
    expect(urlsOf(elements(`c:\\a;srv*b*${URL1};${URL1}/2`))).toEqual([URL1, `${URL1}/2`]);
  });
  test('quotation marks protect semicolons and asterisks', () => {
    expect(elements('"c:\\a;b";srv*"c:\\x*y"*z; "c:\\ q " ')).toEqual([
      { kind: 'directory', path: 'c:\\a;b' },
      {
        kind: 'server',
        dll: null,
        stores: [
          { kind: 'directory', path: 'c:\\x*y' },
          { kind: 'directory', path: 'z' },
        ],
      },
      { kind: 'directory', path: 'c:\\ q ' },
    ]);
  });
  test('variables', () => {
    const environment = (name: string) => (name === 'X' ? 'c:\\x;d:\\y' : undefined);
    expect(parseSearchPath('%X%\\s;%NOPE%', environment).elements).toEqual([
      { kind: 'directory', path: 'c:\\x' },
      { kind: 'directory', path: 'd:\\y\\s' },
      { kind: 'directory', path: '%NOPE%' },
    ]);
  });
  test('what is odd is told and the rest is used', () => {
    const problems = (text: string) =>
      parseSearchPath(text)
        .problems.map((problem) => problem.message)
        .join('; ');
    expect(problems(`c:\\ok;srv*c:\\a*${URL1}`)).toBe('');
    expect(problems(`srv*${URL1}*c:\\after`)).toMatch(/before other stores/);
    expect(problems('svr*c:\\a*b')).toMatch(/svr\* is not known/);
    expect(problems('srv')).toMatch(/did you mean srv\*/);
    expect(problems('symsrv*evil.dll*c:\\a')).toMatch(/evil.dll is not run/);
    expect(problems('cache*https://x/')).toMatch(/not a URL/);
    expect(problems('"c:\\a')).toMatch(/not closed/);
    expect(parseSearchPath('c:\\a; svr*b*c').problems[0]).toMatchObject({ column: 5, element: 'svr*b*c' });
  });
});

describe('printing', () => {
  const path = fc
    .string({ unit: fc.constantFrom(...'aB:\\/.; *%-é☃'), minLength: 1, maxLength: 12 })
    .filter((text) => !/%[^%;]+%/.test(text));
  const url = fc.webUrl({ withQueryParameters: true }).filter((text) => !/["%]/.test(text));
  const store: fc.Arbitrary<StoreLocation> = fc.oneof(
    path.map((text) => ({ kind: 'directory' as const, path: text })),
    url.map((text) => ({ kind: 'url' as const, url: text })),
    fc.constant({ kind: 'default' as const }),
  );
  const element: fc.Arbitrary<SearchElement> = fc.oneof(
    path.map((text) => ({ kind: 'directory' as const, path: text })),
    url.map((text) => ({ kind: 'url' as const, url: text })),
    fc.option(path).map((text) => ({ kind: 'cache' as const, path: text })),
    fc.record({
      kind: fc.constant('server' as const),
      dll: fc.constantFrom(null, 'symsrv.dll'),
      stores: fc.array(store, { minLength: 1, maxLength: 10 }),
    }),
  );
  test('parsing what was printed gives the same elements', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 6 }), (list) => {
        expect(parseSearchPath(printSearchPath(list)).elements).toEqual(list);
      }),
      { numRuns: 500 },
    );
  });
  test('any text parses, and printing its elements is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'srvcahe*;"% \\/:x') }), (text) => {
        const once = parseSearchPath(text).elements;
        expect(parseSearchPath(printSearchPath(once)).elements).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });
});

test('credentials and tokens never reach a message', () => {
  expect(redactUrl('https://user:secret@host.example:8443/a/b?sig=secret#secret')).toBe(
    'https://…@host.example:8443/a/b?…',
  );
  expect(redactUrl('https://user:se/cret@host/a')).toBe('https://…@host/a');
  expect(redactUrl('https://host:80/@scope/a')).toBe('https://host:80/@scope/a');
  expect(redactUrl('nonsense secret')).not.toMatch(/secret/);
  const text = redactSearchPath(elements('srv*c:\\a*https://me:secret@h/x?token=secret;https://t:secret@h/'));
  expect(text).toBe('srv*c:\\a*https://…@h/x?…;https://…@h/');
});
