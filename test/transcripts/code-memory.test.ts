import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Console } from './console.ts';
import { enterProcess, type TruthModule } from './process-view.ts';

const FORGED = resolve(import.meta.dirname, '../../../shared/corpus/forged/x86');
const SYMBOLS = `${FORGED}/symbols`;
const needs = existsSync(FORGED) ? '' : ' (needs ../shared/corpus/forged/x86)';

/** Published transcripts lost runs of blanks, trailing ones and empty lines without a label. */
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
const expected = (name: string) => lines(readFileSync(`${FORGED}/expected/${name}.txt`, 'utf8'));

const open: Console[] = [];
afterAll(() => {
  for (const one of open) one.close();
});
function console(dump: string, folders = [SYMBOLS]): Console {
  const made = new Console(`${FORGED}/${dump}.dmp`, folders);
  open.push(made);
  return made;
}

/** svchost's address space in the system-call dump. */
function service(folders = [SYMBOLS]): Console {
  const made = console('xp-syscall', folders);
  const truth = JSON.parse(readFileSync(`${FORGED}/expected/xp-syscall.json`, 'utf8'));
  const process = truth.processes.find((one: { addr: string }) => one.addr === '82ff7da0');
  enterProcess(made, process.dirbase, truth.pae, process.modules as TruthModule[]);
  return made;
}

describe.skipIf(needs !== '')(`2008 transcripts of code and memory${needs}`, () => {
  test.each([
    ['.asm no_code_bytes; u 80540875', 'xp-syscall.u_80540875'],
    ['.asm no_code_bytes; u 80540983 l2', 'xp-syscall.u_80540983_l2'],
    ['.asm no_code_bytes; ub 8054086c', 'xp-syscall.ub_8054086c'],
  ])('%s', async (line, name) => {
    const [, ...rest] = await console('xp-syscall').run(line);
    expect(rest.flatMap(({ text }) => lines(text))).toEqual(expected(name));
  });

  test.each([
    ['u 7c91e399 l1', 'xp-syscall.u_7c91e399_l1'],
    ['uf ntdll!KiFastSystemCall', 'xp-syscall.uf_ntdll_KiFastSystemCall'],
    ['uf ntdll!NtReplyWaitReceivePortEx', 'xp-syscall.uf_ntdll_NtReplyWaitReceivePortEx'],
  ])('%s in the process', async (line, name) => {
    const debug = service();
    await debug.run('.asm no_code_bytes');
    expect(lines(await debug.text(line))).toEqual(expected(name));
  });

  test.each([
    ['ub 77e56703', 'xp-syscall.ub_77e56703'],
    ['dps 77e510b0 l1', 'xp-syscall.dps_77e510b0_l1'],
    ['dps 7ffe0300 l3', 'xp-syscall.dps_7ffe0300_l3'],
  ])('%s with code bytes', async (line, name) => {
    expect(lines(await service().text(line))).toEqual(expected(name));
  });

  test('ub of name and offset fails where OMAP scattered the function, of the return address it does not', async () => {
    const debug = service([`${FORGED}/symbols-omap`, SYMBOLS]);
    const failed = await debug.text('ub RPCRT4!LRPC_ADDRESS::ReceiveLotsaCalls+0xf4');
    expect(lines(failed)).toEqual(expected('xp-syscall.ub_RPCRT4_LRPC_ADDRESS_ReceiveLotsaCalls+0xf4.omap'));
    expect(lines(await debug.text('ub 77e56703'))).toEqual(expected('xp-syscall.ub_77e56703'));
  });

  test('uf of the spinning lock, block by block', async () => {
    const debug = console('xp-spin-kernel');
    await debug.run('.asm no_code_bytes');
    const [outcome] = await debug.run('uf hal!KeAcquireInStackQueuedSpinLock');
    expect(outcome!.text.trimEnd().split('\n')).toEqual(
      readFileSync(`${FORGED}/expected/xp-spin.uf_hal_KeAcquireInStackQueuedSpinLock.txt`, 'utf8')
        .trimEnd()
        .split('\n'),
    );
    // The loop: a block whose successor lies before it.
    const { blocks } = outcome!.data as { blocks: { start: bigint; next: bigint[] }[] };
    expect(blocks.filter(({ start, next }) => next.some((at) => at < start)).map(({ start }) => start)).toContain(
      0x806e4a35n,
    );
  });

  test('dyd of the lock', async () => {
    const text = await console('xp-spin-kernel').text('dyd a07be204 l1');
    expect(text.trimEnd().split('\n')).toEqual(
      readFileSync(`${FORGED}/expected/xp-spin.dyd_eax+4_l1.txt`, 'utf8').trimEnd().split('\n'),
    );
  });

  test.each(['888b8668', '88951bc8'])('dt _KTHREAD %s', async (address) => {
    const shown = lines(await console('w2003-suspended').text(`dt nt!_KTHREAD ${address}`));
    // The page left lines out, its debugger printed no `Void` behind untyped pointers, and the symbols of Windows call
    // the counts CHAR, which those of the forged dump call UCHAR.
    const plain = new Set(shown.map((line) => line.replace(/ Void$/, '').replace(/(Count +: )0x(?=\d '')/, '$1')));
    for (const line of expected(`w2003-suspended.dt__KTHREAD_${address}`).slice(1))
      if (line !== '...') expect(plain).toContain(line);
  });
});
