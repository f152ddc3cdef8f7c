import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { addressFact } from '../evidence/address.ts';
import { faultFact } from '../evidence/fault.ts';
import { moduleAt, modulesFact } from '../evidence/modules.ts';
import { systemFact } from '../evidence/system.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { clueOf } from '../windows/pointer-clue.ts';

const NULL_AREA = 0x10000n;

const pattern: Pattern = {
  id: 'wild-code',
  name: 'Wild Code',
  part: 'Part 56',
  severity: 'error',
  meaning:
    'The processor ran, or tried to run, at an address that belongs to no module: a damaged function pointer, virtual table or return address, or code made at run time.',
  advice: [
    'Look at the top of the stack for the return address of the call that went wild (`dps @$csp`).',
    'If the process runs a just-in-time compiler or injects hooks, the address may be code that was made at run time.',
  ],
  links: ['null-pointer-code', 'unloaded-module', '!address'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const fault = facts.need(faultFact);
    if (!fault) return ABSENT;
    const at = fault.instruction ?? (fault.access === 'execute' ? fault.address : null);
    if (at === null || at < NULL_AREA) return ABSENT;
    const modules = facts.get(modulesFact);
    const frame = facts.get(currentThreadFact)?.stack.frames.find((item) => item.address === at) ?? null;
    if (frame?.module != null || frame?.unloadedModule != null) return ABSENT;
    if (modules && moduleAt(modules, at)) return ABSENT;
    // A log may print the list of modules in part.
    if (!frame && (!modules || facts.sourceKind === 'debugger-log'))
      return unknown(
        'whether the failing instruction lies in a module: neither a frame nor the full module list tells (k; lm)',
      );
    const info = facts.get(addressFact)?.describe(at) ?? null;
    if (info?.unloadedModule) return ABSENT;
    const jit =
      modules?.find((module) => /^(clr|coreclr|mscorwks|clrjit|jscript9|chakra|v8|jvm|node)$/i.test(module.name)) ??
      null;
    const clue = clueOf(at, facts.get(systemFact)?.architecture ?? null, null);
    const evidence: [Evidence, ...Evidence[]] = [
      {
        statement: modules
          ? `the instruction pointer 0x${at.toString(16)} lies in none of the ${modules.length} modules`
          : `the debugger of the log names no module at the instruction pointer 0x${at.toString(16)}`,
        command: modules ? 'lm' : 'k',
        addresses: [at],
      },
    ];
    if (info?.stackOfThread != null)
      evidence.push({ statement: `it lies on the stack of thread ${info.stackOfThread}`, command: '!teb' });
    if (info?.region)
      evidence.push({
        statement: `its region has state 0x${info.region.state.toString(16)}, protection 0x${info.region.protection.toString(16)}, type 0x${info.region.type.toString(16)}`,
        command: '!address',
      });
    if (clue) evidence.push({ statement: `0x${at.toString(16)}: ${clue.statement}`, command: '.formats' });
    if (jit)
      evidence.push({ statement: `${jit.name} is loaded, which makes code at run time`, command: `lm m ${jit.name}` });
    return present({
      confidence: jit ? 0.5 : 0.9,
      basis: 'the instruction pointer against the module list',
      summary: `Execution was at 0x${at.toString(16)}, outside every module${info?.stackOfThread != null ? ', on a stack' : ''}${jit ? `; it may be code that ${jit.name} made` : ''}.`,
      evidence,
      details: { address: `0x${at.toString(16)}`, jit: jit?.name ?? null },
    });
  },
};
export default pattern;
