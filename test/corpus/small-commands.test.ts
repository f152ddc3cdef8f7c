import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Console } from '../transcripts/console.ts';
import { CORPUS, hasForged, X64, X86 } from './kernel-case.ts';

const PAGE_FAULT = `${CORPUS}/kernel-triage/ojusha__help__100623-6156-01.dmp`;

describe.skipIf(!existsSync(PAGE_FAULT))('a real page fault (needs ../shared/corpus/kernel-triage)', () => {
  let console: Console;
  beforeAll(() => {
    console = new Console(PAGE_FAULT, [`${CORPUS}/isf`]);
  });
  afterAll(() => console.close());

  // Learn, "Bug Check 0x50": the first parameter is the address referenced, which the processor keeps in cr2.
  test('cr2 of the KPRCB is the address in the parameters of the bug check', async () => {
    const { code, parameters } = console.session.target.bugcheck!;
    expect(code).toBe(0x50);
    const address = parameters[0]!.toString(16).padStart(16, '0');
    expect(await console.text('r cr2')).toBe(`cr2=${address}\n`);
    expect(await console.text('? @cr2 == @$bug_param1')).toMatch(/= 00000000`00000001/);
    expect(await console.text('rM 80')).toContain(`cr2=${address}`);
  });
  // Intel SDM 3A: paging and protection are on, a descriptor table of the kernel has an address of the kernel.
  test('control and table registers are those of a running kernel', async () => {
    const [, cr0] = /^cr0=([0-9a-f]{16})\n$/.exec(await console.text('r cr0'))!;
    expect(BigInt(`0x${cr0}`) & 0x80000001n).toBe(0x80000001n);
    expect(await console.text('rM 100')).toMatch(
      /^gdtr=ffff\w{12} gdtl=0057 idtr=ffff\w{12} idtl=0fff tr=0040 ldtr=0000\n$/,
    );
  });
});

const truthOfMemory = () => JSON.parse(readFileSync(`${X64}/expected/w10-memory.json`, 'utf8'));

describe.skipIf(!hasForged)('what the kernel tells (needs ../shared/corpus/forged)', () => {
  let console: Console;
  beforeAll(() => {
    console = new Console(`${X64}/w10-memory.dmp`, [`${CORPUS}/isf`]);
  });
  afterAll(() => console.close());

  test('!kuser has the ticks of the truth file', async () => {
    const truth = truthOfMemory();
    const [, ticks] = /TickCount: +[0-9a-f]+ \* ([0-9a-f]+) \(1 days 23:41:17\.\d+\)/.exec(
      await console.text('!kuser'),
    )!;
    expect(Number.parseInt(ticks!, 16)).toBe(truth.tick_count);
    expect(Math.floor((truth.tick_count * truth.time_increment) / 1e7)).toBe(86400 + 23 * 3600 + 41 * 60 + 17);
  });
  test('!analyze -show without a code is about the bug check of the dump', async () => {
    const { code, parameters } = console.session.target.bugcheck!;
    const asked = [code, ...parameters].map((value) => BigInt(value).toString(16)).join(' ');
    expect(await console.text('!analyze -show')).toBe(await console.text(`!analyze -show ${asked}`));
  });
  test('rdmsr of the system call entry is what the symbols call it', async () => {
    const [, value] = /^msr\[c0000082\] = ([0-9a-f`]{17}) \(nt!KiSystemCall64\)\n$/.exec(
      await console.text('rdmsr c0000082'),
    )!;
    expect(await console.text('x /0 nt!KiSystemCall64')).toContain(value);
    expect(await console.text('rdmsr 10')).toMatch(/no such register in a dump: msr 10/);
  });
  // CTL_CODE of winioctl.h: device type in the upper half, function from bit 2 on. 64-bit MASM extends such codes.
  test("!ioctldecode takes codes of a driver's own device type", async () => {
    const text = await console.text('!ioctldecode 9c402408');
    expect(text).toMatch(/^Unknown IOCTL {2}: 0x9c402408$/m);
    expect(text).toMatch(/^Device Type {4}: 0x9c40$/m);
    expect(text).toMatch(/^Function {7}: 0x902$/m);
    expect(await console.text('!ioctldecode 19c402408')).toMatch(/has 32 bits/);
  });
  test('!search near the ends of the address space looks no further than they are', async () => {
    expect(await console.text('!search 10 ffff 0 1')).toMatch(/for \[0{16} - 000000000001000F\]/);
  });
  test('!dml_proc has the processes of the truth file, with links', async () => {
    const [outcome] = await console.run('!dml_proc');
    const rows = outcome!.text.split('\n').slice(1, -1);
    const listed = truthOfMemory().processes.filter(({ pid }: { pid: number }) => pid !== 0);
    expect(rows.map((row) => Number.parseInt(row.split(/ +/)[1]!, 16)).sort()).toEqual(
      listed.map(({ pid }: { pid: number }) => pid).sort(),
    );
    expect(JSON.stringify(outcome!.links?.[0])).toMatch(/"!process [0-9a-f]{16} 7"/);
  });
});

describe.skipIf(!hasForged)('a dump of Windows Server 2003 (needs ../shared/corpus/forged)', () => {
  let console: Console;
  beforeAll(() => {
    console = new Console(`${X86}/w2003-locks.dmp`, [`${X86}/symbols`]);
  });
  afterAll(() => console.close());

  test('!irpfind by the thread of an IRP, and by one that has none', async () => {
    const all = await console.text('!irpfind');
    const [, irp, thread] = /^([0-9a-f]{8}) Thread ([0-9a-f]{8}) /m.exec(all)!;
    expect(await console.text(`!irpfind 0 0 thread ${thread}`)).toBe(all);
    expect(await console.text(`!irpfind -v 0 0 thread ${irp}`)).toMatch(/\n0 IRPs found\n$/);
    expect(await console.text(`!irpfind 0 0 colour ${irp}`)).toMatch(/Syntax error/);
  });
  // llvm-pdbutil says of these publics: flags = none in section 3, flags = function in section 1.
  test('public symbols of data are no functions', async () => {
    expect((await console.text('x nt!KeBugCheck*')).replace(/^\w+ +/gm, '')).toBe(
      'nt!KeBugCheckEx (<no parameter info>)\nnt!KeBugCheckCallbackListHead = <no type information>\n',
    );
    expect(await console.text('x /1 /f nt!KeBugCheck*')).toBe('nt!KeBugCheckEx\n');
    expect(await console.text('x /1 /d nt!KeBugCheck*')).toBe('nt!KeBugCheckCallbackListHead\n');
    expect(await console.text('!for_each_function -m:nt -p:KeBugCheck* -c:.echo @#FunctionName')).toBe(
      'KeBugCheckEx\n',
    );
  });
  // The search goes over the frames that the dump has; with PAE they lie beyond 4 GB too.
  test('physical addresses have more than 32 bits', async () => {
    const [, frame, offset] = /^(0011\w{4}) 00000(\w{3}) CCCCCCCC$/m.exec(
      await console.text('!search cccccccc 0 100000 120000'),
    )!;
    const at = `${frame!.slice(2)}${offset}`.toLowerCase();
    expect(await console.text(`!dd ${at} L1`)).toBe(`#${at} cccccccc\n`);
    expect(await console.text(`dd /p ${at} L1`)).toBe(`00000001\`${at.slice(1)}  cccccccc\n`);
    expect(await console.text(`? $pdwo(${at})`)).toMatch(/= cccccccc$/m);
  });
  // The flat segments of 32-bit Windows: kernel code 8 and data 10, user code 1b and data 23.
  test('dg shows the selectors that Windows uses', async () => {
    const row = async (selector: string) => (await console.text(`dg ${selector}`)).split('\n').at(-2);
    expect(await row('8')).toBe('0008 00000000 ffffffff Code RE Ac 0 Bg Pg P  Nl 00000c9b');
    expect(await row('10')).toBe('0010 00000000 ffffffff Data RW Ac 0 Bg Pg P  Nl 00000c93');
    expect(await row('1b')).toBe('001b 00000000 ffffffff Code RE Ac 3 Bg Pg P  Nl 00000cfb');
    expect(await row('23')).toBe('0023 00000000 ffffffff Data RW Ac 3 Bg Pg P  Nl 00000cf3');
  });
  test('.process /i enters the process at once, and says so', async () => {
    const own = (await console.text('? @$proc')).match(/[0-9a-f]{8}$/m)![0];
    expect(await console.text(`.process /i ${own}`)).toBe(
      `Implicit process is now ${own}\nThere is nothing to let run in a dump: the process is entered at once\n`,
    );
  });
});

const CPP = `${CORPUS}/made/msvcex-x64-f2.dmp`;
describe.skipIf(!existsSync(CPP))('a C++ exception (needs ../shared/corpus/made)', () => {
  let console: Console;
  beforeAll(() => {
    console = new Console(CPP, [`${CORPUS}/made`]);
  });
  afterAll(() => console.close());
  test('!cppexr has the types that the program throws', async () => {
    expect(await console.text('!cppexr')).toMatch(
      /e06d7363 .*\n[\s\S]*Type {12}: probe::BadThing\n {2}caught also as {2}: probe::Error\n/,
    );
    expect(await console.text('!cppexr @$csp')).toMatch(/no C\+\+ exception \(e06d7363\)|not in the dump/);
  });
});
