/**
 * NTSTATUS values of the other facilities: RPC, transactions, graphics, filter manager and so on.
 * Names and numbers generated from mingw-w64's ntstatus.h / winerror.h (public domain) and winapi 0.3.9 (MIT/Apache-2.0,
 * from the Windows SDK); texts are the systems' message strings as Microsoft's open specification [MS-ERREF] lists them,
 * which grants distribution in implementations. One entry a line: number, name, text. A later line with the same number
 * is an alias; an empty text means none is published there.
 */
export const NTSTATUS_FACILITY_LINES = `\
001C0001|STATUS_FLT_IO_COMPLETE|The IO was completed by a filter.
00293000|STATUS_RTPM_CONTEXT_CONTINUE|
00293001|STATUS_RTPM_CONTEXT_COMPLETE|
00350059|STATUS_HV_PENDING_PAGE_REQUESTS|
00E70000|STATUS_SPACES_REPAIRED|
00E70001|STATUS_SPACES_PAUSE|
00E70002|STATUS_SPACES_COMPLETE|
40020056|RPC_NT_UUID_LOCAL_ONLY|A UUID that is valid only on this computer has been allocated.
400200AF|RPC_NT_SEND_INCOMPLETE|Some data remains to be sent in the request buffer.
400A0004|STATUS_CTX_CDM_CONNECT|The Client Drive Mapping Service has connected on Terminal Connection.
400A0005|STATUS_CTX_CDM_DISCONNECT|The Client Drive Mapping Service has disconnected on Terminal Connection.
4015000D|STATUS_SXS_RELEASE_ACTIVATION_CONTEXT|A kernel mode component is releasing a reference on an activation context.
40190001|STATUS_HEURISTIC_DAMAGE_POSSIBLE|
40190034|STATUS_RECOVERY_NOT_NEEDED|The transactional resource manager is already consistent. Recovery is not needed.
40190035|STATUS_RM_ALREADY_STARTED|The transactional resource manager has already been started.
401A000C|STATUS_LOG_NO_RESTART|The log service encountered a log stream with no restart area.
401B00EC|STATUS_VIDEO_DRIVER_DEBUG_REPORT_REQUEST|{Display Driver Recovered From Failure}  The %hs display driver has detected a failure and recovered from it. Some graphical operations may have failed. The next time you restart the machine, a dialog box appears, giving you an opportunity to upload data about this failure to Microsoft.
401E000A|STATUS_GRAPHICS_PARTIAL_DATA_POPULATED|The specified buffer is not big enough to contain the entire requested dataset. Partial data is populated up to the size of the buffer. The caller needs to provide a buffer of the size as specified in the partially populated buffer's content (interface specific).
401E0201|STATUS_GRAPHICS_SKIP_ALLOCATION_PREPARATION|
401E0307|STATUS_GRAPHICS_MODE_NOT_PINNED|No mode is pinned on the specified VidPN source/target.
401E031E|STATUS_GRAPHICS_NO_PREFERRED_MODE|The specified mode set does not specify a preference for one of its modes.
401E034B|STATUS_GRAPHICS_DATASET_IS_EMPTY|The specified dataset (for example, mode set, frequency range set, descriptor set, or topology) is empty.
401E034C|STATUS_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET|The specified dataset (for example, mode set, frequency range set, descriptor set, or topology) does not contain any more elements.
401E0351|STATUS_GRAPHICS_PATH_CONTENT_GEOMETRY_TRANSFORMATION_NOT_PINNED|The specified content transformation is not pinned on the specified VidPN present path.
401E042F|STATUS_GRAPHICS_UNKNOWN_CHILD_STATUS|The child device presence was not reliably detected.
401E0437|STATUS_GRAPHICS_LEADLINK_START_DEFERRED|Starting the lead adapter in a linked configuration has been temporarily deferred.
401E0439|STATUS_GRAPHICS_POLLING_TOO_FREQUENTLY|The display adapter is being polled for children too frequently at the same polling level.
401E043A|STATUS_GRAPHICS_START_DEFERRED|Starting the adapter has been temporarily deferred.
401E043C|STATUS_GRAPHICS_DEPENDABLE_CHILD_STATUS|
40230001|STATUS_NDIS_INDICATION_REQUIRED|The request will be completed later by an NDIS status indication.
80130001|STATUS_CLUSTER_NODE_ALREADY_UP|The cluster node is already up.
80130002|STATUS_CLUSTER_NODE_ALREADY_DOWN|The cluster node is already down.
80130003|STATUS_CLUSTER_NETWORK_ALREADY_ONLINE|The cluster network is already online.
80130004|STATUS_CLUSTER_NETWORK_ALREADY_OFFLINE|The cluster network is already offline.
80130005|STATUS_CLUSTER_NODE_ALREADY_MEMBER|The cluster node is already a member of the cluster.
80190009|STATUS_COULD_NOT_RESIZE_LOG|The log could not be set to the requested size.
80190029|STATUS_NO_TXF_METADATA|There is no transaction metadata on the file.
80190031|STATUS_CANT_RECOVER_WITH_HANDLE_OPEN|The file cannot be recovered because there is a handle still open on it.
80190041|STATUS_TXF_METADATA_ALREADY_PRESENT|Transaction metadata is already present on this file and cannot be superseded.
80190042|STATUS_TRANSACTION_SCOPE_CALLBACKS_NOT_SET|A transaction scope could not be entered because the scope handler has not been initialized.
801B00EB|STATUS_VIDEO_HUNG_DISPLAY_DRIVER_THREAD_RECOVERED|{Display Driver Stopped Responding and recovered}  The %hs display driver has stopped working normally. The recovery had been performed.
801C0001|STATUS_FLT_BUFFER_TOO_SMALL|{Buffer too small}  The buffer is too small to contain the entry. No information has been written to the buffer.
80210001|STATUS_FVE_PARTIAL_METADATA|Volume metadata read or write is incomplete.
80210002|STATUS_FVE_TRANSIENT_STATE|BitLocker encryption keys were ignored because the volume was in a transient state.
80370001|STATUS_VID_REMOTE_NODE_PARENT_GPA_PAGES_USED|
80380001|STATUS_VOLMGR_INCOMPLETE_REGENERATION|
80380002|STATUS_VOLMGR_INCOMPLETE_DISK_MIGRATION|
80390001|STATUS_BCD_NOT_ALL_ENTRIES_IMPORTED|
80390003|STATUS_BCD_NOT_ALL_ENTRIES_SYNCHRONIZED|
803A0001|STATUS_QUERY_STORAGE_ERROR|
80430006|STATUS_SECUREBOOT_NOT_ENABLED|
C0020001|RPC_NT_INVALID_STRING_BINDING|The string binding is invalid.
C0020002|RPC_NT_WRONG_KIND_OF_BINDING|The binding handle is not the correct type.
C0020003|RPC_NT_INVALID_BINDING|The binding handle is invalid.
C0020004|RPC_NT_PROTSEQ_NOT_SUPPORTED|The RPC protocol sequence is not supported.
C0020005|RPC_NT_INVALID_RPC_PROTSEQ|The RPC protocol sequence is invalid.
C0020006|RPC_NT_INVALID_STRING_UUID|The string UUID is invalid.
C0020007|RPC_NT_INVALID_ENDPOINT_FORMAT|The endpoint format is invalid.
C0020008|RPC_NT_INVALID_NET_ADDR|The network address is invalid.
C0020009|RPC_NT_NO_ENDPOINT_FOUND|No endpoint was found.
C002000A|RPC_NT_INVALID_TIMEOUT|The time-out value is invalid.
C002000B|RPC_NT_OBJECT_NOT_FOUND|The object UUID was not found.
C002000C|RPC_NT_ALREADY_REGISTERED|The object UUID has already been registered.
C002000D|RPC_NT_TYPE_ALREADY_REGISTERED|The type UUID has already been registered.
C002000E|RPC_NT_ALREADY_LISTENING|The RPC server is already listening.
C002000F|RPC_NT_NO_PROTSEQS_REGISTERED|No protocol sequences have been registered.
C0020010|RPC_NT_NOT_LISTENING|The RPC server is not listening.
C0020011|RPC_NT_UNKNOWN_MGR_TYPE|The manager type is unknown.
C0020012|RPC_NT_UNKNOWN_IF|The interface is unknown.
C0020013|RPC_NT_NO_BINDINGS|There are no bindings.
C0020014|RPC_NT_NO_PROTSEQS|There are no protocol sequences.
C0020015|RPC_NT_CANT_CREATE_ENDPOINT|The endpoint cannot be created.
C0020016|RPC_NT_OUT_OF_RESOURCES|Insufficient resources are available to complete this operation.
C0020017|RPC_NT_SERVER_UNAVAILABLE|The RPC server is unavailable.
C0020018|RPC_NT_SERVER_TOO_BUSY|The RPC server is too busy to complete this operation.
C0020019|RPC_NT_INVALID_NETWORK_OPTIONS|The network options are invalid.
C002001A|RPC_NT_NO_CALL_ACTIVE|No RPCs are active on this thread.
C002001B|RPC_NT_CALL_FAILED|The RPC failed.
C002001C|RPC_NT_CALL_FAILED_DNE|The RPC failed and did not execute.
C002001D|RPC_NT_PROTOCOL_ERROR|An RPC protocol error occurred.
C002001F|RPC_NT_UNSUPPORTED_TRANS_SYN|The RPC server does not support the transfer syntax.
C0020021|RPC_NT_UNSUPPORTED_TYPE|The type UUID is not supported.
C0020022|RPC_NT_INVALID_TAG|The tag is invalid.
C0020023|RPC_NT_INVALID_BOUND|The array bounds are invalid.
C0020024|RPC_NT_NO_ENTRY_NAME|The binding does not contain an entry name.
C0020025|RPC_NT_INVALID_NAME_SYNTAX|The name syntax is invalid.
C0020026|RPC_NT_UNSUPPORTED_NAME_SYNTAX|The name syntax is not supported.
C0020028|RPC_NT_UUID_NO_ADDRESS|No network address is available to construct a UUID.
C0020029|RPC_NT_DUPLICATE_ENDPOINT|The endpoint is a duplicate.
C002002A|RPC_NT_UNKNOWN_AUTHN_TYPE|The authentication type is unknown.
C002002B|RPC_NT_MAX_CALLS_TOO_SMALL|The maximum number of calls is too small.
C002002C|RPC_NT_STRING_TOO_LONG|The string is too long.
C002002D|RPC_NT_PROTSEQ_NOT_FOUND|The RPC protocol sequence was not found.
C002002E|RPC_NT_PROCNUM_OUT_OF_RANGE|The procedure number is out of range.
C002002F|RPC_NT_BINDING_HAS_NO_AUTH|The binding does not contain any authentication information.
C0020030|RPC_NT_UNKNOWN_AUTHN_SERVICE|The authentication service is unknown.
C0020031|RPC_NT_UNKNOWN_AUTHN_LEVEL|The authentication level is unknown.
C0020032|RPC_NT_INVALID_AUTH_IDENTITY|The security context is invalid.
C0020033|RPC_NT_UNKNOWN_AUTHZ_SERVICE|The authorization service is unknown.
C0020034|EPT_NT_INVALID_ENTRY|The entry is invalid.
C0020035|EPT_NT_CANT_PERFORM_OP|The operation cannot be performed.
C0020036|EPT_NT_NOT_REGISTERED|No more endpoints are available from the endpoint mapper.
C0020037|RPC_NT_NOTHING_TO_EXPORT|No interfaces have been exported.
C0020038|RPC_NT_INCOMPLETE_NAME|The entry name is incomplete.
C0020039|RPC_NT_INVALID_VERS_OPTION|The version option is invalid.
C002003A|RPC_NT_NO_MORE_MEMBERS|There are no more members.
C002003B|RPC_NT_NOT_ALL_OBJS_UNEXPORTED|There is nothing to unexport.
C002003C|RPC_NT_INTERFACE_NOT_FOUND|The interface was not found.
C002003D|RPC_NT_ENTRY_ALREADY_EXISTS|The entry already exists.
C002003E|RPC_NT_ENTRY_NOT_FOUND|The entry was not found.
C002003F|RPC_NT_NAME_SERVICE_UNAVAILABLE|The name service is unavailable.
C0020040|RPC_NT_INVALID_NAF_ID|The network address family is invalid.
C0020041|RPC_NT_CANNOT_SUPPORT|The requested operation is not supported.
C0020042|RPC_NT_NO_CONTEXT_AVAILABLE|No security context is available to allow impersonation.
C0020043|RPC_NT_INTERNAL_ERROR|An internal error occurred in the RPC.
C0020044|RPC_NT_ZERO_DIVIDE|The RPC server attempted to divide an integer by zero.
C0020045|RPC_NT_ADDRESS_ERROR|An addressing error occurred in the RPC server.
C0020046|RPC_NT_FP_DIV_ZERO|A floating point operation at the RPC server caused a divide by zero.
C0020047|RPC_NT_FP_UNDERFLOW|A floating point underflow occurred at the RPC server.
C0020048|RPC_NT_FP_OVERFLOW|A floating point overflow occurred at the RPC server.
C0020049|RPC_NT_CALL_IN_PROGRESS|An RPC is already in progress for this thread.
C002004A|RPC_NT_NO_MORE_BINDINGS|There are no more bindings.
C002004B|RPC_NT_GROUP_MEMBER_NOT_FOUND|The group member was not found.
C002004C|EPT_NT_CANT_CREATE|The endpoint mapper database entry could not be created.
C002004D|RPC_NT_INVALID_OBJECT|The object UUID is the nil UUID.
C002004F|RPC_NT_NO_INTERFACES|No interfaces have been registered.
C0020050|RPC_NT_CALL_CANCELLED|The RPC was canceled.
C0020051|RPC_NT_BINDING_INCOMPLETE|The binding handle does not contain all the required information.
C0020052|RPC_NT_COMM_FAILURE|A communications failure occurred during an RPC.
C0020053|RPC_NT_UNSUPPORTED_AUTHN_LEVEL|The requested authentication level is not supported.
C0020054|RPC_NT_NO_PRINC_NAME|No principal name was registered.
C0020055|RPC_NT_NOT_RPC_ERROR|The error specified is not a valid Windows RPC error code.
C0020057|RPC_NT_SEC_PKG_ERROR|A security package-specific error occurred.
C0020058|RPC_NT_NOT_CANCELLED|The thread was not canceled.
C0020062|RPC_NT_INVALID_ASYNC_HANDLE|Invalid asynchronous RPC handle.
C0020063|RPC_NT_INVALID_ASYNC_CALL|Invalid asynchronous RPC call handle for this operation.
C0020064|RPC_NT_PROXY_ACCESS_DENIED|Access to the HTTP proxy is denied.
C0020065|RPC_NT_COOKIE_AUTH_FAILED|
C0021007|RPC_P_RECEIVE_ALERTED|No description
C0021008|RPC_P_CONNECTION_CLOSED|No description
C0021009|RPC_P_RECEIVE_FAILED|No description
C002100A|RPC_P_SEND_FAILED|No description
C002100B|RPC_P_TIMEOUT|No description
C002100C|RPC_P_SERVER_TRANSPORT_ERROR|No description
C002100E|RPC_P_EXCEPTION_OCCURED|No description
C0021012|RPC_P_CONNECTION_SHUTDOWN|No description
C0021015|RPC_P_THREAD_LISTENING|No description
C0030001|RPC_NT_NO_MORE_ENTRIES|The list of RPC servers available for auto-handle binding has been exhausted.
C0030002|RPC_NT_SS_CHAR_TRANS_OPEN_FAIL|The file designated by DCERPCCHARTRANS cannot be opened.
C0030003|RPC_NT_SS_CHAR_TRANS_SHORT_FILE|The file containing the character translation table has fewer than 512 bytes.
C0030004|RPC_NT_SS_IN_NULL_CONTEXT|A null context handle is passed as an [in] parameter.
C0030005|RPC_NT_SS_CONTEXT_MISMATCH|The context handle does not match any known context handles.
C0030006|RPC_NT_SS_CONTEXT_DAMAGED|The context handle changed during a call.
C0030007|RPC_NT_SS_HANDLES_MISMATCH|The binding handles passed to an RPC do not match.
C0030008|RPC_NT_SS_CANNOT_GET_CALL_HANDLE|The stub is unable to get the call handle.
C0030009|RPC_NT_NULL_REF_POINTER|A null reference pointer was passed to the stub.
C003000A|RPC_NT_ENUM_VALUE_OUT_OF_RANGE|The enumeration value is out of range.
C003000B|RPC_NT_BYTE_COUNT_TOO_SMALL|The byte count is too small.
C003000C|RPC_NT_BAD_STUB_DATA|The stub received bad data.
C0030059|RPC_NT_INVALID_ES_ACTION|Invalid operation on the encoding/decoding handle.
C003005A|RPC_NT_WRONG_ES_VERSION|Incompatible version of the serializing package.
C003005B|RPC_NT_WRONG_STUB_VERSION|Incompatible version of the RPC stub.
C003005C|RPC_NT_INVALID_PIPE_OBJECT|The RPC pipe object is invalid or corrupt.
C003005D|RPC_NT_INVALID_PIPE_OPERATION|An invalid operation was attempted on an RPC pipe object.
C003005E|RPC_NT_WRONG_PIPE_VERSION|Unsupported RPC pipe version.
C003005F|RPC_NT_PIPE_CLOSED|The RPC pipe object has already been closed.
C0030060|RPC_NT_PIPE_DISCIPLINE_ERROR|The RPC call completed before all pipes were processed.
C0030061|RPC_NT_PIPE_EMPTY|No more data is available from the RPC pipe.
C0040035|STATUS_PNP_BAD_MPS_TABLE|A device is missing in the system BIOS MPS table. This device will not be used. Contact your system vendor for a system BIOS update.
C0040036|STATUS_PNP_TRANSLATION_FAILED|A translator failed to translate resources.
C0040037|STATUS_PNP_IRQ_TRANSLATION_FAILED|An IRQ translator failed to translate resources.
C0040038|STATUS_PNP_INVALID_ID|Driver %2 returned an invalid ID for a child device (%3).
C0040039|STATUS_IO_REISSUE_AS_CACHED|Reissue the given operation as a cached I/O operation
C00A0001|STATUS_CTX_WINSTATION_NAME_INVALID|Session name %1 is invalid.
C00A0002|STATUS_CTX_INVALID_PD|The protocol driver %1 is invalid.
C00A0003|STATUS_CTX_PD_NOT_FOUND|The protocol driver %1 was not found in the system path.
C00A0006|STATUS_CTX_CLOSE_PENDING|A close operation is pending on the terminal connection.
C00A0007|STATUS_CTX_NO_OUTBUF|No free output buffers are available.
C00A0008|STATUS_CTX_MODEM_INF_NOT_FOUND|The MODEM.INF file was not found.
C00A0009|STATUS_CTX_INVALID_MODEMNAME|The modem (%1) was not found in the MODEM.INF file.
C00A000A|STATUS_CTX_RESPONSE_ERROR|The modem did not accept the command sent to it. Verify that the configured modem name matches the attached modem.
C00A000B|STATUS_CTX_MODEM_RESPONSE_TIMEOUT|The modem did not respond to the command sent to it. Verify that the modem cable is properly attached and the modem is turned on.
C00A000C|STATUS_CTX_MODEM_RESPONSE_NO_CARRIER|Carrier detection has failed or the carrier has been dropped due to disconnection.
C00A000D|STATUS_CTX_MODEM_RESPONSE_NO_DIALTONE|A dial tone was not detected within the required time. Verify that the phone cable is properly attached and functional.
C00A000E|STATUS_CTX_MODEM_RESPONSE_BUSY|A busy signal was detected at a remote site on callback.
C00A000F|STATUS_CTX_MODEM_RESPONSE_VOICE|A voice was detected at a remote site on callback.
C00A0010|STATUS_CTX_TD_ERROR|Transport driver error.
C00A0012|STATUS_CTX_LICENSE_CLIENT_INVALID|The client you are using is not licensed to use this system. Your logon request is denied.
C00A0013|STATUS_CTX_LICENSE_NOT_AVAILABLE|The system has reached its licensed logon limit. Try again later.
C00A0014|STATUS_CTX_LICENSE_EXPIRED|The system license has expired. Your logon request is denied.
C00A0015|STATUS_CTX_WINSTATION_NOT_FOUND|The specified session cannot be found.
C00A0016|STATUS_CTX_WINSTATION_NAME_COLLISION|The specified session name is already in use.
C00A0017|STATUS_CTX_WINSTATION_BUSY|The requested operation cannot be completed because the terminal connection is currently processing a connect, disconnect, reset, or delete operation.
C00A0018|STATUS_CTX_BAD_VIDEO_MODE|An attempt has been made to connect to a session whose video mode is not supported by the current client.
C00A0022|STATUS_CTX_GRAPHICS_INVALID|The application attempted to enable DOS graphics mode. DOS graphics mode is not supported.
C00A0024|STATUS_CTX_NOT_CONSOLE|The requested operation can be performed only on the system console. This is most often the result of a driver or system DLL requiring direct console access.
C00A0026|STATUS_CTX_CLIENT_QUERY_TIMEOUT|The client failed to respond to the server connect message.
C00A0027|STATUS_CTX_CONSOLE_DISCONNECT|Disconnecting the console session is not supported.
C00A0028|STATUS_CTX_CONSOLE_CONNECT|Reconnecting a disconnected session to the console is not supported.
C00A002A|STATUS_CTX_SHADOW_DENIED|The request to control another session remotely was denied.
C00A002B|STATUS_CTX_WINSTATION_ACCESS_DENIED|A process has requested access to a session, but has not been granted those access rights.
C00A002E|STATUS_CTX_INVALID_WD|The terminal connection driver %1 is invalid.
C00A002F|STATUS_CTX_WD_NOT_FOUND|The terminal connection driver %1 was not found in the system path.
C00A0030|STATUS_CTX_SHADOW_INVALID|The requested session cannot be controlled remotely. You cannot control your own session, a session that is trying to control your session, a session that has no user logged on, or other sessions from the console.
C00A0031|STATUS_CTX_SHADOW_DISABLED|The requested session is not configured to allow remote control.
C00A0032|STATUS_RDP_PROTOCOL_ERROR|The RDP protocol component %2 detected an error in the protocol stream and has disconnected the client.
C00A0033|STATUS_CTX_CLIENT_LICENSE_NOT_SET|Your request to connect to this terminal server has been rejected. Your terminal server client license number has not been entered for this copy of the terminal client. Contact your system administrator for help in entering a valid, unique license number for this terminal server client. Click OK to continue.
C00A0034|STATUS_CTX_CLIENT_LICENSE_IN_USE|Your request to connect to this terminal server has been rejected. Your terminal server client license number is currently being used by another user. Contact your system administrator to obtain a new copy of the terminal server client with a valid, unique license number. Click OK to continue.
C00A0035|STATUS_CTX_SHADOW_ENDED_BY_MODE_CHANGE|The remote control of the console was terminated because the display mode was changed. Changing the display mode in a remote control session is not supported.
C00A0036|STATUS_CTX_SHADOW_NOT_RUNNING|Remote control could not be terminated because the specified session is not currently being remotely controlled.
C00A0037|STATUS_CTX_LOGON_DISABLED|Your interactive logon privilege has been disabled. Contact your system administrator.
C00A0038|STATUS_CTX_SECURITY_LAYER_ERROR|The terminal server security layer detected an error in the protocol stream and has disconnected the client.
C00A0039|STATUS_TS_INCOMPATIBLE_SESSIONS|The target session is incompatible with the current session.
C00A003A|STATUS_TS_VIDEO_SUBSYSTEM_ERROR|
C00B0001|STATUS_MUI_FILE_NOT_FOUND|The resource loader failed to find an MUI file.
C00B0002|STATUS_MUI_INVALID_FILE|The resource loader failed to load an MUI file because the file failed to pass validation.
C00B0003|STATUS_MUI_INVALID_RC_CONFIG|The RC manifest is corrupted with garbage data, is an unsupported version, or is missing a required item.
C00B0004|STATUS_MUI_INVALID_LOCALE_NAME|The RC manifest has an invalid culture name.
C00B0005|STATUS_MUI_INVALID_ULTIMATEFALLBACK_NAME|The RC manifest has and invalid ultimate fallback name.
C00B0006|STATUS_MUI_FILE_NOT_LOADED|The resource loader cache does not have a loaded MUI entry.
C00B0007|STATUS_RESOURCE_ENUM_USER_STOP|The user stopped resource enumeration.
C0130001|STATUS_CLUSTER_INVALID_NODE|The cluster node is not valid.
C0130002|STATUS_CLUSTER_NODE_EXISTS|The cluster node already exists.
C0130003|STATUS_CLUSTER_JOIN_IN_PROGRESS|A node is in the process of joining the cluster.
C0130004|STATUS_CLUSTER_NODE_NOT_FOUND|The cluster node was not found.
C0130005|STATUS_CLUSTER_LOCAL_NODE_NOT_FOUND|The cluster local node information was not found.
C0130006|STATUS_CLUSTER_NETWORK_EXISTS|The cluster network already exists.
C0130007|STATUS_CLUSTER_NETWORK_NOT_FOUND|The cluster network was not found.
C0130008|STATUS_CLUSTER_NETINTERFACE_EXISTS|The cluster network interface already exists.
C0130009|STATUS_CLUSTER_NETINTERFACE_NOT_FOUND|The cluster network interface was not found.
C013000A|STATUS_CLUSTER_INVALID_REQUEST|The cluster request is not valid for this object.
C013000B|STATUS_CLUSTER_INVALID_NETWORK_PROVIDER|The cluster network provider is not valid.
C013000C|STATUS_CLUSTER_NODE_DOWN|The cluster node is down.
C013000D|STATUS_CLUSTER_NODE_UNREACHABLE|The cluster node is not reachable.
C013000E|STATUS_CLUSTER_NODE_NOT_MEMBER|The cluster node is not a member of the cluster.
C013000F|STATUS_CLUSTER_JOIN_NOT_IN_PROGRESS|A cluster join operation is not in progress.
C0130010|STATUS_CLUSTER_INVALID_NETWORK|The cluster network is not valid.
C0130011|STATUS_CLUSTER_NO_NET_ADAPTERS|No network adapters are available.
C0130012|STATUS_CLUSTER_NODE_UP|The cluster node is up.
C0130013|STATUS_CLUSTER_NODE_PAUSED|The cluster node is paused.
C0130014|STATUS_CLUSTER_NODE_NOT_PAUSED|The cluster node is not paused.
C0130015|STATUS_CLUSTER_NO_SECURITY_CONTEXT|No cluster security context is available.
C0130016|STATUS_CLUSTER_NETWORK_NOT_INTERNAL|The cluster network is not configured for internal cluster communication.
C0130017|STATUS_CLUSTER_POISONED|The cluster node has been poisoned.
C0130018|STATUS_CLUSTER_NON_CSV_PATH|
C0130019|STATUS_CLUSTER_CSV_VOLUME_NOT_LOCAL|
C0130020|STATUS_CLUSTER_CSV_READ_OPLOCK_BREAK_IN_PROGRESS|
C0130021|STATUS_CLUSTER_CSV_AUTO_PAUSE_ERROR|
C0130022|STATUS_CLUSTER_CSV_REDIRECTED|
C0130023|STATUS_CLUSTER_CSV_NOT_REDIRECTED|
C0130024|STATUS_CLUSTER_CSV_VOLUME_DRAINING|
C0130025|STATUS_CLUSTER_CSV_SNAPSHOT_CREATION_IN_PROGRESS|
C0130026|STATUS_CLUSTER_CSV_VOLUME_DRAINING_SUCCEEDED_DOWNLEVEL|
C0130027|STATUS_CLUSTER_CSV_NO_SNAPSHOTS|
C0130028|STATUS_CSV_IO_PAUSE_TIMEOUT|
C0130029|STATUS_CLUSTER_CSV_INVALID_HANDLE|
C0130030|STATUS_CLUSTER_CSV_SUPPORTED_ONLY_ON_COORDINATOR|
C0140001|STATUS_ACPI_INVALID_OPCODE|An attempt was made to run an invalid AML opcode.
C0140002|STATUS_ACPI_STACK_OVERFLOW|The AML interpreter stack has overflowed.
C0140003|STATUS_ACPI_ASSERT_FAILED|An inconsistent state has occurred.
C0140004|STATUS_ACPI_INVALID_INDEX|An attempt was made to access an array outside its bounds.
C0140005|STATUS_ACPI_INVALID_ARGUMENT|A required argument was not specified.
C0140006|STATUS_ACPI_FATAL|A fatal error has occurred.
C0140007|STATUS_ACPI_INVALID_SUPERNAME|An invalid SuperName was specified.
C0140008|STATUS_ACPI_INVALID_ARGTYPE|An argument with an incorrect type was specified.
C0140009|STATUS_ACPI_INVALID_OBJTYPE|An object with an incorrect type was specified.
C014000A|STATUS_ACPI_INVALID_TARGETTYPE|A target with an incorrect type was specified.
C014000B|STATUS_ACPI_INCORRECT_ARGUMENT_COUNT|An incorrect number of arguments was specified.
C014000C|STATUS_ACPI_ADDRESS_NOT_MAPPED|An address failed to translate.
C014000D|STATUS_ACPI_INVALID_EVENTTYPE|An incorrect event type was specified.
C014000E|STATUS_ACPI_HANDLER_COLLISION|A handler for the target already exists.
C014000F|STATUS_ACPI_INVALID_DATA|Invalid data for the target was specified.
C0140010|STATUS_ACPI_INVALID_REGION|An invalid region for the target was specified.
C0140011|STATUS_ACPI_INVALID_ACCESS_SIZE|An attempt was made to access a field outside the defined range.
C0140012|STATUS_ACPI_ACQUIRE_GLOBAL_LOCK|The global system lock could not be acquired.
C0140013|STATUS_ACPI_ALREADY_INITIALIZED|An attempt was made to reinitialize the ACPI subsystem.
C0140014|STATUS_ACPI_NOT_INITIALIZED|The ACPI subsystem has not been initialized.
C0140015|STATUS_ACPI_INVALID_MUTEX_LEVEL|An incorrect mutex was specified.
C0140016|STATUS_ACPI_MUTEX_NOT_OWNED|The mutex is not currently owned.
C0140017|STATUS_ACPI_MUTEX_NOT_OWNER|An attempt was made to access the mutex by a process that was not the owner.
C0140018|STATUS_ACPI_RS_ACCESS|An error occurred during an access to region space.
C0140019|STATUS_ACPI_INVALID_TABLE|An attempt was made to use an incorrect table.
C0140020|STATUS_ACPI_REG_HANDLER_FAILED|The registration of an ACPI event failed.
C0140021|STATUS_ACPI_POWER_REQUEST_FAILED|An ACPI power object failed to transition state.
C0150001|STATUS_SXS_SECTION_NOT_FOUND|The requested section is not present in the activation context.
C0150002|STATUS_SXS_CANT_GEN_ACTCTX|Windows was unble to process the application binding information. Refer to the system event log for further information.
C0150003|STATUS_SXS_INVALID_ACTCTXDATA_FORMAT|The application binding data format is invalid.
C0150004|STATUS_SXS_ASSEMBLY_NOT_FOUND|The referenced assembly is not installed on the system.
C0150005|STATUS_SXS_MANIFEST_FORMAT_ERROR|The manifest file does not begin with the required tag and format information.
C0150006|STATUS_SXS_MANIFEST_PARSE_ERROR|The manifest file contains one or more syntax errors.
C0150007|STATUS_SXS_ACTIVATION_CONTEXT_DISABLED|The application attempted to activate a disabled activation context.
C0150008|STATUS_SXS_KEY_NOT_FOUND|The requested lookup key was not found in any active activation context.
C0150009|STATUS_SXS_VERSION_CONFLICT|A component version required by the application conflicts with another component version that is already active.
C015000A|STATUS_SXS_WRONG_SECTION_TYPE|The type requested activation context section does not match the query API used.
C015000B|STATUS_SXS_THREAD_QUERIES_DISABLED|Lack of system resources has required isolated activation to be disabled for the current thread of execution.
C015000C|STATUS_SXS_ASSEMBLY_MISSING|The referenced assembly could not be found.
C015000E|STATUS_SXS_PROCESS_DEFAULT_ALREADY_SET|An attempt to set the process default activation context failed because the process default activation context was already set.
C015000F|STATUS_SXS_EARLY_DEACTIVATION|The activation context being deactivated is not the most recently activated one.
C0150010|STATUS_SXS_INVALID_DEACTIVATION|The activation context being deactivated is not active for the current thread of execution.
C0150011|STATUS_SXS_MULTIPLE_DEACTIVATION|The activation context being deactivated has already been deactivated.
C0150012|STATUS_SXS_SYSTEM_DEFAULT_ACTIVATION_CONTEXT_EMPTY|The activation context of the system default assembly could not be generated.
C0150013|STATUS_SXS_PROCESS_TERMINATION_REQUESTED|A component used by the isolation facility has requested that the process be terminated.
C0150014|STATUS_SXS_CORRUPT_ACTIVATION_STACK|The activation context activation stack for the running thread of execution is corrupt.
C0150015|STATUS_SXS_CORRUPTION|The application isolation metadata for this process or thread has become corrupt.
C0150016|STATUS_SXS_INVALID_IDENTITY_ATTRIBUTE_VALUE|The value of an attribute in an identity is not within the legal range.
C0150017|STATUS_SXS_INVALID_IDENTITY_ATTRIBUTE_NAME|The name of an attribute in an identity is not within the legal range.
C0150018|STATUS_SXS_IDENTITY_DUPLICATE_ATTRIBUTE|An identity contains two definitions for the same attribute.
C0150019|STATUS_SXS_IDENTITY_PARSE_ERROR|The identity string is malformed. This may be due to a trailing comma, more than two unnamed attributes, a missing attribute name, or a missing attribute value.
C015001A|STATUS_SXS_COMPONENT_STORE_CORRUPT|The component store has become corrupted.
C015001B|STATUS_SXS_FILE_HASH_MISMATCH|A component's file does not match the verification information present in the component manifest.
C015001C|STATUS_SXS_MANIFEST_IDENTITY_SAME_BUT_CONTENTS_DIFFERENT|The identities of the manifests are identical, but their contents are different.
C015001D|STATUS_SXS_IDENTITIES_DIFFERENT|The component identities are different.
C015001E|STATUS_SXS_ASSEMBLY_IS_NOT_A_DEPLOYMENT|The assembly is not a deployment.
C015001F|STATUS_SXS_FILE_NOT_PART_OF_ASSEMBLY|The file is not a part of the assembly.
C0150020|STATUS_ADVANCED_INSTALLER_FAILED|An advanced installer failed during setup or servicing.
C0150021|STATUS_XML_ENCODING_MISMATCH|The character encoding in the XML declaration did not match the encoding used in the document.
C0150022|STATUS_SXS_MANIFEST_TOO_BIG|The size of the manifest exceeds the maximum allowed.
C0150023|STATUS_SXS_SETTING_NOT_REGISTERED|The setting is not registered.
C0150024|STATUS_SXS_TRANSACTION_CLOSURE_INCOMPLETE|One or more required transaction members are not present.
C0150025|STATUS_SMI_PRIMITIVE_INSTALLER_FAILED|The SMI primitive installer failed during setup or servicing.
C0150026|STATUS_GENERIC_COMMAND_FAILED|A generic command executable returned a result that indicates failure.
C0150027|STATUS_SXS_FILE_HASH_MISSING|A component is missing file verification information in its manifest.
C0190001|STATUS_TRANSACTIONAL_CONFLICT|The function attempted to use a name that is reserved for use by another transaction.
C0190002|STATUS_INVALID_TRANSACTION|The transaction handle associated with this operation is invalid.
C0190003|STATUS_TRANSACTION_NOT_ACTIVE|The requested operation was made in the context of a transaction that is no longer active.
C0190004|STATUS_TM_INITIALIZATION_FAILED|The transaction manager was unable to be successfully initialized. Transacted operations are not supported.
C0190005|STATUS_RM_NOT_ACTIVE|Transaction support within the specified file system resource manager was not started or was shut down due to an error.
C0190006|STATUS_RM_METADATA_CORRUPT|The metadata of the resource manager has been corrupted. The resource manager will not function.
C0190007|STATUS_TRANSACTION_NOT_JOINED|The resource manager attempted to prepare a transaction that it has not successfully joined.
C0190008|STATUS_DIRECTORY_NOT_RM|The specified directory does not contain a file system resource manager.
C019000A|STATUS_TRANSACTIONS_UNSUPPORTED_REMOTE|The remote server or share does not support transacted file operations.
C019000B|STATUS_LOG_RESIZE_INVALID_SIZE|The requested log size for the file system resource manager is invalid.
C019000C|STATUS_REMOTE_FILE_VERSION_MISMATCH|The remote server sent mismatching version number or Fid for a file opened with transactions.
C019000F|STATUS_CRM_PROTOCOL_ALREADY_EXISTS|The resource manager tried to register a protocol that already exists.
C0190010|STATUS_TRANSACTION_PROPAGATION_FAILED|The attempt to propagate the transaction failed.
C0190011|STATUS_CRM_PROTOCOL_NOT_FOUND|The requested propagation protocol was not registered as a CRM.
C0190012|STATUS_TRANSACTION_SUPERIOR_EXISTS|The transaction object already has a superior enlistment, and the caller attempted an operation that would have created a new superior. Only a single superior enlistment is allowed.
C0190013|STATUS_TRANSACTION_REQUEST_NOT_VALID|The requested operation is not valid on the transaction object in its current state.
C0190014|STATUS_TRANSACTION_NOT_REQUESTED|The caller has called a response API, but the response is not expected because the transaction manager did not issue the corresponding request to the caller.
C0190015|STATUS_TRANSACTION_ALREADY_ABORTED|It is too late to perform the requested operation, because the transaction has already been aborted.
C0190016|STATUS_TRANSACTION_ALREADY_COMMITTED|It is too late to perform the requested operation, because the transaction has already been committed.
C0190017|STATUS_TRANSACTION_INVALID_MARSHALL_BUFFER|The buffer passed in to NtPushTransaction or NtPullTransaction is not in a valid format.
C0190018|STATUS_CURRENT_TRANSACTION_NOT_VALID|The current transaction context associated with the thread is not a valid handle to a transaction object.
C0190019|STATUS_LOG_GROWTH_FAILED|An attempt to create space in the transactional resource manager's log failed. The failure status has been recorded in the event log.
C0190021|STATUS_OBJECT_NO_LONGER_EXISTS|The object (file, stream, or link) that corresponds to the handle has been deleted by a transaction savepoint rollback.
C0190022|STATUS_STREAM_MINIVERSION_NOT_FOUND|The specified file miniversion was not found for this transacted file open.
C0190023|STATUS_STREAM_MINIVERSION_NOT_VALID|The specified file miniversion was found but has been invalidated. The most likely cause is a transaction savepoint rollback.
C0190024|STATUS_MINIVERSION_INACCESSIBLE_FROM_SPECIFIED_TRANSACTION|A miniversion may be opened only in the context of the transaction that created it.
C0190025|STATUS_CANT_OPEN_MINIVERSION_WITH_MODIFY_INTENT|It is not possible to open a miniversion with modify access.
C0190026|STATUS_CANT_CREATE_MORE_STREAM_MINIVERSIONS|It is not possible to create any more miniversions for this stream.
C0190028|STATUS_HANDLE_NO_LONGER_VALID|The handle has been invalidated by a transaction. The most likely cause is the presence of memory mapping on a file or an open handle when the transaction ended or rolled back to savepoint.
C0190030|STATUS_LOG_CORRUPTION_DETECTED|The log data is corrupt.
C0190032|STATUS_RM_DISCONNECTED|The transaction outcome is unavailable because the resource manager responsible for it is disconnected.
C0190033|STATUS_ENLISTMENT_NOT_SUPERIOR|The request was rejected because the enlistment in question is not a superior enlistment.
C0190036|STATUS_FILE_IDENTITY_NOT_PERSISTENT|The file cannot be opened in a transaction because its identity depends on the outcome of an unresolved transaction.
C0190037|STATUS_CANT_BREAK_TRANSACTIONAL_DEPENDENCY|The operation cannot be performed because another transaction is depending on this property not changing.
C0190038|STATUS_CANT_CROSS_RM_BOUNDARY|The operation would involve a single file with two transactional resource managers and is, therefore, not allowed.
C0190039|STATUS_TXF_DIR_NOT_EMPTY|The $Txf directory must be empty for this operation to succeed.
C019003A|STATUS_INDOUBT_TRANSACTIONS_EXIST|The operation would leave a transactional resource manager in an inconsistent state and is therefore not allowed.
C019003B|STATUS_TM_VOLATILE|The operation could not be completed because the transaction manager does not have a log.
C019003C|STATUS_ROLLBACK_TIMER_EXPIRED|A rollback could not be scheduled because a previously scheduled rollback has already executed or been queued for execution.
C019003D|STATUS_TXF_ATTRIBUTE_CORRUPT|The transactional metadata attribute on the file or directory %hs is corrupt and unreadable.
C019003E|STATUS_EFS_NOT_ALLOWED_IN_TRANSACTION|The encryption operation could not be completed because a transaction is active.
C019003F|STATUS_TRANSACTIONAL_OPEN_NOT_ALLOWED|This object is not allowed to be opened in a transaction.
C0190040|STATUS_TRANSACTED_MAPPING_UNSUPPORTED_REMOTE|Memory mapping (creating a mapped section) a remote file under a transaction is not supported.
C0190043|STATUS_TRANSACTION_REQUIRED_PROMOTION|Promotion was required to allow the resource manager to enlist, but the transaction was set to disallow it.
C0190044|STATUS_CANNOT_EXECUTE_FILE_IN_TRANSACTION|This file is open for modification in an unresolved transaction and may be opened for execute only by a transacted reader.
C0190045|STATUS_TRANSACTIONS_NOT_FROZEN|The request to thaw frozen transactions was ignored because transactions were not previously frozen.
C0190046|STATUS_TRANSACTION_FREEZE_IN_PROGRESS|Transactions cannot be frozen because a freeze is already in progress.
C0190047|STATUS_NOT_SNAPSHOT_VOLUME|The target volume is not a snapshot volume. This operation is valid only on a volume mounted as a snapshot.
C0190048|STATUS_NO_SAVEPOINT_WITH_OPEN_FILES|The savepoint operation failed because files are open on the transaction, which is not permitted.
C0190049|STATUS_SPARSE_NOT_ALLOWED_IN_TRANSACTION|The sparse operation could not be completed because a transaction is active on the file.
C019004A|STATUS_TM_IDENTITY_MISMATCH|The call to create a transaction manager object failed because the Tm Identity that is stored in the log file does not match the Tm Identity that was passed in as an argument.
C019004B|STATUS_FLOATED_SECTION|I/O was attempted on a section object that has been floated as a result of a transaction ending. There is no valid data.
C019004C|STATUS_CANNOT_ACCEPT_TRANSACTED_WORK|The transactional resource manager cannot currently accept transacted work due to a transient condition, such as low resources.
C019004D|STATUS_CANNOT_ABORT_TRANSACTIONS|The transactional resource manager had too many transactions outstanding that could not be aborted. The transactional resource manager has been shut down.
C019004E|STATUS_TRANSACTION_NOT_FOUND|The specified transaction was unable to be opened because it was not found.
C019004F|STATUS_RESOURCEMANAGER_NOT_FOUND|The specified resource manager was unable to be opened because it was not found.
C0190050|STATUS_ENLISTMENT_NOT_FOUND|The specified enlistment was unable to be opened because it was not found.
C0190051|STATUS_TRANSACTIONMANAGER_NOT_FOUND|The specified transaction manager was unable to be opened because it was not found.
C0190052|STATUS_TRANSACTIONMANAGER_NOT_ONLINE|The specified resource manager was unable to create an enlistment because its associated transaction manager is not online.
C0190053|STATUS_TRANSACTIONMANAGER_RECOVERY_NAME_COLLISION|The specified transaction manager was unable to create the objects contained in its log file in the Ob namespace. Therefore, the transaction manager was unable to recover.
C0190054|STATUS_TRANSACTION_NOT_ROOT|The call to create a superior enlistment on this transaction object could not be completed because the transaction object specified for the enlistment is a subordinate branch of the transaction. Only the root of the transaction can be enlisted as a superior.
C0190055|STATUS_TRANSACTION_OBJECT_EXPIRED|Because the associated transaction manager or resource manager has been closed, the handle is no longer valid.
C0190056|STATUS_COMPRESSION_NOT_ALLOWED_IN_TRANSACTION|The compression operation could not be completed because a transaction is active on the file.
C0190057|STATUS_TRANSACTION_RESPONSE_NOT_ENLISTED|The specified operation could not be performed on this superior enlistment because the enlistment was not created with the corresponding completion response in the NotificationMask.
C0190058|STATUS_TRANSACTION_RECORD_TOO_LONG|The specified operation could not be performed because the record to be logged was too long. This can occur because either there are too many enlistments on this transaction or the combined RecoveryInformation being logged on behalf of those enlistments is too long.
C0190059|STATUS_NO_LINK_TRACKING_IN_TRANSACTION|The link-tracking operation could not be completed because a transaction is active.
C019005A|STATUS_OPERATION_NOT_SUPPORTED_IN_TRANSACTION|This operation cannot be performed in a transaction.
C019005B|STATUS_TRANSACTION_INTEGRITY_VIOLATED|The kernel transaction manager had to abort or forget the transaction because it blocked forward progress.
C019005C|STATUS_TRANSACTIONMANAGER_IDENTITY_MISMATCH|
C019005D|STATUS_RM_CANNOT_BE_FROZEN_FOR_SNAPSHOT|
C019005E|STATUS_TRANSACTION_MUST_WRITETHROUGH|
C019005F|STATUS_TRANSACTION_NO_SUPERIOR|
C0190060|STATUS_EXPIRED_HANDLE|The handle is no longer properly associated with its transaction. It may have been opened in a transactional resource manager that was subsequently forced to restart. Please close the handle and open a new one.
C0190061|STATUS_TRANSACTION_NOT_ENLISTED|The specified operation could not be performed because the resource manager is not enlisted in the transaction.
C01A0001|STATUS_LOG_SECTOR_INVALID|The log service found an invalid log sector.
C01A0002|STATUS_LOG_SECTOR_PARITY_INVALID|The log service encountered a log sector with invalid block parity.
C01A0003|STATUS_LOG_SECTOR_REMAPPED|The log service encountered a remapped log sector.
C01A0004|STATUS_LOG_BLOCK_INCOMPLETE|The log service encountered a partial or incomplete log block.
C01A0005|STATUS_LOG_INVALID_RANGE|The log service encountered an attempt to access data outside the active log range.
C01A0006|STATUS_LOG_BLOCKS_EXHAUSTED|The log service user-log marshaling buffers are exhausted.
C01A0007|STATUS_LOG_READ_CONTEXT_INVALID|The log service encountered an attempt to read from a marshaling area with an invalid read context.
C01A0008|STATUS_LOG_RESTART_INVALID|The log service encountered an invalid log restart area.
C01A0009|STATUS_LOG_BLOCK_VERSION|The log service encountered an invalid log block version.
C01A000A|STATUS_LOG_BLOCK_INVALID|The log service encountered an invalid log block.
C01A000B|STATUS_LOG_READ_MODE_INVALID|The log service encountered an attempt to read the log with an invalid read mode.
C01A000D|STATUS_LOG_METADATA_CORRUPT|The log service encountered a corrupted metadata file.
C01A000E|STATUS_LOG_METADATA_INVALID|The log service encountered a metadata file that could not be created by the log file system.
C01A000F|STATUS_LOG_METADATA_INCONSISTENT|The log service encountered a metadata file with inconsistent data.
C01A0010|STATUS_LOG_RESERVATION_INVALID|The log service encountered an attempt to erroneously allocate or dispose reservation space.
C01A0011|STATUS_LOG_CANT_DELETE|The log service cannot delete the log file or the file system container.
C01A0012|STATUS_LOG_CONTAINER_LIMIT_EXCEEDED|The log service has reached the maximum allowable containers allocated to a log file.
C01A0013|STATUS_LOG_START_OF_LOG|The log service has attempted to read or write backward past the start of the log.
C01A0014|STATUS_LOG_POLICY_ALREADY_INSTALLED|The log policy could not be installed because a policy of the same type is already present.
C01A0015|STATUS_LOG_POLICY_NOT_INSTALLED|The log policy in question was not installed at the time of the request.
C01A0016|STATUS_LOG_POLICY_INVALID|The installed set of policies on the log is invalid.
C01A0017|STATUS_LOG_POLICY_CONFLICT|A policy on the log in question prevented the operation from completing.
C01A0018|STATUS_LOG_PINNED_ARCHIVE_TAIL|The log space cannot be reclaimed because the log is pinned by the archive tail.
C01A0019|STATUS_LOG_RECORD_NONEXISTENT|The log record is not a record in the log file.
C01A001A|STATUS_LOG_RECORDS_RESERVED_INVALID|The number of reserved log records or the adjustment of the number of reserved log records is invalid.
C01A001B|STATUS_LOG_SPACE_RESERVED_INVALID|The reserved log space or the adjustment of the log space is invalid.
C01A001C|STATUS_LOG_TAIL_INVALID|A new or existing archive tail or the base of the active log is invalid.
C01A001D|STATUS_LOG_FULL|The log space is exhausted.
C01A001E|STATUS_LOG_MULTIPLEXED|The log is multiplexed; no direct writes to the physical log are allowed.
C01A001F|STATUS_LOG_DEDICATED|The operation failed because the log is dedicated.
C01A0020|STATUS_LOG_ARCHIVE_NOT_IN_PROGRESS|The operation requires an archive context.
C01A0021|STATUS_LOG_ARCHIVE_IN_PROGRESS|Log archival is in progress.
C01A0022|STATUS_LOG_EPHEMERAL|The operation requires a nonephemeral log, but the log is ephemeral.
C01A0023|STATUS_LOG_NOT_ENOUGH_CONTAINERS|The log must have at least two containers before it can be read from or written to.
C01A0024|STATUS_LOG_CLIENT_ALREADY_REGISTERED|A log client has already registered on the stream.
C01A0025|STATUS_LOG_CLIENT_NOT_REGISTERED|A log client has not been registered on the stream.
C01A0026|STATUS_LOG_FULL_HANDLER_IN_PROGRESS|A request has already been made to handle the log full condition.
C01A0027|STATUS_LOG_CONTAINER_READ_FAILED|The log service encountered an error when attempting to read from a log container.
C01A0028|STATUS_LOG_CONTAINER_WRITE_FAILED|The log service encountered an error when attempting to write to a log container.
C01A0029|STATUS_LOG_CONTAINER_OPEN_FAILED|The log service encountered an error when attempting to open a log container.
C01A002A|STATUS_LOG_CONTAINER_STATE_INVALID|The log service encountered an invalid container state when attempting a requested action.
C01A002B|STATUS_LOG_STATE_INVALID|The log service is not in the correct state to perform a requested action.
C01A002C|STATUS_LOG_PINNED|The log space cannot be reclaimed because the log is pinned.
C01A002D|STATUS_LOG_METADATA_FLUSH_FAILED|The log metadata flush failed.
C01A002E|STATUS_LOG_INCONSISTENT_SECURITY|Security on the log and its containers is inconsistent.
C01A002F|STATUS_LOG_APPENDED_FLUSH_FAILED|Records were appended to the log or reservation changes were made, but the log could not be flushed.
C01A0030|STATUS_LOG_PINNED_RESERVATION|The log is pinned due to reservation consuming most of the log space. Free some reserved records to make space available.
C01B00EA|STATUS_VIDEO_HUNG_DISPLAY_DRIVER_THREAD|{Display Driver Stopped Responding}  The %hs display driver has stopped working normally. Save your work and reboot the system to restore full display functionality. The next time you reboot the computer, a dialog box will allow you to upload data about this failure to Microsoft.
C01C0001|STATUS_FLT_NO_HANDLER_DEFINED|A handler was not defined by the filter for this operation.
C01C0002|STATUS_FLT_CONTEXT_ALREADY_DEFINED|A context is already defined for this object.
C01C0003|STATUS_FLT_INVALID_ASYNCHRONOUS_REQUEST|Asynchronous requests are not valid for this operation.
C01C0004|STATUS_FLT_DISALLOW_FAST_IO|This is an internal error code used by the filter manager to determine if a fast I/O operation should be forced down the input/output request packet (IRP) path. Minifilters should never return this value.
C01C0005|STATUS_FLT_INVALID_NAME_REQUEST|An invalid name request was made. The name requested cannot be retrieved at this time.
C01C0006|STATUS_FLT_NOT_SAFE_TO_POST_OPERATION|Posting this operation to a worker thread for further processing is not safe at this time because it could lead to a system deadlock.
C01C0007|STATUS_FLT_NOT_INITIALIZED|The Filter Manager was not initialized when a filter tried to register. Make sure that the Filter Manager is loaded as a driver.
C01C0008|STATUS_FLT_FILTER_NOT_READY|The filter is not ready for attachment to volumes because it has not finished initializing (FltStartFiltering has not been called).
C01C0009|STATUS_FLT_POST_OPERATION_CLEANUP|The filter must clean up any operation-specific context at this time because it is being removed from the system before the operation is completed by the lower drivers.
C01C000A|STATUS_FLT_INTERNAL_ERROR|The Filter Manager had an internal error from which it cannot recover; therefore, the operation has failed. This is usually the result of a filter returning an invalid value from a pre-operation callback.
C01C000B|STATUS_FLT_DELETING_OBJECT|The object specified for this action is in the process of being deleted; therefore, the action requested cannot be completed at this time.
C01C000C|STATUS_FLT_MUST_BE_NONPAGED_POOL|A nonpaged pool must be used for this type of context.
C01C000D|STATUS_FLT_DUPLICATE_ENTRY|A duplicate handler definition has been provided for an operation.
C01C000E|STATUS_FLT_CBDQ_DISABLED|The callback data queue has been disabled.
C01C000F|STATUS_FLT_DO_NOT_ATTACH|Do not attach the filter to the volume at this time.
C01C0010|STATUS_FLT_DO_NOT_DETACH|Do not detach the filter from the volume at this time.
C01C0011|STATUS_FLT_INSTANCE_ALTITUDE_COLLISION|An instance already exists at this altitude on the volume specified.
C01C0012|STATUS_FLT_INSTANCE_NAME_COLLISION|An instance already exists with this name on the volume specified.
C01C0013|STATUS_FLT_FILTER_NOT_FOUND|The system could not find the filter specified.
C01C0014|STATUS_FLT_VOLUME_NOT_FOUND|The system could not find the volume specified.
C01C0015|STATUS_FLT_INSTANCE_NOT_FOUND|The system could not find the instance specified.
C01C0016|STATUS_FLT_CONTEXT_ALLOCATION_NOT_FOUND|No registered context allocation definition was found for the given request.
C01C0017|STATUS_FLT_INVALID_CONTEXT_REGISTRATION|An invalid parameter was specified during context registration.
C01C0018|STATUS_FLT_NAME_CACHE_MISS|The name requested was not found in the Filter Manager name cache and could not be retrieved from the file system.
C01C0019|STATUS_FLT_NO_DEVICE_OBJECT|The requested device object does not exist for the given volume.
C01C001A|STATUS_FLT_VOLUME_ALREADY_MOUNTED|The specified volume is already mounted.
C01C001B|STATUS_FLT_ALREADY_ENLISTED|The specified transaction context is already enlisted in a transaction.
C01C001C|STATUS_FLT_CONTEXT_ALREADY_LINKED|The specified context is already attached to another object.
C01C0020|STATUS_FLT_NO_WAITER_FOR_REPLY|No waiter is present for the filter's reply to this message.
C01C0023|STATUS_FLT_REGISTRATION_BUSY|
C01D0001|STATUS_MONITOR_NO_DESCRIPTOR|A monitor descriptor could not be obtained.
C01D0002|STATUS_MONITOR_UNKNOWN_DESCRIPTOR_FORMAT|This release does not support the format of the obtained monitor descriptor.
C01D0003|STATUS_MONITOR_INVALID_DESCRIPTOR_CHECKSUM|The checksum of the obtained monitor descriptor is invalid.
C01D0004|STATUS_MONITOR_INVALID_STANDARD_TIMING_BLOCK|The monitor descriptor contains an invalid standard timing block.
C01D0005|STATUS_MONITOR_WMI_DATABLOCK_REGISTRATION_FAILED|WMI data-block registration failed for one of the MSMonitorClass WMI subclasses.
C01D0006|STATUS_MONITOR_INVALID_SERIAL_NUMBER_MONDSC_BLOCK|The provided monitor descriptor block is either corrupted or does not contain the monitor's detailed serial number.
C01D0007|STATUS_MONITOR_INVALID_USER_FRIENDLY_MONDSC_BLOCK|The provided monitor descriptor block is either corrupted or does not contain the monitor's user-friendly name.
C01D0008|STATUS_MONITOR_NO_MORE_DESCRIPTOR_DATA|There is no monitor descriptor data at the specified (offset or size) region.
C01D0009|STATUS_MONITOR_INVALID_DETAILED_TIMING_BLOCK|The monitor descriptor contains an invalid detailed timing block.
C01D000A|STATUS_MONITOR_INVALID_MANUFACTURE_DATE|Monitor descriptor contains invalid manufacture date.
C01E0000|STATUS_GRAPHICS_NOT_EXCLUSIVE_MODE_OWNER|Exclusive mode ownership is needed to create an unmanaged primary allocation.
C01E0001|STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER|The driver needs more DMA buffer space to complete the requested operation.
C01E0002|STATUS_GRAPHICS_INVALID_DISPLAY_ADAPTER|The specified display adapter handle is invalid.
C01E0003|STATUS_GRAPHICS_ADAPTER_WAS_RESET|The specified display adapter and all of its state have been reset.
C01E0004|STATUS_GRAPHICS_INVALID_DRIVER_MODEL|The driver stack does not match the expected driver model.
C01E0005|STATUS_GRAPHICS_PRESENT_MODE_CHANGED|Present happened but ended up into the changed desktop mode.
C01E0006|STATUS_GRAPHICS_PRESENT_OCCLUDED|Nothing to present due to desktop occlusion.
C01E0007|STATUS_GRAPHICS_PRESENT_DENIED|Not able to present due to denial of desktop access.
C01E0008|STATUS_GRAPHICS_CANNOTCOLORCONVERT|Not able to present with color conversion.
C01E0009|STATUS_GRAPHICS_DRIVER_MISMATCH|The kernel driver detected a version mismatch between it and the user mode driver.
C01E000B|STATUS_GRAPHICS_PRESENT_REDIRECTION_DISABLED|Present redirection is disabled (desktop windowing management subsystem is off).
C01E000C|STATUS_GRAPHICS_PRESENT_UNOCCLUDED|Previous exclusive VidPn source owner has released its ownership
C01E000D|STATUS_GRAPHICS_WINDOWDC_NOT_AVAILABLE|
C01E000E|STATUS_GRAPHICS_WINDOWLESS_PRESENT_DISABLED|
C01E0100|STATUS_GRAPHICS_NO_VIDEO_MEMORY|Not enough video memory is available to complete the operation.
C01E0101|STATUS_GRAPHICS_CANT_LOCK_MEMORY|Could not probe and lock the underlying memory of an allocation.
C01E0102|STATUS_GRAPHICS_ALLOCATION_BUSY|The allocation is currently busy.
C01E0103|STATUS_GRAPHICS_TOO_MANY_REFERENCES|An object being referenced has already reached the maximum reference count and cannot be referenced further.
C01E0104|STATUS_GRAPHICS_TRY_AGAIN_LATER|A problem could not be solved due to an existing condition. Try again later.
C01E0105|STATUS_GRAPHICS_TRY_AGAIN_NOW|A problem could not be solved due to an existing condition. Try again now.
C01E0106|STATUS_GRAPHICS_ALLOCATION_INVALID|The allocation is invalid.
C01E0107|STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE|No more unswizzling apertures are currently available.
C01E0108|STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED|The current allocation cannot be unswizzled by an aperture.
C01E0109|STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION|The request failed because a pinned allocation cannot be evicted.
C01E0110|STATUS_GRAPHICS_INVALID_ALLOCATION_USAGE|The allocation cannot be used from its current segment location for the specified operation.
C01E0111|STATUS_GRAPHICS_CANT_RENDER_LOCKED_ALLOCATION|A locked allocation cannot be used in the current command buffer.
C01E0112|STATUS_GRAPHICS_ALLOCATION_CLOSED|The allocation being referenced has been closed permanently.
C01E0113|STATUS_GRAPHICS_INVALID_ALLOCATION_INSTANCE|An invalid allocation instance is being referenced.
C01E0114|STATUS_GRAPHICS_INVALID_ALLOCATION_HANDLE|An invalid allocation handle is being referenced.
C01E0115|STATUS_GRAPHICS_WRONG_ALLOCATION_DEVICE|The allocation being referenced does not belong to the current device.
C01E0116|STATUS_GRAPHICS_ALLOCATION_CONTENT_LOST|The specified allocation lost its content.
C01E0200|STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE|A GPU exception was detected on the given device. The device cannot be scheduled.
C01E0300|STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY|The specified VidPN topology is invalid.
C01E0301|STATUS_GRAPHICS_VIDPN_TOPOLOGY_NOT_SUPPORTED|The specified VidPN topology is valid but is not supported by this model of the display adapter.
C01E0302|STATUS_GRAPHICS_VIDPN_TOPOLOGY_CURRENTLY_NOT_SUPPORTED|The specified VidPN topology is valid but is not currently supported by the display adapter due to allocation of its resources.
C01E0303|STATUS_GRAPHICS_INVALID_VIDPN|The specified VidPN handle is invalid.
C01E0304|STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE|The specified video present source is invalid.
C01E0305|STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET|The specified video present target is invalid.
C01E0306|STATUS_GRAPHICS_VIDPN_MODALITY_NOT_SUPPORTED|The specified VidPN modality is not supported (for example, at least two of the pinned modes are not co-functional).
C01E0308|STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET|The specified VidPN source mode set is invalid.
C01E0309|STATUS_GRAPHICS_INVALID_VIDPN_TARGETMODESET|The specified VidPN target mode set is invalid.
C01E030A|STATUS_GRAPHICS_INVALID_FREQUENCY|The specified video signal frequency is invalid.
C01E030B|STATUS_GRAPHICS_INVALID_ACTIVE_REGION|The specified video signal active region is invalid.
C01E030C|STATUS_GRAPHICS_INVALID_TOTAL_REGION|The specified video signal total region is invalid.
C01E0310|STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE|The specified video present source mode is invalid.
C01E0311|STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET_MODE|The specified video present target mode is invalid.
C01E0312|STATUS_GRAPHICS_PINNED_MODE_MUST_REMAIN_IN_SET|The pinned mode must remain in the set on the VidPN's co-functional modality enumeration.
C01E0313|STATUS_GRAPHICS_PATH_ALREADY_IN_TOPOLOGY|The specified video present path is already in the VidPN's topology.
C01E0314|STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET|The specified mode is already in the mode set.
C01E0315|STATUS_GRAPHICS_INVALID_VIDEOPRESENTSOURCESET|The specified video present source set is invalid.
C01E0316|STATUS_GRAPHICS_INVALID_VIDEOPRESENTTARGETSET|The specified video present target set is invalid.
C01E0317|STATUS_GRAPHICS_SOURCE_ALREADY_IN_SET|The specified video present source is already in the video present source set.
C01E0318|STATUS_GRAPHICS_TARGET_ALREADY_IN_SET|The specified video present target is already in the video present target set.
C01E0319|STATUS_GRAPHICS_INVALID_VIDPN_PRESENT_PATH|The specified VidPN present path is invalid.
C01E031A|STATUS_GRAPHICS_NO_RECOMMENDED_VIDPN_TOPOLOGY|The miniport has no recommendation for augmenting the specified VidPN's topology.
C01E031B|STATUS_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGESET|The specified monitor frequency range set is invalid.
C01E031C|STATUS_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGE|The specified monitor frequency range is invalid.
C01E031D|STATUS_GRAPHICS_FREQUENCYRANGE_NOT_IN_SET|The specified frequency range is not in the specified monitor frequency range set.
C01E031F|STATUS_GRAPHICS_FREQUENCYRANGE_ALREADY_IN_SET|The specified frequency range is already in the specified monitor frequency range set.
C01E0320|STATUS_GRAPHICS_STALE_MODESET|The specified mode set is stale. Reacquire the new mode set.
C01E0321|STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET|The specified monitor source mode set is invalid.
C01E0322|STATUS_GRAPHICS_INVALID_MONITOR_SOURCE_MODE|The specified monitor source mode is invalid.
C01E0323|STATUS_GRAPHICS_NO_RECOMMENDED_FUNCTIONAL_VIDPN|The miniport does not have a recommendation regarding the request to provide a functional VidPN given the current display adapter configuration.
C01E0324|STATUS_GRAPHICS_MODE_ID_MUST_BE_UNIQUE|The ID of the specified mode is being used by another mode in the set.
C01E0325|STATUS_GRAPHICS_EMPTY_ADAPTER_MONITOR_MODE_SUPPORT_INTERSECTION|The system failed to determine a mode that is supported by both the display adapter and the monitor connected to it.
C01E0326|STATUS_GRAPHICS_VIDEO_PRESENT_TARGETS_LESS_THAN_SOURCES|The number of video present targets must be greater than or equal to the number of video present sources.
C01E0327|STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY|The specified present path is not in the VidPN's topology.
C01E0328|STATUS_GRAPHICS_ADAPTER_MUST_HAVE_AT_LEAST_ONE_SOURCE|The display adapter must have at least one video present source.
C01E0329|STATUS_GRAPHICS_ADAPTER_MUST_HAVE_AT_LEAST_ONE_TARGET|The display adapter must have at least one video present target.
C01E032A|STATUS_GRAPHICS_INVALID_MONITORDESCRIPTORSET|The specified monitor descriptor set is invalid.
C01E032B|STATUS_GRAPHICS_INVALID_MONITORDESCRIPTOR|The specified monitor descriptor is invalid.
C01E032C|STATUS_GRAPHICS_MONITORDESCRIPTOR_NOT_IN_SET|The specified descriptor is not in the specified monitor descriptor set.
C01E032D|STATUS_GRAPHICS_MONITORDESCRIPTOR_ALREADY_IN_SET|The specified descriptor is already in the specified monitor descriptor set.
C01E032E|STATUS_GRAPHICS_MONITORDESCRIPTOR_ID_MUST_BE_UNIQUE|The ID of the specified monitor descriptor is being used by another descriptor in the set.
C01E032F|STATUS_GRAPHICS_INVALID_VIDPN_TARGET_SUBSET_TYPE|The specified video present target subset type is invalid.
C01E0330|STATUS_GRAPHICS_RESOURCES_NOT_RELATED|Two or more of the specified resources are not related to each other, as defined by the interface semantics.
C01E0331|STATUS_GRAPHICS_SOURCE_ID_MUST_BE_UNIQUE|The ID of the specified video present source is being used by another source in the set.
C01E0332|STATUS_GRAPHICS_TARGET_ID_MUST_BE_UNIQUE|The ID of the specified video present target is being used by another target in the set.
C01E0333|STATUS_GRAPHICS_NO_AVAILABLE_VIDPN_TARGET|The specified VidPN source cannot be used because there is no available VidPN target to connect it to.
C01E0334|STATUS_GRAPHICS_MONITOR_COULD_NOT_BE_ASSOCIATED_WITH_ADAPTER|The newly arrived monitor could not be associated with a display adapter.
C01E0335|STATUS_GRAPHICS_NO_VIDPNMGR|The particular display adapter does not have an associated VidPN manager.
C01E0336|STATUS_GRAPHICS_NO_ACTIVE_VIDPN|The VidPN manager of the particular display adapter does not have an active VidPN.
C01E0337|STATUS_GRAPHICS_STALE_VIDPN_TOPOLOGY|The specified VidPN topology is stale; obtain the new topology.
C01E0338|STATUS_GRAPHICS_MONITOR_NOT_CONNECTED|No monitor is connected on the specified video present target.
C01E0339|STATUS_GRAPHICS_SOURCE_NOT_IN_TOPOLOGY|The specified source is not part of the specified VidPN's topology.
C01E033A|STATUS_GRAPHICS_INVALID_PRIMARYSURFACE_SIZE|The specified primary surface size is invalid.
C01E033B|STATUS_GRAPHICS_INVALID_VISIBLEREGION_SIZE|The specified visible region size is invalid.
C01E033C|STATUS_GRAPHICS_INVALID_STRIDE|The specified stride is invalid.
C01E033D|STATUS_GRAPHICS_INVALID_PIXELFORMAT|The specified pixel format is invalid.
C01E033E|STATUS_GRAPHICS_INVALID_COLORBASIS|The specified color basis is invalid.
C01E033F|STATUS_GRAPHICS_INVALID_PIXELVALUEACCESSMODE|The specified pixel value access mode is invalid.
C01E0340|STATUS_GRAPHICS_TARGET_NOT_IN_TOPOLOGY|The specified target is not part of the specified VidPN's topology.
C01E0341|STATUS_GRAPHICS_NO_DISPLAY_MODE_MANAGEMENT_SUPPORT|Failed to acquire the display mode management interface.
C01E0342|STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE|The specified VidPN source is already owned by a DMM client and cannot be used until that client releases it.
C01E0343|STATUS_GRAPHICS_CANT_ACCESS_ACTIVE_VIDPN|The specified VidPN is active and cannot be accessed.
C01E0344|STATUS_GRAPHICS_INVALID_PATH_IMPORTANCE_ORDINAL|The specified VidPN's present path importance ordinal is invalid.
C01E0345|STATUS_GRAPHICS_INVALID_PATH_CONTENT_GEOMETRY_TRANSFORMATION|The specified VidPN's present path content geometry transformation is invalid.
C01E0346|STATUS_GRAPHICS_PATH_CONTENT_GEOMETRY_TRANSFORMATION_NOT_SUPPORTED|The specified content geometry transformation is not supported on the respective VidPN present path.
C01E0347|STATUS_GRAPHICS_INVALID_GAMMA_RAMP|The specified gamma ramp is invalid.
C01E0348|STATUS_GRAPHICS_GAMMA_RAMP_NOT_SUPPORTED|The specified gamma ramp is not supported on the respective VidPN present path.
C01E0349|STATUS_GRAPHICS_MULTISAMPLING_NOT_SUPPORTED|Multisampling is not supported on the respective VidPN present path.
C01E034A|STATUS_GRAPHICS_MODE_NOT_IN_MODESET|The specified mode is not in the specified mode set.
C01E034D|STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY_RECOMMENDATION_REASON|The specified VidPN topology recommendation reason is invalid.
C01E034E|STATUS_GRAPHICS_INVALID_PATH_CONTENT_TYPE|The specified VidPN present path content type is invalid.
C01E034F|STATUS_GRAPHICS_INVALID_COPYPROTECTION_TYPE|The specified VidPN present path copy protection type is invalid.
C01E0350|STATUS_GRAPHICS_UNASSIGNED_MODESET_ALREADY_EXISTS|Only one unassigned mode set can exist at any one time for a particular VidPN source or target.
C01E0352|STATUS_GRAPHICS_INVALID_SCANLINE_ORDERING|The specified scan line ordering type is invalid.
C01E0353|STATUS_GRAPHICS_TOPOLOGY_CHANGES_NOT_ALLOWED|The topology changes are not allowed for the specified VidPN.
C01E0354|STATUS_GRAPHICS_NO_AVAILABLE_IMPORTANCE_ORDINALS|All available importance ordinals are being used in the specified topology.
C01E0355|STATUS_GRAPHICS_INCOMPATIBLE_PRIVATE_FORMAT|The specified primary surface has a different private-format attribute than the current primary surface.
C01E0356|STATUS_GRAPHICS_INVALID_MODE_PRUNING_ALGORITHM|The specified mode-pruning algorithm is invalid.
C01E0357|STATUS_GRAPHICS_INVALID_MONITOR_CAPABILITY_ORIGIN|The specified monitor-capability origin is invalid.
C01E0358|STATUS_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGE_CONSTRAINT|The specified monitor-frequency range constraint is invalid.
C01E0359|STATUS_GRAPHICS_MAX_NUM_PATHS_REACHED|The maximum supported number of present paths has been reached.
C01E035A|STATUS_GRAPHICS_CANCEL_VIDPN_TOPOLOGY_AUGMENTATION|The miniport requested that augmentation be canceled for the specified source of the specified VidPN's topology.
C01E035B|STATUS_GRAPHICS_INVALID_CLIENT_TYPE|The specified client type was not recognized.
C01E035C|STATUS_GRAPHICS_CLIENTVIDPN_NOT_SET|The client VidPN is not set on this adapter (for example, no user mode-initiated mode changes have taken place on this adapter).
C01E0400|STATUS_GRAPHICS_SPECIFIED_CHILD_ALREADY_CONNECTED|The specified display adapter child device already has an external device connected to it.
C01E0401|STATUS_GRAPHICS_CHILD_DESCRIPTOR_NOT_SUPPORTED|The display adapter child device does not support reporting a descriptor.
C01E0430|STATUS_GRAPHICS_NOT_A_LINKED_ADAPTER|The display adapter is not linked to any other adapters.
C01E0431|STATUS_GRAPHICS_LEADLINK_NOT_ENUMERATED|The lead adapter in a linked configuration was not enumerated yet.
C01E0432|STATUS_GRAPHICS_CHAINLINKS_NOT_ENUMERATED|Some chain adapters in a linked configuration have not yet been enumerated.
C01E0433|STATUS_GRAPHICS_ADAPTER_CHAIN_NOT_READY|The chain of linked adapters is not ready to start because of an unknown failure.
C01E0434|STATUS_GRAPHICS_CHAINLINKS_NOT_STARTED|An attempt was made to start a lead link display adapter when the chain links had not yet started.
C01E0435|STATUS_GRAPHICS_CHAINLINKS_NOT_POWERED_ON|An attempt was made to turn on a lead link display adapter when the chain links were turned off.
C01E0436|STATUS_GRAPHICS_INCONSISTENT_DEVICE_LINK_STATE|The adapter link was found in an inconsistent state. Not all adapters are in an expected PNP/power state.
C01E0438|STATUS_GRAPHICS_NOT_POST_DEVICE_DRIVER|The driver trying to start is not the same as the driver for the posted display adapter.
C01E043B|STATUS_GRAPHICS_ADAPTER_ACCESS_NOT_EXCLUDED|An operation is being attempted that requires the display adapter to be in a quiescent state.
C01E0500|STATUS_GRAPHICS_OPM_NOT_SUPPORTED|The driver does not support OPM.
C01E0501|STATUS_GRAPHICS_COPP_NOT_SUPPORTED|The driver does not support COPP.
C01E0502|STATUS_GRAPHICS_UAB_NOT_SUPPORTED|The driver does not support UAB.
C01E0503|STATUS_GRAPHICS_OPM_INVALID_ENCRYPTED_PARAMETERS|The specified encrypted parameters are invalid.
C01E0504|STATUS_GRAPHICS_OPM_PARAMETER_ARRAY_TOO_SMALL|An array passed to a function cannot hold all of the data that the function wants to put in it.
C01E0505|STATUS_GRAPHICS_OPM_NO_PROTECTED_OUTPUTS_EXIST|The GDI display device passed to this function does not have any active protected outputs.
C01E0506|STATUS_GRAPHICS_PVP_NO_DISPLAY_DEVICE_CORRESPONDS_TO_NAME|The PVP cannot find an actual GDI display device that corresponds to the passed-in GDI display device name.
C01E0507|STATUS_GRAPHICS_PVP_DISPLAY_DEVICE_NOT_ATTACHED_TO_DESKTOP|This function failed because the GDI display device passed to it was not attached to the Windows desktop.
C01E0508|STATUS_GRAPHICS_PVP_MIRRORING_DEVICES_NOT_SUPPORTED|The PVP does not support mirroring display devices because they do not have any protected outputs.
C01E050A|STATUS_GRAPHICS_OPM_INVALID_POINTER|The function failed because an invalid pointer parameter was passed to it. A pointer parameter is invalid if it is null, is not correctly aligned, or it points to an invalid address or a kernel mode address.
C01E050B|STATUS_GRAPHICS_OPM_INTERNAL_ERROR|An internal error caused an operation to fail.
C01E050C|STATUS_GRAPHICS_OPM_INVALID_HANDLE|The function failed because the caller passed in an invalid OPM user-mode handle.
C01E050D|STATUS_GRAPHICS_PVP_NO_MONITORS_CORRESPOND_TO_DISPLAY_DEVICE|This function failed because the GDI device passed to it did not have any monitors associated with it.
C01E050E|STATUS_GRAPHICS_PVP_INVALID_CERTIFICATE_LENGTH|A certificate could not be returned because the certificate buffer passed to the function was too small.
C01E050F|STATUS_GRAPHICS_OPM_SPANNING_MODE_ENABLED|DxgkDdiOpmCreateProtectedOutput() could not create a protected output because the video present yarget is in spanning mode.
C01E0510|STATUS_GRAPHICS_OPM_THEATER_MODE_ENABLED|DxgkDdiOpmCreateProtectedOutput() could not create a protected output because the video present target is in theater mode.
C01E0511|STATUS_GRAPHICS_PVP_HFS_FAILED|The function call failed because the display adapter's hardware functionality scan (HFS) failed to validate the graphics hardware.
C01E0512|STATUS_GRAPHICS_OPM_INVALID_SRM|The HDCP SRM passed to this function did not comply with section 5 of the HDCP 1.1 specification.
C01E0513|STATUS_GRAPHICS_OPM_OUTPUT_DOES_NOT_SUPPORT_HDCP|The protected output cannot enable the HDCP system because it does not support it.
C01E0514|STATUS_GRAPHICS_OPM_OUTPUT_DOES_NOT_SUPPORT_ACP|The protected output cannot enable analog copy protection because it does not support it.
C01E0515|STATUS_GRAPHICS_OPM_OUTPUT_DOES_NOT_SUPPORT_CGMSA|The protected output cannot enable the CGMS-A protection technology because it does not support it.
C01E0516|STATUS_GRAPHICS_OPM_HDCP_SRM_NEVER_SET|DxgkDdiOPMGetInformation() cannot return the version of the SRM being used because the application never successfully passed an SRM to the protected output.
C01E0517|STATUS_GRAPHICS_OPM_RESOLUTION_TOO_HIGH|DxgkDdiOPMConfigureProtectedOutput() cannot enable the specified output protection technology because the output's screen resolution is too high.
C01E0518|STATUS_GRAPHICS_OPM_ALL_HDCP_HARDWARE_ALREADY_IN_USE|DxgkDdiOPMConfigureProtectedOutput() cannot enable HDCP because other physical outputs are using the display adapter's HDCP hardware.
C01E051A|STATUS_GRAPHICS_OPM_PROTECTED_OUTPUT_NO_LONGER_EXISTS|The operating system asynchronously destroyed this OPM-protected output because the operating system state changed. This error typically occurs because the monitor PDO associated with this protected output was removed or stopped, the protected output's session became a nonconsole session, or the protected output's desktop became inactive.
C01E051B|STATUS_GRAPHICS_OPM_SESSION_TYPE_CHANGE_IN_PROGRESS|OPM functions cannot be called when a session is changing its type. Three types of sessions currently exist: console, disconnected, and remote (RDP or ICA).
C01E051C|STATUS_GRAPHICS_OPM_PROTECTED_OUTPUT_DOES_NOT_HAVE_COPP_SEMANTICS|The DxgkDdiOPMGetCOPPCompatibleInformation, DxgkDdiOPMGetInformation, or DxgkDdiOPMConfigureProtectedOutput function failed. This error is returned only if a protected output has OPM semantics. DxgkDdiOPMGetCOPPCompatibleInformation always returns this error if a protected output has OPM semantics. DxgkDdiOPMGetInformation returns this error code if the caller requested COPP-specific information. DxgkDdiOPMConfigureProtectedOutput returns this error when the caller tries to use a COPP-specific command.
C01E051D|STATUS_GRAPHICS_OPM_INVALID_INFORMATION_REQUEST|The DxgkDdiOPMGetInformation and DxgkDdiOPMGetCOPPCompatibleInformation functions return this error code if the passed-in sequence number is not the expected sequence number or the passed-in OMAC value is invalid.
C01E051E|STATUS_GRAPHICS_OPM_DRIVER_INTERNAL_ERROR|The function failed because an unexpected error occurred inside a display driver.
C01E051F|STATUS_GRAPHICS_OPM_PROTECTED_OUTPUT_DOES_NOT_HAVE_OPM_SEMANTICS|The DxgkDdiOPMGetCOPPCompatibleInformation, DxgkDdiOPMGetInformation, or DxgkDdiOPMConfigureProtectedOutput function failed. This error is returned only if a protected output has COPP semantics. DxgkDdiOPMGetCOPPCompatibleInformation returns this error code if the caller requested OPM-specific information. DxgkDdiOPMGetInformation always returns this error if a protected output has COPP semantics. DxgkDdiOPMConfigureProtectedOutput returns this error when the caller tries to use an OPM-specific command.
C01E0520|STATUS_GRAPHICS_OPM_SIGNALING_NOT_SUPPORTED|The DxgkDdiOPMGetCOPPCompatibleInformation and DxgkDdiOPMConfigureProtectedOutput functions return this error if the display driver does not support the DXGKMDT_OPM_GET_ACP_AND_CGMSA_SIGNALING and DXGKMDT_OPM_SET_ACP_AND_CGMSA_SIGNALING GUIDs.
C01E0521|STATUS_GRAPHICS_OPM_INVALID_CONFIGURATION_REQUEST|The DxgkDdiOPMConfigureProtectedOutput function returns this error code if the passed-in sequence number is not the expected sequence number or the passed-in OMAC value is invalid.
C01E0580|STATUS_GRAPHICS_I2C_NOT_SUPPORTED|The monitor connected to the specified video output does not have an I2C bus.
C01E0581|STATUS_GRAPHICS_I2C_DEVICE_DOES_NOT_EXIST|No device on the I2C bus has the specified address.
C01E0582|STATUS_GRAPHICS_I2C_ERROR_TRANSMITTING_DATA|An error occurred while transmitting data to the device on the I2C bus.
C01E0583|STATUS_GRAPHICS_I2C_ERROR_RECEIVING_DATA|An error occurred while receiving data from the device on the I2C bus.
C01E0584|STATUS_GRAPHICS_DDCCI_VCP_NOT_SUPPORTED|The monitor does not support the specified VCP code.
C01E0585|STATUS_GRAPHICS_DDCCI_INVALID_DATA|The data received from the monitor is invalid.
C01E0586|STATUS_GRAPHICS_DDCCI_MONITOR_RETURNED_INVALID_TIMING_STATUS_BYTE|A function call failed because a monitor returned an invalid timing status byte when the operating system used the DDC/CI get timing report and timing message command to get a timing report from a monitor.
C01E0587|STATUS_GRAPHICS_DDCCI_INVALID_CAPABILITIES_STRING|A monitor returned a DDC/CI capabilities string that did not comply with the ACCESS.bus 3.0, DDC/CI 1.1, or MCCS 2 Revision 1 specification.
C01E0588|STATUS_GRAPHICS_MCA_INTERNAL_ERROR|An internal error caused an operation to fail.
C01E0589|STATUS_GRAPHICS_DDCCI_INVALID_MESSAGE_COMMAND|An operation failed because a DDC/CI message had an invalid value in its command field.
C01E058A|STATUS_GRAPHICS_DDCCI_INVALID_MESSAGE_LENGTH|This error occurred because a DDC/CI message had an invalid value in its length field.
C01E058B|STATUS_GRAPHICS_DDCCI_INVALID_MESSAGE_CHECKSUM|This error occurred because the value in a DDC/CI message's checksum field did not match the message's computed checksum value. This error implies that the data was corrupted while it was being transmitted from a monitor to a computer.
C01E058C|STATUS_GRAPHICS_INVALID_PHYSICAL_MONITOR_HANDLE|This function failed because an invalid monitor handle was passed to it.
C01E058D|STATUS_GRAPHICS_MONITOR_NO_LONGER_EXISTS|The operating system asynchronously destroyed the monitor that corresponds to this handle because the operating system's state changed. This error typically occurs because the monitor PDO associated with this handle was removed or stopped, or a display mode change occurred. A display mode change occurs when Windows sends a WM_DISPLAYCHANGE message to applications.
C01E05E0|STATUS_GRAPHICS_ONLY_CONSOLE_SESSION_SUPPORTED|This function can be used only if a program is running in the local console session. It cannot be used if a program is running on a remote desktop session or on a terminal server session.
C01E05E1|STATUS_GRAPHICS_NO_DISPLAY_DEVICE_CORRESPONDS_TO_NAME|This function cannot find an actual GDI display device that corresponds to the specified GDI display device name.
C01E05E2|STATUS_GRAPHICS_DISPLAY_DEVICE_NOT_ATTACHED_TO_DESKTOP|The function failed because the specified GDI display device was not attached to the Windows desktop.
C01E05E3|STATUS_GRAPHICS_MIRRORING_DEVICES_NOT_SUPPORTED|This function does not support GDI mirroring display devices because GDI mirroring display devices do not have any physical monitors associated with them.
C01E05E4|STATUS_GRAPHICS_INVALID_POINTER|The function failed because an invalid pointer parameter was passed to it. A pointer parameter is invalid if it is null, is not correctly aligned, or points to an invalid address or to a kernel mode address.
C01E05E5|STATUS_GRAPHICS_NO_MONITORS_CORRESPOND_TO_DISPLAY_DEVICE|This function failed because the GDI device passed to it did not have a monitor associated with it.
C01E05E6|STATUS_GRAPHICS_PARAMETER_ARRAY_TOO_SMALL|An array passed to the function cannot hold all of the data that the function must copy into the array.
C01E05E7|STATUS_GRAPHICS_INTERNAL_ERROR|An internal error caused an operation to fail.
C01E05E8|STATUS_GRAPHICS_SESSION_TYPE_CHANGE_IN_PROGRESS|The function failed because the current session is changing its type. This function cannot be called when the current session is changing its type. Three types of sessions currently exist: console, disconnected, and remote (RDP or ICA).
C0210000|STATUS_FVE_LOCKED_VOLUME|The volume must be unlocked before it can be used.
C0210001|STATUS_FVE_NOT_ENCRYPTED|The volume is fully decrypted and no key is available.
C0210002|STATUS_FVE_BAD_INFORMATION|The control block for the encrypted volume is not valid.
C0210003|STATUS_FVE_TOO_SMALL|Not enough free space remains on the volume to allow encryption.
C0210004|STATUS_FVE_FAILED_WRONG_FS|The partition cannot be encrypted because the file system is not supported.
C0210005|STATUS_FVE_FAILED_BAD_FS|The file system is inconsistent. Run the Check Disk utility.
C0210005|STATUS_FVE_BAD_PARTITION_SIZE|
C0210006|STATUS_FVE_FS_NOT_EXTENDED|The file system does not extend to the end of the volume.
C0210007|STATUS_FVE_FS_MOUNTED|This operation cannot be performed while a file system is mounted on the volume.
C0210008|STATUS_FVE_NO_LICENSE|BitLocker Drive Encryption is not included with this version of Windows.
C0210009|STATUS_FVE_ACTION_NOT_ALLOWED|The requested action was denied by the FVE control engine.
C021000A|STATUS_FVE_BAD_DATA|The data supplied is malformed.
C021000B|STATUS_FVE_VOLUME_NOT_BOUND|The volume is not bound to the system.
C021000C|STATUS_FVE_NOT_DATA_VOLUME|The volume specified is not a data volume.
C021000D|STATUS_FVE_CONV_READ_ERROR|A read operation failed while converting the volume.
C021000E|STATUS_FVE_CONV_WRITE_ERROR|A write operation failed while converting the volume.
C021000F|STATUS_FVE_OVERLAPPED_UPDATE|The control block for the encrypted volume was updated by another thread. Try again.
C0210010|STATUS_FVE_FAILED_SECTOR_SIZE|The volume encryption algorithm cannot be used on this sector size.
C0210011|STATUS_FVE_FAILED_AUTHENTICATION|BitLocker recovery authentication failed.
C0210012|STATUS_FVE_NOT_OS_VOLUME|The volume specified is not the boot operating system volume.
C0210013|STATUS_FVE_KEYFILE_NOT_FOUND|The BitLocker startup key or recovery password could not be read from external media.
C0210014|STATUS_FVE_KEYFILE_INVALID|The BitLocker startup key or recovery password file is corrupt or invalid.
C0210015|STATUS_FVE_KEYFILE_NO_VMK|The BitLocker encryption key could not be obtained from the startup key or the recovery password.
C0210016|STATUS_FVE_TPM_DISABLED|The TPM is disabled.
C0210017|STATUS_FVE_TPM_SRK_AUTH_NOT_ZERO|The authorization data for the SRK of the TPM is not zero.
C0210018|STATUS_FVE_TPM_INVALID_PCR|The system boot information changed or the TPM locked out access to BitLocker encryption keys until the computer is restarted.
C0210019|STATUS_FVE_TPM_NO_VMK|The BitLocker encryption key could not be obtained from the TPM.
C021001A|STATUS_FVE_PIN_INVALID|The BitLocker encryption key could not be obtained from the TPM and PIN.
C021001B|STATUS_FVE_AUTH_INVALID_APPLICATION|A boot application hash does not match the hash computed when BitLocker was turned on.
C021001C|STATUS_FVE_AUTH_INVALID_CONFIG|The Boot Configuration Data (BCD) settings are not supported or have changed because BitLocker was enabled.
C021001D|STATUS_FVE_DEBUGGER_ENABLED|Boot debugging is enabled. Run Windows Boot Configuration Data Store Editor (bcdedit.exe) to turn it off.
C021001E|STATUS_FVE_DRY_RUN_FAILED|The BitLocker encryption key could not be obtained.
C021001F|STATUS_FVE_BAD_METADATA_POINTER|The metadata disk region pointer is incorrect.
C0210020|STATUS_FVE_OLD_METADATA_COPY|The backup copy of the metadata is out of date.
C0210021|STATUS_FVE_REBOOT_REQUIRED|No action was taken because a system restart is required.
C0210022|STATUS_FVE_RAW_ACCESS|No action was taken because BitLocker Drive Encryption is in RAW access mode.
C0210023|STATUS_FVE_RAW_BLOCKED|BitLocker Drive Encryption cannot enter RAW access mode for this volume.
C0210024|STATUS_FVE_NO_AUTOUNLOCK_MASTER_KEY|
C0210025|STATUS_FVE_MOR_FAILED|
C0210026|STATUS_FVE_NO_FEATURE_LICENSE|This feature of BitLocker Drive Encryption is not included with this version of Windows.
C0210027|STATUS_FVE_POLICY_USER_DISABLE_RDV_NOT_ALLOWED|Group policy does not permit turning off BitLocker Drive Encryption on roaming data volumes.
C0210028|STATUS_FVE_CONV_RECOVERY_FAILED|Bitlocker Drive Encryption failed to recover from aborted conversion. This could be due to either all conversion logs being corrupted or the media being write-protected.
C0210029|STATUS_FVE_VIRTUALIZED_SPACE_TOO_BIG|The requested virtualization size is too big.
C021002A|STATUS_FVE_INVALID_DATUM_TYPE|
C0210030|STATUS_FVE_VOLUME_TOO_SMALL|The drive is too small to be protected using BitLocker Drive Encryption.
C0210031|STATUS_FVE_ENH_PIN_INVALID|
C0210032|STATUS_FVE_FULL_ENCRYPTION_NOT_ALLOWED_ON_TP_STORAGE|
C0210033|STATUS_FVE_WIPE_NOT_ALLOWED_ON_TP_STORAGE|
C0210034|STATUS_FVE_NOT_ALLOWED_ON_CSV_STACK|
C0210035|STATUS_FVE_NOT_ALLOWED_ON_CLUSTER|
C0210036|STATUS_FVE_NOT_ALLOWED_TO_UPGRADE_WHILE_CONVERTING|
C0210037|STATUS_FVE_WIPE_CANCEL_NOT_APPLICABLE|
C0210038|STATUS_FVE_EDRIVE_DRY_RUN_FAILED|
C0210039|STATUS_FVE_SECUREBOOT_DISABLED|
C021003A|STATUS_FVE_SECUREBOOT_CONFIG_CHANGE|
C021003B|STATUS_FVE_DEVICE_LOCKEDOUT|
C021003C|STATUS_FVE_VOLUME_EXTEND_PREVENTS_EOW_DECRYPT|
C021003D|STATUS_FVE_NOT_DE_VOLUME|
C021003E|STATUS_FVE_PROTECTION_DISABLED|
C021003F|STATUS_FVE_PROTECTION_CANNOT_BE_DISABLED|
C0220001|STATUS_FWP_CALLOUT_NOT_FOUND|The callout does not exist.
C0220002|STATUS_FWP_CONDITION_NOT_FOUND|The filter condition does not exist.
C0220003|STATUS_FWP_FILTER_NOT_FOUND|The filter does not exist.
C0220004|STATUS_FWP_LAYER_NOT_FOUND|The layer does not exist.
C0220005|STATUS_FWP_PROVIDER_NOT_FOUND|The provider does not exist.
C0220006|STATUS_FWP_PROVIDER_CONTEXT_NOT_FOUND|The provider context does not exist.
C0220007|STATUS_FWP_SUBLAYER_NOT_FOUND|The sublayer does not exist.
C0220008|STATUS_FWP_NOT_FOUND|The object does not exist.
C0220009|STATUS_FWP_ALREADY_EXISTS|An object with that GUID or LUID already exists.
C022000A|STATUS_FWP_IN_USE|The object is referenced by other objects and cannot be deleted.
C022000B|STATUS_FWP_DYNAMIC_SESSION_IN_PROGRESS|The call is not allowed from within a dynamic session.
C022000C|STATUS_FWP_WRONG_SESSION|The call was made from the wrong session and cannot be completed.
C022000D|STATUS_FWP_NO_TXN_IN_PROGRESS|The call must be made from within an explicit transaction.
C022000E|STATUS_FWP_TXN_IN_PROGRESS|The call is not allowed from within an explicit transaction.
C022000F|STATUS_FWP_TXN_ABORTED|The explicit transaction has been forcibly canceled.
C0220010|STATUS_FWP_SESSION_ABORTED|The session has been canceled.
C0220011|STATUS_FWP_INCOMPATIBLE_TXN|The call is not allowed from within a read-only transaction.
C0220012|STATUS_FWP_TIMEOUT|The call timed out while waiting to acquire the transaction lock.
C0220013|STATUS_FWP_NET_EVENTS_DISABLED|The collection of network diagnostic events is disabled.
C0220014|STATUS_FWP_INCOMPATIBLE_LAYER|The operation is not supported by the specified layer.
C0220015|STATUS_FWP_KM_CLIENTS_ONLY|The call is allowed for kernel-mode callers only.
C0220016|STATUS_FWP_LIFETIME_MISMATCH|The call tried to associate two objects with incompatible lifetimes.
C0220017|STATUS_FWP_BUILTIN_OBJECT|The object is built-in and cannot be deleted.
C0220018|STATUS_FWP_TOO_MANY_BOOTTIME_FILTERS|The maximum number of boot-time filters has been reached.
C0220018|STATUS_FWP_TOO_MANY_CALLOUTS|
C0220019|STATUS_FWP_NOTIFICATION_DROPPED|A notification could not be delivered because a message queue has reached maximum capacity.
C022001A|STATUS_FWP_TRAFFIC_MISMATCH|The traffic parameters do not match those for the security association context.
C022001B|STATUS_FWP_INCOMPATIBLE_SA_STATE|The call is not allowed for the current security association state.
C022001C|STATUS_FWP_NULL_POINTER|A required pointer is null.
C022001D|STATUS_FWP_INVALID_ENUMERATOR|An enumerator is not valid.
C022001E|STATUS_FWP_INVALID_FLAGS|The flags field contains an invalid value.
C0220020|STATUS_FWP_INVALID_RANGE|An FWP_RANGE is not valid.
C0220021|STATUS_FWP_INVALID_INTERVAL|The time interval is not valid.
C0220022|STATUS_FWP_ZERO_LENGTH_ARRAY|An array that must contain at least one element has a zero length.
C0220023|STATUS_FWP_NULL_DISPLAY_NAME|The displayData.name field cannot be null.
C0220024|STATUS_FWP_INVALID_ACTION_TYPE|The action type is not one of the allowed action types for a filter.
C0220025|STATUS_FWP_INVALID_WEIGHT|The filter weight is not valid.
C0220026|STATUS_FWP_MATCH_TYPE_MISMATCH|A filter condition contains a match type that is not compatible with the operands.
C0220027|STATUS_FWP_TYPE_MISMATCH|An FWP_VALUE or FWPM_CONDITION_VALUE is of the wrong type.
C0220028|STATUS_FWP_OUT_OF_BOUNDS|An integer value is outside the allowed range.
C0220029|STATUS_FWP_RESERVED|A reserved field is nonzero.
C022002A|STATUS_FWP_DUPLICATE_CONDITION|A filter cannot contain multiple conditions operating on a single field.
C022002B|STATUS_FWP_DUPLICATE_KEYMOD|A policy cannot contain the same keying module more than once.
C022002C|STATUS_FWP_ACTION_INCOMPATIBLE_WITH_LAYER|The action type is not compatible with the layer.
C022002D|STATUS_FWP_ACTION_INCOMPATIBLE_WITH_SUBLAYER|The action type is not compatible with the sublayer.
C022002E|STATUS_FWP_CONTEXT_INCOMPATIBLE_WITH_LAYER|The raw context or the provider context is not compatible with the layer.
C022002F|STATUS_FWP_CONTEXT_INCOMPATIBLE_WITH_CALLOUT|The raw context or the provider context is not compatible with the callout.
C0220030|STATUS_FWP_INCOMPATIBLE_AUTH_METHOD|The authentication method is not compatible with the policy type.
C0220031|STATUS_FWP_INCOMPATIBLE_DH_GROUP|The Diffie-Hellman group is not compatible with the policy type.
C0220032|STATUS_FWP_EM_NOT_SUPPORTED|An IKE policy cannot contain an Extended Mode policy.
C0220033|STATUS_FWP_NEVER_MATCH|The enumeration template or subscription will never match any objects.
C0220034|STATUS_FWP_PROVIDER_CONTEXT_MISMATCH|The provider context is of the wrong type.
C0220035|STATUS_FWP_INVALID_PARAMETER|The parameter is incorrect.
C0220036|STATUS_FWP_TOO_MANY_SUBLAYERS|The maximum number of sublayers has been reached.
C0220037|STATUS_FWP_CALLOUT_NOTIFICATION_FAILED|The notification function for a callout returned an error.
C0220038|STATUS_FWP_INCOMPATIBLE_AUTH_CONFIG|The IPsec authentication configuration is not compatible with the authentication type.
C0220038|STATUS_FWP_INVALID_AUTH_TRANSFORM|
C0220039|STATUS_FWP_INCOMPATIBLE_CIPHER_CONFIG|The IPsec cipher configuration is not compatible with the cipher type.
C0220039|STATUS_FWP_INVALID_CIPHER_TRANSFORM|
C022003A|STATUS_FWP_INCOMPATIBLE_CIPHER_TRANSFORM|
C022003B|STATUS_FWP_INVALID_TRANSFORM_COMBINATION|
C022003C|STATUS_FWP_DUPLICATE_AUTH_METHOD|A policy cannot contain the same auth method more than once.
C022003D|STATUS_FWP_INVALID_TUNNEL_ENDPOINT|
C022003E|STATUS_FWP_L2_DRIVER_NOT_READY|
C022003F|STATUS_FWP_KEY_DICTATOR_ALREADY_REGISTERED|
C0220040|STATUS_FWP_KEY_DICTATION_INVALID_KEYING_MATERIAL|
C0220041|STATUS_FWP_CONNECTIONS_DISABLED|
C0220042|STATUS_FWP_INVALID_DNS_NAME|
C0220043|STATUS_FWP_STILL_ON|
C0220044|STATUS_FWP_IKEEXT_NOT_RUNNING|
C0220100|STATUS_FWP_TCPIP_NOT_READY|The TCP/IP stack is not ready.
C0220101|STATUS_FWP_INJECT_HANDLE_CLOSING|The injection handle is being closed by another thread.
C0220102|STATUS_FWP_INJECT_HANDLE_STALE|The injection handle is stale.
C0220103|STATUS_FWP_CANNOT_PEND|The classify cannot be pended.
C0220104|STATUS_FWP_DROP_NOICMP|
C0230002|STATUS_NDIS_CLOSING|The binding to the network interface is being closed.
C0230004|STATUS_NDIS_BAD_VERSION|An invalid version was specified.
C0230005|STATUS_NDIS_BAD_CHARACTERISTICS|An invalid characteristics table was used.
C0230006|STATUS_NDIS_ADAPTER_NOT_FOUND|Failed to find the network interface or the network interface is not ready.
C0230007|STATUS_NDIS_OPEN_FAILED|Failed to open the network interface.
C0230008|STATUS_NDIS_DEVICE_FAILED|The network interface has encountered an internal unrecoverable failure.
C0230009|STATUS_NDIS_MULTICAST_FULL|The multicast list on the network interface is full.
C023000A|STATUS_NDIS_MULTICAST_EXISTS|An attempt was made to add a duplicate multicast address to the list.
C023000B|STATUS_NDIS_MULTICAST_NOT_FOUND|At attempt was made to remove a multicast address that was never added.
C023000C|STATUS_NDIS_REQUEST_ABORTED|The network interface aborted the request.
C023000D|STATUS_NDIS_RESET_IN_PROGRESS|The network interface cannot process the request because it is being reset.
C023000F|STATUS_NDIS_INVALID_PACKET|An attempt was made to send an invalid packet on a network interface.
C0230010|STATUS_NDIS_INVALID_DEVICE_REQUEST|The specified request is not a valid operation for the target device.
C0230011|STATUS_NDIS_ADAPTER_NOT_READY|The network interface is not ready to complete this operation.
C0230014|STATUS_NDIS_INVALID_LENGTH|The length of the buffer submitted for this operation is not valid.
C0230015|STATUS_NDIS_INVALID_DATA|The data used for this operation is not valid.
C0230016|STATUS_NDIS_BUFFER_TOO_SHORT|The length of the submitted buffer for this operation is too small.
C0230017|STATUS_NDIS_INVALID_OID|The network interface does not support this object identifier.
C0230018|STATUS_NDIS_ADAPTER_REMOVED|The network interface has been removed.
C0230019|STATUS_NDIS_UNSUPPORTED_MEDIA|The network interface does not support this media type.
C023001A|STATUS_NDIS_GROUP_ADDRESS_IN_USE|An attempt was made to remove a token ring group address that is in use by other components.
C023001B|STATUS_NDIS_FILE_NOT_FOUND|An attempt was made to map a file that cannot be found.
C023001C|STATUS_NDIS_ERROR_READING_FILE|An error occurred while NDIS tried to map the file.
C023001D|STATUS_NDIS_ALREADY_MAPPED|An attempt was made to map a file that is already mapped.
C023001E|STATUS_NDIS_RESOURCE_CONFLICT|An attempt to allocate a hardware resource failed because the resource is used by another component.
C023001F|STATUS_NDIS_MEDIA_DISCONNECTED|The I/O operation failed because the network media is disconnected or the wireless access point is out of range.
C0230022|STATUS_NDIS_INVALID_ADDRESS|The network address used in the request is invalid.
C023002A|STATUS_NDIS_PAUSED|The offload operation on the network interface has been paused.
C023002B|STATUS_NDIS_INTERFACE_NOT_FOUND|The network interface was not found.
C023002C|STATUS_NDIS_UNSUPPORTED_REVISION|The revision number specified in the structure is not supported.
C023002D|STATUS_NDIS_INVALID_PORT|The specified port does not exist on this network interface.
C023002E|STATUS_NDIS_INVALID_PORT_STATE|The current state of the specified port on this network interface does not support the requested operation.
C023002F|STATUS_NDIS_LOW_POWER_STATE|The miniport adapter is in a lower power state.
C0230030|STATUS_NDIS_REINIT_REQUIRED|
C02300BB|STATUS_NDIS_NOT_SUPPORTED|The network interface does not support this request.
C023100F|STATUS_NDIS_OFFLOAD_POLICY|The TCP connection is not offloadable because of a local policy setting.
C0231012|STATUS_NDIS_OFFLOAD_CONNECTION_REJECTED|The TCP connection is not offloadable by the Chimney offload target.
C0231013|STATUS_NDIS_OFFLOAD_PATH_REJECTED|The IP Path object is not in an offloadable state.
C0232000|STATUS_NDIS_DOT11_AUTO_CONFIG_ENABLED|The wireless LAN interface is in auto-configuration mode and does not support the requested parameter change operation.
C0232001|STATUS_NDIS_DOT11_MEDIA_IN_USE|The wireless LAN interface is busy and cannot perform the requested operation.
C0232002|STATUS_NDIS_DOT11_POWER_STATE_INVALID|The wireless LAN interface is power down and does not support the requested operation.
C0232003|STATUS_NDIS_PM_WOL_PATTERN_LIST_FULL|The list of wake on LAN patterns is full.
C0232004|STATUS_NDIS_PM_PROTOCOL_OFFLOAD_LIST_FULL|The list of low power protocol offloads is full.
C0232005|STATUS_NDIS_DOT11_AP_CHANNEL_CURRENTLY_NOT_AVAILABLE|
C0232006|STATUS_NDIS_DOT11_AP_BAND_CURRENTLY_NOT_AVAILABLE|
C0232007|STATUS_NDIS_DOT11_AP_CHANNEL_NOT_ALLOWED|
C0232008|STATUS_NDIS_DOT11_AP_BAND_NOT_ALLOWED|
C0290001|STATUS_TPM_AUTHFAIL|
C0290002|STATUS_TPM_BADINDEX|
C0290003|STATUS_TPM_BAD_PARAMETER|
C0290004|STATUS_TPM_AUDITFAILURE|
C0290005|STATUS_TPM_CLEAR_DISABLED|
C0290006|STATUS_TPM_DEACTIVATED|
C0290007|STATUS_TPM_DISABLED|
C0290008|STATUS_TPM_DISABLED_CMD|
C0290009|STATUS_TPM_FAIL|
C029000A|STATUS_TPM_BAD_ORDINAL|
C029000B|STATUS_TPM_INSTALL_DISABLED|
C029000C|STATUS_TPM_INVALID_KEYHANDLE|
C029000D|STATUS_TPM_KEYNOTFOUND|
C029000E|STATUS_TPM_INAPPROPRIATE_ENC|
C029000F|STATUS_TPM_MIGRATEFAIL|
C0290010|STATUS_TPM_INVALID_PCR_INFO|
C0290011|STATUS_TPM_NOSPACE|
C0290012|STATUS_TPM_NOSRK|
C0290013|STATUS_TPM_NOTSEALED_BLOB|
C0290014|STATUS_TPM_OWNER_SET|
C0290015|STATUS_TPM_RESOURCES|
C0290016|STATUS_TPM_SHORTRANDOM|
C0290017|STATUS_TPM_SIZE|
C0290018|STATUS_TPM_WRONGPCRVAL|
C0290019|STATUS_TPM_BAD_PARAM_SIZE|
C029001A|STATUS_TPM_SHA_THREAD|
C029001B|STATUS_TPM_SHA_ERROR|
C029001C|STATUS_TPM_FAILEDSELFTEST|
C029001D|STATUS_TPM_AUTH2FAIL|
C029001E|STATUS_TPM_BADTAG|
C029001F|STATUS_TPM_IOERROR|
C0290020|STATUS_TPM_ENCRYPT_ERROR|
C0290021|STATUS_TPM_DECRYPT_ERROR|
C0290022|STATUS_TPM_INVALID_AUTHHANDLE|
C0290023|STATUS_TPM_NO_ENDORSEMENT|
C0290024|STATUS_TPM_INVALID_KEYUSAGE|
C0290025|STATUS_TPM_WRONG_ENTITYTYPE|
C0290026|STATUS_TPM_INVALID_POSTINIT|
C0290027|STATUS_TPM_INAPPROPRIATE_SIG|
C0290028|STATUS_TPM_BAD_KEY_PROPERTY|
C0290029|STATUS_TPM_BAD_MIGRATION|
C029002A|STATUS_TPM_BAD_SCHEME|
C029002B|STATUS_TPM_BAD_DATASIZE|
C029002C|STATUS_TPM_BAD_MODE|
C029002D|STATUS_TPM_BAD_PRESENCE|
C029002E|STATUS_TPM_BAD_VERSION|
C029002F|STATUS_TPM_NO_WRAP_TRANSPORT|
C0290030|STATUS_TPM_AUDITFAIL_UNSUCCESSFUL|
C0290031|STATUS_TPM_AUDITFAIL_SUCCESSFUL|
C0290032|STATUS_TPM_NOTRESETABLE|
C0290033|STATUS_TPM_NOTLOCAL|
C0290034|STATUS_TPM_BAD_TYPE|
C0290035|STATUS_TPM_INVALID_RESOURCE|
C0290036|STATUS_TPM_NOTFIPS|
C0290037|STATUS_TPM_INVALID_FAMILY|
C0290038|STATUS_TPM_NO_NV_PERMISSION|
C0290039|STATUS_TPM_REQUIRES_SIGN|
C029003A|STATUS_TPM_KEY_NOTSUPPORTED|
C029003B|STATUS_TPM_AUTH_CONFLICT|
C029003C|STATUS_TPM_AREA_LOCKED|
C029003D|STATUS_TPM_BAD_LOCALITY|
C029003E|STATUS_TPM_READ_ONLY|
C029003F|STATUS_TPM_PER_NOWRITE|
C0290040|STATUS_TPM_FAMILYCOUNT|
C0290041|STATUS_TPM_WRITE_LOCKED|
C0290042|STATUS_TPM_BAD_ATTRIBUTES|
C0290043|STATUS_TPM_INVALID_STRUCTURE|
C0290044|STATUS_TPM_KEY_OWNER_CONTROL|
C0290045|STATUS_TPM_BAD_COUNTER|
C0290046|STATUS_TPM_NOT_FULLWRITE|
C0290047|STATUS_TPM_CONTEXT_GAP|
C0290048|STATUS_TPM_MAXNVWRITES|
C0290049|STATUS_TPM_NOOPERATOR|
C029004A|STATUS_TPM_RESOURCEMISSING|
C029004B|STATUS_TPM_DELEGATE_LOCK|
C029004C|STATUS_TPM_DELEGATE_FAMILY|
C029004D|STATUS_TPM_DELEGATE_ADMIN|
C029004E|STATUS_TPM_TRANSPORT_NOTEXCLUSIVE|
C029004F|STATUS_TPM_OWNER_CONTROL|
C0290050|STATUS_TPM_DAA_RESOURCES|
C0290051|STATUS_TPM_DAA_INPUT_DATA0|
C0290052|STATUS_TPM_DAA_INPUT_DATA1|
C0290053|STATUS_TPM_DAA_ISSUER_SETTINGS|
C0290054|STATUS_TPM_DAA_TPM_SETTINGS|
C0290055|STATUS_TPM_DAA_STAGE|
C0290056|STATUS_TPM_DAA_ISSUER_VALIDITY|
C0290057|STATUS_TPM_DAA_WRONG_W|
C0290058|STATUS_TPM_BAD_HANDLE|
C0290059|STATUS_TPM_BAD_DELEGATE|
C029005A|STATUS_TPM_BADCONTEXT|
C029005B|STATUS_TPM_TOOMANYCONTEXTS|
C029005C|STATUS_TPM_MA_TICKET_SIGNATURE|
C029005D|STATUS_TPM_MA_DESTINATION|
C029005E|STATUS_TPM_MA_SOURCE|
C029005F|STATUS_TPM_MA_AUTHORITY|
C0290061|STATUS_TPM_PERMANENTEK|
C0290062|STATUS_TPM_BAD_SIGNATURE|
C0290063|STATUS_TPM_NOCONTEXTSPACE|
C0290400|STATUS_TPM_COMMAND_BLOCKED|
C0290401|STATUS_TPM_INVALID_HANDLE|
C0290402|STATUS_TPM_DUPLICATE_VHANDLE|
C0290403|STATUS_TPM_EMBEDDED_COMMAND_BLOCKED|
C0290404|STATUS_TPM_EMBEDDED_COMMAND_UNSUPPORTED|
C0290800|STATUS_TPM_RETRY|
C0290801|STATUS_TPM_NEEDS_SELFTEST|
C0290802|STATUS_TPM_DOING_SELFTEST|
C0290803|STATUS_TPM_DEFEND_LOCK_RUNNING|
C0291001|STATUS_TPM_COMMAND_CANCELED|
C0291002|STATUS_TPM_TOO_MANY_CONTEXTS|
C0291003|STATUS_TPM_NOT_FOUND|
C0291004|STATUS_TPM_ACCESS_DENIED|
C0291005|STATUS_TPM_INSUFFICIENT_BUFFER|
C0291006|STATUS_TPM_PPI_FUNCTION_UNSUPPORTED|
C0292001|STATUS_PCP_DEVICE_NOT_READY|
C0292002|STATUS_PCP_INVALID_HANDLE|
C0292003|STATUS_PCP_INVALID_PARAMETER|
C0292004|STATUS_PCP_FLAG_NOT_SUPPORTED|
C0292005|STATUS_PCP_NOT_SUPPORTED|
C0292006|STATUS_PCP_BUFFER_TOO_SMALL|
C0292007|STATUS_PCP_INTERNAL_ERROR|
C0292008|STATUS_PCP_AUTHENTICATION_FAILED|
C0292009|STATUS_PCP_AUTHENTICATION_IGNORED|
C029200A|STATUS_PCP_POLICY_NOT_FOUND|
C029200B|STATUS_PCP_PROFILE_NOT_FOUND|
C029200C|STATUS_PCP_VALIDATION_FAILED|
C029200D|STATUS_PCP_DEVICE_NOT_FOUND|
C0293002|STATUS_RTPM_NO_RESULT|
C0293003|STATUS_RTPM_PCR_READ_INCOMPLETE|
C0293004|STATUS_RTPM_INVALID_CONTEXT|
C0293005|STATUS_RTPM_UNSUPPORTED_CMD|
C0350002|STATUS_HV_INVALID_HYPERCALL_CODE|
C0350003|STATUS_HV_INVALID_HYPERCALL_INPUT|
C0350004|STATUS_HV_INVALID_ALIGNMENT|
C0350005|STATUS_HV_INVALID_PARAMETER|
C0350006|STATUS_HV_ACCESS_DENIED|
C0350007|STATUS_HV_INVALID_PARTITION_STATE|
C0350008|STATUS_HV_OPERATION_DENIED|
C0350009|STATUS_HV_UNKNOWN_PROPERTY|
C035000A|STATUS_HV_PROPERTY_VALUE_OUT_OF_RANGE|
C035000B|STATUS_HV_INSUFFICIENT_MEMORY|
C035000C|STATUS_HV_PARTITION_TOO_DEEP|
C035000D|STATUS_HV_INVALID_PARTITION_ID|
C035000E|STATUS_HV_INVALID_VP_INDEX|
C0350011|STATUS_HV_INVALID_PORT_ID|
C0350012|STATUS_HV_INVALID_CONNECTION_ID|
C0350013|STATUS_HV_INSUFFICIENT_BUFFERS|
C0350014|STATUS_HV_NOT_ACKNOWLEDGED|
C0350015|STATUS_HV_INVALID_VP_STATE|
C0350016|STATUS_HV_ACKNOWLEDGED|
C0350017|STATUS_HV_INVALID_SAVE_RESTORE_STATE|
C0350018|STATUS_HV_INVALID_SYNIC_STATE|
C0350019|STATUS_HV_OBJECT_IN_USE|
C035001A|STATUS_HV_INVALID_PROXIMITY_DOMAIN_INFO|
C035001B|STATUS_HV_NO_DATA|
C035001C|STATUS_HV_INACTIVE|
C035001D|STATUS_HV_NO_RESOURCES|
C035001E|STATUS_HV_FEATURE_UNAVAILABLE|
C0350033|STATUS_HV_INSUFFICIENT_BUFFER|
C0350038|STATUS_HV_INSUFFICIENT_DEVICE_DOMAINS|
C035003C|STATUS_HV_CPUID_FEATURE_VALIDATION_ERROR|
C035003D|STATUS_HV_CPUID_XSAVE_FEATURE_VALIDATION_ERROR|
C035003E|STATUS_HV_PROCESSOR_STARTUP_TIMEOUT|
C035003F|STATUS_HV_SMX_ENABLED|
C0350041|STATUS_HV_INVALID_LP_INDEX|
C0350050|STATUS_HV_INVALID_REGISTER_VALUE|
C0350051|STATUS_HV_INVALID_VTL_STATE|
C0350055|STATUS_HV_NX_NOT_DETECTED|
C0350057|STATUS_HV_INVALID_DEVICE_ID|
C0350058|STATUS_HV_INVALID_DEVICE_STATE|
C0350060|STATUS_HV_PAGE_REQUEST_INVALID|
C035006F|STATUS_HV_INVALID_CPU_GROUP_ID|
C0350070|STATUS_HV_INVALID_CPU_GROUP_STATE|
C0350071|STATUS_HV_NOT_ALLOWED_WITH_NESTED_VIRT_ACTIVE|
C0351000|STATUS_HV_NOT_PRESENT|
C0360001|STATUS_IPSEC_BAD_SPI|The SPI in the packet does not match a valid IPsec SA.
C0360002|STATUS_IPSEC_SA_LIFETIME_EXPIRED|The packet was received on an IPsec SA whose lifetime has expired.
C0360003|STATUS_IPSEC_WRONG_SA|The packet was received on an IPsec SA that does not match the packet characteristics.
C0360004|STATUS_IPSEC_REPLAY_CHECK_FAILED|The packet sequence number replay check failed.
C0360005|STATUS_IPSEC_INVALID_PACKET|The IPsec header and/or trailer in the packet is invalid.
C0360006|STATUS_IPSEC_INTEGRITY_CHECK_FAILED|The IPsec integrity check failed.
C0360007|STATUS_IPSEC_CLEAR_TEXT_DROP|IPsec dropped a clear text packet.
C0360008|STATUS_IPSEC_AUTH_FIREWALL_DROP|IPsec dropped an incoming ESP packet in authenticated firewall mode. This drop is benign.
C0360009|STATUS_IPSEC_THROTTLE_DROP|IPsec dropped a packet due to DOS throttle.
C0368000|STATUS_IPSEC_DOSP_BLOCK|IPsec Dos Protection matched an explicit block rule.
C0368001|STATUS_IPSEC_DOSP_RECEIVED_MULTICAST|IPsec Dos Protection received an IPsec specific multicast packet which is not allowed.
C0368002|STATUS_IPSEC_DOSP_INVALID_PACKET|IPsec Dos Protection received an incorrectly formatted packet.
C0368003|STATUS_IPSEC_DOSP_STATE_LOOKUP_FAILED|IPsec Dos Protection failed to lookup state.
C0368004|STATUS_IPSEC_DOSP_MAX_ENTRIES|IPsec Dos Protection failed to create state because there are already maximum number of entries allowed by policy.
C0368005|STATUS_IPSEC_DOSP_KEYMOD_NOT_ALLOWED|IPsec Dos Protection received an IPsec negotiation packet for a keying module which is not allowed by policy.
C0368006|STATUS_IPSEC_DOSP_MAX_PER_IP_RATELIMIT_QUEUES|IPsec Dos Protection failed to create per internal IP ratelimit queue because there is already maximum number of queues allowed by policy.
C0370001|STATUS_VID_DUPLICATE_HANDLER|
C0370002|STATUS_VID_TOO_MANY_HANDLERS|
C0370003|STATUS_VID_QUEUE_FULL|
C0370004|STATUS_VID_HANDLER_NOT_PRESENT|
C0370005|STATUS_VID_INVALID_OBJECT_NAME|
C0370006|STATUS_VID_PARTITION_NAME_TOO_LONG|
C0370007|STATUS_VID_MESSAGE_QUEUE_NAME_TOO_LONG|
C0370008|STATUS_VID_PARTITION_ALREADY_EXISTS|
C0370009|STATUS_VID_PARTITION_DOES_NOT_EXIST|
C037000A|STATUS_VID_PARTITION_NAME_NOT_FOUND|
C037000B|STATUS_VID_MESSAGE_QUEUE_ALREADY_EXISTS|
C037000C|STATUS_VID_EXCEEDED_MBP_ENTRY_MAP_LIMIT|
C037000D|STATUS_VID_MB_STILL_REFERENCED|
C037000E|STATUS_VID_CHILD_GPA_PAGE_SET_CORRUPTED|
C037000F|STATUS_VID_INVALID_NUMA_SETTINGS|
C0370010|STATUS_VID_INVALID_NUMA_NODE_INDEX|
C0370011|STATUS_VID_NOTIFICATION_QUEUE_ALREADY_ASSOCIATED|
C0370012|STATUS_VID_INVALID_MEMORY_BLOCK_HANDLE|
C0370013|STATUS_VID_PAGE_RANGE_OVERFLOW|
C0370014|STATUS_VID_INVALID_MESSAGE_QUEUE_HANDLE|
C0370015|STATUS_VID_INVALID_GPA_RANGE_HANDLE|
C0370016|STATUS_VID_NO_MEMORY_BLOCK_NOTIFICATION_QUEUE|
C0370017|STATUS_VID_MEMORY_BLOCK_LOCK_COUNT_EXCEEDED|
C0370018|STATUS_VID_INVALID_PPM_HANDLE|
C0370019|STATUS_VID_MBPS_ARE_LOCKED|
C037001A|STATUS_VID_MESSAGE_QUEUE_CLOSED|
C037001B|STATUS_VID_VIRTUAL_PROCESSOR_LIMIT_EXCEEDED|
C037001C|STATUS_VID_STOP_PENDING|
C037001D|STATUS_VID_INVALID_PROCESSOR_STATE|
C037001E|STATUS_VID_EXCEEDED_KM_CONTEXT_COUNT_LIMIT|
C037001F|STATUS_VID_KM_INTERFACE_ALREADY_INITIALIZED|
C0370020|STATUS_VID_MB_PROPERTY_ALREADY_SET_RESET|
C0370021|STATUS_VID_MMIO_RANGE_DESTROYED|
C0370022|STATUS_VID_INVALID_CHILD_GPA_PAGE_SET|
C0370023|STATUS_VID_RESERVE_PAGE_SET_IS_BEING_USED|
C0370024|STATUS_VID_RESERVE_PAGE_SET_TOO_SMALL|
C0370025|STATUS_VID_MBP_ALREADY_LOCKED_USING_RESERVED_PAGE|
C0370026|STATUS_VID_MBP_COUNT_EXCEEDED_LIMIT|
C0370027|STATUS_VID_SAVED_STATE_CORRUPT|
C0370028|STATUS_VID_SAVED_STATE_UNRECOGNIZED_ITEM|
C0370029|STATUS_VID_SAVED_STATE_INCOMPATIBLE|
C037002A|STATUS_VID_VTL_ACCESS_DENIED|
C0380001|STATUS_VOLMGR_DATABASE_FULL|
C0380002|STATUS_VOLMGR_DISK_CONFIGURATION_CORRUPTED|
C0380003|STATUS_VOLMGR_DISK_CONFIGURATION_NOT_IN_SYNC|
C0380004|STATUS_VOLMGR_PACK_CONFIG_UPDATE_FAILED|
C0380005|STATUS_VOLMGR_DISK_CONTAINS_NON_SIMPLE_VOLUME|
C0380006|STATUS_VOLMGR_DISK_DUPLICATE|
C0380007|STATUS_VOLMGR_DISK_DYNAMIC|
C0380008|STATUS_VOLMGR_DISK_ID_INVALID|
C0380009|STATUS_VOLMGR_DISK_INVALID|
C038000A|STATUS_VOLMGR_DISK_LAST_VOTER|
C038000B|STATUS_VOLMGR_DISK_LAYOUT_INVALID|
C038000D|STATUS_VOLMGR_DISK_LAYOUT_NOT_CYLINDER_ALIGNED|
C038000E|STATUS_VOLMGR_DISK_LAYOUT_PARTITIONS_TOO_SMALL|
C0380010|STATUS_VOLMGR_DISK_LAYOUT_TOO_MANY_PARTITIONS|
C0380011|STATUS_VOLMGR_DISK_MISSING|
C0380012|STATUS_VOLMGR_DISK_NOT_EMPTY|
C0380013|STATUS_VOLMGR_DISK_NOT_ENOUGH_SPACE|
C0380014|STATUS_VOLMGR_DISK_REVECTORING_FAILED|
C0380015|STATUS_VOLMGR_DISK_SECTOR_SIZE_INVALID|
C0380016|STATUS_VOLMGR_DISK_SET_NOT_CONTAINED|
C0380017|STATUS_VOLMGR_DISK_USED_BY_MULTIPLE_MEMBERS|
C0380018|STATUS_VOLMGR_DISK_USED_BY_MULTIPLE_PLEXES|
C0380019|STATUS_VOLMGR_DYNAMIC_DISK_NOT_SUPPORTED|
C038001A|STATUS_VOLMGR_EXTENT_ALREADY_USED|
C038001B|STATUS_VOLMGR_EXTENT_NOT_CONTIGUOUS|
C038001C|STATUS_VOLMGR_EXTENT_NOT_IN_PUBLIC_REGION|
C038001D|STATUS_VOLMGR_EXTENT_NOT_SECTOR_ALIGNED|
C038001E|STATUS_VOLMGR_EXTENT_OVERLAPS_EBR_PARTITION|
C038001F|STATUS_VOLMGR_EXTENT_VOLUME_LENGTHS_DO_NOT_MATCH|
C0380020|STATUS_VOLMGR_FAULT_TOLERANT_NOT_SUPPORTED|
C0380021|STATUS_VOLMGR_INTERLEAVE_LENGTH_INVALID|
C0380022|STATUS_VOLMGR_MAXIMUM_REGISTERED_USERS|
C0380023|STATUS_VOLMGR_MEMBER_IN_SYNC|
C0380024|STATUS_VOLMGR_MEMBER_INDEX_DUPLICATE|
C0380025|STATUS_VOLMGR_MEMBER_INDEX_INVALID|
C0380026|STATUS_VOLMGR_MEMBER_MISSING|
C0380027|STATUS_VOLMGR_MEMBER_NOT_DETACHED|
C0380028|STATUS_VOLMGR_MEMBER_REGENERATING|
C0380029|STATUS_VOLMGR_ALL_DISKS_FAILED|
C038002A|STATUS_VOLMGR_NO_REGISTERED_USERS|
C038002B|STATUS_VOLMGR_NO_SUCH_USER|
C038002C|STATUS_VOLMGR_NOTIFICATION_RESET|
C038002D|STATUS_VOLMGR_NUMBER_OF_MEMBERS_INVALID|
C038002E|STATUS_VOLMGR_NUMBER_OF_PLEXES_INVALID|
C038002F|STATUS_VOLMGR_PACK_DUPLICATE|
C0380030|STATUS_VOLMGR_PACK_ID_INVALID|
C0380031|STATUS_VOLMGR_PACK_INVALID|
C0380032|STATUS_VOLMGR_PACK_NAME_INVALID|
C0380033|STATUS_VOLMGR_PACK_OFFLINE|
C0380034|STATUS_VOLMGR_PACK_HAS_QUORUM|
C0380035|STATUS_VOLMGR_PACK_WITHOUT_QUORUM|
C0380036|STATUS_VOLMGR_PARTITION_STYLE_INVALID|
C0380037|STATUS_VOLMGR_PARTITION_UPDATE_FAILED|
C0380038|STATUS_VOLMGR_PLEX_IN_SYNC|
C0380039|STATUS_VOLMGR_PLEX_INDEX_DUPLICATE|
C038003A|STATUS_VOLMGR_PLEX_INDEX_INVALID|
C038003B|STATUS_VOLMGR_PLEX_LAST_ACTIVE|
C038003C|STATUS_VOLMGR_PLEX_MISSING|
C038003D|STATUS_VOLMGR_PLEX_REGENERATING|
C038003E|STATUS_VOLMGR_PLEX_TYPE_INVALID|
C038003F|STATUS_VOLMGR_PLEX_NOT_RAID5|
C0380040|STATUS_VOLMGR_PLEX_NOT_SIMPLE|
C0380041|STATUS_VOLMGR_STRUCTURE_SIZE_INVALID|
C0380042|STATUS_VOLMGR_TOO_MANY_NOTIFICATION_REQUESTS|
C0380043|STATUS_VOLMGR_TRANSACTION_IN_PROGRESS|
C0380044|STATUS_VOLMGR_UNEXPECTED_DISK_LAYOUT_CHANGE|
C0380045|STATUS_VOLMGR_VOLUME_CONTAINS_MISSING_DISK|
C0380046|STATUS_VOLMGR_VOLUME_ID_INVALID|
C0380047|STATUS_VOLMGR_VOLUME_LENGTH_INVALID|
C0380048|STATUS_VOLMGR_VOLUME_LENGTH_NOT_SECTOR_SIZE_MULTIPLE|
C0380049|STATUS_VOLMGR_VOLUME_NOT_MIRRORED|
C038004A|STATUS_VOLMGR_VOLUME_NOT_RETAINED|
C038004B|STATUS_VOLMGR_VOLUME_OFFLINE|
C038004C|STATUS_VOLMGR_VOLUME_RETAINED|
C038004D|STATUS_VOLMGR_NUMBER_OF_EXTENTS_INVALID|
C038004E|STATUS_VOLMGR_DIFFERENT_SECTOR_SIZE|
C038004F|STATUS_VOLMGR_BAD_BOOT_DISK|
C0380050|STATUS_VOLMGR_PACK_CONFIG_OFFLINE|
C0380051|STATUS_VOLMGR_PACK_CONFIG_ONLINE|
C0380052|STATUS_VOLMGR_NOT_PRIMARY_PACK|
C0380053|STATUS_VOLMGR_PACK_LOG_UPDATE_FAILED|
C0380054|STATUS_VOLMGR_NUMBER_OF_DISKS_IN_PLEX_INVALID|
C0380055|STATUS_VOLMGR_NUMBER_OF_DISKS_IN_MEMBER_INVALID|
C0380056|STATUS_VOLMGR_VOLUME_MIRRORED|
C0380057|STATUS_VOLMGR_PLEX_NOT_SIMPLE_SPANNED|
C0380058|STATUS_VOLMGR_NO_VALID_LOG_COPIES|
C0380059|STATUS_VOLMGR_PRIMARY_PACK_PRESENT|
C038005A|STATUS_VOLMGR_NUMBER_OF_DISKS_INVALID|
C038005B|STATUS_VOLMGR_MIRROR_NOT_SUPPORTED|The system does not support mirrored volumes.
C038005C|STATUS_VOLMGR_RAID5_NOT_SUPPORTED|The system does not support RAID-5 volumes.
C0390002|STATUS_BCD_TOO_MANY_ELEMENTS|
C03A0001|STATUS_VHD_DRIVE_FOOTER_MISSING|
C03A0002|STATUS_VHD_DRIVE_FOOTER_CHECKSUM_MISMATCH|
C03A0003|STATUS_VHD_DRIVE_FOOTER_CORRUPT|
C03A0004|STATUS_VHD_FORMAT_UNKNOWN|
C03A0005|STATUS_VHD_FORMAT_UNSUPPORTED_VERSION|
C03A0006|STATUS_VHD_SPARSE_HEADER_CHECKSUM_MISMATCH|
C03A0007|STATUS_VHD_SPARSE_HEADER_UNSUPPORTED_VERSION|
C03A0008|STATUS_VHD_SPARSE_HEADER_CORRUPT|
C03A0009|STATUS_VHD_BLOCK_ALLOCATION_FAILURE|
C03A000A|STATUS_VHD_BLOCK_ALLOCATION_TABLE_CORRUPT|
C03A000B|STATUS_VHD_INVALID_BLOCK_SIZE|
C03A000C|STATUS_VHD_BITMAP_MISMATCH|
C03A000D|STATUS_VHD_PARENT_VHD_NOT_FOUND|
C03A000E|STATUS_VHD_CHILD_PARENT_ID_MISMATCH|
C03A000F|STATUS_VHD_CHILD_PARENT_TIMESTAMP_MISMATCH|
C03A0010|STATUS_VHD_METADATA_READ_FAILURE|
C03A0011|STATUS_VHD_METADATA_WRITE_FAILURE|
C03A0012|STATUS_VHD_INVALID_SIZE|
C03A0013|STATUS_VHD_INVALID_FILE_SIZE|
C03A0014|STATUS_VIRTDISK_PROVIDER_NOT_FOUND|A virtual disk support provider for the specified file was not found.
C03A0015|STATUS_VIRTDISK_NOT_VIRTUAL_DISK|The specified disk is not a virtual disk.
C03A0016|STATUS_VHD_PARENT_VHD_ACCESS_DENIED|The chain of virtual hard disks is inaccessible. The process has not been granted access rights to the parent virtual hard disk for the differencing disk.
C03A0017|STATUS_VHD_CHILD_PARENT_SIZE_MISMATCH|The chain of virtual hard disks is corrupted. There is a mismatch in the virtual sizes of the parent virtual hard disk and differencing disk.
C03A0018|STATUS_VHD_DIFFERENCING_CHAIN_CYCLE_DETECTED|The chain of virtual hard disks is corrupted. A differencing disk is indicated in its own parent chain.
C03A0019|STATUS_VHD_DIFFERENCING_CHAIN_ERROR_IN_PARENT|The chain of virtual hard disks is inaccessible. There was an error opening a virtual hard disk further up the chain.
C03A001A|STATUS_VIRTUAL_DISK_LIMITATION|
C03A001B|STATUS_VHD_INVALID_TYPE|
C03A001C|STATUS_VHD_INVALID_STATE|
C03A001D|STATUS_VIRTDISK_UNSUPPORTED_DISK_SECTOR_SIZE|
C03A001E|STATUS_VIRTDISK_DISK_ALREADY_OWNED|
C03A001F|STATUS_VIRTDISK_DISK_ONLINE_AND_WRITABLE|
C03A0020|STATUS_CTLOG_TRACKING_NOT_INITIALIZED|
C03A0021|STATUS_CTLOG_LOGFILE_SIZE_EXCEEDED_MAXSIZE|
C03A0022|STATUS_CTLOG_VHD_CHANGED_OFFLINE|
C03A0023|STATUS_CTLOG_INVALID_TRACKING_STATE|
C03A0024|STATUS_CTLOG_INCONSISTENT_TRACKING_FILE|
C03A0028|STATUS_VHD_METADATA_FULL|
C03A0029|STATUS_VHD_INVALID_CHANGE_TRACKING_ID|
C03A002A|STATUS_VHD_CHANGE_TRACKING_DISABLED|
C03A0030|STATUS_VHD_MISSING_CHANGE_TRACKING_INFORMATION|
C03A0031|STATUS_VHD_RESIZE_WOULD_TRUNCATE_DATA|
C03A0032|STATUS_VHD_COULD_NOT_COMPUTE_MINIMUM_VIRTUAL_SIZE|
C03A0033|STATUS_VHD_ALREADY_AT_OR_BELOW_MINIMUM_VIRTUAL_SIZE|
C0400001|STATUS_RKF_KEY_NOT_FOUND|
C0400002|STATUS_RKF_DUPLICATE_KEY|
C0400003|STATUS_RKF_BLOB_FULL|
C0400004|STATUS_RKF_STORE_FULL|
C0400005|STATUS_RKF_FILE_BLOCKED|
C0400006|STATUS_RKF_ACTIVE_KEY|
C0410001|STATUS_RDBSS_RESTART_OPERATION|
C0410002|STATUS_RDBSS_CONTINUE_OPERATION|
C0410003|STATUS_RDBSS_POST_OPERATION|
C0420001|STATUS_BTH_ATT_INVALID_HANDLE|
C0420002|STATUS_BTH_ATT_READ_NOT_PERMITTED|
C0420003|STATUS_BTH_ATT_WRITE_NOT_PERMITTED|
C0420004|STATUS_BTH_ATT_INVALID_PDU|
C0420005|STATUS_BTH_ATT_INSUFFICIENT_AUTHENTICATION|
C0420006|STATUS_BTH_ATT_REQUEST_NOT_SUPPORTED|
C0420007|STATUS_BTH_ATT_INVALID_OFFSET|
C0420008|STATUS_BTH_ATT_INSUFFICIENT_AUTHORIZATION|
C0420009|STATUS_BTH_ATT_PREPARE_QUEUE_FULL|
C042000A|STATUS_BTH_ATT_ATTRIBUTE_NOT_FOUND|
C042000B|STATUS_BTH_ATT_ATTRIBUTE_NOT_LONG|
C042000C|STATUS_BTH_ATT_INSUFFICIENT_ENCRYPTION_KEY_SIZE|
C042000D|STATUS_BTH_ATT_INVALID_ATTRIBUTE_VALUE_LENGTH|
C042000E|STATUS_BTH_ATT_UNLIKELY|
C042000F|STATUS_BTH_ATT_INSUFFICIENT_ENCRYPTION|
C0420010|STATUS_BTH_ATT_UNSUPPORTED_GROUP_TYPE|
C0420011|STATUS_BTH_ATT_INSUFFICIENT_RESOURCES|
C0421000|STATUS_BTH_ATT_UNKNOWN_ERROR|
C0430001|STATUS_SECUREBOOT_ROLLBACK_DETECTED|
C0430002|STATUS_SECUREBOOT_POLICY_VIOLATION|
C0430003|STATUS_SECUREBOOT_INVALID_POLICY|
C0430004|STATUS_SECUREBOOT_POLICY_PUBLISHER_NOT_FOUND|
C0430005|STATUS_SECUREBOOT_POLICY_NOT_SIGNED|
C0430007|STATUS_SECUREBOOT_FILE_REPLACED|
C0430008|STATUS_SECUREBOOT_POLICY_NOT_AUTHORIZED|
C0430009|STATUS_SECUREBOOT_POLICY_UNKNOWN|
C043000A|STATUS_SECUREBOOT_POLICY_MISSING_ANTIROLLBACKVERSION|
C043000B|STATUS_SECUREBOOT_PLATFORM_ID_MISMATCH|
C043000C|STATUS_SECUREBOOT_POLICY_ROLLBACK_DETECTED|
C043000D|STATUS_SECUREBOOT_POLICY_UPGRADE_MISMATCH|
C043000E|STATUS_SECUREBOOT_REQUIRED_POLICY_FILE_MISSING|
C043000F|STATUS_SECUREBOOT_NOT_BASE_POLICY|
C0430010|STATUS_SECUREBOOT_NOT_SUPPLEMENTAL_POLICY|
C0440001|STATUS_AUDIO_ENGINE_NODE_NOT_FOUND|
C0440002|STATUS_HDAUDIO_EMPTY_CONNECTION_LIST|
C0440003|STATUS_HDAUDIO_CONNECTION_LIST_NOT_SUPPORTED|
C0440004|STATUS_HDAUDIO_NO_LOGICAL_DEVICES_CREATED|
C0440005|STATUS_HDAUDIO_NULL_LINKED_LIST_ENTRY|
C0450000|STATUS_VSM_NOT_INITIALIZED|
C0450001|STATUS_VSM_DMA_PROTECTION_NOT_IN_USE|
C0500003|STATUS_VOLSNAP_BOOTFILE_NOT_VALID|
C0500004|STATUS_VOLSNAP_ACTIVATION_TIMEOUT|
C0510001|STATUS_IO_PREEMPTED|
C05C0000|STATUS_SVHDX_ERROR_STORED|
C05CFF00|STATUS_SVHDX_ERROR_NOT_AVAILABLE|
C05CFF01|STATUS_SVHDX_UNIT_ATTENTION_AVAILABLE|
C05CFF02|STATUS_SVHDX_UNIT_ATTENTION_CAPACITY_DATA_CHANGED|
C05CFF03|STATUS_SVHDX_UNIT_ATTENTION_RESERVATIONS_PREEMPTED|
C05CFF04|STATUS_SVHDX_UNIT_ATTENTION_RESERVATIONS_RELEASED|
C05CFF05|STATUS_SVHDX_UNIT_ATTENTION_REGISTRATIONS_PREEMPTED|
C05CFF07|STATUS_SVHDX_RESERVATION_CONFLICT|
C05CFF08|STATUS_SVHDX_WRONG_FILE_TYPE|
C05CFF09|STATUS_SVHDX_VERSION_MISMATCH|
C05CFF0A|STATUS_VHD_SHARED|
C05CFF0B|STATUS_SVHDX_NO_INITIATOR|
C05CFF0C|STATUS_VHDSET_BACKING_STORAGE_NOT_FOUND|
C05D0000|STATUS_SMB_NO_PREAUTH_INTEGRITY_HASH_OVERLAP|
C05D0001|STATUS_SMB_BAD_CLUSTER_DIALECT|
C05D0002|STATUS_SMB_GUEST_LOGON_BLOCKED|
C0E70001|STATUS_SPACES_FAULT_DOMAIN_TYPE_INVALID|
C0E70003|STATUS_SPACES_RESILIENCY_TYPE_INVALID|
C0E70004|STATUS_SPACES_DRIVE_SECTOR_SIZE_INVALID|
C0E70006|STATUS_SPACES_DRIVE_REDUNDANCY_INVALID|
C0E70007|STATUS_SPACES_NUMBER_OF_DATA_COPIES_INVALID|
C0E70009|STATUS_SPACES_INTERLEAVE_LENGTH_INVALID|
C0E7000A|STATUS_SPACES_NUMBER_OF_COLUMNS_INVALID|
C0E7000B|STATUS_SPACES_NOT_ENOUGH_DRIVES|
C0E7000C|STATUS_SPACES_EXTENDED_ERROR|
C0E7000D|STATUS_SPACES_PROVISIONING_TYPE_INVALID|
C0E7000E|STATUS_SPACES_ALLOCATION_SIZE_INVALID|
C0E7000F|STATUS_SPACES_ENCLOSURE_AWARE_INVALID|
C0E70010|STATUS_SPACES_WRITE_CACHE_SIZE_INVALID|
C0E70011|STATUS_SPACES_NUMBER_OF_GROUPS_INVALID|
C0E70012|STATUS_SPACES_DRIVE_OPERATIONAL_STATE_INVALID|
C0E70013|STATUS_SPACES_UPDATE_COLUMN_STATE|
C0E70014|STATUS_SPACES_MAP_REQUIRED|
C0E70015|STATUS_SPACES_UNSUPPORTED_VERSION|
C0E70016|STATUS_SPACES_CORRUPT_METADATA|
C0E70017|STATUS_SPACES_DRT_FULL|
C0E70018|STATUS_SPACES_INCONSISTENCY|
C0E70019|STATUS_SPACES_LOG_NOT_READY|
C0E7001A|STATUS_SPACES_NO_REDUNDANCY|
C0E7001B|STATUS_SPACES_DRIVE_NOT_READY|
C0E7001C|STATUS_SPACES_DRIVE_SPLIT|
C0E7001D|STATUS_SPACES_DRIVE_LOST_DATA|
C0E80000|STATUS_SECCORE_INVALID_COMMAND|
C0E90001|STATUS_SYSTEM_INTEGRITY_ROLLBACK_DETECTED|
C0E90002|STATUS_SYSTEM_INTEGRITY_POLICY_VIOLATION|
C0E90003|STATUS_SYSTEM_INTEGRITY_INVALID_POLICY|
C0E90004|STATUS_SYSTEM_INTEGRITY_POLICY_NOT_SIGNED|
C0EA0001|STATUS_NO_APPLICABLE_APP_LICENSES_FOUND|
C0EA0002|STATUS_CLIP_LICENSE_NOT_FOUND|
C0EA0003|STATUS_CLIP_DEVICE_LICENSE_MISSING|
C0EA0004|STATUS_CLIP_LICENSE_INVALID_SIGNATURE|
C0EA0005|STATUS_CLIP_KEYHOLDER_LICENSE_MISSING_OR_INVALID|
C0EA0006|STATUS_CLIP_LICENSE_EXPIRED|
C0EA0007|STATUS_CLIP_LICENSE_SIGNED_BY_UNKNOWN_SOURCE|
C0EA0008|STATUS_CLIP_LICENSE_NOT_SIGNED|
C0EA0009|STATUS_CLIP_LICENSE_HARDWARE_ID_OUT_OF_TOLERANCE|
C0EA000A|STATUS_CLIP_LICENSE_DEVICE_ID_MISMATCH|
C0EB0001|STATUS_PLATFORM_MANIFEST_NOT_AUTHORIZED|
C0EB0002|STATUS_PLATFORM_MANIFEST_INVALID|
C0EB0003|STATUS_PLATFORM_MANIFEST_FILE_NOT_AUTHORIZED|
C0EB0004|STATUS_PLATFORM_MANIFEST_CATALOG_NOT_AUTHORIZED|
C0EB0005|STATUS_PLATFORM_MANIFEST_BINARY_ID_NOT_FOUND|
C0EB0006|STATUS_PLATFORM_MANIFEST_NOT_ACTIVE|
C0EB0007|STATUS_PLATFORM_MANIFEST_NOT_SIGNED|`;
