import { FormatError } from '../bytes/errors.ts';
import { type Problem, Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { decodeAscii } from '../bytes/text.ts';
import { openKernelTarget } from '../target/kernel-target.ts';
import { openMinidumpTarget } from '../target/minidump-target.ts';
import type { Target } from '../target/target.ts';
import { looksLikeTranscript } from '../transcript/detect.ts';
import { openTranscript } from '../transcript/open-transcript.ts';
import type { Case } from './case.ts';

const HEAD = 64 << 10;
/** Below this score a text has nothing of a debugger's log in it. */
const LOG_SCORE = 0.15;

/**
 * Opens what `source` holds, decided by content and never by name. Throws FormatError when it is neither a dump nor a
 * debugger's log; anything less is a problem of the Case.
 */
export function openCase(
  source: Source,
  path: string,
  before: readonly Problem[] = [],
  disassembler: Case['disassembler'] = () => null,
): Case {
  const head = source.read(0, HEAD);
  if (source.size === 0)
    throw new FormatError('file', 0, 'the file is empty: the dump was never written, or the copy failed');
  const signature = decodeAscii(head.subarray(0, 4));
  if (signature === 'MDMP') return dumpCase(openMinidumpTarget(source), path, before, disassembler);
  if (signature === 'PAGE') return dumpCase(openKernelTarget(source), path, before, disassembler);
  const known = nameOf(head);
  if (known) throw new FormatError('file', 0, known);
  if (looksLikeTranscript(head) >= LOG_SCORE) {
    const problems = new Problems();
    const transcript = openTranscript(source, problems);
    return {
      source: { path, kind: 'debugger-log', format: 'text', dumpType: null, size: source.size },
      target: null,
      transcript,
      symbols: new Map(),
      disassembler,
      problems: [...before, ...problems.list],
    };
  }
  throw new FormatError(
    'file',
    0,
    'this is neither a Windows memory dump (MDMP, PAGEDUMP, PAGEDU64) nor text with debugger output',
  );
}

function dumpCase(
  target: Target,
  path: string,
  problems: readonly Problem[],
  disassembler: Case['disassembler'],
): Case {
  return {
    source: { path, kind: target.kind, format: target.format, dumpType: target.dumpType, size: target.source.size },
    target,
    transcript: null,
    symbols: new Map(),
    disassembler,
    problems,
  };
}

/** Other formats that people mistake for dumps, with what to do; null when the bytes are none of them. */
function nameOf(head: Uint8Array): string | null {
  const text = decodeAscii(head.subarray(0, 16));
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x7f, 0x45, 0x4c, 0x46))
    return 'this is an ELF file (a Linux core dump or program), which memoretics does not read';
  if (/^(HIBR|hibr|WAKE|wake|RSTR|rstr)/.test(text))
    return 'this is a Windows hibernation file; convert it to a dump first';
  if (starts(0x4d, 0x5a)) return 'this is a Windows program (EXE, DLL or driver), not a dump';
  if (text.startsWith('Microsoft C/C++')) return 'this is a PDB symbol file; give it with --symbols';
  if (starts(0x45, 0x4d, 0x69, 0x4c)) return 'this is a LiME memory image without Windows crash-dump headers';
  if (starts(0xcf, 0xfa, 0xed, 0xfe) || starts(0xce, 0xfa, 0xed, 0xfe))
    return 'this is a Mach-O file (a macOS core dump or program)';
  if (starts(0x37, 0x7a, 0xbc, 0xaf)) return 'this is a 7-Zip archive; unpack it first';
  if (starts(0x52, 0x61, 0x72, 0x21)) return 'this is a RAR archive; unpack it first';
  if (text.startsWith('KDMP') || text.startsWith('VMSN'))
    return 'this is a virtual-machine snapshot; convert it to a Windows dump first';
  if (head.length > 0 && head.every((byte) => byte === 0))
    return `${head.length < HEAD ? 'the whole file is' : 'the first 64 KB are'} zeros: the dump was never written, or the disk lost it`;
  return null;
}
