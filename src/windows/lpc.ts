/** An LPC port of Windows up to Server 2003. Addresses are unsigned; null is unknown. */
export interface LpcPort {
  readonly address: bigint;
  readonly kind: 'connection' | 'server-communication' | 'client-communication' | null;
  readonly name: string | null;
  readonly handleCount: bigint | null;
  readonly pointerCount: bigint | null;
  readonly connectedPort: bigint | null;
  readonly connectionPort: bigint | null;
  /** EPROCESS of the server, of a connection port. */
  readonly serverProcess: bigint | null;
  readonly serverImage: string | null;
  readonly queueSemaphore: bigint | null;
  readonly semaphoreState: number | null;
  readonly messages: readonly LpcMessage[];
  /** Why messages may be missing, for people. */
  readonly lost: string | null;
}

/** An LPCP_MESSAGE in a port's queue. */
export interface LpcMessage {
  readonly address: bigint;
  readonly id: number | null;
  readonly type: number | null;
  readonly clientProcessId: bigint | null;
  readonly clientThreadId: bigint | null;
}

/** Threads that have to do with a message. */
export interface LpcThread {
  readonly thread: bigint;
  readonly image: string | null;
  /** The message that it works on as a server. */
  readonly serving: number | null;
  /** The message that it waits for the reply to, and the port that this went to. */
  readonly waitingFor: number | null;
  readonly port: bigint | null;
}
