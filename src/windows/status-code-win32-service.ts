/**
 * Win32 error codes 1300 to 7999: security, RPC, installer, printing, cluster, terminal services.
 * Names and numbers generated from mingw-w64's ntstatus.h / winerror.h (public domain) and winapi 0.3.9 (MIT/Apache-2.0,
 * from the Windows SDK); texts are the systems' message strings as Microsoft's open specification [MS-ERREF] lists them,
 * which grants distribution in implementations. One entry a line: number, name, text. A later line with the same number
 * is an alias; an empty text means none is published there.
 */
export const WIN32_SERVICE_LINES = `\
1300|ERROR_NOT_ALL_ASSIGNED|Not all privileges or groups referenced are assigned to the caller.
1301|ERROR_SOME_NOT_MAPPED|Some mapping between account names and security IDs was not done.
1302|ERROR_NO_QUOTAS_FOR_ACCOUNT|No system quota limits are specifically set for this account.
1303|ERROR_LOCAL_USER_SESSION_KEY|No encryption key is available. A well-known encryption key was returned.
1304|ERROR_NULL_LM_PASSWORD|The password is too complex to be converted to a LAN Manager password. The LAN Manager password returned is a NULL string.
1305|ERROR_UNKNOWN_REVISION|The revision level is unknown.
1306|ERROR_REVISION_MISMATCH|Indicates two revision levels are incompatible.
1307|ERROR_INVALID_OWNER|This security ID may not be assigned as the owner of this object.
1308|ERROR_INVALID_PRIMARY_GROUP|This security ID may not be assigned as the primary group of an object.
1309|ERROR_NO_IMPERSONATION_TOKEN|An attempt has been made to operate on an impersonation token by a thread that is not currently impersonating a client.
1310|ERROR_CANT_DISABLE_MANDATORY|The group may not be disabled.
1311|ERROR_NO_LOGON_SERVERS|There are currently no logon servers available to service the logon request.
1312|ERROR_NO_SUCH_LOGON_SESSION|A specified logon session does not exist. It may already have been terminated.
1313|ERROR_NO_SUCH_PRIVILEGE|A specified privilege does not exist.
1314|ERROR_PRIVILEGE_NOT_HELD|A required privilege is not held by the client.
1315|ERROR_INVALID_ACCOUNT_NAME|The name provided is not a properly formed account name.
1316|ERROR_USER_EXISTS|The specified account already exists.
1317|ERROR_NO_SUCH_USER|The specified account does not exist.
1318|ERROR_GROUP_EXISTS|The specified group already exists.
1319|ERROR_NO_SUCH_GROUP|The specified group does not exist.
1320|ERROR_MEMBER_IN_GROUP|Either the specified user account is already a member of the specified group, or the specified group cannot be deleted because it contains a member.
1321|ERROR_MEMBER_NOT_IN_GROUP|The specified user account is not a member of the specified group account.
1322|ERROR_LAST_ADMIN|This operation is disallowed as it could result in an administration account being disabled, deleted or unable to logon.
1323|ERROR_WRONG_PASSWORD|Unable to update the password. The value provided as the current password is incorrect.
1324|ERROR_ILL_FORMED_PASSWORD|Unable to update the password. The value provided for the new password contains values that are not allowed in passwords.
1325|ERROR_PASSWORD_RESTRICTION|Unable to update the password. The value provided for the new password does not meet the length, complexity, or history requirements of the domain.
1326|ERROR_LOGON_FAILURE|The user name or password is incorrect.
1327|ERROR_ACCOUNT_RESTRICTION|Account restrictions are preventing this user from signing in. For example: blank passwords aren't allowed, sign-in times are limited, or a policy restriction has been enforced.
1328|ERROR_INVALID_LOGON_HOURS|Your account has time restrictions that keep you from signing in right now.
1329|ERROR_INVALID_WORKSTATION|This user isn't allowed to sign in to this computer.
1330|ERROR_PASSWORD_EXPIRED|The password for this account has expired.
1331|ERROR_ACCOUNT_DISABLED|This user can't sign in because this account is currently disabled.
1332|ERROR_NONE_MAPPED|No mapping between account names and security IDs was done.
1333|ERROR_TOO_MANY_LUIDS_REQUESTED|Too many local user identifiers (LUIDs) were requested at one time.
1334|ERROR_LUIDS_EXHAUSTED|No more local user identifiers (LUIDs) are available.
1335|ERROR_INVALID_SUB_AUTHORITY|The subauthority part of a security ID is invalid for this particular use.
1336|ERROR_INVALID_ACL|The access control list (ACL) structure is invalid.
1337|ERROR_INVALID_SID|The security ID structure is invalid.
1338|ERROR_INVALID_SECURITY_DESCR|The security descriptor structure is invalid.
1340|ERROR_BAD_INHERITANCE_ACL|The inherited access control list (ACL) or access control entry (ACE) could not be built.
1341|ERROR_SERVER_DISABLED|The server is currently disabled.
1342|ERROR_SERVER_NOT_DISABLED|The server is currently enabled.
1343|ERROR_INVALID_ID_AUTHORITY|The value provided was an invalid value for an identifier authority.
1344|ERROR_ALLOTTED_SPACE_EXCEEDED|No more memory is available for security information updates.
1345|ERROR_INVALID_GROUP_ATTRIBUTES|The specified attributes are invalid, or incompatible with the attributes for the group as a whole.
1346|ERROR_BAD_IMPERSONATION_LEVEL|Either a required impersonation level was not provided, or the provided impersonation level is invalid.
1347|ERROR_CANT_OPEN_ANONYMOUS|Cannot open an anonymous level security token.
1348|ERROR_BAD_VALIDATION_CLASS|The validation information class requested was invalid.
1349|ERROR_BAD_TOKEN_TYPE|The type of the token is inappropriate for its attempted use.
1350|ERROR_NO_SECURITY_ON_OBJECT|Unable to perform a security operation on an object that has no associated security.
1351|ERROR_CANT_ACCESS_DOMAIN_INFO|Configuration information could not be read from the domain controller, either because the machine is unavailable, or access has been denied.
1352|ERROR_INVALID_SERVER_STATE|The security account manager (SAM) or local security authority (LSA) server was in the wrong state to perform the security operation.
1353|ERROR_INVALID_DOMAIN_STATE|The domain was in the wrong state to perform the security operation.
1354|ERROR_INVALID_DOMAIN_ROLE|This operation is only allowed for the Primary Domain Controller of the domain.
1355|ERROR_NO_SUCH_DOMAIN|The specified domain either does not exist or could not be contacted.
1356|ERROR_DOMAIN_EXISTS|The specified domain already exists.
1357|ERROR_DOMAIN_LIMIT_EXCEEDED|An attempt was made to exceed the limit on the number of domains per server.
1358|ERROR_INTERNAL_DB_CORRUPTION|Unable to complete the requested operation because of either a catastrophic media failure or a data structure corruption on the disk.
1359|ERROR_INTERNAL_ERROR|An internal error occurred.
1360|ERROR_GENERIC_NOT_MAPPED|Generic access types were contained in an access mask which should already be mapped to nongeneric types.
1361|ERROR_BAD_DESCRIPTOR_FORMAT|A security descriptor is not in the right format (absolute or self-relative).
1362|ERROR_NOT_LOGON_PROCESS|The requested action is restricted for use by logon processes only. The calling process has not registered as a logon process.
1363|ERROR_LOGON_SESSION_EXISTS|Cannot start a new logon session with an ID that is already in use.
1364|ERROR_NO_SUCH_PACKAGE|A specified authentication package is unknown.
1365|ERROR_BAD_LOGON_SESSION_STATE|The logon session is not in a state that is consistent with the requested operation.
1366|ERROR_LOGON_SESSION_COLLISION|The logon session ID is already in use.
1367|ERROR_INVALID_LOGON_TYPE|A logon request contained an invalid logon type value.
1368|ERROR_CANNOT_IMPERSONATE|Unable to impersonate using a named pipe until data has been read from that pipe.
1369|ERROR_RXACT_INVALID_STATE|The transaction state of a registry subtree is incompatible with the requested operation.
1370|ERROR_RXACT_COMMIT_FAILURE|An internal security database corruption has been encountered.
1371|ERROR_SPECIAL_ACCOUNT|Cannot perform this operation on built-in accounts.
1372|ERROR_SPECIAL_GROUP|Cannot perform this operation on this built-in special group.
1373|ERROR_SPECIAL_USER|Cannot perform this operation on this built-in special user.
1374|ERROR_MEMBERS_PRIMARY_GROUP|The user cannot be removed from a group because the group is currently the user's primary group.
1375|ERROR_TOKEN_ALREADY_IN_USE|The token is already in use as a primary token.
1376|ERROR_NO_SUCH_ALIAS|The specified local group does not exist.
1377|ERROR_MEMBER_NOT_IN_ALIAS|The specified account name is not a member of the group.
1378|ERROR_MEMBER_IN_ALIAS|The specified account name is already a member of the group.
1379|ERROR_ALIAS_EXISTS|The specified local group already exists.
1380|ERROR_LOGON_NOT_GRANTED|Logon failure: the user has not been granted the requested logon type at this computer.
1381|ERROR_TOO_MANY_SECRETS|The maximum number of secrets that may be stored in a single system has been exceeded.
1382|ERROR_SECRET_TOO_LONG|The length of a secret exceeds the maximum length allowed.
1383|ERROR_INTERNAL_DB_ERROR|The local security authority database contains an internal inconsistency.
1384|ERROR_TOO_MANY_CONTEXT_IDS|During a logon attempt, the user's security context accumulated too many security IDs.
1385|ERROR_LOGON_TYPE_NOT_GRANTED|Logon failure: the user has not been granted the requested logon type at this computer.
1386|ERROR_NT_CROSS_ENCRYPTION_REQUIRED|A cross-encrypted password is necessary to change a user password.
1387|ERROR_NO_SUCH_MEMBER|A member could not be added to or removed from the local group because the member does not exist.
1388|ERROR_INVALID_MEMBER|A new member could not be added to a local group because the member has the wrong account type.
1389|ERROR_TOO_MANY_SIDS|Too many security IDs have been specified.
1390|ERROR_LM_CROSS_ENCRYPTION_REQUIRED|A cross-encrypted password is necessary to change this user password.
1391|ERROR_NO_INHERITANCE|Indicates an ACL contains no inheritable components.
1392|ERROR_FILE_CORRUPT|The file or directory is corrupted and unreadable.
1393|ERROR_DISK_CORRUPT|The disk structure is corrupted and unreadable.
1394|ERROR_NO_USER_SESSION_KEY|There is no user session key for the specified logon session.
1395|ERROR_LICENSE_QUOTA_EXCEEDED|The service being accessed is licensed for a particular number of connections. No more connections can be made to the service at this time because there are already as many connections as the service can accept.
1396|ERROR_WRONG_TARGET_NAME|The target account name is incorrect.
1397|ERROR_MUTUAL_AUTH_FAILED|Mutual Authentication failed. The server's password is out of date at the domain controller.
1398|ERROR_TIME_SKEW|There is a time and/or date difference between the client and server.
1399|ERROR_CURRENT_DOMAIN_NOT_ALLOWED|This operation cannot be performed on the current domain.
1400|ERROR_INVALID_WINDOW_HANDLE|Invalid window handle.
1401|ERROR_INVALID_MENU_HANDLE|Invalid menu handle.
1402|ERROR_INVALID_CURSOR_HANDLE|Invalid cursor handle.
1403|ERROR_INVALID_ACCEL_HANDLE|Invalid accelerator table handle.
1404|ERROR_INVALID_HOOK_HANDLE|Invalid hook handle.
1405|ERROR_INVALID_DWP_HANDLE|Invalid handle to a multiple-window position structure.
1406|ERROR_TLW_WITH_WSCHILD|Cannot create a top-level child window.
1407|ERROR_CANNOT_FIND_WND_CLASS|Cannot find window class.
1408|ERROR_WINDOW_OF_OTHER_THREAD|Invalid window; it belongs to other thread.
1409|ERROR_HOTKEY_ALREADY_REGISTERED|Hot key is already registered.
1410|ERROR_CLASS_ALREADY_EXISTS|Class already exists.
1411|ERROR_CLASS_DOES_NOT_EXIST|Class does not exist.
1412|ERROR_CLASS_HAS_WINDOWS|Class still has open windows.
1413|ERROR_INVALID_INDEX|Invalid index.
1414|ERROR_INVALID_ICON_HANDLE|Invalid icon handle.
1415|ERROR_PRIVATE_DIALOG_INDEX|Using private DIALOG window words.
1416|ERROR_LISTBOX_ID_NOT_FOUND|The list box identifier was not found.
1417|ERROR_NO_WILDCARD_CHARACTERS|No wildcards were found.
1418|ERROR_CLIPBOARD_NOT_OPEN|Thread does not have a clipboard open.
1419|ERROR_HOTKEY_NOT_REGISTERED|Hot key is not registered.
1420|ERROR_WINDOW_NOT_DIALOG|The window is not a valid dialog window.
1421|ERROR_CONTROL_ID_NOT_FOUND|Control ID not found.
1422|ERROR_INVALID_COMBOBOX_MESSAGE|Invalid message for a combo box because it does not have an edit control.
1423|ERROR_WINDOW_NOT_COMBOBOX|The window is not a combo box.
1424|ERROR_INVALID_EDIT_HEIGHT|Height must be less than 256.
1425|ERROR_DC_NOT_FOUND|Invalid device context (DC) handle.
1426|ERROR_INVALID_HOOK_FILTER|Invalid hook procedure type.
1427|ERROR_INVALID_FILTER_PROC|Invalid hook procedure.
1428|ERROR_HOOK_NEEDS_HMOD|Cannot set nonlocal hook without a module handle.
1429|ERROR_GLOBAL_ONLY_HOOK|This hook procedure can only be set globally.
1430|ERROR_JOURNAL_HOOK_SET|The journal hook procedure is already installed.
1431|ERROR_HOOK_NOT_INSTALLED|The hook procedure is not installed.
1432|ERROR_INVALID_LB_MESSAGE|Invalid message for single-selection list box.
1433|ERROR_SETCOUNT_ON_BAD_LB|LB_SETCOUNT sent to non-lazy list box.
1434|ERROR_LB_WITHOUT_TABSTOPS|This list box does not support tab stops.
1435|ERROR_DESTROY_OBJECT_OF_OTHER_THREAD|Cannot destroy object created by another thread.
1436|ERROR_CHILD_WINDOW_MENU|Child windows cannot have menus.
1437|ERROR_NO_SYSTEM_MENU|The window does not have a system menu.
1438|ERROR_INVALID_MSGBOX_STYLE|Invalid message box style.
1439|ERROR_INVALID_SPI_VALUE|Invalid system-wide (SPI_*) parameter.
1440|ERROR_SCREEN_ALREADY_LOCKED|Screen already locked.
1441|ERROR_HWNDS_HAVE_DIFF_PARENT|All handles to windows in a multiple-window position structure must have the same parent.
1442|ERROR_NOT_CHILD_WINDOW|The window is not a child window.
1443|ERROR_INVALID_GW_COMMAND|Invalid GW_* command.
1444|ERROR_INVALID_THREAD_ID|Invalid thread identifier.
1445|ERROR_NON_MDICHILD_WINDOW|Cannot process a message from a window that is not a multiple document interface (MDI) window.
1446|ERROR_POPUP_ALREADY_ACTIVE|Popup menu already active.
1447|ERROR_NO_SCROLLBARS|The window does not have scroll bars.
1448|ERROR_INVALID_SCROLLBAR_RANGE|Scroll bar range cannot be greater than MAXLONG.
1449|ERROR_INVALID_SHOWWIN_COMMAND|Cannot show or remove the window in the way specified.
1450|ERROR_NO_SYSTEM_RESOURCES|Insufficient system resources exist to complete the requested service.
1451|ERROR_NONPAGED_SYSTEM_RESOURCES|Insufficient system resources exist to complete the requested service.
1452|ERROR_PAGED_SYSTEM_RESOURCES|Insufficient system resources exist to complete the requested service.
1453|ERROR_WORKING_SET_QUOTA|Insufficient quota to complete the requested service.
1454|ERROR_PAGEFILE_QUOTA|Insufficient quota to complete the requested service.
1455|ERROR_COMMITMENT_LIMIT|The paging file is too small for this operation to complete.
1456|ERROR_MENU_ITEM_NOT_FOUND|A menu item was not found.
1457|ERROR_INVALID_KEYBOARD_HANDLE|Invalid keyboard layout handle.
1458|ERROR_HOOK_TYPE_NOT_ALLOWED|Hook type not allowed.
1459|ERROR_REQUIRES_INTERACTIVE_WINDOWSTATION|This operation requires an interactive window station.
1460|ERROR_TIMEOUT|This operation returned because the timeout period expired.
1461|ERROR_INVALID_MONITOR_HANDLE|Invalid monitor handle.
1462|ERROR_INCORRECT_SIZE|Incorrect size argument.
1463|ERROR_SYMLINK_CLASS_DISABLED|The symbolic link cannot be followed because its type is disabled.
1464|ERROR_SYMLINK_NOT_SUPPORTED|This application does not support the current operation on symbolic links.
1465|ERROR_XML_PARSE_ERROR|Windows was unable to parse the requested XML data.
1466|ERROR_XMLDSIG_ERROR|An error was encountered while processing an XML digital signature.
1467|ERROR_RESTART_APPLICATION|This application must be restarted.
1468|ERROR_WRONG_COMPARTMENT|The caller made the connection request in the wrong routing compartment.
1469|ERROR_AUTHIP_FAILURE|There was an AuthIP failure when attempting to connect to the remote host.
1470|ERROR_NO_NVRAM_RESOURCES|Insufficient NVRAM resources exist to complete the requested service. A reboot might be required.
1471|ERROR_NOT_GUI_PROCESS|Unable to finish the requested operation because the specified process is not a GUI process.
1500|ERROR_EVENTLOG_FILE_CORRUPT|The event log file is corrupted.
1501|ERROR_EVENTLOG_CANT_START|No event log file could be opened, so the event logging service did not start.
1502|ERROR_LOG_FILE_FULL|The event log file is full.
1503|ERROR_EVENTLOG_FILE_CHANGED|The event log file has changed between read operations.
1550|ERROR_INVALID_TASK_NAME|The specified task name is invalid.
1551|ERROR_INVALID_TASK_INDEX|The specified task index is invalid.
1552|ERROR_THREAD_ALREADY_IN_TASK|The specified thread is already joining a task.
1601|ERROR_INSTALL_SERVICE_FAILURE|The Windows Installer Service could not be accessed. This can occur if the Windows Installer is not correctly installed. Contact your support personnel for assistance.
1602|ERROR_INSTALL_USEREXIT|User cancelled installation.
1603|ERROR_INSTALL_FAILURE|Fatal error during installation.
1604|ERROR_INSTALL_SUSPEND|Installation suspended, incomplete.
1605|ERROR_UNKNOWN_PRODUCT|This action is only valid for products that are currently installed.
1606|ERROR_UNKNOWN_FEATURE|Feature ID not registered.
1607|ERROR_UNKNOWN_COMPONENT|Component ID not registered.
1608|ERROR_UNKNOWN_PROPERTY|Unknown property.
1609|ERROR_INVALID_HANDLE_STATE|Handle is in an invalid state.
1610|ERROR_BAD_CONFIGURATION|The configuration data for this product is corrupt. Contact your support personnel.
1611|ERROR_INDEX_ABSENT|Component qualifier not present.
1612|ERROR_INSTALL_SOURCE_ABSENT|The installation source for this product is not available. Verify that the source exists and that you can access it.
1613|ERROR_INSTALL_PACKAGE_VERSION|This installation package cannot be installed by the Windows Installer service. You must install a Windows service pack that contains a newer version of the Windows Installer service.
1614|ERROR_PRODUCT_UNINSTALLED|Product is uninstalled.
1615|ERROR_BAD_QUERY_SYNTAX|SQL query syntax invalid or unsupported.
1616|ERROR_INVALID_FIELD|Record field does not exist.
1617|ERROR_DEVICE_REMOVED|The device has been removed.
1618|ERROR_INSTALL_ALREADY_RUNNING|Another installation is already in progress. Complete that installation before proceeding with this install.
1619|ERROR_INSTALL_PACKAGE_OPEN_FAILED|This installation package could not be opened. Verify that the package exists and that you can access it, or contact the application vendor to verify that this is a valid Windows Installer package.
1620|ERROR_INSTALL_PACKAGE_INVALID|This installation package could not be opened. Contact the application vendor to verify that this is a valid Windows Installer package.
1621|ERROR_INSTALL_UI_FAILURE|There was an error starting the Windows Installer service user interface. Contact your support personnel.
1622|ERROR_INSTALL_LOG_FAILURE|Error opening installation log file. Verify that the specified log file location exists and that you can write to it.
1623|ERROR_INSTALL_LANGUAGE_UNSUPPORTED|The language of this installation package is not supported by your system.
1624|ERROR_INSTALL_TRANSFORM_FAILURE|Error applying transforms. Verify that the specified transform paths are valid.
1625|ERROR_INSTALL_PACKAGE_REJECTED|This installation is forbidden by system policy. Contact your system administrator.
1626|ERROR_FUNCTION_NOT_CALLED|Function could not be executed.
1627|ERROR_FUNCTION_FAILED|Function failed during execution.
1628|ERROR_INVALID_TABLE|Invalid or unknown table specified.
1629|ERROR_DATATYPE_MISMATCH|Data supplied is of wrong type.
1630|ERROR_UNSUPPORTED_TYPE|Data of this type is not supported.
1631|ERROR_CREATE_FAILED|The Windows Installer service failed to start. Contact your support personnel.
1632|ERROR_INSTALL_TEMP_UNWRITABLE|The Temp folder is on a drive that is full or is inaccessible. Free up space on the drive or verify that you have write permission on the Temp folder.
1633|ERROR_INSTALL_PLATFORM_UNSUPPORTED|This installation package is not supported by this processor type. Contact your product vendor.
1634|ERROR_INSTALL_NOTUSED|Component not used on this computer.
1635|ERROR_PATCH_PACKAGE_OPEN_FAILED|This update package could not be opened. Verify that the update package exists and that you can access it, or contact the application vendor to verify that this is a valid Windows Installer update package.
1636|ERROR_PATCH_PACKAGE_INVALID|This update package could not be opened. Contact the application vendor to verify that this is a valid Windows Installer update package.
1637|ERROR_PATCH_PACKAGE_UNSUPPORTED|This update package cannot be processed by the Windows Installer service. You must install a Windows service pack that contains a newer version of the Windows Installer service.
1638|ERROR_PRODUCT_VERSION|Another version of this product is already installed. Installation of this version cannot continue. To configure or remove the existing version of this product, use Add/Remove Programs on the Control Panel.
1639|ERROR_INVALID_COMMAND_LINE|Invalid command line argument. Consult the Windows Installer SDK for detailed command line help.
1640|ERROR_INSTALL_REMOTE_DISALLOWED|Only administrators have permission to add, remove, or configure server software during a Terminal services remote session. If you want to install or configure software on the server, contact your network administrator.
1641|ERROR_SUCCESS_REBOOT_INITIATED|The requested operation completed successfully. The system will be restarted so the changes can take effect.
1642|ERROR_PATCH_TARGET_NOT_FOUND|The upgrade cannot be installed by the Windows Installer service because the program to be upgraded may be missing, or the upgrade may update a different version of the program. Verify that the program to be upgraded exists on your computer and that you have the correct upgrade.
1643|ERROR_PATCH_PACKAGE_REJECTED|The update package is not permitted by software restriction policy.
1644|ERROR_INSTALL_TRANSFORM_REJECTED|One or more customizations are not permitted by software restriction policy.
1645|ERROR_INSTALL_REMOTE_PROHIBITED|The Windows Installer does not permit installation from a Remote Desktop Connection.
1646|ERROR_PATCH_REMOVAL_UNSUPPORTED|Uninstallation of the update package is not supported.
1647|ERROR_UNKNOWN_PATCH|The update is not applied to this product.
1648|ERROR_PATCH_NO_SEQUENCE|No valid sequence could be found for the set of updates.
1649|ERROR_PATCH_REMOVAL_DISALLOWED|Update removal was disallowed by policy.
1650|ERROR_INVALID_PATCH_XML|The XML update data is invalid.
1651|ERROR_PATCH_MANAGED_ADVERTISED_PRODUCT|Windows Installer does not permit updating of managed advertised products. At least one feature of the product must be installed before applying the update.
1652|ERROR_INSTALL_SERVICE_SAFEBOOT|The Windows Installer service is not accessible in Safe Mode. Please try again when your computer is not in Safe Mode or you can use System Restore to return your machine to a previous good state.
1653|ERROR_FAIL_FAST_EXCEPTION|A fail fast exception occurred. Exception handlers will not be invoked and the process will be terminated immediately.
1654|ERROR_INSTALL_REJECTED|The app that you are trying to run is not supported on this version of Windows.
1655|ERROR_DYNAMIC_CODE_BLOCKED|
1700|RPC_S_INVALID_STRING_BINDING|The string binding is invalid.
1701|RPC_S_WRONG_KIND_OF_BINDING|The binding handle is not the correct type.
1702|RPC_S_INVALID_BINDING|The binding handle is invalid.
1703|RPC_S_PROTSEQ_NOT_SUPPORTED|The RPC protocol sequence is not supported.
1704|RPC_S_INVALID_RPC_PROTSEQ|The RPC protocol sequence is invalid.
1705|RPC_S_INVALID_STRING_UUID|The string universal unique identifier (UUID) is invalid.
1706|RPC_S_INVALID_ENDPOINT_FORMAT|The endpoint format is invalid.
1707|RPC_S_INVALID_NET_ADDR|The network address is invalid.
1708|RPC_S_NO_ENDPOINT_FOUND|No endpoint was found.
1709|RPC_S_INVALID_TIMEOUT|The timeout value is invalid.
1710|RPC_S_OBJECT_NOT_FOUND|The object universal unique identifier (UUID) was not found.
1711|RPC_S_ALREADY_REGISTERED|The object universal unique identifier (UUID) has already been registered.
1712|RPC_S_TYPE_ALREADY_REGISTERED|The type universal unique identifier (UUID) has already been registered.
1713|RPC_S_ALREADY_LISTENING|The RPC server is already listening.
1714|RPC_S_NO_PROTSEQS_REGISTERED|No protocol sequences have been registered.
1715|RPC_S_NOT_LISTENING|The RPC server is not listening.
1716|RPC_S_UNKNOWN_MGR_TYPE|The manager type is unknown.
1717|RPC_S_UNKNOWN_IF|The interface is unknown.
1718|RPC_S_NO_BINDINGS|There are no bindings.
1719|RPC_S_NO_PROTSEQS|There are no protocol sequences.
1720|RPC_S_CANT_CREATE_ENDPOINT|The endpoint cannot be created.
1721|RPC_S_OUT_OF_RESOURCES|Not enough resources are available to complete this operation.
1722|RPC_S_SERVER_UNAVAILABLE|The RPC server is unavailable.
1723|RPC_S_SERVER_TOO_BUSY|The RPC server is too busy to complete this operation.
1724|RPC_S_INVALID_NETWORK_OPTIONS|The network options are invalid.
1725|RPC_S_NO_CALL_ACTIVE|There are no remote procedure calls active on this thread.
1726|RPC_S_CALL_FAILED|The remote procedure call failed.
1727|RPC_S_CALL_FAILED_DNE|The remote procedure call failed and did not execute.
1728|RPC_S_PROTOCOL_ERROR|A remote procedure call (RPC) protocol error occurred.
1729|RPC_S_PROXY_ACCESS_DENIED|Access to the HTTP proxy is denied.
1730|RPC_S_UNSUPPORTED_TRANS_SYN|The transfer syntax is not supported by the RPC server.
1732|RPC_S_UNSUPPORTED_TYPE|The universal unique identifier (UUID) type is not supported.
1733|RPC_S_INVALID_TAG|The tag is invalid.
1734|RPC_S_INVALID_BOUND|The array bounds are invalid.
1735|RPC_S_NO_ENTRY_NAME|The binding does not contain an entry name.
1736|RPC_S_INVALID_NAME_SYNTAX|The name syntax is invalid.
1737|RPC_S_UNSUPPORTED_NAME_SYNTAX|The name syntax is not supported.
1739|RPC_S_UUID_NO_ADDRESS|No network address is available to use to construct a universal unique identifier (UUID).
1740|RPC_S_DUPLICATE_ENDPOINT|The endpoint is a duplicate.
1741|RPC_S_UNKNOWN_AUTHN_TYPE|The authentication type is unknown.
1742|RPC_S_MAX_CALLS_TOO_SMALL|The maximum number of calls is too small.
1743|RPC_S_STRING_TOO_LONG|The string is too long.
1744|RPC_S_PROTSEQ_NOT_FOUND|The RPC protocol sequence was not found.
1745|RPC_S_PROCNUM_OUT_OF_RANGE|The procedure number is out of range.
1746|RPC_S_BINDING_HAS_NO_AUTH|The binding does not contain any authentication information.
1747|RPC_S_UNKNOWN_AUTHN_SERVICE|The authentication service is unknown.
1748|RPC_S_UNKNOWN_AUTHN_LEVEL|The authentication level is unknown.
1749|RPC_S_INVALID_AUTH_IDENTITY|The security context is invalid.
1750|RPC_S_UNKNOWN_AUTHZ_SERVICE|The authorization service is unknown.
1751|EPT_S_INVALID_ENTRY|The entry is invalid.
1752|EPT_S_CANT_PERFORM_OP|The server endpoint cannot perform the operation.
1753|EPT_S_NOT_REGISTERED|There are no more endpoints available from the endpoint mapper.
1754|RPC_S_NOTHING_TO_EXPORT|No interfaces have been exported.
1755|RPC_S_INCOMPLETE_NAME|The entry name is incomplete.
1756|RPC_S_INVALID_VERS_OPTION|The version option is invalid.
1757|RPC_S_NO_MORE_MEMBERS|There are no more members.
1758|RPC_S_NOT_ALL_OBJS_UNEXPORTED|There is nothing to unexport.
1759|RPC_S_INTERFACE_NOT_FOUND|The interface was not found.
1760|RPC_S_ENTRY_ALREADY_EXISTS|The entry already exists.
1761|RPC_S_ENTRY_NOT_FOUND|The entry is not found.
1762|RPC_S_NAME_SERVICE_UNAVAILABLE|The name service is unavailable.
1763|RPC_S_INVALID_NAF_ID|The network address family is invalid.
1764|RPC_S_CANNOT_SUPPORT|The requested operation is not supported.
1765|RPC_S_NO_CONTEXT_AVAILABLE|No security context is available to allow impersonation.
1766|RPC_S_INTERNAL_ERROR|An internal error occurred in a remote procedure call (RPC).
1767|RPC_S_ZERO_DIVIDE|The RPC server attempted an integer division by zero.
1768|RPC_S_ADDRESS_ERROR|An addressing error occurred in the RPC server.
1769|RPC_S_FP_DIV_ZERO|A floating-point operation at the RPC server caused a division by zero.
1770|RPC_S_FP_UNDERFLOW|A floating-point underflow occurred at the RPC server.
1771|RPC_S_FP_OVERFLOW|A floating-point overflow occurred at the RPC server.
1772|RPC_X_NO_MORE_ENTRIES|The list of RPC servers available for the binding of auto handles has been exhausted.
1773|RPC_X_SS_CHAR_TRANS_OPEN_FAIL|Unable to open the character translation table file.
1774|RPC_X_SS_CHAR_TRANS_SHORT_FILE|The file containing the character translation table has fewer than 512 bytes.
1775|RPC_X_SS_IN_NULL_CONTEXT|A null context handle was passed from the client to the host during a remote procedure call.
1777|RPC_X_SS_CONTEXT_DAMAGED|The context handle changed during a remote procedure call.
1778|RPC_X_SS_HANDLES_MISMATCH|The binding handles passed to a remote procedure call do not match.
1779|RPC_X_SS_CANNOT_GET_CALL_HANDLE|The stub is unable to get the remote procedure call handle.
1780|RPC_X_NULL_REF_POINTER|A null reference pointer was passed to the stub.
1781|RPC_X_ENUM_VALUE_OUT_OF_RANGE|The enumeration value is out of range.
1782|RPC_X_BYTE_COUNT_TOO_SMALL|The byte count is too small.
1783|RPC_X_BAD_STUB_DATA|The stub received bad data.
1784|ERROR_INVALID_USER_BUFFER|The supplied user buffer is not valid for the requested operation.
1785|ERROR_UNRECOGNIZED_MEDIA|The disk media is not recognized. It may not be formatted.
1786|ERROR_NO_TRUST_LSA_SECRET|The workstation does not have a trust secret.
1787|ERROR_NO_TRUST_SAM_ACCOUNT|The security database on the server does not have a computer account for this workstation trust relationship.
1788|ERROR_TRUSTED_DOMAIN_FAILURE|The trust relationship between the primary domain and the trusted domain failed.
1789|ERROR_TRUSTED_RELATIONSHIP_FAILURE|The trust relationship between this workstation and the primary domain failed.
1790|ERROR_TRUST_FAILURE|The network logon failed.
1791|RPC_S_CALL_IN_PROGRESS|A remote procedure call is already in progress for this thread.
1792|ERROR_NETLOGON_NOT_STARTED|An attempt was made to logon, but the network logon service was not started.
1793|ERROR_ACCOUNT_EXPIRED|The user's account has expired.
1794|ERROR_REDIRECTOR_HAS_OPEN_HANDLES|The redirector is in use and cannot be unloaded.
1795|ERROR_PRINTER_DRIVER_ALREADY_INSTALLED|The specified printer driver is already installed.
1796|ERROR_UNKNOWN_PORT|The specified port is unknown.
1797|ERROR_UNKNOWN_PRINTER_DRIVER|The printer driver is unknown.
1798|ERROR_UNKNOWN_PRINTPROCESSOR|The print processor is unknown.
1799|ERROR_INVALID_SEPARATOR_FILE|The specified separator file is invalid.
1800|ERROR_INVALID_PRIORITY|The specified priority is invalid.
1801|ERROR_INVALID_PRINTER_NAME|The printer name is invalid.
1802|ERROR_PRINTER_ALREADY_EXISTS|The printer already exists.
1803|ERROR_INVALID_PRINTER_COMMAND|The printer command is invalid.
1804|ERROR_INVALID_DATATYPE|The specified datatype is invalid.
1805|ERROR_INVALID_ENVIRONMENT|The environment specified is invalid.
1806|RPC_S_NO_MORE_BINDINGS|There are no more bindings.
1807|ERROR_NOLOGON_INTERDOMAIN_TRUST_ACCOUNT|The account used is an interdomain trust account. Use your global user account or local user account to access this server.
1808|ERROR_NOLOGON_WORKSTATION_TRUST_ACCOUNT|The account used is a computer account. Use your global user account or local user account to access this server.
1809|ERROR_NOLOGON_SERVER_TRUST_ACCOUNT|The account used is a server trust account. Use your global user account or local user account to access this server.
1810|ERROR_DOMAIN_TRUST_INCONSISTENT|The name or security ID (SID) of the domain specified is inconsistent with the trust information for that domain.
1811|ERROR_SERVER_HAS_OPEN_HANDLES|The server is in use and cannot be unloaded.
1812|ERROR_RESOURCE_DATA_NOT_FOUND|The specified image file did not contain a resource section.
1813|ERROR_RESOURCE_TYPE_NOT_FOUND|The specified resource type cannot be found in the image file.
1814|ERROR_RESOURCE_NAME_NOT_FOUND|The specified resource name cannot be found in the image file.
1815|ERROR_RESOURCE_LANG_NOT_FOUND|The specified resource language ID cannot be found in the image file.
1816|ERROR_NOT_ENOUGH_QUOTA|Not enough quota is available to process this command.
1817|RPC_S_NO_INTERFACES|No interfaces have been registered.
1818|RPC_S_CALL_CANCELLED|The remote procedure call was cancelled.
1819|RPC_S_BINDING_INCOMPLETE|The binding handle does not contain all required information.
1820|RPC_S_COMM_FAILURE|A communications failure occurred during a remote procedure call.
1821|RPC_S_UNSUPPORTED_AUTHN_LEVEL|The requested authentication level is not supported.
1822|RPC_S_NO_PRINC_NAME|No principal name registered.
1823|RPC_S_NOT_RPC_ERROR|The error specified is not a valid Windows RPC error code.
1824|RPC_S_UUID_LOCAL_ONLY|A UUID that is valid only on this computer has been allocated.
1825|RPC_S_SEC_PKG_ERROR|A security package specific error occurred.
1826|RPC_S_NOT_CANCELLED|Thread is not canceled.
1827|RPC_X_INVALID_ES_ACTION|Invalid operation on the encoding/decoding handle.
1828|RPC_X_WRONG_ES_VERSION|Incompatible version of the serializing package.
1829|RPC_X_WRONG_STUB_VERSION|Incompatible version of the RPC stub.
1830|RPC_X_INVALID_PIPE_OBJECT|The RPC pipe object is invalid or corrupted.
1831|RPC_X_WRONG_PIPE_ORDER|An invalid operation was attempted on an RPC pipe object.
1832|RPC_X_WRONG_PIPE_VERSION|Unsupported RPC pipe version.
1833|RPC_S_COOKIE_AUTH_FAILED|HTTP proxy server rejected the connection because the cookie authentication failed.
1834|RPC_S_DO_NOT_DISTURB|
1835|RPC_S_SYSTEM_HANDLE_COUNT_EXCEEDED|
1836|RPC_S_SYSTEM_HANDLE_TYPE_MISMATCH|
1898|RPC_S_GROUP_MEMBER_NOT_FOUND|The group member was not found.
1899|EPT_S_CANT_CREATE|The endpoint mapper database entry could not be created.
1900|RPC_S_INVALID_OBJECT|The object universal unique identifier (UUID) is the nil UUID.
1901|ERROR_INVALID_TIME|The specified time is invalid.
1902|ERROR_INVALID_FORM_NAME|The specified form name is invalid.
1903|ERROR_INVALID_FORM_SIZE|The specified form size is invalid.
1904|ERROR_ALREADY_WAITING|The specified printer handle is already being waited on
1905|ERROR_PRINTER_DELETED|The specified printer has been deleted.
1906|ERROR_INVALID_PRINTER_STATE|The state of the printer is invalid.
1907|ERROR_PASSWORD_MUST_CHANGE|The user's password must be changed before signing in.
1908|ERROR_DOMAIN_CONTROLLER_NOT_FOUND|Could not find the domain controller for this domain.
1909|ERROR_ACCOUNT_LOCKED_OUT|The referenced account is currently locked out and may not be logged on to.
1910|OR_INVALID_OXID|The object exporter specified was not found.
1911|OR_INVALID_OID|The object specified was not found.
1912|OR_INVALID_SET|The object resolver set specified was not found.
1913|RPC_S_SEND_INCOMPLETE|Some data remains to be sent in the request buffer.
1914|RPC_S_INVALID_ASYNC_HANDLE|Invalid asynchronous remote procedure call handle.
1915|RPC_S_INVALID_ASYNC_CALL|Invalid asynchronous RPC call handle for this operation.
1916|RPC_X_PIPE_CLOSED|The RPC pipe object has already been closed.
1917|RPC_X_PIPE_DISCIPLINE_ERROR|The RPC call completed before all pipes were processed.
1918|RPC_X_PIPE_EMPTY|No more data is available from the RPC pipe.
1919|ERROR_NO_SITENAME|No site name is available for this machine.
1920|ERROR_CANT_ACCESS_FILE|The file cannot be accessed by the system.
1921|ERROR_CANT_RESOLVE_FILENAME|The name of the file cannot be resolved by the system.
1922|RPC_S_ENTRY_TYPE_MISMATCH|The entry is not of the expected type.
1923|RPC_S_NOT_ALL_OBJS_EXPORTED|Not all object UUIDs could be exported to the specified entry.
1924|RPC_S_INTERFACE_NOT_EXPORTED|Interface could not be exported to the specified entry.
1925|RPC_S_PROFILE_NOT_ADDED|The specified profile entry could not be added.
1926|RPC_S_PRF_ELT_NOT_ADDED|The specified profile element could not be added.
1927|RPC_S_PRF_ELT_NOT_REMOVED|The specified profile element could not be removed.
1928|RPC_S_GRP_ELT_NOT_ADDED|The group element could not be added.
1929|RPC_S_GRP_ELT_NOT_REMOVED|The group element could not be removed.
1930|ERROR_KM_DRIVER_BLOCKED|The printer driver is not compatible with a policy enabled on your computer that blocks NT 4.0 drivers.
1931|ERROR_CONTEXT_EXPIRED|The context has expired and can no longer be used.
1932|ERROR_PER_USER_TRUST_QUOTA_EXCEEDED|The current user's delegated trust creation quota has been exceeded.
1933|ERROR_ALL_USER_TRUST_QUOTA_EXCEEDED|The total delegated trust creation quota has been exceeded.
1934|ERROR_USER_DELETE_TRUST_QUOTA_EXCEEDED|The current user's delegated trust deletion quota has been exceeded.
1935|ERROR_AUTHENTICATION_FIREWALL_FAILED|The computer you are signing into is protected by an authentication firewall. The specified account is not allowed to authenticate to the computer.
1936|ERROR_REMOTE_PRINT_CONNECTIONS_BLOCKED|Remote connections to the Print Spooler are blocked by a policy set on your machine.
1937|ERROR_NTLM_BLOCKED|Authentication failed because NTLM authentication has been disabled.
1938|ERROR_PASSWORD_CHANGE_REQUIRED|Logon Failure: EAS policy requires that the user change their password before this operation can be performed.
2000|ERROR_INVALID_PIXEL_FORMAT|The pixel format is invalid.
2001|ERROR_BAD_DRIVER|The specified driver is invalid.
2002|ERROR_INVALID_WINDOW_STYLE|The window style or class attribute is invalid for this operation.
2003|ERROR_METAFILE_NOT_SUPPORTED|The requested metafile operation is not supported.
2004|ERROR_TRANSFORM_NOT_SUPPORTED|The requested transformation operation is not supported.
2005|ERROR_CLIPPING_NOT_SUPPORTED|The requested clipping operation is not supported.
2010|ERROR_INVALID_CMM|The specified color management module is invalid.
2011|ERROR_INVALID_PROFILE|The specified color profile is invalid.
2012|ERROR_TAG_NOT_FOUND|The specified tag was not found.
2013|ERROR_TAG_NOT_PRESENT|A required tag is not present.
2014|ERROR_DUPLICATE_TAG|The specified tag is already present.
2015|ERROR_PROFILE_NOT_ASSOCIATED_WITH_DEVICE|The specified color profile is not associated with the specified device.
2016|ERROR_PROFILE_NOT_FOUND|The specified color profile was not found.
2017|ERROR_INVALID_COLORSPACE|The specified color space is invalid.
2018|ERROR_ICM_NOT_ENABLED|Image Color Management is not enabled.
2019|ERROR_DELETING_ICM_XFORM|There was an error while deleting the color transform.
2020|ERROR_INVALID_TRANSFORM|The specified color transform is invalid.
2021|ERROR_COLORSPACE_MISMATCH|The specified transform does not match the bitmap's color space.
2022|ERROR_INVALID_COLORINDEX|The specified named color index is not present in the profile.
2023|ERROR_PROFILE_DOES_NOT_MATCH_DEVICE|The specified profile is intended for a device of a different type than the specified device.
2108|ERROR_CONNECTED_OTHER_PASSWORD|The network connection was made successfully, but the user had to be prompted for a password other than the one originally specified.
2109|ERROR_CONNECTED_OTHER_PASSWORD_DEFAULT|The network connection was made successfully using default credentials.
2202|ERROR_BAD_USERNAME|The specified username is invalid.
2250|ERROR_NOT_CONNECTED|This network connection does not exist.
2401|ERROR_OPEN_FILES|This network connection has files open or requests pending.
2402|ERROR_ACTIVE_CONNECTIONS|Active connections still exist.
2404|ERROR_DEVICE_IN_USE|The device is in use by an active process and cannot be disconnected.
3000|ERROR_UNKNOWN_PRINT_MONITOR|The specified print monitor is unknown.
3001|ERROR_PRINTER_DRIVER_IN_USE|The specified printer driver is currently in use.
3002|ERROR_SPOOL_FILE_NOT_FOUND|The spool file was not found.
3003|ERROR_SPL_NO_STARTDOC|A StartDocPrinter call was not issued.
3004|ERROR_SPL_NO_ADDJOB|An AddJob call was not issued.
3005|ERROR_PRINT_PROCESSOR_ALREADY_INSTALLED|The specified print processor has already been installed.
3006|ERROR_PRINT_MONITOR_ALREADY_INSTALLED|The specified print monitor has already been installed.
3007|ERROR_INVALID_PRINT_MONITOR|The specified print monitor does not have the required functions.
3008|ERROR_PRINT_MONITOR_IN_USE|The specified print monitor is currently in use.
3009|ERROR_PRINTER_HAS_JOBS_QUEUED|The requested operation is not allowed when there are jobs queued to the printer.
3010|ERROR_SUCCESS_REBOOT_REQUIRED|The requested operation is successful. Changes will not be effective until the system is rebooted.
3011|ERROR_SUCCESS_RESTART_REQUIRED|The requested operation is successful. Changes will not be effective until the service is restarted.
3012|ERROR_PRINTER_NOT_FOUND|No printers were found.
3013|ERROR_PRINTER_DRIVER_WARNED|The printer driver is known to be unreliable.
3014|ERROR_PRINTER_DRIVER_BLOCKED|The printer driver is known to harm the system.
3015|ERROR_PRINTER_DRIVER_PACKAGE_IN_USE|The specified printer driver package is currently in use.
3016|ERROR_CORE_DRIVER_PACKAGE_NOT_FOUND|Unable to find a core driver package that is required by the printer driver package.
3017|ERROR_FAIL_REBOOT_REQUIRED|The requested operation failed. A system reboot is required to roll back changes made.
3018|ERROR_FAIL_REBOOT_INITIATED|The requested operation failed. A system reboot has been initiated to roll back changes made.
3019|ERROR_PRINTER_DRIVER_DOWNLOAD_NEEDED|The specified printer driver was not found on the system and needs to be downloaded.
3020|ERROR_PRINT_JOB_RESTART_REQUIRED|The requested print job has failed to print. A print system update requires the job to be resubmitted.
3021|ERROR_INVALID_PRINTER_DRIVER_MANIFEST|The printer driver does not contain a valid manifest, or contains too many manifests.
3022|ERROR_PRINTER_NOT_SHAREABLE|The specified printer cannot be shared.
3050|ERROR_REQUEST_PAUSED|The operation was paused.
3950|ERROR_IO_REISSUE_AS_CACHED|Reissue the given operation as a cached IO operation
4000|ERROR_WINS_INTERNAL|WINS encountered an error while processing the command.
4001|ERROR_CAN_NOT_DEL_LOCAL_WINS|The local WINS cannot be deleted.
4002|ERROR_STATIC_INIT|The importation from the file failed.
4003|ERROR_INC_BACKUP|The backup failed. Was a full backup done before?
4004|ERROR_FULL_BACKUP|The backup failed. Check the directory to which you are backing the database.
4005|ERROR_REC_NON_EXISTENT|The name does not exist in the WINS database.
4006|ERROR_RPL_NOT_ALLOWED|Replication with a nonconfigured partner is not allowed.
4050|PEERDIST_ERROR_CONTENTINFO_VERSION_UNSUPPORTED|The version of the supplied content information is not supported.
4051|PEERDIST_ERROR_CANNOT_PARSE_CONTENTINFO|The supplied content information is malformed.
4052|PEERDIST_ERROR_MISSING_DATA|The requested data cannot be found in local or peer caches.
4053|PEERDIST_ERROR_NO_MORE|No more data is available or required.
4054|PEERDIST_ERROR_NOT_INITIALIZED|The supplied object has not been initialized.
4055|PEERDIST_ERROR_ALREADY_INITIALIZED|The supplied object has already been initialized.
4056|PEERDIST_ERROR_SHUTDOWN_IN_PROGRESS|A shutdown operation is already in progress.
4057|PEERDIST_ERROR_INVALIDATED|The supplied object has already been invalidated.
4058|PEERDIST_ERROR_ALREADY_EXISTS|An element already exists and was not replaced.
4059|PEERDIST_ERROR_OPERATION_NOTFOUND|Can not cancel the requested operation as it has already been completed.
4060|PEERDIST_ERROR_ALREADY_COMPLETED|Can not perform the reqested operation because it has already been carried out.
4061|PEERDIST_ERROR_OUT_OF_BOUNDS|An operation accessed data beyond the bounds of valid data.
4062|PEERDIST_ERROR_VERSION_UNSUPPORTED|The requested version is not supported.
4063|PEERDIST_ERROR_INVALID_CONFIGURATION|A configuration value is invalid.
4064|PEERDIST_ERROR_NOT_LICENSED|The SKU is not licensed.
4065|PEERDIST_ERROR_SERVICE_UNAVAILABLE|PeerDist Service is still initializing and will be available shortly.
4066|PEERDIST_ERROR_TRUST_FAILURE|Communication with one or more computers will be temporarily blocked due to recent errors.
4100|ERROR_DHCP_ADDRESS_CONFLICT|The DHCP client has obtained an IP address that is already in use on the network. The local interface will be disabled until the DHCP client can obtain a new address.
4200|ERROR_WMI_GUID_NOT_FOUND|The GUID passed was not recognized as valid by a WMI data provider.
4201|ERROR_WMI_INSTANCE_NOT_FOUND|The instance name passed was not recognized as valid by a WMI data provider.
4202|ERROR_WMI_ITEMID_NOT_FOUND|The data item ID passed was not recognized as valid by a WMI data provider.
4203|ERROR_WMI_TRY_AGAIN|The WMI request could not be completed and should be retried.
4204|ERROR_WMI_DP_NOT_FOUND|The WMI data provider could not be located.
4205|ERROR_WMI_UNRESOLVED_INSTANCE_REF|The WMI data provider references an instance set that has not been registered.
4206|ERROR_WMI_ALREADY_ENABLED|The WMI data block or event notification has already been enabled.
4207|ERROR_WMI_GUID_DISCONNECTED|The WMI data block is no longer available.
4208|ERROR_WMI_SERVER_UNAVAILABLE|The WMI data service is not available.
4209|ERROR_WMI_DP_FAILED|The WMI data provider failed to carry out the request.
4210|ERROR_WMI_INVALID_MOF|The WMI MOF information is not valid.
4211|ERROR_WMI_INVALID_REGINFO|The WMI registration information is not valid.
4212|ERROR_WMI_ALREADY_DISABLED|The WMI data block or event notification has already been disabled.
4213|ERROR_WMI_READ_ONLY|The WMI data item or data block is read only.
4214|ERROR_WMI_SET_FAILURE|The WMI data item or data block could not be changed.
4250|ERROR_NOT_APPCONTAINER|This operation is only valid in the context of an app container.
4251|ERROR_APPCONTAINER_REQUIRED|This application can only run in the context of an app container.
4252|ERROR_NOT_SUPPORTED_IN_APPCONTAINER|This functionality is not supported in the context of an app container.
4253|ERROR_INVALID_PACKAGE_SID_LENGTH|The length of the SID supplied is not a valid length for app container SIDs.
4300|ERROR_INVALID_MEDIA|The media identifier does not represent a valid medium.
4301|ERROR_INVALID_LIBRARY|The library identifier does not represent a valid library.
4302|ERROR_INVALID_MEDIA_POOL|The media pool identifier does not represent a valid media pool.
4303|ERROR_DRIVE_MEDIA_MISMATCH|The drive and medium are not compatible or exist in different libraries.
4304|ERROR_MEDIA_OFFLINE|The medium currently exists in an offline library and must be online to perform this operation.
4305|ERROR_LIBRARY_OFFLINE|The operation cannot be performed on an offline library.
4306|ERROR_EMPTY|The library, drive, or media pool is empty.
4307|ERROR_NOT_EMPTY|The library, drive, or media pool must be empty to perform this operation.
4308|ERROR_MEDIA_UNAVAILABLE|No media is currently available in this media pool or library.
4309|ERROR_RESOURCE_DISABLED|A resource required for this operation is disabled.
4310|ERROR_INVALID_CLEANER|The media identifier does not represent a valid cleaner.
4311|ERROR_UNABLE_TO_CLEAN|The drive cannot be cleaned or does not support cleaning.
4312|ERROR_OBJECT_NOT_FOUND|The object identifier does not represent a valid object.
4313|ERROR_DATABASE_FAILURE|Unable to read from or write to the database.
4314|ERROR_DATABASE_FULL|The database is full.
4315|ERROR_MEDIA_INCOMPATIBLE|The medium is not compatible with the device or media pool.
4316|ERROR_RESOURCE_NOT_PRESENT|The resource required for this operation does not exist.
4317|ERROR_INVALID_OPERATION|The operation identifier is not valid.
4318|ERROR_MEDIA_NOT_AVAILABLE|The media is not mounted or ready for use.
4319|ERROR_DEVICE_NOT_AVAILABLE|The device is not ready for use.
4320|ERROR_REQUEST_REFUSED|The operator or administrator has refused the request.
4321|ERROR_INVALID_DRIVE_OBJECT|The drive identifier does not represent a valid drive.
4322|ERROR_LIBRARY_FULL|Library is full. No slot is available for use.
4323|ERROR_MEDIUM_NOT_ACCESSIBLE|The transport cannot access the medium.
4324|ERROR_UNABLE_TO_LOAD_MEDIUM|Unable to load the medium into the drive.
4325|ERROR_UNABLE_TO_INVENTORY_DRIVE|Unable to retrieve the drive status.
4326|ERROR_UNABLE_TO_INVENTORY_SLOT|Unable to retrieve the slot status.
4327|ERROR_UNABLE_TO_INVENTORY_TRANSPORT|Unable to retrieve status about the transport.
4328|ERROR_TRANSPORT_FULL|Cannot use the transport because it is already in use.
4329|ERROR_CONTROLLING_IEPORT|Unable to open or close the inject/eject port.
4330|ERROR_UNABLE_TO_EJECT_MOUNTED_MEDIA|Unable to eject the medium because it is in a drive.
4331|ERROR_CLEANER_SLOT_SET|A cleaner slot is already reserved.
4332|ERROR_CLEANER_SLOT_NOT_SET|A cleaner slot is not reserved.
4333|ERROR_CLEANER_CARTRIDGE_SPENT|The cleaner cartridge has performed the maximum number of drive cleanings.
4334|ERROR_UNEXPECTED_OMID|Unexpected on-medium identifier.
4335|ERROR_CANT_DELETE_LAST_ITEM|The last remaining item in this group or resource cannot be deleted.
4336|ERROR_MESSAGE_EXCEEDS_MAX_SIZE|The message provided exceeds the maximum size allowed for this parameter.
4337|ERROR_VOLUME_CONTAINS_SYS_FILES|The volume contains system or paging files.
4338|ERROR_INDIGENOUS_TYPE|The media type cannot be removed from this library since at least one drive in the library reports it can support this media type.
4339|ERROR_NO_SUPPORTING_DRIVES|This offline media cannot be mounted on this system since no enabled drives are present which can be used.
4340|ERROR_CLEANER_CARTRIDGE_INSTALLED|A cleaner cartridge is present in the tape library.
4341|ERROR_IEPORT_FULL|Cannot use the inject/eject port because it is not empty.
4350|ERROR_FILE_OFFLINE|This file is currently not available for use on this computer.
4351|ERROR_REMOTE_STORAGE_NOT_ACTIVE|The remote storage service is not operational at this time.
4352|ERROR_REMOTE_STORAGE_MEDIA_ERROR|The remote storage service encountered a media error.
4390|ERROR_NOT_A_REPARSE_POINT|The file or directory is not a reparse point.
4391|ERROR_REPARSE_ATTRIBUTE_CONFLICT|The reparse point attribute cannot be set because it conflicts with an existing attribute.
4392|ERROR_INVALID_REPARSE_DATA|The data present in the reparse point buffer is invalid.
4393|ERROR_REPARSE_TAG_INVALID|The tag present in the reparse point buffer is invalid.
4394|ERROR_REPARSE_TAG_MISMATCH|There is a mismatch between the tag specified in the request and the tag present in the reparse point.
4400|ERROR_APP_DATA_NOT_FOUND|Fast Cache data not found.
4401|ERROR_APP_DATA_EXPIRED|Fast Cache data expired.
4402|ERROR_APP_DATA_CORRUPT|Fast Cache data corrupt.
4403|ERROR_APP_DATA_LIMIT_EXCEEDED|Fast Cache data has exceeded its max size and cannot be updated.
4404|ERROR_APP_DATA_REBOOT_REQUIRED|Fast Cache has been ReArmed and requires a reboot until it can be updated.
4420|ERROR_SECUREBOOT_ROLLBACK_DETECTED|Secure Boot detected that rollback of protected data has been attempted.
4421|ERROR_SECUREBOOT_POLICY_VIOLATION|The value is protected by Secure Boot policy and cannot be modified or deleted.
4422|ERROR_SECUREBOOT_INVALID_POLICY|The Secure Boot policy is invalid.
4423|ERROR_SECUREBOOT_POLICY_PUBLISHER_NOT_FOUND|A new Secure Boot policy did not contain the current publisher on its update list.
4424|ERROR_SECUREBOOT_POLICY_NOT_SIGNED|The Secure Boot policy is either not signed or is signed by a non-trusted signer.
4425|ERROR_SECUREBOOT_NOT_ENABLED|Secure Boot is not enabled on this machine.
4426|ERROR_SECUREBOOT_FILE_REPLACED|Secure Boot requires that certain files and drivers are not replaced by other files or drivers.
4440|ERROR_OFFLOAD_READ_FLT_NOT_SUPPORTED|The copy offload read operation is not supported by a filter.
4441|ERROR_OFFLOAD_WRITE_FLT_NOT_SUPPORTED|The copy offload write operation is not supported by a filter.
4442|ERROR_OFFLOAD_READ_FILE_NOT_SUPPORTED|The copy offload read operation is not supported for the file.
4443|ERROR_OFFLOAD_WRITE_FILE_NOT_SUPPORTED|The copy offload write operation is not supported for the file.
4500|ERROR_VOLUME_NOT_SIS_ENABLED|Single Instance Storage is not available on this volume.
5001|ERROR_DEPENDENT_RESOURCE_EXISTS|The operation cannot be completed because other resources are dependent on this resource.
5002|ERROR_DEPENDENCY_NOT_FOUND|The cluster resource dependency cannot be found.
5003|ERROR_DEPENDENCY_ALREADY_EXISTS|The cluster resource cannot be made dependent on the specified resource because it is already dependent.
5004|ERROR_RESOURCE_NOT_ONLINE|The cluster resource is not online.
5005|ERROR_HOST_NODE_NOT_AVAILABLE|A cluster node is not available for this operation.
5006|ERROR_RESOURCE_NOT_AVAILABLE|The cluster resource is not available.
5007|ERROR_RESOURCE_NOT_FOUND|The cluster resource could not be found.
5008|ERROR_SHUTDOWN_CLUSTER|The cluster is being shut down.
5009|ERROR_CANT_EVICT_ACTIVE_NODE|A cluster node cannot be evicted from the cluster unless the node is down or it is the last node.
5010|ERROR_OBJECT_ALREADY_EXISTS|The object already exists.
5011|ERROR_OBJECT_IN_LIST|The object is already in the list.
5012|ERROR_GROUP_NOT_AVAILABLE|The cluster group is not available for any new requests.
5013|ERROR_GROUP_NOT_FOUND|The cluster group could not be found.
5014|ERROR_GROUP_NOT_ONLINE|The operation could not be completed because the cluster group is not online.
5015|ERROR_HOST_NODE_NOT_RESOURCE_OWNER|The operation failed because either the specified cluster node is not the owner of the resource, or the node is not a possible owner of the resource.
5016|ERROR_HOST_NODE_NOT_GROUP_OWNER|The operation failed because either the specified cluster node is not the owner of the group, or the node is not a possible owner of the group.
5017|ERROR_RESMON_CREATE_FAILED|The cluster resource could not be created in the specified resource monitor.
5018|ERROR_RESMON_ONLINE_FAILED|The cluster resource could not be brought online by the resource monitor.
5019|ERROR_RESOURCE_ONLINE|The operation could not be completed because the cluster resource is online.
5020|ERROR_QUORUM_RESOURCE|The cluster resource could not be deleted or brought offline because it is the quorum resource.
5021|ERROR_NOT_QUORUM_CAPABLE|The cluster could not make the specified resource a quorum resource because it is not capable of being a quorum resource.
5022|ERROR_CLUSTER_SHUTTING_DOWN|The cluster software is shutting down.
5023|ERROR_INVALID_STATE|The group or resource is not in the correct state to perform the requested operation.
5024|ERROR_RESOURCE_PROPERTIES_STORED|The properties were stored but not all changes will take effect until the next time the resource is brought online.
5025|ERROR_NOT_QUORUM_CLASS|The cluster could not make the specified resource a quorum resource because it does not belong to a shared storage class.
5026|ERROR_CORE_RESOURCE|The cluster resource could not be deleted since it is a core resource.
5027|ERROR_QUORUM_RESOURCE_ONLINE_FAILED|The quorum resource failed to come online.
5028|ERROR_QUORUMLOG_OPEN_FAILED|The quorum log could not be created or mounted successfully.
5029|ERROR_CLUSTERLOG_CORRUPT|The cluster log is corrupt.
5030|ERROR_CLUSTERLOG_RECORD_EXCEEDS_MAXSIZE|The record could not be written to the cluster log since it exceeds the maximum size.
5031|ERROR_CLUSTERLOG_EXCEEDS_MAXSIZE|The cluster log exceeds its maximum size.
5032|ERROR_CLUSTERLOG_CHKPOINT_NOT_FOUND|No checkpoint record was found in the cluster log.
5033|ERROR_CLUSTERLOG_NOT_ENOUGH_SPACE|The minimum required disk space needed for logging is not available.
5034|ERROR_QUORUM_OWNER_ALIVE|The cluster node failed to take control of the quorum resource because the resource is owned by another active node.
5035|ERROR_NETWORK_NOT_AVAILABLE|A cluster network is not available for this operation.
5036|ERROR_NODE_NOT_AVAILABLE|A cluster node is not available for this operation.
5037|ERROR_ALL_NODES_NOT_AVAILABLE|All cluster nodes must be running to perform this operation.
5038|ERROR_RESOURCE_FAILED|A cluster resource failed.
5039|ERROR_CLUSTER_INVALID_NODE|The cluster node is not valid.
5040|ERROR_CLUSTER_NODE_EXISTS|The cluster node already exists.
5041|ERROR_CLUSTER_JOIN_IN_PROGRESS|A node is in the process of joining the cluster.
5042|ERROR_CLUSTER_NODE_NOT_FOUND|The cluster node was not found.
5043|ERROR_CLUSTER_LOCAL_NODE_NOT_FOUND|The cluster local node information was not found.
5044|ERROR_CLUSTER_NETWORK_EXISTS|The cluster network already exists.
5045|ERROR_CLUSTER_NETWORK_NOT_FOUND|The cluster network was not found.
5046|ERROR_CLUSTER_NETINTERFACE_EXISTS|The cluster network interface already exists.
5047|ERROR_CLUSTER_NETINTERFACE_NOT_FOUND|The cluster network interface was not found.
5048|ERROR_CLUSTER_INVALID_REQUEST|The cluster request is not valid for this object.
5049|ERROR_CLUSTER_INVALID_NETWORK_PROVIDER|The cluster network provider is not valid.
5050|ERROR_CLUSTER_NODE_DOWN|The cluster node is down.
5051|ERROR_CLUSTER_NODE_UNREACHABLE|The cluster node is not reachable.
5052|ERROR_CLUSTER_NODE_NOT_MEMBER|The cluster node is not a member of the cluster.
5053|ERROR_CLUSTER_JOIN_NOT_IN_PROGRESS|A cluster join operation is not in progress.
5054|ERROR_CLUSTER_INVALID_NETWORK|The cluster network is not valid.
5056|ERROR_CLUSTER_NODE_UP|The cluster node is up.
5057|ERROR_CLUSTER_IPADDR_IN_USE|The cluster IP address is already in use.
5058|ERROR_CLUSTER_NODE_NOT_PAUSED|The cluster node is not paused.
5059|ERROR_CLUSTER_NO_SECURITY_CONTEXT|No cluster security context is available.
5060|ERROR_CLUSTER_NETWORK_NOT_INTERNAL|The cluster network is not configured for internal cluster communication.
5061|ERROR_CLUSTER_NODE_ALREADY_UP|The cluster node is already up.
5062|ERROR_CLUSTER_NODE_ALREADY_DOWN|The cluster node is already down.
5063|ERROR_CLUSTER_NETWORK_ALREADY_ONLINE|The cluster network is already online.
5064|ERROR_CLUSTER_NETWORK_ALREADY_OFFLINE|The cluster network is already offline.
5065|ERROR_CLUSTER_NODE_ALREADY_MEMBER|The cluster node is already a member of the cluster.
5066|ERROR_CLUSTER_LAST_INTERNAL_NETWORK|The cluster network is the only one configured for internal cluster communication between two or more active cluster nodes. The internal communication capability cannot be removed from the network.
5067|ERROR_CLUSTER_NETWORK_HAS_DEPENDENTS|One or more cluster resources depend on the network to provide service to clients. The client access capability cannot be removed from the network.
5068|ERROR_INVALID_OPERATION_ON_QUORUM|This operation cannot be performed on the cluster resource as it the quorum resource. You may not bring the quorum resource offline or modify its possible owners list.
5069|ERROR_DEPENDENCY_NOT_ALLOWED|The cluster quorum resource is not allowed to have any dependencies.
5070|ERROR_CLUSTER_NODE_PAUSED|The cluster node is paused.
5071|ERROR_NODE_CANT_HOST_RESOURCE|The cluster resource cannot be brought online. The owner node cannot run this resource.
5072|ERROR_CLUSTER_NODE_NOT_READY|The cluster node is not ready to perform the requested operation.
5073|ERROR_CLUSTER_NODE_SHUTTING_DOWN|The cluster node is shutting down.
5074|ERROR_CLUSTER_JOIN_ABORTED|The cluster join operation was aborted.
5075|ERROR_CLUSTER_INCOMPATIBLE_VERSIONS|The cluster join operation failed due to incompatible software versions between the joining node and its sponsor.
5076|ERROR_CLUSTER_MAXNUM_OF_RESOURCES_EXCEEDED|This resource cannot be created because the cluster has reached the limit on the number of resources it can monitor.
5077|ERROR_CLUSTER_SYSTEM_CONFIG_CHANGED|The system configuration changed during the cluster join or form operation. The join or form operation was aborted.
5078|ERROR_CLUSTER_RESOURCE_TYPE_NOT_FOUND|The specified resource type was not found.
5079|ERROR_CLUSTER_RESTYPE_NOT_SUPPORTED|The specified node does not support a resource of this type. This may be due to version inconsistencies or due to the absence of the resource DLL on this node.
5080|ERROR_CLUSTER_RESNAME_NOT_FOUND|The specified resource name is not supported by this resource DLL. This may be due to a bad (or changed) name supplied to the resource DLL.
5081|ERROR_CLUSTER_NO_RPC_PACKAGES_REGISTERED|No authentication package could be registered with the RPC server.
5082|ERROR_CLUSTER_OWNER_NOT_IN_PREFLIST|You cannot bring the group online because the owner of the group is not in the preferred list for the group. To change the owner node for the group, move the group.
5083|ERROR_CLUSTER_DATABASE_SEQMISMATCH|The join operation failed because the cluster database sequence number has changed or is incompatible with the locker node. This may happen during a join operation if the cluster database was changing during the join.
5084|ERROR_RESMON_INVALID_STATE|The resource monitor will not allow the fail operation to be performed while the resource is in its current state. This may happen if the resource is in a pending state.
5085|ERROR_CLUSTER_GUM_NOT_LOCKER|A non locker code got a request to reserve the lock for making global updates.
5086|ERROR_QUORUM_DISK_NOT_FOUND|The quorum disk could not be located by the cluster service.
5087|ERROR_DATABASE_BACKUP_CORRUPT|The backed up cluster database is possibly corrupt.
5088|ERROR_CLUSTER_NODE_ALREADY_HAS_DFS_ROOT|A DFS root already exists in this cluster node.
5089|ERROR_RESOURCE_PROPERTY_UNCHANGEABLE|An attempt to modify a resource property failed because it conflicts with another existing property.
5090|ERROR_NO_ADMIN_ACCESS_POINT|
5890|ERROR_CLUSTER_MEMBERSHIP_INVALID_STATE|An operation was attempted that is incompatible with the current membership state of the node.
5891|ERROR_CLUSTER_QUORUMLOG_NOT_FOUND|The quorum resource does not contain the quorum log.
5892|ERROR_CLUSTER_MEMBERSHIP_HALT|The membership engine requested shutdown of the cluster service on this node.
5893|ERROR_CLUSTER_INSTANCE_ID_MISMATCH|The join operation failed because the cluster instance ID of the joining node does not match the cluster instance ID of the sponsor node.
5894|ERROR_CLUSTER_NETWORK_NOT_FOUND_FOR_IP|A matching cluster network for the specified IP address could not be found.
5895|ERROR_CLUSTER_PROPERTY_DATA_TYPE_MISMATCH|The actual data type of the property did not match the expected data type of the property.
5896|ERROR_CLUSTER_EVICT_WITHOUT_CLEANUP|The cluster node was evicted from the cluster successfully, but the node was not cleaned up. To determine what cleanup steps failed and how to recover, see the Failover Clustering application event log using Event Viewer.
5897|ERROR_CLUSTER_PARAMETER_MISMATCH|Two or more parameter values specified for a resource's properties are in conflict.
5898|ERROR_NODE_CANNOT_BE_CLUSTERED|This computer cannot be made a member of a cluster.
5899|ERROR_CLUSTER_WRONG_OS_VERSION|This computer cannot be made a member of a cluster because it does not have the correct version of Windows installed.
5900|ERROR_CLUSTER_CANT_CREATE_DUP_CLUSTER_NAME|A cluster cannot be created with the specified cluster name because that cluster name is already in use. Specify a different name for the cluster.
5901|ERROR_CLUSCFG_ALREADY_COMMITTED|The cluster configuration action has already been committed.
5902|ERROR_CLUSCFG_ROLLBACK_FAILED|The cluster configuration action could not be rolled back.
5903|ERROR_CLUSCFG_SYSTEM_DISK_DRIVE_LETTER_CONFLICT|The drive letter assigned to a system disk on one node conflicted with the drive letter assigned to a disk on another node.
5904|ERROR_CLUSTER_OLD_VERSION|One or more nodes in the cluster are running a version of Windows that does not support this operation.
5905|ERROR_CLUSTER_MISMATCHED_COMPUTER_ACCT_NAME|The name of the corresponding computer account doesn't match the Network Name for this resource.
5906|ERROR_CLUSTER_NO_NET_ADAPTERS|No network adapters are available.
5907|ERROR_CLUSTER_POISONED|The cluster node has been poisoned.
5908|ERROR_CLUSTER_GROUP_MOVING|The group is unable to accept the request since it is moving to another node.
5909|ERROR_CLUSTER_RESOURCE_TYPE_BUSY|The resource type cannot accept the request since is too busy performing another operation.
5910|ERROR_RESOURCE_CALL_TIMED_OUT|The call to the cluster resource DLL timed out.
5911|ERROR_INVALID_CLUSTER_IPV6_ADDRESS|The address is not valid for an IPv6 Address resource. A global IPv6 address is required, and it must match a cluster network. Compatibility addresses are not permitted.
5912|ERROR_CLUSTER_INTERNAL_INVALID_FUNCTION|An internal cluster error occurred. A call to an invalid function was attempted.
5913|ERROR_CLUSTER_PARAMETER_OUT_OF_BOUNDS|A parameter value is out of acceptable range.
5914|ERROR_CLUSTER_PARTIAL_SEND|A network error occurred while sending data to another node in the cluster. The number of bytes transmitted was less than required.
5915|ERROR_CLUSTER_REGISTRY_INVALID_FUNCTION|An invalid cluster registry operation was attempted.
5916|ERROR_CLUSTER_INVALID_STRING_TERMINATION|An input string of characters is not properly terminated.
5917|ERROR_CLUSTER_INVALID_STRING_FORMAT|An input string of characters is not in a valid format for the data it represents.
5918|ERROR_CLUSTER_DATABASE_TRANSACTION_IN_PROGRESS|An internal cluster error occurred. A cluster database transaction was attempted while a transaction was already in progress.
5919|ERROR_CLUSTER_DATABASE_TRANSACTION_NOT_IN_PROGRESS|An internal cluster error occurred. There was an attempt to commit a cluster database transaction while no transaction was in progress.
5920|ERROR_CLUSTER_NULL_DATA|An internal cluster error occurred. Data was not properly initialized.
5921|ERROR_CLUSTER_PARTIAL_READ|An error occurred while reading from a stream of data. An unexpected number of bytes was returned.
5922|ERROR_CLUSTER_PARTIAL_WRITE|An error occurred while writing to a stream of data. The required number of bytes could not be written.
5923|ERROR_CLUSTER_CANT_DESERIALIZE_DATA|An error occurred while deserializing a stream of cluster data.
5924|ERROR_DEPENDENT_RESOURCE_PROPERTY_CONFLICT|One or more property values for this resource are in conflict with one or more property values associated with its dependent resource(s).
5925|ERROR_CLUSTER_NO_QUORUM|A quorum of cluster nodes was not present to form a cluster.
5926|ERROR_CLUSTER_INVALID_IPV6_NETWORK|The cluster network is not valid for an IPv6 Address resource, or it does not match the configured address.
5927|ERROR_CLUSTER_INVALID_IPV6_TUNNEL_NETWORK|The cluster network is not valid for an IPv6 Tunnel resource. Check the configuration of the IP Address resource on which the IPv6 Tunnel resource depends.
5928|ERROR_QUORUM_NOT_ALLOWED_IN_THIS_GROUP|Quorum resource cannot reside in the Available Storage group.
5929|ERROR_DEPENDENCY_TREE_TOO_COMPLEX|The dependencies for this resource are nested too deeply.
5930|ERROR_EXCEPTION_IN_RESOURCE_CALL|The call into the resource DLL raised an unhandled exception.
5931|ERROR_CLUSTER_RHS_FAILED_INITIALIZATION|The RHS process failed to initialize.
5932|ERROR_CLUSTER_NOT_INSTALLED|The Failover Clustering feature is not installed on this node.
5933|ERROR_CLUSTER_RESOURCES_MUST_BE_ONLINE_ON_THE_SAME_NODE|The resources must be online on the same node for this operation
5934|ERROR_CLUSTER_MAX_NODES_IN_CLUSTER|A new node can not be added since this cluster is already at its maximum number of nodes.
5935|ERROR_CLUSTER_TOO_MANY_NODES|This cluster can not be created since the specified number of nodes exceeds the maximum allowed limit.
5936|ERROR_CLUSTER_OBJECT_ALREADY_USED|An attempt to use the specified cluster name failed because an enabled computer object with the given name already exists in the domain.
5937|ERROR_NONCORE_GROUPS_FOUND|This cluster cannot be destroyed. It has non-core application groups which must be deleted before the cluster can be destroyed.
5938|ERROR_FILE_SHARE_RESOURCE_CONFLICT|File share associated with file share witness resource cannot be hosted by this cluster or any of its nodes.
5939|ERROR_CLUSTER_EVICT_INVALID_REQUEST|Eviction of this node is invalid at this time. Due to quorum requirements node eviction will result in cluster shutdown.
5940|ERROR_CLUSTER_SINGLETON_RESOURCE|Only one instance of this resource type is allowed in the cluster.
5941|ERROR_CLUSTER_GROUP_SINGLETON_RESOURCE|Only one instance of this resource type is allowed per resource group.
5942|ERROR_CLUSTER_RESOURCE_PROVIDER_FAILED|The resource failed to come online due to the failure of one or more provider resources.
5943|ERROR_CLUSTER_RESOURCE_CONFIGURATION_ERROR|The resource has indicated that it cannot come online on any node.
5944|ERROR_CLUSTER_GROUP_BUSY|The current operation cannot be performed on this group at this time.
5945|ERROR_CLUSTER_NOT_SHARED_VOLUME|The directory or file is not located on a cluster shared volume.
5946|ERROR_CLUSTER_INVALID_SECURITY_DESCRIPTOR|The Security Descriptor does not meet the requirements for a cluster.
5947|ERROR_CLUSTER_SHARED_VOLUMES_IN_USE|There is one or more shared volumes resources configured in the cluster.
5948|ERROR_CLUSTER_USE_SHARED_VOLUMES_API|This group or resource cannot be directly manipulated.
5949|ERROR_CLUSTER_BACKUP_IN_PROGRESS|Back up is in progress. Please wait for backup completion before trying this operation again.
5950|ERROR_NON_CSV_PATH|The path does not belong to a cluster shared volume.
5951|ERROR_CSV_VOLUME_NOT_LOCAL|The cluster shared volume is not locally mounted on this node.
5952|ERROR_CLUSTER_WATCHDOG_TERMINATING|The cluster watchdog is terminating.
5953|ERROR_CLUSTER_RESOURCE_VETOED_MOVE_INCOMPATIBLE_NODES|A resource vetoed a move between two nodes because they are incompatible.
5954|ERROR_CLUSTER_INVALID_NODE_WEIGHT|The request is invalid either because node weight cannot be changed while the cluster is in disk-only quorum mode, or because changing the node weight would violate the minimum cluster quorum requirements.
5955|ERROR_CLUSTER_RESOURCE_VETOED_CALL|The resource vetoed the call.
5956|ERROR_RESMON_SYSTEM_RESOURCES_LACKING|Resource could not start or run because it could not reserve sufficient system resources.
5957|ERROR_CLUSTER_RESOURCE_VETOED_MOVE_NOT_ENOUGH_RESOURCES_ON_DESTINATION|A resource vetoed a move between two nodes because the destination currently does not have enough resources to complete the operation.
5958|ERROR_CLUSTER_RESOURCE_VETOED_MOVE_NOT_ENOUGH_RESOURCES_ON_SOURCE|
5959|ERROR_CLUSTER_GROUP_QUEUED|
5960|ERROR_CLUSTER_RESOURCE_LOCKED_STATUS|
5961|ERROR_CLUSTER_SHARED_VOLUME_FAILOVER_NOT_ALLOWED|
5962|ERROR_CLUSTER_NODE_DRAIN_IN_PROGRESS|
5963|ERROR_CLUSTER_DISK_NOT_CONNECTED|
5964|ERROR_DISK_NOT_CSV_CAPABLE|
5965|ERROR_RESOURCE_NOT_IN_AVAILABLE_STORAGE|
5966|ERROR_CLUSTER_SHARED_VOLUME_REDIRECTED|
5967|ERROR_CLUSTER_SHARED_VOLUME_NOT_REDIRECTED|
5968|ERROR_CLUSTER_CANNOT_RETURN_PROPERTIES|
5969|ERROR_CLUSTER_RESOURCE_CONTAINS_UNSUPPORTED_DIFF_AREA_FOR_SHARED_VOLUMES|
5970|ERROR_CLUSTER_RESOURCE_IS_IN_MAINTENANCE_MODE|
5971|ERROR_CLUSTER_AFFINITY_CONFLICT|
5972|ERROR_CLUSTER_RESOURCE_IS_REPLICA_VIRTUAL_MACHINE|
6000|ERROR_ENCRYPTION_FAILED|The specified file could not be encrypted.
6001|ERROR_DECRYPTION_FAILED|The specified file could not be decrypted.
6002|ERROR_FILE_ENCRYPTED|The specified file is encrypted and the user does not have the ability to decrypt it.
6003|ERROR_NO_RECOVERY_POLICY|There is no valid encryption recovery policy configured for this system.
6004|ERROR_NO_EFS|The required encryption driver is not loaded for this system.
6005|ERROR_WRONG_EFS|The file was encrypted with a different encryption driver than is currently loaded.
6006|ERROR_NO_USER_KEYS|There are no EFS keys defined for the user.
6007|ERROR_FILE_NOT_ENCRYPTED|The specified file is not encrypted.
6008|ERROR_NOT_EXPORT_FORMAT|The specified file is not in the defined EFS export format.
6009|ERROR_FILE_READ_ONLY|The specified file is read only.
6010|ERROR_DIR_EFS_DISALLOWED|The directory has been disabled for encryption.
6011|ERROR_EFS_SERVER_NOT_TRUSTED|The server is not trusted for remote encryption operation.
6012|ERROR_BAD_RECOVERY_POLICY|Recovery policy configured for this system contains invalid recovery certificate.
6013|ERROR_EFS_ALG_BLOB_TOO_BIG|The encryption algorithm used on the source file needs a bigger key buffer than the one on the destination file.
6014|ERROR_VOLUME_NOT_SUPPORT_EFS|The disk partition does not support file encryption.
6015|ERROR_EFS_DISABLED|This machine is disabled for file encryption.
6016|ERROR_EFS_VERSION_NOT_SUPPORT|A newer system is required to decrypt this encrypted file.
6017|ERROR_CS_ENCRYPTION_INVALID_SERVER_RESPONSE|The remote server sent an invalid response for a file being opened with Client Side Encryption.
6018|ERROR_CS_ENCRYPTION_UNSUPPORTED_SERVER|Client Side Encryption is not supported by the remote server even though it claims to support it.
6019|ERROR_CS_ENCRYPTION_EXISTING_ENCRYPTED_FILE|File is encrypted and should be opened in Client Side Encryption mode.
6020|ERROR_CS_ENCRYPTION_NEW_ENCRYPTED_FILE|A new encrypted file is being created and a $EFS needs to be provided.
6021|ERROR_CS_ENCRYPTION_FILE_NOT_CSE|The SMB client requested a CSE FSCTL on a non-CSE file.
6022|ERROR_ENCRYPTION_POLICY_DENIES_OPERATION|The requested operation was blocked by policy. For more information, contact your system administrator.
6118|ERROR_NO_BROWSER_SERVERS_FOUND|The list of servers for this workgroup is not currently available
6200|SCHED_E_SERVICE_NOT_LOCALSYSTEM|The Task Scheduler service must be configured to run in the System account to function properly. Individual tasks may be configured to run in other accounts.
6600|ERROR_LOG_SECTOR_INVALID|Log service encountered an invalid log sector.
6601|ERROR_LOG_SECTOR_PARITY_INVALID|Log service encountered a log sector with invalid block parity.
6602|ERROR_LOG_SECTOR_REMAPPED|Log service encountered a remapped log sector.
6603|ERROR_LOG_BLOCK_INCOMPLETE|Log service encountered a partial or incomplete log block.
6604|ERROR_LOG_INVALID_RANGE|Log service encountered an attempt access data outside the active log range.
6605|ERROR_LOG_BLOCKS_EXHAUSTED|Log service user marshalling buffers are exhausted.
6606|ERROR_LOG_READ_CONTEXT_INVALID|Log service encountered an attempt read from a marshalling area with an invalid read context.
6607|ERROR_LOG_RESTART_INVALID|Log service encountered an invalid log restart area.
6608|ERROR_LOG_BLOCK_VERSION|Log service encountered an invalid log block version.
6609|ERROR_LOG_BLOCK_INVALID|Log service encountered an invalid log block.
6610|ERROR_LOG_READ_MODE_INVALID|Log service encountered an attempt to read the log with an invalid read mode.
6611|ERROR_LOG_NO_RESTART|Log service encountered a log stream with no restart area.
6612|ERROR_LOG_METADATA_CORRUPT|Log service encountered a corrupted metadata file.
6613|ERROR_LOG_METADATA_INVALID|Log service encountered a metadata file that could not be created by the log file system.
6614|ERROR_LOG_METADATA_INCONSISTENT|Log service encountered a metadata file with inconsistent data.
6615|ERROR_LOG_RESERVATION_INVALID|Log service encountered an attempt to erroneous allocate or dispose reservation space.
6616|ERROR_LOG_CANT_DELETE|Log service cannot delete log file or file system container.
6617|ERROR_LOG_CONTAINER_LIMIT_EXCEEDED|Log service has reached the maximum allowable containers allocated to a log file.
6618|ERROR_LOG_START_OF_LOG|Log service has attempted to read or write backward past the start of the log.
6619|ERROR_LOG_POLICY_ALREADY_INSTALLED|Log policy could not be installed because a policy of the same type is already present.
6620|ERROR_LOG_POLICY_NOT_INSTALLED|Log policy in question was not installed at the time of the request.
6621|ERROR_LOG_POLICY_INVALID|The installed set of policies on the log is invalid.
6622|ERROR_LOG_POLICY_CONFLICT|A policy on the log in question prevented the operation from completing.
6623|ERROR_LOG_PINNED_ARCHIVE_TAIL|Log space cannot be reclaimed because the log is pinned by the archive tail.
6624|ERROR_LOG_RECORD_NONEXISTENT|Log record is not a record in the log file.
6625|ERROR_LOG_RECORDS_RESERVED_INVALID|Number of reserved log records or the adjustment of the number of reserved log records is invalid.
6626|ERROR_LOG_SPACE_RESERVED_INVALID|Reserved log space or the adjustment of the log space is invalid.
6627|ERROR_LOG_TAIL_INVALID|An new or existing archive tail or base of the active log is invalid.
6628|ERROR_LOG_FULL|Log space is exhausted.
6629|ERROR_COULD_NOT_RESIZE_LOG|The log could not be set to the requested size.
6630|ERROR_LOG_MULTIPLEXED|Log is multiplexed, no direct writes to the physical log is allowed.
6631|ERROR_LOG_DEDICATED|The operation failed because the log is a dedicated log.
6632|ERROR_LOG_ARCHIVE_NOT_IN_PROGRESS|The operation requires an archive context.
6633|ERROR_LOG_ARCHIVE_IN_PROGRESS|Log archival is in progress.
6634|ERROR_LOG_EPHEMERAL|The operation requires a non-ephemeral log, but the log is ephemeral.
6635|ERROR_LOG_NOT_ENOUGH_CONTAINERS|The log must have at least two containers before it can be read from or written to.
6636|ERROR_LOG_CLIENT_ALREADY_REGISTERED|A log client has already registered on the stream.
6637|ERROR_LOG_CLIENT_NOT_REGISTERED|A log client has not been registered on the stream.
6638|ERROR_LOG_FULL_HANDLER_IN_PROGRESS|A request has already been made to handle the log full condition.
6639|ERROR_LOG_CONTAINER_READ_FAILED|Log service encountered an error when attempting to read from a log container.
6640|ERROR_LOG_CONTAINER_WRITE_FAILED|Log service encountered an error when attempting to write to a log container.
6641|ERROR_LOG_CONTAINER_OPEN_FAILED|Log service encountered an error when attempting open a log container.
6642|ERROR_LOG_CONTAINER_STATE_INVALID|Log service encountered an invalid container state when attempting a requested action.
6643|ERROR_LOG_STATE_INVALID|Log service is not in the correct state to perform a requested action.
6644|ERROR_LOG_PINNED|Log space cannot be reclaimed because the log is pinned.
6645|ERROR_LOG_METADATA_FLUSH_FAILED|Log metadata flush failed.
6646|ERROR_LOG_INCONSISTENT_SECURITY|Security on the log and its containers is inconsistent.
6647|ERROR_LOG_APPENDED_FLUSH_FAILED|Records were appended to the log or reservation changes were made, but the log could not be flushed.
6648|ERROR_LOG_PINNED_RESERVATION|The log is pinned due to reservation consuming most of the log space. Free some reserved records to make space available.
6700|ERROR_INVALID_TRANSACTION|The transaction handle associated with this operation is not valid.
6701|ERROR_TRANSACTION_NOT_ACTIVE|The requested operation was made in the context of a transaction that is no longer active.
6702|ERROR_TRANSACTION_REQUEST_NOT_VALID|The requested operation is not valid on the Transaction object in its current state.
6703|ERROR_TRANSACTION_NOT_REQUESTED|The caller has called a response API, but the response is not expected because the TM did not issue the corresponding request to the caller.
6704|ERROR_TRANSACTION_ALREADY_ABORTED|It is too late to perform the requested operation, since the Transaction has already been aborted.
6705|ERROR_TRANSACTION_ALREADY_COMMITTED|It is too late to perform the requested operation, since the Transaction has already been committed.
6706|ERROR_TM_INITIALIZATION_FAILED|The Transaction Manager was unable to be successfully initialized. Transacted operations are not supported.
6707|ERROR_RESOURCEMANAGER_READ_ONLY|The specified ResourceManager made no changes or updates to the resource under this transaction.
6708|ERROR_TRANSACTION_NOT_JOINED|The resource manager has attempted to prepare a transaction that it has not successfully joined.
6709|ERROR_TRANSACTION_SUPERIOR_EXISTS|The Transaction object already has a superior enlistment, and the caller attempted an operation that would have created a new superior. Only a single superior enlistment is allow.
6710|ERROR_CRM_PROTOCOL_ALREADY_EXISTS|The RM tried to register a protocol that already exists.
6711|ERROR_TRANSACTION_PROPAGATION_FAILED|The attempt to propagate the Transaction failed.
6712|ERROR_CRM_PROTOCOL_NOT_FOUND|The requested propagation protocol was not registered as a CRM.
6713|ERROR_TRANSACTION_INVALID_MARSHALL_BUFFER|The buffer passed in to PushTransaction or PullTransaction is not in a valid format.
6714|ERROR_CURRENT_TRANSACTION_NOT_VALID|The current transaction context associated with the thread is not a valid handle to a transaction object.
6715|ERROR_TRANSACTION_NOT_FOUND|The specified Transaction object could not be opened, because it was not found.
6716|ERROR_RESOURCEMANAGER_NOT_FOUND|The specified ResourceManager object could not be opened, because it was not found.
6717|ERROR_ENLISTMENT_NOT_FOUND|The specified Enlistment object could not be opened, because it was not found.
6718|ERROR_TRANSACTIONMANAGER_NOT_FOUND|The specified TransactionManager object could not be opened, because it was not found.
6719|ERROR_TRANSACTIONMANAGER_NOT_ONLINE|The object specified could not be created or opened, because its associated TransactionManager is not online. The TransactionManager must be brought fully Online by calling RecoverTransactionManager to recover to the end of its LogFile before objects in its Transaction or ResourceManager namespaces can be opened. In addition, errors in writing records to its LogFile can cause a TransactionManager to go offline.
6720|ERROR_TRANSACTIONMANAGER_RECOVERY_NAME_COLLISION|The specified TransactionManager was unable to create the objects contained in its logfile in the Ob namespace. Therefore, the TransactionManager was unable to recover.
6721|ERROR_TRANSACTION_NOT_ROOT|The call to create a superior Enlistment on this Transaction object could not be completed, because the Transaction object specified for the enlistment is a subordinate branch of the Transaction. Only the root of the Transaction can be enlisted on as a superior.
6722|ERROR_TRANSACTION_OBJECT_EXPIRED|Because the associated transaction manager or resource manager has been closed, the handle is no longer valid.
6723|ERROR_TRANSACTION_RESPONSE_NOT_ENLISTED|The specified operation could not be performed on this Superior enlistment, because the enlistment was not created with the corresponding completion response in the NotificationMask.
6724|ERROR_TRANSACTION_RECORD_TOO_LONG|The specified operation could not be performed, because the record that would be logged was too long. This can occur because of two conditions: either there are too many Enlistments on this Transaction, or the combined RecoveryInformation being logged on behalf of those Enlistments is too long.
6725|ERROR_IMPLICIT_TRANSACTION_NOT_SUPPORTED|Implicit transaction are not supported.
6726|ERROR_TRANSACTION_INTEGRITY_VIOLATED|The kernel transaction manager had to abort or forget the transaction because it blocked forward progress.
6727|ERROR_TRANSACTIONMANAGER_IDENTITY_MISMATCH|The TransactionManager identity that was supplied did not match the one recorded in the TransactionManager's log file.
6728|ERROR_RM_CANNOT_BE_FROZEN_FOR_SNAPSHOT|This snapshot operation cannot continue because a transactional resource manager cannot be frozen in its current state. Please try again.
6729|ERROR_TRANSACTION_MUST_WRITETHROUGH|The transaction cannot be enlisted on with the specified EnlistmentMask, because the transaction has already completed the PrePrepare phase. In order to ensure correctness, the ResourceManager must switch to a write-through mode and cease caching data within this transaction. Enlisting for only subsequent transaction phases may still succeed.
6730|ERROR_TRANSACTION_NO_SUPERIOR|The transaction does not have a superior enlistment.
6731|ERROR_HEURISTIC_DAMAGE_POSSIBLE|The attempt to commit the Transaction completed, but it is possible that some portion of the transaction tree did not commit successfully due to heuristics. Therefore it is possible that some data modified in the transaction may not have committed, resulting in transactional inconsistency. If possible, check the consistency of the associated data.
6800|ERROR_TRANSACTIONAL_CONFLICT|The function attempted to use a name that is reserved for use by another transaction.
6801|ERROR_RM_NOT_ACTIVE|Transaction support within the specified resource manager is not started or was shut down due to an error.
6802|ERROR_RM_METADATA_CORRUPT|The metadata of the RM has been corrupted. The RM will not function.
6803|ERROR_DIRECTORY_NOT_RM|The specified directory does not contain a resource manager.
6805|ERROR_TRANSACTIONS_UNSUPPORTED_REMOTE|The remote server or share does not support transacted file operations.
6806|ERROR_LOG_RESIZE_INVALID_SIZE|The requested log size is invalid.
6807|ERROR_OBJECT_NO_LONGER_EXISTS|The object (file, stream, link) corresponding to the handle has been deleted by a Transaction Savepoint Rollback.
6808|ERROR_STREAM_MINIVERSION_NOT_FOUND|The specified file miniversion was not found for this transacted file open.
6809|ERROR_STREAM_MINIVERSION_NOT_VALID|The specified file miniversion was found but has been invalidated. Most likely cause is a transaction savepoint rollback.
6810|ERROR_MINIVERSION_INACCESSIBLE_FROM_SPECIFIED_TRANSACTION|A miniversion may only be opened in the context of the transaction that created it.
6811|ERROR_CANT_OPEN_MINIVERSION_WITH_MODIFY_INTENT|It is not possible to open a miniversion with modify access.
6812|ERROR_CANT_CREATE_MORE_STREAM_MINIVERSIONS|It is not possible to create any more miniversions for this stream.
6814|ERROR_REMOTE_FILE_VERSION_MISMATCH|The remote server sent mismatching version number or Fid for a file opened with transactions.
6815|ERROR_HANDLE_NO_LONGER_VALID|The handle has been invalidated by a transaction. The most likely cause is the presence of memory mapping on a file or an open handle when the transaction ended or rolled back to savepoint.
6816|ERROR_NO_TXF_METADATA|There is no transaction metadata on the file.
6817|ERROR_LOG_CORRUPTION_DETECTED|The log data is corrupt.
6818|ERROR_CANT_RECOVER_WITH_HANDLE_OPEN|The file can't be recovered because there is a handle still open on it.
6819|ERROR_RM_DISCONNECTED|The transaction outcome is unavailable because the resource manager responsible for it has disconnected.
6820|ERROR_ENLISTMENT_NOT_SUPERIOR|The request was rejected because the enlistment in question is not a superior enlistment.
6821|ERROR_RECOVERY_NOT_NEEDED|The transactional resource manager is already consistent. Recovery is not needed.
6822|ERROR_RM_ALREADY_STARTED|The transactional resource manager has already been started.
6823|ERROR_FILE_IDENTITY_NOT_PERSISTENT|The file cannot be opened transactionally, because its identity depends on the outcome of an unresolved transaction.
6824|ERROR_CANT_BREAK_TRANSACTIONAL_DEPENDENCY|The operation cannot be performed because another transaction is depending on the fact that this property will not change.
6825|ERROR_CANT_CROSS_RM_BOUNDARY|The operation would involve a single file with two transactional resource managers and is therefore not allowed.
6826|ERROR_TXF_DIR_NOT_EMPTY|The $Txf directory must be empty for this operation to succeed.
6827|ERROR_INDOUBT_TRANSACTIONS_EXIST|The operation would leave a transactional resource manager in an inconsistent state and is therefore not allowed.
6828|ERROR_TM_VOLATILE|The operation could not be completed because the transaction manager does not have a log.
6829|ERROR_ROLLBACK_TIMER_EXPIRED|A rollback could not be scheduled because a previously scheduled rollback has already executed or been queued for execution.
6830|ERROR_TXF_ATTRIBUTE_CORRUPT|The transactional metadata attribute on the file or directory is corrupt and unreadable.
6831|ERROR_EFS_NOT_ALLOWED_IN_TRANSACTION|The encryption operation could not be completed because a transaction is active.
6832|ERROR_TRANSACTIONAL_OPEN_NOT_ALLOWED|This object is not allowed to be opened in a transaction.
6833|ERROR_LOG_GROWTH_FAILED|An attempt to create space in the transactional resource manager's log failed. The failure status has been recorded in the event log.
6834|ERROR_TRANSACTED_MAPPING_UNSUPPORTED_REMOTE|Memory mapping (creating a mapped section) a remote file under a transaction is not supported.
6835|ERROR_TXF_METADATA_ALREADY_PRESENT|Transaction metadata is already present on this file and cannot be superseded.
6836|ERROR_TRANSACTION_SCOPE_CALLBACKS_NOT_SET|A transaction scope could not be entered because the scope handler has not been initialized.
6837|ERROR_TRANSACTION_REQUIRED_PROMOTION|Promotion was required in order to allow the resource manager to enlist, but the transaction was set to disallow it.
6838|ERROR_CANNOT_EXECUTE_FILE_IN_TRANSACTION|This file is open for modification in an unresolved transaction and may be opened for execute only by a transacted reader.
6839|ERROR_TRANSACTIONS_NOT_FROZEN|The request to thaw frozen transactions was ignored because transactions had not previously been frozen.
6840|ERROR_TRANSACTION_FREEZE_IN_PROGRESS|Transactions cannot be frozen because a freeze is already in progress.
6841|ERROR_NOT_SNAPSHOT_VOLUME|The target volume is not a snapshot volume. This operation is only valid on a volume mounted as a snapshot.
6842|ERROR_NO_SAVEPOINT_WITH_OPEN_FILES|The savepoint operation failed because files are open on the transaction. This is not permitted.
6843|ERROR_DATA_LOST_REPAIR|Windows has discovered corruption in a file, and that file has since been repaired. Data loss may have occurred.
6844|ERROR_SPARSE_NOT_ALLOWED_IN_TRANSACTION|The sparse operation could not be completed because a transaction is active on the file.
6845|ERROR_TM_IDENTITY_MISMATCH|The call to create a TransactionManager object failed because the Tm Identity stored in the logfile does not match the Tm Identity that was passed in as an argument.
6846|ERROR_FLOATED_SECTION|I/O was attempted on a section object that has been floated as a result of a transaction ending. There is no valid data.
6847|ERROR_CANNOT_ACCEPT_TRANSACTED_WORK|The transactional resource manager cannot currently accept transacted work due to a transient condition such as low resources.
6848|ERROR_CANNOT_ABORT_TRANSACTIONS|The transactional resource manager had too many transactions outstanding that could not be aborted. The transactional resource manager has been shut down.
6849|ERROR_BAD_CLUSTERS|The operation could not be completed due to bad clusters on disk.
6850|ERROR_COMPRESSION_NOT_ALLOWED_IN_TRANSACTION|The compression operation could not be completed because a transaction is active on the file.
6851|ERROR_VOLUME_DIRTY|The operation could not be completed because the volume is dirty. Please run chkdsk and try again.
6852|ERROR_NO_LINK_TRACKING_IN_TRANSACTION|The link tracking operation could not be completed because a transaction is active.
6853|ERROR_OPERATION_NOT_SUPPORTED_IN_TRANSACTION|This operation cannot be performed in a transaction.
6854|ERROR_EXPIRED_HANDLE|The handle is no longer properly associated with its transaction. It may have been opened in a transactional resource manager that was subsequently forced to restart. Please close the handle and open a new one.
6855|ERROR_TRANSACTION_NOT_ENLISTED|The specified operation could not be performed because the resource manager is not enlisted in the transaction.
7001|ERROR_CTX_WINSTATION_NAME_INVALID|The specified session name is invalid.
7002|ERROR_CTX_INVALID_PD|The specified protocol driver is invalid.
7003|ERROR_CTX_PD_NOT_FOUND|The specified protocol driver was not found in the system path.
7004|ERROR_CTX_WD_NOT_FOUND|The specified terminal connection driver was not found in the system path.
7005|ERROR_CTX_CANNOT_MAKE_EVENTLOG_ENTRY|A registry key for event logging could not be created for this session.
7006|ERROR_CTX_SERVICE_NAME_COLLISION|A service with the same name already exists on the system.
7007|ERROR_CTX_CLOSE_PENDING|A close operation is pending on the session.
7008|ERROR_CTX_NO_OUTBUF|There are no free output buffers available.
7009|ERROR_CTX_MODEM_INF_NOT_FOUND|The MODEM.INF file was not found.
7010|ERROR_CTX_INVALID_MODEMNAME|The modem name was not found in MODEM.INF.
7011|ERROR_CTX_MODEM_RESPONSE_ERROR|The modem did not accept the command sent to it. Verify that the configured modem name matches the attached modem.
7012|ERROR_CTX_MODEM_RESPONSE_TIMEOUT|The modem did not respond to the command sent to it. Verify that the modem is properly cabled and powered on.
7013|ERROR_CTX_MODEM_RESPONSE_NO_CARRIER|Carrier detect has failed or carrier has been dropped due to disconnect.
7014|ERROR_CTX_MODEM_RESPONSE_NO_DIALTONE|Dial tone not detected within the required time. Verify that the phone cable is properly attached and functional.
7015|ERROR_CTX_MODEM_RESPONSE_BUSY|Busy signal detected at remote site on callback.
7016|ERROR_CTX_MODEM_RESPONSE_VOICE|Voice detected at remote site on callback.
7017|ERROR_CTX_TD_ERROR|Transport driver error
7022|ERROR_CTX_WINSTATION_NOT_FOUND|The specified session cannot be found.
7023|ERROR_CTX_WINSTATION_ALREADY_EXISTS|The specified session name is already in use.
7024|ERROR_CTX_WINSTATION_BUSY|The task you are trying to do can't be completed because Remote Desktop Services is currently busy. Please try again in a few minutes. Other users should still be able to log on.
7025|ERROR_CTX_BAD_VIDEO_MODE|An attempt has been made to connect to a session whose video mode is not supported by the current client.
7035|ERROR_CTX_GRAPHICS_INVALID|The application attempted to enable DOS graphics mode. DOS graphics mode is not supported.
7037|ERROR_CTX_LOGON_DISABLED|Your interactive logon privilege has been disabled. Please contact your administrator.
7038|ERROR_CTX_NOT_CONSOLE|The requested operation can be performed only on the system console. This is most often the result of a driver or system DLL requiring direct console access.
7040|ERROR_CTX_CLIENT_QUERY_TIMEOUT|The client failed to respond to the server connect message.
7041|ERROR_CTX_CONSOLE_DISCONNECT|Disconnecting the console session is not supported.
7042|ERROR_CTX_CONSOLE_CONNECT|Reconnecting a disconnected session to the console is not supported.
7044|ERROR_CTX_SHADOW_DENIED|The request to control another session remotely was denied.
7045|ERROR_CTX_WINSTATION_ACCESS_DENIED|The requested session access is denied.
7049|ERROR_CTX_INVALID_WD|The specified terminal connection driver is invalid.
7050|ERROR_CTX_SHADOW_INVALID|The requested session cannot be controlled remotely.
7051|ERROR_CTX_SHADOW_DISABLED|The requested session is not configured to allow remote control.
7052|ERROR_CTX_CLIENT_LICENSE_IN_USE|Your request to connect to this Terminal Server has been rejected. Your Terminal Server client license number is currently being used by another user. Please call your system administrator to obtain a unique license number.
7053|ERROR_CTX_CLIENT_LICENSE_NOT_SET|Your request to connect to this Terminal Server has been rejected. Your Terminal Server client license number has not been entered for this copy of the Terminal Server client. Please contact your system administrator.
7054|ERROR_CTX_LICENSE_NOT_AVAILABLE|The number of connections to this computer is limited and all connections are in use right now. Try connecting later or contact your system administrator.
7055|ERROR_CTX_LICENSE_CLIENT_INVALID|The client you are using is not licensed to use this system. Your logon request is denied.
7056|ERROR_CTX_LICENSE_EXPIRED|The system license has expired. Your logon request is denied.
7057|ERROR_CTX_SHADOW_NOT_RUNNING|Remote control could not be terminated because the specified session is not currently being remotely controlled.
7058|ERROR_CTX_SHADOW_ENDED_BY_MODE_CHANGE|The remote control of the console was terminated because the display mode was changed. Changing the display mode in a remote control session is not supported.
7059|ERROR_ACTIVATION_COUNT_EXCEEDED|Activation has already been reset the maximum number of times for this installation. Your activation timer will not be cleared.
7060|ERROR_CTX_WINSTATIONS_DISABLED|Remote logins are currently disabled.
7061|ERROR_CTX_ENCRYPTION_LEVEL_REQUIRED|You do not have the proper encryption level to access this Session.
7062|ERROR_CTX_SESSION_IN_USE|The user %s\\%s is currently logged on to this computer. Only the current user or an administrator can log on to this computer.
7063|ERROR_CTX_NO_FORCE_LOGOFF|The user %s\\%s is already logged on to the console of this computer. You do not have permission to log in at this time. To resolve this issue, contact %s\\%s and have them log off.
7064|ERROR_CTX_ACCOUNT_RESTRICTION|Unable to log you on because of an account restriction.
7065|ERROR_RDP_PROTOCOL_ERROR|The RDP protocol component %2 detected an error in the protocol stream and has disconnected the client.
7066|ERROR_CTX_CDM_CONNECT|The Client Drive Mapping Service Has Connected on Terminal Connection.
7067|ERROR_CTX_CDM_DISCONNECT|The Client Drive Mapping Service Has Disconnected on Terminal Connection.
7068|ERROR_CTX_SECURITY_LAYER_ERROR|The Terminal Server security layer detected an error in the protocol stream and has disconnected the client.
7069|ERROR_TS_INCOMPATIBLE_SESSIONS|The target session is incompatible with the current session.
7070|ERROR_TS_VIDEO_SUBSYSTEM_ERROR|Windows can't connect to your session because a problem occurred in the Windows video subsystem. Try connecting again later, or contact the server administrator for assistance.`;
