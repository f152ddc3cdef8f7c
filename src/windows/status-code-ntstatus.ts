/**
 * NTSTATUS values of the system itself (facility 0) and of the debugger (DBG_*).
 * Names and numbers generated from mingw-w64's ntstatus.h / winerror.h (public domain) and winapi 0.3.9 (MIT/Apache-2.0,
 * from the Windows SDK); texts are the systems' message strings as Microsoft's open specification [MS-ERREF] lists them,
 * which grants distribution in implementations. One entry a line: number, name, text. A later line with the same number
 * is an alias; an empty text means none is published there.
 */
export const NTSTATUS_LINES = `\
00000000|STATUS_SUCCESS|STATUS_WAIT_0
00000000|STATUS_WAIT_0|
00000001|STATUS_WAIT_1|STATUS_WAIT_1
00000002|STATUS_WAIT_2|STATUS_WAIT_2
00000003|STATUS_WAIT_3|STATUS_WAIT_3
0000000B|FACILTIY_MUI_ERROR_CODE|
0000003F|STATUS_WAIT_63|STATUS_WAIT_63
00000080|STATUS_ABANDONED|The caller attempted to wait for a mutex that has been abandoned.
00000080|STATUS_ABANDONED_WAIT_0|
000000BF|STATUS_ABANDONED_WAIT_63|The caller attempted to wait for a mutex that has been abandoned.
000000C0|STATUS_USER_APC|A user-mode APC was delivered before the given Interval expired.
000000FF|STATUS_ALREADY_COMPLETE|
00000100|STATUS_KERNEL_APC|
00000101|STATUS_ALERTED|The delay completed because the thread was alerted.
00000102|STATUS_TIMEOUT|The given Timeout interval expired.
00000103|STATUS_PENDING|The operation that was requested is pending completion.
00000104|STATUS_REPARSE|A reparse should be performed by the Object Manager because the name of the file resulted in a symbolic link.
00000105|STATUS_MORE_ENTRIES|Returned by enumeration APIs to indicate more information is available to successive calls.
00000106|STATUS_NOT_ALL_ASSIGNED|Indicates not all privileges or groups that are referenced are assigned to the caller. This allows, for example, all privileges to be disabled without having to know exactly which privileges are assigned.
00000107|STATUS_SOME_NOT_MAPPED|Some of the information to be translated has not been translated.
00000108|STATUS_OPLOCK_BREAK_IN_PROGRESS|An open/create operation completed while an opportunistic lock (oplock) break is underway.
00000109|STATUS_VOLUME_MOUNTED|A new volume has been mounted by a file system.
0000010A|STATUS_RXACT_COMMITTED|This success level status indicates that the transaction state already exists for the registry subtree but that a transaction commit was previously aborted. The commit has now been completed.
0000010B|STATUS_NOTIFY_CLEANUP|Indicates that a notify change request has been completed due to closing the handle that made the notify change request.
0000010C|STATUS_NOTIFY_ENUM_DIR|Indicates that a notify change request is being completed and that the information is not being returned in the caller's buffer. The caller now needs to enumerate the files to find the changes.
0000010D|STATUS_NO_QUOTAS_FOR_ACCOUNT|{No Quotas}  No system quota limits are specifically set for this account.
0000010E|STATUS_PRIMARY_TRANSPORT_CONNECT_FAILED|{Connect Failure on Primary Transport}  An attempt was made to connect to the remote server %hs on the primary transport, but the connection failed. The computer WAS able to connect on a secondary transport.
00000110|STATUS_PAGE_FAULT_TRANSITION|The page fault was a transition fault.
00000111|STATUS_PAGE_FAULT_DEMAND_ZERO|The page fault was a demand zero fault.
00000112|STATUS_PAGE_FAULT_COPY_ON_WRITE|The page fault was a demand zero fault.
00000113|STATUS_PAGE_FAULT_GUARD_PAGE|The page fault was a demand zero fault.
00000114|STATUS_PAGE_FAULT_PAGING_FILE|The page fault was satisfied by reading from a secondary storage device.
00000115|STATUS_CACHE_PAGE_LOCKED|The cached page was locked during operation.
00000116|STATUS_CRASH_DUMP|The crash dump exists in a paging file.
00000117|STATUS_BUFFER_ALL_ZEROS|The specified buffer contains all zeros.
00000118|STATUS_REPARSE_OBJECT|A reparse should be performed by the Object Manager because the name of the file resulted in a symbolic link.
00000119|STATUS_RESOURCE_REQUIREMENTS_CHANGED|The device has succeeded a query-stop and its resource requirements have changed.
00000120|STATUS_TRANSLATION_COMPLETE|The translator has translated these resources into the global space and no additional translations should be performed.
00000121|STATUS_DS_MEMBERSHIP_EVALUATED_LOCALLY|The directory service evaluated group memberships locally, because it was unable to contact a global catalog server.
00000122|STATUS_NOTHING_TO_TERMINATE|A process being terminated has no threads to terminate.
00000123|STATUS_PROCESS_NOT_IN_JOB|The specified process is not part of a job.
00000124|STATUS_PROCESS_IN_JOB|The specified process is part of a job.
00000125|STATUS_VOLSNAP_HIBERNATE_READY|{Volume Shadow Copy Service}  The system is now ready for hibernation.
00000126|STATUS_FSFILTER_OP_COMPLETED_SUCCESSFULLY|A file system or file system filter driver has successfully completed an FsFilter operation.
00000127|STATUS_INTERRUPT_VECTOR_ALREADY_CONNECTED|The specified interrupt vector was already connected.
00000128|STATUS_INTERRUPT_STILL_CONNECTED|The specified interrupt vector is still connected.
00000129|STATUS_PROCESS_CLONED|The current process is a cloned process.
0000012A|STATUS_FILE_LOCKED_WITH_ONLY_READERS|The file was locked and all users of the file can only read.
0000012B|STATUS_FILE_LOCKED_WITH_WRITERS|The file was locked and at least one user of the file can write.
0000012C|STATUS_VALID_IMAGE_HASH|
0000012D|STATUS_VALID_CATALOG_HASH|
0000012E|STATUS_VALID_STRONG_CODE_HASH|
0000012F|STATUS_GHOSTED|
00000202|STATUS_RESOURCEMANAGER_READ_ONLY|The specified ResourceManager made no changes or updates to the resource under this transaction.
00000210|STATUS_RING_PREVIOUSLY_EMPTY|
00000211|STATUS_RING_PREVIOUSLY_FULL|
00000212|STATUS_RING_PREVIOUSLY_ABOVE_QUOTA|
00000213|STATUS_RING_NEWLY_EMPTY|
00000214|STATUS_RING_SIGNAL_OPPOSITE_ENDPOINT|
00000215|STATUS_OPLOCK_SWITCHED_TO_NEW_HANDLE|
00000216|STATUS_OPLOCK_HANDLE_CLOSED|
00000367|STATUS_WAIT_FOR_OPLOCK|An operation is blocked and waiting for an oplock.
00000368|STATUS_REPARSE_GLOBAL|
00010001|DBG_EXCEPTION_HANDLED|Debugger handled the exception.
00010002|DBG_CONTINUE|The debugger continued.
40000000|STATUS_OBJECT_NAME_EXISTS|{Object Exists}  An attempt was made to create an object but the object name already exists.
40000001|STATUS_THREAD_WAS_SUSPENDED|{Thread Suspended}  A thread termination occurred while the thread was suspended. The thread resumed, and termination proceeded.
40000002|STATUS_WORKING_SET_LIMIT_RANGE|{Working Set Range Error}  An attempt was made to set the working set minimum or maximum to values that are outside the allowable range.
40000004|STATUS_RXACT_STATE_CREATED|This informational level status indicates that a specified registry subtree transaction state did not yet exist and had to be created.
40000005|STATUS_SEGMENT_NOTIFICATION|{Segment Load}  A virtual DOS machine (VDM) is loading, unloading, or moving an MS-DOS or Win16 program segment image. An exception is raised so that a debugger can load, unload, or track symbols and breakpoints within these 16-bit segments.
40000006|STATUS_LOCAL_USER_SESSION_KEY|{Local Session Key}  A user session key was requested for a local remote procedure call (RPC) connection. The session key that is returned is a constant value and not unique to this connection.
40000007|STATUS_BAD_CURRENT_DIRECTORY|{Invalid Current Directory}  The process cannot switch to the startup current directory %hs. Select OK to set the current directory to %hs, or select CANCEL to exit.
40000008|STATUS_SERIAL_MORE_WRITES|{Serial IOCTL Complete}  A serial I/O operation was completed by another write to a serial port. (The IOCTL_SERIAL_XOFF_COUNTER reached zero.)
40000009|STATUS_REGISTRY_RECOVERED|{Registry Recovery}  One of the files that contains the system registry data had to be recovered by using a log or alternate copy. The recovery was successful.
4000000A|STATUS_FT_READ_RECOVERY_FROM_BACKUP|{Redundant Read}  To satisfy a read request, the Windows NT fault-tolerant file system successfully read the requested data from a redundant copy. This was done because the file system encountered a failure on a member of the fault-tolerant volume but was unable to reassign the failing area of the device.
4000000B|STATUS_FT_WRITE_RECOVERY|{Redundant Write}  To satisfy a write request, the Windows NT fault-tolerant file system successfully wrote a redundant copy of the information. This was done because the file system encountered a failure on a member of the fault-tolerant volume but was unable to reassign the failing area of the device.
4000000C|STATUS_SERIAL_COUNTER_TIMEOUT|{Serial IOCTL Timeout}  A serial I/O operation completed because the time-out period expired. (The IOCTL_SERIAL_XOFF_COUNTER had not reached zero.)
4000000D|STATUS_NULL_LM_PASSWORD|{Password Too Complex}  The Windows password is too complex to be converted to a LAN Manager password. The LAN Manager password that returned is a NULL string.
4000000E|STATUS_IMAGE_MACHINE_TYPE_MISMATCH|{Machine Type Mismatch}  The image file %hs is valid but is for a machine type other than the current machine. Select OK to continue, or CANCEL to fail the DLL load.
4000000F|STATUS_RECEIVE_PARTIAL|{Partial Data Received}  The network transport returned partial data to its client. The remaining data will be sent later.
40000010|STATUS_RECEIVE_EXPEDITED|{Expedited Data Received}  The network transport returned data to its client that was marked as expedited by the remote system.
40000011|STATUS_RECEIVE_PARTIAL_EXPEDITED|{Partial Expedited Data Received}  The network transport returned partial data to its client and this data was marked as expedited by the remote system. The remaining data will be sent later.
40000012|STATUS_EVENT_DONE|{TDI Event Done}  The TDI indication has completed successfully.
40000013|STATUS_EVENT_PENDING|{TDI Event Pending}  The TDI indication has entered the pending state.
40000014|STATUS_CHECKING_FILE_SYSTEM|Checking file system on %wZ.
40000015|STATUS_FATAL_APP_EXIT|{Fatal Application Exit}  %hs
40000016|STATUS_PREDEFINED_HANDLE|The specified registry key is referenced by a predefined handle.
40000017|STATUS_WAS_UNLOCKED|{Page Unlocked}  The page protection of a locked page was changed to 'No Access' and the page was unlocked from memory and from the process.
40000018|STATUS_SERVICE_NOTIFICATION|%hs
40000019|STATUS_WAS_LOCKED|{Page Locked}  One of the pages to lock was already locked.
4000001A|STATUS_LOG_HARD_ERROR|Application popup: %1 : %2
4000001B|STATUS_ALREADY_WIN32|A Win32 process already exists.
4000001C|STATUS_WX86_UNSIMULATE|An exception status code that is used by the Win32 x86 emulation subsystem.
4000001D|STATUS_WX86_CONTINUE|An exception status code that is used by the Win32 x86 emulation subsystem.
4000001E|STATUS_WX86_SINGLE_STEP|An exception status code that is used by the Win32 x86 emulation subsystem.
4000001F|STATUS_WX86_BREAKPOINT|An exception status code that is used by the Win32 x86 emulation subsystem.
40000020|STATUS_WX86_EXCEPTION_CONTINUE|An exception status code that is used by the Win32 x86 emulation subsystem.
40000021|STATUS_WX86_EXCEPTION_LASTCHANCE|An exception status code that is used by the Win32 x86 emulation subsystem.
40000022|STATUS_WX86_EXCEPTION_CHAIN|An exception status code that is used by the Win32 x86 emulation subsystem.
40000023|STATUS_IMAGE_MACHINE_TYPE_MISMATCH_EXE|{Machine Type Mismatch}  The image file %hs is valid but is for a machine type other than the current machine.
40000024|STATUS_NO_YIELD_PERFORMED|A yield execution was performed and no thread was available to run.
40000025|STATUS_TIMER_RESUME_IGNORED|The resume flag to a timer API was ignored.
40000026|STATUS_ARBITRATION_UNHANDLED|The arbiter has deferred arbitration of these resources to its parent.
40000027|STATUS_CARDBUS_NOT_SUPPORTED|The device has detected a CardBus card in its slot.
40000028|STATUS_WX86_CREATEWX86TIB|An exception status code that is used by the Win32 x86 emulation subsystem.
40000029|STATUS_MP_PROCESSOR_MISMATCH|The CPUs in this multiprocessor system are not all the same revision level. To use all processors, the operating system restricts itself to the features of the least capable processor in the system. If problems occur with this system, contact the CPU manufacturer to see if this mix of processors is supported.
4000002A|STATUS_HIBERNATED|The system was put into hibernation.
4000002B|STATUS_RESUME_HIBERNATION|The system was resumed from hibernation.
4000002C|STATUS_FIRMWARE_UPDATED|Windows has detected that the system firmware (BIOS) was updated [previous firmware date = %2, current firmware date %3].
4000002D|STATUS_DRIVERS_LEAKING_LOCKED_PAGES|A device driver is leaking locked I/O pages and is causing system degradation. The system has automatically enabled the tracking code to try and catch the culprit.
4000002E|STATUS_MESSAGE_RETRIEVED|The ALPC message being canceled has already been retrieved from the queue on the other side.
4000002F|STATUS_SYSTEM_POWERSTATE_TRANSITION|The system power state is transitioning from %2 to %3.
40000030|STATUS_ALPC_CHECK_COMPLETION_LIST|The receive operation was successful. Check the ALPC completion list for the received message.
40000031|STATUS_SYSTEM_POWERSTATE_COMPLEX_TRANSITION|The system power state is transitioning from %2 to %3 but could enter %4.
40000032|STATUS_ACCESS_AUDIT_BY_POLICY|Access to %1 is monitored by policy rule %2.
40000033|STATUS_ABANDON_HIBERFILE|A valid hibernation file has been invalidated and should be abandoned.
40000034|STATUS_BIZRULES_NOT_ENABLED|Business rule scripts are disabled for the calling application.
40000035|STATUS_FT_READ_FROM_COPY|
40000294|STATUS_WAKE_SYSTEM|The system has awoken.
40000370|STATUS_DS_SHUTTING_DOWN|The directory service is shutting down.
40000807|STATUS_DISK_REPAIR_REDIRECTED|
4000A144|STATUS_SERVICES_FAILED_AUTOSTART|
40010001|DBG_REPLY_LATER|Debugger will reply later.
40010002|DBG_UNABLE_TO_PROVIDE_HANDLE|Debugger cannot provide a handle.
40010003|DBG_TERMINATE_THREAD|Debugger terminated the thread.
40010004|DBG_TERMINATE_PROCESS|Debugger terminated the process.
40010005|DBG_CONTROL_C|Debugger obtained control of C.
40010006|DBG_PRINTEXCEPTION_C|Debugger printed an exception on control C.
40010007|DBG_RIPEXCEPTION|Debugger received a RIP exception.
40010008|DBG_CONTROL_BREAK|Debugger received a control break.
40010009|DBG_COMMAND_EXCEPTION|Debugger command communication exception.
4001000A|DBG_PRINTEXCEPTION_WIDE_C|
80000001|STATUS_GUARD_PAGE_VIOLATION|{EXCEPTION}  Guard Page Exception  A page of memory that marks the end of a data structure, such as a stack or an array, has been accessed.
80000002|STATUS_DATATYPE_MISALIGNMENT|{EXCEPTION}  Alignment Fault  A datatype misalignment was detected in a load or store instruction.
80000003|STATUS_BREAKPOINT|{EXCEPTION}  Breakpoint  A breakpoint has been reached.
80000004|STATUS_SINGLE_STEP|{EXCEPTION}  Single Step  A single step or trace operation has just been completed.
80000005|STATUS_BUFFER_OVERFLOW|{Buffer Overflow}  The data was too large to fit into the specified buffer.
80000006|STATUS_NO_MORE_FILES|{No More Files}  No more files were found which match the file specification.
80000007|STATUS_WAKE_SYSTEM_DEBUGGER|{Kernel Debugger Awakened}  The system debugger was awakened by an interrupt.
8000000A|STATUS_HANDLES_CLOSED|{Handles Closed}  Handles to objects have been automatically closed because of the requested operation.
8000000B|STATUS_NO_INHERITANCE|{Non-Inheritable ACL}  An access control list (ACL) contains no components that can be inherited.
8000000C|STATUS_GUID_SUBSTITUTION_MADE|{GUID Substitution}  During the translation of a globally unique identifier (GUID) to a Windows security ID (SID), no administratively defined GUID prefix was found. A substitute prefix was used, which will not compromise system security. However, this may provide a more restrictive access than intended.
8000000D|STATUS_PARTIAL_COPY|Because of protection conflicts, not all the requested bytes could be copied.
8000000E|STATUS_DEVICE_PAPER_EMPTY|{Out of Paper}  The printer is out of paper.
8000000F|STATUS_DEVICE_POWERED_OFF|{Device Power Is Off}  The printer power has been turned off.
80000010|STATUS_DEVICE_OFF_LINE|{Device Offline}  The printer has been taken offline.
80000011|STATUS_DEVICE_BUSY|{Device Busy}  The device is currently busy.
80000012|STATUS_NO_MORE_EAS|{No More EAs}  No more extended attributes (EAs) were found for the file.
80000013|STATUS_INVALID_EA_NAME|{Illegal EA}  The specified extended attribute (EA) name contains at least one illegal character.
80000014|STATUS_EA_LIST_INCONSISTENT|{Inconsistent EA List}  The extended attribute (EA) list is inconsistent.
80000015|STATUS_INVALID_EA_FLAG|{Invalid EA Flag}  An invalid extended attribute (EA) flag was set.
80000016|STATUS_VERIFY_REQUIRED|{Verifying Disk}  The media has changed and a verify operation is in progress; therefore, no reads or writes may be performed to the device, except those that are used in the verify operation.
80000017|STATUS_EXTRANEOUS_INFORMATION|{Too Much Information}  The specified access control list (ACL) contained more information than was expected.
80000018|STATUS_RXACT_COMMIT_NECESSARY|This warning level status indicates that the transaction state already exists for the registry subtree, but that a transaction commit was previously aborted. The commit has NOT been completed but has not been rolled back either; therefore, it may still be committed, if needed.
8000001A|STATUS_NO_MORE_ENTRIES|{No More Entries}  No more entries are available from an enumeration operation.
8000001B|STATUS_FILEMARK_DETECTED|{Filemark Found}  A filemark was detected.
8000001C|STATUS_MEDIA_CHANGED|{Media Changed}  The media may have changed.
8000001D|STATUS_BUS_RESET|{I/O Bus Reset}  An I/O bus reset was detected.
8000001E|STATUS_END_OF_MEDIA|{End of Media}  The end of the media was encountered.
8000001F|STATUS_BEGINNING_OF_MEDIA|The beginning of a tape or partition has been detected.
80000020|STATUS_MEDIA_CHECK|{Media Changed}  The media may have changed.
80000021|STATUS_SETMARK_DETECTED|A tape access reached a set mark.
80000022|STATUS_NO_DATA_DETECTED|During a tape access, the end of the data written is reached.
80000023|STATUS_REDIRECTOR_HAS_OPEN_HANDLES|The redirector is in use and cannot be unloaded.
80000024|STATUS_SERVER_HAS_OPEN_HANDLES|The server is in use and cannot be unloaded.
80000025|STATUS_ALREADY_DISCONNECTED|The specified connection has already been disconnected.
80000026|STATUS_LONGJUMP|A long jump has been executed.
80000027|STATUS_CLEANER_CARTRIDGE_INSTALLED|A cleaner cartridge is present in the tape library.
80000028|STATUS_PLUGPLAY_QUERY_VETOED|The Plug and Play query operation was not successful.
80000029|STATUS_UNWIND_CONSOLIDATE|A frame consolidation has been executed.
8000002A|STATUS_REGISTRY_HIVE_RECOVERED|{Registry Hive Recovered}  The registry hive (file): %hs was corrupted and it has been recovered. Some data might have been lost.
8000002B|STATUS_DLL_MIGHT_BE_INSECURE|The application is attempting to run executable code from the module %hs. This may be insecure. An alternative, %hs, is available. Should the application use the secure module %hs?
8000002C|STATUS_DLL_MIGHT_BE_INCOMPATIBLE|The application is loading executable code from the module %hs. This is secure but may be incompatible with previous releases of the operating system. An alternative, %hs, is available. Should the application use the secure module %hs?
8000002D|STATUS_STOPPED_ON_SYMLINK|The create operation stopped after reaching a symbolic link.
8000002E|STATUS_CANNOT_GRANT_REQUESTED_OPLOCK|
8000002F|STATUS_NO_ACE_CONDITION|
80000030|STATUS_DEVICE_SUPPORT_IN_PROGRESS|
80000031|STATUS_DEVICE_POWER_CYCLE_REQUIRED|
80000032|STATUS_NO_WORK_DONE|
80000288|STATUS_DEVICE_REQUIRES_CLEANING|The device has indicated that cleaning is necessary.
80000289|STATUS_DEVICE_DOOR_OPEN|The device has indicated that its door is open. Further operations require it closed and secured.
80000803|STATUS_DATA_LOST_REPAIR|Windows discovered a corruption in the file %hs. This file has now been repaired. Check if any data in the file was lost because of the corruption.
8000A127|STATUS_GPIO_INTERRUPT_ALREADY_UNMASKED|
8000CF00|STATUS_CLOUD_FILE_PROPERTY_BLOB_CHECKSUM_MISMATCH|
8000CF04|STATUS_CLOUD_FILE_PROPERTY_BLOB_TOO_LARGE|
80010001|DBG_EXCEPTION_NOT_HANDLED|Debugger did not handle the exception.
C0000001|STATUS_UNSUCCESSFUL|{Operation Failed}  The requested operation was unsuccessful.
C0000002|STATUS_NOT_IMPLEMENTED|{Not Implemented}  The requested operation is not implemented.
C0000003|STATUS_INVALID_INFO_CLASS|{Invalid Parameter}  The specified information class is not a valid information class for the specified object.
C0000004|STATUS_INFO_LENGTH_MISMATCH|The specified information record length does not match the length that is required for the specified information class.
C0000005|STATUS_ACCESS_VIOLATION|The instruction at 0x%p referenced memory at 0x%p. The memory could not be %s.
C0000006|STATUS_IN_PAGE_ERROR|The instruction at 0x%p referenced memory at 0x%p. The required data was not placed into memory because of an I/O error status of 0x%x.
C0000007|STATUS_PAGEFILE_QUOTA|The page file quota for the process has been exhausted.
C0000008|STATUS_INVALID_HANDLE|An invalid HANDLE was specified.
C0000009|STATUS_BAD_INITIAL_STACK|An invalid initial stack was specified in a call to NtCreateThread.
C000000A|STATUS_BAD_INITIAL_PC|An invalid initial start address was specified in a call to NtCreateThread.
C000000B|STATUS_INVALID_CID|An invalid client ID was specified.
C000000C|STATUS_TIMER_NOT_CANCELED|An attempt was made to cancel or set a timer that has an associated APC and the specified thread is not the thread that originally set the timer with an associated APC routine.
C000000D|STATUS_INVALID_PARAMETER|An invalid parameter was passed to a service or function.
C000000E|STATUS_NO_SUCH_DEVICE|A device that does not exist was specified.
C000000F|STATUS_NO_SUCH_FILE|{File Not Found}  The file %hs does not exist.
C0000010|STATUS_INVALID_DEVICE_REQUEST|The specified request is not a valid operation for the target device.
C0000011|STATUS_END_OF_FILE|The end-of-file marker has been reached. There is no valid data in the file beyond this marker.
C0000012|STATUS_WRONG_VOLUME|{Wrong Volume}  The wrong volume is in the drive. Insert volume %hs into drive %hs.
C0000013|STATUS_NO_MEDIA_IN_DEVICE|{No Disk}  There is no disk in the drive. Insert a disk into drive %hs.
C0000014|STATUS_UNRECOGNIZED_MEDIA|{Unknown Disk Format}  The disk in drive %hs is not formatted properly. Check the disk, and reformat it, if needed.
C0000015|STATUS_NONEXISTENT_SECTOR|{Sector Not Found}  The specified sector does not exist.
C0000016|STATUS_MORE_PROCESSING_REQUIRED|{Still Busy}  The specified I/O request packet (IRP) cannot be disposed of because the I/O operation is not complete.
C0000017|STATUS_NO_MEMORY|{Not Enough Quota}  Not enough virtual memory or paging file quota is available to complete the specified operation.
C0000018|STATUS_CONFLICTING_ADDRESSES|{Conflicting Address Range}  The specified address range conflicts with the address space.
C0000019|STATUS_NOT_MAPPED_VIEW|The address range to unmap is not a mapped view.
C000001A|STATUS_UNABLE_TO_FREE_VM|The virtual memory cannot be freed.
C000001B|STATUS_UNABLE_TO_DELETE_SECTION|The specified section cannot be deleted.
C000001C|STATUS_INVALID_SYSTEM_SERVICE|An invalid system service was specified in a system service call.
C000001D|STATUS_ILLEGAL_INSTRUCTION|{EXCEPTION}  Illegal Instruction  An attempt was made to execute an illegal instruction.
C000001E|STATUS_INVALID_LOCK_SEQUENCE|{Invalid Lock Sequence}  An attempt was made to execute an invalid lock sequence.
C000001F|STATUS_INVALID_VIEW_SIZE|{Invalid Mapping}  An attempt was made to create a view for a section that is bigger than the section.
C0000020|STATUS_INVALID_FILE_FOR_SECTION|{Bad File}  The attributes of the specified mapping file for a section of memory cannot be read.
C0000021|STATUS_ALREADY_COMMITTED|{Already Committed}  The specified address range is already committed.
C0000022|STATUS_ACCESS_DENIED|{Access Denied}  A process has requested access to an object but has not been granted those access rights.
C0000023|STATUS_BUFFER_TOO_SMALL|{Buffer Too Small}  The buffer is too small to contain the entry. No information has been written to the buffer.
C0000024|STATUS_OBJECT_TYPE_MISMATCH|{Wrong Type}  There is a mismatch between the type of object that is required by the requested operation and the type of object that is specified in the request.
C0000025|STATUS_NONCONTINUABLE_EXCEPTION|{EXCEPTION}  Cannot Continue Windows cannot continue from this exception.
C0000026|STATUS_INVALID_DISPOSITION|An invalid exception disposition was returned by an exception handler.
C0000027|STATUS_UNWIND|Unwind exception code.
C0000028|STATUS_BAD_STACK|An invalid or unaligned stack was encountered during an unwind operation.
C0000029|STATUS_INVALID_UNWIND_TARGET|An invalid unwind target was encountered during an unwind operation.
C000002A|STATUS_NOT_LOCKED|An attempt was made to unlock a page of memory that was not locked.
C000002B|STATUS_PARITY_ERROR|A device parity error on an I/O operation.
C000002C|STATUS_UNABLE_TO_DECOMMIT_VM|An attempt was made to decommit uncommitted virtual memory.
C000002D|STATUS_NOT_COMMITTED|An attempt was made to change the attributes on memory that has not been committed.
C000002E|STATUS_INVALID_PORT_ATTRIBUTES|Invalid object attributes specified to NtCreatePort or invalid port attributes specified to NtConnectPort.
C000002F|STATUS_PORT_MESSAGE_TOO_LONG|The length of the message that was passed to NtRequestPort or NtRequestWaitReplyPort is longer than the maximum message that is allowed by the port.
C0000030|STATUS_INVALID_PARAMETER_MIX|An invalid combination of parameters was specified.
C0000031|STATUS_INVALID_QUOTA_LOWER|An attempt was made to lower a quota limit below the current usage.
C0000032|STATUS_DISK_CORRUPT_ERROR|{Corrupt Disk}  The file system structure on the disk is corrupt and unusable. Run the Chkdsk utility on the volume %hs.
C0000033|STATUS_OBJECT_NAME_INVALID|The object name is invalid.
C0000034|STATUS_OBJECT_NAME_NOT_FOUND|The object name is not found.
C0000035|STATUS_OBJECT_NAME_COLLISION|The object name already exists.
C0000036|STATUS_PORT_DO_NOT_DISTURB|
C0000037|STATUS_PORT_DISCONNECTED|An attempt was made to send a message to a disconnected communication port.
C0000038|STATUS_DEVICE_ALREADY_ATTACHED|An attempt was made to attach to a device that was already attached to another device.
C0000039|STATUS_OBJECT_PATH_INVALID|The object path component was not a directory object.
C000003A|STATUS_OBJECT_PATH_NOT_FOUND|{Path Not Found}  The path %hs does not exist.
C000003B|STATUS_OBJECT_PATH_SYNTAX_BAD|The object path component was not a directory object.
C000003C|STATUS_DATA_OVERRUN|{Data Overrun}  A data overrun error occurred.
C000003D|STATUS_DATA_LATE_ERROR|{Data Late}  A data late error occurred.
C000003E|STATUS_DATA_ERROR|{Data Error}  An error occurred in reading or writing data.
C000003F|STATUS_CRC_ERROR|{Bad CRC}  A cyclic redundancy check (CRC) checksum error occurred.
C0000040|STATUS_SECTION_TOO_BIG|{Section Too Large}  The specified section is too big to map the file.
C0000041|STATUS_PORT_CONNECTION_REFUSED|The NtConnectPort request is refused.
C0000042|STATUS_INVALID_PORT_HANDLE|The type of port handle is invalid for the operation that is requested.
C0000043|STATUS_SHARING_VIOLATION|A file cannot be opened because the share access flags are incompatible.
C0000044|STATUS_QUOTA_EXCEEDED|Insufficient quota exists to complete the operation.
C0000045|STATUS_INVALID_PAGE_PROTECTION|The specified page protection was not valid.
C0000046|STATUS_MUTANT_NOT_OWNED|An attempt to release a mutant object was made by a thread that was not the owner of the mutant object.
C0000047|STATUS_SEMAPHORE_LIMIT_EXCEEDED|An attempt was made to release a semaphore such that its maximum count would have been exceeded.
C0000048|STATUS_PORT_ALREADY_SET|An attempt was made to set the DebugPort or ExceptionPort of a process, but a port already exists in the process, or an attempt was made to set the CompletionPort of a file but a port was already set in the file, or an attempt was made to set the associated completion port of an ALPC port but it is already set.
C0000049|STATUS_SECTION_NOT_IMAGE|An attempt was made to query image information on a section that does not map an image.
C000004A|STATUS_SUSPEND_COUNT_EXCEEDED|An attempt was made to suspend a thread whose suspend count was at its maximum.
C000004B|STATUS_THREAD_IS_TERMINATING|An attempt was made to suspend a thread that has begun termination.
C000004C|STATUS_BAD_WORKING_SET_LIMIT|An attempt was made to set the working set limit to an invalid value (for example, the minimum greater than maximum).
C000004D|STATUS_INCOMPATIBLE_FILE_MAP|A section was created to map a file that is not compatible with an already existing section that maps the same file.
C000004E|STATUS_SECTION_PROTECTION|A view to a section specifies a protection that is incompatible with the protection of the initial view.
C000004F|STATUS_EAS_NOT_SUPPORTED|An operation involving EAs failed because the file system does not support EAs.
C0000050|STATUS_EA_TOO_LARGE|An EA operation failed because the EA set is too large.
C0000051|STATUS_NONEXISTENT_EA_ENTRY|An EA operation failed because the name or EA index is invalid.
C0000052|STATUS_NO_EAS_ON_FILE|The file for which EAs were requested has no EAs.
C0000053|STATUS_EA_CORRUPT_ERROR|The EA is corrupt and cannot be read.
C0000054|STATUS_FILE_LOCK_CONFLICT|A requested read/write cannot be granted due to a conflicting file lock.
C0000055|STATUS_LOCK_NOT_GRANTED|A requested file lock cannot be granted due to other existing locks.
C0000056|STATUS_DELETE_PENDING|A non-close operation has been requested of a file object that has a delete pending.
C0000057|STATUS_CTL_FILE_NOT_SUPPORTED|An attempt was made to set the control attribute on a file. This attribute is not supported in the destination file system.
C0000058|STATUS_UNKNOWN_REVISION|Indicates a revision number that was encountered or specified is not one that is known by the service. It may be a more recent revision than the service is aware of.
C0000059|STATUS_REVISION_MISMATCH|Indicates that two revision levels are incompatible.
C000005A|STATUS_INVALID_OWNER|Indicates a particular security ID may not be assigned as the owner of an object.
C000005B|STATUS_INVALID_PRIMARY_GROUP|Indicates a particular security ID may not be assigned as the primary group of an object.
C000005C|STATUS_NO_IMPERSONATION_TOKEN|An attempt has been made to operate on an impersonation token by a thread that is not currently impersonating a client.
C000005D|STATUS_CANT_DISABLE_MANDATORY|A mandatory group may not be disabled.
C000005E|STATUS_NO_LOGON_SERVERS|No logon servers are currently available to service the logon request.
C000005F|STATUS_NO_SUCH_LOGON_SESSION|A specified logon session does not exist. It may already have been terminated.
C0000060|STATUS_NO_SUCH_PRIVILEGE|A specified privilege does not exist.
C0000061|STATUS_PRIVILEGE_NOT_HELD|A required privilege is not held by the client.
C0000062|STATUS_INVALID_ACCOUNT_NAME|The name provided is not a properly formed account name.
C0000063|STATUS_USER_EXISTS|The specified account already exists.
C0000064|STATUS_NO_SUCH_USER|The specified account does not exist.
C0000065|STATUS_GROUP_EXISTS|The specified group already exists.
C0000066|STATUS_NO_SUCH_GROUP|The specified group does not exist.
C0000067|STATUS_MEMBER_IN_GROUP|The specified user account is already in the specified group account. Also used to indicate a group cannot be deleted because it contains a member.
C0000068|STATUS_MEMBER_NOT_IN_GROUP|The specified user account is not a member of the specified group account.
C0000069|STATUS_LAST_ADMIN|Indicates the requested operation would disable or delete the last remaining administration account. This is not allowed to prevent creating a situation in which the system cannot be administrated.
C000006A|STATUS_WRONG_PASSWORD|When trying to update a password, this return status indicates that the value provided as the current password is not correct.
C000006B|STATUS_ILL_FORMED_PASSWORD|When trying to update a password, this return status indicates that the value provided for the new password contains values that are not allowed in passwords.
C000006C|STATUS_PASSWORD_RESTRICTION|When trying to update a password, this status indicates that some password update rule has been violated. For example, the password may not meet length criteria.
C000006D|STATUS_LOGON_FAILURE|The attempted logon is invalid. This is either due to a bad username or authentication information.
C000006E|STATUS_ACCOUNT_RESTRICTION|Indicates a referenced user name and authentication information are valid, but some user account restriction has prevented successful authentication (such as time-of-day restrictions).
C000006F|STATUS_INVALID_LOGON_HOURS|The user account has time restrictions and may not be logged onto at this time.
C0000070|STATUS_INVALID_WORKSTATION|The user account is restricted so that it may not be used to log on from the source workstation.
C0000071|STATUS_PASSWORD_EXPIRED|The user account password has expired.
C0000072|STATUS_ACCOUNT_DISABLED|The referenced account is currently disabled and may not be logged on to.
C0000073|STATUS_NONE_MAPPED|None of the information to be translated has been translated.
C0000074|STATUS_TOO_MANY_LUIDS_REQUESTED|The number of LUIDs requested may not be allocated with a single allocation.
C0000075|STATUS_LUIDS_EXHAUSTED|Indicates there are no more LUIDs to allocate.
C0000076|STATUS_INVALID_SUB_AUTHORITY|Indicates the sub-authority value is invalid for the particular use.
C0000077|STATUS_INVALID_ACL|Indicates the ACL structure is not valid.
C0000078|STATUS_INVALID_SID|Indicates the SID structure is not valid.
C0000079|STATUS_INVALID_SECURITY_DESCR|Indicates the SECURITY_DESCRIPTOR structure is not valid.
C000007A|STATUS_PROCEDURE_NOT_FOUND|Indicates the specified procedure address cannot be found in the DLL.
C000007B|STATUS_INVALID_IMAGE_FORMAT|{Bad Image}  %hs is either not designed to run on Windows or it contains an error. Try installing the program again using the original installation media or contact your system administrator or the software vendor for support.
C000007C|STATUS_NO_TOKEN|An attempt was made to reference a token that does not exist. This is typically done by referencing the token that is associated with a thread when the thread is not impersonating a client.
C000007D|STATUS_BAD_INHERITANCE_ACL|Indicates that an attempt to build either an inherited ACL or ACE was not successful. This can be caused by a number of things. One of the more probable causes is the replacement of a CreatorId with a SID that did not fit into the ACE or ACL.
C000007E|STATUS_RANGE_NOT_LOCKED|The range specified in NtUnlockFile was not locked.
C000007F|STATUS_DISK_FULL|An operation failed because the disk was full.
C0000080|STATUS_SERVER_DISABLED|The GUID allocation server is disabled at the moment.
C0000081|STATUS_SERVER_NOT_DISABLED|The GUID allocation server is enabled at the moment.
C0000082|STATUS_TOO_MANY_GUIDS_REQUESTED|Too many GUIDs were requested from the allocation server at once.
C0000083|STATUS_GUIDS_EXHAUSTED|The GUIDs could not be allocated because the Authority Agent was exhausted.
C0000084|STATUS_INVALID_ID_AUTHORITY|The value provided was an invalid value for an identifier authority.
C0000085|STATUS_AGENTS_EXHAUSTED|No more authority agent values are available for the particular identifier authority value.
C0000086|STATUS_INVALID_VOLUME_LABEL|An invalid volume label has been specified.
C0000087|STATUS_SECTION_NOT_EXTENDED|A mapped section could not be extended.
C0000088|STATUS_NOT_MAPPED_DATA|Specified section to flush does not map a data file.
C0000089|STATUS_RESOURCE_DATA_NOT_FOUND|Indicates the specified image file did not contain a resource section.
C000008A|STATUS_RESOURCE_TYPE_NOT_FOUND|Indicates the specified resource type cannot be found in the image file.
C000008B|STATUS_RESOURCE_NAME_NOT_FOUND|Indicates the specified resource name cannot be found in the image file.
C000008C|STATUS_ARRAY_BOUNDS_EXCEEDED|{EXCEPTION}  Array bounds exceeded.
C000008D|STATUS_FLOAT_DENORMAL_OPERAND|{EXCEPTION}  Floating-point denormal operand.
C000008E|STATUS_FLOAT_DIVIDE_BY_ZERO|{EXCEPTION}  Floating-point division by zero.
C000008F|STATUS_FLOAT_INEXACT_RESULT|{EXCEPTION}  Floating-point inexact result.
C0000090|STATUS_FLOAT_INVALID_OPERATION|{EXCEPTION}  Floating-point invalid operation.
C0000091|STATUS_FLOAT_OVERFLOW|{EXCEPTION}  Floating-point overflow.
C0000092|STATUS_FLOAT_STACK_CHECK|{EXCEPTION}  Floating-point stack check.
C0000093|STATUS_FLOAT_UNDERFLOW|{EXCEPTION}  Floating-point underflow.
C0000094|STATUS_INTEGER_DIVIDE_BY_ZERO|{EXCEPTION}  Integer division by zero.
C0000095|STATUS_INTEGER_OVERFLOW|{EXCEPTION}  Integer overflow.
C0000096|STATUS_PRIVILEGED_INSTRUCTION|{EXCEPTION}  Privileged instruction.
C0000097|STATUS_TOO_MANY_PAGING_FILES|An attempt was made to install more paging files than the system supports.
C0000098|STATUS_FILE_INVALID|The volume for a file has been externally altered such that the opened file is no longer valid.
C0000099|STATUS_ALLOTTED_SPACE_EXCEEDED|When a block of memory is allotted for future updates, such as the memory allocated to hold discretionary access control and primary group information, successive updates may exceed the amount of memory originally allotted. Because a quota may already have been charged to several processes that have handles to the object, it is not reasonable to alter the size of the allocated memory. Instead, a request that requires more memory than has been allotted must fail and the STATUS_ALLOTTED_SPACE_EXCEEDED error returned.
C000009A|STATUS_INSUFFICIENT_RESOURCES|Insufficient system resources exist to complete the API.
C000009B|STATUS_DFS_EXIT_PATH_FOUND|An attempt has been made to open a DFS exit path control file.
C000009C|STATUS_DEVICE_DATA_ERROR|There are bad blocks (sectors) on the hard disk.
C000009D|STATUS_DEVICE_NOT_CONNECTED|There is bad cabling, non-termination, or the controller is not able to obtain access to the hard disk.
C000009E|STATUS_DEVICE_POWER_FAILURE|
C00000A0|STATUS_MEMORY_NOT_ALLOCATED|An attempt was made to free virtual memory that is not allocated.
C00000A1|STATUS_WORKING_SET_QUOTA|The working set is not big enough to allow the requested pages to be locked.
C00000A2|STATUS_MEDIA_WRITE_PROTECTED|{Write Protect Error}  The disk cannot be written to because it is write-protected. Remove the write protection from the volume %hs in drive %hs.
C00000A3|STATUS_DEVICE_NOT_READY|{Drive Not Ready}  The drive is not ready for use; its door may be open. Check drive %hs and make sure that a disk is inserted and that the drive door is closed.
C00000A4|STATUS_INVALID_GROUP_ATTRIBUTES|The specified attributes are invalid or are incompatible with the attributes for the group as a whole.
C00000A5|STATUS_BAD_IMPERSONATION_LEVEL|A specified impersonation level is invalid. Also used to indicate that a required impersonation level was not provided.
C00000A6|STATUS_CANT_OPEN_ANONYMOUS|An attempt was made to open an anonymous-level token. Anonymous tokens may not be opened.
C00000A7|STATUS_BAD_VALIDATION_CLASS|The validation information class requested was invalid.
C00000A8|STATUS_BAD_TOKEN_TYPE|The type of a token object is inappropriate for its attempted use.
C00000A9|STATUS_BAD_MASTER_BOOT_RECORD|The type of a token object is inappropriate for its attempted use.
C00000AA|STATUS_INSTRUCTION_MISALIGNMENT|An attempt was made to execute an instruction at an unaligned address and the host system does not support unaligned instruction references.
C00000AB|STATUS_INSTANCE_NOT_AVAILABLE|The maximum named pipe instance count has been reached.
C00000AC|STATUS_PIPE_NOT_AVAILABLE|An instance of a named pipe cannot be found in the listening state.
C00000AD|STATUS_INVALID_PIPE_STATE|The named pipe is not in the connected or closing state.
C00000AE|STATUS_PIPE_BUSY|The specified pipe is set to complete operations and there are current I/O operations queued so that it cannot be changed to queue operations.
C00000AF|STATUS_ILLEGAL_FUNCTION|The specified handle is not open to the server end of the named pipe.
C00000B0|STATUS_PIPE_DISCONNECTED|The specified named pipe is in the disconnected state.
C00000B1|STATUS_PIPE_CLOSING|The specified named pipe is in the closing state.
C00000B2|STATUS_PIPE_CONNECTED|The specified named pipe is in the connected state.
C00000B3|STATUS_PIPE_LISTENING|The specified named pipe is in the listening state.
C00000B4|STATUS_INVALID_READ_MODE|The specified named pipe is not in message mode.
C00000B5|STATUS_IO_TIMEOUT|{Device Timeout}  The specified I/O operation on %hs was not completed before the time-out period expired.
C00000B6|STATUS_FILE_FORCED_CLOSED|The specified file has been closed by another process.
C00000B7|STATUS_PROFILING_NOT_STARTED|Profiling is not started.
C00000B8|STATUS_PROFILING_NOT_STOPPED|Profiling is not stopped.
C00000B9|STATUS_COULD_NOT_INTERPRET|The passed ACL did not contain the minimum required information.
C00000BA|STATUS_FILE_IS_A_DIRECTORY|The file that was specified as a target is a directory, and the caller specified that it could be anything but a directory.
C00000BB|STATUS_NOT_SUPPORTED|The request is not supported.
C00000BC|STATUS_REMOTE_NOT_LISTENING|This remote computer is not listening.
C00000BD|STATUS_DUPLICATE_NAME|A duplicate name exists on the network.
C00000BE|STATUS_BAD_NETWORK_PATH|The network path cannot be located.
C00000BF|STATUS_NETWORK_BUSY|The network is busy.
C00000C0|STATUS_DEVICE_DOES_NOT_EXIST|This device does not exist.
C00000C1|STATUS_TOO_MANY_COMMANDS|The network BIOS command limit has been reached.
C00000C2|STATUS_ADAPTER_HARDWARE_ERROR|An I/O adapter hardware error has occurred.
C00000C3|STATUS_INVALID_NETWORK_RESPONSE|The network responded incorrectly.
C00000C4|STATUS_UNEXPECTED_NETWORK_ERROR|An unexpected network error occurred.
C00000C5|STATUS_BAD_REMOTE_ADAPTER|The remote adapter is not compatible.
C00000C6|STATUS_PRINT_QUEUE_FULL|The print queue is full.
C00000C7|STATUS_NO_SPOOL_SPACE|Space to store the file that is waiting to be printed is not available on the server.
C00000C8|STATUS_PRINT_CANCELLED|The requested print file has been canceled.
C00000C9|STATUS_NETWORK_NAME_DELETED|The network name was deleted.
C00000CA|STATUS_NETWORK_ACCESS_DENIED|Network access is denied.
C00000CB|STATUS_BAD_DEVICE_TYPE|{Incorrect Network Resource Type}  The specified device type (LPT, for example) conflicts with the actual device type on the remote resource.
C00000CC|STATUS_BAD_NETWORK_NAME|{Network Name Not Found}  The specified share name cannot be found on the remote server.
C00000CD|STATUS_TOO_MANY_NAMES|The name limit for the network adapter card of the local computer was exceeded.
C00000CE|STATUS_TOO_MANY_SESSIONS|The network BIOS session limit was exceeded.
C00000CF|STATUS_SHARING_PAUSED|File sharing has been temporarily paused.
C00000D0|STATUS_REQUEST_NOT_ACCEPTED|No more connections can be made to this remote computer at this time because the computer has already accepted the maximum number of connections.
C00000D1|STATUS_REDIRECTOR_PAUSED|Print or disk redirection is temporarily paused.
C00000D2|STATUS_NET_WRITE_FAULT|A network data fault occurred.
C00000D3|STATUS_PROFILING_AT_LIMIT|The number of active profiling objects is at the maximum and no more may be started.
C00000D4|STATUS_NOT_SAME_DEVICE|{Incorrect Volume}  The destination file of a rename request is located on a different device than the source of the rename request.
C00000D5|STATUS_FILE_RENAMED|The specified file has been renamed and thus cannot be modified.
C00000D6|STATUS_VIRTUAL_CIRCUIT_CLOSED|{Network Request Timeout}  The session with a remote server has been disconnected because the time-out interval for a request has expired.
C00000D7|STATUS_NO_SECURITY_ON_OBJECT|Indicates an attempt was made to operate on the security of an object that does not have security associated with it.
C00000D8|STATUS_CANT_WAIT|Used to indicate that an operation cannot continue without blocking for I/O.
C00000D9|STATUS_PIPE_EMPTY|Used to indicate that a read operation was done on an empty pipe.
C00000DA|STATUS_CANT_ACCESS_DOMAIN_INFO|Configuration information could not be read from the domain controller, either because the machine is unavailable or access has been denied.
C00000DB|STATUS_CANT_TERMINATE_SELF|Indicates that a thread attempted to terminate itself by default (called NtTerminateThread with NULL) and it was the last thread in the current process.
C00000DC|STATUS_INVALID_SERVER_STATE|Indicates the Sam Server was in the wrong state to perform the desired operation.
C00000DD|STATUS_INVALID_DOMAIN_STATE|Indicates the domain was in the wrong state to perform the desired operation.
C00000DE|STATUS_INVALID_DOMAIN_ROLE|This operation is only allowed for the primary domain controller of the domain.
C00000DF|STATUS_NO_SUCH_DOMAIN|The specified domain did not exist.
C00000E0|STATUS_DOMAIN_EXISTS|The specified domain already exists.
C00000E1|STATUS_DOMAIN_LIMIT_EXCEEDED|An attempt was made to exceed the limit on the number of domains per server for this release.
C00000E2|STATUS_OPLOCK_NOT_GRANTED|An error status returned when the opportunistic lock (oplock) request is denied.
C00000E3|STATUS_INVALID_OPLOCK_PROTOCOL|An error status returned when an invalid opportunistic lock (oplock) acknowledgment is received by a file system.
C00000E4|STATUS_INTERNAL_DB_CORRUPTION|This error indicates that the requested operation cannot be completed due to a catastrophic media failure or an on-disk data structure corruption.
C00000E5|STATUS_INTERNAL_ERROR|An internal error occurred.
C00000E6|STATUS_GENERIC_NOT_MAPPED|Indicates generic access types were contained in an access mask which should already be mapped to non-generic access types.
C00000E7|STATUS_BAD_DESCRIPTOR_FORMAT|Indicates a security descriptor is not in the necessary format (absolute or self-relative).
C00000E8|STATUS_INVALID_USER_BUFFER|An access to a user buffer failed at an expected point in time. This code is defined because the caller does not want to accept STATUS_ACCESS_VIOLATION in its filter.
C00000E9|STATUS_UNEXPECTED_IO_ERROR|If an I/O error that is not defined in the standard FsRtl filter is returned, it is converted to the following error, which is guaranteed to be in the filter. In this case, information is lost; however, the filter correctly handles the exception.
C00000EA|STATUS_UNEXPECTED_MM_CREATE_ERR|If an MM error that is not defined in the standard FsRtl filter is returned, it is converted to one of the following errors, which are guaranteed to be in the filter. In this case, information is lost; however, the filter correctly handles the exception.
C00000EB|STATUS_UNEXPECTED_MM_MAP_ERROR|If an MM error that is not defined in the standard FsRtl filter is returned, it is converted to one of the following errors, which are guaranteed to be in the filter. In this case, information is lost; however, the filter correctly handles the exception.
C00000EC|STATUS_UNEXPECTED_MM_EXTEND_ERR|If an MM error that is not defined in the standard FsRtl filter is returned, it is converted to one of the following errors, which are guaranteed to be in the filter. In this case, information is lost; however, the filter correctly handles the exception.
C00000ED|STATUS_NOT_LOGON_PROCESS|The requested action is restricted for use by logon processes only. The calling process has not registered as a logon process.
C00000EE|STATUS_LOGON_SESSION_EXISTS|An attempt has been made to start a new session manager or LSA logon session by using an ID that is already in use.
C00000EF|STATUS_INVALID_PARAMETER_1|An invalid parameter was passed to a service or function as the first argument.
C00000F0|STATUS_INVALID_PARAMETER_2|An invalid parameter was passed to a service or function as the second argument.
C00000F1|STATUS_INVALID_PARAMETER_3|An invalid parameter was passed to a service or function as the third argument.
C00000F2|STATUS_INVALID_PARAMETER_4|An invalid parameter was passed to a service or function as the fourth argument.
C00000F3|STATUS_INVALID_PARAMETER_5|An invalid parameter was passed to a service or function as the fifth argument.
C00000F4|STATUS_INVALID_PARAMETER_6|An invalid parameter was passed to a service or function as the sixth argument.
C00000F5|STATUS_INVALID_PARAMETER_7|An invalid parameter was passed to a service or function as the seventh argument.
C00000F6|STATUS_INVALID_PARAMETER_8|An invalid parameter was passed to a service or function as the eighth argument.
C00000F7|STATUS_INVALID_PARAMETER_9|An invalid parameter was passed to a service or function as the ninth argument.
C00000F8|STATUS_INVALID_PARAMETER_10|An invalid parameter was passed to a service or function as the tenth argument.
C00000F9|STATUS_INVALID_PARAMETER_11|An invalid parameter was passed to a service or function as the eleventh argument.
C00000FA|STATUS_INVALID_PARAMETER_12|An invalid parameter was passed to a service or function as the twelfth argument.
C00000FB|STATUS_REDIRECTOR_NOT_STARTED|An attempt was made to access a network file, but the network software was not yet started.
C00000FC|STATUS_REDIRECTOR_STARTED|An attempt was made to start the redirector, but the redirector has already been started.
C00000FD|STATUS_STACK_OVERFLOW|A new guard page for the stack cannot be created.
C00000FE|STATUS_NO_SUCH_PACKAGE|A specified authentication package is unknown.
C00000FF|STATUS_BAD_FUNCTION_TABLE|A malformed function table was encountered during an unwind operation.
C0000100|STATUS_VARIABLE_NOT_FOUND|Indicates the specified environment variable name was not found in the specified environment block.
C0000101|STATUS_DIRECTORY_NOT_EMPTY|Indicates that the directory trying to be deleted is not empty.
C0000102|STATUS_FILE_CORRUPT_ERROR|{Corrupt File}  The file or directory %hs is corrupt and unreadable. Run the Chkdsk utility.
C0000103|STATUS_NOT_A_DIRECTORY|A requested opened file is not a directory.
C0000104|STATUS_BAD_LOGON_SESSION_STATE|The logon session is not in a state that is consistent with the requested operation.
C0000105|STATUS_LOGON_SESSION_COLLISION|An internal LSA error has occurred. An authentication package has requested the creation of a logon session but the ID of an already existing logon session has been specified.
C0000106|STATUS_NAME_TOO_LONG|A specified name string is too long for its intended use.
C0000107|STATUS_FILES_OPEN|The user attempted to force close the files on a redirected drive, but there were opened files on the drive, and the user did not specify a sufficient level of force.
C0000108|STATUS_CONNECTION_IN_USE|The user attempted to force close the files on a redirected drive, but there were opened directories on the drive, and the user did not specify a sufficient level of force.
C0000109|STATUS_MESSAGE_NOT_FOUND|RtlFindMessage could not locate the requested message ID in the message table resource.
C000010A|STATUS_PROCESS_IS_TERMINATING|An attempt was made to duplicate an object handle into or out of an exiting process.
C000010B|STATUS_INVALID_LOGON_TYPE|Indicates an invalid value has been provided for the LogonType requested.
C000010C|STATUS_NO_GUID_TRANSLATION|Indicates that an attempt was made to assign protection to a file system file or directory and one of the SIDs in the security descriptor could not be translated into a GUID that could be stored by the file system. This causes the protection attempt to fail, which may cause a file creation attempt to fail.
C000010D|STATUS_CANNOT_IMPERSONATE|Indicates that an attempt has been made to impersonate via a named pipe that has not yet been read from.
C000010E|STATUS_IMAGE_ALREADY_LOADED|Indicates that the specified image is already loaded.
C000010F|STATUS_ABIOS_NOT_PRESENT|
C0000110|STATUS_ABIOS_LID_NOT_EXIST|
C0000111|STATUS_ABIOS_LID_ALREADY_OWNED|
C0000112|STATUS_ABIOS_NOT_LID_OWNER|
C0000113|STATUS_ABIOS_INVALID_COMMAND|
C0000114|STATUS_ABIOS_INVALID_LID|
C0000115|STATUS_ABIOS_SELECTOR_NOT_AVAILABLE|
C0000116|STATUS_ABIOS_INVALID_SELECTOR|
C0000117|STATUS_NO_LDT|Indicates that an attempt was made to change the size of the LDT for a process that has no LDT.
C0000118|STATUS_INVALID_LDT_SIZE|Indicates that an attempt was made to grow an LDT by setting its size, or that the size was not an even number of selectors.
C0000119|STATUS_INVALID_LDT_OFFSET|Indicates that the starting value for the LDT information was not an integral multiple of the selector size.
C000011A|STATUS_INVALID_LDT_DESCRIPTOR|Indicates that the user supplied an invalid descriptor when trying to set up LDT descriptors.
C000011B|STATUS_INVALID_IMAGE_NE_FORMAT|The specified image file did not have the correct format. It appears to be NE format.
C000011C|STATUS_RXACT_INVALID_STATE|Indicates that the transaction state of a registry subtree is incompatible with the requested operation. For example, a request has been made to start a new transaction with one already in progress, or a request has been made to apply a transaction when one is not currently in progress.
C000011D|STATUS_RXACT_COMMIT_FAILURE|Indicates an error has occurred during a registry transaction commit. The database has been left in an unknown, but probably inconsistent, state. The state of the registry transaction is left as COMMITTING.
C000011E|STATUS_MAPPED_FILE_SIZE_ZERO|An attempt was made to map a file of size zero with the maximum size specified as zero.
C000011F|STATUS_TOO_MANY_OPENED_FILES|Too many files are opened on a remote server. This error should only be returned by the Windows redirector on a remote drive.
C0000120|STATUS_CANCELLED|The I/O request was canceled.
C0000121|STATUS_CANNOT_DELETE|An attempt has been made to remove a file or directory that cannot be deleted.
C0000122|STATUS_INVALID_COMPUTER_NAME|Indicates a name that was specified as a remote computer name is syntactically invalid.
C0000123|STATUS_FILE_DELETED|An I/O request other than close was performed on a file after it was deleted, which can only happen to a request that did not complete before the last handle was closed via NtClose.
C0000124|STATUS_SPECIAL_ACCOUNT|Indicates an operation that is incompatible with built-in accounts has been attempted on a built-in (special) SAM account. For example, built-in accounts cannot be deleted.
C0000125|STATUS_SPECIAL_GROUP|The operation requested may not be performed on the specified group because it is a built-in special group.
C0000126|STATUS_SPECIAL_USER|The operation requested may not be performed on the specified user because it is a built-in special user.
C0000127|STATUS_MEMBERS_PRIMARY_GROUP|Indicates a member cannot be removed from a group because the group is currently the member's primary group.
C0000128|STATUS_FILE_CLOSED|An I/O request other than close and several other special case operations was attempted using a file object that had already been closed.
C0000129|STATUS_TOO_MANY_THREADS|Indicates a process has too many threads to perform the requested action. For example, assignment of a primary token may only be performed when a process has zero or one threads.
C000012A|STATUS_THREAD_NOT_IN_PROCESS|An attempt was made to operate on a thread within a specific process, but the specified thread is not in the specified process.
C000012B|STATUS_TOKEN_ALREADY_IN_USE|An attempt was made to establish a token for use as a primary token but the token is already in use. A token can only be the primary token of one process at a time.
C000012C|STATUS_PAGEFILE_QUOTA_EXCEEDED|The page file quota was exceeded.
C000012D|STATUS_COMMITMENT_LIMIT|{Out of Virtual Memory}  Your system is low on virtual memory. To ensure that Windows runs correctly, increase the size of your virtual memory paging file. For more information, see Help.
C000012E|STATUS_INVALID_IMAGE_LE_FORMAT|The specified image file did not have the correct format: it appears to be LE format.
C000012F|STATUS_INVALID_IMAGE_NOT_MZ|The specified image file did not have the correct format: it did not have an initial MZ.
C0000130|STATUS_INVALID_IMAGE_PROTECT|The specified image file did not have the correct format: it did not have a proper e_lfarlc in the MZ header.
C0000131|STATUS_INVALID_IMAGE_WIN_16|The specified image file did not have the correct format: it appears to be a 16-bit Windows image.
C0000132|STATUS_LOGON_SERVER_CONFLICT|The Netlogon service cannot start because another Netlogon service running in the domain conflicts with the specified role.
C0000133|STATUS_TIME_DIFFERENCE_AT_DC|The time at the primary domain controller is different from the time at the backup domain controller or member server by too large an amount.
C0000134|STATUS_SYNCHRONIZATION_REQUIRED|The SAM database on a Windows Server is significantly out of synchronization with the copy on the domain controller. A complete synchronization is required.
C0000135|STATUS_DLL_NOT_FOUND|{Unable To Locate Component}  This application has failed to start because %hs was not found. Reinstalling the application may fix this problem.
C0000136|STATUS_OPEN_FAILED|The NtCreateFile API failed. This error should never be returned to an application; it is a place holder for the Windows LAN Manager Redirector to use in its internal error-mapping routines.
C0000137|STATUS_IO_PRIVILEGE_FAILED|{Privilege Failed}  The I/O permissions for the process could not be changed.
C0000138|STATUS_ORDINAL_NOT_FOUND|{Ordinal Not Found}  The ordinal %ld could not be located in the dynamic link library %hs.
C0000139|STATUS_ENTRYPOINT_NOT_FOUND|{Entry Point Not Found}  The procedure entry point %hs could not be located in the dynamic link library %hs.
C000013A|STATUS_CONTROL_C_EXIT|{Application Exit by CTRL+C}  The application terminated as a result of a CTRL+C.
C000013B|STATUS_LOCAL_DISCONNECT|{Virtual Circuit Closed}  The network transport on your computer has closed a network connection. There may or may not be I/O requests outstanding.
C000013C|STATUS_REMOTE_DISCONNECT|{Virtual Circuit Closed}  The network transport on a remote computer has closed a network connection. There may or may not be I/O requests outstanding.
C000013D|STATUS_REMOTE_RESOURCES|{Insufficient Resources on Remote Computer}  The remote computer has insufficient resources to complete the network request. For example, the remote computer may not have enough available memory to carry out the request at this time.
C000013E|STATUS_LINK_FAILED|{Virtual Circuit Closed}  An existing connection (virtual circuit) has been broken at the remote computer. There is probably something wrong with the network software protocol or the network hardware on the remote computer.
C000013F|STATUS_LINK_TIMEOUT|{Virtual Circuit Closed}  The network transport on your computer has closed a network connection because it had to wait too long for a response from the remote computer.
C0000140|STATUS_INVALID_CONNECTION|The connection handle that was given to the transport was invalid.
C0000141|STATUS_INVALID_ADDRESS|The address handle that was given to the transport was invalid.
C0000142|STATUS_DLL_INIT_FAILED|{DLL Initialization Failed}  Initialization of the dynamic link library %hs failed. The process is terminating abnormally.
C0000143|STATUS_MISSING_SYSTEMFILE|{Missing System File}  The required system file %hs is bad or missing.
C0000144|STATUS_UNHANDLED_EXCEPTION|{Application Error}  The exception %s (0x%08lx) occurred in the application at location 0x%08lx.
C0000145|STATUS_APP_INIT_FAILURE|{Application Error}  The application failed to initialize properly (0x%lx). Click OK to terminate the application.
C0000146|STATUS_PAGEFILE_CREATE_FAILED|{Unable to Create Paging File}  The creation of the paging file %hs failed (%lx). The requested size was %ld.
C0000147|STATUS_NO_PAGEFILE|{No Paging File Specified}  No paging file was specified in the system configuration.
C0000148|STATUS_INVALID_LEVEL|{Incorrect System Call Level}  An invalid level was passed into the specified system call.
C0000149|STATUS_WRONG_PASSWORD_CORE|{Incorrect Password to LAN Manager Server}  You specified an incorrect password to a LAN Manager 2.x or MS-NET server.
C000014A|STATUS_ILLEGAL_FLOAT_CONTEXT|{EXCEPTION}  A real-mode application issued a floating-point instruction and floating-point hardware is not present.
C000014B|STATUS_PIPE_BROKEN|The pipe operation has failed because the other end of the pipe has been closed.
C000014C|STATUS_REGISTRY_CORRUPT|{The Registry Is Corrupt}  The structure of one of the files that contains registry data is corrupt; the image of the file in memory is corrupt; or the file could not be recovered because the alternate copy or log was absent or corrupt.
C000014D|STATUS_REGISTRY_IO_FAILED|An I/O operation initiated by the Registry failed and cannot be recovered. The registry could not read in, write out, or flush one of the files that contain the system's image of the registry.
C000014E|STATUS_NO_EVENT_PAIR|An event pair synchronization operation was performed using the thread-specific client/server event pair object, but no event pair object was associated with the thread.
C000014F|STATUS_UNRECOGNIZED_VOLUME|The volume does not contain a recognized file system. Be sure that all required file system drivers are loaded and that the volume is not corrupt.
C0000150|STATUS_SERIAL_NO_DEVICE_INITED|No serial device was successfully initialized. The serial driver will unload.
C0000151|STATUS_NO_SUCH_ALIAS|The specified local group does not exist.
C0000152|STATUS_MEMBER_NOT_IN_ALIAS|The specified account name is not a member of the group.
C0000153|STATUS_MEMBER_IN_ALIAS|The specified account name is already a member of the group.
C0000154|STATUS_ALIAS_EXISTS|The specified local group already exists.
C0000155|STATUS_LOGON_NOT_GRANTED|A requested type of logon (for example, interactive, network, and service) is not granted by the local security policy of the target system. Ask the system administrator to grant the necessary form of logon.
C0000156|STATUS_TOO_MANY_SECRETS|The maximum number of secrets that may be stored in a single system was exceeded. The length and number of secrets is limited to satisfy U.S. State Department export restrictions.
C0000157|STATUS_SECRET_TOO_LONG|The length of a secret exceeds the maximum allowable length. The length and number of secrets is limited to satisfy U.S. State Department export restrictions.
C0000158|STATUS_INTERNAL_DB_ERROR|The local security authority (LSA) database contains an internal inconsistency.
C0000159|STATUS_FULLSCREEN_MODE|The requested operation cannot be performed in full-screen mode.
C000015A|STATUS_TOO_MANY_CONTEXT_IDS|During a logon attempt, the user's security context accumulated too many security IDs. This is a very unusual situation. Remove the user from some global or local groups to reduce the number of security IDs to incorporate into the security context.
C000015B|STATUS_LOGON_TYPE_NOT_GRANTED|A user has requested a type of logon (for example, interactive or network) that has not been granted. An administrator has control over who may logon interactively and through the network.
C000015C|STATUS_NOT_REGISTRY_FILE|The system has attempted to load or restore a file into the registry, and the specified file is not in the format of a registry file.
C000015D|STATUS_NT_CROSS_ENCRYPTION_REQUIRED|An attempt was made to change a user password in the security account manager without providing the necessary Windows cross-encrypted password.
C000015E|STATUS_DOMAIN_CTRLR_CONFIG_ERROR|A Windows Server has an incorrect configuration.
C000015F|STATUS_FT_MISSING_MEMBER|An attempt was made to explicitly access the secondary copy of information via a device control to the fault tolerance driver and the secondary copy is not present in the system.
C0000160|STATUS_ILL_FORMED_SERVICE_ENTRY|A configuration registry node that represents a driver service entry was ill-formed and did not contain the required value entries.
C0000161|STATUS_ILLEGAL_CHARACTER|An illegal character was encountered. For a multibyte character set, this includes a lead byte without a succeeding trail byte. For the Unicode character set this includes the characters 0xFFFF and 0xFFFE.
C0000162|STATUS_UNMAPPABLE_CHARACTER|No mapping for the Unicode character exists in the target multibyte code page.
C0000163|STATUS_UNDEFINED_CHARACTER|The Unicode character is not defined in the Unicode character set that is installed on the system.
C0000164|STATUS_FLOPPY_VOLUME|The paging file cannot be created on a floppy disk.
C0000165|STATUS_FLOPPY_ID_MARK_NOT_FOUND|{Floppy Disk Error}  While accessing a floppy disk, an ID address mark was not found.
C0000166|STATUS_FLOPPY_WRONG_CYLINDER|{Floppy Disk Error}  While accessing a floppy disk, the track address from the sector ID field was found to be different from the track address that is maintained by the controller.
C0000167|STATUS_FLOPPY_UNKNOWN_ERROR|{Floppy Disk Error}  The floppy disk controller reported an error that is not recognized by the floppy disk driver.
C0000168|STATUS_FLOPPY_BAD_REGISTERS|{Floppy Disk Error}  While accessing a floppy-disk, the controller returned inconsistent results via its registers.
C0000169|STATUS_DISK_RECALIBRATE_FAILED|{Hard Disk Error}  While accessing the hard disk, a recalibrate operation failed, even after retries.
C000016A|STATUS_DISK_OPERATION_FAILED|{Hard Disk Error}  While accessing the hard disk, a disk operation failed even after retries.
C000016B|STATUS_DISK_RESET_FAILED|{Hard Disk Error}  While accessing the hard disk, a disk controller reset was needed, but even that failed.
C000016C|STATUS_SHARED_IRQ_BUSY|An attempt was made to open a device that was sharing an interrupt request (IRQ) with other devices. At least one other device that uses that IRQ was already opened. Two concurrent opens of devices that share an IRQ and only work via interrupts is not supported for the particular bus type that the devices use.
C000016D|STATUS_FT_ORPHANING|{FT Orphaning}  A disk that is part of a fault-tolerant volume can no longer be accessed.
C000016E|STATUS_BIOS_FAILED_TO_CONNECT_INTERRUPT|The basic input/output system (BIOS) failed to connect a system interrupt to the device or bus for which the device is connected.
C0000172|STATUS_PARTITION_FAILURE|The tape could not be partitioned.
C0000173|STATUS_INVALID_BLOCK_LENGTH|When accessing a new tape of a multi-volume partition, the current blocksize is incorrect.
C0000174|STATUS_DEVICE_NOT_PARTITIONED|The tape partition information could not be found when loading a tape.
C0000175|STATUS_UNABLE_TO_LOCK_MEDIA|An attempt to lock the eject media mechanism failed.
C0000176|STATUS_UNABLE_TO_UNLOAD_MEDIA|An attempt to unload media failed.
C0000177|STATUS_EOM_OVERFLOW|The physical end of tape was detected.
C0000178|STATUS_NO_MEDIA|{No Media}  There is no media in the drive. Insert media into drive %hs.
C000017A|STATUS_NO_SUCH_MEMBER|A member could not be added to or removed from the local group because the member does not exist.
C000017B|STATUS_INVALID_MEMBER|A new member could not be added to a local group because the member has the wrong account type.
C000017C|STATUS_KEY_DELETED|An illegal operation was attempted on a registry key that has been marked for deletion.
C000017D|STATUS_NO_LOG_SPACE|The system could not allocate the required space in a registry log.
C000017E|STATUS_TOO_MANY_SIDS|Too many SIDs have been specified.
C000017F|STATUS_LM_CROSS_ENCRYPTION_REQUIRED|An attempt was made to change a user password in the security account manager without providing the necessary LM cross-encrypted password.
C0000180|STATUS_KEY_HAS_CHILDREN|An attempt was made to create a symbolic link in a registry key that already has subkeys or values.
C0000181|STATUS_CHILD_MUST_BE_VOLATILE|An attempt was made to create a stable subkey under a volatile parent key.
C0000182|STATUS_DEVICE_CONFIGURATION_ERROR|The I/O device is configured incorrectly or the configuration parameters to the driver are incorrect.
C0000183|STATUS_DRIVER_INTERNAL_ERROR|An error was detected between two drivers or within an I/O driver.
C0000184|STATUS_INVALID_DEVICE_STATE|The device is not in a valid state to perform this request.
C0000185|STATUS_IO_DEVICE_ERROR|The I/O device reported an I/O error.
C0000186|STATUS_DEVICE_PROTOCOL_ERROR|A protocol error was detected between the driver and the device.
C0000187|STATUS_BACKUP_CONTROLLER|This operation is only allowed for the primary domain controller of the domain.
C0000188|STATUS_LOG_FILE_FULL|The log file space is insufficient to support this operation.
C0000189|STATUS_TOO_LATE|A write operation was attempted to a volume after it was dismounted.
C000018A|STATUS_NO_TRUST_LSA_SECRET|The workstation does not have a trust secret for the primary domain in the local LSA database.
C000018B|STATUS_NO_TRUST_SAM_ACCOUNT|The SAM database on the Windows Server does not have a computer account for this workstation trust relationship.
C000018C|STATUS_TRUSTED_DOMAIN_FAILURE|The logon request failed because the trust relationship between the primary domain and the trusted domain failed.
C000018D|STATUS_TRUSTED_RELATIONSHIP_FAILURE|The logon request failed because the trust relationship between this workstation and the primary domain failed.
C000018E|STATUS_EVENTLOG_FILE_CORRUPT|The Eventlog log file is corrupt.
C000018F|STATUS_EVENTLOG_CANT_START|No Eventlog log file could be opened. The Eventlog service did not start.
C0000190|STATUS_TRUST_FAILURE|The network logon failed. This may be because the validation authority cannot be reached.
C0000191|STATUS_MUTANT_LIMIT_EXCEEDED|An attempt was made to acquire a mutant such that its maximum count would have been exceeded.
C0000192|STATUS_NETLOGON_NOT_STARTED|An attempt was made to logon, but the NetLogon service was not started.
C0000193|STATUS_ACCOUNT_EXPIRED|The user account has expired.
C0000194|STATUS_POSSIBLE_DEADLOCK|{EXCEPTION}  Possible deadlock condition.
C0000195|STATUS_NETWORK_CREDENTIAL_CONFLICT|Multiple connections to a server or shared resource by the same user, using more than one user name, are not allowed. Disconnect all previous connections to the server or shared resource and try again.
C0000196|STATUS_REMOTE_SESSION_LIMIT|An attempt was made to establish a session to a network server, but there are already too many sessions established to that server.
C0000197|STATUS_EVENTLOG_FILE_CHANGED|The log file has changed between reads.
C0000198|STATUS_NOLOGON_INTERDOMAIN_TRUST_ACCOUNT|The account used is an interdomain trust account. Use your global user account or local user account to access this server.
C0000199|STATUS_NOLOGON_WORKSTATION_TRUST_ACCOUNT|The account used is a computer account. Use your global user account or local user account to access this server.
C000019A|STATUS_NOLOGON_SERVER_TRUST_ACCOUNT|The account used is a server trust account. Use your global user account or local user account to access this server.
C000019B|STATUS_DOMAIN_TRUST_INCONSISTENT|The name or SID of the specified domain is inconsistent with the trust information for that domain.
C000019C|STATUS_FS_DRIVER_REQUIRED|A volume has been accessed for which a file system driver is required that has not yet been loaded.
C000019D|STATUS_IMAGE_ALREADY_LOADED_AS_DLL|Indicates that the specified image is already loaded as a DLL.
C000019E|STATUS_INCOMPATIBLE_WITH_GLOBAL_SHORT_NAME_REGISTRY_SETTING|Short name settings may not be changed on this volume due to the global registry setting.
C000019F|STATUS_SHORT_NAMES_NOT_ENABLED_ON_VOLUME|Short names are not enabled on this volume.
C00001A0|STATUS_SECURITY_STREAM_IS_INCONSISTENT|The security stream for the given volume is in an inconsistent state. Please run CHKDSK on the volume.
C00001A1|STATUS_INVALID_LOCK_RANGE|A requested file lock operation cannot be processed due to an invalid byte range.
C00001A2|STATUS_INVALID_ACE_CONDITION|The specified access control entry (ACE) contains an invalid condition.
C00001A3|STATUS_IMAGE_SUBSYSTEM_NOT_PRESENT|The subsystem needed to support the image type is not present.
C00001A4|STATUS_NOTIFICATION_GUID_ALREADY_DEFINED|The specified file already has a notification GUID associated with it.
C00001A5|STATUS_INVALID_EXCEPTION_HANDLER|
C00001A6|STATUS_DUPLICATE_PRIVILEGES|
C00001A7|STATUS_NOT_ALLOWED_ON_SYSTEM_FILE|
C00001A8|STATUS_REPAIR_NEEDED|
C00001A9|STATUS_QUOTA_NOT_ENABLED|
C00001AA|STATUS_NO_APPLICATION_PACKAGE|
C00001AB|STATUS_FILE_METADATA_OPTIMIZATION_IN_PROGRESS|
C00001AC|STATUS_NOT_SAME_OBJECT|
C00001AD|STATUS_FATAL_MEMORY_EXHAUSTION|
C00001AE|STATUS_ERROR_PROCESS_NOT_IN_JOB|
C00001AF|STATUS_CPU_SET_INVALID|
C00001B2|STATUS_CONTROL_STACK_VIOLATION|A return address did not match the hardware shadow stack.
C0000201|STATUS_NETWORK_OPEN_RESTRICTION|A remote open failed because the network open restrictions were not satisfied.
C0000202|STATUS_NO_USER_SESSION_KEY|There is no user session key for the specified logon session.
C0000203|STATUS_USER_SESSION_DELETED|The remote user session has been deleted.
C0000204|STATUS_RESOURCE_LANG_NOT_FOUND|Indicates the specified resource language ID cannot be found in the image file.
C0000205|STATUS_INSUFF_SERVER_RESOURCES|Insufficient server resources exist to complete the request.
C0000206|STATUS_INVALID_BUFFER_SIZE|The size of the buffer is invalid for the specified operation.
C0000207|STATUS_INVALID_ADDRESS_COMPONENT|The transport rejected the specified network address as invalid.
C0000208|STATUS_INVALID_ADDRESS_WILDCARD|The transport rejected the specified network address due to invalid use of a wildcard.
C0000209|STATUS_TOO_MANY_ADDRESSES|The transport address could not be opened because all the available addresses are in use.
C000020A|STATUS_ADDRESS_ALREADY_EXISTS|The transport address could not be opened because it already exists.
C000020B|STATUS_ADDRESS_CLOSED|The transport address is now closed.
C000020C|STATUS_CONNECTION_DISCONNECTED|The transport connection is now disconnected.
C000020D|STATUS_CONNECTION_RESET|The transport connection has been reset.
C000020E|STATUS_TOO_MANY_NODES|The transport cannot dynamically acquire any more nodes.
C000020F|STATUS_TRANSACTION_ABORTED|The transport aborted a pending transaction.
C0000210|STATUS_TRANSACTION_TIMED_OUT|The transport timed out a request that is waiting for a response.
C0000211|STATUS_TRANSACTION_NO_RELEASE|The transport did not receive a release for a pending response.
C0000212|STATUS_TRANSACTION_NO_MATCH|The transport did not find a transaction that matches the specific token.
C0000213|STATUS_TRANSACTION_RESPONDED|The transport had previously responded to a transaction request.
C0000214|STATUS_TRANSACTION_INVALID_ID|The transport does not recognize the specified transaction request ID.
C0000215|STATUS_TRANSACTION_INVALID_TYPE|The transport does not recognize the specified transaction request type.
C0000216|STATUS_NOT_SERVER_SESSION|The transport can only process the specified request on the server side of a session.
C0000217|STATUS_NOT_CLIENT_SESSION|The transport can only process the specified request on the client side of a session.
C0000218|STATUS_CANNOT_LOAD_REGISTRY_FILE|{Registry File Failure}  The registry cannot load the hive (file): %hs or its log or alternate. It is corrupt, absent, or not writable.
C0000219|STATUS_DEBUG_ATTACH_FAILED|{Unexpected Failure in DebugActiveProcess}  An unexpected failure occurred while processing a DebugActiveProcess API request. You may choose OK to terminate the process, or Cancel to ignore the error.
C000021A|STATUS_SYSTEM_PROCESS_TERMINATED|{Fatal System Error}  The %hs system process terminated unexpectedly with a status of 0x%08x (0x%08x 0x%08x). The system has been shut down.
C000021B|STATUS_DATA_NOT_ACCEPTED|{Data Not Accepted}  The TDI client could not handle the data received during an indication.
C000021C|STATUS_NO_BROWSER_SERVERS_FOUND|{Unable to Retrieve Browser Server List}  The list of servers for this workgroup is not currently available.
C000021D|STATUS_VDM_HARD_ERROR|NTVDM encountered a hard error.
C000021E|STATUS_DRIVER_CANCEL_TIMEOUT|{Cancel Timeout}  The driver %hs failed to complete a canceled I/O request in the allotted time.
C000021F|STATUS_REPLY_MESSAGE_MISMATCH|{Reply Message Mismatch}  An attempt was made to reply to an LPC message, but the thread specified by the client ID in the message was not waiting on that message.
C0000220|STATUS_MAPPED_ALIGNMENT|{Mapped View Alignment Incorrect}  An attempt was made to map a view of a file, but either the specified base address or the offset into the file were not aligned on the proper allocation granularity.
C0000221|STATUS_IMAGE_CHECKSUM_MISMATCH|{Bad Image Checksum}  The image %hs is possibly corrupt. The header checksum does not match the computed checksum.
C0000222|STATUS_LOST_WRITEBEHIND_DATA|{Delayed Write Failed}  Windows was unable to save all the data for the file %hs. The data has been lost. This error may be caused by a failure of your computer hardware or network connection. Try to save this file elsewhere.
C0000223|STATUS_CLIENT_SERVER_PARAMETERS_INVALID|The parameters passed to the server in the client/server shared memory window were invalid. Too much data may have been put in the shared memory window.
C0000224|STATUS_PASSWORD_MUST_CHANGE|The user password must be changed before logging on the first time.
C0000225|STATUS_NOT_FOUND|The object was not found.
C0000226|STATUS_NOT_TINY_STREAM|The stream is not a tiny stream.
C0000227|STATUS_RECOVERY_FAILURE|A transaction recovery failed.
C0000228|STATUS_STACK_OVERFLOW_READ|The request must be handled by the stack overflow code.
C0000229|STATUS_FAIL_CHECK|A consistency check failed.
C000022A|STATUS_DUPLICATE_OBJECTID|The attempt to insert the ID in the index failed because the ID is already in the index.
C000022B|STATUS_OBJECTID_EXISTS|The attempt to set the object ID failed because the object already has an ID.
C000022C|STATUS_CONVERT_TO_LARGE|Internal OFS status codes indicating how an allocation operation is handled. Either it is retried after the containing oNode is moved or the extent stream is converted to a large stream.
C000022D|STATUS_RETRY|The request needs to be retried.
C000022E|STATUS_FOUND_OUT_OF_SCOPE|The attempt to find the object found an object on the volume that matches by ID; however, it is out of the scope of the handle that is used for the operation.
C000022F|STATUS_ALLOCATE_BUCKET|The bucket array must be grown. Retry the transaction after doing so.
C0000230|STATUS_PROPSET_NOT_FOUND|The specified property set does not exist on the object.
C0000231|STATUS_MARSHALL_OVERFLOW|The user/kernel marshaling buffer has overflowed.
C0000232|STATUS_INVALID_VARIANT|The supplied variant structure contains invalid data.
C0000233|STATUS_DOMAIN_CONTROLLER_NOT_FOUND|A domain controller for this domain was not found.
C0000234|STATUS_ACCOUNT_LOCKED_OUT|The user account has been automatically locked because too many invalid logon attempts or password change attempts have been requested.
C0000235|STATUS_HANDLE_NOT_CLOSABLE|NtClose was called on a handle that was protected from close via NtSetInformationObject.
C0000236|STATUS_CONNECTION_REFUSED|The transport-connection attempt was refused by the remote system.
C0000237|STATUS_GRACEFUL_DISCONNECT|The transport connection was gracefully closed.
C0000238|STATUS_ADDRESS_ALREADY_ASSOCIATED|The transport endpoint already has an address associated with it.
C0000239|STATUS_ADDRESS_NOT_ASSOCIATED|An address has not yet been associated with the transport endpoint.
C000023A|STATUS_CONNECTION_INVALID|An operation was attempted on a nonexistent transport connection.
C000023B|STATUS_CONNECTION_ACTIVE|An invalid operation was attempted on an active transport connection.
C000023C|STATUS_NETWORK_UNREACHABLE|The remote network is not reachable by the transport.
C000023D|STATUS_HOST_UNREACHABLE|The remote system is not reachable by the transport.
C000023E|STATUS_PROTOCOL_UNREACHABLE|The remote system does not support the transport protocol.
C000023F|STATUS_PORT_UNREACHABLE|No service is operating at the destination port of the transport on the remote system.
C0000240|STATUS_REQUEST_ABORTED|The request was aborted.
C0000241|STATUS_CONNECTION_ABORTED|The transport connection was aborted by the local system.
C0000242|STATUS_BAD_COMPRESSION_BUFFER|The specified buffer contains ill-formed data.
C0000243|STATUS_USER_MAPPED_FILE|The requested operation cannot be performed on a file with a user mapped section open.
C0000244|STATUS_AUDIT_FAILED|{Audit Failed}  An attempt to generate a security audit failed.
C0000245|STATUS_TIMER_RESOLUTION_NOT_SET|The timer resolution was not previously set by the current process.
C0000246|STATUS_CONNECTION_COUNT_LIMIT|A connection to the server could not be made because the limit on the number of concurrent connections for this account has been reached.
C0000247|STATUS_LOGIN_TIME_RESTRICTION|Attempting to log on during an unauthorized time of day for this account.
C0000248|STATUS_LOGIN_WKSTA_RESTRICTION|The account is not authorized to log on from this station.
C0000249|STATUS_IMAGE_MP_UP_MISMATCH|{UP/MP Image Mismatch}  The image %hs has been modified for use on a uniprocessor system, but you are running it on a multiprocessor machine. Reinstall the image file.
C0000250|STATUS_INSUFFICIENT_LOGON_INFO|There is insufficient account information to log you on.
C0000251|STATUS_BAD_DLL_ENTRYPOINT|{Invalid DLL Entrypoint}  The dynamic link library %hs is not written correctly. The stack pointer has been left in an inconsistent state. The entry point should be declared as WINAPI or STDCALL. Select YES to fail the DLL load. Select NO to continue execution. Selecting NO may cause the application to operate incorrectly.
C0000252|STATUS_BAD_SERVICE_ENTRYPOINT|{Invalid Service Callback Entrypoint}  The %hs service is not written correctly. The stack pointer has been left in an inconsistent state. The callback entry point should be declared as WINAPI or STDCALL. Selecting OK will cause the service to continue operation. However, the service process may operate incorrectly.
C0000253|STATUS_LPC_REPLY_LOST|The server received the messages but did not send a reply.
C0000254|STATUS_IP_ADDRESS_CONFLICT1|There is an IP address conflict with another system on the network.
C0000255|STATUS_IP_ADDRESS_CONFLICT2|There is an IP address conflict with another system on the network.
C0000256|STATUS_REGISTRY_QUOTA_LIMIT|{Low On Registry Space}  The system has reached the maximum size that is allowed for the system part of the registry. Additional storage requests will be ignored.
C0000257|STATUS_PATH_NOT_COVERED|The contacted server does not support the indicated part of the DFS namespace.
C0000258|STATUS_NO_CALLBACK_ACTIVE|A callback return system service cannot be executed when no callback is active.
C0000259|STATUS_LICENSE_QUOTA_EXCEEDED|The service being accessed is licensed for a particular number of connections. No more connections can be made to the service at this time because the service has already accepted the maximum number of connections.
C000025A|STATUS_PWD_TOO_SHORT|The password provided is too short to meet the policy of your user account. Choose a longer password.
C000025B|STATUS_PWD_TOO_RECENT|The policy of your user account does not allow you to change passwords too frequently. This is done to prevent users from changing back to a familiar, but potentially discovered, password. If you feel your password has been compromised, contact your administrator immediately to have a new one assigned.
C000025C|STATUS_PWD_HISTORY_CONFLICT|You have attempted to change your password to one that you have used in the past. The policy of your user account does not allow this. Select a password that you have not previously used.
C000025E|STATUS_PLUGPLAY_NO_DEVICE|You have attempted to load a legacy device driver while its device instance had been disabled.
C000025F|STATUS_UNSUPPORTED_COMPRESSION|The specified compression format is unsupported.
C0000260|STATUS_INVALID_HW_PROFILE|The specified hardware profile configuration is invalid.
C0000261|STATUS_INVALID_PLUGPLAY_DEVICE_PATH|The specified Plug and Play registry device path is invalid.
C0000262|STATUS_DRIVER_ORDINAL_NOT_FOUND|{Driver Entry Point Not Found}  The %hs device driver could not locate the ordinal %ld in driver %hs.
C0000263|STATUS_DRIVER_ENTRYPOINT_NOT_FOUND|{Driver Entry Point Not Found}  The %hs device driver could not locate the entry point %hs in driver %hs.
C0000264|STATUS_RESOURCE_NOT_OWNED|{Application Error}  The application attempted to release a resource it did not own. Click OK to terminate the application.
C0000265|STATUS_TOO_MANY_LINKS|An attempt was made to create more links on a file than the file system supports.
C0000266|STATUS_QUOTA_LIST_INCONSISTENT|The specified quota list is internally inconsistent with its descriptor.
C0000267|STATUS_FILE_IS_OFFLINE|The specified file has been relocated to offline storage.
C0000268|STATUS_EVALUATION_EXPIRATION|{Windows Evaluation Notification}  The evaluation period for this installation of Windows has expired. This system will shutdown in 1 hour. To restore access to this installation of Windows, upgrade this installation by using a licensed distribution of this product.
C0000269|STATUS_ILLEGAL_DLL_RELOCATION|{Illegal System DLL Relocation}  The system DLL %hs was relocated in memory. The application will not run properly. The relocation occurred because the DLL %hs occupied an address range that is reserved for Windows system DLLs. The vendor supplying the DLL should be contacted for a new DLL.
C000026A|STATUS_LICENSE_VIOLATION|{License Violation}  The system has detected tampering with your registered product type. This is a violation of your software license. Tampering with the product type is not permitted.
C000026B|STATUS_DLL_INIT_FAILED_LOGOFF|{DLL Initialization Failed}  The application failed to initialize because the window station is shutting down.
C000026C|STATUS_DRIVER_UNABLE_TO_LOAD|{Unable to Load Device Driver}  %hs device driver could not be loaded. Error Status was 0x%x.
C000026D|STATUS_DFS_UNAVAILABLE|DFS is unavailable on the contacted server.
C000026E|STATUS_VOLUME_DISMOUNTED|An operation was attempted to a volume after it was dismounted.
C000026F|STATUS_WX86_INTERNAL_ERROR|An internal error occurred in the Win32 x86 emulation subsystem.
C0000270|STATUS_WX86_FLOAT_STACK_CHECK|Win32 x86 emulation subsystem floating-point stack check.
C0000271|STATUS_VALIDATE_CONTINUE|The validation process needs to continue on to the next step.
C0000272|STATUS_NO_MATCH|There was no match for the specified key in the index.
C0000273|STATUS_NO_MORE_MATCHES|There are no more matches for the current index enumeration.
C0000275|STATUS_NOT_A_REPARSE_POINT|The NTFS file or directory is not a reparse point.
C0000276|STATUS_IO_REPARSE_TAG_INVALID|The Windows I/O reparse tag passed for the NTFS reparse point is invalid.
C0000277|STATUS_IO_REPARSE_TAG_MISMATCH|The Windows I/O reparse tag does not match the one that is in the NTFS reparse point.
C0000278|STATUS_IO_REPARSE_DATA_INVALID|The user data passed for the NTFS reparse point is invalid.
C0000279|STATUS_IO_REPARSE_TAG_NOT_HANDLED|The layered file system driver for this I/O tag did not handle it when needed.
C000027A|STATUS_PWD_TOO_LONG|
C000027B|STATUS_STOWED_EXCEPTION|An application-internal exception has occurred.
C0000280|STATUS_REPARSE_POINT_NOT_RESOLVED|The NTFS symbolic link could not be resolved even though the initial file name is valid.
C0000281|STATUS_DIRECTORY_IS_A_REPARSE_POINT|The NTFS directory is a reparse point.
C0000282|STATUS_RANGE_LIST_CONFLICT|The range could not be added to the range list because of a conflict.
C0000283|STATUS_SOURCE_ELEMENT_EMPTY|The specified medium changer source element contains no media.
C0000284|STATUS_DESTINATION_ELEMENT_FULL|The specified medium changer destination element already contains media.
C0000285|STATUS_ILLEGAL_ELEMENT_ADDRESS|The specified medium changer element does not exist.
C0000286|STATUS_MAGAZINE_NOT_PRESENT|The specified element is contained in a magazine that is no longer present.
C0000287|STATUS_REINITIALIZATION_NEEDED|The device requires re-initialization due to hardware errors.
C000028A|STATUS_ENCRYPTION_FAILED|The file encryption attempt failed.
C000028B|STATUS_DECRYPTION_FAILED|The file decryption attempt failed.
C000028C|STATUS_RANGE_NOT_FOUND|The specified range could not be found in the range list.
C000028D|STATUS_NO_RECOVERY_POLICY|There is no encryption recovery policy configured for this system.
C000028E|STATUS_NO_EFS|The required encryption driver is not loaded for this system.
C000028F|STATUS_WRONG_EFS|The file was encrypted with a different encryption driver than is currently loaded.
C0000290|STATUS_NO_USER_KEYS|There are no EFS keys defined for the user.
C0000291|STATUS_FILE_NOT_ENCRYPTED|The specified file is not encrypted.
C0000292|STATUS_NOT_EXPORT_FORMAT|The specified file is not in the defined EFS export format.
C0000293|STATUS_FILE_ENCRYPTED|The specified file is encrypted and the user does not have the ability to decrypt it.
C0000295|STATUS_WMI_GUID_NOT_FOUND|The GUID passed was not recognized as valid by a WMI data provider.
C0000296|STATUS_WMI_INSTANCE_NOT_FOUND|The instance name passed was not recognized as valid by a WMI data provider.
C0000297|STATUS_WMI_ITEMID_NOT_FOUND|The data item ID passed was not recognized as valid by a WMI data provider.
C0000298|STATUS_WMI_TRY_AGAIN|The WMI request could not be completed and should be retried.
C0000299|STATUS_SHARED_POLICY|The policy object is shared and can only be modified at the root.
C000029A|STATUS_POLICY_OBJECT_NOT_FOUND|The policy object does not exist when it should.
C000029B|STATUS_POLICY_ONLY_IN_DS|The requested policy information only lives in the Ds.
C000029C|STATUS_VOLUME_NOT_UPGRADED|The volume must be upgraded to enable this feature.
C000029D|STATUS_REMOTE_STORAGE_NOT_ACTIVE|The remote storage service is not operational at this time.
C000029E|STATUS_REMOTE_STORAGE_MEDIA_ERROR|The remote storage service encountered a media error.
C000029F|STATUS_NO_TRACKING_SERVICE|The tracking (workstation) service is not running.
C00002A0|STATUS_SERVER_SID_MISMATCH|The server process is running under a SID that is different from the SID that is required by client.
C00002A1|STATUS_DS_NO_ATTRIBUTE_OR_VALUE|The specified directory service attribute or value does not exist.
C00002A2|STATUS_DS_INVALID_ATTRIBUTE_SYNTAX|The attribute syntax specified to the directory service is invalid.
C00002A3|STATUS_DS_ATTRIBUTE_TYPE_UNDEFINED|The attribute type specified to the directory service is not defined.
C00002A4|STATUS_DS_ATTRIBUTE_OR_VALUE_EXISTS|The specified directory service attribute or value already exists.
C00002A5|STATUS_DS_BUSY|The directory service is busy.
C00002A6|STATUS_DS_UNAVAILABLE|The directory service is unavailable.
C00002A7|STATUS_DS_NO_RIDS_ALLOCATED|The directory service was unable to allocate a relative identifier.
C00002A8|STATUS_DS_NO_MORE_RIDS|The directory service has exhausted the pool of relative identifiers.
C00002A9|STATUS_DS_INCORRECT_ROLE_OWNER|The requested operation could not be performed because the directory service is not the master for that type of operation.
C00002AA|STATUS_DS_RIDMGR_INIT_ERROR|The directory service was unable to initialize the subsystem that allocates relative identifiers.
C00002AB|STATUS_DS_OBJ_CLASS_VIOLATION|The requested operation did not satisfy one or more constraints that are associated with the class of the object.
C00002AC|STATUS_DS_CANT_ON_NON_LEAF|The directory service can perform the requested operation only on a leaf object.
C00002AD|STATUS_DS_CANT_ON_RDN|The directory service cannot perform the requested operation on the Relatively Defined Name (RDN) attribute of an object.
C00002AE|STATUS_DS_CANT_MOD_OBJ_CLASS|The directory service detected an attempt to modify the object class of an object.
C00002AF|STATUS_DS_CROSS_DOM_MOVE_FAILED|An error occurred while performing a cross domain move operation.
C00002B0|STATUS_DS_GC_NOT_AVAILABLE|Unable to contact the global catalog server.
C00002B1|STATUS_DIRECTORY_SERVICE_REQUIRED|The requested operation requires a directory service, and none was available.
C00002B2|STATUS_REPARSE_ATTRIBUTE_CONFLICT|The reparse attribute cannot be set because it is incompatible with an existing attribute.
C00002B3|STATUS_CANT_ENABLE_DENY_ONLY|A group marked "use for deny only" cannot be enabled.
C00002B4|STATUS_FLOAT_MULTIPLE_FAULTS|{EXCEPTION}  Multiple floating-point faults.
C00002B5|STATUS_FLOAT_MULTIPLE_TRAPS|{EXCEPTION}  Multiple floating-point traps.
C00002B6|STATUS_DEVICE_REMOVED|The device has been removed.
C00002B7|STATUS_JOURNAL_DELETE_IN_PROGRESS|The volume change journal is being deleted.
C00002B8|STATUS_JOURNAL_NOT_ACTIVE|The volume change journal is not active.
C00002B9|STATUS_NOINTERFACE|The requested interface is not supported.
C00002BA|STATUS_DS_RIDMGR_DISABLED|
C00002C1|STATUS_DS_ADMIN_LIMIT_EXCEEDED|A directory service resource limit has been exceeded.
C00002C2|STATUS_DRIVER_FAILED_SLEEP|{System Standby Failed}  The driver %hs does not support standby mode. Updating this driver may allow the system to go to standby mode.
C00002C3|STATUS_MUTUAL_AUTHENTICATION_FAILED|Mutual Authentication failed. The server password is out of date at the domain controller.
C00002C4|STATUS_CORRUPT_SYSTEM_FILE|The system file %1 has become corrupt and has been replaced.
C00002C5|STATUS_DATATYPE_MISALIGNMENT_ERROR|{EXCEPTION}  Alignment Error A data type misalignment error was detected in a load or store instruction.
C00002C6|STATUS_WMI_READ_ONLY|The WMI data item or data block is read-only.
C00002C7|STATUS_WMI_SET_FAILURE|The WMI data item or data block could not be changed.
C00002C8|STATUS_COMMITMENT_MINIMUM|{Virtual Memory Minimum Too Low}  Your system is low on virtual memory. Windows is increasing the size of your virtual memory paging file. During this process, memory requests for some applications may be denied. For more information, see Help.
C00002C9|STATUS_REG_NAT_CONSUMPTION|{EXCEPTION}  Register NaT consumption faults. A NaT value is consumed on a non-speculative instruction.
C00002CA|STATUS_TRANSPORT_FULL|The transport element of the medium changer contains media, which is causing the operation to fail.
C00002CB|STATUS_DS_SAM_INIT_FAILURE|Security Accounts Manager initialization failed because of the following error: %hs Error Status: 0x%x. Click OK to shut down this system and restart in Directory Services Restore Mode. Check the event log for more detailed information.
C00002CC|STATUS_ONLY_IF_CONNECTED|This operation is supported only when you are connected to the server.
C00002CD|STATUS_DS_SENSITIVE_GROUP_VIOLATION|Only an administrator can modify the membership list of an administrative group.
C00002CE|STATUS_PNP_RESTART_ENUMERATION|A device was removed so enumeration must be restarted.
C00002CF|STATUS_JOURNAL_ENTRY_DELETED|The journal entry has been deleted from the journal.
C00002D0|STATUS_DS_CANT_MOD_PRIMARYGROUPID|Cannot change the primary group ID of a domain controller account.
C00002D1|STATUS_SYSTEM_IMAGE_BAD_SIGNATURE|{Fatal System Error}  The system image %s is not properly signed. The file has been replaced with the signed file. The system has been shut down.
C00002D2|STATUS_PNP_REBOOT_REQUIRED|The device will not start without a reboot.
C00002D3|STATUS_POWER_STATE_INVALID|The power state of the current device cannot support this request.
C00002D4|STATUS_DS_INVALID_GROUP_TYPE|The specified group type is invalid.
C00002D5|STATUS_DS_NO_NEST_GLOBALGROUP_IN_MIXEDDOMAIN|In a mixed domain, no nesting of a global group if the group is security enabled.
C00002D6|STATUS_DS_NO_NEST_LOCALGROUP_IN_MIXEDDOMAIN|In a mixed domain, cannot nest local groups with other local groups, if the group is security enabled.
C00002D7|STATUS_DS_GLOBAL_CANT_HAVE_LOCAL_MEMBER|A global group cannot have a local group as a member.
C00002D8|STATUS_DS_GLOBAL_CANT_HAVE_UNIVERSAL_MEMBER|A global group cannot have a universal group as a member.
C00002D9|STATUS_DS_UNIVERSAL_CANT_HAVE_LOCAL_MEMBER|A universal group cannot have a local group as a member.
C00002DA|STATUS_DS_GLOBAL_CANT_HAVE_CROSSDOMAIN_MEMBER|A global group cannot have a cross-domain member.
C00002DB|STATUS_DS_LOCAL_CANT_HAVE_CROSSDOMAIN_LOCAL_MEMBER|A local group cannot have another cross-domain local group as a member.
C00002DC|STATUS_DS_HAVE_PRIMARY_MEMBERS|Cannot change to a security-disabled group because primary members are in this group.
C00002DD|STATUS_WMI_NOT_SUPPORTED|The WMI operation is not supported by the data block or method.
C00002DE|STATUS_INSUFFICIENT_POWER|There is not enough power to complete the requested operation.
C00002DF|STATUS_SAM_NEED_BOOTKEY_PASSWORD|The Security Accounts Manager needs to get the boot password.
C00002E0|STATUS_SAM_NEED_BOOTKEY_FLOPPY|The Security Accounts Manager needs to get the boot key from the floppy disk.
C00002E1|STATUS_DS_CANT_START|The directory service cannot start.
C00002E2|STATUS_DS_INIT_FAILURE|The directory service could not start because of the following error: %hs Error Status: 0x%x. Click OK to shut down this system and restart in Directory Services Restore Mode. Check the event log for more detailed information.
C00002E3|STATUS_SAM_INIT_FAILURE|The Security Accounts Manager initialization failed because of the following error: %hs Error Status: 0x%x. Click OK to shut down this system and restart in Safe Mode. Check the event log for more detailed information.
C00002E4|STATUS_DS_GC_REQUIRED|The requested operation can be performed only on a global catalog server.
C00002E5|STATUS_DS_LOCAL_MEMBER_OF_LOCAL_ONLY|A local group can only be a member of other local groups in the same domain.
C00002E6|STATUS_DS_NO_FPO_IN_UNIVERSAL_GROUPS|Foreign security principals cannot be members of universal groups.
C00002E7|STATUS_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED|Your computer could not be joined to the domain. You have exceeded the maximum number of computer accounts you are allowed to create in this domain. Contact your system administrator to have this limit reset or increased.
C00002E8|STATUS_MULTIPLE_FAULT_VIOLATION|
C00002E9|STATUS_CURRENT_DOMAIN_NOT_ALLOWED|This operation cannot be performed on the current domain.
C00002EA|STATUS_CANNOT_MAKE|The directory or file cannot be created.
C00002EB|STATUS_SYSTEM_SHUTDOWN|The system is in the process of shutting down.
C00002EC|STATUS_DS_INIT_FAILURE_CONSOLE|Directory Services could not start because of the following error: %hs Error Status: 0x%x. Click OK to shut down the system. You can use the recovery console to diagnose the system further.
C00002ED|STATUS_DS_SAM_INIT_FAILURE_CONSOLE|Security Accounts Manager initialization failed because of the following error: %hs Error Status: 0x%x. Click OK to shut down the system. You can use the recovery console to diagnose the system further.
C00002EE|STATUS_UNFINISHED_CONTEXT_DELETED|A security context was deleted before the context was completed. This is considered a logon failure.
C00002EF|STATUS_NO_TGT_REPLY|The client is trying to negotiate a context and the server requires user-to-user but did not send a TGT reply.
C00002F0|STATUS_OBJECTID_NOT_FOUND|An object ID was not found in the file.
C00002F1|STATUS_NO_IP_ADDRESSES|Unable to accomplish the requested task because the local machine does not have any IP addresses.
C00002F2|STATUS_WRONG_CREDENTIAL_HANDLE|The supplied credential handle does not match the credential that is associated with the security context.
C00002F3|STATUS_CRYPTO_SYSTEM_INVALID|The crypto system or checksum function is invalid because a required function is unavailable.
C00002F4|STATUS_MAX_REFERRALS_EXCEEDED|The number of maximum ticket referrals has been exceeded.
C00002F5|STATUS_MUST_BE_KDC|The local machine must be a Kerberos KDC (domain controller) and it is not.
C00002F6|STATUS_STRONG_CRYPTO_NOT_SUPPORTED|The other end of the security negotiation requires strong crypto but it is not supported on the local machine.
C00002F7|STATUS_TOO_MANY_PRINCIPALS|The KDC reply contained more than one principal name.
C00002F8|STATUS_NO_PA_DATA|Expected to find PA data for a hint of what etype to use, but it was not found.
C00002F9|STATUS_PKINIT_NAME_MISMATCH|The client certificate does not contain a valid UPN, or does not match the client name in the logon request. Contact your administrator.
C00002FA|STATUS_SMARTCARD_LOGON_REQUIRED|Smart card logon is required and was not used.
C00002FB|STATUS_KDC_INVALID_REQUEST|An invalid request was sent to the KDC.
C00002FC|STATUS_KDC_UNABLE_TO_REFER|The KDC was unable to generate a referral for the service requested.
C00002FD|STATUS_KDC_UNKNOWN_ETYPE|The encryption type requested is not supported by the KDC.
C00002FE|STATUS_SHUTDOWN_IN_PROGRESS|A system shutdown is in progress.
C00002FF|STATUS_SERVER_SHUTDOWN_IN_PROGRESS|The server machine is shutting down.
C0000300|STATUS_NOT_SUPPORTED_ON_SBS|This operation is not supported on a computer running Windows Server 2003 for Small Business Server.
C0000301|STATUS_WMI_GUID_DISCONNECTED|The WMI GUID is no longer available.
C0000302|STATUS_WMI_ALREADY_DISABLED|Collection or events for the WMI GUID is already disabled.
C0000303|STATUS_WMI_ALREADY_ENABLED|Collection or events for the WMI GUID is already enabled.
C0000304|STATUS_MFT_TOO_FRAGMENTED|The master file table on the volume is too fragmented to complete this operation.
C0000305|STATUS_COPY_PROTECTION_FAILURE|Copy protection failure.
C0000306|STATUS_CSS_AUTHENTICATION_FAILURE|Copy protection error-DVD CSS Authentication failed.
C0000307|STATUS_CSS_KEY_NOT_PRESENT|Copy protection error-The specified sector does not contain a valid key.
C0000308|STATUS_CSS_KEY_NOT_ESTABLISHED|Copy protection error-DVD session key not established.
C0000309|STATUS_CSS_SCRAMBLED_SECTOR|Copy protection error-The read failed because the sector is encrypted.
C000030A|STATUS_CSS_REGION_MISMATCH|Copy protection error-The region of the specified DVD does not correspond to the region setting of the drive.
C000030B|STATUS_CSS_RESETS_EXHAUSTED|Copy protection error-The region setting of the drive may be permanent.
C000030C|STATUS_PASSWORD_CHANGE_REQUIRED|
C0000320|STATUS_PKINIT_FAILURE|The Kerberos protocol encountered an error while validating the KDC certificate during smart card logon. There is more information in the system event log.
C0000321|STATUS_SMARTCARD_SUBSYSTEM_FAILURE|The Kerberos protocol encountered an error while attempting to use the smart card subsystem.
C0000322|STATUS_NO_KERB_KEY|The target server does not have acceptable Kerberos credentials.
C0000350|STATUS_HOST_DOWN|The transport determined that the remote system is down.
C0000351|STATUS_UNSUPPORTED_PREAUTH|An unsupported pre-authentication mechanism was presented to the Kerberos package.
C0000352|STATUS_EFS_ALG_BLOB_TOO_BIG|The encryption algorithm that is used on the source file needs a bigger key buffer than the one that is used on the destination file.
C0000353|STATUS_PORT_NOT_SET|An attempt to remove a processes DebugPort was made, but a port was not already associated with the process.
C0000354|STATUS_DEBUGGER_INACTIVE|An attempt to do an operation on a debug port failed because the port is in the process of being deleted.
C0000355|STATUS_DS_VERSION_CHECK_FAILURE|This version of Windows is not compatible with the behavior version of the directory forest, domain, or domain controller.
C0000356|STATUS_AUDITING_DISABLED|The specified event is currently not being audited.
C0000357|STATUS_PRENT4_MACHINE_ACCOUNT|The machine account was created prior to Windows NT 4.0. The account needs to be recreated.
C0000358|STATUS_DS_AG_CANT_HAVE_UNIVERSAL_MEMBER|An account group cannot have a universal group as a member.
C0000359|STATUS_INVALID_IMAGE_WIN_32|The specified image file did not have the correct format; it appears to be a 32-bit Windows image.
C000035A|STATUS_INVALID_IMAGE_WIN_64|The specified image file did not have the correct format; it appears to be a 64-bit Windows image.
C000035B|STATUS_BAD_BINDINGS|The client's supplied SSPI channel bindings were incorrect.
C000035C|STATUS_NETWORK_SESSION_EXPIRED|The client session has expired; so the client must re-authenticate to continue accessing the remote resources.
C000035D|STATUS_APPHELP_BLOCK|The AppHelp dialog box canceled; thus preventing the application from starting.
C000035E|STATUS_ALL_SIDS_FILTERED|The SID filtering operation removed all SIDs.
C000035F|STATUS_NOT_SAFE_MODE_DRIVER|The driver was not loaded because the system is starting in safe mode.
C0000361|STATUS_ACCESS_DISABLED_BY_POLICY_DEFAULT|Access to %1 has been restricted by your Administrator by the default software restriction policy level.
C0000362|STATUS_ACCESS_DISABLED_BY_POLICY_PATH|Access to %1 has been restricted by your Administrator by location with policy rule %2 placed on path %3.
C0000363|STATUS_ACCESS_DISABLED_BY_POLICY_PUBLISHER|Access to %1 has been restricted by your Administrator by software publisher policy.
C0000364|STATUS_ACCESS_DISABLED_BY_POLICY_OTHER|Access to %1 has been restricted by your Administrator by policy rule %2.
C0000365|STATUS_FAILED_DRIVER_ENTRY|The driver was not loaded because it failed its initialization call.
C0000366|STATUS_DEVICE_ENUMERATION_ERROR|The device encountered an error while applying power or reading the device configuration. This may be caused by a failure of your hardware or by a poor connection.
C0000368|STATUS_MOUNT_POINT_NOT_RESOLVED|The create operation failed because the name contained at least one mount point that resolves to a volume to which the specified device object is not attached.
C0000369|STATUS_INVALID_DEVICE_OBJECT_PARAMETER|The device object parameter is either not a valid device object or is not attached to the volume that is specified by the file name.
C000036A|STATUS_MCA_OCCURED|A machine check error has occurred. Check the system event log for additional information.
C000036B|STATUS_DRIVER_BLOCKED_CRITICAL|Driver %2 has been blocked from loading.
C000036C|STATUS_DRIVER_BLOCKED|Driver %2 has been blocked from loading.
C000036D|STATUS_DRIVER_DATABASE_ERROR|There was error [%2] processing the driver database.
C000036E|STATUS_SYSTEM_HIVE_TOO_LARGE|System hive size has exceeded its limit.
C000036F|STATUS_INVALID_IMPORT_OF_NON_DLL|A dynamic link library (DLL) referenced a module that was neither a DLL nor the process's executable image.
C0000371|STATUS_NO_SECRETS|The local account store does not contain secret material for the specified account.
C0000372|STATUS_ACCESS_DISABLED_NO_SAFER_UI_BY_POLICY|Access to %1 has been restricted by your Administrator by policy rule %2.
C0000373|STATUS_FAILED_STACK_SWITCH|The system was not able to allocate enough memory to perform a stack switch.
C0000374|STATUS_HEAP_CORRUPTION|A heap has been corrupted.
C0000380|STATUS_SMARTCARD_WRONG_PIN|An incorrect PIN was presented to the smart card.
C0000381|STATUS_SMARTCARD_CARD_BLOCKED|The smart card is blocked.
C0000382|STATUS_SMARTCARD_CARD_NOT_AUTHENTICATED|No PIN was presented to the smart card.
C0000383|STATUS_SMARTCARD_NO_CARD|No smart card is available.
C0000384|STATUS_SMARTCARD_NO_KEY_CONTAINER|The requested key container does not exist on the smart card.
C0000385|STATUS_SMARTCARD_NO_CERTIFICATE|The requested certificate does not exist on the smart card.
C0000386|STATUS_SMARTCARD_NO_KEYSET|The requested keyset does not exist.
C0000387|STATUS_SMARTCARD_IO_ERROR|A communication error with the smart card has been detected.
C0000388|STATUS_DOWNGRADE_DETECTED|The system detected a possible attempt to compromise security. Ensure that you can contact the server that authenticated you.
C0000389|STATUS_SMARTCARD_CERT_REVOKED|The smart card certificate used for authentication has been revoked. Contact your system administrator. There may be additional information in the event log.
C000038A|STATUS_ISSUING_CA_UNTRUSTED|An untrusted certificate authority was detected while processing the smart card certificate that is used for authentication. Contact your system administrator.
C000038B|STATUS_REVOCATION_OFFLINE_C|The revocation status of the smart card certificate that is used for authentication could not be determined. Contact your system administrator.
C000038C|STATUS_PKINIT_CLIENT_FAILURE|The smart card certificate used for authentication was not trusted. Contact your system administrator.
C000038D|STATUS_SMARTCARD_CERT_EXPIRED|The smart card certificate used for authentication has expired. Contact your system administrator.
C000038E|STATUS_DRIVER_FAILED_PRIOR_UNLOAD|The driver could not be loaded because a previous version of the driver is still in memory.
C000038F|STATUS_SMARTCARD_SILENT_CONTEXT|The smart card provider could not perform the action because the context was acquired as silent.
C0000401|STATUS_PER_USER_TRUST_QUOTA_EXCEEDED|The delegated trust creation quota of the current user has been exceeded.
C0000402|STATUS_ALL_USER_TRUST_QUOTA_EXCEEDED|The total delegated trust creation quota has been exceeded.
C0000403|STATUS_USER_DELETE_TRUST_QUOTA_EXCEEDED|The delegated trust deletion quota of the current user has been exceeded.
C0000404|STATUS_DS_NAME_NOT_UNIQUE|The requested name already exists as a unique identifier.
C0000405|STATUS_DS_DUPLICATE_ID_FOUND|The requested object has a non-unique identifier and cannot be retrieved.
C0000406|STATUS_DS_GROUP_CONVERSION_ERROR|The group cannot be converted due to attribute restrictions on the requested group type.
C0000407|STATUS_VOLSNAP_PREPARE_HIBERNATE|{Volume Shadow Copy Service}  Wait while the Volume Shadow Copy Service prepares volume %hs for hibernation.
C0000408|STATUS_USER2USER_REQUIRED|Kerberos sub-protocol User2User is required.
C0000409|STATUS_STACK_BUFFER_OVERRUN|The system detected an overrun of a stack-based buffer in this application. This overrun could potentially allow a malicious user to gain control of this application.
C000040A|STATUS_NO_S4U_PROT_SUPPORT|The Kerberos subsystem encountered an error. A service for user protocol request was made against a domain controller which does not support service for user.
C000040B|STATUS_CROSSREALM_DELEGATION_FAILURE|An attempt was made by this server to make a Kerberos constrained delegation request for a target that is outside the server realm. This action is not supported and the resulting error indicates a misconfiguration on the allowed-to-delegate-to list for this server. Contact your administrator.
C000040C|STATUS_REVOCATION_OFFLINE_KDC|The revocation status of the domain controller certificate used for smart card authentication could not be determined. There is additional information in the system event log. Contact your system administrator.
C000040D|STATUS_ISSUING_CA_UNTRUSTED_KDC|An untrusted certificate authority was detected while processing the domain controller certificate used for authentication. There is additional information in the system event log. Contact your system administrator.
C000040E|STATUS_KDC_CERT_EXPIRED|The domain controller certificate used for smart card logon has expired. Contact your system administrator with the contents of your system event log.
C000040F|STATUS_KDC_CERT_REVOKED|The domain controller certificate used for smart card logon has been revoked. Contact your system administrator with the contents of your system event log.
C0000410|STATUS_PARAMETER_QUOTA_EXCEEDED|Data present in one of the parameters is more than the function can operate on.
C0000411|STATUS_HIBERNATION_FAILURE|The system has failed to hibernate (The error code is %hs). Hibernation will be disabled until the system is restarted.
C0000412|STATUS_DELAY_LOAD_FAILED|An attempt to delay-load a .dll or get a function address in a delay-loaded .dll failed.
C0000413|STATUS_AUTHENTICATION_FIREWALL_FAILED|Logon Failure: The machine you are logging onto is protected by an authentication firewall. The specified account is not allowed to authenticate to the machine.
C0000414|STATUS_VDM_DISALLOWED|%hs is a 16-bit application. You do not have permissions to execute 16-bit applications. Check your permissions with your system administrator.
C0000415|STATUS_HUNG_DISPLAY_DRIVER_THREAD|{Display Driver Stopped Responding}  The %hs display driver has stopped working normally. Save your work and reboot the system to restore full display functionality. The next time you reboot the machine a dialog will be displayed giving you a chance to report this failure to Microsoft.
C0000416|STATUS_INSUFFICIENT_RESOURCE_FOR_SPECIFIED_SHARED_SECTION_SIZE|The Desktop heap encountered an error while allocating session memory. There is more information in the system event log.
C0000417|STATUS_INVALID_CRUNTIME_PARAMETER|An invalid parameter was passed to a C runtime function.
C0000418|STATUS_NTLM_BLOCKED|The authentication failed because NTLM was blocked.
C0000419|STATUS_DS_SRC_SID_EXISTS_IN_FOREST|The source object's SID already exists in destination forest.
C000041A|STATUS_DS_DOMAIN_NAME_EXISTS_IN_FOREST|The domain name of the trusted domain already exists in the forest.
C000041B|STATUS_DS_FLAT_NAME_EXISTS_IN_FOREST|The flat name of the trusted domain already exists in the forest.
C000041C|STATUS_INVALID_USER_PRINCIPAL_NAME|The User Principal Name (UPN) is invalid.
C000041D|STATUS_FATAL_USER_CALLBACK_EXCEPTION|An unhandled exception was encountered during a user callback.
C0000420|STATUS_ASSERTION_FAILURE|There has been an assertion failure.
C0000421|STATUS_VERIFIER_STOP|Application verifier has found an error in the current process.
C0000423|STATUS_CALLBACK_POP_STACK|A user mode unwind is in progress.
C0000424|STATUS_INCOMPATIBLE_DRIVER_BLOCKED|%2 has been blocked from loading due to incompatibility with this system. Contact your software vendor for a compatible version of the driver.
C0000425|STATUS_HIVE_UNLOADED|Illegal operation attempted on a registry key which has already been unloaded.
C0000426|STATUS_COMPRESSION_DISABLED|Compression is disabled for this volume.
C0000427|STATUS_FILE_SYSTEM_LIMITATION|The requested operation could not be completed due to a file system limitation.
C0000428|STATUS_INVALID_IMAGE_HASH|Windows cannot verify the digital signature for this file.
C0000429|STATUS_NOT_CAPABLE|The implementation is not capable of performing the request.
C000042A|STATUS_REQUEST_OUT_OF_SEQUENCE|The requested operation is out of order with respect to other operations.
C000042B|STATUS_IMPLEMENTATION_LIMIT|An operation attempted to exceed an implementation-defined limit.
C000042C|STATUS_ELEVATION_REQUIRED|The requested operation requires elevation.
C000042D|STATUS_NO_SECURITY_CONTEXT|The required security context does not exist.
C000042F|STATUS_PKU2U_CERT_FAILURE|The PKU2U protocol encountered an error while attempting to utilize the associated certificates.
C0000432|STATUS_BEYOND_VDL|The operation was attempted beyond the valid data length of the file.
C0000433|STATUS_ENCOUNTERED_WRITE_IN_PROGRESS|The attempted write operation encountered a write already in progress for some portion of the range.
C0000434|STATUS_PTE_CHANGED|The page fault mappings changed in the middle of processing a fault so the operation must be retried.
C0000435|STATUS_PURGE_FAILED|The attempt to purge this file from memory failed to purge some or all the data from memory.
C0000440|STATUS_CRED_REQUIRES_CONFIRMATION|The requested credential requires confirmation.
C0000441|STATUS_CS_ENCRYPTION_INVALID_SERVER_RESPONSE|The remote server sent an invalid response for a file being opened with Client Side Encryption.
C0000442|STATUS_CS_ENCRYPTION_UNSUPPORTED_SERVER|Client Side Encryption is not supported by the remote server even though it claims to support it.
C0000443|STATUS_CS_ENCRYPTION_EXISTING_ENCRYPTED_FILE|File is encrypted and should be opened in Client Side Encryption mode.
C0000444|STATUS_CS_ENCRYPTION_NEW_ENCRYPTED_FILE|A new encrypted file is being created and a $EFS needs to be provided.
C0000445|STATUS_CS_ENCRYPTION_FILE_NOT_CSE|The SMB client requested a CSE FSCTL on a non-CSE file.
C0000446|STATUS_INVALID_LABEL|Indicates a particular Security ID may not be assigned as the label of an object.
C0000450|STATUS_DRIVER_PROCESS_TERMINATED|The process hosting the driver for this device has terminated.
C0000451|STATUS_AMBIGUOUS_SYSTEM_DEVICE|The requested system device cannot be identified due to multiple indistinguishable devices potentially matching the identification criteria.
C0000452|STATUS_SYSTEM_DEVICE_NOT_FOUND|The requested system device cannot be found.
C0000453|STATUS_RESTART_BOOT_APPLICATION|This boot application must be restarted.
C0000454|STATUS_INSUFFICIENT_NVRAM_RESOURCES|Insufficient NVRAM resources exist to complete the API. A reboot might be required.
C0000455|STATUS_INVALID_SESSION|
C0000456|STATUS_THREAD_ALREADY_IN_SESSION|
C0000457|STATUS_THREAD_NOT_IN_SESSION|
C0000458|STATUS_INVALID_WEIGHT|
C0000459|STATUS_REQUEST_PAUSED|
C0000460|STATUS_NO_RANGES_PROCESSED|
C0000461|STATUS_DISK_RESOURCES_EXHAUSTED|
C0000462|STATUS_NEEDS_REMEDIATION|
C0000463|STATUS_DEVICE_FEATURE_NOT_SUPPORTED|
C0000464|STATUS_DEVICE_UNREACHABLE|
C0000465|STATUS_INVALID_TOKEN|
C0000466|STATUS_SERVER_UNAVAILABLE|
C0000467|STATUS_FILE_NOT_AVAILABLE|The file is temporarily unavailable.
C0000468|STATUS_DEVICE_INSUFFICIENT_RESOURCES|
C0000469|STATUS_PACKAGE_UPDATING|
C000046A|STATUS_NOT_READ_FROM_COPY|
C000046B|STATUS_FT_WRITE_FAILURE|
C000046C|STATUS_FT_DI_SCAN_REQUIRED|
C000046D|STATUS_OBJECT_NOT_EXTERNALLY_BACKED|
C000046E|STATUS_EXTERNAL_BACKING_PROVIDER_UNKNOWN|
C000046F|STATUS_COMPRESSION_NOT_BENEFICIAL|
C0000470|STATUS_DATA_CHECKSUM_ERROR|
C0000471|STATUS_INTERMIXED_KERNEL_EA_OPERATION|
C0000472|STATUS_TRIM_READ_ZERO_NOT_SUPPORTED|
C0000473|STATUS_TOO_MANY_SEGMENT_DESCRIPTORS|
C0000474|STATUS_INVALID_OFFSET_ALIGNMENT|
C0000475|STATUS_INVALID_FIELD_IN_PARAMETER_LIST|
C0000476|STATUS_OPERATION_IN_PROGRESS|
C0000477|STATUS_INVALID_INITIATOR_TARGET_PATH|
C0000478|STATUS_SCRUB_DATA_DISABLED|
C0000479|STATUS_NOT_REDUNDANT_STORAGE|
C000047A|STATUS_RESIDENT_FILE_NOT_SUPPORTED|
C000047B|STATUS_COMPRESSED_FILE_NOT_SUPPORTED|
C000047C|STATUS_DIRECTORY_NOT_SUPPORTED|
C000047D|STATUS_IO_OPERATION_TIMEOUT|
C000047E|STATUS_SYSTEM_NEEDS_REMEDIATION|
C000047F|STATUS_APPX_INTEGRITY_FAILURE_CLR_NGEN|
C0000480|STATUS_SHARE_UNAVAILABLE|
C0000481|STATUS_APISET_NOT_HOSTED|
C0000482|STATUS_APISET_NOT_PRESENT|
C0000483|STATUS_DEVICE_HARDWARE_ERROR|
C0000484|STATUS_FIRMWARE_SLOT_INVALID|
C0000485|STATUS_FIRMWARE_IMAGE_INVALID|
C0000486|STATUS_STORAGE_TOPOLOGY_ID_MISMATCH|
C0000487|STATUS_WIM_NOT_BOOTABLE|
C0000488|STATUS_BLOCKED_BY_PARENTAL_CONTROLS|
C0000489|STATUS_NEEDS_REGISTRATION|
C000048A|STATUS_QUOTA_ACTIVITY|
C000048B|STATUS_CALLBACK_INVOKE_INLINE|
C000048C|STATUS_BLOCK_TOO_MANY_REFERENCES|
C000048D|STATUS_MARKED_TO_DISALLOW_WRITES|
C000048E|STATUS_NETWORK_ACCESS_DENIED_EDP|
C000048F|STATUS_ENCLAVE_FAILURE|
C0000490|STATUS_PNP_NO_COMPAT_DRIVERS|
C0000491|STATUS_PNP_DRIVER_PACKAGE_NOT_FOUND|
C0000492|STATUS_PNP_DRIVER_CONFIGURATION_NOT_FOUND|
C0000493|STATUS_PNP_DRIVER_CONFIGURATION_INCOMPLETE|
C0000494|STATUS_PNP_FUNCTION_DRIVER_REQUIRED|
C0000495|STATUS_PNP_DEVICE_CONFIGURATION_PENDING|
C0000496|STATUS_DEVICE_HINT_NAME_BUFFER_TOO_SMALL|
C0000497|STATUS_PACKAGE_NOT_AVAILABLE|
C0000499|STATUS_DEVICE_IN_MAINTENANCE|
C000049A|STATUS_NOT_SUPPORTED_ON_DAX|
C000049B|STATUS_FREE_SPACE_TOO_FRAGMENTED|
C000049C|STATUS_DAX_MAPPING_EXISTS|
C000049D|STATUS_CHILD_PROCESS_BLOCKED|
C000049E|STATUS_STORAGE_LOST_DATA_PERSISTENCE|
C00004B3|STATUS_CASE_DIFFERING_NAMES_IN_DIR|
C0000500|STATUS_INVALID_TASK_NAME|The specified task name is invalid.
C0000501|STATUS_INVALID_TASK_INDEX|The specified task index is invalid.
C0000502|STATUS_THREAD_ALREADY_IN_TASK|The specified thread is already joining a task.
C0000503|STATUS_CALLBACK_BYPASS|A callback has requested to bypass native code.
C0000504|STATUS_UNDEFINED_SCOPE|
C0000505|STATUS_INVALID_CAP|
C0000506|STATUS_NOT_GUI_PROCESS|
C0000507|STATUS_DEVICE_HUNG|
C0000508|STATUS_CONTAINER_ASSIGNED|
C0000509|STATUS_JOB_NO_CONTAINER|
C000050A|STATUS_DEVICE_UNRESPONSIVE|
C000050B|STATUS_REPARSE_POINT_ENCOUNTERED|
C0000602|STATUS_FAIL_FAST_EXCEPTION|A fail fast exception occurred. Exception handlers will not be invoked and the process will be terminated immediately.
C0000603|STATUS_IMAGE_CERT_REVOKED|Windows cannot verify the digital signature for this file. The signing certificate for this file has been revoked.
C0000604|STATUS_DYNAMIC_CODE_BLOCKED|
C0000605|STATUS_IMAGE_CERT_EXPIRED|
C0000700|STATUS_PORT_CLOSED|The ALPC port is closed.
C0000701|STATUS_MESSAGE_LOST|The ALPC message requested is no longer available.
C0000702|STATUS_INVALID_MESSAGE|The ALPC message supplied is invalid.
C0000703|STATUS_REQUEST_CANCELED|The ALPC message has been canceled.
C0000704|STATUS_RECURSIVE_DISPATCH|Invalid recursive dispatch attempt.
C0000705|STATUS_LPC_RECEIVE_BUFFER_EXPECTED|No receive buffer has been supplied in a synchronous request.
C0000706|STATUS_LPC_INVALID_CONNECTION_USAGE|The connection port is used in an invalid context.
C0000707|STATUS_LPC_REQUESTS_NOT_ALLOWED|The ALPC port does not accept new request messages.
C0000708|STATUS_RESOURCE_IN_USE|The resource requested is already in use.
C0000709|STATUS_HARDWARE_MEMORY_ERROR|The hardware has reported an uncorrectable memory error.
C000070A|STATUS_THREADPOOL_HANDLE_EXCEPTION|Status 0x%08x was returned, waiting on handle 0x%x for wait 0x%p, in waiter 0x%p.
C000070B|STATUS_THREADPOOL_SET_EVENT_ON_COMPLETION_FAILED|After a callback to 0x%p(0x%p), a completion call to Set event(0x%p) failed with status 0x%08x.
C000070C|STATUS_THREADPOOL_RELEASE_SEMAPHORE_ON_COMPLETION_FAILED|After a callback to 0x%p(0x%p), a completion call to ReleaseSemaphore(0x%p, %d) failed with status 0x%08x.
C000070D|STATUS_THREADPOOL_RELEASE_MUTEX_ON_COMPLETION_FAILED|After a callback to 0x%p(0x%p), a completion call to ReleaseMutex(%p) failed with status 0x%08x.
C000070E|STATUS_THREADPOOL_FREE_LIBRARY_ON_COMPLETION_FAILED|After a callback to 0x%p(0x%p), a completion call to FreeLibrary(%p) failed with status 0x%08x.
C000070F|STATUS_THREADPOOL_RELEASED_DURING_OPERATION|The thread pool 0x%p was released while a thread was posting a callback to 0x%p(0x%p) to it.
C0000710|STATUS_CALLBACK_RETURNED_WHILE_IMPERSONATING|A thread pool worker thread is impersonating a client, after a callback to 0x%p(0x%p). This is unexpected, indicating that the callback is missing a call to revert the impersonation.
C0000711|STATUS_APC_RETURNED_WHILE_IMPERSONATING|A thread pool worker thread is impersonating a client, after executing an APC. This is unexpected, indicating that the APC is missing a call to revert the impersonation.
C0000712|STATUS_PROCESS_IS_PROTECTED|Either the target process, or the target thread's containing process, is a protected process.
C0000713|STATUS_MCA_EXCEPTION|A thread is getting dispatched with MCA EXCEPTION because of MCA.
C0000714|STATUS_CERTIFICATE_MAPPING_NOT_UNIQUE|The client certificate account mapping is not unique.
C0000715|STATUS_SYMLINK_CLASS_DISABLED|The symbolic link cannot be followed because its type is disabled.
C0000716|STATUS_INVALID_IDN_NORMALIZATION|Indicates that the specified string is not valid for IDN normalization.
C0000717|STATUS_NO_UNICODE_TRANSLATION|No mapping for the Unicode character exists in the target multi-byte code page.
C0000718|STATUS_ALREADY_REGISTERED|The provided callback is already registered.
C0000719|STATUS_CONTEXT_MISMATCH|The provided context did not match the target.
C000071A|STATUS_PORT_ALREADY_HAS_COMPLETION_LIST|The specified port already has a completion list.
C000071B|STATUS_CALLBACK_RETURNED_THREAD_PRIORITY|A threadpool worker thread entered a callback at thread base priority 0x%x and exited at priority 0x%x. This is unexpected, indicating that the callback missed restoring the priority.
C000071C|STATUS_INVALID_THREAD|An invalid thread, handle %p, is specified for this operation. Possibly, a threadpool worker thread was specified.
C000071D|STATUS_CALLBACK_RETURNED_TRANSACTION|A threadpool worker thread entered a callback, which left transaction state. This is unexpected, indicating that the callback missed clearing the transaction.
C000071E|STATUS_CALLBACK_RETURNED_LDR_LOCK|A threadpool worker thread entered a callback, which left the loader lock held. This is unexpected, indicating that the callback missed releasing the lock.
C000071F|STATUS_CALLBACK_RETURNED_LANG|A threadpool worker thread entered a callback, which left with preferred languages set. This is unexpected, indicating that the callback missed clearing them.
C0000720|STATUS_CALLBACK_RETURNED_PRI_BACK|A threadpool worker thread entered a callback, which left with background priorities set. This is unexpected, indicating that the callback missed restoring the original priorities.
C0000721|STATUS_CALLBACK_RETURNED_THREAD_AFFINITY|A threadpool worker thread entered a callback at thread affinity %p and exited at affinity %p. This is unexpected, indicating that the callback missed restoring the priority.
C0000722|STATUS_LPC_HANDLE_COUNT_EXCEEDED|
C0000800|STATUS_DISK_REPAIR_DISABLED|The attempted operation required self healing to be enabled.
C0000801|STATUS_DS_DOMAIN_RENAME_IN_PROGRESS|The directory service cannot perform the requested operation because a domain rename operation is in progress.
C0000802|STATUS_DISK_QUOTA_EXCEEDED|An operation failed because the storage quota was exceeded.
C0000804|STATUS_CONTENT_BLOCKED|An operation failed because the content was blocked.
C0000805|STATUS_BAD_CLUSTERS|The operation could not be completed due to bad clusters on disk.
C0000806|STATUS_VOLUME_DIRTY|The operation could not be completed because the volume is dirty. Please run the Chkdsk utility and try again.
C0000808|STATUS_DISK_REPAIR_UNSUCCESSFUL|
C0000809|STATUS_CORRUPT_LOG_OVERFULL|
C000080A|STATUS_CORRUPT_LOG_CORRUPTED|
C000080B|STATUS_CORRUPT_LOG_UNAVAILABLE|
C000080C|STATUS_CORRUPT_LOG_DELETED_FULL|
C000080D|STATUS_CORRUPT_LOG_CLEARED|
C000080E|STATUS_ORPHAN_NAME_EXHAUSTED|
C000080F|STATUS_PROACTIVE_SCAN_IN_PROGRESS|
C0000810|STATUS_ENCRYPTED_IO_NOT_POSSIBLE|
C0000811|STATUS_CORRUPT_LOG_UPLEVEL_RECORDS|
C0000901|STATUS_FILE_CHECKED_OUT|This file is checked out or locked for editing by another user.
C0000902|STATUS_CHECKOUT_REQUIRED|The file must be checked out before saving changes.
C0000903|STATUS_BAD_FILE_TYPE|The file type being saved or retrieved has been blocked.
C0000904|STATUS_FILE_TOO_LARGE|The file size exceeds the limit allowed and cannot be saved.
C0000905|STATUS_FORMS_AUTH_REQUIRED|Access Denied. Before opening files in this location, you must first browse to the e.g. site and select the option to log on automatically.
C0000906|STATUS_VIRUS_INFECTED|The operation did not complete successfully because the file contains a virus.
C0000907|STATUS_VIRUS_DELETED|This file contains a virus and cannot be opened. Due to the nature of this virus, the file has been removed from this location.
C0000908|STATUS_BAD_MCFG_TABLE|The resources required for this device conflict with the MCFG table.
C0000909|STATUS_CANNOT_BREAK_OPLOCK|The operation did not complete successfully because it would cause an oplock to be broken. The caller has requested that existing oplocks not be broken.
C000090A|STATUS_BAD_KEY|
C000090B|STATUS_BAD_DATA|
C000090C|STATUS_NO_KEY|
C0000910|STATUS_FILE_HANDLE_REVOKED|
C0009898|STATUS_WOW_ASSERTION|WOW Assertion Error.
C000A000|STATUS_INVALID_SIGNATURE|The cryptographic signature is invalid.
C000A001|STATUS_HMAC_NOT_SUPPORTED|The cryptographic provider does not support HMAC.
C000A002|STATUS_AUTH_TAG_MISMATCH|
C000A003|STATUS_INVALID_STATE_TRANSITION|
C000A004|STATUS_INVALID_KERNEL_INFO_VERSION|
C000A005|STATUS_INVALID_PEP_INFO_VERSION|
C000A006|STATUS_HANDLE_REVOKED|
C000A007|STATUS_EOF_ON_GHOSTED_RANGE|
C000A010|STATUS_IPSEC_QUEUE_OVERFLOW|The IPsec queue overflowed.
C000A011|STATUS_ND_QUEUE_OVERFLOW|The neighbor discovery queue overflowed.
C000A012|STATUS_HOPLIMIT_EXCEEDED|An Internet Control Message Protocol (ICMP) hop limit exceeded error was received.
C000A013|STATUS_PROTOCOL_NOT_SUPPORTED|The protocol is not installed on the local machine.
C000A014|STATUS_FASTPATH_REJECTED|
C000A080|STATUS_LOST_WRITEBEHIND_DATA_NETWORK_DISCONNECTED|{Delayed Write Failed}  Windows was unable to save all the data for the file %hs; the data has been lost. This error may be caused by network connectivity issues. Try to save this file elsewhere.
C000A081|STATUS_LOST_WRITEBEHIND_DATA_NETWORK_SERVER_ERROR|{Delayed Write Failed}  Windows was unable to save all the data for the file %hs; the data has been lost. This error was returned by the server on which the file exists. Try to save this file elsewhere.
C000A082|STATUS_LOST_WRITEBEHIND_DATA_LOCAL_DISK_ERROR|{Delayed Write Failed}  Windows was unable to save all the data for the file %hs; the data has been lost. This error may be caused if the device has been removed or the media is write-protected.
C000A083|STATUS_XML_PARSE_ERROR|Windows was unable to parse the requested XML data.
C000A084|STATUS_XMLDSIG_ERROR|An error was encountered while processing an XML digital signature.
C000A085|STATUS_WRONG_COMPARTMENT|This indicates that the caller made the connection request in the wrong routing compartment.
C000A086|STATUS_AUTHIP_FAILURE|This indicates that there was an AuthIP failure when attempting to connect to the remote host.
C000A087|STATUS_DS_OID_MAPPED_GROUP_CANT_HAVE_MEMBERS|OID mapped groups cannot have members.
C000A088|STATUS_DS_OID_NOT_FOUND|The specified OID cannot be found.
C000A089|STATUS_INCORRECT_ACCOUNT_TYPE|
C000A100|STATUS_HASH_NOT_SUPPORTED|Hash generation for the specified version and hash type is not enabled on server.
C000A101|STATUS_HASH_NOT_PRESENT|The hash requests is not present or not up to date with the current file contents.
C000A121|STATUS_SECONDARY_IC_PROVIDER_NOT_REGISTERED|
C000A122|STATUS_GPIO_CLIENT_INFORMATION_INVALID|
C000A123|STATUS_GPIO_VERSION_NOT_SUPPORTED|
C000A124|STATUS_GPIO_INVALID_REGISTRATION_PACKET|
C000A125|STATUS_GPIO_OPERATION_DENIED|
C000A126|STATUS_GPIO_INCOMPATIBLE_CONNECT_MODE|
C000A141|STATUS_CANNOT_SWITCH_RUNLEVEL|
C000A142|STATUS_INVALID_RUNLEVEL_SETTING|
C000A143|STATUS_RUNLEVEL_SWITCH_TIMEOUT|
C000A145|STATUS_RUNLEVEL_SWITCH_AGENT_TIMEOUT|
C000A146|STATUS_RUNLEVEL_SWITCH_IN_PROGRESS|
C000A200|STATUS_NOT_APPCONTAINER|
C000A201|STATUS_NOT_SUPPORTED_IN_APPCONTAINER|
C000A202|STATUS_INVALID_PACKAGE_SID_LENGTH|
C000A281|STATUS_APP_DATA_NOT_FOUND|
C000A282|STATUS_APP_DATA_EXPIRED|
C000A283|STATUS_APP_DATA_CORRUPT|
C000A284|STATUS_APP_DATA_LIMIT_EXCEEDED|
C000A285|STATUS_APP_DATA_REBOOT_REQUIRED|
C000A2A1|STATUS_OFFLOAD_READ_FLT_NOT_SUPPORTED|
C000A2A2|STATUS_OFFLOAD_WRITE_FLT_NOT_SUPPORTED|
C000A2A3|STATUS_OFFLOAD_READ_FILE_NOT_SUPPORTED|
C000A2A4|STATUS_OFFLOAD_WRITE_FILE_NOT_SUPPORTED|
C000CF00|STATUS_CLOUD_FILE_PROVIDER_UNKNOWN|
C000CF01|STATUS_CLOUD_FILE_PROVIDER_NOT_RUNNING|
C000CF02|STATUS_CLOUD_FILE_METADATA_CORRUPT|
C000CF03|STATUS_CLOUD_FILE_METADATA_TOO_LARGE|
C0010001|DBG_NO_STATE_CHANGE|The debugger did not perform a state change.
C0010002|DBG_APP_NOT_IDLE|The debugger found that the application is not idle.`;
