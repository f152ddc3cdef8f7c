import { refusal, sameAnswer } from '../../debugger/refusal.ts';

const NO_PROCESS = "Operation not supported by current debuggee error in '{}': memoretics opens dumps, not processes;";

export default refusal({
  syntax: '.restart | .kill | .attach pid | .create line | .dump file | .reboot | .crash | .server options ...',
  summary: 'Starts, ends, saves or serves a live debuggee, which a dump is not: each tells what serves instead.',
  answers: {
    ...sameAnswer('.restart .create .attach .wake .childdbg', `${NO_PROCESS} memoretics debug FILE opens another`),
    ...sameAnswer('.kill .detach .abandon .endpsrv', `${NO_PROCESS} q ends the session`),
    ...sameAnswer('.reboot .crash .breakin .secure', `${NO_PROCESS} there is no machine behind it`),
    '.dump': "refused '{}': the file is the dump already, and memory that it lacks cannot be added; copy the file",
    '.dumpcab': "refused '{}': a dump is not packed again; copy the file",
    '.opendump': "Operation not supported in this session '{}': memoretics debug FILE FILE opens several at once",
    ...sameAnswer(
      '.server .servers .endsrv .clients .remote .remote_exit .send_file .netuse',
      "Operation not supported in this session '{}': a session is not shared; memoretics run --json FILE serves machines",
    ),
    '.tlist':
      "Operation not supported in this session '{}': it lists processes of the debugger's machine; !process 0 0 lists those of the dump",
    ...sameAnswer(
      '.enumtag .closehandle .fiber .kdfiles .kdtrans .record_branches .dbgdbg .copysym',
      "Operation not supported by current debuggee error in '{}': it is for a live debuggee or its connection",
    ),
    ...sameAnswer(
      '.tss .holdmem',
      "'{}' is not available here: dt and dx show any structure that symbols have, c compares memory",
    ),
    ...sameAnswer(
      '.scriptload .scriptrun .scriptunload .scriptlist .scriptproviders .scriptdebug',
      "JavaScript for WinDbg's host object is not run: memoretics script FILE.ts DUMP runs JavaScript and TypeScript with a typed library (docs/scripting.md); $$>a< runs debugger scripts",
    ),
    ...sameAnswer(
      '.cmdtree .browse .open .dml_start .dml_flow .dml_file .wtitle',
      "'{}' is for WinDbg's windows; .hh lists the commands, uf shows a function by its flow",
    ),
  },
});
