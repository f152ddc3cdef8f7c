/**
 * Layouts that Microsoft documents, one structure a line: `Name: Field type, ...`. Offsets follow from the types by the
 * compiler's alignment rules, for 32 and 64 bits alike. Types: `u8`..`i64`, `char`, `wchar`, `uptr` (as wide as a
 * pointer), `*T` (a pointer), a structure's name, `[n]` of any; `u32:4` is a bit field. `@Field` puts a field where that
 * earlier one begins, `@n` at offset n. `/n` after the name aligns the whole structure to n bytes.
 */
export const DECLARATIONS = `
_LIST_ENTRY: Flink *_LIST_ENTRY, Blink *_LIST_ENTRY
_SINGLE_LIST_ENTRY: Next *_SINGLE_LIST_ENTRY
_UNICODE_STRING: Length u16, MaximumLength u16, Buffer *wchar
_STRING: Length u16, MaximumLength u16, Buffer *char
_LARGE_INTEGER union: LowPart u32, HighPart i32, QuadPart i64 @LowPart
_ULARGE_INTEGER union: LowPart u32, HighPart u32, QuadPart u64 @LowPart
_FILETIME: dwLowDateTime u32, dwHighDateTime u32
_GUID: Data1 u32, Data2 u16, Data3 u16, Data4 u8[8]
_CLIENT_ID: UniqueProcess *void, UniqueThread *void
_IO_STATUS_BLOCK: Status i32, Pointer *void @Status, Information uptr
_OBJECT_ATTRIBUTES: Length u32, RootDirectory *void, ObjectName *_UNICODE_STRING, Attributes u32, SecurityDescriptor *void, SecurityQualityOfService *void
_EXCEPTION_RECORD: ExceptionCode i32, ExceptionFlags u32, ExceptionRecord *_EXCEPTION_RECORD, ExceptionAddress *void, NumberParameters u32, ExceptionInformation uptr[15]
_EXCEPTION_POINTERS: ExceptionRecord *_EXCEPTION_RECORD, ContextRecord *_CONTEXT
_EXCEPTION_REGISTRATION_RECORD: Next *_EXCEPTION_REGISTRATION_RECORD, Handler *void
_NT_TIB: ExceptionList *_EXCEPTION_REGISTRATION_RECORD, StackBase *void, StackLimit *void, SubSystemTib *void, FiberData *void, Version u32 @FiberData, ArbitraryUserPointer *void, Self *_NT_TIB
_PEB_LDR_DATA: Reserved1 u8[8], Reserved2 *void[3], InMemoryOrderModuleList _LIST_ENTRY
_RTL_USER_PROCESS_PARAMETERS: Reserved1 u8[16], Reserved2 *void[10], ImagePathName _UNICODE_STRING, CommandLine _UNICODE_STRING
_PEB: Reserved1 u8[2], BeingDebugged u8, Reserved2 u8, Reserved3 *void[2], Ldr *_PEB_LDR_DATA, ProcessParameters *_RTL_USER_PROCESS_PARAMETERS, Reserved4 *void[3], AtlThunkSListPtr *void, Reserved5 *void, Reserved6 u32, Reserved7 *void, Reserved8 u32, AtlThunkSListPtr32 u32, Reserved9 *void[45], Reserved10 u8[96], PostProcessInitRoutine *void, Reserved11 u8[128], Reserved12 *void, SessionId u32
_TEB: NtTib _NT_TIB, EnvironmentPointer *void, ClientId _CLIENT_ID, ActiveRpcHandle *void, ThreadLocalStoragePointer *void, ProcessEnvironmentBlock *_PEB, Reserved2 *void[399], Reserved3 u8[1952], TlsSlots *void[64], Reserved4 u8[8], Reserved5 *void[26], ReservedForOle *void, Reserved6 *void[4], TlsExpansionSlots *void
_LDR_DATA_TABLE_ENTRY: InLoadOrderLinks _LIST_ENTRY, InMemoryOrderLinks _LIST_ENTRY, InInitializationOrderLinks _LIST_ENTRY, DllBase *void, EntryPoint *void, SizeOfImage u32, FullDllName _UNICODE_STRING, BaseDllName _UNICODE_STRING
_RTL_CRITICAL_SECTION: DebugInfo *_RTL_CRITICAL_SECTION_DEBUG, LockCount i32, RecursionCount i32, OwningThread *void, LockSemaphore *void, SpinCount uptr
_RTL_CRITICAL_SECTION_DEBUG: Type u16, CreatorBackTraceIndex u16, CriticalSection *_RTL_CRITICAL_SECTION, ProcessLocksList _LIST_ENTRY, EntryCount u32, ContentionCount u32, Flags u32, CreatorBackTraceIndexHigh u16, SpareUSHORT u16
_RTL_SRWLOCK: Ptr *void
_RTL_CONDITION_VARIABLE: Ptr *void
_DISPATCHER_HEADER: Lock i32, Type u8 @Lock, Signalling u8, Size u8, Reserved1 u8, SignalState i32, WaitListHead _LIST_ENTRY
_KEVENT: Header _DISPATCHER_HEADER
_KSEMAPHORE: Header _DISPATCHER_HEADER, Limit i32
_FAST_MUTEX: Count i32, Owner *void, Contention u32, Event _KEVENT, OldIrql u32
_MDL: Next *_MDL, Size i16, MdlFlags i16, Process *void, MappedSystemVa *void, StartVa *void, ByteCount u32, ByteOffset u32
_DRIVER_OBJECT: Type i16, Size i16, DeviceObject *_DEVICE_OBJECT, Flags u32, DriverStart *void, DriverSize u32, DriverSection *void, DriverExtension *void, DriverName _UNICODE_STRING, HardwareDatabase *_UNICODE_STRING, FastIoDispatch *void, DriverInit *void, DriverStartIo *void, DriverUnload *void, MajorFunction *void[28]
_PROCESSOR_NUMBER: Group u16, Number u8, Reserved u8
_GROUP_AFFINITY: Mask uptr, Group u16, Reserved u16[3]
_KSYSTEM_TIME: LowPart u32, High1Time i32, High2Time i32
_RUNTIME_FUNCTION: BeginAddress u32, EndAddress u32, UnwindInfoAddress u32
_IMAGE_DATA_DIRECTORY: VirtualAddress u32, Size u32
_IMAGE_DOS_HEADER: e_magic u16, e_cblp u16, e_cp u16, e_crlc u16, e_cparhdr u16, e_minalloc u16, e_maxalloc u16, e_ss u16, e_sp u16, e_csum u16, e_ip u16, e_cs u16, e_lfarlc u16, e_ovno u16, e_res u16[4], e_oemid u16, e_oeminfo u16, e_res2 u16[10], e_lfanew i32
_IMAGE_FILE_HEADER: Machine u16, NumberOfSections u16, TimeDateStamp u32, PointerToSymbolTable u32, NumberOfSymbols u32, SizeOfOptionalHeader u16, Characteristics u16
_IMAGE_OPTIONAL_HEADER: Magic u16, MajorLinkerVersion u8, MinorLinkerVersion u8, SizeOfCode u32, SizeOfInitializedData u32, SizeOfUninitializedData u32, AddressOfEntryPoint u32, BaseOfCode u32, BaseOfData u32, ImageBase u32, SectionAlignment u32, FileAlignment u32, MajorOperatingSystemVersion u16, MinorOperatingSystemVersion u16, MajorImageVersion u16, MinorImageVersion u16, MajorSubsystemVersion u16, MinorSubsystemVersion u16, Win32VersionValue u32, SizeOfImage u32, SizeOfHeaders u32, CheckSum u32, Subsystem u16, DllCharacteristics u16, SizeOfStackReserve u32, SizeOfStackCommit u32, SizeOfHeapReserve u32, SizeOfHeapCommit u32, LoaderFlags u32, NumberOfRvaAndSizes u32, DataDirectory _IMAGE_DATA_DIRECTORY[16]
_IMAGE_OPTIONAL_HEADER64: Magic u16, MajorLinkerVersion u8, MinorLinkerVersion u8, SizeOfCode u32, SizeOfInitializedData u32, SizeOfUninitializedData u32, AddressOfEntryPoint u32, BaseOfCode u32, ImageBase u64, SectionAlignment u32, FileAlignment u32, MajorOperatingSystemVersion u16, MinorOperatingSystemVersion u16, MajorImageVersion u16, MinorImageVersion u16, MajorSubsystemVersion u16, MinorSubsystemVersion u16, Win32VersionValue u32, SizeOfImage u32, SizeOfHeaders u32, CheckSum u32, Subsystem u16, DllCharacteristics u16, SizeOfStackReserve u64, SizeOfStackCommit u64, SizeOfHeapReserve u64, SizeOfHeapCommit u64, LoaderFlags u32, NumberOfRvaAndSizes u32, DataDirectory _IMAGE_DATA_DIRECTORY[16]
_IMAGE_NT_HEADERS: Signature u32, FileHeader _IMAGE_FILE_HEADER, OptionalHeader _IMAGE_OPTIONAL_HEADER
_IMAGE_NT_HEADERS64: Signature u32, FileHeader _IMAGE_FILE_HEADER, OptionalHeader _IMAGE_OPTIONAL_HEADER64
_IMAGE_SECTION_HEADER: Name u8[8], VirtualSize u32, VirtualAddress u32, SizeOfRawData u32, PointerToRawData u32, PointerToRelocations u32, PointerToLinenumbers u32, NumberOfRelocations u16, NumberOfLinenumbers u16, Characteristics u32
_IMAGE_EXPORT_DIRECTORY: Characteristics u32, TimeDateStamp u32, MajorVersion u16, MinorVersion u16, Name u32, Base u32, NumberOfFunctions u32, NumberOfNames u32, AddressOfFunctions u32, AddressOfNames u32, AddressOfNameOrdinals u32
_IMAGE_IMPORT_DESCRIPTOR: OriginalFirstThunk u32, TimeDateStamp u32, ForwarderChain u32, Name u32, FirstThunk u32
_IMAGE_DEBUG_DIRECTORY: Characteristics u32, TimeDateStamp u32, MajorVersion u16, MinorVersion u16, Type u32, SizeOfData u32, AddressOfRawData u32, PointerToRawData u32
_IMAGE_RESOURCE_DIRECTORY: Characteristics u32, TimeDateStamp u32, MajorVersion u16, MinorVersion u16, NumberOfNamedEntries u16, NumberOfIdEntries u16
_IMAGE_RESOURCE_DATA_ENTRY: OffsetToData u32, Size u32, CodePage u32, Reserved u32
_FLOATING_SAVE_AREA: ControlWord u32, StatusWord u32, TagWord u32, ErrorOffset u32, ErrorSelector u32, DataOffset u32, DataSelector u32, RegisterArea u8[80], Spare0 u32
_M128A/16: Low u64, High i64
`;

/** What is another structure on each processor (winnt.h and ntddk.h). */
export const MACHINE_DECLARATIONS: Readonly<Record<'x86' | 'x64' | 'arm64', string>> = {
  x86: `
_CONTEXT: ContextFlags u32, Dr0 u32, Dr1 u32, Dr2 u32, Dr3 u32, Dr6 u32, Dr7 u32, FloatSave _FLOATING_SAVE_AREA, SegGs u32, SegFs u32, SegEs u32, SegDs u32, Edi u32, Esi u32, Ebx u32, Edx u32, Ecx u32, Eax u32, Ebp u32, Eip u32, SegCs u32, EFlags u32, Esp u32, SegSs u32, ExtendedRegisters u8[512]
_KTRAP_FRAME: DbgEbp u32, DbgEip u32, DbgArgMark u32, DbgArgPointer u32, TempSegCs u32, TempEsp u32, Dr0 u32, Dr1 u32, Dr2 u32, Dr3 u32, Dr6 u32, Dr7 u32, SegGs u32, SegEs u32, SegDs u32, Edx u32, Ecx u32, Eax u32, PreviousPreviousMode u32, ExceptionList *_EXCEPTION_REGISTRATION_RECORD, SegFs u32, Edi u32, Esi u32, Ebx u32, Ebp u32, ErrCode u32, Eip u32, SegCs u32, EFlags u32, HardwareEsp u32, HardwareSegSs u32, V86Es u32, V86Ds u32, V86Fs u32, V86Gs u32
`,
  x64: `
_XSAVE_FORMAT/16: ControlWord u16, StatusWord u16, TagWord u8, Reserved1 u8, ErrorOpcode u16, ErrorOffset u32, ErrorSelector u16, Reserved2 u16, DataOffset u32, DataSelector u16, Reserved3 u16, MxCsr u32, MxCsr_Mask u32, FloatRegisters _M128A[8], XmmRegisters _M128A[16], Reserved4 u8[96]
_CONTEXT/16: P1Home u64, P2Home u64, P3Home u64, P4Home u64, P5Home u64, P6Home u64, ContextFlags u32, MxCsr u32, SegCs u16, SegDs u16, SegEs u16, SegFs u16, SegGs u16, SegSs u16, EFlags u32, Dr0 u64, Dr1 u64, Dr2 u64, Dr3 u64, Dr6 u64, Dr7 u64, Rax u64, Rcx u64, Rdx u64, Rbx u64, Rsp u64, Rbp u64, Rsi u64, Rdi u64, R8 u64, R9 u64, R10 u64, R11 u64, R12 u64, R13 u64, R14 u64, R15 u64, Rip u64, FltSave _XSAVE_FORMAT, VectorRegister _M128A[26], VectorControl u64, DebugControl u64, LastBranchToRip u64, LastBranchFromRip u64, LastExceptionToRip u64, LastExceptionFromRip u64
_KTRAP_FRAME: P1Home u64, P2Home u64, P3Home u64, P4Home u64, P5 u64, PreviousMode i8, PreviousIrql u8, FaultIndicator u8, ExceptionActive u8, MxCsr u32, Rax u64, Rcx u64, Rdx u64, R8 u64, R9 u64, R10 u64, R11 u64, GsBase u64, GsSwap u64 @GsBase, Xmm0 _M128A, Xmm1 _M128A, Xmm2 _M128A, Xmm3 _M128A, Xmm4 _M128A, Xmm5 _M128A, FaultAddress u64, ContextRecord u64 @FaultAddress, Dr0 u64, Dr1 u64, Dr2 u64, Dr3 u64, Dr6 u64, Dr7 u64, DebugControl u64, LastBranchToRip u64, LastBranchFromRip u64, LastExceptionToRip u64, LastExceptionFromRip u64, SegDs u16, SegEs u16, SegFs u16, SegGs u16, TrapFrame u64, Rbx u64, Rdi u64, Rsi u64, Rbp u64, ErrorCode u64, ExceptionFrame u64 @ErrorCode, Rip u64, SegCs u16, Fill0 u8, Logging u8, Fill1 u16[2], EFlags u32, Fill2 u32, Rsp u64, SegSs u16, Fill3 u16, Fill4 u32
`,
  arm64: `
_ARM64_NT_NEON128: Low u64, High i64
_CONTEXT/16: ContextFlags u32, Cpsr u32, X u64[31], X0 u64 @X, Fp u64 @240, Lr u64, Sp u64, Pc u64, V _ARM64_NT_NEON128[32], Fpcr u32, Fpsr u32, Bcr u32[8], Bvr u64[8], Wcr u32[2], Wvr u64[2]
`,
};
