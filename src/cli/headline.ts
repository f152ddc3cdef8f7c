import type { Analysis } from '../analysis/report.ts';

const KINDS: Record<string, string> = {
  'user-minidump': 'Process minidump',
  'user-full-dump': 'Process dump with full memory',
  'kernel-triage-dump': 'Small kernel memory dump (triage)',
  'kernel-dump': 'Kernel memory dump',
  'complete-dump': 'Complete memory dump',
  'debugger-log': "Debugger's log",
};

/** What the file is, in one line. */
export function sourceLine({ theCase: { source, transcript } }: Analysis): string {
  const size =
    source.size >= 1 << 20
      ? `${(source.size / (1 << 20)).toFixed(1)} MB`
      : source.size >= 1024
        ? `${Math.round(source.size / 1024)} KB`
        : `${source.size} bytes`;
  const detail = transcript
    ? `${transcript.sections.filter((section) => section.prompt !== null).length} commands, ${transcript.encoding}`
    : source.dumpType === null
      ? source.format
      : `${source.format} type ${source.dumpType}`;
  return `${KINDS[source.kind] ?? source.kind}, ${detail}, ${size}`;
}

/** The machine, in one line; null when nothing is known of it. */
export function systemLine({ system }: Analysis): string | null {
  if (!system) return null;
  // The minidumps of other systems put their patch level there, which the version has already.
  const build =
    system.build === null || (system.os !== null && !system.os.startsWith('Windows'))
      ? null
      : `build ${system.build}${system.revision === null ? '' : `.${system.revision}`}`;
  const parts = [
    [system.os, system.servicePack].filter(Boolean).join(' '),
    build,
    system.architecture,
    system.processors === null ? null : `${system.processors} ${system.processors === 1 ? 'processor' : 'processors'}`,
    system.product && system.product !== 'Workstation' ? system.product : null,
    system.suites.length > 0 ? `suites ${system.suites.join(' ')}` : null,
    system.bootOptions.length > 0 ? `boot options ${system.bootOptions.join(' ')}` : null,
    system.buildLab,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : null;
}

/** When it was taken and how long things had been up; null when neither is known. */
export function timeLine({ system }: Analysis): string | null {
  if (!system) return null;
  const parts = [
    system.capturedAt ? `taken ${system.capturedAt.replace('T', ' ').replace('Z', ' UTC')}` : null,
    system.uptimeSeconds === null ? null : `system up ${duration(system.uptimeSeconds)}`,
    system.processUptimeSeconds === null ? null : `process up ${duration(system.processUptimeSeconds)}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : null;
}

/** `6 d 17:14:45`, as people read it. */
export function duration(seconds: number): string {
  const whole = Math.floor(seconds);
  const days = Math.floor(whole / 86_400);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${Math.floor((whole % 86_400) / 3600)}:${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return days > 0 ? `${days} d ${clock}` : clock;
}
