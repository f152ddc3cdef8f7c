import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { failingIrpFact } from '../evidence/failing-irp.ts';
import { modulesFact } from '../evidence/modules.ts';
import { majorName, minorName } from '../windows/irp-function.ts';
import type { IrpLocation } from '../windows/irp-object.ts';

const MOST = 8;

const pattern: Pattern = {
  id: 'stack-trace-i-o-request',
  name: 'Stack Trace (I/O request)',
  part: null,
  severity: 'info',
  meaning:
    'The bug check names an I/O request. Its stack locations are a stack trace of their own: which drivers it went through, and which one has it now.',
  advice: ['Begin with the driver that has the request now; the ones above it only wait for it.'],
  links: ['self-diagnosis-kernel-mode', '!irp', '!devstack'],
  appliesTo: ['kernel'],
  detect(facts) {
    const irp = facts.need(failingIrpFact);
    if (!irp) return ABSENT;
    const used = irp.locations.map((location, index) => ({ location, number: index + 1 }));
    const shown = used.filter(({ location }) => location.device !== 0n || location.driverName !== null);
    const [first, ...rest] = shown.slice(0, MOST).map(
      ({ location, number }): Evidence => ({
        statement: `location ${number}${number === irp.currentLocation ? ' (has it now)' : ''}: ${placeText(location)}`,
        command: `!irp ${irp.address.toString(16)}`,
        addresses: location.device === 0n ? [irp.address] : [location.device],
      }),
    );
    if (!first) return ABSENT;
    const current = used.find(({ number }) => number === irp.currentLocation)?.location ?? null;
    const driver = current?.driverName?.replace(/^.*\\/, '') ?? null;
    const module = (facts.get(modulesFact) ?? []).find(({ name }) => name.toLowerCase() === driver?.toLowerCase());
    return present({
      confidence: 0.95,
      basis: 'the request that a parameter of the bug check points to',
      summary: current
        ? `The request ${irp.address.toString(16)} that the bug check names is at ${driver ?? `a driver whose name is not known (device ${current.device.toString(16)})`}.`
        : `The request ${irp.address.toString(16)} that the bug check names is completed.`,
      evidence: [first, ...rest],
      component: module ? componentOf(facts, module.name) : null,
      details: { irp: `0x${irp.address.toString(16)}`, driver, locations: irp.stackCount },
    });
  },
};
export default pattern;

function placeText({ major, minor, driverName, device }: IrpLocation): string {
  const name = majorName(major) ?? `major function ${major}`;
  const detail = minor === 0 ? null : minorName(major, minor);
  return `${driverName ?? `device ${device.toString(16)}`}, ${name}${detail ? ` (${detail})` : ''}`;
}
