import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { aliasesOf } from '../../debugger/script/session-aliases.ts';

interface Options {
  readonly name: string;
  readonly quiet: boolean;
  /** Column of the name. */
  readonly at: number;
}

export default command<Options, { readonly name: string }>({
  name: 'ad',
  syntax: 'ad [/q] name | ad [/q] *',
  summary: 'Forgets an alias, or all of them.',
  example: 'ad *',
  patterns: [],
  parse(args) {
    const found = /^\s*(\/q\s+)?(?:\$\{\/v:([^}]+)\}|(\S+))\s*$/.exec(args);
    const name = found?.[2] ?? found?.[3];
    if (name === undefined) throw new UsageError('ad', 'Syntax error: ad needs the name of an alias, or *', 0);
    return { name, quiet: found?.[1] !== undefined, at: args.lastIndexOf(name) };
  },
  run(session, { name, quiet, at }) {
    const aliases = aliasesOf(session);
    if (name === '*') aliases.clear();
    else if (!aliases.delete(name) && !quiet) throw new UsageError('ad', `No alias with the name '${name}'`, at);
    return { name };
  },
  render() {},
});
