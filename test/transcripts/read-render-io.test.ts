import fc from 'fast-check';
import { expect, test } from 'vitest';
import irpfind from '../../src/commands/extension/irpfind.ts';
import { writeIrp } from '../../src/debugger/irp-text.ts';
import { renderKernelHandles } from '../../src/debugger/kernel-handles.ts';
import { readIrpSearch, readIrps } from '../../src/transcript/irp.ts';
import { readHandleTables } from '../../src/transcript/kernel-handles.ts';
import { EMPTY_PROCESS } from '../../src/transcript/unknown-objects.ts';
import type { IrpLocation, IrpObject } from '../../src/windows/irp-object.ts';
import type { ExecutiveObject } from '../../src/windows/object.ts';
import { address, linesOf, orNull, type Size, size, symbol, word } from './arbitraries.ts';

const RUNS = { numRuns: 80 };
/** sizeof(IRP) and sizeof(IO_STACK_LOCATION) of wdm.h. */
const SIZES = { 4: [0x70n, 0x24n], 8: [0xd0n, 0x48n] } as const;

test('!irp: active and completed, with and without names of functions and members of its own', () => {
  const location = (bytes: Size): fc.Arbitrary<IrpLocation> =>
    fc
      .record({
        major: fc.nat(0x1b),
        minor: fc.nat(8),
        flags: fc.nat(255),
        control: fc.nat(255),
        device: address(bytes),
        file: fc.oneof(address(bytes), fc.constant(0n)),
        completion: fc.oneof(address(bytes), fc.constant(0n)),
        completionName: orNull(symbol),
        context: fc.oneof(address(bytes), fc.constant(0n)),
        driverName: orNull(fc.constantFrom('\\Driver\\disk', '\\FileSystem\\Ntfs')),
        parameters: fc.array(fc.oneof(address(bytes), fc.bigInt(0n, 0xffffn)), { minLength: 4, maxLength: 4 }),
      })
      .map((value) => (value.completion === 0n ? { ...value, completionName: null } : value));
  const irp = size.chain((bytes) =>
    fc
      .record({
        address: address(bytes).map((at) => at & ~0xffffn),
        locations: fc.array(location(bytes), { minLength: 1, maxLength: 4 }),
        current: fc.nat(4),
        mdl: fc.oneof(address(bytes), fc.constant(0n)),
        systemBuffer: fc.oneof(address(bytes), fc.constant(0n)),
        thread: address(bytes),
        pending: fc.constantFrom(true, null),
        detail: orNull(
          fc.record({
            flags: fc.nat(0xffffffff),
            status: fc.nat(0xffffffff),
            information: address(bytes),
            cancel: fc.boolean(),
            cancelRoutine: address(bytes),
            userEvent: address(bytes),
          }),
        ),
        named: fc.boolean(),
      })
      .map(({ current, detail, named, ...value }) => {
        const stackCount = value.locations.length;
        const currentLocation = 1 + Math.min(current, stackCount - 1);
        const [whole, one] = SIZES[bytes];
        const none = {
          flags: null,
          status: null,
          information: null,
          cancel: null,
          cancelRoutine: null,
          userEvent: null,
        };
        const object: IrpObject = {
          ...value,
          stackCount,
          currentLocation,
          currentAddress: value.address + whole + one * BigInt(currentLocation - 1),
          masterIrp: null,
          ...(detail ?? none),
          line: 0,
        };
        return { object, named, detail: detail !== null };
      }),
  );
  fc.assert(
    fc.property(irp, ({ object, named, detail }) => {
      expect(readIrps(linesOf((out) => writeIrp(out, object, named, detail)))).toEqual([object]);
      // Of one that is completed only the command tells the address.
      const completed = { ...object, currentLocation: object.stackCount + 1, currentAddress: null };
      const text = linesOf((out) => writeIrp(out, completed, named, detail));
      expect(readIrps(text)).toEqual([]);
      expect(readIrps(text, `!irp ${object.address.toString(16)}`)).toEqual([completed]);
    }),
    RUNS,
  );
});

test('!handle of the kernel, with its objects', () => {
  const table = size.chain((pointerSize) => {
    const at = address(pointerSize);
    const handle = fc.record({
      handle: fc.nat(0xffff).map((value) => value * 4),
      object: at,
      access: fc.nat(0x1fffff),
      protected: fc.boolean(),
      inherit: fc.boolean(),
      audit: fc.boolean(),
      entry: at,
      type: fc.constantFrom('Event', 'ALPC Port', 'Process'),
      name: orNull(fc.constantFrom('Ready', 'A b')),
      header: at,
      directory: at,
    });
    return fc.record({
      pointerSize: fc.constant(pointerSize),
      address: at,
      process: at,
      id: word,
      handles: fc.uniqueArray(handle, { selector: ({ object }) => object, maxLength: 5 }),
    });
  });
  fc.assert(
    fc.property(table, fc.boolean(), (value, objects) => {
      const { pointerSize, handles } = value;
      const process = { ...EMPTY_PROCESS, address: value.process, id: value.id, image: 'lsass.exe' };
      const object = (one: (typeof handles)[number]): ExecutiveObject => ({
        address: one.object,
        header: one.header,
        type: one.type,
        typeAddress: one.header,
        handleCount: 3n,
        pointerCount: 65536n,
        name: one.name,
        directory: one.name === null ? null : one.directory,
        path: null,
      });
      const text = linesOf((out) =>
        renderKernelHandles(
          {
            kind: 'kernel',
            pointerSize,
            version: 'new version',
            objects,
            broken: null,
            tables: [
              {
                process: { era: 'windows10', pointerSize, process, statistics: false, threads: null },
                table: {
                  address: value.address,
                  process: value.process,
                  processId: value.id,
                  stated: handles.length,
                  levels: null,
                  lost: null,
                },
                ofKernel: false,
                handles: handles.map(({ header, directory, ...one }) => ({
                  handle: one,
                  object: objects ? object({ header, directory, ...one }) : null,
                })),
              },
            ],
          },
          out,
        ),
      );
      expect(readHandleTables(text).map(({ line, ...one }) => one)).toEqual([
        {
          address: value.address,
          process: value.process,
          processId: value.id,
          stated: handles.length,
          levels: null,
          lost: null,
          handles: handles.map(({ header, directory, ...one }) => (objects ? one : { ...one, type: null, name: null })),
          objects: objects ? handles.map(object) : [],
        },
      ]);
    }),
    RUNS,
  );
});

test('!irpfind of old and new debuggers', () => {
  const found = size.chain((pointerSize) =>
    fc.record({
      pointerSize: fc.constant(pointerSize),
      classic: fc.boolean(),
      irps: fc.array(
        fc.record({
          address: address(pointerSize),
          thread: address(pointerSize),
          major: fc.nat(0x1b),
          minor: fc.nat(0xff),
          device: address(pointerSize),
          driverName: orNull(fc.constantFrom('\\Driver\\AFD', '\\FileSystem\\Npfs')),
          completed: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
    }),
  );
  fc.assert(
    fc.property(found, ({ pointerSize, classic, irps }) => {
      const data = {
        pointerSize,
        classic,
        lost: null,
        irps: irps.map(({ driverName, completed, major, minor, device, ...one }) => ({
          driverName,
          irp: {
            ...one,
            stackCount: 1,
            currentLocation: completed ? 2 : 1,
            locations: [{ major, minor, device }],
          },
        })),
      } as unknown as Parameters<typeof irpfind.render>[0];
      expect(readIrpSearch(linesOf((out) => irpfind.render(data, out))).map(({ line, ...one }) => one)).toEqual(
        irps.map(({ address: at, thread, major, minor, device, driverName, completed }) => {
          const none = { address: at, thread, major: null, minor: null, device: null, mdl: null, process: null };
          if (classic) return { ...none, driverName };
          return completed ? { ...none, driverName: null } : { ...none, major, minor, device, driverName };
        }),
      );
    }),
    RUNS,
  );
});
