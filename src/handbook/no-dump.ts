/** A node of the questionnaire for crashes that left no file: a question with its answers, or what to do. */
export interface NoDumpStep {
  readonly id: string;
  /** What is asked or, at a leaf, what is likely the case. */
  readonly text: string;
  readonly actions: readonly string[];
  readonly answers: readonly { readonly when: string; readonly next: NoDumpStep }[];
}

const leaf = (id: string, text: string, ...actions: string[]): NoDumpStep => ({ id, text, actions, answers: [] });

const AEDEBUG = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\AeDebug';

/** Why a process left no dump (seed, Part 45), by what can be seen of it. */
export const NO_PROCESS_DUMP: NoDumpStep = {
  id: 'no-process-dump',
  text: 'A process dump is missing. What do you see of the process?',
  actions: [],
  answers: [
    {
      when: 'It is there and works.',
      next: {
        id: 'works',
        text: 'Nothing has failed yet.',
        actions: ['Compare with the machine where it fails.'],
        answers: [
          {
            when: 'It takes the same path as where it fails.',
            next: leaf(
              'not-yet',
              'The failing code has not run yet, or needs more time.',
              'Wait, with a dump tool armed (ProcDump -e, or LocalDumps).',
            ),
          },
          {
            when: 'It is loaded differently: other modules, other addresses.',
            next: leaf(
              'changed-environment',
              'A changed environment hides the fault: memory is laid out otherwise.',
              'Compare module lists and versions of both machines.',
            ),
          },
        ],
      },
    },
    {
      when: 'It is there and does nothing.',
      next: leaf(
        'hangs',
        'It hangs or waits for input; nothing will be saved by itself.',
        'Take a dump by hand, better two or three some seconds apart (ProcDump -ma, Task Manager).',
      ),
    },
    {
      when: 'It is gone.',
      next: {
        id: 'gone',
        text: 'It crashed or left, and the machinery that saves dumps did not work.',
        actions: [],
        answers: [
          {
            when: 'A postmortem debugger is set (AeDebug).',
            next: leaf(
              'aedebug',
              'The Debugger value may be missing, wrong, point to a file that is not there, or lack its arguments.',
              `Look at Debugger and Auto in ${AEDEBUG}: it needs a path that exists and -p %ld -e %ld (and %p for -j).`,
              'On 64-bit Windows 32-bit processes have their own key below Wow6432Node; the debugger must be of the process’s bitness.',
            ),
          },
          {
            when: 'Windows Error Reporting handles it.',
            next: leaf(
              'wer',
              'Its settings may switch dumps off, or the process handles exceptions itself.',
              'Look at Control Panel and policies of Windows Error Reporting; watch with Process Monitor what happens at the crash.',
            ),
          },
          {
            when: 'The system is Windows Vista SP1, Server 2008 or newer.',
            next: leaf(
              'local-dumps',
              'LocalDumps saves dumps without any debugger.',
              'Create HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps\\NAME.exe with DumpType 2 and DumpFolder.',
            ),
          },
          {
            when: 'None of these works.',
            next: leaf(
              'live',
              'Catch it alive.',
              'Attach a debugger, or start the program under one, and save a dump at the first chance exception (.dump /ma).',
            ),
          },
        ],
      },
    },
  ],
};

/** Why a blue screen left no system dump (seed, Part 46). */
export const NO_SYSTEM_DUMP: NoDumpStep = {
  id: 'no-system-dump',
  text: 'The system stopped, but there is no kernel or complete dump. How much room is there on the drive of the target file (memory.dmp by default)?',
  actions: [],
  answers: [
    {
      when: 'Less than the dump needs.',
      next: leaf(
        'drive-full',
        'The dump is written into the page file and copied at the next start; without room for the copy there is no file, not even a small one, and perhaps no event.',
        'Make room, or set DumpFile to another drive, or DedicatedDumpFile.',
      ),
    },
    {
      when: 'Enough.',
      next: {
        id: 'room',
        text: 'How large is the page file on the boot volume?',
        actions: [],
        answers: [
          {
            when: 'Smaller than physical memory and some 100 MB (complete dump).',
            next: leaf(
              'page-file-small',
              'Expect a truncated or corrupt dump, or none.',
              'Set the page file to physical memory plus 100 MB at least, or save a kernel dump instead.',
            ),
          },
          {
            when: 'Large enough.',
            next: leaf(
              'settings',
              'The settings may forbid it, or storage failed at the stop.',
              'Look at HKLM\\SYSTEM\\CurrentControlSet\\Control\\CrashControl: CrashDumpEnabled (1 complete, 2 kernel, 3 small, 7 automatic), DumpFile, MinidumpDir, Overwrite, DedicatedDumpFile, AutoReboot, IgnorePagefileSize.',
              'Force a stop to test it (NotMyFault, keyboard), or suspend a virtual machine and take its memory file.',
            ),
          },
        ],
      },
    },
  ],
};
