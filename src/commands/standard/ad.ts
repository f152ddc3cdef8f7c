import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { aliasesOf } from '../../debugger/script/session-aliases.ts';

export default command<{ readonly name: string; readonly quiet: boolean }, { readonly name: string }>({
  name: 'ad',
  syntax: 'ad [/q] name | ad [/q] *',
  summary: 'Forgets an alias, or all of them.',
  example: 'ad *',
  patterns: [],
  parse(args, session) {
    void session.target;
    const found = /^\s*(\/q\s+)?(?:\$\{\/v:([^}]+)\}|(\S+))\s*$/.exec(args);
    const name = found?.[2] ?? found?.[3];
    if (name === undefined) throw new UsageError('ad', 'Syntax error: ad needs the name of an alias, or *', 0);
    return { name, quiet: found?.[1] !== undefined };
  },
  run(session, { name, quiet }) {
    const aliases = aliasesOf(session);
    if (name === '*') aliases.clear();
    else if (!aliases.delete(name) && !quiet) throw new UsageError('ad', `No alias with the name '${name}'`, 0);
    return { name };
  },
  render() {},
});
