/**
 * Takes bytes in order as a decoder makes them; they are valid during the call only. Answers false when it wants no
 * more, and the decoder stops as soon as nobody does.
 */
export type Sink = (bytes: Uint8Array) => boolean;
