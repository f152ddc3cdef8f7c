/** WebAssembly as far as the core uses it; neither `lib: ES2023` nor Node’s types declare it. */
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
