import { refusal, sameAnswer } from '../../debugger/refusal.ts';

const WORDS =
  "'{}' belongs to the .NET extension SOS, which needs the runtime's own debugging library (mscordacwks, mscordaccore) and is not available here: !analyze, kv and lm show native code and which runtime is loaded; dotnet-dump analyze FILE runs SOS on any system";

export default refusal({
  syntax: '!clrstack | !dumpheap | !dumpobj address | !eeheap | !pe | !threads | !dumpstack | .cordll ...',
  summary:
    'Commands of SOS for the objects and stacks of .NET, which are not available here: tells what serves instead.',
  notes:
    'Managed exceptions are recognised where the native exception record tells them (0xe0434352 and its HRESULT): see !analyze.',
  answers: {
    ...sameAnswer(
      '!clrstack !dumpheap !dumpobj !do !dumparray !da !dumpstack !dumpstackobjects !dso !dumpvc !dumpmt !dumpmd !dumpclass !dumpmodule !dumpassembly !dumpdomain !dumpil !dumplog !dumpasync !dumpruntimetypes !dumpsig !dumpdelegate !dumpconcurrentdictionary !dumpconcurrentqueue',
      WORDS,
    ),
    ...sameAnswer(
      '!eeheap !eestack !eeversion !ehinfo !finalizequeue !findappdomain !findroots !gchandles !gchandleleaks !gcinfo !gcroot !gcwhere !heapstat !histclear !histinit !histobj !histobjfind !histroot !ip2md !listnearobj !lno !minidumpmode !name2ee !objsize !pathto !pe !printexception !procinfo !rcwcleanuplist !saveallmodules !savemodule !soe !soshelp !stoponexception !syncblk !threadpool !threads !threadstate !token2ee !traverseheap !traverseheaps !vmmap !vmstat !watsonbuckets !verifyheap !verifyobj !analyzeoom !comstate !sosflush !timerinfo !parallelstacks !pstacks !setsymbolserver !loadsymbols !bpmd !mk !mdt !mframe !mlocals',
      WORDS,
    ),
    '.cordll': WORDS,
  },
});
