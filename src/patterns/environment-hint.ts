import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { environmentFact } from '../evidence/environment.ts';

/** Variables that change how a process runs, with what they do. Values are not shown: they may be private. */
const HINTS: readonly (readonly [name: RegExp, what: string])[] = [
  [
    /^(COR|CORECLR)_ENABLE_PROFILING$/,
    'a profiler is loaded into .NET, whose code changes methods as they are compiled',
  ],
  [/^(COR|CORECLR)_PROFILER(_PATH\w*)?$/, 'a profiler for .NET is named'],
  [/^DOTNET_STARTUP_HOOKS$/, 'code is run in .NET before the program'],
  [
    /^(COMPLUS|DOTNET)_(GC\w+|TIEREDCOMPILATION|TC_\w+|JIT\w+)$/,
    'the .NET runtime is told to behave otherwise than by default',
  ],
  [/^__COMPAT_LAYER$/, 'a compatibility layer of Windows is forced on the process'],
  [/^_NO_DEBUG_HEAP$/, 'the debug heap is turned off for a process that a debugger starts'],
  [/^(JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS)$/, 'options or agents are passed to every Java machine'],
  [/^(NODE_OPTIONS)$/, 'options or modules are passed to every Node.js process'],
  [/^PYTHON(MALLOC|STARTUP|DEVMODE)$/, 'the Python runtime is told to behave otherwise than by default'],
  [/^(QT_PLUGIN_PATH|GTK_MODULES)$/, 'plug-ins are loaded from a place of their own'],
  [/^ASAN_OPTIONS$/, 'options are passed to AddressSanitizer'],
];
const OFF = /^(0|)$/;

const pattern: Pattern = {
  id: 'environment-hint',
  name: 'Environment Hint',
  part: null,
  severity: 'info',
  meaning:
    'Environment variables of the process change how it runs: a profiler, an agent, a compatibility layer or options of a runtime are at work in it that the program itself does not bring.',
  advice: ['Try without the variable: what it loads runs inside of the process and can be at fault.'],
  links: ['!peb'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const found = [...facts.need(environmentFact)].flatMap(([name, value]) => {
      const hint = HINTS.find(([pattern]) => pattern.test(name));
      return hint && !OFF.test(value.trim()) ? [{ name, what: hint[1] }] : [];
    });
    const [first, ...rest] = found.map(
      ({ name, what }): Evidence => ({ statement: `${name} is set: ${what}`, command: '!peb' }),
    );
    if (!first) return ABSENT;
    return present({
      confidence: 0.9,
      basis: 'the environment of the process',
      summary: `${found
        .map(({ name }) => name)
        .slice(0, 4)
        .join(', ')} ${found.length === 1 ? 'changes' : 'change'} how the process runs.`,
      evidence: [first, ...rest],
      details: { variables: found.map(({ name }) => name) },
    });
  },
};
export default pattern;
