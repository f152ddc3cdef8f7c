import { hex } from '../bytes/hex.ts';
import type { KernelDump } from '../formats/kernel-dump/kernel-dump.ts';
import {
  dumpAttributeNames,
  dumpTypeName,
  miniDumpFieldNames,
  triageOptionNames,
} from '../formats/kernel-dump/names.ts';
import { PAGE_SIZE } from '../formats/kernel-dump/page-map.ts';
import type { RawPart } from './target.ts';

/** A structural part of the file, or nothing when it was not written. */
function part(
  name: string,
  place: { readonly offset: number; readonly size: number } | null,
  summary: string,
): RawPart[] {
  return place ? [{ name, type: null, offset: place.offset, size: place.size, summary }] : [];
}

/** The file's parts in the order of its structure, for `memoretics streams`. */
export function kernelParts(dump: KernelDump): RawPart[] {
  const { header, triage, pages } = dump;
  const type = header.dumpType;
  const parts: RawPart[] = [
    {
      name: header.bits === 32 ? 'DUMP_HEADER32' : 'DUMP_HEADER64',
      type,
      offset: 0,
      size: Math.min(header.size, dump.source.size),
      summary: type === null ? 'dump type not set' : (dumpTypeName(type) ?? `dump type ${type}, not known`),
    },
    ...part('Header: CONTEXT', { offset: header.contextOffset, size: header.context.length }, 'registers of the crash'),
    ...part(
      'Header: EXCEPTION_RECORD',
      header.exception && { offset: header.exceptionOffset, size: header.bits === 32 ? 0x50 : 0x98 },
      header.exception ? `code ${hex(header.exception.code)}` : '',
    ),
  ];
  if (pages) {
    parts.push({
      name: pages.structure,
      type: null,
      offset: pages.offset,
      size: pages.size,
      summary: `${pages.form}: ${pages.map.pages} pages, the first at file offset ${hex(pages.firstPage)}`,
    });
    let offset = pages.firstPage;
    for (const run of pages.runs ?? []) {
      parts.push({
        name: 'physical run',
        type: null,
        offset,
        size: run.count * PAGE_SIZE,
        summary: `${run.count} pages from physical address ${hex(run.start * PAGE_SIZE)}`,
      });
      offset += run.count * PAGE_SIZE;
    }
  }
  if (triage) {
    const unloaded = triage.unloadedDrivers;
    parts.push(
      ...part(
        header.bits === 32 ? 'TRIAGE_DUMP32' : 'TRIAGE_DUMP64',
        { offset: header.size, size: header.bits === 32 ? 0x68 : 0x80 },
        triage.complete ? 'complete' : 'not complete: the mark at its end is missing',
      ),
      ...part('Triage: KPRCB', triage.prcb, 'the processor that crashed'),
      ...part('Triage: EPROCESS', triage.process, 'the current process'),
      ...part('Triage: ETHREAD', triage.thread, 'the current thread'),
      ...part('Triage: call stack', triage.callStack, `from ${hex(triage.topOfStack)} on`),
      ...part('Triage: KDDEBUGGER_DATA', triage.debuggerDataPart, triage.debuggerData.state),
      ...part('Triage: unloaded drivers', triage.unloadedList, `${unloaded?.length ?? 0} drivers`),
      ...part('Triage: driver list', triage.driverList, `${triage.drivers.length} of ${triage.driverCount} drivers`),
      ...part('Triage: string pool', triage.stringPool, 'names of drivers'),
      ...part('Triage: data block table', triage.blockTable, `${triage.blocks.length} blocks`),
    );
    for (const block of triage.blocks) {
      parts.push({
        name: 'Triage: data block',
        type: null,
        offset: block.offset,
        size: block.size,
        summary: `virtual address ${hex(block.address)}`,
      });
    }
  }
  for (const blob of dump.secondary ?? []) {
    const known = [blob.name, blob.label].filter((text) => text !== null).join(', ');
    parts.push({
      name: 'Secondary data',
      type: blob.tag,
      offset: blob.offset,
      size: blob.size,
      summary: known === '' ? 'not known' : known,
    });
  }
  return parts;
}

/** What the dump says of itself beyond the system's facts, by name; nothing that identifies its owner. */
export function kernelAnnotations(dump: KernelDump): Map<string, string> {
  const { header, triage, smbios, secondary } = dump;
  const out = new Map<string, string>();
  const set = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') out.set(name, value);
  };
  if (header.attributes !== null) {
    set('dump attributes', `${hex(header.attributes)} ${dumpAttributeNames(header.attributes).join(', ')}`.trim());
  }
  if (header.bootId !== null) set('boot id', String(header.bootId));
  set('dump writer', header.writerLog);
  if (header.writerStatus !== null && header.writerStatus !== 0) set('writer status', hex(header.writerStatus));
  set('version user', header.versionUser);
  if (triage) {
    if (header.miniDumpFields !== null) set('triage parts', miniDumpFieldNames(header.miniDumpFields).join(', '));
    if (triage.triageOptions !== null) {
      set(
        'triage options',
        `${hex(triage.triageOptions)} ${triageOptionNames(triage.triageOptions).join(', ')}`.trim(),
      );
    }
    set('broken driver', triage.brokenDriver);
    const mm = triage.memoryManager;
    if (mm) {
      if (mm.kernelVerifier !== 0) set('driver verifier', `level ${hex(mm.verifyDriverLevel)}`);
      if (mm.specialPoolTag !== 0) set('special pool tag', hex(mm.specialPoolTag));
      if (mm.committed > 0) {
        set('committed pages', `${mm.committed} of ${mm.commitLimitMaximum}, peak ${mm.committedPeak}`);
        set('pool pages', `nonpaged ${mm.allocatedNonPagedPool}, paged ${mm.pagedPoolAllocated}`);
      }
    }
  }
  if (smbios) {
    set('machine', [smbios.manufacturer, smbios.product, smbios.productVersion].filter(Boolean).join(' '));
    set('board', [smbios.boardManufacturer, smbios.boardProduct].filter(Boolean).join(' '));
    set('BIOS', [smbios.biosVendor, smbios.biosVersion, smbios.biosDate].filter(Boolean).join(' '));
    set('processor', [...new Set(smbios.processors)].join(', '));
    const total = smbios.memory.reduce((sum, device) => sum + device.sizeInMegabytes, 0);
    if (total > 0) {
      const speeds = [...new Set(smbios.memory.map(({ speed }) => speed).filter((speed) => speed !== null))];
      set(
        'memory modules',
        `${smbios.memory.length}, ${total} MB in all${speeds.length > 0 ? `, ${speeds.join(' and ')} MT/s` : ''}`,
      );
    }
  }
  if (secondary) set('secondary data', `${secondary.length} blocks`);
  return out;
}
