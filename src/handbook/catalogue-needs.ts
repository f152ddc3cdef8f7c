/**
 * Published patterns without a detector here, by name, each with what one would need. Names as published; what is
 * needed is said in our own words.
 */
export const NEEDS: Readonly<Record<string, string>> = {
  // .NET: the structures of the runtime are private to each build and described by its data access library.
  'Hidden Exception (managed space)': 'a walk of the garbage-collected heap for exception objects; !dso in a log',
  'Deadlock (managed space)': 'the sync blocks of .NET with their owners and waiters; !syncblk with !clrstack in a log',
  'Memory Leak (.NET heap)': 'sizes by type of the managed heap in two dumps; !dumpheap -stat',
  'Stack Trace Collection (managed)': 'the JIT tables that map code to methods; ~*e !clrstack in a log',
  'Execution Residue (managed)': 'a walk of the managed heap to tell objects on stacks from numbers; !dso in a log',
  'Invalid Handle (managed space)': 'the finalizer queue and the SafeHandle objects in it; !finalizequeue in a log',
  'Inline Function Optimization (managed)': 'the map from native code back to inlined methods; !IP2MD and !U in a log',
  'Object Distribution Anomaly (.NET heap)': 'a histogram of managed types and what is usual for the program',
  'Handled Exception (.NET)': 'a walk of the managed heap for exception objects that no thread refers to',
  'Rough Stack Trace (managed)':
    'the code ranges of JIT heaps, to tell return addresses among words; !dumpstack in a log',
  'Annotated Disassembly (JIT)': 'the metadata of the managed modules; !U in a log',
  'Distributed Exception (Managed Code)':
    'managed exception objects of several processes or dumps, compared with each other',

  // Several snapshots, or a reference of what is usual.
  'Changed Environment': 'two snapshots of before and after: `memoretics` compares none yet as a finding',
  'Memory Fluctuation (process heap)': 'three or more dumps with the sizes of their heaps',
  'Missing Thread': 'a reference of the threads that the program has when it is well',
  'Waiting Thread Time (user dumps)':
    'two dumps of one process, in which the same wait stands; one dump keeps no start of a wait',
  'Lost Opportunity': 'when the trouble began, as somebody reported it, against the times of the dumps',
  'Fault Context': 'several failures to compare: the crash database has them, one dump has not',
  'Crash Signature Invariant': 'signatures of one failure from several builds or processors',
  'Constant Subtrace': 'traces of one thread in several dumps',
  'Variable Subtrace': 'traces of one thread in several dumps',
  'Stack Trace Change': 'two dumps of one process, threads matched by identifier and creation time',
  'Stack Trace Race': 'two dumps in which two threads have changed places',
  'Relative Memory Leak': 'a measure of work done beside the memory used, in two dumps',
  'Dry Weight': 'a dump of the program without load, as a base line',
  'Unsynchronized Dumps': 'dumps of the processes that work together, with their times',
  'Evental Dumps': 'a series of dumps with the event that triggered each',
  'Aggregate Snapshot': 'several dumps merged into one view',
  'Diachronic Module': 'a module followed through the traces of several dumps',
  'Value Deviation (structure field)': 'usual values of the structure, from healthy systems',
  'Value Deviation (stack trace)': 'usual depths of the traces of the program, from healthy dumps',
  'Not My Version (software)': 'a list of the versions that are expected; `lmv` shows those that are there',
  'Not My Version (hardware)': 'a list of the hardware and firmware that are expected',
  'Semantic Split': 'knowledge of what a name means in each of the subsystems that use it',
  'Coupled Processes (semantics)': 'knowledge of which processes make up one product',
  'Module Product Process': 'knowledge of which processes and modules make up one product',

  // Views, not findings: commands and the report show them for every dump.
  'Stack Trace': 'nothing: it is what `k` and the report show of every thread',
  'Stack Trace Collection (unmanaged)': 'nothing: `analyze` and `!uniqstack` show it for every source',
  'Stack Trace Collection (predicate)': 'nothing to find: `!findstack` and `!stacks` answer such questions',
  'Stack Trace Collection (I/O requests)': 'nothing to find: `!irpfind` lists the requests and `!irp` their stacks',
  'Stack Trace (I/O devices)': 'nothing to find: `!devstack` shows it',
  'Stack Trace Set': 'nothing to find: `!uniqstack` folds equal traces',
  'Stack Trace Surface': 'nothing to find: `~*k 1` shows the innermost frames of all threads',
  'Stack Trace Signature': 'nothing to find: the signature of a failure is in every report',
  'Crash Signature': 'nothing to find: every report of a failure carries its bucket and its hash',
  'Exception Stack Trace': 'nothing to find: the report shows the failing stack first',
  'Exception Module': 'nothing to find: the report names the module to look at, with its reason',
  'Module Collection (general)': 'nothing to find: `lm` and `lmv` list all modules',
  'Module Collection (predicate)': 'nothing to find: `lm m PATTERN` lists the modules of a kind',
  'Source Stack Trace': 'nothing to find: frames carry source lines wherever symbols have them',
  'Quotient Stack Trace': 'nothing to find: it is a way of reading `k`, module by module',
  'Internal Stack Trace': 'nothing to find: it is the part of a trace inside of one module',
  'Place Trace': 'nothing to find: it is a trace read by source files instead of functions',
  'Thread Poset': 'nothing to find: the wait graph of the report is that order',
  'Region Profile / Region Clusters': 'nothing to find: `!address -summary` shows how the address space is used',
  'Data Contents Locality': 'nothing to find: `!address ADDRESS` tells what kind of memory it is',
  'Fat Process Dump': 'nothing to find: `memoretics streams` tells what the dump holds',
  'Quiet Dump': 'a report without findings is one, and says so in its verdict',
  'User Space Evidence': 'it sums up other patterns: waits and locks of processes are told by theirs',
  'Thread Age': 'nothing to find: `!thread` and the JSON of a dump tell when a thread was made',
  'Historical Information':
    'a judgement of what is old and matters: unloaded modules, comments and event buffers are shown as they are',
  'No Process Dumps':
    'the settings of a machine that saved none: `memoretics explain no dumps` asks for them, no dump can tell',
  'No System Dumps':
    'the settings of a machine that saved none: `memoretics explain no dumps` asks for them, no dump can tell',

  // Heuristics that would guess more often than tell.
  'Optimized Code':
    'the compiler flags of each function, which few symbol files tell, against the values that are shown',
  'Coincidental Frames':
    'code of all modules on the stack: a single frame that no call leads to is told as doubtful in the trace',
  'False Function Parameters':
    'the calling convention of each function; the arguments of `kv` are said to be the first words of the stack',
  'Wait Chain (nonstandard synchronization)':
    'a description of the lock: a loop around a word in memory has no owner that tools know',
  'Wait Chain (C++11 condition variable)': 'who will notify: a condition variable keeps no list of those who may',
  'Nested Offender': 'the calls that a callback hid, from frames that no longer exist',
  'Effect Component': 'a list of modules that only show the faults of others, with a source for each',
  'Pass Through Function':
    'a list of functions that only forward calls; those that reports must skip are known where they are needed',
  'Well-Tested Module': 'a measure of how well a module is tested; well-known functions are told by their own pattern',
  'Coupled Modules': 'how often modules call each other, over many traces',
  'Problem Module': 'a history of the modules on failing stacks: the crash database has it, one dump has not',
  'Top Module': 'a rule that makes the most frequent module more than a number',
  'Problem Vocabulary': 'a dictionary of words in function names and of what they point to',
  Namespace: 'a list of namespaces and of the subsystems they stand for',
  'Module Hint': 'a list of modules and of what their presence points to',
  'Module Variety': 'a measure of how many vendors in one process are too many',
  'Subsystem Modules': 'a list of the modules of each subsystem',
  'Module Stack Trace': 'no rule is known that would make more of it than `!devstack` shows',
  Pleiades: 'a list of the modules that belong together',
  'Stack Trace Motif': 'a library of motifs to compare with',
  'Least Common Frame': 'a pair of traces that somebody chose to compare',
  'Filter Stack Trace': 'the callback lists of the filter manager, which its public symbols do not describe in full',
  'Not My Thread': 'a list of the modules that belong to the product',
  'Parameter Flow': 'arguments of each frame, which 64-bit stacks keep in registers that are overwritten',
  'Hidden Parameter': 'arguments that live in registers, recovered frame by frame with live ranges of the symbols',
  'String Parameter': 'the type of each argument, to tell text from what looks like text',
  'String Hint': 'a judgement which of the many strings on a stack matter; `dpu` and `dpa` show them',
  'Window Hint': 'the tables of windows of win32k, which its public symbols do not describe',
  'Value References': 'a value that somebody asks for: `s -q` finds who refers to it',
  'Region Strata': 'the order in which regions were allocated, which the address space does not keep',
  'Structure Sheaf / Design Value': 'a dictionary of values that mark structures',
  'Disassembly Ambiguity': 'a place that somebody disassembles: two starts may give two readings of the same bytes',
  'Hidden Call':
    'the target of each call against the function found there: thunks and tail calls make honest ones differ',
  'Execution Residue (unmanaged, user)': 'a judgement which of the many old return addresses matter; `dps` shows them',
  'Execution Residue (unmanaged, kernel)':
    'a judgement which of the many old return addresses matter; `dps` shows them',
  'Past Stack Trace': 'frames below the stack pointer that are proved to belong to one call chain',
  'Hidden Stack Trace': 'frames below the stack pointer that are proved to belong to one call chain',
  'Hidden Stack': 'proof that a region with return addresses is a stack, and of which thread',
  'RIP Stack Trace': 'its definition, which was not found in public',
  'Debugger Bug': 'a list of defects by version of the debugger, with a source for each',
  'Debugger Omission': 'a second tool to compare with',
  'Injected Symbols':
    'a note of which symbols were loaded for a module they do not belong to; debuggers keep none in a dump',
  'Tampered Dump': 'proof of intent; contradictions in a dump are told by the patterns that meet them',
  Hyperdump: 'a mark that says that a hypervisor saved the dump; converters leave none that is documented',
  'Clone Dump': 'a documented mark of cloned processes in the streams of the dump',
  'Active Space': 'no rule is known that would make more of it than `!session` and `!process` show',
  'Shared Buffer Overwrite': 'the layout of the buffer, and whose data looks like what stands in it',
  'Data Correlation (function parameters)': 'a judgement which of the equal values on several stacks are no chance',
  'Coupled Processes (weak)':
    'the handle tables of all processes, compared by object, and a rule which shared ones matter',
  'Pervasive System': 'the module lists of all processes, which only complete dumps have',
  'Random Object': 'the types of all objects that threads wait for, in damaged ones too',
  'Optimized VM Layout': 'preferred bases of all images; since Windows Vista nearly every image is moved on purpose',
  'Input Thread': 'nothing wrong to tell: threads that wait for input are counted as passive',
  'GUI Thread': 'nothing wrong to tell: `!thread` shows Win32Thread',

  // Structures that are not read yet, or not public.
  'Insufficient Memory (control blocks)': 'the limits and counters of the tables of each component',
  'Insufficient Memory (stack trace database)': 'the stack trace database of ntdll, by its private types',
  'Stack Trace (database)': 'the stack trace database of ntdll, by its private types; !heap -p -a in a log',
  'Stack Overflow (software implementation)': 'the stack of each interpreter or runtime, by its own structures',
  'Handle Limit (GDI, kernel space)': 'the handle manager of win32k, which its public symbols do not describe',
  'Handle Limit (GDI, user space)':
    'the shared table of GDI handles, whose layout differs by build and is not documented',
  'Custom Exception Handler (kernel space)': 'the scope tables of drivers on the stack, with their images',
  'Hidden IRP': 'a scan of pool for requests that no thread lists, in a complete dump',
  'Handled Exception (kernel)': 'trap frames in the unused part of kernel stacks, proved against code',
  'Hidden Exception (kernel space)': 'trap frames above the current frames of each kernel stack, proved against code',
  'Passive System Thread (kernel space)': 'nothing wrong to tell: the stack collection marks such threads as passive',
  'Insufficient Memory (stack)':
    'a stack that could not grow, proved by the commit charge of the system at that moment',
  'No Data Types': 'a question for a type: `dt` says where symbols have none',
};
