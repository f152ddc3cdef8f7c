/** What stands in a wait graph: threads and processes, and everything that they can own or wait for. */
export type WaitNodeKind =
  | 'thread'
  | 'process'
  | 'resource'
  | 'critical-section'
  | 'loader-lock'
  | 'mutant'
  | 'event'
  | 'semaphore'
  | 'timer'
  | 'queue'
  | 'gate'
  | 'lpc-message'
  | 'alpc-message'
  | 'port'
  | 'push-lock'
  | 'fast-mutex'
  | 'srw-lock'
  | 'condition-variable'
  | 'spin-lock'
  | 'window-message'
  | 'pipe'
  | 'irp'
  | 'driver'
  | 'object';

export interface WaitNode {
  /** Unique in its graph: kind and address, or kind and what else tells it from others. */
  readonly key: string;
  readonly kind: WaitNodeKind;
  /** Unsigned; null where only a thread id, a name or a stack tells of it. */
  readonly address: bigint | null;
  /** Thread or process id; of LPC the message id. */
  readonly id: number | null;
  readonly name: string | null;
}

/** Where an edge was read. */
export interface WaitPlace {
  /** The command that shows it. */
  readonly command: string | null;
  /** Line of the log, from 0; null from memory. */
  readonly line: number | null;
  /** For people: what says so. */
  readonly how: string;
}

/** `from` cannot go on before `to` does: a thread waits for an object, an object is owned or served by a thread. */
export interface WaitEdge {
  readonly from: WaitNode;
  readonly to: WaitNode;
  readonly kind: 'waits-for' | 'owned-by' | 'served-by' | 'sent-to';
  readonly mode: 'exclusive' | 'shared' | null;
  /** `direct`: a structure or a printed line says so; `inferred`: a stack or an elimination does. */
  readonly trust: 'direct' | 'inferred';
  readonly place: WaitPlace;
  /** The thread waits for several objects and this is one of them: whether any one suffices is not known. */
  readonly alternative: boolean;
}

/** `thread 889fa230 (MyService.exe 4054)`, `resource 899e27ac`, `LPC message 818f190`. */
export function nodeText(node: WaitNode): string {
  const label = LABELS[node.kind] ?? node.kind.replaceAll('-', ' ');
  const place =
    node.address !== null
      ? node.address.toString(16)
      : node.id !== null
        ? node.id.toString(16)
        : node.name === null
          ? '(unknown)'
          : '';
  const name = node.name === null ? '' : place === '' ? node.name : `(${node.name})`;
  return [label, place, name].filter(Boolean).join(' ');
}

const LABELS: Partial<Record<WaitNodeKind, string>> = {
  'lpc-message': 'LPC message',
  'alpc-message': 'ALPC message',
  'srw-lock': 'SRW lock',
  irp: 'IRP',
};
