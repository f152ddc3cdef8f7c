/** What is used of capstone-wasm, whose package does not export its own declarations. */
declare module 'capstone-wasm' {
  export const Const: Readonly<Record<'CS_ARCH_ARM64' | 'CS_MODE_LITTLE_ENDIAN', number>>;
  export function loadCapstone(options: { readonly locateFile: (path: string) => string }): Promise<void>;
  export class Capstone {
    constructor(architecture: number, mode: number);
    disasm(
      data: Uint8Array,
      options: { readonly address: bigint; readonly count?: number },
    ): readonly { readonly size: number; readonly mnemonic: string; readonly opStr: string }[];
  }
}
