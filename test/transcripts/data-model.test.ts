import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { complete } from '../../src/debugger/completion.ts';
import type { ModelNode } from '../../src/debugger/data-model/view.ts';
import type { Address, Hole, MemorySpace } from '../../src/memory/space.ts';
import { Console } from './console.ts';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const DATA = 0x140003000;

/** The demo's data pages are not in its dump: here they are, written by the layouts of orders.c. */
function data(): Uint8Array {
  const bytes = new Uint8Array(0x200);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string) => bytes.set(new TextEncoder().encode(value), at);
  const order = (at: number, number: number, items: number, customer: number, total: number) => {
    view.setInt32(at, number, true);
    view.setInt32(at + 4, items, true);
    view.setBigUint64(at + 8, BigInt(customer), true);
    view.setFloat64(at + 16, total, true);
  };
  // shop, alice, and two more customers whose name leads to the next one, for lists.
  view.setInt32(0, 2, true);
  order(8, 1001, 2, DATA + 0x40, 12.5);
  order(0x20, 1002, 1, DATA + 0x40, 3);
  view.setInt32(0x40, 7, true);
  view.setBigUint64(0x48, BigInt(DATA + 0x100), true);
  text(0x100, 'first customer\x1b[2J');
  view.setInt32(0x60, 1, true);
  view.setBigUint64(0x68, BigInt(DATA + 0x70), true);
  view.setInt32(0x70, 2, true);
  view.setBigUint64(0x78, BigInt(DATA + 0x60), true);
  return bytes;
}

function withData(console: Console): void {
  const { session } = console;
  const bytes = data();
  const inner = session.memory;
  const memory: MemorySpace = {
    read(address: Address, length: number): Uint8Array | Hole {
      const at = address - DATA;
      return at >= 0 && at < bytes.length ? bytes.subarray(at, at + length) : inner.read(address, length);
    },
  };
  const target = new Proxy(session.target, {
    get: (real, name) => (name === 'memory' ? memory : Reflect.get(real, name, real)),
  });
  session.replaceCase({ ...session.theCase, target });
}

const console_ = new Console(`${DEMO}/crash.dmp`, [DEMO]);
withData(console_);
const files = new Map<string, string>();
console_.session.readText = (path) => files.get(path) ?? '';
afterAll(() => console_.close());
const dx = (expression: string) => console_.text(`dx ${expression}`);

test.each([
  ['1+1', ': 2'],
  ['@$curprocess.Name', ': orders.exe'],
  ['@$curprocess.Threads.Count()', ': 0x2'],
  ['@$curprocess.Threads.First().Id', ': 0x148'],
  ['@$curprocess.Threads.Last().Id', ': 0x14c'],
  ['@$curprocess.Threads[0x14c].Id', ': 0x14c'],
  ['@$curprocess.Threads.Any(t => t.Id == 0x14c)', ': true'],
  ['@$curprocess.Threads.All(t => t.Id == 0x14c)', ': false'],
  ['@$curprocess.Threads.Select(t => t.Id).Contains(0x148)', ': true'],
  ['@$curprocess.Threads.Select(t => t.Id).Sum()', ': 0x294'],
  ['@$curprocess.Threads.Skip(1).Count()', ': 0x1'],
  ['@$curprocess.Threads.Take(1).First().Id', ': 0x148'],
  ['@$curprocess.Threads.Where(t => t.Id > 0x148).Count()', ': 0x1'],
  [
    '@$curprocess.Threads.Flatten(t => t.Stack.Frames).Count() > 4',
    ': true (there may be more: no return address was found above 0x11fe40; and 1 more like that)',
  ],
  ['@$cursession.Processes[0x144].Id', ': 0x144'],
  ['Debugger.Sessions[0].Processes.Count()', ': 0x1'],
  ['@$curprocess.Modules.Where(m => m.Name.Contains("orders")).Count()', ': 0x1'],
  ['@$curthread.Stack.Frames[1].Parameters.number', ': 4711 [Type: int]'],
  ['orders!shop.count', ': 2 [Type: int]'],
  ['orders!shop.count,x', ': 0x2 [Type: int]'],
  ['orders!shop.orders[1].total', ': 3 [Type: double]'],
  ['orders!shop.orders.Select(o => o.total).Sum()', ': 15.5'],
  ['orders!shop.orders.Max(o => o.number)', ': 1002 [Type: int]'],
  ['orders!shop.orders.Min(o => o.total)', ': 3 [Type: double]'],
  ['orders!shop.orders.OrderBy(o => o.total).First().number', ': 1002 [Type: int]'],
  ['orders!shop.orders.OrderByDescending(o => o.total).First().number', ': 1001 [Type: int]'],
  ['orders!shop.orders.Select(o => o.customer).Distinct().Count()', ': 0x1'],
  ['orders!alice.name', ': 0x140003100 : "first customer.[2J" [Type: char *]'],
  ['orders!alice.name,sb', ': first customer.[2J [Type: char *]'],
  ['((Order*)&orders!shop.orders[1])->number', ': 1002 [Type: int]'],
  ['(x => x * 2)(21)', ': 42'],
  ['"a" + "b"', ': ab'],
])('%s', async (expression, value) => {
  expect(await dx(expression)).toBe(`${expression.padEnd(16)} ${value}\n`);
});

test('an object with what it holds, to the depth that is asked for', async () => {
  expect(await dx('-r2 orders!shop.orders[0]')).toBe(
    [
      'orders!shop.orders[0]                 [Type: Order]',
      '    [+0x000] number           : 1001 [Type: int]',
      '    [+0x004] items            : 2 [Type: int]',
      '    [+0x008] customer         : 0x140003040 [Type: Customer *]',
      '        [+0x000] id               : 7 [Type: int]',
      '        [+0x008] name             : 0x140003100 : "first customer.[2J" [Type: char *]',
      '    [+0x010] total            : 12.5 [Type: double]',
      '',
    ].join('\n'),
  );
  expect(await dx('-r0 orders!shop')).toBe(`orders!shop${' '.repeat(17)}[Type: Shop]\n`);
  expect(await dx('@$curprocess')).toContain('@$curprocess                 : orders.exe [Switch To]\n');
});

test('the base of numbers holds for what a value contains', async () => {
  const texts = async (expression: string) => {
    const [outcome] = await console_.run(`dx ${expression}`);
    return (outcome!.data as { node: ModelNode }).node.children?.map(({ text }) => text);
  };
  expect(await texts('orders!shop.orders[0],x')).toEqual(['0x3e9', '0x2', '0x140003040', '12.5']);
  expect(await texts('orders!shop.orders.Select(o => o.number),x')).toEqual(['0x3e9', '0x3ea']);
  expect(await texts('@$curprocess.Threads.Select(t => t.Id),d')).toEqual(['328', '332']);
  expect(await texts('new { a = 16, b = 17 },x')).toEqual(['0x10', '0x11']);
});

// Column widths as in the public transcript of "Debugging 101, Section 9": three blanks behind the longest text.
test('a grid has a row for each item and a column for each member', async () => {
  expect(await dx('-g orders!shop.orders.Select(o => new { no = o.number, who = o.customer->id })')).toBe(
    [
      '===========================',
      '=        = no      = who  =',
      '===========================',
      '= [0]    - 1001    - 7    =',
      '= [1]    - 1002    - 7    =',
      '===========================',
      '',
    ].join('\n'),
  );
});

test('variables of dx keep values and lambdas', async () => {
  await dx('@$twice = (x => x + x)');
  expect(await dx('@$twice(4)')).toContain(': 8');
  await dx('@$mine = orders!shop.orders[0]');
  expect(await dx('@$mine.number')).toContain(': 1001');
});

test('errors stand under what is wrong, with what would be right', async () => {
  expect(await dx('@$curprocess.Nam')).toBe("                       ^ Unable to bind name 'Nam'; did you mean Name?\n");
  expect(await dx('@$cursesion.Processes')).toContain(
    "Bad register error at '@$cursesion'; did you mean @$cursession?",
  );
  expect(await dx('orders!shop.orders.Wher(o => o)')).toContain("Unable to bind name 'Wher'; did you mean Where?");
  expect(await dx('@$curprocess.Name.Lenght')).toContain('did you mean Length?');
  expect(await dx('@$curprocess.Threads[9]')).toContain('Invalid index: there is no [0x9]');
  expect(await dx('@$curprocess.Handles.Count()')).toContain('the dump has no list of handles');
  expect(await dx('@$curprocess.Threads.Select(1)')).toContain('a lambda is wanted here');
  expect(await dx('(x => x(x))(x => x(x))')).toContain('Expression too complex');
});

test('the data is plain: what is shown, by name', async () => {
  const [outcome] = await console_.run('dx orders!shop.orders[0]');
  const { node } = outcome!.data as { node: ModelNode };
  expect(node.children?.map(({ name, text }) => [name, text])).toEqual([
    ['number', '1001'],
    ['items', '2'],
    ['customer', '0x140003040'],
    ['total', '12.5'],
  ]);
  expect(node.children?.map(({ value }) => value)).toEqual([1001n, 2n, 0x140003040n, 12.5]);
});

test('dx is completed: roots, members, fields, verbs', async () => {
  const words = async (line: string) => {
    const { start, words } = await complete(console_.session, line, line.length);
    return words.map((word) => line.slice('dx '.length, start) + word);
  };
  expect(await words('dx @$curp')).toEqual(['@$curprocess']);
  expect(await words('dx @$curprocess.T')).toEqual(['@$curprocess.Threads']);
  expect(await words('dx @$curprocess.Threads.Order')).toEqual([
    '@$curprocess.Threads.OrderBy',
    '@$curprocess.Threads.OrderByDescending',
  ]);
  expect(await words('dx @$curprocess.Nope.x')).toEqual([]);
});

const NATVIS = `<?xml version="1.0" encoding="utf-8"?>
<!-- how the demo's types are shown -->
<AutoVisualizer xmlns="http://schemas.microsoft.com/vstudio/debugger/natvis/2010">
  <Type Name="Shop">
    <DisplayString Condition="count == 0">empty</DisplayString>
    <DisplayString>{{{count} orders, first {orders[0]}}}</DisplayString>
    <Expand>
      <Item Name="[size]" Condition="count &gt; 0">count,x</Item>
      <Item Name="[never]" Condition="count &gt; 5">count</Item>
      <ArrayItems><Size>count</Size><ValuePointer>orders</ValuePointer></ArrayItems>
    </Expand>
  </Type>
  <Type Name="Order">
    <DisplayString>#{number,d} of {*customer}</DisplayString>
    <Expand>
      <ExpandedItem>*customer</ExpandedItem>
      <Synthetic Name="[sum]"><DisplayString>{total} in all</DisplayString></Synthetic>
      <IndexListItems><Size>items</Size><ValueNode>number + $i</ValueNode></IndexListItems>
    </Expand>
  </Type>
  <Type Name="Customer">
    <DisplayString>customer {id}</DisplayString>
    <Expand><Item Name="who">id,x</Item></Expand>
  </Type>
  <Type Name="Foo&lt;*&gt;"><CustomVisualizer/></Type>
</AutoVisualizer>`;

test('NatVis shows types as their author meant, without it as they are', async () => {
  files.set('orders.natvis', NATVIS);
  expect(await console_.text('.nvload orders.natvis')).toBe(
    'Successfully loaded visualizers in "orders.natvis"\nNot understood and left out: CustomVisualizer\n',
  );
  expect(await dx('orders!shop')).toBe(
    [
      'orders!shop                 : {2 orders, first #1001 of customer 7} [Type: Shop]',
      '    [<Raw View>]     [Type: Shop]',
      '    [size]           : 0x2 [Type: int]',
      '    [0]              : #1001 of customer 7 [Type: Order]',
      '    [1]              : #1002 of customer 7 [Type: Order]',
      '',
    ].join('\n'),
  );
  expect(await dx('orders!shop.orders[0]')).toBe(
    [
      'orders!shop.orders[0]                 : #1001 of customer 7 [Type: Order]',
      '    [<Raw View>]     [Type: Order]',
      '    who              : 0x7 [Type: int]',
      '    [sum]            : 12.5 in all',
      '    [0]              : 1001',
      '    [1]              : 1002',
      '',
    ].join('\n'),
  );
  expect(await dx('orders!shop.Count()')).toContain(': 0x2');
  expect(await dx('-n orders!shop')).toContain('[+0x000] count            : 2 [Type: int]');
  expect(await console_.text('.nvlist')).toBe('Loaded NatVis Files:\n    orders.natvis\n');
  expect(await console_.text('.nvunload orders.natvis')).toContain('Successfully unloaded');
  expect(await dx('orders!shop')).not.toContain('2 orders');
});

test('lists and trees of NatVis end at circles, at null and where they say', async () => {
  const walk = (inner: string) =>
    `<AutoVisualizer><Type Name="Customer"><DisplayString>c{id}</DisplayString><Expand>${inner}</Expand></Type></AutoVisualizer>`;
  const next = '(Customer*)name';
  const values = async (inner: string, at = '((Customer*)0x140003060)') => {
    files.set('walk.natvis', walk(inner));
    await console_.text('.nvload walk.natvis');
    const [outcome] = await console_.run(`dx ${at}`);
    return (outcome!.data as { node: ModelNode }).node.children?.slice(1).map(({ text }) => text);
  };
  const list = `<HeadPointer>this</HeadPointer><NextPointer>${next}</NextPointer><ValueNode>id</ValueNode>`;
  expect(await values(`<LinkedListItems>${list}</LinkedListItems>`)).toEqual(['1', '2']);
  expect(await values(`<LinkedListItems><Size>1</Size>${list}</LinkedListItems>`)).toEqual(['1']);
  const tree = `<HeadPointer>this</HeadPointer><LeftPointer>${next}</LeftPointer><RightPointer>(Customer*)0</RightPointer><ValueNode>id</ValueNode>`;
  expect(await values(`<TreeItems><Size>10</Size>${tree}</TreeItems>`)).toEqual(['2', '1']);
  // What leads out of the dump is said in its place.
  expect(await values(`<LinkedListItems>${list}</LinkedListItems>`, '((Customer*)0x140003040)')).toContainEqual(
    expect.stringContaining('7'),
  );
  await console_.text('.nvunloadall');
});

test('any text ends soon in a value or in words about what is wrong', async () => {
  const piece = fc.constantFrom(
    '@$curprocess',
    '.Threads',
    '.Select(',
    '.Where(',
    't => ',
    't',
    '.Id',
    ')',
    '(',
    '[0]',
    '.Count()',
    ' == ',
    '4',
    'orders!shop',
    '.orders',
    '->',
    '.First()',
    ',x',
    'new { a = ',
    ' }',
    '"',
    '-r2 ',
    '-g ',
    '(Order*)',
    '&',
    '*',
    ' ? ',
    ' : ',
  );
  const start = performance.now();
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const [outcome] = await console_.run(`dx ${pieces.join('')}`);
      expect(outcome?.text.length ?? 0).toBeLessThan(1 << 20);
    }),
    { numRuns: 300 },
  );
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('what would not end is ended', async () => {
  const all = '@$curprocess.Modules';
  const many = Array.from({ length: 9 }, () => `.Flatten(m => ${all})`).join('');
  expect(await dx(`${all}${many}.Count()`)).toMatch(/more than 100000 items|takes more than|: 0x40000/);
  const hundred = `Debugger.Utility.Collections.CreateArray(${'1,'.repeat(99)}1)`;
  expect(await dx(`${hundred}.Aggregate("x", (a, b) => a + a)`)).toContain('the string becomes too long');
  expect(await dx(`${hundred}.Aggregate(@$curprocess.Modules, (a, b) => a.Concat(a)).Count()`)).toMatch(/more than/);
  const nested = await dx(`-r9 ${hundred}.Aggregate(1, (a, b) => Debugger.Utility.Collections.CreateArray(a, a, a))`);
  expect(nested.length).toBeLessThan(2 << 20);
  expect(await dx('@$loop = (f => f(f))')).toContain('[function]');
  expect(await dx('@$loop(@$loop)')).toContain('Expression too complex');
  expect(await dx(`${'('.repeat(5_000)}1`)).toContain('too complex');
});
