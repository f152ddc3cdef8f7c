import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { areFrames, namedFailingFrames } from '../analysis/stack-search.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { isCoreModule } from '../windows/microsoft-module.ts';
import { type Frame, frameName } from '../windows/stack.ts';

/** Functions that do nothing but use the memory they are given. */
const WELL_TESTED =
  /^_*(mem(cpy|move|set|cmp|chr)(_s)?|VEC_memcpy|str(n?cpy|n?cat|n?cmp|len|chr|rchr|str|icmp|nicmp|dup)(_s)?|wcs(n?cpy|n?cat|n?cmp|len|nlen|chr|rchr|str|icmp|nicmp|dup)(_s)?|mbs\w+|Rtl(Copy|Move|Zero|Fill|Compare)Memory(Ulong)?|RtlInit(Unicode|Ansi)String(Ex)?|Rtl(Compare|Equal|Hash)UnicodeString|RtlCopyUnicodeString|RtlUnicodeToMultiByteN|RtlMultiByteToUnicodeN|lstr(len|cpy|cmpi?|cat)n?[AW]|SysFreeString|SysStringLen|SysAllocString\w*|SafeArray\w+|IsBad\w+Ptr|MultiByteToWideChar|WideCharToMultiByte|StringCch\w+|StringCb\w+|output_l|woutput_l|v?s?n?w?printf\w*|qsort|bsearch)(@\d+)?$/;
/** Frames of the failure itself. */
const TRAP =
  /^_?(KeBugCheck\w*|KiBugCheck\w*|KiPageFault|KiTrap0E|MmAccessFault|MiSystemFault|KiExceptionDispatch|KiDispatchException|KiGeneralProtectionFault\w*|KiUserExceptionDispatch\w*|RtlRaiseException|RaiseException)$/;

const pattern: Pattern = {
  id: 'well-tested-function',
  name: 'Well-Tested Function',
  part: null,
  severity: 'info',
  meaning:
    'The function that failed is one of those that everybody uses: it did what it was told with the memory that it was given. The arguments are wrong, and they come from its caller.',
  advice: ['Look at the arguments in the caller: where do the pointer and the length come from?'],
  links: ['invalid-pointer', 'null-pointer-data', 'kv'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    if (!facts.get(exceptionFact) && !facts.get(bugcheckFact)) return ABSENT;
    const frames = namedFailingFrames(facts);
    if (!areFrames(frames)) return frames;
    const sure = frames.filter(({ trust, function: name }) => trust !== 'scan' && !TRAP.test(name ?? ''));
    const [top] = sure;
    if (!top || !isWellTested(top)) return ABSENT;
    const caller = sure.find((frame) => !isWellTested(frame) && !(frame.module !== null && isCoreModule(frame.module)));
    return present({
      confidence: caller ? 0.9 : 0.7,
      basis: 'the name of the failing function',
      summary: `${frameName(top)} only used the memory it was given${caller ? `; the arguments come from ${frameName(caller)}, or from further out` : ''}.`,
      evidence: [
        { statement: `${frameName(top)} is the innermost function of the failing stack`, command: 'k' },
        ...(caller
          ? [
              {
                statement: `the nearest caller that is not of the core of Windows is ${frameName(caller)}`,
                command: 'k',
              },
            ]
          : []),
      ],
      component: caller?.module ? componentOf(facts, caller.module) : null,
    });
  },
};
export default pattern;

function isWellTested({ function: name }: Frame): boolean {
  return name !== null && WELL_TESTED.test(name);
}
