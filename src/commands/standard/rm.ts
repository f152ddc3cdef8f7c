import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { knownRegisters, type NamedRegister, writeNamed } from '../../debugger/register-list-text.ts';
import { MASK_BITS, maskedRegisters } from '../../debugger/register-set.ts';

type Options = { readonly kind: 'show' | 'bits' } | { readonly kind: 'set' | 'registers'; readonly mask: number };

type Data =
  | { readonly kind: 'set' }
  | { readonly kind: 'registers'; readonly registers: readonly NamedRegister[] }
  | { readonly kind: 'bits'; readonly mask: number | null };

/** Integers of either width and segments: what `r` shows to begin with. */
const USUAL = { 4: 9, 8: 0xa } as const;

export default command<Options, Data>({
  name: 'rm',
  syntax: 'rm [mask | ?] | rM mask',
  summary:
    'Shows or sets which registers r shows without arguments, by the bits of a mask; ? lists the bits. rM shows the registers of a mask.',
  example: 'rM 4',
  patterns: [],
  notes: 'The list of bits is in our words. What the dump does not hold is left out.',
  parse(args, session, typed): Options {
    void session.target;
    const rest = args.trim();
    const isDisplay = typed === 'rM';
    if (!isDisplay && (rest === '' || rest === '?')) return { kind: rest === '' ? 'show' : 'bits' };
    const mask = /^(?:0x)?([0-9a-f]{1,4})$/i.exec(rest);
    if (!mask) throw new UsageError(typed, `Syntax error: ${typed} needs a mask, such as ${typed} 4`, 0);
    return { kind: isDisplay ? 'registers' : 'set', mask: Number.parseInt(mask[1]!, 16) };
  },
  async run(session, options): Promise<Data> {
    const { architecture, pointerSize } = session;
    if (options.kind === 'registers')
      return {
        kind: 'registers',
        registers: await knownRegisters(session, maskedRegisters(options.mask, architecture)),
      };
    if (options.kind === 'set') {
      session.registerMask = options.mask === USUAL[pointerSize] ? null : options.mask;
      return { kind: 'set' };
    }
    return { kind: 'bits', mask: options.kind === 'bits' ? null : (session.registerMask ?? USUAL[pointerSize]) };
  },
  render(data, text) {
    if (data.kind === 'set') return;
    if (data.kind === 'registers') {
      writeNamed(text, data.registers, true);
      return;
    }
    const { mask } = data;
    if (mask !== null) text.line(`Register output mask is ${mask.toString(16)}:`);
    for (const [bit, what] of MASK_BITS)
      if (mask === null || mask & bit) text.line(`${bit.toString(16).padStart(8)} - ${what}`);
  },
});
