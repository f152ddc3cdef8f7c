/** A value of an exported registry file (`.reg`), as text or number; `null` where its kind is neither. */
export interface RegistryValue {
  readonly key: string;
  readonly name: string;
  readonly value: string | number | null;
}

/** What a setting means for dumps, and whether it stands in their way. */
export interface RegistryRemark {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly wrong: boolean;
}

const MOST_VALUES = 100_000;

/** The values of a `.reg` file; lines that are none are passed over. */
export function readRegistryFile(text: string): readonly RegistryValue[] {
  const found: RegistryValue[] = [];
  let key: string | null = null;
  // A backslash at the end of a line continues a hexadecimal value.
  for (const line of text.replace(/,\\\r?\n\s*/g, ',').split(/\r?\n/)) {
    const head = /^\[(-?)(.+)\]\s*$/.exec(line);
    if (head) key = head[1] === '-' ? null : head[2]!;
    const entry = key === null || head ? null : /^(?:"((?:[^"\\]|\\.)*)"|@)=(.*)$/.exec(line);
    if (!entry || key === null) continue;
    found.push({ key, name: entry[1]?.replace(/\\(.)/g, '$1') ?? '(default)', value: dataOf(entry[2]!.trim()) });
    if (found.length >= MOST_VALUES) break;
  }
  return found;
}

function dataOf(text: string): string | number | null {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(text);
  if (quoted) return quoted[1]!.replace(/\\(.)/g, '$1');
  const dword = /^dword:([0-9a-f]{1,8})$/i.exec(text);
  if (dword) return Number.parseInt(dword[1]!, 16);
  const bytes = /^hex\([12]\):([0-9a-f, ]*)$/i.exec(text)?.[1]?.split(',') ?? null;
  if (!bytes) return null;
  let string = '';
  for (let i = 0; i + 1 < bytes.length; i += 2)
    string += String.fromCharCode(Number.parseInt(bytes[i]!, 16) + 256 * Number.parseInt(bytes[i + 1]!, 16));
  return string.replace(/\0+$/, '');
}

/** What the settings of a registry file mean for the saving of dumps (AeDebug, CrashControl) and for priorities (PerfOptions). */
export function checkRegistry(values: readonly RegistryValue[]): readonly RegistryRemark[] {
  return values.flatMap(({ key, name, value }) => {
    const [, check] = CHECKS.find(([pattern]) => pattern.test(key)) ?? [];
    const said = check?.(name, value, key) ?? null;
    return said === null ? [] : [{ key, name, ...said }];
  });
}

type Said = { readonly text: string; readonly wrong: boolean } | null;
const fine = (text: string): Said => ({ text, wrong: false });
const wrong = (text: string): Said => ({ text, wrong: true });

const CHECKS: readonly (readonly [RegExp, (name: string, value: string | number | null, key: string) => Said])[] = [
  [/\\CurrentVersion\\AeDebug$/i, aeDebug],
  [/\\Control\\CrashControl$/i, crashControl],
  [/\\Image File Execution Options\\[^\\]+\\PerfOptions$/i, perfOptions],
];

function aeDebug(name: string, value: string | number | null, key: string): Said {
  const narrow = /\\Wow6432Node\\/i.test(key);
  const whose = narrow ? '32-bit processes of a 64-bit system' : 'processes of the bitness of the system';
  if (/^auto$/i.test(name))
    return String(value) === '1'
      ? fine(`the debugger starts without asking, for ${whose}`)
      : fine('a message box asks before the debugger starts: a service has nobody to answer it');
  if (!/^debugger$/i.test(name)) return null;
  if (typeof value !== 'string' || value.trim() === '') return wrong('no debugger is named: nothing will be saved');
  const faults = [
    ...(/%ld/.test(value) ? [] : ['it has no %ld for the process id']),
    ...((value.match(/%ld/g) ?? []).length === 1
      ? ['it has no second %ld for the event that it must set (-e %ld)']
      : []),
    ...(/^[^"].*\\[^"]* [^"]*\.exe/i.test(value) ? ['its path has blanks and no quotation marks'] : []),
    ...(narrow && /\\x64\\|64\.exe/i.test(value)
      ? ['a 64-bit debugger for 32-bit processes: use the one of their bitness']
      : []),
    ...(!narrow && /\(x86\).*\\x86\\/i.test(value)
      ? ['a 32-bit debugger cannot save a 64-bit process: right only on a 32-bit system']
      : []),
  ];
  return faults.length > 0
    ? wrong(`${value}: ${faults.join('; ')}`)
    : fine(
        `${value}: for ${whose}; see that this file exists on the machine${/\w:\\|^\\\\|%\w+%/.test(value) ? '' : ', in system32, since no path is named'}`,
      );
}

const DUMP_KINDS: Readonly<Record<number, string>> = {
  1: 'complete memory dump (or active memory dump with FilterPages 1)',
  2: 'kernel memory dump',
  3: 'small memory dump',
  7: 'automatic memory dump',
};

function crashControl(name: string, value: string | number | null): Said {
  switch (name.toLowerCase()) {
    case 'crashdumpenabled': {
      const kind = typeof value === 'number' ? DUMP_KINDS[value] : undefined;
      if (value === 0) return wrong('0: no dump is saved');
      return kind ? fine(`${value}: ${kind}`) : wrong(`${value}: no documented kind of dump`);
    }
    case 'dumpfile':
      return fine(`${value}: that drive needs room for the copy, which is made at the next start`);
    case 'minidumpdir':
      return fine(`${value}: small dumps go there`);
    case 'overwrite':
      return value === 0
        ? fine('0: an old dump is kept, and a new one is not saved while it is there')
        : fine('a new dump replaces the old one');
    case 'autoreboot':
      return value === 0
        ? fine('0: the blue screen stays, a person must restart')
        : fine('the system restarts by itself');
    case 'dedicateddumpfile':
      return fine(`${value}: a file of its own in place of the page file; it must be as large as the dump`);
    case 'ignorepagefilesize':
      return fine('a dump is tried even where the page file looks too small');
    default:
      return null;
  }
}

function perfOptions(name: string, value: string | number | null): Said {
  if (/^iopriority$/i.test(name))
    return value === 2
      ? fine('2: normal')
      : fine(`${value}: threads of this image do I/O at another priority than 2, the normal one`);
  if (/^pagepriority$/i.test(name))
    return value === 5
      ? fine('5: normal')
      : fine(`${value}: pages of this image have another priority than 5, the normal one`);
  return null;
}
