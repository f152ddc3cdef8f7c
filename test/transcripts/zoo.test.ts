import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModelNode } from '../../src/debugger/data-model/view.ts';
import { Console } from './console.ts';

// What zoo.cpp, beside the dump, gives its variables is what the debugger must show of them.
const ZOO = resolve(import.meta.dirname, '../fixtures/zoo');
const console_ = new Console(`${ZOO}/crash.dmp`, [ZOO]);
console_.session.readText = (path) => readFileSync(resolve(ZOO, path), 'utf8');
afterAll(() => console_.close());

describe('?? over variables of a C++ program', () => {
  test.each([
    ['numbers[2]', 'int 0n4'],
    ['&numbers[4] - numbers', 'int64 0n4'],
    ['*(numbers + 4)', 'int 0n5'],
    ['grid[1][2]', 'int 0n6'],
    ['(*(int (*)[3])&grid)[1]', 'int 0n2'],
    ['sizeof(grid) / sizeof(grid[0])', 'unsigned int64 2'],
    ['#RTL_NUMBER_OF(grid)', 'unsigned int64 2'],
    ['vector.last - vector.first', 'int64 0n5'],
    ['list.head->next->value', 'int 0n10'],
    ['map.head->parent->value.first', 'int 0n20'],
    ['dog.diet', 'enum Diet Meat (0n2)'],
    ['dog.diet == Diet::Meat', 'bool true'],
    ['Sound::Loud', 'enum Sound Loud (0n-3)'],
    ['dog.legs', 'unsigned int 4'],
    ['dog.signedBits', 'int 0n-2'],
    ['dog.speed', 'double 12.5'],
    ['((Walker*)&dog)->speed', 'double 12.5'],
    ['static_cast<Dog*>(animal)->speed * 2', 'double 25'],
    ['(Dog*)(Walker*)&dog == animal', 'bool true'],
    ['reinterpret_cast<Dog*>((Walker*)&dog) == animal', 'bool false'],
    ['stable.money', 'int64 0n-5000000000'],
    ['stable.seats', 'unsigned long 0xee6b2800'],
    ['stable.seats > 0', 'bool true'],
    ['stable.floor', 'long 0n-7'],
    ['stable.gates', 'unsigned short 0xffff'],
    ['stable.gates + 1', 'int 0n65536'],
    ['stable.code', "char 0n65 'A'"],
    ['stable.offset < 0', 'bool true'],
    ['stable.level', "unsigned char 0xc8 ''"],
    ['stable.open', 'bool true'],
    ['stable.area * 2', 'float 5'],
    ['shapes[0].radius', 'float 1.5'],
    ['shapes[1].box.width * shapes[1].box.height', 'int 0n12'],
    ['nested.first->first[0]', 'int 0n3'],
    ['((Vector<int, Allocator<int>>*)&vector)->last[-1]', 'int 0n5'],
    ['sizeof(farm::Stable)', 'unsigned int64 0x20'],
    ['nothing == 0 ? 1 : 2', 'int 0n1'],
    ['#CONTAINING_RECORD(&dog.sound, Dog, sound) == &dog', 'bool true'],
    ['@$t3 = &dog, @$t3->legs', 'unsigned int 4'],
  ])('%s', async (expression, shown) => {
    expect(await console_.text(`?? ${expression}`)).toBe(`${shown}\n`);
  });

  test('texts, arrays and functions', async () => {
    expect(await console_.text('?? far')).toMatch(
      /^char \[42\] 0x[\d`a-f]+ "a text that is too long to be kept inside"\n$/,
    );
    expect(await console_.text('?? dog.label')).toMatch(/^wchar_t \[8\] 0x[\d`a-f]+ "Best dog"\n$/);
    expect(await console_.text('?? action')).toBe('int (*)(int) 0x00000001`40001000\n');
    expect(await console_.text('?? square')).toBe('int (*)(int) 0x00000001`40001000\n');
    expect(await console_.text('?? &grid')).toMatch(/^int \(\*\)\[2\]\[3\] 0x/);
  });

  test.each([
    ['lst.size', "Couldn't resolve error at 'lst'; did you mean list?"],
    ['list.hed', "Couldn't resolve error at 'hed': no member of struct List<int>; did you mean head?"],
    ['(Animall*)animal', "Couldn't resolve error at 'Animall': no such type; did you mean Animal?"],
    ['dog.legs = 3', "a dump is read-only: '=' cannot change it"],
    ['*nothing', 'Memory access error at 0x0'],
    ['1 / (dog.legs - 4)', "Operand error at '/'"],
  ])('%s is refused with words', async (expression, words) => {
    const [outcome] = await console_.run(`?? ${expression}`);
    expect(outcome!.error?.message).toBe(words);
    expect(outcome!.text).toContain('^');
  });

  test('dt follows expressions and shows members of base classes in their place', async () => {
    expect(await console_.text('dt dog speed')).toContain('+0x030 speed : 12.5');
    expect(await console_.text('dt list.head->next value')).toContain('value : 0n10');
    expect(await console_.text('dt Vector<int,Allocator<int> >')).toContain('+0x008 last             : Ptr64 Int4B');
    const members = (await console_.text('dt Dog')).match(/(?<=\+0x\w{3} )\w+/g);
    expect(await console_.text('dt Dog __VFN_table')).toMatch(/__VFN_table : Ptr64 ?\n/);
    expect(members).toEqual(['__VFN_table', 'name', 'diet', 'legs', 'wild', 'signedBits', 'speed', 'sound', 'label']);
  });
});

describe('NatVis with the idioms of public files', () => {
  beforeAll(async () => {
    expect(await console_.text('.nvload zoo.natvis')).toBe('Successfully loaded visualizers in "zoo.natvis"\n');
  });
  const node = async (expression: string): Promise<ModelNode> => {
    const [outcome] = await console_.run(`dx ${expression}`);
    expect(outcome!.error, expression).toBeNull();
    return (outcome!.data as { node: ModelNode }).node;
  };
  const items = async (expression: string) =>
    (await node(expression)).children
      ?.filter(({ name }) => name !== '[<Raw View>]')
      .map(({ name, text }) => [name, text]);

  test('vectors, with functions of their own and items that belong to a view', async () => {
    const elements = [3, 1, 4, 1, 5].map((value, index) => [`[${index}]`, `${value}`]);
    expect((await node('vector')).text).toBe('{ size=5 }');
    expect(await items('vector')).toEqual([['[capacity]', '5'], ['[allocator]', null], ...elements]);
    expect(await items('vector,view(simple)')).toEqual(elements);
    expect(await items('nested,view(simple)')).toEqual([['[0]', '{ size=5 }']]);
    expect(await items('nested[0].OrderBy(x => x)')).toEqual([
      ['[1]', '1'],
      ['[3]', '1'],
      ['[0]', '3'],
      ['[2]', '4'],
      ['[4]', '5'],
    ]);
    expect((await node('vector,!')).children?.[0]?.place).toBe('+0x000');
  });

  test('lists, trees and hash tables', async () => {
    expect((await node('list')).text).toBe('{ size=0x3 of int }');
    // Its file hides the raw view.
    expect((await node('list')).children?.map(({ text }) => text)).toEqual(['10', '20', '30']);
    expect(await items('map')).toEqual([
      ['[10]', '"ten"'],
      ['[20]', '"twenty"'],
      ['[30]', '"thirty"'],
    ]);
    expect((await node('table')).text).toBe('3 in 4 buckets');
    expect(await items('table')).toEqual([
      ['[the first: 1]', '"uno"'],
      ['[5]', 'only due'],
      ['[the second]', '"tre"'],
    ]);
  });

  test('texts, short and long', async () => {
    expect((await node('text')).text).toBe('"a text that is too long to be kept inside"');
    expect((await node('dog.name')).text).toBe('"Rex"');
    expect(await items('dog.name')).toEqual([
      ['[length]', '0x3'],
      ['[0]', "82 'R'"],
      ['[1]', "101 'e'"],
      ['[2]', "120 'x'"],
    ]);
  });

  test('base classes, smart pointers, conditions and synthetic items', async () => {
    const shown = [
      ['legs', '0x4'],
      ['wild', '0x1'],
      ['[flags]', '-2'],
    ];
    expect((await node('dog')).text).toBe('"Rex" eats Meat');
    expect(await items('dog')).toEqual(shown);
    expect((await node('animal')).text).toMatch(/^0x[\da-f]+ : "Rex" eats Meat$/);
    expect((await node('owner')).text).toBe('owns "Rex" eats Meat');
    expect(await items('owner')).toEqual(shown);
    expect((await node('owner->legs')).value).toBe(4n);
    expect((await node('shapes')).children?.map(({ text }) => text)).toEqual(['circle of 1.5', 'box of 3 by 4']);
    expect(await items('shapes[1]')).toEqual([['area', '12']]);
    expect((await node('stable')).text).toBe("-5000000000 for 4000000000 seats on -7, gate 0xffff, 65 'A'{}");
  });

  test('arrays of two dimensions', async () => {
    expect(await items('matrix')).toEqual([
      ['[1,1]', '0x1'],
      ['[1,2]', '0x2'],
      ['[1,3]', '0x3'],
      ['[2,1]', '0x4'],
      ['[2,2]', '0x5'],
      ['[2,3]', '0x6'],
    ]);
  });

  test('what claims too much, or bites its tail, ends', async () => {
    const liar = await node('liar');
    expect(liar.more).toBe(true);
    expect(liar.children?.length).toBe(101);
    expect((await node('circle')).children?.map(({ text }) => text)).toEqual(['7']);
    expect(await console_.text('dx liar.Count()')).toMatch(/more than 100000 items|: 0x186a0/);
  });
});

describe('NatVis over memory that is not in the dump', () => {
  const shown = async (type: string, inner: string, expression: string): Promise<ModelNode> => {
    console_.session.readText = () => `<AutoVisualizer><Type Name="${type}">${inner}</Type></AutoVisualizer>`;
    await console_.text('.nvunloadall');
    await console_.text('.nvload absent.natvis');
    return ((await console_.run(`dx ${expression}`))[0]!.data as { node: ModelNode }).node;
  };
  const lost = 'Unable to read memory at Address 0x9000';

  test('a condition that nobody can decide is neither true nor false', async () => {
    const node = await shown(
      'Liar',
      `<DisplayString Condition="claimed != 0">full</DisplayString><DisplayString>empty</DisplayString>
      <Expand><Item Name="extra" Condition="claimed != 0">1</Item><Item Name="always">2</Item></Expand>`,
      '*(Liar*)0x9000',
    );
    expect(node.text).toBe(`<${lost}>`);
    expect(node.children?.slice(1).map(({ name, text }) => [name, text])).toEqual([
      ['[?]', `<${lost}>`],
      ['always', '2'],
    ]);
  });

  test('what was found before a node that is missing is shown', async () => {
    const tree = await shown(
      'HashTable',
      `<Expand><TreeItems><HeadPointer>buckets[1]</HeadPointer><LeftPointer>next</LeftPointer>
      <RightPointer>(Entry*)0x8ff8</RightPointer><ValueNode>key</ValueNode></TreeItems></Expand>`,
      'table',
    );
    expect(tree.children?.slice(1).map(({ text }) => text)).toEqual(['5']);
    expect(tree.note).toBe('Unable to read memory at Address 0x8ff8');
    const custom = await shown(
      'HashTable',
      `<Expand><CustomListItems><Variable Name="i" InitialValue="1"/><Item>i</Item><Exec>i = *(int*)0x9000</Exec>
      <Item>i</Item></CustomListItems></Expand>`,
      'table',
    );
    expect(custom.children?.slice(1).map(({ text }) => text)).toEqual(['1']);
    expect(custom.note).toBe(lost);
  });
});

describe('hostile NatVis files', () => {
  const load = async (inner: string) => {
    console_.session.readText = () => `<AutoVisualizer><Type Name="Liar">${inner}</Type></AutoVisualizer>`;
    await console_.text('.nvunloadall');
    await console_.text('.nvload hostile.natvis');
  };
  test.each([
    [
      'a loop without an end',
      '<Expand><CustomListItems><Variable Name="i" InitialValue="0"/><Loop><Exec>++i</Exec></Loop></CustomListItems></Expand>',
    ],
    ['a loop without a statement', '<Expand><CustomListItems><Loop></Loop></CustomListItems></Expand>'],
    ['a function that calls itself', '<Intrinsic Name="f" Expression="f()"/><DisplayString>{f()}</DisplayString>'],
    [
      'a text that shows itself',
      '<DisplayString>{*this} {*this} {*this} {*this} {*this} {*this} {*this} {*this} {*this}</DisplayString>',
    ],
    [
      'an expansion into itself',
      '<Expand><ExpandedItem>*this</ExpandedItem><ExpandedItem>*this</ExpandedItem></Expand>',
    ],
    [
      'ranks beyond all memory',
      '<Expand><ArrayItems><Rank>claimed</Rank><Size>claimed</Size><ValuePointer>cells</ValuePointer></ArrayItems></Expand>',
    ],
    ['a negative size', '<Expand><ArrayItems><Size>-1</Size><ValuePointer>cells</ValuePointer></ArrayItems></Expand>'],
    [
      'a list of one node',
      '<Expand><LinkedListItems><Size>claimed</Size><HeadPointer>this</HeadPointer><NextPointer>this</NextPointer><ValueNode>this</ValueNode></LinkedListItems></Expand>',
    ],
    [
      'a tree of one node',
      '<Expand><TreeItems><HeadPointer>this</HeadPointer><LeftPointer>this</LeftPointer><RightPointer>this</RightPointer><ValueNode>claimed</ValueNode></TreeItems></Expand>',
    ],
    [
      'a division by zero',
      '<DisplayString Condition="1/0">never</DisplayString><DisplayString>{1/0} and on</DisplayString>',
    ],
    ['an exec without a variable', '<Expand><CustomListItems><Exec>x = 1</Exec></CustomListItems></Expand>'],
  ])('%s ends soon', async (_, inner) => {
    await load(inner);
    const start = performance.now();
    const [outcome] = await console_.run('dx -r3 liar');
    expect(outcome!.text.length).toBeLessThan(1 << 20);
    expect(outcome!.text).not.toContain('RangeError');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test('files that are no NatVis are refused with words, and soon', async () => {
  const load = async (text: string) => {
    console_.session.readText = () => text;
    const start = performance.now();
    const [outcome] = await console_.run('.nvload bad.natvis');
    expect(performance.now() - start).toBeLessThan(3000);
    return outcome!.error?.message ?? 'loaded';
  };
  expect(await load('')).toContain('no <AutoVisualizer>');
  expect(await load('\u0000\u0001<x y=')).toContain('is no .natvis file');
  expect(await load('<AutoVisualizer><Type Name="A"></Expand></AutoVisualizer>')).toContain('is no .natvis file');
  expect(await load('<Type>'.repeat(200_000))).toContain('nests more than');
  expect(await load('<!--'.repeat(500_000))).toContain('no <AutoVisualizer>');
  expect(await load('<a '.repeat(300_000))).toContain('is no .natvis file');
  expect(await load('&lt;'.repeat(500_000))).toContain('is no .natvis file');
  expect(await load(`<AutoVisualizer><Type Name="${'A<'.repeat(50_000)}"/></AutoVisualizer>`)).toBe('loaded');
  await console_.run('dx -r0 dog');
  const noise = fc.string({ unit: fc.constantFrom(...'<>/="! AT&;'), maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(noise, async (text) => void (await load(`<AutoVisualizer>${text}`))),
    { numRuns: 200 },
  );
});

test('lists that lead back into themselves say so', async () => {
  console_.session.readText = () => readFileSync(`${ZOO}/zoo.natvis`, 'utf8');
  await console_.run('.nvunloadall');
  await console_.run('.nvload zoo.natvis');
  expect(await console_.text('dx circle')).toContain('(the list leads back into itself)');
  expect(await console_.text('dx circle.Count()')).toContain('0x1 (the list leads back into itself)');
  expect(await console_.text('dx list')).not.toContain('leads back');
  expect(await console_.text('dx map')).not.toContain('(');
});

test('Ctrl+C stops a long dx, and the limits of a session end it', async () => {
  const endless =
    'dx nodes.Select(a => numbers.Select(b => numbers.Select(c => numbers.Select(d => numbers.Select(e => numbers.Select(f => numbers.Select(g => numbers.Sum()).Sum()).Sum()).Sum()).Sum()).Sum()).Sum()).Sum()';
  const run = async (host: ConstructorParameters<typeof Console>[2]) => {
    const own = new Console(`${ZOO}/crash.dmp`, [ZOO], host);
    try {
      await own.run('dx numbers');
      const start = performance.now();
      const outcomes = await own.run(endless);
      return { took: performance.now() - start, text: outcomes.map(({ text }) => text).join('') };
    } finally {
      own.close();
    }
  };
  let isAsked = false;
  const stopped = await run({
    interrupted: () => isAsked,
    pause: async () => {
      setTimeout(() => (isAsked = true), 50);
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  expect(stopped.text).toContain('interrupted');
  expect(stopped.took).toBeLessThan(1000);
  const limited = await run({ limits: { steps: 1000, outputCharacters: 1000, milliseconds: 100 } });
  expect(limited.text).toContain('without ending');
});

test('pointers show what their objects really are', async () => {
  const own = new Console(`${ZOO}/crash.dmp`, [ZOO]);
  expect(await own.text('dx -r0 animal')).toMatch(/ : 0x[\da-f]+ \[Type: Dog \* \(derived from Animal \*\)\]\n$/);
  expect(await own.text('dx -r0 animal,nd')).toMatch(/\[Type: Animal \*\]\n$/);
  expect(await own.text('dx animal->speed')).toContain(': 12.5 [Type: double]');
  expect(await own.text('dx owner.pointer->sound')).toContain(': Loud (-3) [Type: Sound]');
  await own.run('dx @$t4 = &dog');
  expect(await own.text('?? @$t4->speed')).toBe('double 12.5\n');
  own.close();
});

const bound = (owner: object, value: unknown) => (typeof value === 'function' ? value.bind(owner) : value);

test('visualizers that a linker put into the symbols are used without being loaded', async () => {
  const own = new Console(`${ZOO}/crash.dmp`, [ZOO]);
  await own.run('?? dog.legs');
  const { theCase } = own.session;
  const symbols = new Map(
    [...theCase.symbols].map(([module, found]) => {
      const table =
        found.table &&
        new Proxy(found.table, {
          get: (real, name) =>
            name === 'visualizers'
              ? () => [
                  { name: 'zoo.natvis', text: readFileSync(`${ZOO}/zoo.natvis`, 'utf8') },
                  { name: 'bad\x1b[2J.natvis', text: '<x/>' },
                ]
              : bound(real, Reflect.get(real, name, real)),
        });
      return [module, module.name === 'zoo' ? { ...found, table } : found] as const;
    }),
  );
  own.session.replaceCase({ ...theCase, symbols });
  expect(await own.text('dx -r0 vector')).toContain('{ size=5 }');
  expect(await own.text('.nvlist')).toBe('Loaded NatVis Files:\n    zoo!zoo.natvis\n    zoo!bad\\x1b[2J.natvis\n');
  own.close();
});
