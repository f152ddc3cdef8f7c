/** One link of the quick links page; `copy` is text that is worth copying as it stands. */
export interface QuickLink {
  readonly title: string;
  readonly url: string | null;
  readonly copy: string | null;
  readonly about: string;
}

export interface QuickLinkGroup {
  readonly title: string;
  readonly links: readonly QuickLink[];
}

/** Microsoft's public symbol server, documented on learn.microsoft.com ("Microsoft public symbol server"). */
export const SYMBOL_SERVER = 'https://msdl.microsoft.com/download/symbols';

/** The standard symbol path with a local cache, as `_NT_SYMBOL_PATH` and `.sympath` take it. */
export function standardSymbolPath(cache: string): string {
  return `srv*${cache}*${SYMBOL_SERVER}`;
}

/**
 * The links that an engineer needs at hand: debuggers, symbol path, poster, checklist. `cache` is the folder for
 * downloaded symbols on the reader's machine.
 */
export function quickLinks(cache: string): readonly QuickLinkGroup[] {
  return [
    {
      title: 'Debuggers for Windows',
      links: [
        {
          title: 'WinDbg (x64, x86 and ARM64)',
          url: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/',
          copy: 'winget install Microsoft.WinDbg',
          about: 'The current debugger, from the Microsoft Store or by winget.',
        },
        {
          title: 'Debugging Tools for Windows, 32-bit and 64-bit',
          url: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/debugger-download-tools',
          copy: null,
          about: 'WinDbg (classic), cdb, kd and ntsd as a part of the Windows SDK; choose the folder x86 or x64.',
        },
      ],
    },
    {
      title: 'Standard symbol path',
      links: [
        {
          title: 'Local cache, then the public symbol server',
          url: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/microsoft-public-symbols',
          copy: standardSymbolPath(cache),
          about:
            'Set it as _NT_SYMBOL_PATH, or give it to --symbols. memoretics downloads nothing unless a path names a server.',
        },
      ],
    },
    {
      title: 'Poster',
      links: [
        {
          title: 'Symptoms, commands and patterns on one page',
          url: null,
          copy: 'memoretics poster --html poster.html',
          about: 'Prints on A3; without --html it is text for the terminal.',
        },
      ],
    },
    {
      title: 'Checklist',
      links: [
        {
          title: 'The analysis checklist, carried out on a dump or a log',
          url: null,
          copy: 'memoretics checklist FILE',
          about:
            'Each item with its result, or why the file cannot answer it, or the question that is yours to answer.',
        },
      ],
    },
    {
      title: 'More',
      links: [
        {
          title: 'Bug check codes',
          url: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-code-reference2',
          copy: 'memoretics explain 0x9f',
          about: 'What a stop code and its parameters mean; memoretics explains them offline.',
        },
        {
          title: 'Crash dump analysis patterns',
          url: 'https://www.dumpanalysis.org/',
          copy: 'memoretics patterns',
          about: 'Where the patterns were first published, and the list of those that memoretics detects.',
        },
        {
          title: 'Why there is no dump',
          url: null,
          copy: 'memoretics explain no dump',
          about: 'The questions to ask when a crash left no file behind.',
        },
      ],
    },
  ];
}
