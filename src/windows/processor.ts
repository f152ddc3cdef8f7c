/** A processor by its KPCR and KPRCB. Addresses are unsigned; null is unknown, or a member that this version has not. */
export interface ProcessorObject {
  readonly number: number;
  readonly pcr: bigint | null;
  readonly prcb: bigint;
  readonly currentThread: bigint | null;
  readonly nextThread: bigint | null;
  readonly idleThread: bigint | null;
  readonly currentPriority: number | null;
  readonly nextPriority: number | null;
  /** True when it runs its idle thread and has no other to run next. */
  readonly idle: boolean | null;
  /** KPCR.Irql, which the processor's own register holds on 64-bit Windows. */
  readonly irql: number | null;
  /** The IRQL when the machine stopped; since Windows Server 2003 SP1. */
  readonly savedIrql: number | null;
  readonly nestingLevel: number | null;
  readonly dpcActive: boolean | null;
  readonly dpcInterruptRequested: boolean | null;
  /** DPCs that wait in its normal and its threaded queue. */
  readonly dpcQueueDepths: readonly (number | null)[];
  readonly dpcs: readonly QueuedDpc[];
  /** Queued spin locks by number: owned, waited for, or free. */
  readonly locks: readonly ('owner' | 'waiting' | 'free' | null)[];
  /** Set bits are priorities that have a thread ready. */
  readonly readySummary: number | null;
  readonly readyThreads: readonly ReadyList[];
  readonly interruptCount: number | null;
  readonly contextSwitches: number | null;
  /** Clock interrupts that found it so. */
  readonly userTicks: number | null;
  readonly kernelTicks: number | null;
  readonly dpcTicks: number | null;
  readonly interruptTicks: number | null;
  /** Its bit among the processors of its group. */
  readonly setMember: bigint | null;
  readonly groupIndex: number | null;
  readonly group: number | null;
  readonly mhz: number | null;
  readonly vendor: string | null;
  readonly family: number | null;
  readonly model: number | null;
  readonly stepping: number | null;
  readonly featureBits: bigint | null;
  readonly updateSignature: bigint | null;
  /** How it was stopped for the dump: 0 running, 2 and 4 frozen, 5 the one that froze the others (IPI_FROZEN_STATE). */
  readonly frozen: number | null;
  readonly tables: ProcessorTables | null;
}

/** What the KPCR points to, and its first words as x86 names them. */
export interface ProcessorTables {
  readonly major: number | null;
  readonly minor: number | null;
  /** NT_TIB by x86's members; on 64-bit Windows other members lie in these places. */
  readonly tib: readonly (bigint | null)[];
  readonly self: bigint | null;
  readonly irr: number | null;
  readonly idr: number | null;
  readonly interruptMode: number | null;
  readonly idt: bigint | null;
  readonly gdt: bigint | null;
  readonly tss: bigint | null;
}

/** A DPC in a processor's queue. */
export interface QueuedDpc {
  readonly address: bigint;
  readonly routine: bigint | null;
  readonly symbol: string | null;
  readonly context: bigint | null;
  readonly threaded: boolean;
}

/** The threads that are ready to run at one priority, in order. */
export interface ReadyList {
  readonly priority: number;
  readonly threads: readonly bigint[];
  /** On a queue that the processor shares with others (Windows 10). */
  readonly shared: boolean;
  readonly broken: string | null;
}
