import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import { protectionText, regionAt, regionTypeText, stateText } from '../../debugger/region-text.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { toUnsigned } from '../../memory/space.ts';

interface ProtectionData {
  readonly pointerSize: 4 | 8;
  readonly base: bigint;
  readonly allocationBase: bigint | null;
  readonly allocationProtection: number;
  readonly size: bigint;
  readonly state: number;
  readonly protection: number;
  readonly type: number;
}

export default command<{ readonly expression: Expression }, ProtectionData>({
  name: '!vprot',
  syntax: '!vprot address',
  summary: 'Shows state and protection of the memory region that holds an address.',
  example: '!vprot @$csp',
  patterns: ['stack-overflow-user'],
  parse: (args, session) => ({ expression: parseWhole(args.trim() === '' ? '.' : args, session.reading) }),
  async run(session, { expression }) {
    const regions = session.target.memoryRegions;
    if (!regions) throw new UsageError('!vprot', 'this dump holds no list of memory regions (MemoryInfoListStream)');
    const value = await expressionIn(session, expression);
    const at = session.address(value);
    const region = at === null ? null : regionAt(regions, at);
    if (!region) throw new UsageError('!vprot', `No region contains 0x${value.toString(16)}`);
    return {
      pointerSize: session.pointerSize,
      base: toUnsigned(region.base),
      allocationBase: region.allocationBase === null ? null : toUnsigned(region.allocationBase),
      allocationProtection: region.allocationProtection,
      size: BigInt(region.size),
      state: region.state,
      protection: region.protection,
      type: region.type,
    };
  },
  render(data, text) {
    const { pointerSize } = data;
    const flags = (value: number, name: string) => `${hexPadded(value, 8)}  ${name}`;
    const row = (label: string, value: string) => text.line(`${`${label}:`.padEnd(18)} ${value}`);
    row('BaseAddress', addressText(data.base, pointerSize));
    if (data.allocationBase !== null && data.allocationBase !== 0n) {
      row('AllocationBase', addressText(data.allocationBase, pointerSize));
      row('AllocationProtect', flags(data.allocationProtection, protectionText(data.allocationProtection)));
    }
    row('RegionSize', addressText(data.size, pointerSize));
    row('State', flags(data.state, stateText(data.state)));
    if (data.protection) row('Protect', flags(data.protection, protectionText(data.protection)));
    if (data.type) row('Type', flags(data.type, regionTypeText(data.type)));
  },
});
