import { hexTicked } from '../../bytes/hex.ts';
import { type Address, toAddress, toUnsigned } from '../../memory/space.ts';
import type { Disassembler, Flow, Instruction, MemoryOperand, Naming } from '../instruction.ts';

/** What is used of the Capstone engine; the host supplies it, as its WebAssembly is loaded asynchronously. */
export interface Capstone {
  disasm(
    data: Uint8Array,
    options: { readonly address: bigint; readonly count?: number },
  ): readonly { readonly size: number; readonly mnemonic: string; readonly opStr: string }[];
}

/** Larger calls crash the engine, which keeps the data on its stack. */
const MOST_BYTES = 16 << 10;
const CALL = 4096;

/** A disassembler of ARM64 that prints as WinDbg does: `stp fp,lr,[sp,#-0x20]!`. */
export function arm64Disassembler(capstone: Capstone): Disassembler {
  return {
    decode(bytes, address, most, name) {
      const out: Instruction[] = [];
      const code = bytes.length > MOST_BYTES ? bytes.subarray(0, MOST_BYTES) : bytes;
      let at = 0;
      while (out.length < most && at + 4 <= code.length) {
        const part = code.subarray(at, Math.min(code.length & ~3, at + CALL, at + (most - out.length) * 4));
        for (const { mnemonic, opStr } of disassemble(capstone, part, toUnsigned(address + at))) {
          out.push(describe(address + at, code.subarray(at, at + 4), mnemonic, opStr, name));
          at += 4;
        }
        // The engine stops at a word that is no instruction, and throws when it is the first one.
        if (out.length < most && at + 4 <= code.length && part.length > 0) {
          const done = at - (part.byteOffset - code.byteOffset);
          if (done < part.length) {
            out.push(invalid(address + at, code.subarray(at, at + 4)));
            at += 4;
          }
        }
      }
      return out;
    },
  };
}

function disassemble(capstone: Capstone, bytes: Uint8Array, address: bigint) {
  try {
    return capstone.disasm(bytes, { address });
  } catch {
    return [];
  }
}

function invalid(address: Address, bytes: Uint8Array): Instruction {
  return { address, bytes, mnemonic: '???', operands: '', flow: 'stop', target: null, memory: null, valid: false };
}

const CONDITIONAL = /^(?:b\.\w\w|bc\.\w\w|cbn?z|tbn?z)$/;

function flowOf(mnemonic: string): Flow {
  if (mnemonic === 'b') return 'branch';
  if (CONDITIONAL.test(mnemonic)) return 'conditional';
  if (mnemonic === 'bl') return 'call';
  if (/^blr/.test(mnemonic)) return 'indirect-call';
  if (/^br(?:a|b|aa|ab|az|abz)*$/.test(mnemonic) && mnemonic !== 'brk' && mnemonic !== 'brb') return 'indirect-branch';
  if (/^(?:ret|eret)/.test(mnemonic)) return 'return';
  if (mnemonic === 'svc' || mnemonic === 'hvc' || mnemonic === 'smc' || mnemonic === 'brk') return 'interrupt';
  return mnemonic === 'udf' || mnemonic === 'hlt' ? 'stop' : 'next';
}

function describe(address: Address, bytes: Uint8Array, mnemonic: string, text: string, name?: Naming): Instruction {
  const flow = flowOf(mnemonic);
  const direct = flow === 'branch' || flow === 'conditional' || flow === 'call';
  // adr and adrp and literal loads name a place too.
  const names =
    direct || mnemonic === 'adr' || mnemonic === 'adrp' || (mnemonic.startsWith('ldr') && !text.includes('['));
  const last = names ? /#0x([0-9a-f]+)$/.exec(text) : null;
  const place = last ? toAddress(BigInt(`0x${last[1]}`)) : null;
  let operands = scratch(registers(text)).replace(/, /g, ',');
  if (place !== null && last) {
    const symbol = name?.(place) ?? null;
    const plain = hexTicked(place);
    operands = `${operands.slice(0, operands.length - last[0].length)}${symbol ? `${symbol} (${plain})` : plain}`;
  }
  return {
    address,
    bytes,
    mnemonic: mnemonic.replace(/^b\./, 'b'),
    operands,
    flow,
    target: direct ? place : null,
    memory: memoryOf(mnemonic, text, direct ? null : place),
    valid: true,
  };
}

/** WinDbg's names of the frame pointer and the link register. */
function registers(text: string): string {
  return text.replace(/\bx29\b/g, 'fp').replace(/\bx30\b/g, 'lr');
}

/** WinDbg's names of the registers that Windows sets aside: x16 and x17 for calls between images, x18 for the platform. */
function scratch(text: string): string {
  return text.replace(
    /\b([xw])(1[678])\b/g,
    (_, size, number) => `${size}${{ 16: 'ip0', 17: 'ip1', 18: 'pr' }[number as 16]}`,
  );
}

function memoryOf(mnemonic: string, text: string, literal: Address | null): MemoryOperand | null {
  if (!/^(?:ld|st|prfm|cas|swp)/.test(mnemonic)) return null;
  const size = sizeOf(mnemonic, text);
  const none = { base: null, index: null, scale: 1, displacement: 0n, absolute: null, segment: null, size };
  if (literal !== null) return { ...none, absolute: literal };
  const found = /\[(\w+)(?:, (?:#(-?)(0x[0-9a-f]+|\d+)|(\w+)(?:, \w+ ?(?:#(\d+))?)?))?\]/.exec(text);
  if (!found) return null;
  const [, base = '', minus, number, index, shift] = found;
  const displacement = number === undefined ? 0n : BigInt(number) * (minus ? -1n : 1n);
  const isWord = index?.startsWith('w') ?? false;
  return {
    ...none,
    base: registers(base),
    index: index === undefined ? null : registers(isWord ? `x${index.slice(1)}` : index),
    scale: 2 ** Number(shift ?? 0),
    displacement,
  };
}

function sizeOf(mnemonic: string, text: string): number {
  if (mnemonic.startsWith('prfm')) return 0;
  if (/^(?:ld|st|swp|cas)\w*b$/.test(mnemonic)) return 1;
  if (/^(?:ld|st|swp|cas)\w*h$/.test(mnemonic)) return 2;
  if (/^ld\w*sw$/.test(mnemonic)) return 4;
  const each = { x: 8, w: 4, q: 16, d: 8, s: 4, h: 2, b: 1, f: 8, l: 8 }[text[0] ?? ''] ?? 0;
  return /^(?:ldp|stp|ldnp|stnp|ldxp|stxp|ldaxp|stlxp)/.test(mnemonic) ? each * 2 : each;
}
