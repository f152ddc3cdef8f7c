import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { hasLpc, lpcPortWithPeers, readLpcPort } from './lpc-reader.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const [CONNECTION, SERVER, CLIENT, MESSAGE, SEMAPHORE, PROCESS] = [0x100, 0x300, 0x500, 0x700, 0x800, 0x900];

// Windows Server 2003 x64 keeps these members in this order; where they lie is of no matter here.
const TYPES: SynthTypes = {
  _LIST_ENTRY: [16, { Flink: [0, 8], Blink: [8, 8] }],
  _CLIENT_ID: [16, { UniqueProcess: [0, 8], UniqueThread: [8, 8] }],
  _LPCP_PORT_QUEUE: [32, { Semaphore: [8, 8], ReceiveHead: [16, '_LIST_ENTRY'] }],
  _LPCP_PORT_OBJECT: [
    256,
    {
      ConnectionPort: [0, 8],
      ConnectedPort: [8, 8],
      MsgQueue: [16, '_LPCP_PORT_QUEUE'],
      Creator: [48, '_CLIENT_ID'],
      ServerProcess: [64, 8],
    },
  ],
  _PORT_TYPE: [4, { Type: [0, 2] }],
  _PORT_U2: [4, { s2: [0, '_PORT_TYPE'] }],
  _PORT_MESSAGE: [40, { u2: [4, '_PORT_U2'], ClientId: [8, '_CLIENT_ID'], MessageId: [24, 4] }],
  _LPCP_MESSAGE: [80, { Entry: [0, '_LIST_ENTRY'], Request: [40, '_PORT_MESSAGE'] }],
  _DISPATCHER_HEADER: [24, { Type: [0, 1], SignalState: [4, 4], WaitListHead: [8, '_LIST_ENTRY'] }],
  _KSEMAPHORE: [32, { Header: [0, '_DISPATCHER_HEADER'] }],
  _EPROCESS: [64, { UniqueProcessId: [0, 8] }],
  _ETHREAD: [64, { LpcReplyMessageId: [0, 4] }],
};

function scene(): Page {
  const page = new Page(0x1000);
  for (const port of [CONNECTION, SERVER, CLIENT]) page.u64(port, at(CONNECTION)).list(port + 32, at(port + 32));
  page
    .u64(CONNECTION + 64, at(PROCESS))
    .u64(PROCESS, 0x1d0n)
    .u64(CONNECTION + 24, at(SEMAPHORE));
  page.u32(SEMAPHORE + 4, 1);
  page.u64(SERVER + 8, at(CLIENT)).u64(SERVER + 48, 0x1d0n);
  page.u64(CLIENT + 8, at(SERVER)).u64(CLIENT + 48, 0x2a4n);
  page.list(CONNECTION + 32, at(MESSAGE)).list(MESSAGE, at(CONNECTION + 32));
  page
    .u16(MESSAGE + 44, 0x8001)
    .u64(MESSAGE + 48, 0x2a4n)
    .u64(MESSAGE + 56, 0xc4n)
    .u32(MESSAGE + 64, 0x4a7);
  return page;
}
const kernelOf = (memory: Page) => synthKernelView({ base: BASE, memory, variables: {}, types: TYPES });

test('a connection port with its server and a message that waits', () => {
  const kernel = kernelOf(scene());
  expect(hasLpc(kernel)).toBe(true);
  expect(readLpcPort(kernel, BASE + CONNECTION)).toMatchObject({
    kind: 'connection',
    serverProcess: at(PROCESS),
    semaphoreState: 1,
    messages: [{ address: at(MESSAGE), id: 0x4a7, type: 1, clientProcessId: 0x2a4n, clientThreadId: 0xc4n }],
    lost: null,
  });
});

test('both ends of a connection, told by who made them', () => {
  const ports = lpcPortWithPeers(kernelOf(scene()), BASE + CLIENT);
  expect(ports.map(({ kind }) => kind)).toEqual(['client-communication', 'server-communication', 'connection']);
});

test('a queue that leads nowhere keeps its port and says what is lost', () => {
  const page = scene().u64(MESSAGE, 0xdead_0000n);
  expect(readLpcPort(kernelOf(page), BASE + CONNECTION)!.lost).toContain('is not in the dump');
  expect(readLpcPort(kernelOf(page), 0x10)).toBeNull();
});
