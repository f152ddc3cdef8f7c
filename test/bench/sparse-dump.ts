import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { SynthMachine, synthHeader } from '../synth/kernel-dump-writer.ts';
import { synthKernel } from '../synth/kernel-scene.ts';

const PAGE = 0x1000;

/**
 * Writes a bitmap kernel dump of a machine whose every page up to `size` bytes is claimed to be in the file, with a
 * small kernel in its first pages; the rest of the file is a hole that takes no room on disk.
 */
export function writeSparseDump(path: string, size: number): void {
  const machine = new SynthMachine('x64');
  const { header: fields } = synthKernel(machine);
  const pages = Math.floor(size / PAGE);
  const header = synthHeader(64, {
    dumpType: 5,
    directoryTableBase: BigInt(machine.root * PAGE),
    ...fields,
  });
  const first = Math.ceil((header.length + 0x38 + pages / 8) / PAGE) * PAGE;
  const table = new Uint8Array(first - header.length).fill(0xff, 0x38, 0x38 + pages / 8);
  const view = new DataView(table.buffer);
  table.set(new TextEncoder().encode('FDMPDUMP'));
  view.setBigUint64(0x20, BigInt(first), true);
  view.setBigUint64(0x28, BigInt(pages), true);
  view.setBigUint64(0x30, BigInt(pages), true);
  const file = openSync(path, 'w');
  try {
    writeSync(file, header, 0, header.length, 0);
    writeSync(file, table, 0, table.length, header.length);
    // Every page is there, so page N lies at first + N pages.
    for (const [page, bytes] of machine.pages) writeSync(file, bytes, 0, PAGE, first + page * PAGE);
    ftruncateSync(file, first + pages * PAGE);
  } finally {
    closeSync(file);
  }
}
