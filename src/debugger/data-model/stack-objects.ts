import { frameName } from '../../windows/stack.ts';
import { load } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import { integer } from '../cpp/value.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { variablesOfFrame } from '../local-variables.ts';
import type { Session } from '../session.ts';
import type { FrameView, StackView } from '../stack-view.ts';
import { runMethod } from './line-output.ts';
import {
  hexNumber,
  type ModelItem,
  type ModelMember,
  type ModelObject,
  type ModelValue,
  member,
  method,
  objectOf,
  sequence,
  typed,
  unknown,
} from './model-value.ts';
import { reasonOf } from './reason.ts';

const NO_PRIVATE = 'private symbols are required';

/** A stack as an object; variables are shown where its memory is in view. */
export function stackObject(session: Session, stack: StackView, variables: boolean): ModelObject {
  const { frames, end, endReason } = stack;
  const items = frames.map((_, index) => frameItem(session, frames, index, variables));
  const cut = end === 'complete' ? null : `there may be more: ${endReason ?? end}`;
  return objectOf({ members: [member('Frames', sequence(items, cut))] });
}

/** One frame of a stack with its attributes, parameters and local variables. */
export function frameItem(
  session: Session,
  frames: readonly FrameView[],
  index: number,
  variables = true,
): ModelItem & { readonly value: ModelObject } {
  const { frame, number, child, returnAddress } = frames[index]!;
  const address = (value: bigint | null) => (value === null ? null : hexNumber(value));
  const attributes = objectOf({
    members: [
      member('InstructionOffset', address(frame.address)),
      member('ReturnOffset', address(returnAddress)),
      member('FrameOffset', address(child)),
      member('StackOffset', address(frame.stackPointer)),
      member('FrameNumber', hexNumber(number)),
    ],
  });
  const named = (parameters: boolean): ModelMember => ({
    name: parameters ? 'Parameters' : 'LocalVariables',
    read: async () =>
      variables ? variablesObject(session, frames, index, parameters) : notInView(session, frames, index),
  });
  return {
    key: BigInt(number),
    value: objectOf({
      text: frameName(frame).replace(/\+(?=0x[\da-f]+$)/, ' + '),
      action: 'Switch To',
      members: [
        named(false),
        named(true),
        member('Attributes', attributes),
        method('SwitchTo', '[SwitchTo() - Makes this the current frame]', () =>
          runMethod(session, `.frame 0x${number.toString(16)}`),
        ),
      ],
    }),
  };
}

function notInView(session: Session, frames: readonly FrameView[], index: number): ModelValue {
  const found = variablesOfFrame(session, frames, index);
  return unknown(found ? 'another process is in view' : NO_PRIVATE);
}

function variablesObject(
  session: Session,
  frames: readonly FrameView[],
  index: number,
  parameters: boolean,
): ModelValue {
  const found = variablesOfFrame(session, frames, index);
  if (!found) return unknown(NO_PRIVATE);
  return objectOf({
    members: found
      .filter(({ variable }) => variable.isParameter === parameters)
      .map(({ variable, view }) => ({
        name: variable.name,
        async read(): Promise<ModelValue> {
          try {
            if (view.address !== null) return typed(load(variable.type, view.address, cppScope(session), 0));
          } catch (error) {
            if (error instanceof ExpressionError) return unknown(reasonOf(error));
            throw error;
          }
          return view.value === null
            ? unknown(view.reason ?? 'not available')
            : typed(integer(view.value, variable.type));
        },
      })),
  });
}
