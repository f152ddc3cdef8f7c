import { MemoreticsError } from '../bytes/errors.ts';
import type { Type } from '../symbols/type.ts';
import { cppIn } from './cpp/scope.ts';
import { memberNames } from './data-model/member-names.ts';
import type { Session } from './session.ts';
import { typeModule, typesOf } from './type-search.ts';

/** An expression, its `.` or `->`, and the beginning of a member's name; brackets and calls belong to the expression. */
const MEMBER = /((?:[\w@$!:~.`?]|->|\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\))+?)(\.|->)(\w*)$/;

/** The names that can stand behind `expression.` or `expression->` at the end of a text; null where none is begun. */
export async function membersAt(
  session: Session,
  text: string,
  isModel: boolean,
): Promise<{ readonly wanted: string; readonly names: readonly string[] } | null> {
  const found = MEMBER.exec(text);
  if (!found) return null;
  const [, expression = '', , wanted = ''] = found;
  const fields = isModel ? [] : await cppFields(session, expression);
  return { wanted, names: fields.length > 0 ? fields : await memberNames(session, expression) };
}

/** Fields of what `dt module!type a.b.` leads to, each with the way to it before it. */
export async function fieldsOfType(session: Session, written: string, path: string): Promise<string[]> {
  const bang = written.indexOf('!');
  const module =
    bang < 0
      ? (session.moduleNamed('nt') ?? session.moduleNamed('ntdll'))
      : typeModule(session, written.slice(0, bang));
  const types = module ? await typesOf(session, module) : null;
  const name = written.slice(bang + 1);
  let type: Type | null = types?.type(name) ?? types?.type(`_${name}`) ?? null;
  const steps = path.split('.').slice(0, -1);
  for (const step of steps) {
    const fields = type?.kind === 'struct' ? type.fields() : [];
    type = fields.find(({ name: each }) => each === step)?.type() ?? null;
  }
  const before = steps.map((step) => `${step}.`).join('');
  return fieldNames(type).map((field) => before + field);
}

async function cppFields(session: Session, expression: string): Promise<string[]> {
  try {
    const { type } = await cppIn(session, expression);
    return fieldNames(type.kind === 'pointer' ? type.target() : type);
  } catch (error) {
    if (error instanceof MemoreticsError) return [];
    throw error;
  }
}

function fieldNames(type: Type | null): string[] {
  return type?.kind === 'struct' ? type.fields().map(({ name }) => name) : [];
}
