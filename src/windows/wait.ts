/** An object that a thread waits for, as `!thread` names it. Addresses are unsigned; null is unknown. */
export interface WaitObject {
  readonly address: bigint;
  /** `NotificationEvent`, `SynchronizationEvent`, `Semaphore`, `Mutant`, `NotificationTimer`, `ProcessObject`, `Thread`, `QueueObject` ... */
  readonly type: string | null;
  /** Of a semaphore. */
  readonly limit: number | null;
  /** Of a mutant: the KTHREAD that owns it; of a thread or process object: that object itself. Null when none or unknown. */
  readonly owner: bigint | null;
  /** The executive's name of the object (`\BaseNamedObjects\Ready`), where it has one that is in the dump. */
  readonly name: string | null;
  /** Set where the object lies inside the waiting thread itself: its own timer, suspend event, LPC reply semaphore ... */
  readonly own: 'timer' | 'suspend' | 'lpc-reply' | 'queue' | 'other' | null;
}

/** A wait for the reply to a message. */
export interface MessageWait {
  readonly kind: 'lpc' | 'alpc';
  /** The message id of LPC, the address of an ALPC message. */
  readonly message: bigint;
  readonly port: bigint | null;
  /** EPROCESS that owns the port, which is the server's. */
  readonly portOwner: bigint | null;
}
