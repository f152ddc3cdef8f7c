import { isWindowsModule } from '../windows/microsoft-module.ts';
import type { ModuleSummary } from '../windows/summary.ts';

/** What a person can do about a module, and what is known of it. */
export interface ComponentAdvice {
  /** `lockdrv.sys`, `version 1.2.3.4`, `of Contoso`, the path; only what is known. */
  readonly facts: readonly string[];
  /** Other loaded modules of the same vendor, by name; empty for those of Microsoft and of unknown vendors. */
  readonly sameVendor: readonly string[];
  /** How to take it out of the way to see whether the trouble goes with it; null for a part of Windows. */
  readonly isolate: string | null;
  readonly replace: string;
}

const MICROSOFT = /^microsoft\b/i;
const MOST_OTHERS = 12;

/** Advice on the module of a name; null where it is not in the list of modules. */
export function componentAdvice(name: string, modules: readonly ModuleSummary[]): ComponentAdvice | null {
  const module = modules.find((item) => item.name.toLowerCase() === name.toLowerCase());
  if (!module) return null;
  const { vendor, version, path } = module;
  const image = module.imageName ?? module.name;
  const ofWindows = isWindowsModule(module.name);
  const others =
    vendor === null || MICROSOFT.test(vendor)
      ? []
      : modules.filter((item) => item !== module && item.vendor === vendor).map((item) => item.name);
  return {
    facts: [
      image,
      version === null ? 'its version is not in the file' : `version ${version}`,
      vendor === null ? 'its vendor is not in the file' : `of ${vendor}`,
      ...(path !== null && path !== image ? [path] : []),
    ],
    sameVendor: others.slice(0, MOST_OTHERS),
    isolate: ofWindows ? null : isolation(image, module.space),
    replace: ofWindows
      ? `${image} is a part of Windows: it is replaced by updates of Windows; sfc /scannow repairs a damaged file.`
      : `Compare ${version === null ? 'its version (lmv)' : `version ${version}`} with the newest of its vendor, and try the newest, or the one before the trouble began.`,
  };
}

function isolation(image: string, space: ModuleSummary['space']): string {
  if (space === 'kernel')
    return `Uninstall the product that ${image} belongs to, or disable the driver (sc config NAME start= disabled, in Safe Mode if need be), and see whether the trouble goes; keep a way back where a disk or the network depends on it.`;
  return /\.exe$/i.test(image)
    ? `Stop ${image}, or run it on another machine or with its add-ins disabled, and see whether the trouble goes with it.`
    : `Take ${image} out of the process (uninstall or disable the add-in or product that loads it), and see whether the trouble goes.`;
}
