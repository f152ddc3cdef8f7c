import type { IrpLocation, IrpObject } from '../windows/irp-object.ts';
import type { IrpSummary } from '../windows/irp-summary.ts';
import { parseAddress } from './symbol-text.ts';

type Draft = { -readonly [Key in keyof IrpObject]: IrpObject[Key] };
type LocationDraft = { -readonly [Key in keyof IrpLocation]: IrpLocation[Key] };

/** At least eight digits, in sixteen where the upper half is not all zero. */
const A = '[0-9a-f]{8}(?:`?[0-9a-f]{1,8})?';
const HEADER = new RegExp(
  `^\\s*Irp is (?:active|completed)(?:[.,]?\\s*)(?:with (\\d{1,3}) stacks?\\s*)?(?:(\\d{1,3}) is current)?(?:\\s*\\(= (?:0x)?(${A})\\))?`,
  'i',
);
const FACTS = new RegExp(
  `(?:Mdl\\s*=\\s*(?:0x)?(${A})|No Mdl)|(?:System buffer\\s*=\\s*(?:0x)?(${A})|No System Buffer)|Thread (?:0x)?(${A}):|(?:Associated Irp|Master Irp)\\s*=\\s*(?:0x)?(${A})`,
  'gi',
);
/** `>[IRP_MJ_READ(3), N/A(0)]`, `>[  3,34]  40 e1 ...`. */
const FUNCTION =
  /^\s*>?\s*\[\s*(?:(?:[A-Z_]\w*|N\/A)\s*\()?\s*([0-9a-f]{1,2})\)?\s*,\s*(?:(?:[A-Z_]\w*|N\/A)\s*\()?\s*([0-9a-f]{1,2})\)?\s*\]\s*(.*)$/;
const PLACES = new RegExp(`^\\s*([0-9a-f]{1,2})\\s+([0-9a-f]{1,2})\\s+(${A})\\s+(${A})\\s+(${A})-(${A})\\b`);
const ARGUMENTS = /^\s*Args:\s*((?:(?:0x)?[0-9a-f]{1,17}\s*)+)$/i;
/** The driver, and the completion routine behind it or alone. */
const DRIVER = /^\s*(?:(\\\S+)(?:\s+\(?([^\s()]+)\)?)?|([A-Za-z_]\w*![^\s()]+))\s*$/;
/** sizeof(IRP) and sizeof(IO_STACK_LOCATION) of wdm.h, for the IRP's address from that of its current location. */
const SIZES = { narrow: { irp: 0x70n, location: 0x24n }, wide: { irp: 0xd0n, location: 0x48n } } as const;
const MOST_STRANGE = 4;

/** Every `!irp` in the order met; `command` names the address where the output does not lead to it. */
export function readIrps(lines: readonly string[], command = '', firstLine = 0): readonly IrpObject[] {
  const found: IrpObject[] = [];
  let block: IrpBlock | null = null;
  const asked = /^\s*!irp\s+(?:0x)?([0-9a-f`]{8,17})\b/i.exec(command)?.[1];
  const close = (): void => {
    const irp = block?.finish(found.length === 0 && asked !== undefined ? parseAddress(asked) : null);
    if (irp) found.push(irp);
    block = null;
  };
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 400) continue;
    const header = text.includes('Irp is ') ? HEADER.exec(text) : null;
    if (header) {
      close();
      block = new IrpBlock(header, firstLine + i);
    } else if (block && text.trim() !== '' && !(block as IrpBlock).line(text)) close();
  }
  close();
  return found;
}

class IrpBlock {
  readonly #draft: Omit<Draft, 'address'>;
  readonly #locations: LocationDraft[] = [];
  #strange = 0;

  constructor(header: RegExpExecArray, line: number) {
    const stackCount = Number(header[1] ?? 0);
    this.#draft = {
      stackCount,
      currentLocation: header[2] === undefined ? stackCount + 1 : Number(header[2]),
      currentAddress: header[3] === undefined ? null : parseAddress(header[3]),
      mdl: null,
      systemBuffer: null,
      masterIrp: null,
      thread: null,
      pending: null,
      cancel: null,
      status: null,
      information: null,
      flags: null,
      cancelRoutine: null,
      userEvent: null,
      locations: this.#locations,
      line,
    };
  }

  /** Takes a line; false when it no longer belongs here. */
  line(text: string): boolean {
    if (this.#facts(text) || this.#location(text) || this.#detail(text.trim())) {
      this.#strange = 0;
      return true;
    }
    return /^\s*cmd\s+flg\s+cl\s/.test(text) || ++this.#strange <= MOST_STRANGE;
  }

  #facts(text: string): boolean {
    const draft = this.#draft;
    if (this.#locations.length > 0 || !/Mdl|Thread |Irp\s*=/i.test(text)) return false;
    for (const [whole, mdl, buffer, thread, master] of text.matchAll(FACTS)) {
      if (mdl !== undefined) draft.mdl = parseAddress(mdl);
      else if (/^No Mdl/i.test(whole)) draft.mdl = 0n;
      if (buffer !== undefined) draft.systemBuffer = parseAddress(buffer);
      else if (/^No System/i.test(whole)) draft.systemBuffer = 0n;
      if (thread !== undefined) draft.thread = parseAddress(thread);
      if (master !== undefined) draft.masterIrp = parseAddress(master);
    }
    if (/Pending has been returned/i.test(text)) draft.pending = true;
    return true;
  }

  /** Members of the IRP itself, which `!irp` prints with detail 1. */
  #detail(text: string): boolean {
    const draft = this.#draft;
    const hex = (pattern: RegExp): bigint | null => {
      const found = pattern.exec(text)?.[1];
      return found === undefined ? null : parseAddress(found);
    };
    const number = (value: bigint | null): number | null => (value === null ? null : Number(value));
    if (text.startsWith('Flags = ')) draft.flags = number(hex(/^Flags = ([0-9a-f]{8})/));
    else if (text.startsWith('IoStatus.Status = ')) {
      draft.status = number(hex(/^IoStatus\.Status = ([0-9a-f]{8})/));
      draft.information = hex(/IoStatus\.Information = ([0-9a-f]{8,16})/);
    } else if (text.startsWith('Cancel = ')) {
      const cancel = /^Cancel = ([01])/.exec(text)?.[1];
      draft.cancel = cancel === undefined ? null : cancel === '1';
      draft.cancelRoutine = hex(/CancelRoutine = ([0-9a-f]{8,16})/);
    } else if (text.startsWith('UserEvent = ')) draft.userEvent = hex(/^UserEvent = ([0-9a-f]{8,16})/);
    else return false;
    return true;
  }

  #location(text: string): boolean {
    const begins = FUNCTION.exec(text);
    if (begins) {
      this.#locations.push({
        major: Number.parseInt(begins[1]!, 16),
        minor: Number.parseInt(begins[2]!, 16),
        flags: 0,
        control: 0,
        device: 0n,
        file: 0n,
        completion: 0n,
        completionName: null,
        context: 0n,
        driverName: null,
        parameters: [],
      });
      this.#places(begins[3]!);
      return true;
    }
    return this.#locations.length > 0 && (this.#places(text) || this.#parameters(text) || this.#driver(text));
  }

  #places(text: string): boolean {
    const last = this.#locations.at(-1)!;
    const found = PLACES.exec(text);
    if (!found) return false;
    last.flags = Number.parseInt(found[1]!, 16);
    last.control = Number.parseInt(found[2]!, 16);
    [last.device, last.file, last.completion, last.context] = found.slice(3, 7).map((item) => parseAddress(item)!) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    return true;
  }

  #parameters(text: string): boolean {
    const found = ARGUMENTS.exec(text);
    if (!found) return false;
    this.#locations.at(-1)!.parameters = found[1]!
      .trim()
      .split(/\s+/)
      .map((item) => parseAddress(item) ?? 0n);
    return true;
  }

  #driver(text: string): boolean {
    const found = DRIVER.exec(text);
    if (!found) return false;
    const last = this.#locations.at(-1)!;
    last.driverName = found[1] ?? null;
    last.completionName = found[2] ?? found[3] ?? null;
    return true;
  }

  finish(asked: bigint | null): IrpObject | null {
    const draft = this.#draft;
    const at = draft.currentAddress;
    const { irp, location } = (at ?? 0n) > 0xffff_ffffn ? SIZES.wide : SIZES.narrow;
    const address =
      at === null || draft.currentLocation < 1 ? asked : at - irp - location * BigInt(draft.currentLocation - 1);
    return address === null ? null : { address, ...draft };
  }
}

const SEARCH = new RegExp(
  `^\\s*(${A})\\s+\\[\\s*(${A})?\\s*\\]\\s+irpStack:\\s*\\(\\s*([0-9a-f]{1,2})\\s*,\\s*([0-9a-f]{1,2})\\s*\\)\\s+(${A})\\s+\\[\\s*(\\\\[^\\]]*?|\\?)?\\s*\\](?:\\s+(?:0x)?(${A}))?(?:\\s+(?:0x)?(${A}))?`,
  'i',
);
const COMPLETE = new RegExp(`^\\s*(${A})\\s+\\[\\s*(${A})?\\s*\\]\\s+(?:irpStack: )?Irp is complete`, 'i');
/** Of NT: `8097c008 Thread 8094d900 current stack belongs to  \\Driver\\symc810`. */
const OLD = new RegExp(`^\\s*(${A}) Thread (${A}) current stack belongs to\\s+(\\S+)`, 'i');

/** Every line of `!irpfind` in the order met. */
export function readIrpSearch(lines: readonly string[], firstLine = 0): readonly IrpSummary[] {
  const found: IrpSummary[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 300 || (!text.includes('] ') && !text.includes(' Thread '))) continue;
    const irp = summaryIn(text, firstLine + i);
    if (irp) found.push(irp);
  }
  return found;
}

function summaryIn(text: string, line: number): IrpSummary | null {
  const none = { major: null, minor: null, device: null, driverName: null, mdl: null, process: null, line };
  const address = (value: string | undefined): bigint | null => (value === undefined ? null : parseAddress(value));
  const whole = SEARCH.exec(text);
  if (whole)
    return {
      address: parseAddress(whole[1]!)!,
      thread: address(whole[2]) ?? 0n,
      major: Number.parseInt(whole[3]!, 16),
      minor: Number.parseInt(whole[4]!, 16),
      device: parseAddress(whole[5]!),
      driverName: whole[6] === '?' ? null : (whole[6]?.trim() ?? null),
      mdl: address(whole[7]),
      process: address(whole[8]),
      line,
    };
  const complete = COMPLETE.exec(text);
  if (complete) return { ...none, address: parseAddress(complete[1]!)!, thread: address(complete[2]) ?? 0n };
  const old = OLD.exec(text);
  if (!old) return null;
  const driverName = old[3]!.startsWith('\\') ? old[3]! : null;
  return { ...none, address: parseAddress(old[1]!)!, thread: parseAddress(old[2]!), driverName };
}
