/** What a port is to its connection, by the connection's own words. */
export type AlpcPortKind = 'connection' | 'server-communication' | 'client-communication' | 'unconnected';

/** Lists of an ALPC port. Messages wait in `main` to be received, in `pending` for the reply to them. */
export type AlpcQueueName = 'main' | 'large-message' | 'pending' | 'direct' | 'canceled' | 'wait';

/** A port as others name it. */
export interface AlpcPortSummary {
  readonly address: bigint;
  readonly kind: AlpcPortKind | null;
  /** Of the connection port: `OrderPort`. Null where the port has none or the name is not in the dump. */
  readonly name: string | null;
  readonly ownerProcess: bigint | null;
  readonly ownerImage: string | null;
}

/** A KALPC_MESSAGE. Addresses are unsigned, 0 for none; null is unknown. */
export interface AlpcMessage {
  readonly address: bigint;
  readonly id: number | null;
  readonly callbackId: number | null;
  readonly sequence: number | null;
  /** The low byte of PORT_MESSAGE.u2.s2.Type: 1 is LPC_REQUEST. */
  readonly type: number | null;
  readonly dataLength: number | null;
  readonly totalLength: number | null;
  readonly clientProcessId: bigint | null;
  readonly clientThreadId: bigint | null;
  readonly flags: {
    readonly canceled: boolean | null;
    readonly release: boolean | null;
    readonly replyWaitReply: boolean | null;
  };
  readonly ownerPort: AlpcPortSummary | null;
  readonly waitingThread: bigint | null;
  /** The list of its port that holds it; null where no list that could be read does. */
  readonly queue: AlpcQueueName | null;
  readonly queuePort: AlpcPortSummary | null;
  readonly serverThread: bigint | null;
  readonly cancelQueuePort: bigint | null;
  readonly cancelSequencePort: bigint | null;
  readonly cancelSequence: number | null;
  readonly clientContext: bigint | null;
  readonly serverContext: bigint | null;
  readonly portContext: bigint | null;
  readonly cancelPortContext: bigint | null;
  readonly securityData: bigint | null;
  readonly view: bigint | null;
}

export interface AlpcQueue {
  readonly name: AlpcQueueName;
  /** The length that the port states. */
  readonly stated: number | null;
  readonly messages: readonly AlpcMessage[];
  /** Why messages may be missing, for people. */
  readonly lost: string | null;
}

/** An ALPC_PORT with the messages in its lists. */
export interface AlpcPort extends AlpcPortSummary {
  readonly communicationInfo: bigint | null;
  readonly connectionPort: bigint | null;
  readonly serverPort: bigint | null;
  readonly clientPort: bigint | null;
  readonly sequence: number | null;
  readonly completionPort: bigint | null;
  readonly completionList: bigint | null;
  /** Bits of u1.s1 by their names in public symbols: `ConnectionPending`, `Closed` ... Those that this version lacks are absent. */
  readonly flags: readonly { readonly name: string; readonly set: boolean }[];
  readonly queues: readonly AlpcQueue[];
}

/** A connection between two ports of two processes. */
export interface AlpcConnection {
  readonly server: AlpcPortSummary | null;
  readonly client: AlpcPortSummary | null;
}
