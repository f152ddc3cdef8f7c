import { toUnsigned } from '../memory/space.ts';
import { isUserMode } from '../target/target.ts';
import { dateText, spanText } from './clock-text.ts';
import { addressText } from './names.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** What `vertarget` and `.time` print. Null is unknown; times in UTC. */
export interface VersionView {
  readonly kernel: boolean;
  readonly pointerSize: 4 | 8;
  readonly platform: string;
  readonly os: string | null;
  readonly build: number | null;
  readonly servicePack: string | null;
  readonly processors: number | null;
  readonly architecture: string;
  readonly product: string | null;
  readonly suites: readonly string[];
  readonly buildLab: string | null;
  readonly kernelBase: bigint | null;
  readonly loadedModuleList: bigint | null;
  readonly capturedAt: string | null;
  readonly uptimeSeconds: number | null;
  readonly processUptimeSeconds: number | null;
  readonly processKernelSeconds: number | null;
  readonly processUserSeconds: number | null;
}

export function viewVersion(session: Session): VersionView {
  const { target } = session;
  const { system } = target;
  const of = (value: number | null) => (value === null ? null : toUnsigned(value));
  return {
    kernel: !isUserMode(target),
    pointerSize: target.pointerSize,
    platform: system.platform,
    os: system.os,
    build: system.build,
    servicePack: system.servicePack,
    processors: system.processors,
    architecture: system.architecture,
    product: system.product,
    suites: system.suites,
    buildLab: system.buildLab,
    kernelBase: of(system.kernelBase),
    loadedModuleList: of(system.loadedModuleList),
    capturedAt: system.capturedAt,
    uptimeSeconds: system.uptimeSeconds,
    processUptimeSeconds: system.processUptimeSeconds,
    processKernelSeconds: system.processKernelSeconds ?? null,
    processUserSeconds: system.processUserSeconds ?? null,
  };
}

const MACHINES: Readonly<Record<string, string>> = { x86: 'x86 compatible', arm64: 'ARM 64-bit (AArch64)', arm: 'ARM' };
const PRODUCTS: Readonly<Record<string, string>> = {
  Workstation: 'WinNt',
  Server: 'Server',
  DomainController: 'LanManNt',
};
/** Windows 10 1809: since then debuggers name the edition build lab. */
const EDITION_LAB_BUILD = 17763;
/** Windows Vista: before, debuggers printed the zone as GMT. */
const VISTA_BUILD = 6000;

/** The lines of `vertarget`; a line whose value is unknown is left out. */
export function writeVersion(text: Text, view: VersionView): void {
  const pack = view.servicePack ? ` (${view.servicePack})` : '';
  const procs = view.processors === null ? '' : view.processors === 1 ? ' UP' : ` MP (${view.processors} procs)`;
  const machine = MACHINES[view.architecture] ?? view.architecture;
  const name = view.os ?? (view.platform === 'windows' ? 'Windows' : view.platform);
  const version = view.build === null ? '' : ` Version ${view.build}`;
  text.line(`${name}${view.kernel ? ' Kernel' : ''}${version}${pack}${procs} Free ${machine}`);
  if (view.product !== null) {
    const suites = view.suites.length > 0 ? `, suite: ${view.suites.join(' ')}` : '';
    text.line(`Product: ${PRODUCTS[view.product] ?? view.product}${suites}`);
  }
  if (view.buildLab !== null)
    text.line(`${(view.build ?? 0) >= EDITION_LAB_BUILD ? 'Edition build lab' : 'Built by'}: ${view.buildLab}`);
  if (view.kernelBase !== null) {
    const address = (value: bigint | null) => (value === null ? '?' : `0x${addressText(value, view.pointerSize)}`);
    text.line(`Kernel base = ${address(view.kernelBase)} PsLoadedModuleList = ${address(view.loadedModuleList)}`);
  }
  writeTimes(text, view);
}

/** The lines of `.time`. */
export function writeTimes(text: Text, view: VersionView): void {
  if (view.capturedAt !== null) {
    const zone = (view.build ?? VISTA_BUILD) < VISTA_BUILD ? '(GMT+0)' : '(UTC + 0:00)';
    text.line(`Debug session time: ${dateText(new Date(view.capturedAt))} ${zone}`);
  }
  text.line(`System Uptime: ${view.uptimeSeconds === null ? 'not available' : spanText(view.uptimeSeconds)}`);
  if (view.kernel) return;
  const span = (seconds: number | null) => (seconds === null ? 'not available' : spanText(seconds));
  text.line(`Process Uptime: ${span(view.processUptimeSeconds)}`);
  if (view.processKernelSeconds !== null) text.line(`  Kernel time: ${span(view.processKernelSeconds)}`);
  if (view.processUserSeconds !== null) text.line(`  User time: ${span(view.processUserSeconds)}`);
}
