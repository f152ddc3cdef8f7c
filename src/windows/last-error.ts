/** TEB.LastErrorValue and TEB.LastStatusValue (public in `dt ntdll!_TEB`; the same in every version), by pointer size. */
export const LAST_ERROR_OFFSETS = { 4: [0x34, 0xbf4], 8: [0x68, 0x1250] } as const;
