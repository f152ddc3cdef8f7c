/** Something that help explains and that is no command of the registry: a pattern, or what only a terminal has. */
export interface Topic {
  /** As typed after `.hh`. */
  readonly name: string;
  /** Null for what is not typed as a command. */
  readonly syntax: string | null;
  readonly summary: string;
  readonly example: string | null;
  /** Names of commands and topics. */
  readonly seeAlso: readonly string[];
  /** More about it, as one paragraph. */
  readonly text: string | null;
}
