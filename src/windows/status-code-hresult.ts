/**
 * HRESULT values of COM, OLE, RPC, storage, dispatch, HTTP and error reporting.
 * Names and numbers generated from mingw-w64's ntstatus.h / winerror.h (public domain) and winapi 0.3.9 (MIT/Apache-2.0,
 * from the Windows SDK); texts are the systems' message strings as Microsoft's open specification [MS-ERREF] lists them,
 * which grants distribution in implementations. One entry a line: number, name, text. A later line with the same number
 * is an alias; an empty text means none is published there.
 */
export const HRESULT_LINES = `\
00000000|S_OK|Operation successful
00000000|NOERROR|
00000001|S_FALSE|Incorrect function.
00030200|STG_S_CONVERTED|The underlying file was converted to compound file format.
00030201|STG_S_BLOCK|The storage operation should block until more data is available.
00030202|STG_S_RETRYNOW|The storage operation should retry immediately.
00030203|STG_S_MONITORING|The notified event sink will not influence the storage operation.
00030204|STG_S_MULTIPLEOPENS|Multiple opens prevent consolidated (commit succeeded).
00030205|STG_S_CONSOLIDATIONFAILED|Consolidation of the storage file failed (commit succeeded).
00030206|STG_S_CANNOTCONSOLIDATE|Consolidation of the storage file is inappropriate (commit succeeded).
00040000|OLE_S_USEREG|Use the registry database to provide the requested information.
00040001|OLE_S_STATIC|Success, but static.
00040002|OLE_S_MAC_CLIPFORMAT|Macintosh clipboard format.
00040100|DRAGDROP_S_DROP|Successful drop took place.
00040101|DRAGDROP_S_CANCEL|Drag-drop operation canceled.
00040102|DRAGDROP_S_USEDEFAULTCURSORS|Use the default cursor.
00040130|DATA_S_SAMEFORMATETC|Data has same FORMATETC.
00040140|VIEW_S_ALREADY_FROZEN|View is already frozen.
00040170|CACHE_S_FORMATETC_NOTSUPPORTED|FORMATETC not supported.
00040171|CACHE_S_SAMECACHE|Same cache.
00040172|CACHE_S_SOMECACHES_NOTUPDATED|Some caches are not updated.
00040180|OLEOBJ_S_INVALIDVERB|Invalid verb for OLE object.
00040181|OLEOBJ_S_CANNOT_DOVERB_NOW|Verb number is valid but verb cannot be done now.
00040182|OLEOBJ_S_INVALIDHWND|Invalid window handle passed.
000401A0|INPLACE_S_TRUNCATED|Message is too long; some of it had to be truncated before displaying.
000401C0|CONVERT10_S_NO_PRESENTATION|Unable to convert OLESTREAM to IStorage.
000401E2|MK_S_REDUCED_TO_SELF|Moniker reduced to itself.
000401E4|MK_S_ME|Common prefix is this moniker.
000401E5|MK_S_HIM|Common prefix is input moniker.
000401E6|MK_S_US|Common prefix is both monikers.
000401E7|MK_S_MONIKERALREADYREGISTERED|Moniker is already registered in running object table.
00040200|EVENT_S_SOME_SUBSCRIBERS_FAILED|An event was able to invoke some, but not all, of the subscribers.
00040202|EVENT_S_NOSUBSCRIBERS|An event was delivered, but there were no subscribers.
00040252|TPC_S_TRUNCATED|
00040253|TPC_S_INTERRUPTED|
00040254|TPC_S_NO_DATA_TO_PROCESS|
00041300|SCHED_S_TASK_READY|The task is ready to run at its next scheduled time.
00041301|SCHED_S_TASK_RUNNING|The task is currently running.
00041302|SCHED_S_TASK_DISABLED|The task will not run at the scheduled times because it has been disabled.
00041303|SCHED_S_TASK_HAS_NOT_RUN|The task has not yet run.
00041304|SCHED_S_TASK_NO_MORE_RUNS|There are no more runs scheduled for this task.
00041305|SCHED_S_TASK_NOT_SCHEDULED|One or more of the properties that are needed to run this task on a schedule have not been set.
00041306|SCHED_S_TASK_TERMINATED|The last run of the task was terminated by the user.
00041307|SCHED_S_TASK_NO_VALID_TRIGGERS|Either the task has no triggers, or the existing triggers are disabled or not set.
00041308|SCHED_S_EVENT_TRIGGER|Event triggers do not have set run times.
0004131B|SCHED_S_SOME_TRIGGERS_FAILED|The task is registered, but not all specified triggers will start the task.
0004131C|SCHED_S_BATCH_LOGON_PROBLEM|The task is registered, but it may fail to start. Batch logon privilege needs to be enabled for the task principal.
00041325|SCHED_S_TASK_QUEUED|
0004D000|XACT_S_ASYNC|An asynchronous operation was specified. The operation has begun, but its outcome is not known yet.
0004D001|XACT_S_DEFECT|
0004D002|XACT_S_READONLY|The method call succeeded because the transaction was read-only.
0004D003|XACT_S_SOMENORETAIN|The transaction was successfully aborted. However, this is a coordinated transaction, and a number of enlisted resources were aborted outright because they could not support abort-retaining semantics.
0004D004|XACT_S_OKINFORM|No changes were made during this call, but the sink wants another chance to look if any other sinks make further changes.
0004D005|XACT_S_MADECHANGESCONTENT|The sink is content and wants the transaction to proceed. Changes were made to one or more resources during this call.
0004D006|XACT_S_MADECHANGESINFORM|The sink is for the moment and wants the transaction to proceed, but if other changes are made following this return by other event sinks, this sink wants another chance to look.
0004D007|XACT_S_ALLNORETAIN|The transaction was successfully aborted. However, the abort was nonretaining.
0004D008|XACT_S_ABORTING|An abort operation was already in progress.
0004D009|XACT_S_SINGLEPHASE|The resource manager has performed a single-phase commit of the transaction.
0004D00A|XACT_S_LOCALLY_OK|The local transaction has not aborted.
0004D010|XACT_S_LASTRESOURCEMANAGER|The resource manager has requested to be the coordinator (last resource manager) for the transaction.
00080012|CO_S_NOTALLINTERFACES|Not all the requested interfaces were available.
00080013|CO_S_MACHINENAMENOTFOUND|The specified machine name was not found in the cache.
001B0000|WER_S_REPORT_DEBUG|
001B0001|WER_S_REPORT_UPLOADED|
001B0002|WER_S_REPORT_QUEUED|
001B0003|WER_S_DISABLED|
001B0004|WER_S_SUSPENDED_UPLOAD|
001B0005|WER_S_DISABLED_QUEUE|
001B0006|WER_S_DISABLED_ARCHIVE|
001B0007|WER_S_REPORT_ASYNC|
001B0008|WER_S_IGNORE_ASSERT_INSTANCE|
001B0009|WER_S_IGNORE_ALL_ASSERTS|
001B000A|WER_S_ASSERT_CONTINUE|
001B000B|WER_S_THROTTLED|
80000001|E_NOTIMPL|Not implemented
80000002|E_OUTOFMEMORY|Ran out of memory
80000003|E_INVALIDARG|One or more arguments are invalid
80000004|E_NOINTERFACE|No such interface supported
80000005|E_POINTER|Invalid pointer
80000006|E_HANDLE|Invalid handle
80000007|E_ABORT|Operation aborted
80000008|E_FAIL|Unspecified error
80000009|E_ACCESSDENIED|General access denied error
8000000A|E_PENDING|The data necessary to complete this operation is not yet available.
8000000B|E_BOUNDS|
8000000C|E_CHANGED_STATE|
8000000D|E_ILLEGAL_STATE_CHANGE|
8000000E|E_ILLEGAL_METHOD_CALL|
8000000F|RO_E_METADATA_NAME_NOT_FOUND|
80000010|RO_E_METADATA_NAME_IS_NAMESPACE|
80000011|RO_E_METADATA_INVALID_TYPE_FORMAT|
80000012|RO_E_INVALID_METADATA_FILE|
80000013|RO_E_CLOSED|
80000014|RO_E_EXCLUSIVE_WRITE|
80000015|RO_E_CHANGE_NOTIFICATION_IN_PROGRESS|
80000016|RO_E_ERROR_STRING_NOT_FOUND|
80000017|E_STRING_NOT_NULL_TERMINATED|
80000018|E_ILLEGAL_DELEGATE_ASSIGNMENT|
80000019|E_ASYNC_OPERATION_NOT_STARTED|
8000001A|E_APPLICATION_EXITING|
8000001B|E_APPLICATION_VIEW_EXITING|
8000001C|RO_E_MUST_BE_AGILE|
8000001D|RO_E_UNSUPPORTED_FROM_MTA|
8000001E|RO_E_COMMITTED|
8000001F|RO_E_BLOCKED_CROSS_ASTA_CALL|
80004001|E_NOTIMPL|Not implemented
80004002|E_NOINTERFACE|No such interface supported
80004003|E_POINTER|Invalid pointer
80004004|E_ABORT|Operation aborted
80004005|E_FAIL|Unspecified error
80004006|CO_E_INIT_TLS|Thread local storage failure.
80004007|CO_E_INIT_SHARED_ALLOCATOR|Get shared memory allocator failure.
80004008|CO_E_INIT_MEMORY_ALLOCATOR|Get memory allocator failure.
80004009|CO_E_INIT_CLASS_CACHE|Unable to initialize class cache.
8000400A|CO_E_INIT_RPC_CHANNEL|Unable to initialize remote procedure call (RPC) services.
8000400B|CO_E_INIT_TLS_SET_CHANNEL_CONTROL|Cannot set thread local storage channel control.
8000400C|CO_E_INIT_TLS_CHANNEL_CONTROL|Could not allocate thread local storage channel control.
8000400D|CO_E_INIT_UNACCEPTED_USER_ALLOCATOR|The user-supplied memory allocator is unacceptable.
8000400E|CO_E_INIT_SCM_MUTEX_EXISTS|The OLE service mutex already exists.
8000400F|CO_E_INIT_SCM_FILE_MAPPING_EXISTS|The OLE service file mapping already exists.
80004010|CO_E_INIT_SCM_MAP_VIEW_OF_FILE|Unable to map view of file for OLE service.
80004011|CO_E_INIT_SCM_EXEC_FAILURE|Failure attempting to launch OLE service.
80004012|CO_E_INIT_ONLY_SINGLE_THREADED|There was an attempt to call CoInitialize a second time while single-threaded.
80004013|CO_E_CANT_REMOTE|A Remote activation was necessary but was not allowed.
80004014|CO_E_BAD_SERVER_NAME|A Remote activation was necessary, but the server name provided was invalid.
80004015|CO_E_WRONG_SERVER_IDENTITY|The class is configured to run as a security ID different from the caller.
80004016|CO_E_OLE1DDE_DISABLED|Use of OLE1 services requiring Dynamic Data Exchange (DDE) Windows is disabled.
80004017|CO_E_RUNAS_SYNTAX|A RunAs specification must be <domain name>\\<user name> or simply <user name>.
80004018|CO_E_CREATEPROCESS_FAILURE|The server process could not be started. The path name may be incorrect.
80004019|CO_E_RUNAS_CREATEPROCESS_FAILURE|The server process could not be started as the configured identity. The path name may be incorrect or unavailable.
8000401A|CO_E_RUNAS_LOGON_FAILURE|The server process could not be started because the configured identity is incorrect. Check the user name and password.
8000401B|CO_E_LAUNCH_PERMSSION_DENIED|The client is not allowed to launch this server.
8000401C|CO_E_START_SERVICE_FAILURE|The service providing this server could not be started.
8000401D|CO_E_REMOTE_COMMUNICATION_FAILURE|This computer was unable to communicate with the computer providing the server.
8000401E|CO_E_SERVER_START_TIMEOUT|The server did not respond after being launched.
8000401F|CO_E_CLSREG_INCONSISTENT|The registration information for this server is inconsistent or incomplete.
80004020|CO_E_IIDREG_INCONSISTENT|The registration information for this interface is inconsistent or incomplete.
80004021|CO_E_NOT_SUPPORTED|The operation attempted is not supported.
80004022|CO_E_RELOAD_DLL|A DLL must be loaded.
80004023|CO_E_MSI_ERROR|A Microsoft Software Installer error was encountered.
80004024|CO_E_ATTEMPT_TO_CREATE_OUTSIDE_CLIENT_CONTEXT|The specified activation could not occur in the client context as specified.
80004025|CO_E_SERVER_PAUSED|Activations on the server are paused.
80004026|CO_E_SERVER_NOT_PAUSED|Activations on the server are not paused.
80004027|CO_E_CLASS_DISABLED|The component or application containing the component has been disabled.
80004028|CO_E_CLRNOTAVAILABLE|The common language runtime is not available.
80004029|CO_E_ASYNC_WORK_REJECTED|The thread-pool rejected the submitted asynchronous work.
8000402A|CO_E_SERVER_INIT_TIMEOUT|The server started, but it did not finish initializing in a timely fashion.
8000402B|CO_E_NO_SECCTX_IN_ACTIVATE|Unable to complete the call because there is no COM+ security context inside IObjectControl.Activate.
80004030|CO_E_TRACKER_CONFIG|The provided tracker configuration is invalid.
80004031|CO_E_THREADPOOL_CONFIG|The provided thread pool configuration is invalid.
80004032|CO_E_SXS_CONFIG|The provided side-by-side configuration is invalid.
80004033|CO_E_MALFORMED_SPN|The server principal name (SPN) obtained during security negotiation is malformed.
80004034|CO_E_UNREVOKED_REGISTRATION_ON_APARTMENT_SHUTDOWN|
80004035|CO_E_PREMATURE_STUB_RUNDOWN|
8000FFFF|E_UNEXPECTED|Catastrophic failure
80010001|RPC_E_CALL_REJECTED|Call was rejected by callee.
80010002|RPC_E_CALL_CANCELED|Call was canceled by the message filter.
80010003|RPC_E_CANTPOST_INSENDCALL|The caller is dispatching an intertask SendMessage call and cannot call out via PostMessage.
80010004|RPC_E_CANTCALLOUT_INASYNCCALL|The caller is dispatching an asynchronous call and cannot make an outgoing call on behalf of this call.
80010005|RPC_E_CANTCALLOUT_INEXTERNALCALL|It is illegal to call out while inside message filter.
80010006|RPC_E_CONNECTION_TERMINATED|The connection terminated or is in a bogus state and can no longer be used. Other connections are still valid.
80010007|RPC_E_SERVER_DIED|The callee (the server, not the server application) is not available and disappeared; all connections are invalid. The call may have executed.
80010008|RPC_E_CLIENT_DIED|The caller (client) disappeared while the callee (server) was processing a call.
80010009|RPC_E_INVALID_DATAPACKET|The data packet with the marshaled parameter data is incorrect.
8001000A|RPC_E_CANTTRANSMIT_CALL|The call was not transmitted properly; the message queue was full and was not emptied after yielding.
8001000B|RPC_E_CLIENT_CANTMARSHAL_DATA|The client RPC caller cannot marshal the parameter data due to errors (such as low memory).
8001000C|RPC_E_CLIENT_CANTUNMARSHAL_DATA|The client RPC caller cannot unmarshal the return data due to errors (such as low memory).
8001000D|RPC_E_SERVER_CANTMARSHAL_DATA|The server RPC callee cannot marshal the return data due to errors (such as low memory).
8001000E|RPC_E_SERVER_CANTUNMARSHAL_DATA|The server RPC callee cannot unmarshal the parameter data due to errors (such as low memory).
8001000F|RPC_E_INVALID_DATA|Received data is invalid. The data may be server or client data.
80010010|RPC_E_INVALID_PARAMETER|A particular parameter is invalid and cannot be (un)marshaled.
80010011|RPC_E_CANTCALLOUT_AGAIN|There is no second outgoing call on same channel in DDE conversation.
80010012|RPC_E_SERVER_DIED_DNE|The callee (the server, not the server application) is not available and disappeared; all connections are invalid. The call did not execute.
80010100|RPC_E_SYS_CALL_FAILED|System call failed.
80010101|RPC_E_OUT_OF_RESOURCES|Could not allocate some required resource (such as memory or events)
80010102|RPC_E_ATTEMPTED_MULTITHREAD|Attempted to make calls on more than one thread in single-threaded mode.
80010103|RPC_E_NOT_REGISTERED|The requested interface is not registered on the server object.
80010104|RPC_E_FAULT|RPC could not call the server or could not return the results of calling the server.
80010105|RPC_E_SERVERFAULT|The server threw an exception.
80010106|RPC_E_CHANGED_MODE|Cannot change thread mode after it is set.
80010107|RPC_E_INVALIDMETHOD|The method called does not exist on the server.
80010108|RPC_E_DISCONNECTED|The object invoked has disconnected from its clients.
80010109|RPC_E_RETRY|The object invoked chose not to process the call now. Try again later.
8001010A|RPC_E_SERVERCALL_RETRYLATER|The message filter indicated that the application is busy.
8001010B|RPC_E_SERVERCALL_REJECTED|The message filter rejected the call.
8001010C|RPC_E_INVALID_CALLDATA|A call control interface was called with invalid data.
8001010D|RPC_E_CANTCALLOUT_ININPUTSYNCCALL|An outgoing call cannot be made because the application is dispatching an input-synchronous call.
8001010E|RPC_E_WRONG_THREAD|The application called an interface that was marshaled for a different thread.
8001010F|RPC_E_THREAD_NOT_INIT|CoInitialize has not been called on the current thread.
80010110|RPC_E_VERSION_MISMATCH|The version of OLE on the client and server machines does not match.
80010111|RPC_E_INVALID_HEADER|OLE received a packet with an invalid header.
80010112|RPC_E_INVALID_EXTENSION|OLE received a packet with an invalid extension.
80010113|RPC_E_INVALID_IPID|The requested object or interface does not exist.
80010114|RPC_E_INVALID_OBJECT|The requested object does not exist.
80010115|RPC_S_CALLPENDING|OLE has sent a request and is waiting for a reply.
80010116|RPC_S_WAITONTIMER|OLE is waiting before retrying a request.
80010117|RPC_E_CALL_COMPLETE|Call context cannot be accessed after call completed.
80010118|RPC_E_UNSECURE_CALL|Impersonate on unsecure calls is not supported.
80010119|RPC_E_TOO_LATE|Security must be initialized before any interfaces are marshaled or unmarshaled. It cannot be changed after initialized.
8001011A|RPC_E_NO_GOOD_SECURITY_PACKAGES|No security packages are installed on this machine, the user is not logged on, or there are no compatible security packages between the client and server.
8001011B|RPC_E_ACCESS_DENIED|Access is denied.
8001011C|RPC_E_REMOTE_DISABLED|Remote calls are not allowed for this process.
8001011D|RPC_E_INVALID_OBJREF|The marshaled interface data packet (OBJREF) has an invalid or unknown format.
8001011E|RPC_E_NO_CONTEXT|No context is associated with this call. This happens for some custom marshaled calls and on the client side of the call.
8001011F|RPC_E_TIMEOUT|This operation returned because the time-out period expired.
80010120|RPC_E_NO_SYNC|There are no synchronize objects to wait on.
80010121|RPC_E_FULLSIC_REQUIRED|Full subject issuer chain Secure Sockets Layer (SSL) principal name expected from the server.
80010122|RPC_E_INVALID_STD_NAME|Principal name is not a valid Microsoft standard (msstd) name.
80010123|CO_E_FAILEDTOIMPERSONATE|Unable to impersonate DCOM client.
80010124|CO_E_FAILEDTOGETSECCTX|Unable to obtain server's security context.
80010125|CO_E_FAILEDTOOPENTHREADTOKEN|Unable to open the access token of the current thread.
80010126|CO_E_FAILEDTOGETTOKENINFO|Unable to obtain user information from an access token.
80010127|CO_E_TRUSTEEDOESNTMATCHCLIENT|The client who called IAccessControl::IsAccessPermitted was not the trustee provided to the method.
80010128|CO_E_FAILEDTOQUERYCLIENTBLANKET|Unable to obtain the client's security blanket.
80010129|CO_E_FAILEDTOSETDACL|Unable to set a discretionary access control list (ACL) into a security descriptor.
8001012A|CO_E_ACCESSCHECKFAILED|The system function AccessCheck returned false.
8001012B|CO_E_NETACCESSAPIFAILED|Either NetAccessDel or NetAccessAdd returned an error code.
8001012C|CO_E_WRONGTRUSTEENAMESYNTAX|One of the trustee strings provided by the user did not conform to the <Domain>\\<Name> syntax and it was not the *" string".
8001012D|CO_E_INVALIDSID|One of the security identifiers provided by the user was invalid.
8001012E|CO_E_CONVERSIONFAILED|Unable to convert a wide character trustee string to a multiple-byte trustee string.
8001012F|CO_E_NOMATCHINGSIDFOUND|Unable to find a security identifier that corresponds to a trustee string provided by the user.
80010130|CO_E_LOOKUPACCSIDFAILED|The system function LookupAccountSID failed.
80010131|CO_E_NOMATCHINGNAMEFOUND|Unable to find a trustee name that corresponds to a security identifier provided by the user.
80010132|CO_E_LOOKUPACCNAMEFAILED|The system function LookupAccountName failed.
80010133|CO_E_SETSERLHNDLFAILED|Unable to set or reset a serialization handle.
80010134|CO_E_FAILEDTOGETWINDIR|Unable to obtain the Windows directory.
80010135|CO_E_PATHTOOLONG|Path too long.
80010136|CO_E_FAILEDTOGENUUID|Unable to generate a UUID.
80010137|CO_E_FAILEDTOCREATEFILE|Unable to create file.
80010138|CO_E_FAILEDTOCLOSEHANDLE|Unable to close a serialization handle or a file handle.
80010139|CO_E_EXCEEDSYSACLLIMIT|The number of access control entries (ACEs) in an ACL exceeds the system limit.
8001013A|CO_E_ACESINWRONGORDER|Not all the DENY_ACCESS ACEs are arranged in front of the GRANT_ACCESS ACEs in the stream.
8001013B|CO_E_INCOMPATIBLESTREAMVERSION|The version of ACL format in the stream is not supported by this implementation of IAccessControl.
8001013C|CO_E_FAILEDTOOPENPROCESSTOKEN|Unable to open the access token of the server process.
8001013D|CO_E_DECODEFAILED|Unable to decode the ACL in the stream provided by the user.
8001013F|CO_E_ACNOTINITIALIZED|The COM IAccessControl object is not initialized.
80010140|CO_E_CANCEL_DISABLED|Call Cancellation is disabled.
8001FFFF|RPC_E_UNEXPECTED|An internal error occurred.
80020001|DISP_E_UNKNOWNINTERFACE|Unknown interface.
80020003|DISP_E_MEMBERNOTFOUND|Member not found.
80020004|DISP_E_PARAMNOTFOUND|Parameter not found.
80020005|DISP_E_TYPEMISMATCH|Type mismatch.
80020006|DISP_E_UNKNOWNNAME|Unknown name.
80020007|DISP_E_NONAMEDARGS|No named arguments.
80020008|DISP_E_BADVARTYPE|Bad variable type.
80020009|DISP_E_EXCEPTION|Exception occurred.
8002000A|DISP_E_OVERFLOW|Out of present range.
8002000B|DISP_E_BADINDEX|Invalid index.
8002000C|DISP_E_UNKNOWNLCID|Unknown language.
8002000D|DISP_E_ARRAYISLOCKED|Memory is locked.
8002000E|DISP_E_BADPARAMCOUNT|Invalid number of parameters.
8002000F|DISP_E_PARAMNOTOPTIONAL|Parameter not optional.
80020010|DISP_E_BADCALLEE|Invalid callee.
80020011|DISP_E_NOTACOLLECTION|Does not support a collection.
80020012|DISP_E_DIVBYZERO|Division by zero.
80020013|DISP_E_BUFFERTOOSMALL|Buffer too small.
80028016|TYPE_E_BUFFERTOOSMALL|Buffer too small.
80028017|TYPE_E_FIELDNOTFOUND|Field name not defined in the record.
80028018|TYPE_E_INVDATAREAD|Old format or invalid type library.
80028019|TYPE_E_UNSUPFORMAT|Old format or invalid type library.
8002801C|TYPE_E_REGISTRYACCESS|Error accessing the OLE registry.
8002801D|TYPE_E_LIBNOTREGISTERED|Library not registered.
80028027|TYPE_E_UNDEFINEDTYPE|Bound to unknown type.
80028028|TYPE_E_QUALIFIEDNAMEDISALLOWED|Qualified name disallowed.
80028029|TYPE_E_INVALIDSTATE|Invalid forward reference, or reference to uncompiled type.
8002802A|TYPE_E_WRONGTYPEKIND|Type mismatch.
8002802B|TYPE_E_ELEMENTNOTFOUND|Element not found.
8002802C|TYPE_E_AMBIGUOUSNAME|Ambiguous name.
8002802D|TYPE_E_NAMECONFLICT|Name already exists in the library.
8002802E|TYPE_E_UNKNOWNLCID|Unknown language code identifier (LCID).
8002802F|TYPE_E_DLLFUNCTIONNOTFOUND|Function not defined in specified DLL.
800288BD|TYPE_E_BADMODULEKIND|Wrong module kind for the operation.
800288C5|TYPE_E_SIZETOOBIG|Size may not exceed 64 KB.
800288C6|TYPE_E_DUPLICATEID|Duplicate ID in inheritance hierarchy.
800288CF|TYPE_E_INVALIDID|Incorrect inheritance depth in standard OLE hmember.
80028CA0|TYPE_E_TYPEMISMATCH|Type mismatch.
80028CA1|TYPE_E_OUTOFBOUNDS|Invalid number of arguments.
80028CA2|TYPE_E_IOERROR|I/O error.
80028CA3|TYPE_E_CANTCREATETMPFILE|Error creating unique .tmp file.
80029C4A|TYPE_E_CANTLOADLIBRARY|Error loading type library or DLL.
80029C83|TYPE_E_INCONSISTENTPROPFUNCS|Inconsistent property functions.
80029C84|TYPE_E_CIRCULARTYPE|Circular dependency between types and modules.
80030001|STG_E_INVALIDFUNCTION|Unable to perform requested operation.
80030002|STG_E_FILENOTFOUND|%1 could not be found.
80030003|STG_E_PATHNOTFOUND|The path %1 could not be found.
80030004|STG_E_TOOMANYOPENFILES|There are insufficient resources to open another file.
80030005|STG_E_ACCESSDENIED|Access denied.
80030006|STG_E_INVALIDHANDLE|Attempted an operation on an invalid object.
80030008|STG_E_INSUFFICIENTMEMORY|There is insufficient memory available to complete operation.
80030009|STG_E_INVALIDPOINTER|Invalid pointer error.
80030012|STG_E_NOMOREFILES|There are no more entries to return.
80030013|STG_E_DISKISWRITEPROTECTED|Disk is write-protected.
80030019|STG_E_SEEKERROR|An error occurred during a seek operation.
8003001D|STG_E_WRITEFAULT|A disk error occurred during a write operation.
8003001E|STG_E_READFAULT|A disk error occurred during a read operation.
80030020|STG_E_SHAREVIOLATION|A share violation has occurred.
80030021|STG_E_LOCKVIOLATION|A lock violation has occurred.
80030050|STG_E_FILEALREADYEXISTS|%1 already exists.
80030057|STG_E_INVALIDPARAMETER|Invalid parameter error.
80030070|STG_E_MEDIUMFULL|There is insufficient disk space to complete operation.
800300F0|STG_E_PROPSETMISMATCHED|Illegal write of non-simple property to simple property set.
800300FA|STG_E_ABNORMALAPIEXIT|An application programming interface (API) call exited abnormally.
800300FB|STG_E_INVALIDHEADER|The file %1 is not a valid compound file.
800300FC|STG_E_INVALIDNAME|The name %1 is not valid.
800300FD|STG_E_UNKNOWN|An unexpected error occurred.
800300FE|STG_E_UNIMPLEMENTEDFUNCTION|That function is not implemented.
800300FF|STG_E_INVALIDFLAG|Invalid flag error.
80030100|STG_E_INUSE|Attempted to use an object that is busy.
80030101|STG_E_NOTCURRENT|The storage has been changed since the last commit.
80030102|STG_E_REVERTED|Attempted to use an object that has ceased to exist.
80030103|STG_E_CANTSAVE|Cannot save.
80030104|STG_E_OLDFORMAT|The compound file %1 was produced with an incompatible version of storage.
80030105|STG_E_OLDDLL|The compound file %1 was produced with a newer version of storage.
80030106|STG_E_SHAREREQUIRED|Share.exe or equivalent is required for operation.
80030107|STG_E_NOTFILEBASEDSTORAGE|Illegal operation called on non-file based storage.
80030108|STG_E_EXTANTMARSHALLINGS|Illegal operation called on object with extant marshalings.
80030109|STG_E_DOCFILECORRUPT|The docfile has been corrupted.
80030110|STG_E_BADBASEADDRESS|OLE32.DLL has been loaded at the wrong address.
80030111|STG_E_DOCFILETOOLARGE|The compound file is too large for the current implementation.
80030112|STG_E_NOTSIMPLEFORMAT|The compound file was not created with the STGM_SIMPLE flag.
80030201|STG_E_INCOMPLETE|The file download was aborted abnormally. The file is incomplete.
80030202|STG_E_TERMINATED|The file download has been terminated.
80030305|STG_E_STATUS_COPY_PROTECTION_FAILURE|Generic Copy Protection Error.
80030306|STG_E_CSS_AUTHENTICATION_FAILURE|Copy Protection Error-DVD CSS Authentication failed.
80030307|STG_E_CSS_KEY_NOT_PRESENT|Copy Protection Error-The given sector does not have a valid CSS key.
80030308|STG_E_CSS_KEY_NOT_ESTABLISHED|Copy Protection Error-DVD session key not established.
80030309|STG_E_CSS_SCRAMBLED_SECTOR|Copy Protection Error-The read failed because the sector is encrypted.
8003030A|STG_E_CSS_REGION_MISMATCH|Copy Protection Error-The current DVD's region does not correspond to the region setting of the drive.
8003030B|STG_E_RESETS_EXHAUSTED|Copy Protection Error-The drive's region setting may be permanent or the number of user resets has been exhausted.
80040000|OLE_E_OLEVERB|Invalid OLEVERB structure.
80040001|OLE_E_ADVF|Invalid advise flags.
80040002|OLE_E_ENUM_NOMORE|Cannot enumerate any more because the associated data is missing.
80040003|OLE_E_ADVISENOTSUPPORTED|This implementation does not take advises.
80040004|OLE_E_NOCONNECTION|There is no connection for this connection ID.
80040005|OLE_E_NOTRUNNING|Need to run the object to perform this operation.
80040006|OLE_E_NOCACHE|There is no cache to operate on.
80040007|OLE_E_BLANK|Uninitialized object.
80040008|OLE_E_CLASSDIFF|Linked object's source class has changed.
80040009|OLE_E_CANT_GETMONIKER|Not able to get the moniker of the object.
8004000A|OLE_E_CANT_BINDTOSOURCE|Not able to bind to the source.
8004000B|OLE_E_STATIC|Object is static; operation not allowed.
8004000C|OLE_E_PROMPTSAVECANCELLED|User canceled out of the Save dialog box.
8004000D|OLE_E_INVALIDRECT|Invalid rectangle.
8004000E|OLE_E_WRONGCOMPOBJ|compobj.dll is too old for the ole2.dll initialized.
8004000F|OLE_E_INVALIDHWND|Invalid window handle.
80040010|OLE_E_NOT_INPLACEACTIVE|Object is not in any of the inplace active states.
80040011|OLE_E_CANTCONVERT|Not able to convert object.
80040012|OLE_E_NOSTORAGE|Not able to perform the operation because object is not given storage yet.
80040064|DV_E_FORMATETC|Invalid FORMATETC structure.
80040065|DV_E_DVTARGETDEVICE|Invalid DVTARGETDEVICE structure.
80040066|DV_E_STGMEDIUM|Invalid STDGMEDIUM structure.
80040067|DV_E_STATDATA|Invalid STATDATA structure.
80040068|DV_E_LINDEX|Invalid lindex.
80040069|DV_E_TYMED|Invalid TYMED structure.
8004006A|DV_E_CLIPFORMAT|Invalid clipboard format.
8004006B|DV_E_DVASPECT|Invalid aspects.
8004006C|DV_E_DVTARGETDEVICE_SIZE|The tdSize parameter of the DVTARGETDEVICE structure is invalid.
8004006D|DV_E_NOIVIEWOBJECT|Object does not support IViewObject interface.
80040100|DRAGDROP_E_NOTREGISTERED|Trying to revoke a drop target that has not been registered.
80040101|DRAGDROP_E_ALREADYREGISTERED|This window has already been registered as a drop target.
80040102|DRAGDROP_E_INVALIDHWND|Invalid window handle.
80040103|DRAGDROP_E_CONCURRENT_DRAG_ATTEMPTED|
80040110|CLASS_E_NOAGGREGATION|Class does not support aggregation (or class object is remote).
80040111|CLASS_E_CLASSNOTAVAILABLE|ClassFactory cannot supply requested class.
80040112|CLASS_E_NOTLICENSED|Class is not licensed for use.
80040140|VIEW_E_DRAW|Error drawing view.
80040150|REGDB_E_READREGDB|Could not read key from registry.
80040151|REGDB_E_WRITEREGDB|Could not write key to registry.
80040152|REGDB_E_KEYMISSING|Could not find the key in the registry.
80040153|REGDB_E_INVALIDVALUE|Invalid value for registry.
80040154|REGDB_E_CLASSNOTREG|Class not registered.
80040155|REGDB_E_IIDNOTREG|Interface not registered.
80040156|REGDB_E_BADTHREADINGMODEL|Threading model entry is not valid.
80040160|CAT_E_CATIDNOEXIST|CATID does not exist.
80040161|CAT_E_NODESCRIPTION|Description not found.
80040164|CS_E_PACKAGE_NOTFOUND|No package in the software installation data in Active Directory meets this criteria.
80040165|CS_E_NOT_DELETABLE|Deleting this will break the referential integrity of the software installation data in Active Directory.
80040166|CS_E_CLASS_NOTFOUND|The CLSID was not found in the software installation data in Active Directory.
80040167|CS_E_INVALID_VERSION|The software installation data in Active Directory is corrupt.
80040168|CS_E_NO_CLASSSTORE|There is no software installation data in Active Directory.
80040169|CS_E_OBJECT_NOTFOUND|There is no software installation data object in Active Directory.
8004016A|CS_E_OBJECT_ALREADY_EXISTS|The software installation data object in Active Directory already exists.
8004016B|CS_E_INVALID_PATH|The path to the software installation data in Active Directory is not correct.
8004016C|CS_E_NETWORK_ERROR|A network error interrupted the operation.
8004016D|CS_E_ADMIN_LIMIT_EXCEEDED|The size of this object exceeds the maximum size set by the administrator.
8004016E|CS_E_SCHEMA_MISMATCH|The schema for the software installation data in Active Directory does not match the required schema.
8004016F|CS_E_INTERNAL_ERROR|An error occurred in the software installation data in Active Directory.
80040170|CACHE_E_NOCACHE_UPDATED|Cache not updated.
80040180|OLEOBJ_E_NOVERBS|No verbs for OLE object.
80040181|OLEOBJ_E_INVALIDVERB|Invalid verb for OLE object.
800401A0|INPLACE_E_NOTUNDOABLE|Undo is not available.
800401A1|INPLACE_E_NOTOOLSPACE|Space for tools is not available.
800401C0|CONVERT10_E_OLESTREAM_GET|OLESTREAM Get method failed.
800401C1|CONVERT10_E_OLESTREAM_PUT|OLESTREAM Put method failed.
800401C2|CONVERT10_E_OLESTREAM_FMT|Contents of the OLESTREAM not in correct format.
800401C3|CONVERT10_E_OLESTREAM_BITMAP_TO_DIB|There was an error in a Windows GDI call while converting the bitmap to a device-independent bitmap (DIB).
800401C4|CONVERT10_E_STG_FMT|Contents of the IStorage not in correct format.
800401C5|CONVERT10_E_STG_NO_STD_STREAM|Contents of IStorage is missing one of the standard streams.
800401C6|CONVERT10_E_STG_DIB_TO_BITMAP|There was an error in a Windows Graphics Device Interface (GDI) call while converting the DIB to a bitmap.
800401D0|CLIPBRD_E_CANT_OPEN|OpenClipboard failed.
800401D1|CLIPBRD_E_CANT_EMPTY|EmptyClipboard failed.
800401D2|CLIPBRD_E_CANT_SET|SetClipboard failed.
800401D3|CLIPBRD_E_BAD_DATA|Data on clipboard is invalid.
800401D4|CLIPBRD_E_CANT_CLOSE|CloseClipboard failed.
800401E0|MK_E_CONNECTMANUALLY|Moniker needs to be connected manually.
800401E1|MK_E_EXCEEDEDDEADLINE|Operation exceeded deadline.
800401E2|MK_E_NEEDGENERIC|Moniker needs to be generic.
800401E3|MK_E_UNAVAILABLE|Operation unavailable.
800401E4|MK_E_SYNTAX|Invalid syntax.
800401E5|MK_E_NOOBJECT|No object for moniker.
800401E6|MK_E_INVALIDEXTENSION|Bad extension for file.
800401E7|MK_E_INTERMEDIATEINTERFACENOTSUPPORTED|Intermediate operation failed.
800401E8|MK_E_NOTBINDABLE|Moniker is not bindable.
800401E9|MK_E_NOTBOUND|Moniker is not bound.
800401EA|MK_E_CANTOPENFILE|Moniker cannot open file.
800401EB|MK_E_MUSTBOTHERUSER|User input required for operation to succeed.
800401EC|MK_E_NOINVERSE|Moniker class has no inverse.
800401ED|MK_E_NOSTORAGE|Moniker does not refer to storage.
800401EE|MK_E_NOPREFIX|No common prefix.
800401EF|MK_E_ENUMERATION_FAILED|Moniker could not be enumerated.
800401F0|CO_E_NOTINITIALIZED|CoInitialize has not been called.
800401F1|CO_E_ALREADYINITIALIZED|CoInitialize has already been called.
800401F2|CO_E_CANTDETERMINECLASS|Class of object cannot be determined.
800401F3|CO_E_CLASSSTRING|Invalid class string.
800401F4|CO_E_IIDSTRING|Invalid interface string.
800401F5|CO_E_APPNOTFOUND|Application not found.
800401F6|CO_E_APPSINGLEUSE|Application cannot be run more than once.
800401F7|CO_E_ERRORINAPP|Some error in application.
800401F8|CO_E_DLLNOTFOUND|DLL for class not found.
800401F9|CO_E_ERRORINDLL|Error in the DLL.
800401FA|CO_E_WRONGOSFORAPP|Wrong operating system or operating system version for application.
800401FB|CO_E_OBJNOTREG|Object is not registered.
800401FC|CO_E_OBJISREG|Object is already registered.
800401FD|CO_E_OBJNOTCONNECTED|Object is not connected to server.
800401FE|CO_E_APPDIDNTREG|Application was launched, but it did not register a class factory.
800401FF|CO_E_RELEASED|Object has been released.
80040201|EVENT_E_ALL_SUBSCRIBERS_FAILED|An event was unable to invoke any of the subscribers.
80040203|EVENT_E_QUERYSYNTAX|A syntax error occurred trying to evaluate a query string.
80040204|EVENT_E_QUERYFIELD|An invalid field name was used in a query string.
80040205|EVENT_E_INTERNALEXCEPTION|An unexpected exception was raised.
80040206|EVENT_E_INTERNALERROR|An unexpected internal error was detected.
80040207|EVENT_E_INVALID_PER_USER_SID|The owner security identifier (SID) on a per-user subscription does not exist.
80040208|EVENT_E_USER_EXCEPTION|A user-supplied component or subscriber raised an exception.
80040209|EVENT_E_TOO_MANY_METHODS|An interface has too many methods to fire events from.
8004020A|EVENT_E_MISSING_EVENTCLASS|A subscription cannot be stored unless its event class already exists.
8004020B|EVENT_E_NOT_ALL_REMOVED|Not all the objects requested could be removed.
8004020C|EVENT_E_COMPLUS_NOT_INSTALLED|COM+ is required for this operation, but it is not installed.
8004020D|EVENT_E_CANT_MODIFY_OR_DELETE_UNCONFIGURED_OBJECT|Cannot modify or delete an object that was not added using the COM+ Administrative SDK.
8004020E|EVENT_E_CANT_MODIFY_OR_DELETE_CONFIGURED_OBJECT|Cannot modify or delete an object that was added using the COM+ Administrative SDK.
8004020F|EVENT_E_INVALID_EVENT_CLASS_PARTITION|The event class for this subscription is in an invalid partition.
80040210|EVENT_E_PER_USER_SID_NOT_LOGGED_ON|The owner of the PerUser subscription is not logged on to the system specified.
80040212|TPC_E_NO_DEFAULT_TABLET|
80040219|TPC_E_INVALID_INPUT_RECT|
8004021B|TPC_E_UNKNOWN_PROPERTY|
80040222|TPC_E_INVALID_STROKE|
80040223|TPC_E_INITIALIZE_FAIL|
80040232|TPC_E_NOT_RELEVANT|
80040233|TPC_E_INVALID_PACKET_DESCRIPTION|
80040235|TPC_E_RECOGNIZER_NOT_REGISTERED|
80040236|TPC_E_INVALID_RIGHTS|
80040237|TPC_E_OUT_OF_ORDER_CALL|
80040238|TPC_E_QUEUE_FULL|
80040239|TPC_E_INVALID_CONFIGURATION|
8004023A|TPC_E_INVALID_DATA_FROM_RECOGNIZER|
80040241|TPC_E_INVALID_PROPERTY|
80041309|SCHED_E_TRIGGER_NOT_FOUND|Trigger not found.
8004130A|SCHED_E_TASK_NOT_READY|One or more of the properties that are needed to run this task have not been set.
8004130B|SCHED_E_TASK_NOT_RUNNING|There is no running instance of the task.
8004130C|SCHED_E_SERVICE_NOT_INSTALLED|The Task Scheduler service is not installed on this computer.
8004130D|SCHED_E_CANNOT_OPEN_TASK|The task object could not be opened.
8004130E|SCHED_E_INVALID_TASK|The object is either an invalid task object or is not a task object.
8004130F|SCHED_E_ACCOUNT_INFORMATION_NOT_SET|No account information could be found in the Task Scheduler security database for the task indicated.
80041310|SCHED_E_ACCOUNT_NAME_NOT_FOUND|Unable to establish existence of the account specified.
80041311|SCHED_E_ACCOUNT_DBASE_CORRUPT|Corruption was detected in the Task Scheduler security database; the database has been reset.
80041312|SCHED_E_NO_SECURITY_SERVICES|Task Scheduler security services are available only on Windows NT.
80041313|SCHED_E_UNKNOWN_OBJECT_VERSION|The task object version is either unsupported or invalid.
80041314|SCHED_E_UNSUPPORTED_ACCOUNT_OPTION|The task has been configured with an unsupported combination of account settings and run-time options.
80041315|SCHED_E_SERVICE_NOT_RUNNING|The Task Scheduler service is not running.
80041316|SCHED_E_UNEXPECTEDNODE|The task XML contains an unexpected node.
80041317|SCHED_E_NAMESPACE|The task XML contains an element or attribute from an unexpected namespace.
80041318|SCHED_E_INVALIDVALUE|The task XML contains a value that is incorrectly formatted or out of range.
80041319|SCHED_E_MISSINGNODE|The task XML is missing a required element or attribute.
8004131A|SCHED_E_MALFORMEDXML|The task XML is malformed.
8004131D|SCHED_E_TOO_MANY_NODES|The task XML contains too many nodes of the same type.
8004131E|SCHED_E_PAST_END_BOUNDARY|The task cannot be started after the trigger's end boundary.
8004131F|SCHED_E_ALREADY_RUNNING|An instance of this task is already running.
80041320|SCHED_E_USER_NOT_LOGGED_ON|The task will not run because the user is not logged on.
80041321|SCHED_E_INVALID_TASK_HASH|The task image is corrupt or has been tampered with.
80041322|SCHED_E_SERVICE_NOT_AVAILABLE|The Task Scheduler service is not available.
80041323|SCHED_E_SERVICE_TOO_BUSY|The Task Scheduler service is too busy to handle your request. Try again later.
80041324|SCHED_E_TASK_ATTEMPTED|The Task Scheduler service attempted to run the task, but the task did not run due to one of the constraints in the task definition.
80041326|SCHED_E_TASK_DISABLED|
80041327|SCHED_E_TASK_NOT_V1_COMPAT|
80041328|SCHED_E_START_ON_DEMAND|
80041329|SCHED_E_TASK_NOT_UBPM_COMPAT|
80041330|SCHED_E_DEPRECATED_FEATURE_USED|
8004D000|XACT_E_ALREADYOTHERSINGLEPHASE|Another single phase resource manager has already been enlisted in this transaction.
8004D001|XACT_E_CANTRETAIN|A retaining commit or abort is not supported.
8004D002|XACT_E_COMMITFAILED|The transaction failed to commit for an unknown reason. The transaction was aborted.
8004D003|XACT_E_COMMITPREVENTED|Cannot call commit on this transaction object because the calling application did not initiate the transaction.
8004D004|XACT_E_HEURISTICABORT|Instead of committing, the resource heuristically aborted.
8004D005|XACT_E_HEURISTICCOMMIT|Instead of aborting, the resource heuristically committed.
8004D006|XACT_E_HEURISTICDAMAGE|Some of the states of the resource were committed while others were aborted, likely because of heuristic decisions.
8004D007|XACT_E_HEURISTICDANGER|Some of the states of the resource may have been committed while others may have been aborted, likely because of heuristic decisions.
8004D008|XACT_E_ISOLATIONLEVEL|The requested isolation level is not valid or supported.
8004D009|XACT_E_NOASYNC|The transaction manager does not support an asynchronous operation for this method.
8004D00A|XACT_E_NOENLIST|Unable to enlist in the transaction.
8004D00B|XACT_E_NOISORETAIN|The requested semantics of retention of isolation across retaining commit and abort boundaries cannot be supported by this transaction implementation, or isoFlags was not equal to 0.
8004D00C|XACT_E_NORESOURCE|There is no resource presently associated with this enlistment.
8004D00D|XACT_E_NOTCURRENT|The transaction failed to commit due to the failure of optimistic concurrency control in at least one of the resource managers.
8004D00E|XACT_E_NOTRANSACTION|The transaction has already been implicitly or explicitly committed or aborted.
8004D00F|XACT_E_NOTSUPPORTED|An invalid combination of flags was specified.
8004D010|XACT_E_UNKNOWNRMGRID|The resource manager ID is not associated with this transaction or the transaction manager.
8004D011|XACT_E_WRONGSTATE|This method was called in the wrong state.
8004D012|XACT_E_WRONGUOW|The indicated unit of work does not match the unit of work expected by the resource manager.
8004D013|XACT_E_XTIONEXISTS|An enlistment in a transaction already exists.
8004D014|XACT_E_NOIMPORTOBJECT|An import object for the transaction could not be found.
8004D015|XACT_E_INVALIDCOOKIE|The transaction cookie is invalid.
8004D016|XACT_E_INDOUBT|The transaction status is in doubt. A communication failure occurred, or a transaction manager or resource manager has failed.
8004D017|XACT_E_NOTIMEOUT|A time-out was specified, but time-outs are not supported.
8004D018|XACT_E_ALREADYINPROGRESS|The requested operation is already in progress for the transaction.
8004D019|XACT_E_ABORTED|The transaction has already been aborted.
8004D01A|XACT_E_LOGFULL|The Transaction Manager returned a log full error.
8004D01B|XACT_E_TMNOTAVAILABLE|The transaction manager is not available.
8004D01C|XACT_E_CONNECTION_DOWN|A connection with the transaction manager was lost.
8004D01D|XACT_E_CONNECTION_DENIED|A request to establish a connection with the transaction manager was denied.
8004D01E|XACT_E_REENLISTTIMEOUT|Resource manager reenlistment to determine transaction status timed out.
8004D01F|XACT_E_TIP_CONNECT_FAILED|The transaction manager failed to establish a connection with another Transaction Internet Protocol (TIP) transaction manager.
8004D020|XACT_E_TIP_PROTOCOL_ERROR|The transaction manager encountered a protocol error with another TIP transaction manager.
8004D021|XACT_E_TIP_PULL_FAILED|The transaction manager could not propagate a transaction from another TIP transaction manager.
8004D022|XACT_E_DEST_TMNOTAVAILABLE|The transaction manager on the destination machine is not available.
8004D023|XACT_E_TIP_DISABLED|The transaction manager has disabled its support for TIP.
8004D024|XACT_E_NETWORK_TX_DISABLED|The transaction manager has disabled its support for remote or network transactions.
8004D025|XACT_E_PARTNER_NETWORK_TX_DISABLED|The partner transaction manager has disabled its support for remote or network transactions.
8004D026|XACT_E_XA_TX_DISABLED|The transaction manager has disabled its support for XA transactions.
8004D027|XACT_E_UNABLE_TO_READ_DTC_CONFIG|Microsoft Distributed Transaction Coordinator (MSDTC) was unable to read its configuration information.
8004D028|XACT_E_UNABLE_TO_LOAD_DTC_PROXY|MSDTC was unable to load the DTC proxy DLL.
8004D029|XACT_E_ABORTING|The local transaction has aborted.
8004D02A|XACT_E_PUSH_COMM_FAILURE|
8004D02B|XACT_E_PULL_COMM_FAILURE|
8004D02C|XACT_E_LU_TX_DISABLED|
8004D080|XACT_E_CLERKNOTFOUND|The specified CRM clerk was not found. It may have completed before it could be held.
8004D081|XACT_E_CLERKEXISTS|The specified CRM clerk does not exist.
8004D082|XACT_E_RECOVERYINPROGRESS|Recovery of the CRM log file is still in progress.
8004D083|XACT_E_TRANSACTIONCLOSED|The transaction has completed, and the log records have been discarded from the log file. They are no longer available.
8004D084|XACT_E_INVALIDLSN|lsnToRead is outside of the current limits of the log
8004D085|XACT_E_REPLAYREQUEST|The COM+ Compensating Resource Manager has records it wishes to replay.
8004D100|XACT_E_CONNECTION_REQUEST_DENIED|The request to connect to the specified transaction coordinator was denied.
8004D101|XACT_E_TOOMANY_ENLISTMENTS|The maximum number of enlistments for the specified transaction has been reached.
8004D102|XACT_E_DUPLICATE_GUID|A resource manager with the same identifier is already registered with the specified transaction coordinator.
8004D103|XACT_E_NOTSINGLEPHASE|The prepare request given was not eligible for single-phase optimizations.
8004D104|XACT_E_RECOVERYALREADYDONE|RecoveryComplete has already been called for the given resource manager.
8004D105|XACT_E_PROTOCOL|The interface call made was incorrect for the current state of the protocol.
8004D106|XACT_E_RM_FAILURE|The xa_open call failed for the XA resource.
8004D107|XACT_E_RECOVERY_FAILED|The xa_recover call failed for the XA resource.
8004D108|XACT_E_LU_NOT_FOUND|The logical unit of work specified cannot be found.
8004D109|XACT_E_DUPLICATE_LU|The specified logical unit of work already exists.
8004D10A|XACT_E_LU_NOT_CONNECTED|Subordinate creation failed. The specified logical unit of work was not connected.
8004D10B|XACT_E_DUPLICATE_TRANSID|A transaction with the given identifier already exists.
8004D10C|XACT_E_LU_BUSY|The resource is in use.
8004D10D|XACT_E_LU_NO_RECOVERY_PROCESS|The LU Recovery process is down.
8004D10E|XACT_E_LU_DOWN|The remote session was lost.
8004D10F|XACT_E_LU_RECOVERING|The resource is currently recovering.
8004D110|XACT_E_LU_RECOVERY_MISMATCH|There was a mismatch in driving recovery.
8004D111|XACT_E_RM_UNAVAILABLE|An error occurred with the XA resource.
8004E002|CONTEXT_E_ABORTED|The root transaction wanted to commit, but the transaction aborted.
8004E003|CONTEXT_E_ABORTING|The COM+ component on which the method call was made has a transaction that has already aborted or is in the process of aborting.
8004E004|CONTEXT_E_NOCONTEXT|There is no Microsoft Transaction Server (MTS) object context.
8004E005|CONTEXT_E_WOULD_DEADLOCK|The component is configured to use synchronization, and this method call would cause a deadlock to occur.
8004E006|CONTEXT_E_SYNCH_TIMEOUT|The component is configured to use synchronization, and a thread has timed out waiting to enter the context.
8004E007|CONTEXT_E_OLDREF|You made a method call on a COM+ component that has a transaction that has already committed or aborted.
8004E00C|CONTEXT_E_ROLENOTFOUND|The specified role was not configured for the application.
8004E00F|CONTEXT_E_TMNOTAVAILABLE|COM+ was unable to talk to the MSDTC.
8004E021|CO_E_ACTIVATIONFAILED|An unexpected error occurred during COM+ activation.
8004E022|CO_E_ACTIVATIONFAILED_EVENTLOGGED|COM+ activation failed. Check the event log for more information.
8004E023|CO_E_ACTIVATIONFAILED_CATALOGERROR|COM+ activation failed due to a catalog or configuration error.
8004E024|CO_E_ACTIVATIONFAILED_TIMEOUT|COM+ activation failed because the activation could not be completed in the specified amount of time.
8004E025|CO_E_INITIALIZATIONFAILED|COM+ activation failed because an initialization function failed. Check the event log for more information.
8004E026|CONTEXT_E_NOJIT|The requested operation requires that just-in-time (JIT) be in the current context, and it is not.
8004E027|CONTEXT_E_NOTRANSACTION|The requested operation requires that the current context have a transaction, and it does not.
8004E028|CO_E_THREADINGMODEL_CHANGED|The components threading model has changed after install into a COM+ application. Re-install component.
8004E029|CO_E_NOIISINTRINSICS|Internet Information Services (IIS) intrinsics not available. Start your work with IIS.
8004E02A|CO_E_NOCOOKIES|An attempt to write a cookie failed.
8004E02B|CO_E_DBERROR|An attempt to use a database generated a database-specific error.
8004E02C|CO_E_NOTPOOLED|The COM+ component you created must use object pooling to work.
8004E02D|CO_E_NOTCONSTRUCTED|The COM+ component you created must use object construction to work correctly.
8004E02E|CO_E_NOSYNCHRONIZATION|The COM+ component requires synchronization, and it is not configured for it.
8004E02F|CO_E_ISOLEVELMISMATCH|The TxIsolation Level property for the COM+ component being created is stronger than the TxIsolationLevel for the root.
8004E030|CO_E_CALL_OUT_OF_TX_SCOPE_NOT_ALLOWED|The component attempted to make a cross-context call between invocations of EnterTransactionScope and ExitTransactionScope. This is not allowed. Cross-context calls cannot be made while inside a transaction scope.
8004E031|CO_E_EXIT_TRANSACTION_SCOPE_NOT_CALLED|The component made a call to EnterTransactionScope, but did not make a corresponding call to ExitTransactionScope before returning.
80070005|E_ACCESSDENIED|
80070006|E_HANDLE|
8007000E|E_OUTOFMEMORY|
80070057|E_INVALIDARG|
80080001|CO_E_CLASS_CREATE_FAILED|Attempt to create a class object failed.
80080002|CO_E_SCM_ERROR|OLE service could not bind object.
80080003|CO_E_SCM_RPC_FAILURE|RPC communication failed with OLE service.
80080004|CO_E_BAD_PATH|Bad path to object.
80080005|CO_E_SERVER_EXEC_FAILURE|Server execution failed.
80080006|CO_E_OBJSRV_RPC_FAILURE|OLE service could not communicate with the object server.
80080007|MK_E_NO_NORMALIZED|Moniker path could not be normalized.
80080008|CO_E_SERVER_STOPPING|Object server is stopping when OLE service contacts it.
80080009|MEM_E_INVALID_ROOT|An invalid root block pointer was specified.
80080010|MEM_E_INVALID_LINK|An allocation chain contained an invalid link pointer.
80080011|MEM_E_INVALID_SIZE|The requested allocation size was too large.
80080015|CO_E_MISSING_DISPLAYNAME|The activation requires a display name to be present under the class identifier (CLSID) key.
80080016|CO_E_RUNAS_VALUE_MUST_BE_AAA|The activation requires that the RunAs value for the application is Activate As Activator.
80080017|CO_E_ELEVATION_DISABLED|The class is not configured to support elevated activation.
80080200|APPX_E_PACKAGING_INTERNAL|
80080201|APPX_E_INTERLEAVING_NOT_ALLOWED|
80080202|APPX_E_RELATIONSHIPS_NOT_ALLOWED|
80080203|APPX_E_MISSING_REQUIRED_FILE|
80080204|APPX_E_INVALID_MANIFEST|
80080205|APPX_E_INVALID_BLOCKMAP|
80080206|APPX_E_CORRUPT_CONTENT|
80080207|APPX_E_BLOCK_HASH_INVALID|
80080208|APPX_E_REQUESTED_RANGE_TOO_LARGE|
80080209|APPX_E_INVALID_SIP_CLIENT_DATA|
80080300|BT_E_SPURIOUS_ACTIVATION|
80190001|HTTP_E_STATUS_UNEXPECTED|
80190003|HTTP_E_STATUS_UNEXPECTED_REDIRECTION|
80190004|HTTP_E_STATUS_UNEXPECTED_CLIENT_ERROR|
80190005|HTTP_E_STATUS_UNEXPECTED_SERVER_ERROR|
8019012C|HTTP_E_STATUS_AMBIGUOUS|
8019012D|HTTP_E_STATUS_MOVED|
8019012E|HTTP_E_STATUS_REDIRECT|
8019012F|HTTP_E_STATUS_REDIRECT_METHOD|
80190130|HTTP_E_STATUS_NOT_MODIFIED|
80190131|HTTP_E_STATUS_USE_PROXY|
80190133|HTTP_E_STATUS_REDIRECT_KEEP_VERB|
80190190|HTTP_E_STATUS_BAD_REQUEST|
80190191|HTTP_E_STATUS_DENIED|
80190192|HTTP_E_STATUS_PAYMENT_REQ|
80190193|HTTP_E_STATUS_FORBIDDEN|
80190194|HTTP_E_STATUS_NOT_FOUND|
80190195|HTTP_E_STATUS_BAD_METHOD|
80190196|HTTP_E_STATUS_NONE_ACCEPTABLE|
80190197|HTTP_E_STATUS_PROXY_AUTH_REQ|
80190198|HTTP_E_STATUS_REQUEST_TIMEOUT|
80190199|HTTP_E_STATUS_CONFLICT|
8019019A|HTTP_E_STATUS_GONE|
8019019B|HTTP_E_STATUS_LENGTH_REQUIRED|
8019019C|HTTP_E_STATUS_PRECOND_FAILED|
8019019D|HTTP_E_STATUS_REQUEST_TOO_LARGE|
8019019E|HTTP_E_STATUS_URI_TOO_LONG|
8019019F|HTTP_E_STATUS_UNSUPPORTED_MEDIA|
801901A0|HTTP_E_STATUS_RANGE_NOT_SATISFIABLE|
801901A1|HTTP_E_STATUS_EXPECTATION_FAILED|
801901F4|HTTP_E_STATUS_SERVER_ERROR|
801901F5|HTTP_E_STATUS_NOT_SUPPORTED|
801901F6|HTTP_E_STATUS_BAD_GATEWAY|
801901F7|HTTP_E_STATUS_SERVICE_UNAVAIL|
801901F8|HTTP_E_STATUS_GATEWAY_TIMEOUT|
801901F9|HTTP_E_STATUS_VERSION_NOT_SUP|
801B8000|WER_E_CRASH_FAILURE|Collecting or reporting the crash failed.
801B8001|WER_E_CANCELED|The report was cancelled.
801B8002|WER_E_NETWORK_FAILURE|The network failed while reporting.
801B8003|WER_E_NOT_INITIALIZED|The error reporting service is not initialised.
801B8004|WER_E_ALREADY_REPORTING|Error reporting is already running.
801B8005|WER_E_DUMP_THROTTLED|The dump was throttled.
88010001|WEP_E_NOT_PROVISIONED_ON_ALL_VOLUMES|
88010002|WEP_E_FIXED_DATA_NOT_SUPPORTED|
88010003|WEP_E_HARDWARE_NOT_COMPLIANT|
88010004|WEP_E_LOCK_NOT_CONFIGURED|
88010005|WEP_E_PROTECTION_SUSPENDED|
88010006|WEP_E_NO_LICENSE|
88010007|WEP_E_OS_NOT_PROTECTED|
88010008|WEP_E_UNEXPECTED_FAIL|
88010009|WEP_E_BUFFER_TOO_LARGE|
8802B001|E_SYNCENGINE_FILE_SIZE_OVER_LIMIT|
8802B002|E_SYNCENGINE_FILE_SIZE_EXCEEDS_REMAINING_QUOTA|
8802B003|E_SYNCENGINE_UNSUPPORTED_FILE_NAME|
8802B004|E_SYNCENGINE_FOLDER_ITEM_COUNT_LIMIT_EXCEEDED|
8802B005|E_SYNCENGINE_FILE_SYNC_PARTNER_ERROR|
8802B006|E_SYNCENGINE_SYNC_PAUSED_BY_SERVICE|
8802C002|E_SYNCENGINE_FILE_IDENTIFIER_UNKNOWN|
8802C003|E_SYNCENGINE_SERVICE_AUTHENTICATION_FAILED|
8802C004|E_SYNCENGINE_UNKNOWN_SERVICE_ERROR|
8802C005|E_SYNCENGINE_SERVICE_RETURNED_UNEXPECTED_SIZE|
8802C006|E_SYNCENGINE_REQUEST_BLOCKED_BY_SERVICE|
8802C007|E_SYNCENGINE_REQUEST_BLOCKED_DUE_TO_CLIENT_ERROR|
8802D001|E_SYNCENGINE_FOLDER_INACCESSIBLE|
8802D002|E_SYNCENGINE_UNSUPPORTED_FOLDER_NAME|
8802D003|E_SYNCENGINE_UNSUPPORTED_MARKET|
8802D004|E_SYNCENGINE_PATH_LENGTH_LIMIT_EXCEEDED|
8802D005|E_SYNCENGINE_REMOTE_PATH_LENGTH_LIMIT_EXCEEDED|
8802D006|E_SYNCENGINE_CLIENT_UPDATE_NEEDED|
8802D007|E_SYNCENGINE_PROXY_AUTHENTICATION_REQUIRED|
8802D008|E_SYNCENGINE_STORAGE_SERVICE_PROVISIONING_FAILED|
8802D009|E_SYNCENGINE_UNSUPPORTED_REPARSE_POINT|
8802D00A|E_SYNCENGINE_STORAGE_SERVICE_BLOCKED|
8802D00B|E_SYNCENGINE_FOLDER_IN_REDIRECTION|`;
