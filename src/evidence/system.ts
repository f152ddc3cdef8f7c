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
    ? known(log.value.system, logPlace(theCase, 'system'))
    : missing('the system the log was taken on', 'vertarget');
});
