import { isMainThread } from 'node:worker_threads';
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { printable } from '../bytes/text.ts';

const collect = (value: string, before: string[] | undefined) => [...(before ?? []), value];
const symbols = () =>
  new Option(
    '--symbols <path>',
    'debugger search path for symbols: folders, srv*cache*url, cache*dir (repeatable; default _NT_SYMBOL_PATH)',
  ).argParser(collect);
const images = () => new Option('--images <path>', 'folder with executables (repeatable)').argParser(collect);
const force = () => new Option('--force-symbols', 'use symbols that do not match, with every name marked');

function program(finish: (status: number) => void): Command {
  const root = new Command('memoretics')
    .description(
      'Opens Windows memory dumps and debugger logs anywhere, says whether they can be trusted and what is wrong.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help shows the usage)');
  root
    .command('analyze')
    .description('analyse dumps, logs, archives of them, or folders')
    .argument('<file...>', 'files or folders; - reads standard input')
    .option('--json', 'one JSON object, or an array for several files')
    .option('--jsonl', 'one JSON line per file, as each is finished')
    .option('--html <out>', 'write a self-contained page: a file, a folder for several, - for standard output')
    .option('--markdown', 'Markdown for a ticket')
    .option('--full', 'show every frame, finding and problem')
    .option('--no-stacks', 'leave the frames out of the JSON')
    .addOption(symbols())
    .addOption(images())
    .addOption(force())
    .action(async (files: string[], options) =>
      finish(await (await import('./analyze.ts')).runAnalyze(files, options)),
    );
  root
    .command('streams')
    .alias('dump-info')
    .description('show the raw structure of dumps: streams, blocks, runs')
    .argument('<file...>')
    .option('--json', 'as JSON')
    .action(async (files: string[], options) =>
      finish(await (await import('./streams.ts')).runStreams(files, options)),
    );
  root
    .command('run')
    .description('run debugger commands on a dump and print their text')
    .argument('<file>', 'a dump; - reads standard input')
    .option('-c, --command <commands>', 'commands separated by ; (repeatable)', collect)
    .option('--script <file>', 'a file with commands, one per line')
    .addOption(new Option('--json', 'an array of { command, data, text, error }').conflicts('echo'))
    .option('--echo', 'print the prompt and each line above its output, as the log of a debugger')
    .option('--allow-shell', 'let .shell run programs of this machine')
    .addOption(symbols())
    .addOption(images())
    .addOption(force())
    .action(async (file: string, options) => finish(await (await import('./run.ts')).runCommands(file, options)));
  root
    .command('script')
    .description(
      'run a script in TypeScript or JavaScript that imports memoretics; memoretics explain scripting tells how',
    )
    .argument('<script>', 'a .ts, .mts, .cts, .js, .mjs or .cjs file; - reads TypeScript from standard input')
    .argument('[dump]', 'what openDump() opens')
    .argument('[args...]', 'for the script; options of its own stand behind --')
    .showHelpAfterError('(options of the script itself stand behind --; --help shows the usage)')
    .option('--timeout <seconds>', 'stop the script after so many seconds, with exit status 124')
    .addOption(symbols())
    .addOption(images())
    .addOption(force())
    .action(async (script: string, dump: string | undefined, args: string[], options) =>
      finish(await (await import('./script.ts')).runScript(script, dump ?? null, args, options)),
    );
  root
    .command('debug')
    .description('talk to the debugger: commands, scripts, completion, history, several dumps at once')
    .argument('<file...>', 'dumps; ||1s changes to the second')
    .option('--json', 'JSON Lines instead of text, for programs that talk over pipes')
    .option('--no-pager', 'do not stop at each screen')
    .option('--notebook <file>', 'keep the conversation as Markdown; a file that exists is added to')
    .option('--mouse', 'run links of the debugger by a click; Shift then selects text')
    .addOption(symbols())
    .addOption(images())
    .addOption(force())
    .action(async (files: string[], options) =>
      finish(await (await import('./debug/terminal.ts')).runDebug(files, options)),
    );
  root
    .command('explain')
    .description(
      'explain a code (bug check, NTSTATUS, HRESULT, Win32, exception), a term, a frame, a pattern or a command',
    )
    .argument('[what...]')
    .option('--reg <file>', 'what an exported .reg file means for the saving of dumps: AeDebug, CrashControl')
    .option('--json', 'as JSON')
    .allowUnknownOption()
    .action(async (words: string[], options) =>
      finish(
        options.reg === undefined
          ? await (await import('./explain.ts')).runExplain(words, options)
          : (await import('./registry.ts')).runRegistry(options.reg, options),
      ),
    );
  root
    .command('patterns')
    .description('list the crash dump analysis patterns that can be detected, or explain one')
    .argument('[id]')
    .option('--all', 'also the published patterns without a detector, with what one would need')
    .option('--json', 'as JSON')
    .action(async (id: string | undefined, options) =>
      finish(await (await import('./patterns.ts')).runPatterns(id, options)),
    );
  root
    .command('checklist')
    .description('carry the analysis checklist out on a dump or a log')
    .argument('<file>')
    .option('--json', 'as JSON')
    .addOption(symbols())
    .addOption(images())
    .addOption(force())
    .action(async (file: string, options) =>
      finish(await (await import('./checklist.ts')).runChecklist(file, options)),
    );
  root
    .command('poster')
    .description('symptoms, checklist, patterns and commands on one page')
    .option('--html <out>', 'as a page that prints on A3; - writes it to standard output')
    .action(async (options) => finish((await import('./handbook.ts')).runPoster(options)));
  root
    .command('links')
    .description('debuggers to download, the standard symbol path, poster, checklist')
    .option('--symbol-path', 'only the standard symbol path, for _NT_SYMBOL_PATH')
    .option('--json', 'as JSON')
    .action(async (options) => finish((await import('./handbook.ts')).runLinks(options)));
  root
    .command('stackwalk')
    .description("print a user minidump with the field names of rust-minidump's minidump-stackwalk --json")
    .argument('<file>')
    .option('--json', 'accepted for compatibility; JSON is the only form')
    .option('--pretty', 'indented')
    .addOption(symbols())
    .addOption(images())
    .addOption(force())
    .action(async (file: string, options) =>
      finish(await (await import('./stackwalk.ts')).runStackwalk(file, options)),
    );
  const symbolVerbs = root.command('symbols').description('find, list, import and look into symbol files');
  symbolVerbs
    .command('needed')
    .description('list the symbol files and images that these dumps want')
    .argument('<file...>', 'dumps or folders')
    .addOption(
      new Option('--format <format>', 'how to list them').choices(['text', 'json', 'symchk', 'curl']).default('text'),
    )
    .option('--json', 'the same as --format json')
    .option('--server <url>', 'symbol server for --format curl')
    .option('--on-stack', 'only modules that are on a stack')
    .action(async (files: string[], options) => finish(await (await import('./symbols.ts')).runNeeded(files, options)));
  symbolVerbs
    .command('import')
    .description('put a folder, a zip or a file into the local store, by the identity that each file carries')
    .argument('<bundle...>')
    .option('--store <folder>', "store to fill (default: the platform's cache folder)")
    .option('--json', 'as JSON')
    .action(async (bundles: string[], options) =>
      finish(await (await import('./symbols.ts')).runImport(bundles, options)),
    );
  symbolVerbs
    .command('check')
    .description('say for each module what was found, where, whether it matches, and why not')
    .argument('<file>')
    .option('--verbose', 'every place that was looked at')
    .option('--on-stack', 'only modules that are on a stack')
    .option('--download', 'also ask the servers that the search path names')
    .option('--json', 'as JSON')
    .addOption(symbols())
    .addOption(images())
    .addOption(force())
    .action(async (file: string, options) => finish(await (await import('./symbols.ts')).runCheck(file, options)));
  symbolVerbs
    .command('dump')
    .description('print what a PDB, ISF, Breakpad or image file holds, as JSON Lines')
    .argument('<file>')
    .option('--kind <kind>', 'only records of this kind (repeatable)', collect)
    .action(async (file: string, options) => finish(await (await import('./symbols.ts')).runDump(file, options)));
  return root;
}

async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `memoretics analyze x | head` closes the pipe early; that is no failure.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await program((status) => {
      process.exitCode = status;
    }).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 1;
      return;
    }
    process.stderr.write(`memoretics: a defect of memoretics: ${printable(String((error as Error).stack ?? error))}\n`);
    process.exitCode = 1;
  }
}

// `memoretics debug` runs the debugger in a worker, whose entry is this file too.
if (isMainThread) await main();
else await (await import('./debug/worker.ts')).runDebugWorker();
