import type { SystemSummary } from '../windows/summary.ts';
import type { BannerText } from './banner.ts';
import type { LogReading, Provenance } from './log-reading.ts';
import type { Located } from './transcript.ts';

/** The system by the log's first banner, or its fullest when that is a fragment, completed by what `!analyze` says of it. */
export function systemOf(reading: LogReading): {
  readonly value: SystemSummary | null;
  readonly where: Provenance | null;
} {
  const candidates = reading.banners;
  let best = candidates[0];
  // The first banner tells the target of the log; one that says nearly nothing is a fragment.
  if (best && count(best.value) < 4)
    for (const item of candidates) if (count(item.value) > count(best.value)) best = item;
  const banner = best?.value ?? null;
  const tags = reading.analyses.map(({ value }) => value.tags);
  const tag = (name: string): string | null =>
    tags.map((item) => item.get(name)?.value).find((value) => value !== undefined && value !== '') ?? null;
  const version = /^(\d+)\.(\d+)\.(\d{3,5})/.exec(tag('OS_VERSION') ?? '');
  const platform = tag('OSPLATFORM_TYPE');
  const registers = reading.registers.find(({ value }) => value.architecture)?.value.architecture ?? null;
  const value: SystemSummary = {
    os: banner?.os?.value ?? tag('OSNAME'),
    build: banner?.build?.value ?? (version ? Number(version[3]) : null),
    revision: banner?.revision?.value ?? null,
    servicePack: banner?.servicePack?.value ?? null,
    architecture:
      banner?.architecture?.value ??
      (platform && /^(?:x86|x64|arm64|arm)$/i.test(platform) ? platform.toLowerCase() : registers),
    processors: banner?.processors?.value ?? null,
    product: banner?.product?.value ?? null,
    suites: banner?.suites?.value ?? [],
    computerName: banner?.machineName?.value ?? null,
    kernelBase: banner?.kernelBase?.value ?? null,
    loadedModuleList: banner?.loadedModuleList?.value ?? null,
    capturedAt: banner?.sessionTime?.value ?? null,
    uptimeSeconds: banner?.uptimeSeconds?.value ?? null,
    processUptimeSeconds: banner?.processUptimeSeconds?.value ?? null,
    buildLab: banner?.buildLab?.value ?? tag('BUILDLAB_STR'),
    bootOptions: [],
  };
  const known = Object.values(value).some((item) => item !== null && !(Array.isArray(item) && item.length === 0));
  return { value: known ? value : null, where: best ? reading.where(best.section, linesOf(best.value)) : null };
}

function parts(banner: BannerText): readonly Located<unknown>[] {
  return Object.values(banner).filter(
    (item): item is Located<unknown> => typeof item === 'object' && item !== null && 'line' in item,
  );
}

function count(banner: BannerText): number {
  return parts(banner).length;
}

function linesOf(banner: BannerText): number[] {
  return parts(banner)
    .map(({ line }) => line)
    .sort((a, b) => a - b);
}
