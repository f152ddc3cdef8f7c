import { hex } from '../bytes/hex.ts';
import { decodeUtf8 } from '../bytes/text.ts';
import { hexBytes } from '../formats/minidump/code-view.ts';
import type { CrashpadAnnotation } from '../formats/minidump/crashpad.ts';
import type { Minidump } from '../formats/minidump/minidump.ts';
import { StreamType } from '../formats/minidump/stream-type.ts';
import { linuxFields } from '../formats/minidump/text-streams.ts';
import type { Module } from './target.ts';

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** MDAssertionInfoData of Breakpad's minidump_format.h. */
const ASSERTION_TYPES: readonly (string | undefined)[] = [undefined, 'invalid parameter', 'pure virtual call'];

/** Annotation type 1 is a string; other types are the program's own and shown as hexadecimal. */
function annotationText({ type, value }: CrashpadAnnotation): string {
  return type === 1 ? decodeUtf8(value) : hexBytes(value.subarray(0, 256));
}

/**
 * What a crash reporter wrote about the process, by name: Crashpad's annotations under their own names (those of a
 * module after `name:`), Breakpad's assertion and the Linux texts under names of ours with a dot.
 */
export function minidumpAnnotations(minidump: Minidump, modules: readonly Module[]): Map<string, string> {
  const out = new Map<string, string>();
  const put = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined && value !== '' && !out.has(name)) out.set(name, value);
  };
  const assertion = minidump.assertionInfo;
  if (assertion) {
    put('assertion.type', ASSERTION_TYPES[assertion.type] ?? (assertion.type ? String(assertion.type) : null));
    put('assertion.expression', assertion.expression);
    put('assertion.function', assertion.function);
    put('assertion.file', assertion.file);
    put('assertion.line', assertion.line ? String(assertion.line) : null);
  }
  const crashpad = minidump.crashpadInfo;
  if (crashpad) {
    put('crashpad.reportId', crashpad.reportId === NO_ID ? null : crashpad.reportId);
    put('crashpad.clientId', crashpad.clientId === NO_ID ? null : crashpad.clientId);
    for (const [name, value] of crashpad.simpleAnnotations) put(name, value);
    for (const module of crashpad.modules) {
      const path = minidump.modules?.[module.moduleIndex]?.record.BaseOfImage;
      const owner = modules.find(({ base }) => path !== undefined && BigInt.asUintN(64, BigInt(base)) === path);
      const prefix = `${owner?.imageName || `module ${module.moduleIndex}`}:`;
      for (const [name, value] of module.simpleAnnotations) put(prefix + name, value);
      for (const object of module.annotationObjects) put(prefix + object.name, annotationText(object));
      put(`${prefix}list`, module.listAnnotations.join('\n'));
    }
  }
  put('linux.commandLine', minidump.linuxText(StreamType.LinuxCmdLine)?.replaceAll('\n', ' '));
  const release = minidump.linuxText(StreamType.LinuxLsbRelease);
  if (release) {
    const fields = linuxFields(release);
    put('linux.distribution', fields.get('PRETTY_NAME') ?? fields.get('DISTRIB_DESCRIPTION'));
  }
  const misc = minidump.miscInfo;
  put('dump.writer', misc?.debuggerBuildString);
  put('process.integrityLevel', misc?.integrityLevel ? hex(misc.integrityLevel) : null);
  return out;
}
