import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { kernelOrNull } from '../../debugger/kernel.ts';
import { readSmbios, type SmbiosStructure, smbiosString } from '../../windows/smbios.ts';

type Topic = 'cpuinfo' | 'cpuspeed' | 'machineid' | 'smbios';

interface Data {
  readonly topic: Topic;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

const TOPICS: readonly Topic[] = ['cpuinfo', 'cpuspeed', 'machineid', 'smbios'];
/** Strings of the structures BIOS (0), System (1) and Baseboard (2) by offset (DMTF DSP0134), in WinDbg's words. */
const MACHINE_ID: readonly (readonly [number, number, string])[] = [
  [0, 0x04, 'BiosVendor'],
  [0, 0x05, 'BiosVersion'],
  [0, 0x08, 'BiosReleaseDate'],
  [1, 0x04, 'SystemManufacturer'],
  [1, 0x05, 'SystemProductName'],
  [1, 0x1a, 'SystemFamily'],
  [1, 0x06, 'SystemVersion'],
  [1, 0x19, 'SystemSKU'],
  [2, 0x04, 'BaseBoardManufacturer'],
  [2, 0x05, 'BaseBoardProduct'],
  [2, 0x06, 'BaseBoardVersion'],
];

export default command<{ readonly topic: Topic }, Data>({
  name: '!sysinfo',
  syntax: '!sysinfo cpuinfo|cpuspeed|machineid|smbios',
  summary: 'Shows the processor, its speed, the machine and its firmware, as far as the dump tells.',
  example: '!sysinfo cpuinfo',
  patterns: [],
  notes:
    'The processor is that of the dump header or the processor control block, not of the registry. Serial numbers and UUIDs of SMBIOS are not shown. The SMBIOS table is read from physical memory only: complete dumps hold it.',
  parse(args, session) {
    void session.target;
    const topic = TOPICS.find((one) => one === args.trim().toLowerCase().replace(/^-/, ''));
    if (!topic) throw new UsageError('!sysinfo', `!sysinfo knows ${TOPICS.join(', ')}`, 0);
    return { topic };
  },
  async run(session, { topic }) {
    const kernel = await kernelOrNull(session);
    if (topic === 'cpuinfo' || topic === 'cpuspeed') {
      const { cpu, processors } = session.target.system;
      const block = kernel?.address('KiProcessorBlock') ?? null;
      const prcb = block === null ? null : (kernel?.pointerAt(block) ?? null);
      const speed = prcb ? (kernel?.object('_KPRCB', prcb).u32('MHz') ?? null) : null;
      const row = (name: string, value: string | number | null | undefined) =>
        value === null || value === undefined ? [] : [{ name, value: String(value) }];
      const rows = [
        ...(topic === 'cpuinfo'
          ? [
              ...row('VendorIdentifier', cpu?.vendor),
              ...row('Family', cpu?.family),
              ...row('Model', cpu?.model),
              ...row('Stepping', cpu?.stepping),
              ...row('Processors', processors),
            ]
          : []),
        ...row('~MHz', speed),
      ];
      if (rows.length === 0) throw new UsageError('!sysinfo', `${topic}: not in the dump`);
      return { topic, rows };
    }
    const table = kernel ? readSmbios(kernel) : null;
    if (!table) throw new UsageError('!sysinfo', 'the SMBIOS table is not in the dump, or symbols do not lead to it');
    return { topic, rows: topic === 'smbios' ? structures(table) : machine(table) };
  },
  render({ topic, rows }, text) {
    if (topic === 'cpuinfo') text.line('[CPU Information]');
    if (topic === 'machineid') text.line('Machine ID Information');
    for (const { name, value } of rows) text.line(`${name} = ${value}`);
  },
});

function machine(table: readonly SmbiosStructure[]) {
  return MACHINE_ID.flatMap(([type, offset, name]) => {
    const found = table.find((one) => one.type === type);
    const value = found ? smbiosString(found, offset) : null;
    return value === null ? [] : [{ name, value }];
  });
}

function structures(table: readonly SmbiosStructure[]) {
  return table.map(({ type, handle, data }) => ({
    name: `Type ${type}, handle 0x${handle.toString(16).padStart(4, '0')}`,
    value: `${data.length} bytes`,
  }));
}
