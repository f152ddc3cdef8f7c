/** The few globals that every host (Node, browser, worker) has and that `lib: ES2023` does not declare. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare namespace WebAssembly {
  class Module {
    constructor(bytes: ArrayBufferView | ArrayBuffer);
    static imports(module: Module): { module: string; name: string; kind: string }[];
  }
  class Instance {
    constructor(module: Module, imports?: object);
    // biome-ignore lint/suspicious/noExplicitAny: exports of a WebAssembly module are untyped by nature.
    readonly exports: Record<string, any>;
  }
  class Memory {
    readonly buffer: ArrayBuffer;
  }
}
declare const performance: { now(): number };
