import { parseClockTime, parseDuration } from './clock.ts';
import { parseAddress } from './symbol-text.ts';
import type { Located } from './transcript.ts';

/** What `vertarget` and the opening banner say about one target. Null and empty: the log does not say. */
export interface BannerText {
  readonly os: Located<string> | null;
  readonly build: Located<number> | null;
  readonly revision: Located<number> | null;
  readonly servicePack: Located<string> | null;
  /** `x86`, `x64`, `arm64`, `arm`, `ia64`. */
  readonly architecture: Located<string> | null;
  readonly processors: Located<number> | null;
  readonly multiprocessor: boolean | null;
  readonly checked: boolean | null;
  readonly product: Located<string> | null;
  readonly suites: Located<readonly string[]> | null;
  readonly buildLab: Located<string> | null;
  readonly machineName: Located<string> | null;
  readonly kernelBase: Located<bigint> | null;
  readonly loadedModuleList: Located<bigint> | null;
  readonly sessionTime: Located<string> | null;
  /** False when the session time came without a zone. */
  readonly sessionTimeHasZone: boolean;
  readonly uptimeSeconds: Located<number> | null;
  readonly processUptimeSeconds: Located<number> | null;
  /** Describes a kernel (`Kernel Version`, `Kernel base`) or a process; null when neither is said. */
  readonly mode: 'kernel' | 'user' | null;
}

/** The lines about the dump file that was opened. */
export interface DumpFileText {
  readonly path: Located<string> | null;
  /** `Mini Kernel Dump File: Only registers and stack trace are available`, verbatim. */
  readonly kind: Located<string> | null;
  readonly mode: 'kernel' | 'user' | null;
  readonly comments: readonly Located<string>[];
  /** Path of the debugger's symbols, as printed. */
  readonly symbolPath: Located<string> | null;
  readonly debuggerVersion: Located<string> | null;
  readonly live: Located<string> | null;
}

const ARCHITECTURES: readonly (readonly [RegExp, string])[] = [
  [/\bARM ?64|\baarch64/i, 'arm64'],
  [/\bARM\b/i, 'arm'],
  [/\bx64\b|\bAMD64\b/i, 'x64'],
  [/\bIA64\b|\bItanium/i, 'ia64'],
  [/\bx86\b|\bi386\b/i, 'x86'],
];
const VERSION =
  /^\s*((?:Microsoft )?Windows\b.*?)\s+(?:(Kernel) )?Version\s+(?:(\d+)\.(\d+)(?:\s+\(?build |\.))?(\d{3,5})(?:\.(\d+))?((?:\s|\().*)?$/i;

/** Every target described, in the order met: a log of several sessions describes several. */
export function readBanners(lines: readonly string[]): readonly BannerText[] {
  const banners: BannerText[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]!.includes('Version') || !VERSION.test(lines[i]!)) continue;
    banners.push(readBanner(lines, i));
  }
  if (banners.length > 0) return banners;
  // A pasted tail of a banner still tells the time and the kernel's base.
  const start = lines.findIndex((line) => /^\s*(?:Kernel base = |Debug session time: |System Uptime: )/.test(line));
  return start < 0 ? [] : [readBanner(lines, start)];
}

type Writable = { -readonly [K in keyof BannerText]: BannerText[K] };
const MOST_LINES = 24;

function readBanner(lines: readonly string[], start: number): BannerText {
  const banner: Writable = {
    os: null,
    build: null,
    revision: null,
    servicePack: null,
    architecture: null,
    processors: null,
    multiprocessor: null,
    checked: null,
    product: null,
    suites: null,
    buildLab: null,
    machineName: null,
    kernelBase: null,
    loadedModuleList: null,
    sessionTime: null,
    sessionTimeHasZone: false,
    uptimeSeconds: null,
    processUptimeSeconds: null,
    mode: null,
  };
  versionLine(lines[start]!, start, banner);
  const end = Math.min(lines.length, start + MOST_LINES);
  for (let line = start; line < end; line++) {
    const text = lines[line]!;
    if (line > start && VERSION.test(text)) break;
    detailLine(text, line, banner);
  }
  return banner;
}

function versionLine(text: string, line: number, banner: Writable): void {
  const found = VERSION.exec(text);
  if (!found) return;
  const tail = found[7] ?? '';
  banner.os = { value: found[1]!.replace(/^Microsoft /, '').trim(), line };
  banner.build = { value: Number(found[5]), line };
  if (found[6] !== undefined) banner.revision = { value: Number(found[6]), line };
  const pack = /\((?:Service Pack|SP) (\d+[^)]*)\)/i.exec(tail) ?? /\bService Pack (\d+)/i.exec(tail);
  if (pack) banner.servicePack = { value: `Service Pack ${pack[1]}`, line };
  for (const [pattern, architecture] of ARCHITECTURES) {
    if (!pattern.test(tail)) continue;
    banner.architecture = { value: architecture, line };
    break;
  }
  const processors = /\bMP \((\d{1,4}) procs?\)/.exec(tail);
  if (processors) banner.processors = { value: Number(processors[1]), line };
  else if (/\bUP\b/.test(tail)) banner.processors = { value: 1, line };
  banner.multiprocessor = /\bMP\b/.test(tail) ? true : /\bUP\b/.test(tail) ? false : null;
  banner.checked = /\bChecked\b/.test(tail) ? true : /\bFree\b/.test(tail) ? false : null;
  if (found[2]) banner.mode = 'kernel';
}

function detailLine(text: string, line: number, banner: Writable): void {
  const field = (pattern: RegExp): string | null => pattern.exec(text)?.[1]?.trim() ?? null;
  const product = /^\s*Product: ?([^,]*?)(?:, suite: ?(.*))?$/.exec(text);
  if (product && !banner.product) {
    banner.product = { value: product[1]!.trim(), line };
    if (product[2] !== undefined)
      banner.suites = {
        value: product[2]
          .trim()
          .split(/\s+/)
          .filter((suite) => suite !== ''),
        line,
      };
  }
  const lab = field(/^\s*(?:Built by|Edition build lab):\s*(\S.*)$/);
  if (lab && !banner.buildLab) {
    banner.buildLab = { value: lab, line };
    // `19041.1.amd64fre.vb_release...`: the second number is the lab's, equal to the revision only of serviced kernels.
    const revision = /^(\d{4,5})\.(\d+)\.[a-z0-9]+(?:fre|chk)\./i.exec(lab);
    if (revision && !banner.revision && Number(revision[1]) === banner.build?.value && Number(revision[2]) > 1) {
      banner.revision = { value: Number(revision[2]), line };
    }
    if (!banner.architecture) {
      const architecture = /\.(amd64|x86|arm64|arm|ia64)(?:fre|chk)\./i.exec(lab)?.[1]?.toLowerCase();
      if (architecture) banner.architecture = { value: architecture === 'amd64' ? 'x64' : architecture, line };
    }
  }
  const name = /^\s*Machine Name:\s*"?([^"]*)"?\s*$/.exec(text) ?? /^\s*Computer Name:\s+(.*)$/.exec(text);
  if (name && !banner.machineName && name[1]!.trim() !== '' && name[1]!.trim() !== 'Not Found')
    banner.machineName = { value: name[1]!.trim(), line };
  const base = /^\s*Kernel base = (0x[0-9a-f`]+)(?:\s+PsLoadedModuleList = (0x[0-9a-f`]+))?/i.exec(text);
  if (base && !banner.kernelBase) {
    const [kernelBase, list] = [parseAddress(base[1]!), base[2] === undefined ? null : parseAddress(base[2])];
    if (kernelBase !== null) banner.kernelBase = { value: kernelBase, line };
    if (list !== null) banner.loadedModuleList = { value: list, line };
    banner.mode ??= 'kernel';
  }
  const time = field(/^\s*Debug session time:\s*(.*)$/);
  if (time && !banner.sessionTime) {
    const clock = parseClockTime(time);
    // Without a zone the time is the debugger's local time, so it is given without one.
    if (clock) banner.sessionTime = { value: clock.hasZone ? clock.iso : clock.iso.replace('Z', ''), line };
    banner.sessionTimeHasZone = clock?.hasZone ?? false;
  }
  const uptime = field(/^\s*System Uptime:\s*(.*)$/);
  if (uptime && !banner.uptimeSeconds) {
    const seconds = parseDuration(uptime);
    if (seconds !== null) banner.uptimeSeconds = { value: seconds, line };
  }
  const process = field(/^\s*Process Uptime:\s*(.*)$/);
  if (process && !banner.processUptimeSeconds) {
    const seconds = parseDuration(process);
    if (seconds !== null) banner.processUptimeSeconds = { value: seconds, line };
    banner.mode ??= 'user';
  }
}

const KIND =
  /^\s*((?:Mini |Small |Full |Complete |Active |Automatic )?(?:Kernel|User)(?: Mini| Summary| Bitmap| Complete| Full| Active| Automatic| Triage)*\s?Dump(?: File)?\b.*|User Mini Dump File\b.*|Mini Kernel Dump File\b.*|Kernel (?:Summary|Bitmap|Complete|Full) Dump File\b.*|Kernel Complete Dump File\b.*)$/;

/** What the log says of the dump that it was made from, or null when it says nothing. */
export function readDumpFile(lines: readonly string[]): DumpFileText | null {
  let path: Located<string> | null = null;
  let kind: Located<string> | null = null;
  let symbolPath: Located<string> | null = null;
  let debuggerVersion: Located<string> | null = null;
  let live: Located<string> | null = null;
  const comments: Located<string>[] = [];
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line]!;
    if (
      !/^\s*(?:Loading Dump|Comment:|Symbol search|Microsoft \(R\)|Connected to|Mini |User |Kernel |Full |Small |Complete |Active |Automatic |[*]{3} wait|CommandLine)/.test(
        text,
      )
    )
      continue;
    path ??= located(/^\s*Loading Dump File \[(.*?)\]/, text, line);
    if (text.includes('Dump')) kind ??= located(KIND, text, line);
    symbolPath ??= located(/^\s*Symbol search path is:\s*(.*\S)/, text, line);
    debuggerVersion ??= located(/^\s*Microsoft \(R\) Windows Debugger\s+Version (.*\S)/, text, line);
    live ??= located(/^\s*(Connected to (?:Windows|eXDI).*|\*\*\* wait with pending attach)/, text, line);
    const comment = /^\s*Comment: '(.*)$/.exec(text);
    if (comment) comments.push({ value: quoted(lines, line, comment[1]!), line });
  }
  if (!path && !kind && !symbolPath && !debuggerVersion && !live && comments.length === 0) return null;
  const mode = kind ? (/User/.test(kind.value) ? 'user' : 'kernel') : null;
  return { path, kind, mode, comments, symbolPath, debuggerVersion, live };
}

function located(pattern: RegExp, text: string, line: number): Located<string> | null {
  const value = pattern.exec(text)?.[1];
  return value === undefined ? null : { value: value.trim(), line };
}

/** A quoted comment may span lines; it ends with a quote at the end of a line. */
function quoted(lines: readonly string[], start: number, first: string): string {
  const parts = [first];
  for (let i = start; !parts.at(-1)!.trimEnd().endsWith("'"); ) {
    const next = lines[++i];
    if (next === undefined || i > start + 30 || next.trim() === '') break;
    parts.push(next);
  }
  return parts.join('\n').trimEnd().replace(/'$/, '');
}
