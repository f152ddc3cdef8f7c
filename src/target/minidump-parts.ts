import { hex } from '../bytes/hex.ts';
import { minidumpTypeNames } from '../formats/minidump/header.ts';
import type { Minidump, MinidumpStream } from '../formats/minidump/minidump.ts';
import { StreamType } from '../formats/minidump/stream-type.ts';
import type { RawPart, TargetException, TargetSystem } from './target.ts';

function counted(list: readonly unknown[] | null, noun: string): string | null {
  return list && `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
}

function memorySummary(ranges: readonly { readonly size: number }[] | null): string | null {
  return ranges && `${counted(ranges, 'range')}, ${ranges.reduce((sum, range) => sum + range.size, 0)} bytes claimed`;
}

function exceptionSummary(exception: TargetException | null): string | null {
  if (!exception) return null;
  const parameters = exception.parameters.map(hex).join(', ');
  const where = `code ${hex(exception.code)} at ${hex(exception.address)}`;
  return `${where} on thread ${exception.threadId}${parameters && `, parameters ${parameters}`}`;
}

function systemSummary(system: TargetSystem): string {
  const version = [system.majorVersion, system.minorVersion, system.build].filter((part) => part !== null).join('.');
  const parts = [system.os, version, system.servicePack, system.architecture, system.product];
  return `${parts.filter(Boolean).join(', ')}, ${system.processors ?? '?'} processors`;
}

function miscSummary(minidump: Minidump): string | null {
  const misc = minidump.miscInfo;
  if (!misc) return null;
  const parts = [`generation ${misc.generation}`];
  if (misc.processId !== null) parts.push(`process ${misc.processId}`);
  if (misc.buildString !== null) parts.push(`build ${misc.buildString}`);
  return parts.join(', ');
}

function textSummary(text: string | null): string | null {
  return text === null ? null : `${text.length} characters: ${JSON.stringify(text.slice(0, 60))}`;
}

function summaryOf(
  minidump: Minidump,
  { type }: MinidumpStream,
  system: TargetSystem,
  exception: TargetException | null,
  pointerSize: 4 | 8,
): string | null {
  switch (type) {
    case StreamType.ThreadListStream:
      return counted(minidump.threads, 'thread');
    case StreamType.ThreadExListStream:
      return counted(minidump.threadsEx, 'thread');
    case StreamType.ThreadInfoListStream:
      return counted(minidump.threadInfos, 'record');
    case StreamType.ThreadNamesStream:
      return minidump.threadNames && `${minidump.threadNames.size} names`;
    case StreamType.ModuleListStream:
      return counted(minidump.modules, 'module');
    case StreamType.UnloadedModuleListStream:
      return counted(minidump.unloadedModules, 'unloaded module');
    case StreamType.MemoryListStream:
      return memorySummary(minidump.memory);
    case StreamType.Memory64ListStream:
      return memorySummary(minidump.memory64);
    case StreamType.MemoryInfoListStream:
      return counted(minidump.memoryInfos, 'region');
    case StreamType.ExceptionStream:
      return exceptionSummary(exception);
    case StreamType.SystemInfoStream:
      return minidump.systemInfo && systemSummary(system);
    case StreamType.MiscInfoStream:
      return miscSummary(minidump);
    case StreamType.HandleDataStream:
      return counted(minidump.handles, 'handle');
    case StreamType.HandleOperationListStream:
      return counted(minidump.handleOperations, 'operation');
    case StreamType.FunctionTableStream:
      return counted(minidump.functionTables, 'table');
    case StreamType.TokenStream:
      return counted(minidump.tokens, 'token');
    case StreamType.ProcessVmCountersStream: {
      const counters = minidump.processVmCounters;
      return counters && `revision ${counters.revision}, working set ${counters.workingSetSize} bytes`;
    }
    case StreamType.SystemMemoryInfoStream: {
      const basic = minidump.systemMemoryInfo?.BasicInfo;
      return basic ? `${basic.NumberOfPhysicalPages} physical pages of ${basic.PageSize} bytes` : null;
    }
    case StreamType.CommentStreamA:
      return textSummary(minidump.commentA);
    case StreamType.CommentStreamW:
      return textSummary(minidump.commentW);
    case StreamType.BreakpadInfo: {
      const info = minidump.breakpadInfo;
      return (
        info &&
        `written by thread ${info.dumpThreadId ?? 'unknown'}, for thread ${info.requestingThreadId ?? 'unknown'}`
      );
    }
    case StreamType.AssertionInfo: {
      const info = minidump.assertionInfo;
      return info && textSummary(info.expression);
    }
    case StreamType.CrashpadInfo: {
      const info = minidump.crashpadInfo;
      return info && `${info.simpleAnnotations.size} annotations, ${info.modules.length} modules with their own`;
    }
    case StreamType.LinuxCpuInfo:
    case StreamType.LinuxProcStatus:
    case StreamType.LinuxLsbRelease:
    case StreamType.LinuxCmdLine:
    case StreamType.LinuxEnviron:
    case StreamType.LinuxMaps:
      return textSummary(minidump.linuxText(type));
    case StreamType.LinuxAuxv:
      return counted(minidump.auxiliaryVector(pointerSize), 'entrie')?.replace(/entrie$/, 'entry') ?? null;
    case StreamType.LinuxDsoDebug:
      return counted(minidump.dsoDebug(pointerSize), 'loaded object');
    default:
      return 'not decoded';
  }
}

/** The header, the directory and every stream, each with what it holds in one line. Text in summaries is raw. */
export function minidumpParts(
  minidump: Minidump,
  system: TargetSystem,
  exception: TargetException | null,
  pointerSize: 4 | 8,
): RawPart[] {
  const { header, streams } = minidump;
  const flags = minidumpTypeNames(header.Flags);
  const parts: RawPart[] = [
    {
      name: 'MINIDUMP_HEADER',
      type: null,
      offset: 0,
      size: 32,
      summary: `version ${hex(header.Version)}, flags ${hex(header.Flags)} ${flags.length ? flags.join(' ') : 'MiniDumpNormal'}`,
    },
    {
      name: 'MINIDUMP_DIRECTORY',
      type: null,
      offset: header.StreamDirectoryRva,
      size: header.NumberOfStreams * 12,
      summary: `${header.NumberOfStreams} entries, ${streams.length} streams`,
    },
  ];
  for (const stream of streams) {
    const first = minidump.stream(stream.type) === stream;
    const summary = !first
      ? 'a second stream of this type, not used'
      : (summaryOf(minidump, stream, system, exception, pointerSize) ?? 'unreadable');
    const cut = stream.available < stream.size ? `, cut after ${stream.available} bytes` : '';
    parts.push({
      name: stream.name,
      type: stream.type,
      offset: stream.offset,
      size: stream.size,
      summary: summary + cut,
    });
  }
  return parts;
}
