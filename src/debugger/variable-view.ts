/** A variable of a frame. */
export interface VariableView {
  readonly name: string;
  readonly isParameter: boolean;
  /** As debuggers print it: `struct Job *`. */
  readonly typeName: string;
  /** Of a variable in memory, unsigned. */
  readonly address: bigint | null;
  /** `@ebx`, or `@rsp+0x0030` for what is at a register; null for statics, constants and what has no place. */
  readonly location: string | null;
  /** As printed; null when the value is not available. */
  readonly text: string | null;
  readonly value: bigint | null;
  /** Why there is no value, for people. */
  readonly reason: string | null;
}

/** A variable's value, or the debugger's words where there is none. */
export function variableText({ text }: VariableView): string {
  return text ?? '<value unavailable>';
}
