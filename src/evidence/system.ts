import { toUnsigned } from '../memory/space.ts';
import type { SystemSummary } from '../windows/summary.ts';
import { fact, known, missing } from './case.ts';
import { logFact, logPlace } from './log.ts';

/** The machine the snapshot was taken on. */
export const systemFact = fact<SystemSummary>('system', (theCase) => {
  const { target } = theCase;
  if (target) {
    const { system } = target;
    return known(
      {
        os: system.os,
        build: system.build,
        revision: system.revision,
        servicePack: system.servicePack,
        architecture: system.architecture === 'unknown' ? null : system.architecture,
        processors: system.processors,
        product: system.product,
        suites: system.suites,
        computerName: system.computerName,
        kernelBase: system.kernelBase === null ? null : toUnsigned(system.kernelBase),
        loadedModuleList: system.loadedModuleList === null ? null : toUnsigned(system.loadedModuleList),
        capturedAt: system.capturedAt,
        uptimeSeconds: system.uptimeSeconds,
        processUptimeSeconds: system.processUptimeSeconds,
        buildLab: system.buildLab,
        bootOptions: system.bootOptions,
      },
      'header of the dump',
    );
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  return log.value.system
    ? known(normalised(log.value.system), logPlace(theCase, 'system'))
    : missing('the system the log was taken on', 'vertarget');
});

/** A debugger's words as a dump's header would have them. */
function normalised(system: SystemSummary): SystemSummary {
  // Debuggers call every client of version 10.0 "Windows 10"; builds from 22000 on are Windows 11.
  const eleven =
    system.os === 'Windows 10' && (system.build ?? 0) >= 22_000 && !/server|lanman/i.test(system.product ?? '');
  return {
    ...system,
    os: eleven ? 'Windows 11' : system.os,
    product: /^winnt$/i.test(system.product ?? '') ? 'Workstation' : system.product,
    // No kernel lies at 0: debuggers print it when they could not read the real one.
    kernelBase: system.kernelBase === 0n ? null : system.kernelBase,
  };
}
