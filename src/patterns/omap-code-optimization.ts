import { ABSENT, type Evidence, type Facts, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { logFact } from '../evidence/log.ts';
import { scatteredFramesFact } from '../evidence/omap.ts';
import { frameName } from '../windows/stack.ts';

const COMMAND = /^\s*(u|ub|uf|ur)\s+([A-Za-z_]\w*![^\s+]+)\+(?:0x)?([0-9a-f]+)\s*$/i;
const LABEL = /^\s*([A-Za-z_]\w*!.+?)\+0x([0-9a-f]+)(?:\s*\[.*\])?:\s*$/i;
const NO_PREVIOUS = /Unable to find valid previous instruction/i;
const MOST = 6;

const pattern: Pattern = {
  id: 'omap-code-optimization',
  name: 'OMAP Code Optimization',
  part: 'Part 5b',
  severity: 'info',
  meaning:
    'A tool cut functions into pieces after they were linked and moved the pieces apart. The offset behind a name then counts in the original function: name plus offset is not the address.',
  advice: [
    'Disassemble by the return address, never by name and offset: `ub ADDRESS`, with the address from the RetAddr column.',
  ],
  links: ['incorrect-stack-trace', 'ub', 'u'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const evidence = facts.sourceKind === 'debugger-log' ? inLog(facts) : inSymbols(facts);
    if (evidence === null)
      return unknown('disassembly by name and offset (u MODULE!FUNCTION+OFFSET), or symbols with OMAP data');
    const [first, ...rest] = evidence.slice(0, MOST);
    if (!first) return ABSENT;
    const sure = evidence.some(({ statement }) => !/no instruction/.test(statement));
    return present({
      confidence: sure ? 0.95 : 0.75,
      basis:
        facts.sourceKind === 'debugger-log'
          ? 'what was asked for against what was shown'
          : 'the OMAP data of the symbols',
      summary: 'Functions on the stack are scattered: their offsets do not lead to the addresses.',
      evidence: [first, ...rest],
    });
  },
};
export default pattern;

function inSymbols(facts: Facts): Evidence[] {
  return facts.need(scatteredFramesFact).map(({ frame, distance }) => ({
    statement: `${frameName(frame)} lies ${distance < 0n ? `0x${(-distance).toString(16)} bytes before` : `0x${distance.toString(16)} bytes behind`} the start of its function in memory`,
    command: `ub ${frame.address?.toString(16) ?? ''}`.trim(),
    ...(frame.address === null ? {} : { addresses: [frame.address] }),
  }));
}

/** Null when nothing was disassembled by name and offset. */
function inLog(facts: Facts): Evidence[] | null {
  const found: Evidence[] = [];
  let asked = false;
  for (const { command, lines } of facts.need(logFact).reading.transcript.sections) {
    const [, verb, symbol, offset] = COMMAND.exec(command) ?? [];
    if (!verb || !symbol || !offset) continue;
    asked = true;
    const failure = lines.find((line) => NO_PREVIOUS.test(line));
    if (failure !== undefined)
      found.push({
        statement: `${symbol}+0x${offset} is an address at which no instruction ends, although it is printed as a return address`,
        command,
        lines: [failure.trim()],
      });
    const label = lines.map((line) => LABEL.exec(line)).find((match) => match !== null);
    const isOther = label && label[1] === symbol && BigInt(`0x${label[2]}`) !== BigInt(`0x${offset}`);
    if (verb.toLowerCase() === 'u' && isOther)
      found.push({
        statement: `${symbol}+0x${offset} was asked for, and the code there is named ${symbol}+0x${label[2]}`,
        command,
        lines: [label[0].trim()],
      });
  }
  return asked ? found : null;
}
