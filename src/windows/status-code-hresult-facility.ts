/**
 * HRESULT values of the other facilities: security, setup, smart cards, graphics, update and so on.
 * Names and numbers generated from mingw-w64's ntstatus.h / winerror.h (public domain) and winapi 0.3.9 (MIT/Apache-2.0,
 * from the Windows SDK); texts are the systems' message strings as Microsoft's open specification [MS-ERREF] lists them,
 * which grants distribution in implementations. One entry a line: number, name, text. A later line with the same number
 * is an alias; an empty text means none is published there.
 */
export const HRESULT_FACILITY_LINES = `\
00090312|SEC_I_CONTINUE_NEEDED|The function completed successfully, but it must be called again to complete the context.
00090313|SEC_I_COMPLETE_NEEDED|The function completed successfully, but CompleteToken must be called.
00090314|SEC_I_COMPLETE_AND_CONTINUE|The function completed successfully, but both CompleteToken and this function must be called to complete the context.
00090315|SEC_I_LOCAL_LOGON|The logon was completed, but no network authority was available. The logon was made using locally known information.
00090316|SEC_I_GENERIC_EXTENSION_RECEIVED|
00090317|SEC_I_CONTEXT_EXPIRED|The context has expired and can no longer be used.
00090320|SEC_I_INCOMPLETE_CREDENTIALS|The credentials supplied were not complete and could not be verified. Additional information can be returned from the context.
00090321|SEC_I_RENEGOTIATE|The context data must be renegotiated with the peer.
00090323|SEC_I_NO_LSA_CONTEXT|There is no LSA mode context associated with this context.
0009035C|SEC_I_SIGNATURE_NEEDED|A signature operation must be performed before the user can authenticate.
00090360|SEC_I_NO_RENEGOTIATION|
00090364|SEC_I_MESSAGE_FRAGMENT|
00090366|SEC_I_CONTINUE_NEEDED_MESSAGE_OK|
00090368|SEC_I_ASYNC_CALL_PENDING|
00091012|CRYPT_I_NEW_PROTECTION_REQUIRED|The protected data needs to be reprotected.
001F0001|ERROR_FLT_IO_COMPLETE|The IO was completed by a filter.
00262307|ERROR_GRAPHICS_MODE_NOT_PINNED|No mode is pinned on the specified VidPN source or target.
0026231E|ERROR_GRAPHICS_NO_PREFERRED_MODE|Specified mode set does not specify preference for one of its modes.
0026234B|ERROR_GRAPHICS_DATASET_IS_EMPTY|Specified data set (for example, mode set, frequency range set, descriptor set, and topology) is empty.
0026234C|ERROR_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET|Specified data set (for example, mode set, frequency range set, descriptor set, and topology) does not contain any more elements.
00262351|ERROR_GRAPHICS_PATH_CONTENT_GEOMETRY_TRANSFORMATION_NOT_PINNED|Specified content transformation is not pinned on the specified VidPN present path.
00263005|DWM_S_GDI_REDIRECTION_SURFACE|
0027000D|NAP_S_CERT_ALREADY_PRESENT|
00270258|S_STORE_LAUNCHED_FOR_REMEDIATION|
00270259|S_APPLICATION_ACTIVATION_ERROR_HANDLED_BY_DIALOG|
00300100|PLA_S_PROPERTY_IGNORED|Property value will be ignored.
00340001|ERROR_NDIS_INDICATION_REQUIRED|The request will be completed later by a Network Driver Interface Specification (NDIS) status indication.
003C0105|SDIAG_S_CANNOTRUN|
003D0000|WS_S_ASYNC|
003D0001|WS_S_END|
00630001|PEER_S_GRAPH_DATA_CREATED|
00630002|PEER_S_NO_EVENT_DATA|
00630005|PEER_S_NO_CONNECTIVITY|
00630006|PEER_S_ALREADY_A_MEMBER|
00632000|PEER_S_ALREADY_CONNECTED|
00636000|PEER_S_SUBSCRIPTION_EXISTS|
00E70001|ERROR_SPACES_POOL_WAS_DELETED|
087A0001|DXGI_STATUS_OCCLUDED|
087A0002|DXGI_STATUS_CLIPPED|
087A0004|DXGI_STATUS_NO_REDIRECTION|
087A0005|DXGI_STATUS_NO_DESKTOP_ACCESS|
087A0006|DXGI_STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE|
087A0007|DXGI_STATUS_MODE_CHANGED|
087A0008|DXGI_STATUS_MODE_CHANGE_IN_PROGRESS|
087A0009|DXGI_STATUS_UNOCCLUDED|
087A000A|DXGI_STATUS_DDA_WAS_STILL_DRAWING|
0DEAD100|TRK_S_OUT_OF_SYNC|The VolumeSequenceNumber of a MOVE_NOTIFICATION request is incorrect.
0DEAD102|TRK_VOLUME_NOT_FOUND|The VolumeID in a request was not found in the server's ServerVolumeTable.
0DEAD103|TRK_VOLUME_NOT_OWNED|A notification was sent to the LnkSvrMessage method, but the RequestMachine for the request was not the VolumeOwner for a VolumeID in the request.
0DEAD107|TRK_S_NOTIFICATION_QUOTA_EXCEEDED|The server received a MOVE_NOTIFICATION request, but the FileTable size limit has already been reached.
4026200A|ERROR_GRAPHICS_PARTIAL_DATA_POPULATED|
40262201|ERROR_GRAPHICS_SKIP_ALLOCATION_PREPARATION|
4026242F|ERROR_GRAPHICS_UNKNOWN_CHILD_STATUS|Child device presence was not reliably detected.
40262437|ERROR_GRAPHICS_LEADLINK_START_DEFERRED|Starting the lead-link adapter has been deferred temporarily.
40262439|ERROR_GRAPHICS_POLLING_TOO_FREQUENTLY|The display adapter is being polled for children too frequently at the same polling level.
4026243A|ERROR_GRAPHICS_START_DEFERRED|Starting the adapter has been deferred temporarily.
80090001|NTE_BAD_UID|Bad UID.
80090002|NTE_BAD_HASH|Bad hash.
80090003|NTE_BAD_KEY|Bad key.
80090004|NTE_BAD_LEN|Bad length.
80090005|NTE_BAD_DATA|Bad data.
80090006|NTE_BAD_SIGNATURE|Invalid signature.
80090007|NTE_BAD_VER|Bad version of provider.
80090008|NTE_BAD_ALGID|Invalid algorithm specified.
80090009|NTE_BAD_FLAGS|Invalid flags specified.
8009000A|NTE_BAD_TYPE|Invalid type specified.
8009000B|NTE_BAD_KEY_STATE|Key not valid for use in specified state.
8009000C|NTE_BAD_HASH_STATE|Hash not valid for use in specified state.
8009000D|NTE_NO_KEY|Key does not exist.
8009000E|NTE_NO_MEMORY|Insufficient memory available for the operation.
8009000F|NTE_EXISTS|Object already exists.
80090010|NTE_PERM|Access denied.
80090011|NTE_NOT_FOUND|Object was not found.
80090012|NTE_DOUBLE_ENCRYPT|Data already encrypted.
80090013|NTE_BAD_PROVIDER|Invalid provider specified.
80090014|NTE_BAD_PROV_TYPE|Invalid provider type specified.
80090015|NTE_BAD_PUBLIC_KEY|Provider's public key is invalid.
80090016|NTE_BAD_KEYSET|Key set does not exist.
80090017|NTE_PROV_TYPE_NOT_DEF|Provider type not defined.
80090018|NTE_PROV_TYPE_ENTRY_BAD|The provider type, as registered, is invalid.
80090019|NTE_KEYSET_NOT_DEF|The key set is not defined.
8009001A|NTE_KEYSET_ENTRY_BAD|The key set, as registered, is invalid.
8009001B|NTE_PROV_TYPE_NO_MATCH|Provider type does not match registered value.
8009001C|NTE_SIGNATURE_FILE_BAD|The digital signature file is corrupt.
8009001D|NTE_PROVIDER_DLL_FAIL|Provider DLL failed to initialize correctly.
8009001E|NTE_PROV_DLL_NOT_FOUND|Provider DLL could not be found.
8009001F|NTE_BAD_KEYSET_PARAM|The keyset parameter is invalid.
80090020|NTE_FAIL|An internal error occurred.
80090021|NTE_SYS_ERR|A base error occurred.
80090022|NTE_SILENT_CONTEXT|Provider could not perform the action because the context was acquired as silent.
80090023|NTE_TOKEN_KEYSET_STORAGE_FULL|The security token does not have storage space available for an additional container.
80090024|NTE_TEMPORARY_PROFILE|The profile for the user is a temporary profile.
80090025|NTE_FIXEDPARAMETER|The key parameters could not be set because the configuration service provider (CSP) uses fixed parameters.
80090026|NTE_INVALID_HANDLE|The supplied handle is invalid.
80090027|NTE_INVALID_PARAMETER|The parameter is incorrect.
80090028|NTE_BUFFER_TOO_SMALL|The buffer supplied to a function was too small.
80090029|NTE_NOT_SUPPORTED|The requested operation is not supported.
8009002A|NTE_NO_MORE_ITEMS|No more data is available.
8009002B|NTE_BUFFERS_OVERLAP|The supplied buffers overlap incorrectly.
8009002C|NTE_DECRYPTION_FAILURE|The specified data could not be decrypted.
8009002D|NTE_INTERNAL_ERROR|An internal consistency check failed.
8009002E|NTE_UI_REQUIRED|This operation requires input from the user.
8009002F|NTE_HMAC_NOT_SUPPORTED|The cryptographic provider does not support Hash Message Authentication Code (HMAC).
80090030|NTE_DEVICE_NOT_READY|
80090031|NTE_AUTHENTICATION_IGNORED|
80090032|NTE_VALIDATION_FAILED|
80090033|NTE_INCORRECT_PASSWORD|
80090034|NTE_ENCRYPTION_FAILURE|
80090035|NTE_DEVICE_NOT_FOUND|
80090036|NTE_USER_CANCELLED|
80090037|NTE_PASSWORD_CHANGE_REQUIRED|
80090038|NTE_NOT_ACTIVE_CONSOLE|
80090300|SEC_E_INSUFFICIENT_MEMORY|Not enough memory is available to complete this request.
80090301|SEC_E_INVALID_HANDLE|The handle specified is invalid.
80090302|SEC_E_UNSUPPORTED_FUNCTION|The function requested is not supported.
80090303|SEC_E_TARGET_UNKNOWN|The specified target is unknown or unreachable.
80090304|SEC_E_INTERNAL_ERROR|The Local Security Authority (LSA) cannot be contacted.
80090305|SEC_E_SECPKG_NOT_FOUND|The requested security package does not exist.
80090306|SEC_E_NOT_OWNER|The caller is not the owner of the desired credentials.
80090307|SEC_E_CANNOT_INSTALL|The security package failed to initialize and cannot be installed.
80090308|SEC_E_INVALID_TOKEN|The token supplied to the function is invalid.
80090309|SEC_E_CANNOT_PACK|The security package is not able to marshal the logon buffer, so the logon attempt has failed.
8009030A|SEC_E_QOP_NOT_SUPPORTED|The per-message quality of protection is not supported by the security package.
8009030B|SEC_E_NO_IMPERSONATION|The security context does not allow impersonation of the client.
8009030C|SEC_E_LOGON_DENIED|The logon attempt failed.
8009030D|SEC_E_UNKNOWN_CREDENTIALS|The credentials supplied to the package were not recognized.
8009030E|SEC_E_NO_CREDENTIALS|No credentials are available in the security package.
8009030F|SEC_E_MESSAGE_ALTERED|The message or signature supplied for verification has been altered.
80090310|SEC_E_OUT_OF_SEQUENCE|The message supplied for verification is out of sequence.
80090311|SEC_E_NO_AUTHENTICATING_AUTHORITY|No authority could be contacted for authentication.
80090316|SEC_E_BAD_PKGID|The requested security package does not exist.
80090317|SEC_E_CONTEXT_EXPIRED|The context has expired and can no longer be used.
80090318|SEC_E_INCOMPLETE_MESSAGE|The supplied message is incomplete. The signature was not verified.
80090320|SEC_E_INCOMPLETE_CREDENTIALS|The credentials supplied were not complete and could not be verified. The context could not be initialized.
80090321|SEC_E_BUFFER_TOO_SMALL|The buffers supplied to a function was too small.
80090322|SEC_E_WRONG_PRINCIPAL|The target principal name is incorrect.
80090324|SEC_E_TIME_SKEW|The clocks on the client and server machines are skewed.
80090325|SEC_E_UNTRUSTED_ROOT|The certificate chain was issued by an authority that is not trusted.
80090326|SEC_E_ILLEGAL_MESSAGE|The message received was unexpected or badly formatted.
80090327|SEC_E_CERT_UNKNOWN|An unknown error occurred while processing the certificate.
80090328|SEC_E_CERT_EXPIRED|The received certificate has expired.
80090329|SEC_E_ENCRYPT_FAILURE|The specified data could not be encrypted.
80090330|SEC_E_DECRYPT_FAILURE|The specified data could not be decrypted.
80090331|SEC_E_ALGORITHM_MISMATCH|The client and server cannot communicate because they do not possess a common algorithm.
80090332|SEC_E_SECURITY_QOS_FAILED|The security context could not be established due to a failure in the requested quality of service (for example, mutual authentication or delegation).
80090333|SEC_E_UNFINISHED_CONTEXT_DELETED|A security context was deleted before the context was completed. This is considered a logon failure.
80090334|SEC_E_NO_TGT_REPLY|The client is trying to negotiate a context and the server requires user-to-user but did not send a ticket granting ticket (TGT) reply.
80090335|SEC_E_NO_IP_ADDRESSES|Unable to accomplish the requested task because the local machine does not have an IP addresses.
80090336|SEC_E_WRONG_CREDENTIAL_HANDLE|The supplied credential handle does not match the credential associated with the security context.
80090337|SEC_E_CRYPTO_SYSTEM_INVALID|The cryptographic system or checksum function is invalid because a required function is unavailable.
80090338|SEC_E_MAX_REFERRALS_EXCEEDED|The number of maximum ticket referrals has been exceeded.
80090339|SEC_E_MUST_BE_KDC|The local machine must be a Kerberos domain controller (KDC), and it is not.
8009033A|SEC_E_STRONG_CRYPTO_NOT_SUPPORTED|The other end of the security negotiation requires strong cryptographics, but it is not supported on the local machine.
8009033B|SEC_E_TOO_MANY_PRINCIPALS|The KDC reply contained more than one principal name.
8009033C|SEC_E_NO_PA_DATA|Expected to find PA data for a hint of what etype to use, but it was not found.
8009033D|SEC_E_PKINIT_NAME_MISMATCH|The client certificate does not contain a valid user principal name (UPN), or does not match the client name in the logon request. Contact your administrator.
8009033E|SEC_E_SMARTCARD_LOGON_REQUIRED|Smart card logon is required and was not used.
8009033F|SEC_E_SHUTDOWN_IN_PROGRESS|A system shutdown is in progress.
80090340|SEC_E_KDC_INVALID_REQUEST|An invalid request was sent to the KDC.
80090341|SEC_E_KDC_UNABLE_TO_REFER|The KDC was unable to generate a referral for the service requested.
80090342|SEC_E_KDC_UNKNOWN_ETYPE|The encryption type requested is not supported by the KDC.
80090343|SEC_E_UNSUPPORTED_PREAUTH|An unsupported pre-authentication mechanism was presented to the Kerberos package.
80090345|SEC_E_DELEGATION_REQUIRED|The requested operation cannot be completed. The computer must be trusted for delegation, and the current user account must be configured to allow delegation.
80090346|SEC_E_BAD_BINDINGS|Client's supplied Security Support Provider Interface (SSPI) channel bindings were incorrect.
80090347|SEC_E_MULTIPLE_ACCOUNTS|The received certificate was mapped to multiple accounts.
80090348|SEC_E_NO_KERB_KEY|No Kerberos key was found.
80090349|SEC_E_CERT_WRONG_USAGE|The certificate is not valid for the requested usage.
80090350|SEC_E_DOWNGRADE_DETECTED|The system detected a possible attempt to compromise security. Ensure that you can contact the server that authenticated you.
80090351|SEC_E_SMARTCARD_CERT_REVOKED|The smart card certificate used for authentication has been revoked. Contact your system administrator. The event log may contain additional information.
80090352|SEC_E_ISSUING_CA_UNTRUSTED|An untrusted certification authority (CA) was detected while processing the smart card certificate used for authentication. Contact your system administrator.
80090353|SEC_E_REVOCATION_OFFLINE_C|The revocation status of the smart card certificate used for authentication could not be determined. Contact your system administrator.
80090354|SEC_E_PKINIT_CLIENT_FAILURE|The smart card certificate used for authentication was not trusted. Contact your system administrator.
80090355|SEC_E_SMARTCARD_CERT_EXPIRED|The smart card certificate used for authentication has expired. Contact your system administrator.
80090356|SEC_E_NO_S4U_PROT_SUPPORT|The Kerberos subsystem encountered an error. A service for user protocol requests was made against a domain controller that does not support services for users.
80090357|SEC_E_CROSSREALM_DELEGATION_FAILURE|An attempt was made by this server to make a Kerberos-constrained delegation request for a target outside the server's realm. This is not supported and indicates a misconfiguration on this server's allowed-to-delegate-to list. Contact your administrator.
80090358|SEC_E_REVOCATION_OFFLINE_KDC|The revocation status of the domain controller certificate used for smart card authentication could not be determined. The system event log contains additional information. Contact your system administrator.
80090359|SEC_E_ISSUING_CA_UNTRUSTED_KDC|An untrusted CA was detected while processing the domain controller certificate used for authentication. The system event log contains additional information. Contact your system administrator.
8009035A|SEC_E_KDC_CERT_EXPIRED|The domain controller certificate used for smart card logon has expired. Contact your system administrator with the contents of your system event log.
8009035B|SEC_E_KDC_CERT_REVOKED|The domain controller certificate used for smart card logon has been revoked. Contact your system administrator with the contents of your system event log.
8009035D|SEC_E_INVALID_PARAMETER|One or more of the parameters passed to the function were invalid.
8009035E|SEC_E_DELEGATION_POLICY|The client policy does not allow credential delegation to the target server.
8009035F|SEC_E_POLICY_NLTM_ONLY|The client policy does not allow credential delegation to the target server with NLTM only authentication.
80090361|SEC_E_NO_CONTEXT|
80090362|SEC_E_PKU2U_CERT_FAILURE|
80090363|SEC_E_MUTUAL_AUTH_FAILED|
80090365|SEC_E_ONLY_HTTPS_ALLOWED|
80090367|SEC_E_APPLICATION_PROTOCOL_MISMATCH|
80090369|SEC_E_INVALID_UPN_NAME|
8009036A|SEC_E_EXT_BUFFER_TOO_SMALL|
8009036B|SEC_E_INSUFFICIENT_BUFFERS|
80091001|CRYPT_E_MSG_ERROR|An error occurred while performing an operation on a cryptographic message.
80091002|CRYPT_E_UNKNOWN_ALGO|Unknown cryptographic algorithm.
80091003|CRYPT_E_OID_FORMAT|The object identifier is poorly formatted.
80091004|CRYPT_E_INVALID_MSG_TYPE|Invalid cryptographic message type.
80091005|CRYPT_E_UNEXPECTED_ENCODING|Unexpected cryptographic message encoding.
80091006|CRYPT_E_AUTH_ATTR_MISSING|The cryptographic message does not contain an expected authenticated attribute.
80091007|CRYPT_E_HASH_VALUE|The hash value is not correct.
80091008|CRYPT_E_INVALID_INDEX|The index value is not valid.
80091009|CRYPT_E_ALREADY_DECRYPTED|The content of the cryptographic message has already been decrypted.
8009100A|CRYPT_E_NOT_DECRYPTED|The content of the cryptographic message has not been decrypted yet.
8009100B|CRYPT_E_RECIPIENT_NOT_FOUND|The enveloped-data message does not contain the specified recipient.
8009100C|CRYPT_E_CONTROL_TYPE|Invalid control type.
8009100D|CRYPT_E_ISSUER_SERIALNUMBER|Invalid issuer or serial number.
8009100E|CRYPT_E_SIGNER_NOT_FOUND|Cannot find the original signer.
8009100F|CRYPT_E_ATTRIBUTES_MISSING|The cryptographic message does not contain all of the requested attributes.
80091010|CRYPT_E_STREAM_MSG_NOT_READY|The streamed cryptographic message is not ready to return data.
80091011|CRYPT_E_STREAM_INSUFFICIENT_DATA|The streamed cryptographic message requires more data to complete the decode operation.
80092001|CRYPT_E_BAD_LEN|The length specified for the output data was insufficient.
80092002|CRYPT_E_BAD_ENCODE|An error occurred during the encode or decode operation.
80092003|CRYPT_E_FILE_ERROR|An error occurred while reading or writing to a file.
80092004|CRYPT_E_NOT_FOUND|Cannot find object or property.
80092005|CRYPT_E_EXISTS|The object or property already exists.
80092006|CRYPT_E_NO_PROVIDER|No provider was specified for the store or object.
80092007|CRYPT_E_SELF_SIGNED|The specified certificate is self-signed.
80092008|CRYPT_E_DELETED_PREV|The previous certificate or certificate revocation list (CRL) context was deleted.
80092009|CRYPT_E_NO_MATCH|Cannot find the requested object.
8009200A|CRYPT_E_UNEXPECTED_MSG_TYPE|The certificate does not have a property that references a private key.
8009200B|CRYPT_E_NO_KEY_PROPERTY|Cannot find the certificate and private key for decryption.
8009200C|CRYPT_E_NO_DECRYPT_CERT|Cannot find the certificate and private key to use for decryption.
8009200D|CRYPT_E_BAD_MSG|Not a cryptographic message or the cryptographic message is not formatted correctly.
8009200E|CRYPT_E_NO_SIGNER|The signed cryptographic message does not have a signer for the specified signer index.
8009200F|CRYPT_E_PENDING_CLOSE|Final closure is pending until additional frees or closes.
80092010|CRYPT_E_REVOKED|The certificate is revoked.
80092011|CRYPT_E_NO_REVOCATION_DLL|No DLL or exported function was found to verify revocation.
80092012|CRYPT_E_NO_REVOCATION_CHECK|The revocation function was unable to check revocation for the certificate.
80092013|CRYPT_E_REVOCATION_OFFLINE|The revocation function was unable to check revocation because the revocation server was offline.
80092014|CRYPT_E_NOT_IN_REVOCATION_DATABASE|The certificate is not in the revocation server's database.
80092020|CRYPT_E_INVALID_NUMERIC_STRING|The string contains a non-numeric character.
80092021|CRYPT_E_INVALID_PRINTABLE_STRING|The string contains a nonprintable character.
80092022|CRYPT_E_INVALID_IA5_STRING|The string contains a character not in the 7-bit ASCII character set.
80092023|CRYPT_E_INVALID_X500_STRING|The string contains an invalid X500 name attribute key, object identifier (OID), value, or delimiter.
80092024|CRYPT_E_NOT_CHAR_STRING|The dwValueType for the CERT_NAME_VALUE is not one of the character strings. Most likely it is either a CERT_RDN_ENCODED_BLOB or CERT_TDN_OCTED_STRING.
80092025|CRYPT_E_FILERESIZED|The Put operation cannot continue. The file needs to be resized. However, there is already a signature present. A complete signing operation must be done.
80092026|CRYPT_E_SECURITY_SETTINGS|The cryptographic operation failed due to a local security option setting.
80092027|CRYPT_E_NO_VERIFY_USAGE_DLL|No DLL or exported function was found to verify subject usage.
80092028|CRYPT_E_NO_VERIFY_USAGE_CHECK|The called function was unable to perform a usage check on the subject.
80092029|CRYPT_E_VERIFY_USAGE_OFFLINE|The called function was unable to complete the usage check because the server was offline.
8009202A|CRYPT_E_NOT_IN_CTL|The subject was not found in a certificate trust list (CTL).
8009202B|CRYPT_E_NO_TRUSTED_SIGNER|None of the signers of the cryptographic message or certificate trust list is trusted.
8009202C|CRYPT_E_MISSING_PUBKEY_PARA|The public key's algorithm parameters are missing.
8009202D|CRYPT_E_OBJECT_LOCATOR_OBJECT_NOT_FOUND|
80093000|CRYPT_E_OSS_ERROR|OSS Certificate encode/decode error code base.
80093001|OSS_MORE_BUF|OSS ASN.1 Error: Output Buffer is too small.
80093002|OSS_NEGATIVE_UINTEGER|OSS ASN.1 Error: Signed integer is encoded as a unsigned integer.
80093003|OSS_PDU_RANGE|OSS ASN.1 Error: Unknown ASN.1 data type.
80093004|OSS_MORE_INPUT|OSS ASN.1 Error: Output buffer is too small; the decoded data has been truncated.
80093005|OSS_DATA_ERROR|OSS ASN.1 Error: Invalid data.
80093006|OSS_BAD_ARG|OSS ASN.1 Error: Invalid argument.
80093007|OSS_BAD_VERSION|OSS ASN.1 Error: Encode/Decode version mismatch.
80093008|OSS_OUT_MEMORY|OSS ASN.1 Error: Out of memory.
80093009|OSS_PDU_MISMATCH|OSS ASN.1 Error: Encode/Decode error.
8009300A|OSS_LIMITED|OSS ASN.1 Error: Internal error.
8009300B|OSS_BAD_PTR|OSS ASN.1 Error: Invalid data.
8009300C|OSS_BAD_TIME|OSS ASN.1 Error: Invalid data.
8009300D|OSS_INDEFINITE_NOT_SUPPORTED|OSS ASN.1 Error: Unsupported BER indefinite-length encoding.
8009300E|OSS_MEM_ERROR|OSS ASN.1 Error: Access violation.
8009300F|OSS_BAD_TABLE|OSS ASN.1 Error: Invalid data.
80093010|OSS_TOO_LONG|OSS ASN.1 Error: Invalid data.
80093011|OSS_CONSTRAINT_VIOLATED|OSS ASN.1 Error: Invalid data.
80093012|OSS_FATAL_ERROR|OSS ASN.1 Error: Internal error.
80093013|OSS_ACCESS_SERIALIZATION_ERROR|OSS ASN.1 Error: Multithreading conflict.
80093014|OSS_NULL_TBL|OSS ASN.1 Error: Invalid data.
80093015|OSS_NULL_FCN|OSS ASN.1 Error: Invalid data.
80093016|OSS_BAD_ENCRULES|OSS ASN.1 Error: Invalid data.
80093017|OSS_UNAVAIL_ENCRULES|OSS ASN.1 Error: Encode/Decode function not implemented.
80093018|OSS_CANT_OPEN_TRACE_WINDOW|OSS ASN.1 Error: Trace file error.
80093019|OSS_UNIMPLEMENTED|OSS ASN.1 Error: Function not implemented.
8009301A|OSS_OID_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
8009301B|OSS_CANT_OPEN_TRACE_FILE|OSS ASN.1 Error: Trace file error.
8009301C|OSS_TRACE_FILE_ALREADY_OPEN|OSS ASN.1 Error: Trace file error.
8009301D|OSS_TABLE_MISMATCH|OSS ASN.1 Error: Invalid data.
8009301E|OSS_TYPE_NOT_SUPPORTED|OSS ASN.1 Error: Invalid data.
8009301F|OSS_REAL_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
80093020|OSS_REAL_CODE_NOT_LINKED|OSS ASN.1 Error: Program link error.
80093021|OSS_OUT_OF_RANGE|OSS ASN.1 Error: Program link error.
80093022|OSS_COPIER_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
80093023|OSS_CONSTRAINT_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
80093024|OSS_COMPARATOR_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
80093025|OSS_COMPARATOR_CODE_NOT_LINKED|OSS ASN.1 Error: Program link error.
80093026|OSS_MEM_MGR_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
80093027|OSS_PDV_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
80093028|OSS_PDV_CODE_NOT_LINKED|OSS ASN.1 Error: Program link error.
80093029|OSS_API_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
8009302A|OSS_BERDER_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
8009302B|OSS_PER_DLL_NOT_LINKED|OSS ASN.1 Error: Program link error.
8009302C|OSS_OPEN_TYPE_ERROR|OSS ASN.1 Error: Program link error.
8009302D|OSS_MUTEX_NOT_CREATED|OSS ASN.1 Error: System resource error.
8009302E|OSS_CANT_CLOSE_TRACE_FILE|OSS ASN.1 Error: Trace file error.
80093100|CRYPT_E_ASN1_ERROR|ASN1 Certificate encode/decode error code base.
80093101|CRYPT_E_ASN1_INTERNAL|ASN1 internal encode or decode error.
80093102|CRYPT_E_ASN1_EOD|ASN1 unexpected end of data.
80093103|CRYPT_E_ASN1_CORRUPT|ASN1 corrupted data.
80093104|CRYPT_E_ASN1_LARGE|ASN1 value too large.
80093105|CRYPT_E_ASN1_CONSTRAINT|ASN1 constraint violated.
80093106|CRYPT_E_ASN1_MEMORY|ASN1 out of memory.
80093107|CRYPT_E_ASN1_OVERFLOW|ASN1 buffer overflow.
80093108|CRYPT_E_ASN1_BADPDU|ASN1 function not supported for this protocol data unit (PDU).
80093109|CRYPT_E_ASN1_BADARGS|ASN1 bad arguments to function call.
8009310A|CRYPT_E_ASN1_BADREAL|ASN1 bad real value.
8009310B|CRYPT_E_ASN1_BADTAG|ASN1 bad tag value met.
8009310C|CRYPT_E_ASN1_CHOICE|ASN1 bad choice value.
8009310D|CRYPT_E_ASN1_RULE|ASN1 bad encoding rule.
8009310E|CRYPT_E_ASN1_UTF8|ASN1 bad Unicode (UTF8).
80093133|CRYPT_E_ASN1_PDU_TYPE|ASN1 bad PDU type.
80093134|CRYPT_E_ASN1_NYI|ASN1 not yet implemented.
80093201|CRYPT_E_ASN1_EXTENDED|ASN1 skipped unknown extensions.
80093202|CRYPT_E_ASN1_NOEOD|ASN1 end of data expected.
80094001|CERTSRV_E_BAD_REQUESTSUBJECT|The request subject name is invalid or too long.
80094002|CERTSRV_E_NO_REQUEST|The request does not exist.
80094003|CERTSRV_E_BAD_REQUESTSTATUS|The request's current status does not allow this operation.
80094004|CERTSRV_E_PROPERTY_EMPTY|The requested property value is empty.
80094005|CERTSRV_E_INVALID_CA_CERTIFICATE|The CA's certificate contains invalid data.
80094006|CERTSRV_E_SERVER_SUSPENDED|Certificate service has been suspended for a database restore operation.
80094007|CERTSRV_E_ENCODING_LENGTH|The certificate contains an encoded length that is potentially incompatible with older enrollment software.
80094008|CERTSRV_E_ROLECONFLICT|The operation is denied. The user has multiple roles assigned, and the CA is configured to enforce role separation.
80094009|CERTSRV_E_RESTRICTEDOFFICER|The operation is denied. It can only be performed by a certificate manager that is allowed to manage certificates for the current requester.
8009400A|CERTSRV_E_KEY_ARCHIVAL_NOT_CONFIGURED|Cannot archive private key. The CA is not configured for key archival.
8009400B|CERTSRV_E_NO_VALID_KRA|Cannot archive private key. The CA could not verify one or more key recovery certificates.
8009400C|CERTSRV_E_BAD_REQUEST_KEY_ARCHIVAL|The request is incorrectly formatted. The encrypted private key must be in an unauthenticated attribute in an outermost signature.
8009400D|CERTSRV_E_NO_CAADMIN_DEFINED|At least one security principal must have the permission to manage this CA.
8009400E|CERTSRV_E_BAD_RENEWAL_CERT_ATTRIBUTE|The request contains an invalid renewal certificate attribute.
8009400F|CERTSRV_E_NO_DB_SESSIONS|An attempt was made to open a CA database session, but there are already too many active sessions. The server may need to be configured to allow additional sessions.
80094010|CERTSRV_E_ALIGNMENT_FAULT|A memory reference caused a data alignment fault.
80094011|CERTSRV_E_ENROLL_DENIED|The permissions on this CA do not allow the current user to enroll for certificates.
80094012|CERTSRV_E_TEMPLATE_DENIED|The permissions on the certificate template do not allow the current user to enroll for this type of certificate.
80094013|CERTSRV_E_DOWNLEVEL_DC_SSL_OR_UPGRADE|The contacted domain controller cannot support signed Lightweight Directory Access Protocol (LDAP) traffic. Update the domain controller or configure Certificate Services to use SSL for Active Directory access.
80094014|CERTSRV_E_ADMIN_DENIED_REQUEST|
80094015|CERTSRV_E_NO_POLICY_SERVER|
80094016|CERTSRV_E_WEAK_SIGNATURE_OR_KEY|
80094017|CERTSRV_E_KEY_ATTESTATION_NOT_SUPPORTED|
80094018|CERTSRV_E_ENCRYPTION_CERT_REQUIRED|
80094800|CERTSRV_E_UNSUPPORTED_CERT_TYPE|The requested certificate template is not supported by this CA.
80094801|CERTSRV_E_NO_CERT_TYPE|The request contains no certificate template information.
80094802|CERTSRV_E_TEMPLATE_CONFLICT|The request contains conflicting template information.
80094803|CERTSRV_E_SUBJECT_ALT_NAME_REQUIRED|The request is missing a required Subject Alternate name extension.
80094804|CERTSRV_E_ARCHIVED_KEY_REQUIRED|The request is missing a required private key for archival by the server.
80094805|CERTSRV_E_SMIME_REQUIRED|The request is missing a required SMIME capabilities extension.
80094806|CERTSRV_E_BAD_RENEWAL_SUBJECT|The request was made on behalf of a subject other than the caller. The certificate template must be configured to require at least one signature to authorize the request.
80094807|CERTSRV_E_BAD_TEMPLATE_VERSION|The request template version is newer than the supported template version.
80094808|CERTSRV_E_TEMPLATE_POLICY_REQUIRED|The template is missing a required signature policy attribute.
80094809|CERTSRV_E_SIGNATURE_POLICY_REQUIRED|The request is missing required signature policy information.
8009480A|CERTSRV_E_SIGNATURE_COUNT|The request is missing one or more required signatures.
8009480B|CERTSRV_E_SIGNATURE_REJECTED|One or more signatures did not include the required application or issuance policies. The request is missing one or more required valid signatures.
8009480C|CERTSRV_E_ISSUANCE_POLICY_REQUIRED|The request is missing one or more required signature issuance policies.
8009480D|CERTSRV_E_SUBJECT_UPN_REQUIRED|The UPN is unavailable and cannot be added to the Subject Alternate name.
8009480E|CERTSRV_E_SUBJECT_DIRECTORY_GUID_REQUIRED|The Active Directory GUID is unavailable and cannot be added to the Subject Alternate name.
8009480F|CERTSRV_E_SUBJECT_DNS_REQUIRED|The Domain Name System (DNS) name is unavailable and cannot be added to the Subject Alternate name.
80094810|CERTSRV_E_ARCHIVED_KEY_UNEXPECTED|The request includes a private key for archival by the server, but key archival is not enabled for the specified certificate template.
80094811|CERTSRV_E_KEY_LENGTH|The public key does not meet the minimum size required by the specified certificate template.
80094812|CERTSRV_E_SUBJECT_EMAIL_REQUIRED|The email name is unavailable and cannot be added to the Subject or Subject Alternate name.
80094813|CERTSRV_E_UNKNOWN_CERT_TYPE|One or more certificate templates to be enabled on this CA could not be found.
80094814|CERTSRV_E_CERT_TYPE_OVERLAP|The certificate template renewal period is longer than the certificate validity period. The template should be reconfigured or the CA certificate renewed.
80094815|CERTSRV_E_TOO_MANY_SIGNATURES|The certificate template requires too many return authorization (RA) signatures. Only one RA signature is allowed.
80094816|CERTSRV_E_RENEWAL_BAD_PUBLIC_KEY|The key used in a renewal request does not match one of the certificates being renewed.
80094817|CERTSRV_E_INVALID_EK|The endorsement key certificate is not valid.
80094818|CERTSRV_E_INVALID_IDBINDING|
80094819|CERTSRV_E_INVALID_ATTESTATION|
8009481A|CERTSRV_E_KEY_ATTESTATION|Key attestation did not succeed.
8009481B|CERTSRV_E_CORRUPT_KEY_ATTESTATION|
8009481C|CERTSRV_E_EXPIRED_CHALLENGE|
8009481D|CERTSRV_E_INVALID_RESPONSE|
8009481E|CERTSRV_E_INVALID_REQUESTID|
80095000|XENROLL_E_KEY_NOT_EXPORTABLE|The key is not exportable.
80095001|XENROLL_E_CANNOT_ADD_ROOT_CERT|You cannot add the root CA certificate into your local store.
80095002|XENROLL_E_RESPONSE_KA_HASH_NOT_FOUND|The key archival hash attribute was not found in the response.
80095003|XENROLL_E_RESPONSE_UNEXPECTED_KA_HASH|An unexpected key archival hash attribute was found in the response.
80095004|XENROLL_E_RESPONSE_KA_HASH_MISMATCH|There is a key archival hash mismatch between the request and the response.
80095005|XENROLL_E_KEYSPEC_SMIME_MISMATCH|Signing certificate cannot include SMIME extension.
80096001|TRUST_E_SYSTEM_ERROR|A system-level error occurred while verifying trust.
80096002|TRUST_E_NO_SIGNER_CERT|The certificate for the signer of the message is invalid or not found.
80096003|TRUST_E_COUNTER_SIGNER|One of the counter signatures was invalid.
80096004|TRUST_E_CERT_SIGNATURE|The signature of the certificate cannot be verified.
80096005|TRUST_E_TIME_STAMP|The time-stamp signature or certificate could not be verified or is malformed.
80096010|TRUST_E_BAD_DIGEST|The digital signature of the object did not verify.
80096019|TRUST_E_BASIC_CONSTRAINTS|A certificate's basic constraint extension has not been observed.
8009601E|TRUST_E_FINANCIAL_CRITERIA|The certificate does not meet or contain the Authenticode financial extensions.
80097001|MSSIPOTF_E_OUTOFMEMRANGE|Tried to reference a part of the file outside the proper range.
80097002|MSSIPOTF_E_CANTGETOBJECT|Could not retrieve an object from the file.
80097003|MSSIPOTF_E_NOHEADTABLE|Could not find the head table in the file.
80097004|MSSIPOTF_E_BAD_MAGICNUMBER|The magic number in the head table is incorrect.
80097005|MSSIPOTF_E_BAD_OFFSET_TABLE|The offset table has incorrect values.
80097006|MSSIPOTF_E_TABLE_TAGORDER|Duplicate table tags or the tags are out of alphabetical order.
80097007|MSSIPOTF_E_TABLE_LONGWORD|A table does not start on a long word boundary.
80097008|MSSIPOTF_E_BAD_FIRST_TABLE_PLACEMENT|First table does not appear after header information.
80097009|MSSIPOTF_E_TABLES_OVERLAP|Two or more tables overlap.
8009700A|MSSIPOTF_E_TABLE_PADBYTES|Too many pad bytes between tables, or pad bytes are not 0.
8009700B|MSSIPOTF_E_FILETOOSMALL|File is too small to contain the last table.
8009700C|MSSIPOTF_E_TABLE_CHECKSUM|A table checksum is incorrect.
8009700D|MSSIPOTF_E_FILE_CHECKSUM|The file checksum is incorrect.
80097010|MSSIPOTF_E_FAILED_POLICY|The signature does not have the correct attributes for the policy.
80097011|MSSIPOTF_E_FAILED_HINTS_CHECK|The file did not pass the hints check.
80097012|MSSIPOTF_E_NOT_OPENTYPE|The file is not an OpenType file.
80097013|MSSIPOTF_E_FILE|Failed on a file operation (such as open, map, read, or write).
80097014|MSSIPOTF_E_CRYPT|A call to a CryptoAPI function failed.
80097015|MSSIPOTF_E_BADVERSION|There is a bad version number in the file.
80097016|MSSIPOTF_E_DSIG_STRUCTURE|The structure of the DSIG table is incorrect.
80097017|MSSIPOTF_E_PCONST_CHECK|A check failed in a partially constant table.
80097018|MSSIPOTF_E_STRUCTURE|Some kind of structural error.
80097019|ERROR_CRED_REQUIRES_CONFIRMATION|The requested credential requires confirmation.
800B0001|TRUST_E_PROVIDER_UNKNOWN|Unknown trust provider.
800B0002|TRUST_E_ACTION_UNKNOWN|The trust verification action specified is not supported by the specified trust provider.
800B0003|TRUST_E_SUBJECT_FORM_UNKNOWN|The form specified for the subject is not one supported or known by the specified trust provider.
800B0004|TRUST_E_SUBJECT_NOT_TRUSTED|The subject is not trusted for the specified action.
800B0005|DIGSIG_E_ENCODE|Error due to problem in ASN.1 encoding process.
800B0006|DIGSIG_E_DECODE|Error due to problem in ASN.1 decoding process.
800B0007|DIGSIG_E_EXTENSIBILITY|Reading/writing extensions where attributes are appropriate, and vice versa.
800B0008|DIGSIG_E_CRYPTO|Unspecified cryptographic failure.
800B0009|PERSIST_E_SIZEDEFINITE|The size of the data could not be determined.
800B000A|PERSIST_E_SIZEINDEFINITE|The size of the indefinite-sized data could not be determined.
800B000B|PERSIST_E_NOTSELFSIZING|This object does not read and write self-sizing data.
800B0100|TRUST_E_NOSIGNATURE|No signature was present in the subject.
800B0101|CERT_E_EXPIRED|A required certificate is not within its validity period when verifying against the current system clock or the time stamp in the signed file.
800B0102|CERT_E_VALIDITYPERIODNESTING|The validity periods of the certification chain do not nest correctly.
800B0103|CERT_E_ROLE|A certificate that can only be used as an end entity is being used as a CA or vice versa.
800B0104|CERT_E_PATHLENCONST|A path length constraint in the certification chain has been violated.
800B0105|CERT_E_CRITICAL|A certificate contains an unknown extension that is marked "critical".
800B0106|CERT_E_PURPOSE|A certificate is being used for a purpose other than the ones specified by its CA.
800B0107|CERT_E_ISSUERCHAINING|A parent of a given certificate did not issue that child certificate.
800B0108|CERT_E_MALFORMED|A certificate is missing or has an empty value for an important field, such as a subject or issuer name.
800B0109|CERT_E_UNTRUSTEDROOT|A certificate chain processed, but terminated in a root certificate that is not trusted by the trust provider.
800B010A|CERT_E_CHAINING|A certificate chain could not be built to a trusted root authority.
800B010B|TRUST_E_FAIL|Generic trust failure.
800B010C|CERT_E_REVOKED|A certificate was explicitly revoked by its issuer.
800B010D|CERT_E_UNTRUSTEDTESTROOT|The certification path terminates with the test root that is not trusted with the current policy settings.
800B010E|CERT_E_REVOCATION_FAILURE|The revocation process could not continue-the certificates could not be checked.
800B010F|CERT_E_CN_NO_MATCH|The certificate's CN name does not match the passed value.
800B0110|CERT_E_WRONG_USAGE|The certificate is not valid for the requested usage.
800B0111|TRUST_E_EXPLICIT_DISTRUST|The certificate was explicitly marked as untrusted by the user.
800B0112|CERT_E_UNTRUSTEDCA|A certification chain processed correctly, but one of the CA certificates is not trusted by the policy provider.
800B0113|CERT_E_INVALID_POLICY|The certificate has invalid policy.
800B0114|CERT_E_INVALID_NAME|The certificate has an invalid name. The name is not included in the permitted list or is explicitly excluded.
800C0002|INET_E_INVALID_URL|
800C0003|INET_E_NO_SESSION|
800C0004|INET_E_CANNOT_CONNECT|
800C0005|INET_E_RESOURCE_NOT_FOUND|
800C0006|INET_E_OBJECT_NOT_FOUND|
800C0007|INET_E_DATA_NOT_AVAILABLE|
800C0008|INET_E_DOWNLOAD_FAILURE|
800C0009|INET_E_AUTHENTICATION_REQUIRED|
800C000A|INET_E_NO_VALID_MEDIA|
800C000B|INET_E_CONNECTION_TIMEOUT|
800C000C|INET_E_INVALID_REQUEST|
800C000D|INET_E_UNKNOWN_PROTOCOL|
800C000E|INET_E_SECURITY_PROBLEM|
800C000F|INET_E_CANNOT_LOAD_DATA|
800C0010|INET_E_CANNOT_INSTANTIATE_OBJECT|
800C0014|INET_E_REDIRECT_FAILED|
800C0015|INET_E_REDIRECT_TO_DIR|
800C0019|INET_E_INVALID_CERTIFICATE|
800F0000|SPAPI_E_EXPECTED_SECTION_NAME|A non-empty line was encountered in the INF before the start of a section.
800F0001|SPAPI_E_BAD_SECTION_NAME_LINE|A section name marker in the information file (INF) is not complete or does not exist on a line by itself.
800F0002|SPAPI_E_SECTION_NAME_TOO_LONG|An INF section was encountered whose name exceeds the maximum section name length.
800F0003|SPAPI_E_GENERAL_SYNTAX|The syntax of the INF is invalid.
800F0100|SPAPI_E_WRONG_INF_STYLE|The style of the INF is different than what was requested.
800F0101|SPAPI_E_SECTION_NOT_FOUND|The required section was not found in the INF.
800F0102|SPAPI_E_LINE_NOT_FOUND|The required line was not found in the INF.
800F0103|SPAPI_E_NO_BACKUP|The files affected by the installation of this file queue have not been backed up for uninstall.
800F0200|SPAPI_E_NO_ASSOCIATED_CLASS|The INF or the device information set or element does not have an associated install class.
800F0201|SPAPI_E_CLASS_MISMATCH|The INF or the device information set or element does not match the specified install class.
800F0202|SPAPI_E_DUPLICATE_FOUND|An existing device was found that is a duplicate of the device being manually installed.
800F0203|SPAPI_E_NO_DRIVER_SELECTED|There is no driver selected for the device information set or element.
800F0204|SPAPI_E_KEY_DOES_NOT_EXIST|The requested device registry key does not exist.
800F0205|SPAPI_E_INVALID_DEVINST_NAME|The device instance name is invalid.
800F0206|SPAPI_E_INVALID_CLASS|The install class is not present or is invalid.
800F0207|SPAPI_E_DEVINST_ALREADY_EXISTS|The device instance cannot be created because it already exists.
800F0208|SPAPI_E_DEVINFO_NOT_REGISTERED|The operation cannot be performed on a device information element that has not been registered.
800F0209|SPAPI_E_INVALID_REG_PROPERTY|The device property code is invalid.
800F020A|SPAPI_E_NO_INF|The INF from which a driver list is to be built does not exist.
800F020B|SPAPI_E_NO_SUCH_DEVINST|The device instance does not exist in the hardware tree.
800F020C|SPAPI_E_CANT_LOAD_CLASS_ICON|The icon representing this install class cannot be loaded.
800F020D|SPAPI_E_INVALID_CLASS_INSTALLER|The class installer registry entry is invalid.
800F020E|SPAPI_E_DI_DO_DEFAULT|The class installer has indicated that the default action should be performed for this installation request.
800F020F|SPAPI_E_DI_NOFILECOPY|The operation does not require any files to be copied.
800F0210|SPAPI_E_INVALID_HWPROFILE|The specified hardware profile does not exist.
800F0211|SPAPI_E_NO_DEVICE_SELECTED|There is no device information element currently selected for this device information set.
800F0212|SPAPI_E_DEVINFO_LIST_LOCKED|The operation cannot be performed because the device information set is locked.
800F0213|SPAPI_E_DEVINFO_DATA_LOCKED|The operation cannot be performed because the device information element is locked.
800F0214|SPAPI_E_DI_BAD_PATH|The specified path does not contain any applicable device INFs.
800F0215|SPAPI_E_NO_CLASSINSTALL_PARAMS|No class installer parameters have been set for the device information set or element.
800F0216|SPAPI_E_FILEQUEUE_LOCKED|The operation cannot be performed because the file queue is locked.
800F0217|SPAPI_E_BAD_SERVICE_INSTALLSECT|A service installation section in this INF is invalid.
800F0218|SPAPI_E_NO_CLASS_DRIVER_LIST|There is no class driver list for the device information element.
800F0219|SPAPI_E_NO_ASSOCIATED_SERVICE|The installation failed because a function driver was not specified for this device instance.
800F021A|SPAPI_E_NO_DEFAULT_DEVICE_INTERFACE|There is presently no default device interface designated for this interface class.
800F021B|SPAPI_E_DEVICE_INTERFACE_ACTIVE|The operation cannot be performed because the device interface is currently active.
800F021C|SPAPI_E_DEVICE_INTERFACE_REMOVED|The operation cannot be performed because the device interface has been removed from the system.
800F021D|SPAPI_E_BAD_INTERFACE_INSTALLSECT|An interface installation section in this INF is invalid.
800F021E|SPAPI_E_NO_SUCH_INTERFACE_CLASS|This interface class does not exist in the system.
800F021F|SPAPI_E_INVALID_REFERENCE_STRING|The reference string supplied for this interface device is invalid.
800F0220|SPAPI_E_INVALID_MACHINENAME|The specified machine name does not conform to Universal Naming Convention (UNCs).
800F0221|SPAPI_E_REMOTE_COMM_FAILURE|A general remote communication error occurred.
800F0222|SPAPI_E_MACHINE_UNAVAILABLE|The machine selected for remote communication is not available at this time.
800F0223|SPAPI_E_NO_CONFIGMGR_SERVICES|The Plug and Play service is not available on the remote machine.
800F0224|SPAPI_E_INVALID_PROPPAGE_PROVIDER|The property page provider registry entry is invalid.
800F0225|SPAPI_E_NO_SUCH_DEVICE_INTERFACE|The requested device interface is not present in the system.
800F0226|SPAPI_E_DI_POSTPROCESSING_REQUIRED|The device's co-installer has additional work to perform after installation is complete.
800F0227|SPAPI_E_INVALID_COINSTALLER|The device's co-installer is invalid.
800F0228|SPAPI_E_NO_COMPAT_DRIVERS|There are no compatible drivers for this device.
800F0229|SPAPI_E_NO_DEVICE_ICON|There is no icon that represents this device or device type.
800F022A|SPAPI_E_INVALID_INF_LOGCONFIG|A logical configuration specified in this INF is invalid.
800F022B|SPAPI_E_DI_DONT_INSTALL|The class installer has denied the request to install or upgrade this device.
800F022C|SPAPI_E_INVALID_FILTER_DRIVER|One of the filter drivers installed for this device is invalid.
800F022D|SPAPI_E_NON_WINDOWS_NT_DRIVER|The driver selected for this device does not support Windows XP.
800F022E|SPAPI_E_NON_WINDOWS_DRIVER|The driver selected for this device does not support Windows.
800F022F|SPAPI_E_NO_CATALOG_FOR_OEM_INF|The third-party INF does not contain digital signature information.
800F0230|SPAPI_E_DEVINSTALL_QUEUE_NONNATIVE|An invalid attempt was made to use a device installation file queue for verification of digital signatures relative to other platforms.
800F0231|SPAPI_E_NOT_DISABLEABLE|The device cannot be disabled.
800F0232|SPAPI_E_CANT_REMOVE_DEVINST|The device could not be dynamically removed.
800F0233|SPAPI_E_INVALID_TARGET|Cannot copy to specified target.
800F0234|SPAPI_E_DRIVER_NONNATIVE|Driver is not intended for this platform.
800F0235|SPAPI_E_IN_WOW64|Operation not allowed in WOW64.
800F0236|SPAPI_E_SET_SYSTEM_RESTORE_POINT|The operation involving unsigned file copying was rolled back, so that a system restore point could be set.
800F0237|SPAPI_E_INCORRECTLY_COPIED_INF|An INF was copied into the Windows INF directory in an improper manner.
800F0238|SPAPI_E_SCE_DISABLED|The Security Configuration Editor (SCE) APIs have been disabled on this embedded product.
800F0239|SPAPI_E_UNKNOWN_EXCEPTION|An unknown exception was encountered.
800F023A|SPAPI_E_PNP_REGISTRY_ERROR|A problem was encountered when accessing the Plug and Play registry database.
800F023B|SPAPI_E_REMOTE_REQUEST_UNSUPPORTED|The requested operation is not supported for a remote machine.
800F023C|SPAPI_E_NOT_AN_INSTALLED_OEM_INF|The specified file is not an installed original equipment manufacturer (OEM) INF.
800F023D|SPAPI_E_INF_IN_USE_BY_DEVICES|One or more devices are presently installed using the specified INF.
800F023E|SPAPI_E_DI_FUNCTION_OBSOLETE|The requested device install operation is obsolete.
800F023F|SPAPI_E_NO_AUTHENTICODE_CATALOG|A file could not be verified because it does not have an associated catalog signed via Authenticode.
800F0240|SPAPI_E_AUTHENTICODE_DISALLOWED|Authenticode signature verification is not supported for the specified INF.
800F0241|SPAPI_E_AUTHENTICODE_TRUSTED_PUBLISHER|The INF was signed with an Authenticode catalog from a trusted publisher.
800F0242|SPAPI_E_AUTHENTICODE_TRUST_NOT_ESTABLISHED|The publisher of an Authenticode-signed catalog has not yet been established as trusted.
800F0243|SPAPI_E_AUTHENTICODE_PUBLISHER_NOT_TRUSTED|The publisher of an Authenticode-signed catalog was not established as trusted.
800F0244|SPAPI_E_SIGNATURE_OSATTRIBUTE_MISMATCH|The software was tested for compliance with Windows logo requirements on a different version of Windows and may not be compatible with this version.
800F0245|SPAPI_E_ONLY_VALIDATE_VIA_AUTHENTICODE|The file may be validated only by a catalog signed via Authenticode.
800F0246|SPAPI_E_DEVICE_INSTALLER_NOT_READY|One of the installers for this device cannot perform the installation at this time.
800F0247|SPAPI_E_DRIVER_STORE_ADD_FAILED|A problem was encountered while attempting to add the driver to the store.
800F0248|SPAPI_E_DEVICE_INSTALL_BLOCKED|The installation of this device is forbidden by system policy. Contact your system administrator.
800F0249|SPAPI_E_DRIVER_INSTALL_BLOCKED|The installation of this driver is forbidden by system policy. Contact your system administrator.
800F024A|SPAPI_E_WRONG_INF_TYPE|The specified INF is the wrong type for this operation.
800F024B|SPAPI_E_FILE_HASH_NOT_IN_CATALOG|The hash for the file is not present in the specified catalog file. The file is likely corrupt or the victim of tampering.
800F024C|SPAPI_E_DRIVER_STORE_DELETE_FAILED|A problem was encountered while attempting to delete the driver from the store.
800F0300|SPAPI_E_UNRECOVERABLE_STACK_OVERFLOW|An unrecoverable stack overflow was encountered.
800F1000|SPAPI_E_ERROR_NOT_INSTALLED|No installed components were detected.
80100001|SCARD_F_INTERNAL_ERROR|An internal consistency check failed.
80100002|SCARD_E_CANCELLED|The action was canceled by an SCardCancel request.
80100003|SCARD_E_INVALID_HANDLE|The supplied handle was invalid.
80100004|SCARD_E_INVALID_PARAMETER|One or more of the supplied parameters could not be properly interpreted.
80100005|SCARD_E_INVALID_TARGET|Registry startup information is missing or invalid.
80100006|SCARD_E_NO_MEMORY|Not enough memory available to complete this command.
80100007|SCARD_F_WAITED_TOO_LONG|An internal consistency timer has expired.
80100008|SCARD_E_INSUFFICIENT_BUFFER|The data buffer to receive returned data is too small for the returned data.
80100009|SCARD_E_UNKNOWN_READER|The specified reader name is not recognized.
8010000A|SCARD_E_TIMEOUT|The user-specified time-out value has expired.
8010000B|SCARD_E_SHARING_VIOLATION|The smart card cannot be accessed because of other connections outstanding.
8010000C|SCARD_E_NO_SMARTCARD|The operation requires a smart card, but no smart card is currently in the device.
8010000D|SCARD_E_UNKNOWN_CARD|The specified smart card name is not recognized.
8010000E|SCARD_E_CANT_DISPOSE|The system could not dispose of the media in the requested manner.
8010000F|SCARD_E_PROTO_MISMATCH|The requested protocols are incompatible with the protocol currently in use with the smart card.
80100010|SCARD_E_NOT_READY|The reader or smart card is not ready to accept commands.
80100011|SCARD_E_INVALID_VALUE|One or more of the supplied parameters values could not be properly interpreted.
80100012|SCARD_E_SYSTEM_CANCELLED|The action was canceled by the system, presumably to log off or shut down.
80100013|SCARD_F_COMM_ERROR|An internal communications error has been detected.
80100014|SCARD_F_UNKNOWN_ERROR|An internal error has been detected, but the source is unknown.
80100015|SCARD_E_INVALID_ATR|An automatic terminal recognition (ATR) obtained from the registry is not a valid ATR string.
80100016|SCARD_E_NOT_TRANSACTED|An attempt was made to end a nonexistent transaction.
80100017|SCARD_E_READER_UNAVAILABLE|The specified reader is not currently available for use.
80100018|SCARD_P_SHUTDOWN|The operation has been aborted to allow the server application to exit.
80100019|SCARD_E_PCI_TOO_SMALL|The peripheral component interconnect (PCI) Receive buffer was too small.
8010001A|SCARD_E_READER_UNSUPPORTED|The reader driver does not meet minimal requirements for support.
8010001B|SCARD_E_DUPLICATE_READER|The reader driver did not produce a unique reader name.
8010001C|SCARD_E_CARD_UNSUPPORTED|The smart card does not meet minimal requirements for support.
8010001D|SCARD_E_NO_SERVICE|The smart card resource manager is not running.
8010001E|SCARD_E_SERVICE_STOPPED|The smart card resource manager has shut down.
8010001F|SCARD_E_UNEXPECTED|An unexpected card error has occurred.
80100020|SCARD_E_ICC_INSTALLATION|No primary provider can be found for the smart card.
80100021|SCARD_E_ICC_CREATEORDER|The requested order of object creation is not supported.
80100022|SCARD_E_UNSUPPORTED_FEATURE|This smart card does not support the requested feature.
80100023|SCARD_E_DIR_NOT_FOUND|The identified directory does not exist in the smart card.
80100024|SCARD_E_FILE_NOT_FOUND|The identified file does not exist in the smart card.
80100025|SCARD_E_NO_DIR|The supplied path does not represent a smart card directory.
80100026|SCARD_E_NO_FILE|The supplied path does not represent a smart card file.
80100027|SCARD_E_NO_ACCESS|Access is denied to this file.
80100028|SCARD_E_WRITE_TOO_MANY|The smart card does not have enough memory to store the information.
80100029|SCARD_E_BAD_SEEK|There was an error trying to set the smart card file object pointer.
8010002A|SCARD_E_INVALID_CHV|The supplied PIN is incorrect.
8010002B|SCARD_E_UNKNOWN_RES_MNG|An unrecognized error code was returned from a layered component.
8010002C|SCARD_E_NO_SUCH_CERTIFICATE|The requested certificate does not exist.
8010002D|SCARD_E_CERTIFICATE_UNAVAILABLE|The requested certificate could not be obtained.
8010002E|SCARD_E_NO_READERS_AVAILABLE|Cannot find a smart card reader.
8010002F|SCARD_E_COMM_DATA_LOST|A communications error with the smart card has been detected. Retry the operation.
80100030|SCARD_E_NO_KEY_CONTAINER|The requested key container does not exist on the smart card.
80100031|SCARD_E_SERVER_TOO_BUSY|The smart card resource manager is too busy to complete this operation.
80100032|SCARD_E_PIN_CACHE_EXPIRED|
80100033|SCARD_E_NO_PIN_CACHE|
80100034|SCARD_E_READ_ONLY_CARD|
80100065|SCARD_W_UNSUPPORTED_CARD|The reader cannot communicate with the smart card, due to ATR configuration conflicts.
80100066|SCARD_W_UNRESPONSIVE_CARD|The smart card is not responding to a reset.
80100067|SCARD_W_UNPOWERED_CARD|Power has been removed from the smart card, so that further communication is not possible.
80100068|SCARD_W_RESET_CARD|The smart card has been reset, so any shared state information is invalid.
80100069|SCARD_W_REMOVED_CARD|The smart card has been removed, so that further communication is not possible.
8010006A|SCARD_W_SECURITY_VIOLATION|Access was denied because of a security violation.
8010006B|SCARD_W_WRONG_CHV|The card cannot be accessed because the wrong PIN was presented.
8010006C|SCARD_W_CHV_BLOCKED|The card cannot be accessed because the maximum number of PIN entry attempts has been reached.
8010006D|SCARD_W_EOF|The end of the smart card file has been reached.
8010006E|SCARD_W_CANCELLED_BY_USER|The action was canceled by the user.
8010006F|SCARD_W_CARD_NOT_AUTHENTICATED|No PIN was presented to the smart card.
80100070|SCARD_W_CACHE_ITEM_NOT_FOUND|
80100071|SCARD_W_CACHE_ITEM_STALE|
80100072|SCARD_W_CACHE_ITEM_TOO_BIG|
80110401|COMADMIN_E_OBJECTERRORS|Errors occurred accessing one or more objects-the ErrorInfo collection may have more detail.
80110402|COMADMIN_E_OBJECTINVALID|One or more of the object's properties are missing or invalid.
80110403|COMADMIN_E_KEYMISSING|The object was not found in the catalog.
80110404|COMADMIN_E_ALREADYINSTALLED|The object is already registered.
80110407|COMADMIN_E_APP_FILE_WRITEFAIL|An error occurred writing to the application file.
80110408|COMADMIN_E_APP_FILE_READFAIL|An error occurred reading the application file.
80110409|COMADMIN_E_APP_FILE_VERSION|Invalid version number in application file.
8011040A|COMADMIN_E_BADPATH|The file path is invalid.
8011040B|COMADMIN_E_APPLICATIONEXISTS|The application is already installed.
8011040C|COMADMIN_E_ROLEEXISTS|The role already exists.
8011040D|COMADMIN_E_CANTCOPYFILE|An error occurred copying the file.
8011040F|COMADMIN_E_NOUSER|One or more users are not valid.
80110410|COMADMIN_E_INVALIDUSERIDS|One or more users in the application file are not valid.
80110411|COMADMIN_E_NOREGISTRYCLSID|The component's CLSID is missing or corrupt.
80110412|COMADMIN_E_BADREGISTRYPROGID|The component's programmatic ID is missing or corrupt.
80110413|COMADMIN_E_AUTHENTICATIONLEVEL|Unable to set required authentication level for update request.
80110414|COMADMIN_E_USERPASSWDNOTVALID|The identity or password set on the application is not valid.
80110418|COMADMIN_E_CLSIDORIIDMISMATCH|Application file CLSIDs or instance identifiers (IIDs) do not match corresponding DLLs.
80110419|COMADMIN_E_REMOTEINTERFACE|Interface information is either missing or changed.
8011041A|COMADMIN_E_DLLREGISTERSERVER|DllRegisterServer failed on component install.
8011041B|COMADMIN_E_NOSERVERSHARE|No server file share available.
8011041D|COMADMIN_E_DLLLOADFAILED|DLL could not be loaded.
8011041E|COMADMIN_E_BADREGISTRYLIBID|The registered TypeLib ID is not valid.
8011041F|COMADMIN_E_APPDIRNOTFOUND|Application install directory not found.
80110423|COMADMIN_E_REGISTRARFAILED|Errors occurred while in the component registrar.
80110424|COMADMIN_E_COMPFILE_DOESNOTEXIST|The file does not exist.
80110425|COMADMIN_E_COMPFILE_LOADDLLFAIL|The DLL could not be loaded.
80110426|COMADMIN_E_COMPFILE_GETCLASSOBJ|GetClassObject failed in the DLL.
80110427|COMADMIN_E_COMPFILE_CLASSNOTAVAIL|The DLL does not support the components listed in the TypeLib.
80110428|COMADMIN_E_COMPFILE_BADTLB|The TypeLib could not be loaded.
80110429|COMADMIN_E_COMPFILE_NOTINSTALLABLE|The file does not contain components or component information.
8011042A|COMADMIN_E_NOTCHANGEABLE|Changes to this object and its subobjects have been disabled.
8011042B|COMADMIN_E_NOTDELETEABLE|The delete function has been disabled for this object.
8011042C|COMADMIN_E_SESSION|The server catalog version is not supported.
8011042D|COMADMIN_E_COMP_MOVE_LOCKED|The component move was disallowed because the source or destination application is either a system application or currently locked against changes.
8011042E|COMADMIN_E_COMP_MOVE_BAD_DEST|The component move failed because the destination application no longer exists.
80110430|COMADMIN_E_REGISTERTLB|The system was unable to register the TypeLib.
80110433|COMADMIN_E_SYSTEMAPP|This operation cannot be performed on the system application.
80110434|COMADMIN_E_COMPFILE_NOREGISTRAR|The component registrar referenced in this file is not available.
80110435|COMADMIN_E_COREQCOMPINSTALLED|A component in the same DLL is already installed.
80110436|COMADMIN_E_SERVICENOTINSTALLED|The service is not installed.
80110437|COMADMIN_E_PROPERTYSAVEFAILED|One or more property settings are either invalid or in conflict with each other.
80110438|COMADMIN_E_OBJECTEXISTS|The object you are attempting to add or rename already exists.
80110439|COMADMIN_E_COMPONENTEXISTS|The component already exists.
8011043B|COMADMIN_E_REGFILE_CORRUPT|The registration file is corrupt.
8011043C|COMADMIN_E_PROPERTY_OVERFLOW|The property value is too large.
8011043E|COMADMIN_E_NOTINREGISTRY|Object was not found in registry.
8011043F|COMADMIN_E_OBJECTNOTPOOLABLE|This object cannot be pooled.
80110446|COMADMIN_E_APPLID_MATCHES_CLSID|A CLSID with the same GUID as the new application ID is already installed on this machine.
80110447|COMADMIN_E_ROLE_DOES_NOT_EXIST|A role assigned to a component, interface, or method did not exist in the application.
80110448|COMADMIN_E_START_APP_NEEDS_COMPONENTS|You must have components in an application to start the application.
80110449|COMADMIN_E_REQUIRES_DIFFERENT_PLATFORM|This operation is not enabled on this platform.
8011044A|COMADMIN_E_CAN_NOT_EXPORT_APP_PROXY|Application proxy is not exportable.
8011044B|COMADMIN_E_CAN_NOT_START_APP|Failed to start application because it is either a library application or an application proxy.
8011044C|COMADMIN_E_CAN_NOT_EXPORT_SYS_APP|System application is not exportable.
8011044D|COMADMIN_E_CANT_SUBSCRIBE_TO_COMPONENT|Cannot subscribe to this component (the component may have been imported).
8011044E|COMADMIN_E_EVENTCLASS_CANT_BE_SUBSCRIBER|An event class cannot also be a subscriber component.
8011044F|COMADMIN_E_LIB_APP_PROXY_INCOMPATIBLE|Library applications and application proxies are incompatible.
80110450|COMADMIN_E_BASE_PARTITION_ONLY|This function is valid for the base partition only.
80110451|COMADMIN_E_START_APP_DISABLED|You cannot start an application that has been disabled.
80110457|COMADMIN_E_CAT_DUPLICATE_PARTITION_NAME|The specified partition name is already in use on this computer.
80110458|COMADMIN_E_CAT_INVALID_PARTITION_NAME|The specified partition name is invalid. Check that the name contains at least one visible character.
80110459|COMADMIN_E_CAT_PARTITION_IN_USE|The partition cannot be deleted because it is the default partition for one or more users.
8011045A|COMADMIN_E_FILE_PARTITION_DUPLICATE_FILES|The partition cannot be exported because one or more components in the partition have the same file name.
8011045B|COMADMIN_E_CAT_IMPORTED_COMPONENTS_NOT_ALLOWED|Applications that contain one or more imported components cannot be installed into a nonbase partition.
8011045C|COMADMIN_E_AMBIGUOUS_APPLICATION_NAME|The application name is not unique and cannot be resolved to an application ID.
8011045D|COMADMIN_E_AMBIGUOUS_PARTITION_NAME|The partition name is not unique and cannot be resolved to a partition ID.
80110472|COMADMIN_E_REGDB_NOTINITIALIZED|The COM+ registry database has not been initialized.
80110473|COMADMIN_E_REGDB_NOTOPEN|The COM+ registry database is not open.
80110474|COMADMIN_E_REGDB_SYSTEMERR|The COM+ registry database detected a system error.
80110475|COMADMIN_E_REGDB_ALREADYRUNNING|The COM+ registry database is already running.
80110480|COMADMIN_E_MIG_VERSIONNOTSUPPORTED|This version of the COM+ registry database cannot be migrated.
80110481|COMADMIN_E_MIG_SCHEMANOTFOUND|The schema version to be migrated could not be found in the COM+ registry database.
80110482|COMADMIN_E_CAT_BITNESSMISMATCH|There was a type mismatch between binaries.
80110483|COMADMIN_E_CAT_UNACCEPTABLEBITNESS|A binary of unknown or invalid type was provided.
80110484|COMADMIN_E_CAT_WRONGAPPBITNESS|There was a type mismatch between a binary and an application.
80110485|COMADMIN_E_CAT_PAUSE_RESUME_NOT_SUPPORTED|The application cannot be paused or resumed.
80110486|COMADMIN_E_CAT_SERVERFAULT|The COM+ catalog server threw an exception during execution.
80110600|COMQC_E_APPLICATION_NOT_QUEUED|Only COM+ applications marked "queued" can be invoked using the "queue" moniker.
80110601|COMQC_E_NO_QUEUEABLE_INTERFACES|At least one interface must be marked "queued" to create a queued component instance with the "queue" moniker.
80110602|COMQC_E_QUEUING_SERVICE_NOT_AVAILABLE|Message Queuing is required for the requested operation and is not installed.
80110603|COMQC_E_NO_IPERSISTSTREAM|Unable to marshal an interface that does not support IPersistStream.
80110604|COMQC_E_BAD_MESSAGE|The message is improperly formatted or was damaged in transit.
80110605|COMQC_E_UNAUTHENTICATED|An unauthenticated message was received by an application that accepts only authenticated messages.
80110606|COMQC_E_UNTRUSTED_ENQUEUER|The message was requeued or moved by a user not in the QC Trusted User "role".
80110701|MSDTC_E_DUPLICATE_RESOURCE|Cannot create a duplicate resource of type Distributed Transaction Coordinator.
80110808|COMADMIN_E_OBJECT_PARENT_MISSING|One of the objects being inserted or updated does not belong to a valid parent collection.
80110809|COMADMIN_E_OBJECT_DOES_NOT_EXIST|One of the specified objects cannot be found.
8011080A|COMADMIN_E_APP_NOT_RUNNING|The specified application is not currently running.
8011080B|COMADMIN_E_INVALID_PARTITION|The partitions specified are not valid.
8011080D|COMADMIN_E_SVCAPP_NOT_POOLABLE_OR_RECYCLABLE|COM+ applications that run as Windows NT service may not be pooled or recycled.
8011080E|COMADMIN_E_USER_IN_SET|One or more users are already assigned to a local partition set.
8011080F|COMADMIN_E_CANTRECYCLELIBRARYAPPS|Library applications may not be recycled.
80110811|COMADMIN_E_CANTRECYCLESERVICEAPPS|Applications running as Windows NT services may not be recycled.
80110812|COMADMIN_E_PROCESSALREADYRECYCLED|The process has already been recycled.
80110813|COMADMIN_E_PAUSEDPROCESSMAYNOTBERECYCLED|A paused process may not be recycled.
80110814|COMADMIN_E_CANTMAKEINPROCSERVICE|Library applications may not be Windows NT services.
80110815|COMADMIN_E_PROGIDINUSEBYCLSID|The ProgID provided to the copy operation is invalid. The ProgID is in use by another registered CLSID.
80110816|COMADMIN_E_DEFAULT_PARTITION_NOT_IN_SET|The partition specified as the default is not a member of the partition set.
80110817|COMADMIN_E_RECYCLEDPROCESSMAYNOTBEPAUSED|A recycled process may not be paused.
80110818|COMADMIN_E_PARTITION_ACCESSDENIED|Access to the specified partition is denied.
80110819|COMADMIN_E_PARTITION_MSI_ONLY|Only application files (*.msi files) can be installed into partitions.
8011081A|COMADMIN_E_LEGACYCOMPS_NOT_ALLOWED_IN_1_0_FORMAT|Applications containing one or more legacy components may not be exported to 1.0 format.
8011081B|COMADMIN_E_LEGACYCOMPS_NOT_ALLOWED_IN_NONBASE_PARTITIONS|Legacy components may not exist in nonbase partitions.
8011081C|COMADMIN_E_COMP_MOVE_SOURCE|A component cannot be moved (or copied) from the System Application, an application proxy, or a nonchangeable application.
8011081D|COMADMIN_E_COMP_MOVE_DEST|A component cannot be moved (or copied) to the System Application, an application proxy or a nonchangeable application.
8011081E|COMADMIN_E_COMP_MOVE_PRIVATE|A private component cannot be moved (or copied) to a library application or to the base partition.
8011081F|COMADMIN_E_BASEPARTITION_REQUIRED_IN_SET|The Base Application Partition exists in all partition sets and cannot be removed.
80110820|COMADMIN_E_CANNOT_ALIAS_EVENTCLASS|Alas, Event Class components cannot be aliased.
80110821|COMADMIN_E_PRIVATE_ACCESSDENIED|Access is denied because the component is private.
80110822|COMADMIN_E_SAFERINVALID|The specified SAFER level is invalid.
80110823|COMADMIN_E_REGISTRY_ACCESSDENIED|The specified user cannot write to the system registry.
80110824|COMADMIN_E_PARTITIONS_DISABLED|COM+ partitions are currently disabled.
801F0001|ERROR_FLT_NO_HANDLER_DEFINED|A handler was not defined by the filter for this operation.
801F0002|ERROR_FLT_CONTEXT_ALREADY_DEFINED|A context is already defined for this object.
801F0003|ERROR_FLT_INVALID_ASYNCHRONOUS_REQUEST|Asynchronous requests are not valid for this operation.
801F0004|ERROR_FLT_DISALLOW_FAST_IO|Disallow the Fast IO path for this operation.
801F0005|ERROR_FLT_INVALID_NAME_REQUEST|An invalid name request was made. The name requested cannot be retrieved at this time.
801F0006|ERROR_FLT_NOT_SAFE_TO_POST_OPERATION|Posting this operation to a worker thread for further processing is not safe at this time because it could lead to a system deadlock.
801F0007|ERROR_FLT_NOT_INITIALIZED|The Filter Manager was not initialized when a filter tried to register. Be sure that the Filter Manager is being loaded as a driver.
801F0008|ERROR_FLT_FILTER_NOT_READY|The filter is not ready for attachment to volumes because it has not finished initializing (FltStartFiltering has not been called).
801F0009|ERROR_FLT_POST_OPERATION_CLEANUP|The filter must clean up any operation-specific context at this time because it is being removed from the system before the operation is completed by the lower drivers.
801F000A|ERROR_FLT_INTERNAL_ERROR|The Filter Manager had an internal error from which it cannot recover; therefore, the operation has been failed. This is usually the result of a filter returning an invalid value from a preoperation callback.
801F000B|ERROR_FLT_DELETING_OBJECT|The object specified for this action is in the process of being deleted; therefore, the action requested cannot be completed at this time.
801F000C|ERROR_FLT_MUST_BE_NONPAGED_POOL|Nonpaged pool must be used for this type of context.
801F000D|ERROR_FLT_DUPLICATE_ENTRY|A duplicate handler definition has been provided for an operation.
801F000E|ERROR_FLT_CBDQ_DISABLED|The callback data queue has been disabled.
801F000F|ERROR_FLT_DO_NOT_ATTACH|Do not attach the filter to the volume at this time.
801F0010|ERROR_FLT_DO_NOT_DETACH|Do not detach the filter from the volume at this time.
801F0011|ERROR_FLT_INSTANCE_ALTITUDE_COLLISION|An instance already exists at this altitude on the volume specified.
801F0012|ERROR_FLT_INSTANCE_NAME_COLLISION|An instance already exists with this name on the volume specified.
801F0013|ERROR_FLT_FILTER_NOT_FOUND|The system could not find the filter specified.
801F0014|ERROR_FLT_VOLUME_NOT_FOUND|The system could not find the volume specified.
801F0015|ERROR_FLT_INSTANCE_NOT_FOUND|The system could not find the instance specified.
801F0016|ERROR_FLT_CONTEXT_ALLOCATION_NOT_FOUND|No registered context allocation definition was found for the given request.
801F0017|ERROR_FLT_INVALID_CONTEXT_REGISTRATION|An invalid parameter was specified during context registration.
801F0018|ERROR_FLT_NAME_CACHE_MISS|The name requested was not found in the Filter Manager name cache and could not be retrieved from the file system.
801F0019|ERROR_FLT_NO_DEVICE_OBJECT|The requested device object does not exist for the given volume.
801F001A|ERROR_FLT_VOLUME_ALREADY_MOUNTED|The specified volume is already mounted.
801F001B|ERROR_FLT_ALREADY_ENLISTED|The specified Transaction Context is already enlisted in a transaction.
801F001C|ERROR_FLT_CONTEXT_ALREADY_LINKED|The specified context is already attached to another object.
801F0020|ERROR_FLT_NO_WAITER_FOR_REPLY|No waiter is present for the filter's reply to this message.
801F0023|ERROR_FLT_REGISTRATION_BUSY|
80260001|ERROR_HUNG_DISPLAY_DRIVER_THREAD|{Display Driver Stopped Responding}  The %hs display driver has stopped working normally. Save your work and reboot the system to restore full display functionality. The next time you reboot the machine a dialog will be displayed giving you a chance to report this failure to Microsoft.
80261001|ERROR_MONITOR_NO_DESCRIPTOR|Monitor descriptor could not be obtained.
80261002|ERROR_MONITOR_UNKNOWN_DESCRIPTOR_FORMAT|Format of the obtained monitor descriptor is not supported by this release.
80263001|DWM_E_COMPOSITIONDISABLED|{Desktop Composition is Disabled}  The operation could not be completed because desktop composition is disabled.
80263002|DWM_E_REMOTING_NOT_SUPPORTED|{Some Desktop Composition APIs Are Not Supported While Remoting}  Some desktop composition APIs are not supported while remoting. The operation is not supported while running in a remote session.
80263003|DWM_E_NO_REDIRECTION_SURFACE_AVAILABLE|{No DWM Redirection Surface is Available}  The Desktop Window Manager (DWM) was unable to provide a redirection surface to complete the DirectX present.
80263004|DWM_E_NOT_QUEUING_PRESENTS|{DWM Is Not Queuing Presents for the Specified Window}  The window specified is not currently using queued presents.
80263005|DWM_E_ADAPTER_NOT_FOUND|
80263007|DWM_E_TEXTURE_TOO_LARGE|
80270001|NAP_E_INVALID_PACKET|
80270002|NAP_E_MISSING_SOH|
80270003|NAP_E_CONFLICTING_ID|
80270004|NAP_E_NO_CACHED_SOH|
80270005|NAP_E_STILL_BOUND|
80270006|NAP_E_NOT_REGISTERED|
80270007|NAP_E_NOT_INITIALIZED|
80270008|NAP_E_MISMATCHED_ID|
80270009|NAP_E_NOT_PENDING|
8027000A|NAP_E_ID_NOT_FOUND|
8027000B|NAP_E_MAXSIZE_TOO_SMALL|
8027000C|NAP_E_SERVICE_NOT_RUNNING|
8027000E|NAP_E_ENTITY_DISABLED|
8027000F|NAP_E_NETSH_GROUPPOLICY_ERROR|
80270010|NAP_E_TOO_MANY_CALLS|
80270011|NAP_E_SHV_CONFIG_EXISTED|
80270012|NAP_E_SHV_CONFIG_NOT_FOUND|
80270013|NAP_E_SHV_TIMEOUT|
80270220|FA_E_MAX_PERSISTED_ITEMS_REACHED|
80270222|FA_E_HOMEGROUP_NOT_AVAILABLE|
80270250|E_MONITOR_RESOLUTION_TOO_LOW|
80270251|E_ELEVATED_ACTIVATION_NOT_SUPPORTED|
80270252|E_UAC_DISABLED|
80270253|E_FULL_ADMIN_NOT_SUPPORTED|
80270254|E_APPLICATION_NOT_REGISTERED|
80270255|E_MULTIPLE_EXTENSIONS_FOR_APPLICATION|
80270256|E_MULTIPLE_PACKAGES_FOR_FAMILY|
80270257|E_APPLICATION_MANAGER_NOT_RUNNING|
8027025A|E_APPLICATION_ACTIVATION_TIMED_OUT|
8027025B|E_APPLICATION_ACTIVATION_EXEC_FAILURE|
8027025C|E_APPLICATION_TEMPORARY_LICENSE_ERROR|
8027025D|E_APPLICATION_TRIAL_LICENSE_EXPIRED|
80270260|E_SKYDRIVE_ROOT_TARGET_FILE_SYSTEM_NOT_SUPPORTED|
80270261|E_SKYDRIVE_ROOT_TARGET_OVERLAP|
80270262|E_SKYDRIVE_ROOT_TARGET_CANNOT_INDEX|
80270263|E_SKYDRIVE_FILE_NOT_UPLOADED|
80270264|E_SKYDRIVE_UPDATE_AVAILABILITY_FAIL|
80270265|E_SKYDRIVE_ROOT_TARGET_VOLUME_ROOT_NOT_SUPPORTED|
80280001|TPM_E_AUTHFAIL|Authentication failed.
80280002|TPM_E_BADINDEX|The index to a Platform Configuration Register (PCR), DIR, or other register is incorrect.
80280003|TPM_E_BAD_PARAMETER|One or more parameters are bad.
80280004|TPM_E_AUDITFAILURE|An operation completed successfully but the auditing of that operation failed.
80280005|TPM_E_CLEAR_DISABLED|The clear disable flag is set and all clear operations now require physical access.
80280006|TPM_E_DEACTIVATED|The TPM is deactivated.
80280007|TPM_E_DISABLED|The TPM is disabled.
80280008|TPM_E_DISABLED_CMD|The target command has been disabled.
80280009|TPM_E_FAIL|The operation failed.
8028000A|TPM_E_BAD_ORDINAL|The ordinal was unknown or inconsistent.
8028000B|TPM_E_INSTALL_DISABLED|The ability to install an owner is disabled.
8028000C|TPM_E_INVALID_KEYHANDLE|The key handle cannot be interpreted.
8028000D|TPM_E_KEYNOTFOUND|The key handle points to an invalid key.
8028000E|TPM_E_INAPPROPRIATE_ENC|Unacceptable encryption scheme.
8028000F|TPM_E_MIGRATEFAIL|Migration authorization failed.
80280010|TPM_E_INVALID_PCR_INFO|PCR information could not be interpreted.
80280011|TPM_E_NOSPACE|No room to load key.
80280012|TPM_E_NOSRK|There is no storage root key (SRK) set.
80280013|TPM_E_NOTSEALED_BLOB|An encrypted blob is invalid or was not created by this TPM.
80280014|TPM_E_OWNER_SET|There is already an owner.
80280015|TPM_E_RESOURCES|The TPM has insufficient internal resources to perform the requested action.
80280016|TPM_E_SHORTRANDOM|A random string was too short.
80280017|TPM_E_SIZE|The TPM does not have the space to perform the operation.
80280018|TPM_E_WRONGPCRVAL|The named PCR value does not match the current PCR value.
80280019|TPM_E_BAD_PARAM_SIZE|The paramSize argument to the command has the incorrect value.
8028001A|TPM_E_SHA_THREAD|There is no existing SHA-1 thread.
8028001B|TPM_E_SHA_ERROR|The calculation is unable to proceed because the existing SHA-1 thread has already encountered an error.
8028001C|TPM_E_FAILEDSELFTEST|Self-test has failed and the TPM has shut down.
8028001D|TPM_E_AUTH2FAIL|The authorization for the second key in a two-key function failed authorization.
8028001E|TPM_E_BADTAG|The tag value sent to for a command is invalid.
8028001F|TPM_E_IOERROR|An I/O error occurred transmitting information to the TPM.
80280020|TPM_E_ENCRYPT_ERROR|The encryption process had a problem.
80280021|TPM_E_DECRYPT_ERROR|The decryption process did not complete.
80280022|TPM_E_INVALID_AUTHHANDLE|An invalid handle was used.
80280023|TPM_E_NO_ENDORSEMENT|The TPM does not have an endorsement key (EK) installed.
80280024|TPM_E_INVALID_KEYUSAGE|The usage of a key is not allowed.
80280025|TPM_E_WRONG_ENTITYTYPE|The submitted entity type is not allowed.
80280026|TPM_E_INVALID_POSTINIT|The command was received in the wrong sequence relative to TPM_Init and a subsequent TPM_Startup.
80280027|TPM_E_INAPPROPRIATE_SIG|Signed data cannot include additional DER information.
80280028|TPM_E_BAD_KEY_PROPERTY|The key properties in TPM_KEY_PARMs are not supported by this TPM.
80280029|TPM_E_BAD_MIGRATION|The migration properties of this key are incorrect.
8028002A|TPM_E_BAD_SCHEME|The signature or encryption scheme for this key is incorrect or not permitted in this situation.
8028002B|TPM_E_BAD_DATASIZE|The size of the data (or blob) parameter is bad or inconsistent with the referenced key.
8028002C|TPM_E_BAD_MODE|A mode parameter is bad, such as capArea or subCapArea for TPM_GetCapability, physicalPresence parameter for TPM_PhysicalPresence, or migrationType for TPM_CreateMigrationBlob.
8028002D|TPM_E_BAD_PRESENCE|Either the physicalPresence or physicalPresenceLock bits have the wrong value.
8028002E|TPM_E_BAD_VERSION|The TPM cannot perform this version of the capability.
8028002F|TPM_E_NO_WRAP_TRANSPORT|The TPM does not allow for wrapped transport sessions.
80280030|TPM_E_AUDITFAIL_UNSUCCESSFUL|TPM audit construction failed and the underlying command was returning a failure code also.
80280031|TPM_E_AUDITFAIL_SUCCESSFUL|TPM audit construction failed and the underlying command was returning success.
80280032|TPM_E_NOTRESETABLE|Attempt to reset a PCR that does not have the resettable attribute.
80280033|TPM_E_NOTLOCAL|Attempt to reset a PCR register that requires locality and the locality modifier not part of command transport.
80280034|TPM_E_BAD_TYPE|Make identity blob not properly typed.
80280035|TPM_E_INVALID_RESOURCE|When saving context identified resource type does not match actual resource.
80280036|TPM_E_NOTFIPS|The TPM is attempting to execute a command only available when in Federal Information Processing Standards (FIPS) mode.
80280037|TPM_E_INVALID_FAMILY|The command is attempting to use an invalid family ID.
80280038|TPM_E_NO_NV_PERMISSION|The permission to manipulate the NV storage is not available.
80280039|TPM_E_REQUIRES_SIGN|The operation requires a signed command.
8028003A|TPM_E_KEY_NOTSUPPORTED|Wrong operation to load an NV key.
8028003B|TPM_E_AUTH_CONFLICT|NV_LoadKey blob requires both owner and blob authorization.
8028003C|TPM_E_AREA_LOCKED|The NV area is locked and not writable.
8028003D|TPM_E_BAD_LOCALITY|The locality is incorrect for the attempted operation.
8028003E|TPM_E_READ_ONLY|The NV area is read-only and cannot be written to.
8028003F|TPM_E_PER_NOWRITE|There is no protection on the write to the NV area.
80280040|TPM_E_FAMILYCOUNT|The family count value does not match.
80280041|TPM_E_WRITE_LOCKED|The NV area has already been written to.
80280042|TPM_E_BAD_ATTRIBUTES|The NV area attributes conflict.
80280043|TPM_E_INVALID_STRUCTURE|The structure tag and version are invalid or inconsistent.
80280044|TPM_E_KEY_OWNER_CONTROL|The key is under control of the TPM owner and can only be evicted by the TPM owner.
80280045|TPM_E_BAD_COUNTER|The counter handle is incorrect.
80280046|TPM_E_NOT_FULLWRITE|The write is not a complete write of the area.
80280047|TPM_E_CONTEXT_GAP|The gap between saved context counts is too large.
80280048|TPM_E_MAXNVWRITES|The maximum number of NV writes without an owner has been exceeded.
80280049|TPM_E_NOOPERATOR|No operator AuthData value is set.
8028004A|TPM_E_RESOURCEMISSING|The resource pointed to by context is not loaded.
8028004B|TPM_E_DELEGATE_LOCK|The delegate administration is locked.
8028004C|TPM_E_DELEGATE_FAMILY|Attempt to manage a family other then the delegated family.
8028004D|TPM_E_DELEGATE_ADMIN|Delegation table management not enabled.
8028004E|TPM_E_TRANSPORT_NOTEXCLUSIVE|There was a command executed outside an exclusive transport session.
8028004F|TPM_E_OWNER_CONTROL|Attempt to context save an owner evict controlled key.
80280050|TPM_E_DAA_RESOURCES|The DAA command has no resources available to execute the command.
80280051|TPM_E_DAA_INPUT_DATA0|The consistency check on DAA parameter inputData0 has failed.
80280052|TPM_E_DAA_INPUT_DATA1|The consistency check on DAA parameter inputData1 has failed.
80280053|TPM_E_DAA_ISSUER_SETTINGS|The consistency check on DAA_issuerSettings has failed.
80280054|TPM_E_DAA_TPM_SETTINGS|The consistency check on DAA_tpmSpecific has failed.
80280055|TPM_E_DAA_STAGE|The atomic process indicated by the submitted DAA command is not the expected process.
80280056|TPM_E_DAA_ISSUER_VALIDITY|The issuer's validity check has detected an inconsistency.
80280057|TPM_E_DAA_WRONG_W|The consistency check on w has failed.
80280058|TPM_E_BAD_HANDLE|The handle is incorrect.
80280059|TPM_E_BAD_DELEGATE|Delegation is not correct.
8028005A|TPM_E_BADCONTEXT|The context blob is invalid.
8028005B|TPM_E_TOOMANYCONTEXTS|Too many contexts held by the TPM.
8028005C|TPM_E_MA_TICKET_SIGNATURE|Migration authority signature validation failure.
8028005D|TPM_E_MA_DESTINATION|Migration destination not authenticated.
8028005E|TPM_E_MA_SOURCE|Migration source incorrect.
8028005F|TPM_E_MA_AUTHORITY|Incorrect migration authority.
80280061|TPM_E_PERMANENTEK|Attempt to revoke the EK and the EK is not revocable.
80280062|TPM_E_BAD_SIGNATURE|Bad signature of CMK ticket.
80280063|TPM_E_NOCONTEXTSPACE|There is no room in the context list for additional contexts.
80280400|TPM_E_COMMAND_BLOCKED|The command was blocked.
80280401|TPM_E_INVALID_HANDLE|The specified handle was not found.
80280402|TPM_E_DUPLICATE_VHANDLE|The TPM returned a duplicate handle and the command needs to be resubmitted.
80280403|TPM_E_EMBEDDED_COMMAND_BLOCKED|The command within the transport was blocked.
80280404|TPM_E_EMBEDDED_COMMAND_UNSUPPORTED|The command within the transport is not supported.
80280800|TPM_E_RETRY|The TPM is too busy to respond to the command immediately, but the command could be resubmitted at a later time.
80280801|TPM_E_NEEDS_SELFTEST|SelfTestFull has not been run.
80280802|TPM_E_DOING_SELFTEST|The TPM is currently executing a full self-test.
80280803|TPM_E_DEFEND_LOCK_RUNNING|The TPM is defending against dictionary attacks and is in a time-out period.
80284001|TBS_E_INTERNAL_ERROR|An internal software error has been detected.
80284002|TBS_E_BAD_PARAMETER|One or more input parameters are bad.
80284003|TBS_E_INVALID_OUTPUT_POINTER|A specified output pointer is bad.
80284004|TBS_E_INVALID_CONTEXT|The specified context handle does not refer to a valid context.
80284005|TBS_E_INSUFFICIENT_BUFFER|A specified output buffer is too small.
80284006|TBS_E_IOERROR|An error occurred while communicating with the TPM.
80284007|TBS_E_INVALID_CONTEXT_PARAM|One or more context parameters are invalid.
80284008|TBS_E_SERVICE_NOT_RUNNING|The TPM Base Services (TBS) is not running and could not be started.
80284009|TBS_E_TOO_MANY_TBS_CONTEXTS|A new context could not be created because there are too many open contexts.
8028400A|TBS_E_TOO_MANY_RESOURCES|A new virtual resource could not be created because there are too many open virtual resources.
8028400B|TBS_E_SERVICE_START_PENDING|The TBS service has been started but is not yet running.
8028400C|TBS_E_PPI_NOT_SUPPORTED|The physical presence interface is not supported.
8028400D|TBS_E_COMMAND_CANCELED|The command was canceled.
8028400E|TBS_E_BUFFER_TOO_LARGE|The input or output buffer is too large.
8028400F|TBS_E_TPM_NOT_FOUND|
80284010|TBS_E_SERVICE_DISABLED|
80284011|TBS_E_NO_EVENT_LOG|
80284012|TBS_E_ACCESS_DENIED|
80284013|TBS_E_PROVISIONING_NOT_ALLOWED|
80284014|TBS_E_PPI_FUNCTION_UNSUPPORTED|
80284015|TBS_E_OWNERAUTH_NOT_FOUND|
80284016|TBS_E_PROVISIONING_INCOMPLETE|
80290100|TPMAPI_E_INVALID_STATE|The command buffer is not in the correct state.
80290101|TPMAPI_E_NOT_ENOUGH_DATA|The command buffer does not contain enough data to satisfy the request.
80290102|TPMAPI_E_TOO_MUCH_DATA|The command buffer cannot contain any more data.
80290103|TPMAPI_E_INVALID_OUTPUT_POINTER|One or more output parameters was null or invalid.
80290104|TPMAPI_E_INVALID_PARAMETER|One or more input parameters are invalid.
80290105|TPMAPI_E_OUT_OF_MEMORY|Not enough memory was available to satisfy the request.
80290106|TPMAPI_E_BUFFER_TOO_SMALL|The specified buffer was too small.
80290107|TPMAPI_E_INTERNAL_ERROR|An internal error was detected.
80290108|TPMAPI_E_ACCESS_DENIED|The caller does not have the appropriate rights to perform the requested operation.
80290109|TPMAPI_E_AUTHORIZATION_FAILED|The specified authorization information was invalid.
8029010A|TPMAPI_E_INVALID_CONTEXT_HANDLE|The specified context handle was not valid.
8029010B|TPMAPI_E_TBS_COMMUNICATION_ERROR|An error occurred while communicating with the TBS.
8029010C|TPMAPI_E_TPM_COMMAND_ERROR|The TPM returned an unexpected result.
8029010D|TPMAPI_E_MESSAGE_TOO_LARGE|The message was too large for the encoding scheme.
8029010E|TPMAPI_E_INVALID_ENCODING|The encoding in the binary large object (BLOB) was not recognized.
8029010F|TPMAPI_E_INVALID_KEY_SIZE|The key size is not valid.
80290110|TPMAPI_E_ENCRYPTION_FAILED|The encryption operation failed.
80290111|TPMAPI_E_INVALID_KEY_PARAMS|The key parameters structure was not valid.
80290112|TPMAPI_E_INVALID_MIGRATION_AUTHORIZATION_BLOB|The requested supplied data does not appear to be a valid migration authorization BLOB.
80290113|TPMAPI_E_INVALID_PCR_INDEX|The specified PCR index was invalid.
80290114|TPMAPI_E_INVALID_DELEGATE_BLOB|The data given does not appear to be a valid delegate BLOB.
80290115|TPMAPI_E_INVALID_CONTEXT_PARAMS|One or more of the specified context parameters was not valid.
80290116|TPMAPI_E_INVALID_KEY_BLOB|The data given does not appear to be a valid key BLOB.
80290117|TPMAPI_E_INVALID_PCR_DATA|The specified PCR data was invalid.
80290118|TPMAPI_E_INVALID_OWNER_AUTH|The format of the owner authorization data was invalid.
80290119|TPMAPI_E_FIPS_RNG_CHECK_FAILED|
8029011A|TPMAPI_E_EMPTY_TCG_LOG|
8029011B|TPMAPI_E_INVALID_TCG_LOG_ENTRY|
8029011C|TPMAPI_E_TCG_SEPARATOR_ABSENT|
8029011D|TPMAPI_E_TCG_INVALID_DIGEST_ENTRY|
8029011E|TPMAPI_E_POLICY_DENIES_OPERATION|
80290200|TBSIMP_E_BUFFER_TOO_SMALL|The specified buffer was too small.
80290201|TBSIMP_E_CLEANUP_FAILED|The context could not be cleaned up.
80290202|TBSIMP_E_INVALID_CONTEXT_HANDLE|The specified context handle is invalid.
80290203|TBSIMP_E_INVALID_CONTEXT_PARAM|An invalid context parameter was specified.
80290204|TBSIMP_E_TPM_ERROR|An error occurred while communicating with the TPM.
80290205|TBSIMP_E_HASH_BAD_KEY|No entry with the specified key was found.
80290206|TBSIMP_E_DUPLICATE_VHANDLE|The specified virtual handle matches a virtual handle already in use.
80290207|TBSIMP_E_INVALID_OUTPUT_POINTER|The pointer to the returned handle location was null or invalid.
80290208|TBSIMP_E_INVALID_PARAMETER|One or more parameters are invalid.
80290209|TBSIMP_E_RPC_INIT_FAILED|The RPC subsystem could not be initialized.
8029020A|TBSIMP_E_SCHEDULER_NOT_RUNNING|The TBS scheduler is not running.
8029020B|TBSIMP_E_COMMAND_CANCELED|The command was canceled.
8029020C|TBSIMP_E_OUT_OF_MEMORY|There was not enough memory to fulfill the request.
8029020D|TBSIMP_E_LIST_NO_MORE_ITEMS|The specified list is empty, or the iteration has reached the end of the list.
8029020E|TBSIMP_E_LIST_NOT_FOUND|The specified item was not found in the list.
8029020F|TBSIMP_E_NOT_ENOUGH_SPACE|The TPM does not have enough space to load the requested resource.
80290210|TBSIMP_E_NOT_ENOUGH_TPM_CONTEXTS|There are too many TPM contexts in use.
80290211|TBSIMP_E_COMMAND_FAILED|The TPM command failed.
80290212|TBSIMP_E_UNKNOWN_ORDINAL|The TBS does not recognize the specified ordinal.
80290213|TBSIMP_E_RESOURCE_EXPIRED|The requested resource is no longer available.
80290214|TBSIMP_E_INVALID_RESOURCE|The resource type did not match.
80290215|TBSIMP_E_NOTHING_TO_UNLOAD|No resources can be unloaded.
80290216|TBSIMP_E_HASH_TABLE_FULL|No new entries can be added to the hash table.
80290217|TBSIMP_E_TOO_MANY_TBS_CONTEXTS|A new TBS context could not be created because there are too many open contexts.
80290218|TBSIMP_E_TOO_MANY_RESOURCES|A new virtual resource could not be created because there are too many open virtual resources.
80290219|TBSIMP_E_PPI_NOT_SUPPORTED|The physical presence interface is not supported.
8029021A|TBSIMP_E_TPM_INCOMPATIBLE|TBS is not compatible with the version of TPM found on the system.
8029021B|TBSIMP_E_NO_EVENT_LOG|
80290300|TPM_E_PPI_ACPI_FAILURE|A general error was detected when attempting to acquire the BIOS response to a physical presence command.
80290301|TPM_E_PPI_USER_ABORT|The user failed to confirm the TPM operation request.
80290302|TPM_E_PPI_BIOS_FAILURE|The BIOS failure prevented the successful execution of the requested TPM operation (for example, invalid TPM operation request, BIOS communication error with the TPM).
80290303|TPM_E_PPI_NOT_SUPPORTED|The BIOS does not support the physical presence interface.
80290304|TPM_E_PPI_BLOCKED_IN_BIOS|
80290401|TPM_E_PCP_DEVICE_NOT_READY|
80290402|TPM_E_PCP_INVALID_HANDLE|
80290403|TPM_E_PCP_INVALID_PARAMETER|
80290404|TPM_E_PCP_FLAG_NOT_SUPPORTED|
80290405|TPM_E_PCP_NOT_SUPPORTED|
80290406|TPM_E_PCP_BUFFER_TOO_SMALL|
80290407|TPM_E_PCP_INTERNAL_ERROR|
80290408|TPM_E_PCP_AUTHENTICATION_FAILED|
80290409|TPM_E_PCP_AUTHENTICATION_IGNORED|
8029040A|TPM_E_PCP_POLICY_NOT_FOUND|
8029040B|TPM_E_PCP_PROFILE_NOT_FOUND|
8029040C|TPM_E_PCP_VALIDATION_FAILED|
802A0001|UI_E_CREATE_FAILED|
802A0002|UI_E_SHUTDOWN_CALLED|
802A0003|UI_E_ILLEGAL_REENTRANCY|
802A0004|UI_E_OBJECT_SEALED|
802A0005|UI_E_VALUE_NOT_SET|
802A0006|UI_E_VALUE_NOT_DETERMINED|
802A0007|UI_E_INVALID_OUTPUT|
802A0008|UI_E_BOOLEAN_EXPECTED|
802A0009|UI_E_DIFFERENT_OWNER|
802A000A|UI_E_AMBIGUOUS_MATCH|
802A000B|UI_E_FP_OVERFLOW|
802A000C|UI_E_WRONG_THREAD|
802A0101|UI_E_STORYBOARD_ACTIVE|
802A0102|UI_E_STORYBOARD_NOT_PLAYING|
802A0103|UI_E_START_KEYFRAME_AFTER_END|
802A0104|UI_E_END_KEYFRAME_NOT_DETERMINED|
802A0105|UI_E_LOOPS_OVERLAP|
802A0106|UI_E_TRANSITION_ALREADY_USED|
802A0107|UI_E_TRANSITION_NOT_IN_STORYBOARD|
802A0108|UI_E_TRANSITION_ECLIPSED|
802A0109|UI_E_TIME_BEFORE_LAST_UPDATE|
802A010A|UI_E_TIMER_CLIENT_ALREADY_CONNECTED|
802A010B|UI_E_INVALID_DIMENSION|
802A010C|UI_E_PRIMITIVE_OUT_OF_BOUNDS|
802A0201|UI_E_WINDOW_CLOSED|
80300002|PLA_E_DCS_NOT_FOUND|A Data Collector Set was not found.
80300045|PLA_E_TOO_MANY_FOLDERS|Unable to start Data Collector Set because there are too many folders.
80300070|PLA_E_NO_MIN_DISK|Not enough free disk space to start Data Collector Set.
803000AA|PLA_E_DCS_IN_USE|Data Collector Set is in use.
803000B7|PLA_E_DCS_ALREADY_EXISTS|Data Collector Set already exists.
80300101|PLA_E_PROPERTY_CONFLICT|Property value conflict.
80300102|PLA_E_DCS_SINGLETON_REQUIRED|The current configuration for this Data Collector Set requires that it contain exactly one Data Collector.
80300103|PLA_E_CREDENTIALS_REQUIRED|A user account is required to commit the current Data Collector Set properties.
80300104|PLA_E_DCS_NOT_RUNNING|Data Collector Set is not running.
80300105|PLA_E_CONFLICT_INCL_EXCL_API|A conflict was detected in the list of include and exclude APIs. Do not specify the same API in both the include list and the exclude list.
80300106|PLA_E_NETWORK_EXE_NOT_VALID|The executable path specified refers to a network share or UNC path.
80300107|PLA_E_EXE_ALREADY_CONFIGURED|The executable path specified is already configured for API tracing.
80300108|PLA_E_EXE_PATH_NOT_VALID|The executable path specified does not exist. Verify that the specified path is correct.
80300109|PLA_E_DC_ALREADY_EXISTS|Data Collector already exists.
8030010A|PLA_E_DCS_START_WAIT_TIMEOUT|The wait for the Data Collector Set start notification has timed out.
8030010B|PLA_E_DC_START_WAIT_TIMEOUT|The wait for the Data Collector to start has timed out.
8030010C|PLA_E_REPORT_WAIT_TIMEOUT|The wait for the report generation tool to finish has timed out.
8030010D|PLA_E_NO_DUPLICATES|Duplicate items are not allowed.
8030010E|PLA_E_EXE_FULL_PATH_REQUIRED|When specifying the executable to trace, you must specify a full path to the executable and not just a file name.
8030010F|PLA_E_INVALID_SESSION_NAME|The session name provided is invalid.
80300110|PLA_E_PLA_CHANNEL_NOT_ENABLED|The Event Log channel Microsoft-Windows-Diagnosis-PLA/Operational must be enabled to perform this operation.
80300111|PLA_E_TASKSCHED_CHANNEL_NOT_ENABLED|The Event Log channel Microsoft-Windows-TaskScheduler must be enabled to perform this operation.
80300112|PLA_E_RULES_MANAGER_FAILED|
80300113|PLA_E_CABAPI_FAILURE|
80310000|FVE_E_LOCKED_VOLUME|The volume must be unlocked before it can be used.
80310001|FVE_E_NOT_ENCRYPTED|The volume is fully decrypted and no key is available.
80310002|FVE_E_NO_TPM_BIOS|The firmware does not support using a TPM during boot.
80310003|FVE_E_NO_MBR_METRIC|The firmware does not use a TPM to perform initial program load (IPL) measurement.
80310004|FVE_E_NO_BOOTSECTOR_METRIC|The master boot record (MBR) is not TPM-aware.
80310005|FVE_E_NO_BOOTMGR_METRIC|The BOOTMGR is not being measured by the TPM.
80310006|FVE_E_WRONG_BOOTMGR|The BOOTMGR component does not perform expected TPM measurements.
80310007|FVE_E_SECURE_KEY_REQUIRED|No secure key protection mechanism has been defined.
80310008|FVE_E_NOT_ACTIVATED|This volume has not been provisioned for encryption.
80310009|FVE_E_ACTION_NOT_ALLOWED|Requested action was denied by the full-volume encryption (FVE) control engine.
8031000A|FVE_E_AD_SCHEMA_NOT_INSTALLED|The Active Directory forest does not contain the required attributes and classes to host FVE or TPM information.
8031000B|FVE_E_AD_INVALID_DATATYPE|The type of data obtained from Active Directory was not expected.
8031000C|FVE_E_AD_INVALID_DATASIZE|The size of the data obtained from Active Directory was not expected.
8031000D|FVE_E_AD_NO_VALUES|The attribute read from Active Directory has no (zero) values.
8031000E|FVE_E_AD_ATTR_NOT_SET|The attribute was not set.
8031000F|FVE_E_AD_GUID_NOT_FOUND|The specified GUID could not be found.
80310010|FVE_E_BAD_INFORMATION|The control block for the encrypted volume is not valid.
80310011|FVE_E_TOO_SMALL|Not enough free space remaining on volume to allow encryption.
80310012|FVE_E_SYSTEM_VOLUME|The volume cannot be encrypted because it is required to boot the operating system.
80310013|FVE_E_FAILED_WRONG_FS|The volume cannot be encrypted because the file system is not supported.
80310014|FVE_E_FAILED_BAD_FS|The file system is inconsistent. Run CHKDSK.
80310014|FVE_E_BAD_PARTITION_SIZE|
80310015|FVE_E_NOT_SUPPORTED|This volume cannot be encrypted.
80310016|FVE_E_BAD_DATA|Data supplied is malformed.
80310017|FVE_E_VOLUME_NOT_BOUND|Volume is not bound to the system.
80310018|FVE_E_TPM_NOT_OWNED|TPM must be owned before a volume can be bound to it.
80310019|FVE_E_NOT_DATA_VOLUME|The volume specified is not a data volume.
8031001A|FVE_E_AD_INSUFFICIENT_BUFFER|The buffer supplied to a function was insufficient to contain the returned data.
8031001B|FVE_E_CONV_READ|A read operation failed while converting the volume.
8031001C|FVE_E_CONV_WRITE|A write operation failed while converting the volume.
8031001D|FVE_E_KEY_REQUIRED|One or more key protection mechanisms are required for this volume.
8031001E|FVE_E_CLUSTERING_NOT_SUPPORTED|Cluster configurations are not supported.
8031001F|FVE_E_VOLUME_BOUND_ALREADY|The volume is already bound to the system.
80310020|FVE_E_OS_NOT_PROTECTED|The boot OS volume is not being protected via FVE.
80310021|FVE_E_PROTECTION_DISABLED|All protection mechanisms are effectively disabled (clear key exists).
80310022|FVE_E_RECOVERY_KEY_REQUIRED|A recovery key protection mechanism is required.
80310023|FVE_E_FOREIGN_VOLUME|This volume cannot be bound to a TPM.
80310024|FVE_E_OVERLAPPED_UPDATE|The control block for the encrypted volume was updated by another thread. Try again.
80310025|FVE_E_TPM_SRK_AUTH_NOT_ZERO|The SRK authentication of the TPM is not zero and, therefore, is not compatible.
80310026|FVE_E_FAILED_SECTOR_SIZE|The volume encryption algorithm cannot be used on this sector size.
80310027|FVE_E_FAILED_AUTHENTICATION|BitLocker recovery authentication failed.
80310028|FVE_E_NOT_OS_VOLUME|The volume specified is not the boot OS volume.
80310029|FVE_E_AUTOUNLOCK_ENABLED|Auto-unlock information for data volumes is present on the boot OS volume.
8031002A|FVE_E_WRONG_BOOTSECTOR|The system partition boot sector does not perform TPM measurements.
8031002B|FVE_E_WRONG_SYSTEM_FS|The system partition file system must be NTFS.
8031002C|FVE_E_POLICY_PASSWORD_REQUIRED|Group policy requires a recovery password before encryption may begin.
8031002D|FVE_E_CANNOT_SET_FVEK_ENCRYPTED|The volume encryption algorithm and key cannot be set on an encrypted volume.
8031002E|FVE_E_CANNOT_ENCRYPT_NO_KEY|A key must be specified before encryption may begin.
80310030|FVE_E_BOOTABLE_CDDVD|A bootable CD/DVD is in the system. Remove the CD/DVD and reboot the system.
80310031|FVE_E_PROTECTOR_EXISTS|An instance of this key protector already exists on the volume.
80310032|FVE_E_RELATIVE_PATH|The file cannot be saved to a relative path.
80310033|FVE_E_PROTECTOR_NOT_FOUND|
80310034|FVE_E_INVALID_KEY_FORMAT|
80310035|FVE_E_INVALID_PASSWORD_FORMAT|
80310036|FVE_E_FIPS_RNG_CHECK_FAILED|
80310037|FVE_E_FIPS_PREVENTS_RECOVERY_PASSWORD|
80310038|FVE_E_FIPS_PREVENTS_EXTERNAL_KEY_EXPORT|
80310039|FVE_E_NOT_DECRYPTED|
8031003A|FVE_E_INVALID_PROTECTOR_TYPE|
8031003B|FVE_E_NO_PROTECTORS_TO_TEST|
8031003C|FVE_E_KEYFILE_NOT_FOUND|
8031003D|FVE_E_KEYFILE_INVALID|
8031003E|FVE_E_KEYFILE_NO_VMK|
8031003F|FVE_E_TPM_DISABLED|
80310040|FVE_E_NOT_ALLOWED_IN_SAFE_MODE|
80310041|FVE_E_TPM_INVALID_PCR|
80310042|FVE_E_TPM_NO_VMK|
80310043|FVE_E_PIN_INVALID|
80310044|FVE_E_AUTH_INVALID_APPLICATION|
80310045|FVE_E_AUTH_INVALID_CONFIG|
80310046|FVE_E_FIPS_DISABLE_PROTECTION_NOT_ALLOWED|
80310047|FVE_E_FS_NOT_EXTENDED|
80310048|FVE_E_FIRMWARE_TYPE_NOT_SUPPORTED|
80310049|FVE_E_NO_LICENSE|
8031004A|FVE_E_NOT_ON_STACK|
8031004B|FVE_E_FS_MOUNTED|
8031004C|FVE_E_TOKEN_NOT_IMPERSONATED|
8031004D|FVE_E_DRY_RUN_FAILED|
8031004E|FVE_E_REBOOT_REQUIRED|
8031004F|FVE_E_DEBUGGER_ENABLED|
80310050|FVE_E_RAW_ACCESS|
80310051|FVE_E_RAW_BLOCKED|
80310052|FVE_E_BCD_APPLICATIONS_PATH_INCORRECT|
80310053|FVE_E_NOT_ALLOWED_IN_VERSION|
80310054|FVE_E_NO_AUTOUNLOCK_MASTER_KEY|
80310055|FVE_E_MOR_FAILED|
80310056|FVE_E_HIDDEN_VOLUME|
80310057|FVE_E_TRANSIENT_STATE|
80310058|FVE_E_PUBKEY_NOT_ALLOWED|
80310059|FVE_E_VOLUME_HANDLE_OPEN|
8031005A|FVE_E_NO_FEATURE_LICENSE|
8031005B|FVE_E_INVALID_STARTUP_OPTIONS|
8031005C|FVE_E_POLICY_RECOVERY_PASSWORD_NOT_ALLOWED|
8031005D|FVE_E_POLICY_RECOVERY_PASSWORD_REQUIRED|
8031005E|FVE_E_POLICY_RECOVERY_KEY_NOT_ALLOWED|
8031005F|FVE_E_POLICY_RECOVERY_KEY_REQUIRED|
80310060|FVE_E_POLICY_STARTUP_PIN_NOT_ALLOWED|
80310061|FVE_E_POLICY_STARTUP_PIN_REQUIRED|
80310062|FVE_E_POLICY_STARTUP_KEY_NOT_ALLOWED|
80310063|FVE_E_POLICY_STARTUP_KEY_REQUIRED|
80310064|FVE_E_POLICY_STARTUP_PIN_KEY_NOT_ALLOWED|
80310065|FVE_E_POLICY_STARTUP_PIN_KEY_REQUIRED|
80310066|FVE_E_POLICY_STARTUP_TPM_NOT_ALLOWED|
80310067|FVE_E_POLICY_STARTUP_TPM_REQUIRED|
80310068|FVE_E_POLICY_INVALID_PIN_LENGTH|
80310069|FVE_E_KEY_PROTECTOR_NOT_SUPPORTED|
8031006A|FVE_E_POLICY_PASSPHRASE_NOT_ALLOWED|
8031006B|FVE_E_POLICY_PASSPHRASE_REQUIRED|
8031006C|FVE_E_FIPS_PREVENTS_PASSPHRASE|
8031006D|FVE_E_OS_VOLUME_PASSPHRASE_NOT_ALLOWED|
8031006E|FVE_E_INVALID_BITLOCKER_OID|
8031006F|FVE_E_VOLUME_TOO_SMALL|
80310070|FVE_E_DV_NOT_SUPPORTED_ON_FS|
80310071|FVE_E_DV_NOT_ALLOWED_BY_GP|
80310072|FVE_E_POLICY_USER_CERTIFICATE_NOT_ALLOWED|
80310073|FVE_E_POLICY_USER_CERTIFICATE_REQUIRED|
80310074|FVE_E_POLICY_USER_CERT_MUST_BE_HW|
80310077|FVE_E_POLICY_USER_CONFIGURE_RDV_NOT_ALLOWED|
80310078|FVE_E_POLICY_USER_ENABLE_RDV_NOT_ALLOWED|
80310079|FVE_E_POLICY_USER_DISABLE_RDV_NOT_ALLOWED|
80310080|FVE_E_POLICY_INVALID_PASSPHRASE_LENGTH|
80310081|FVE_E_POLICY_PASSPHRASE_TOO_SIMPLE|
80310082|FVE_E_RECOVERY_PARTITION|
80310083|FVE_E_POLICY_CONFLICT_FDV_RK_OFF_AUK_ON|
80310084|FVE_E_POLICY_CONFLICT_RDV_RK_OFF_AUK_ON|
80310085|FVE_E_NON_BITLOCKER_OID|
80310086|FVE_E_POLICY_PROHIBITS_SELFSIGNED|
80310087|FVE_E_POLICY_CONFLICT_RO_AND_STARTUP_KEY_REQUIRED|
80310088|FVE_E_CONV_RECOVERY_FAILED|
80310089|FVE_E_VIRTUALIZED_SPACE_TOO_BIG|
80310090|FVE_E_POLICY_CONFLICT_OSV_RP_OFF_ADB_ON|
80310091|FVE_E_POLICY_CONFLICT_FDV_RP_OFF_ADB_ON|
80310092|FVE_E_POLICY_CONFLICT_RDV_RP_OFF_ADB_ON|
80310093|FVE_E_NON_BITLOCKER_KU|
80310094|FVE_E_PRIVATEKEY_AUTH_FAILED|
80310095|FVE_E_REMOVAL_OF_DRA_FAILED|
80310096|FVE_E_OPERATION_NOT_SUPPORTED_ON_VISTA_VOLUME|
80310097|FVE_E_CANT_LOCK_AUTOUNLOCK_ENABLED_VOLUME|
80310098|FVE_E_FIPS_HASH_KDF_NOT_ALLOWED|
80310099|FVE_E_ENH_PIN_INVALID|
8031009A|FVE_E_INVALID_PIN_CHARS|
8031009B|FVE_E_INVALID_DATUM_TYPE|
8031009C|FVE_E_EFI_ONLY|
8031009D|FVE_E_MULTIPLE_NKP_CERTS|
8031009E|FVE_E_REMOVAL_OF_NKP_FAILED|
8031009F|FVE_E_INVALID_NKP_CERT|
803100A0|FVE_E_NO_EXISTING_PIN|
803100A1|FVE_E_PROTECTOR_CHANGE_PIN_MISMATCH|
803100A2|FVE_E_PIN_PROTECTOR_CHANGE_BY_STD_USER_DISALLOWED|
803100A4|FVE_E_POLICY_PASSPHRASE_REQUIRES_ASCII|
803100A5|FVE_E_FULL_ENCRYPTION_NOT_ALLOWED_ON_TP_STORAGE|
803100A6|FVE_E_WIPE_NOT_ALLOWED_ON_TP_STORAGE|
803100A7|FVE_E_KEY_LENGTH_NOT_SUPPORTED_BY_EDRIVE|
803100A8|FVE_E_NO_EXISTING_PASSPHRASE|
803100A9|FVE_E_PROTECTOR_CHANGE_PASSPHRASE_MISMATCH|
803100AA|FVE_E_PASSPHRASE_TOO_LONG|
803100AB|FVE_E_NO_PASSPHRASE_WITH_TPM|
803100AC|FVE_E_NO_TPM_WITH_PASSPHRASE|
803100AD|FVE_E_NOT_ALLOWED_ON_CSV_STACK|
803100AE|FVE_E_NOT_ALLOWED_ON_CLUSTER|
803100AF|FVE_E_EDRIVE_NO_FAILOVER_TO_SW|
803100B0|FVE_E_EDRIVE_BAND_IN_USE|
803100B1|FVE_E_EDRIVE_DISALLOWED_BY_GP|
803100B2|FVE_E_EDRIVE_INCOMPATIBLE_VOLUME|
803100B3|FVE_E_NOT_ALLOWED_TO_UPGRADE_WHILE_CONVERTING|
803100B4|FVE_E_EDRIVE_DV_NOT_SUPPORTED|
803100B5|FVE_E_NO_PREBOOT_KEYBOARD_DETECTED|
803100B6|FVE_E_NO_PREBOOT_KEYBOARD_OR_WINRE_DETECTED|
803100B7|FVE_E_POLICY_REQUIRES_STARTUP_PIN_ON_TOUCH_DEVICE|
803100B9|FVE_E_WIPE_CANCEL_NOT_APPLICABLE|
803100BA|FVE_E_SECUREBOOT_DISABLED|
803100BB|FVE_E_SECUREBOOT_CONFIGURATION_INVALID|
803100BC|FVE_E_EDRIVE_DRY_RUN_FAILED|
803100BD|FVE_E_SHADOW_COPY_PRESENT|
803100BE|FVE_E_POLICY_INVALID_ENHANCED_BCD_SETTINGS|
803100BF|FVE_E_EDRIVE_INCOMPATIBLE_FIRMWARE|
803100C2|FVE_E_LIVEID_ACCOUNT_SUSPENDED|
803100C3|FVE_E_LIVEID_ACCOUNT_BLOCKED|
803100C4|FVE_E_NOT_PROVISIONED_ON_ALL_VOLUMES|
803100C5|FVE_E_DE_FIXED_DATA_NOT_SUPPORTED|
803100C6|FVE_E_DE_HARDWARE_NOT_COMPLIANT|
803100C7|FVE_E_DE_WINRE_NOT_CONFIGURED|
803100C8|FVE_E_DE_PROTECTION_SUSPENDED|
803100C9|FVE_E_DE_OS_VOLUME_NOT_PROTECTED|
803100CA|FVE_E_DE_DEVICE_LOCKEDOUT|
803100CB|FVE_E_DE_PROTECTION_NOT_YET_ENABLED|
803100CC|FVE_E_INVALID_PIN_CHARS_DETAILED|
803100CD|FVE_E_DEVICE_LOCKOUT_COUNTER_UNAVAILABLE|
803100CE|FVE_E_DEVICELOCKOUT_COUNTER_MISMATCH|
803100CF|FVE_E_BUFFER_TOO_LARGE|
803100D0|FVE_E_NO_SUCH_CAPABILITY_ON_TARGET|
803100D1|FVE_E_DE_PREVENTED_FOR_OS|
803100D2|FVE_E_DE_VOLUME_OPTED_OUT|
803100D3|FVE_E_DE_VOLUME_NOT_SUPPORTED|
803100D4|FVE_E_EOW_NOT_SUPPORTED_IN_VERSION|
803100D5|FVE_E_ADBACKUP_NOT_ENABLED|
803100D6|FVE_E_VOLUME_EXTEND_PREVENTS_EOW_DECRYPT|
803100D7|FVE_E_NOT_DE_VOLUME|
803100D8|FVE_E_PROTECTION_CANNOT_BE_DISABLED|
80320001|FWP_E_CALLOUT_NOT_FOUND|The callout does not exist.
80320002|FWP_E_CONDITION_NOT_FOUND|The filter condition does not exist.
80320003|FWP_E_FILTER_NOT_FOUND|The filter does not exist.
80320004|FWP_E_LAYER_NOT_FOUND|The layer does not exist.
80320005|FWP_E_PROVIDER_NOT_FOUND|The provider does not exist.
80320006|FWP_E_PROVIDER_CONTEXT_NOT_FOUND|The provider context does not exist.
80320007|FWP_E_SUBLAYER_NOT_FOUND|The sublayer does not exist.
80320008|FWP_E_NOT_FOUND|The object does not exist.
80320009|FWP_E_ALREADY_EXISTS|An object with that GUID or LUID already exists.
8032000A|FWP_E_IN_USE|The object is referenced by other objects and, therefore, cannot be deleted.
8032000B|FWP_E_DYNAMIC_SESSION_IN_PROGRESS|The call is not allowed from within a dynamic session.
8032000C|FWP_E_WRONG_SESSION|The call was made from the wrong session and, therefore, cannot be completed.
8032000D|FWP_E_NO_TXN_IN_PROGRESS|The call must be made from within an explicit transaction.
8032000E|FWP_E_TXN_IN_PROGRESS|The call is not allowed from within an explicit transaction.
8032000F|FWP_E_TXN_ABORTED|The explicit transaction has been forcibly canceled.
80320010|FWP_E_SESSION_ABORTED|The session has been canceled.
80320011|FWP_E_INCOMPATIBLE_TXN|The call is not allowed from within a read-only transaction.
80320012|FWP_E_TIMEOUT|The call timed out while waiting to acquire the transaction lock.
80320013|FWP_E_NET_EVENTS_DISABLED|Collection of network diagnostic events is disabled.
80320014|FWP_E_INCOMPATIBLE_LAYER|The operation is not supported by the specified layer.
80320015|FWP_E_KM_CLIENTS_ONLY|The call is allowed for kernel-mode callers only.
80320016|FWP_E_LIFETIME_MISMATCH|The call tried to associate two objects with incompatible lifetimes.
80320017|FWP_E_BUILTIN_OBJECT|The object is built in and, therefore, cannot be deleted.
80320018|FWP_E_TOO_MANY_BOOTTIME_FILTERS|The maximum number of boot-time filters has been reached.
80320018|FWP_E_TOO_MANY_CALLOUTS|
80320019|FWP_E_NOTIFICATION_DROPPED|A notification could not be delivered because a message queue is at its maximum capacity.
8032001A|FWP_E_TRAFFIC_MISMATCH|The traffic parameters do not match those for the security association context.
8032001B|FWP_E_INCOMPATIBLE_SA_STATE|The call is not allowed for the current security association state.
8032001C|FWP_E_NULL_POINTER|A required pointer is null.
8032001D|FWP_E_INVALID_ENUMERATOR|An enumerator is not valid.
8032001E|FWP_E_INVALID_FLAGS|The flags field contains an invalid value.
80320020|FWP_E_INVALID_RANGE|An FWP_RANGE is not valid.
80320021|FWP_E_INVALID_INTERVAL|The time interval is not valid.
80320022|FWP_E_ZERO_LENGTH_ARRAY|An array that must contain at least one element that is zero-length.
80320023|FWP_E_NULL_DISPLAY_NAME|The displayData.name field cannot be null.
80320024|FWP_E_INVALID_ACTION_TYPE|The action type is not one of the allowed action types for a filter.
80320025|FWP_E_INVALID_WEIGHT|The filter weight is not valid.
80320026|FWP_E_MATCH_TYPE_MISMATCH|A filter condition contains a match type that is not compatible with the operands.
80320027|FWP_E_TYPE_MISMATCH|An FWP_VALUE or FWPM_CONDITION_VALUE is of the wrong type.
80320028|FWP_E_OUT_OF_BOUNDS|An integer value is outside the allowed range.
80320029|FWP_E_RESERVED|A reserved field is nonzero.
8032002A|FWP_E_DUPLICATE_CONDITION|A filter cannot contain multiple conditions operating on a single field.
8032002B|FWP_E_DUPLICATE_KEYMOD|A policy cannot contain the same keying module more than once.
8032002C|FWP_E_ACTION_INCOMPATIBLE_WITH_LAYER|The action type is not compatible with the layer.
8032002D|FWP_E_ACTION_INCOMPATIBLE_WITH_SUBLAYER|The action type is not compatible with the sublayer.
8032002E|FWP_E_CONTEXT_INCOMPATIBLE_WITH_LAYER|The raw context or the provider context is not compatible with the layer.
8032002F|FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT|The raw context or the provider context is not compatible with the callout.
80320030|FWP_E_INCOMPATIBLE_AUTH_METHOD|The authentication method is not compatible with the policy type.
80320031|FWP_E_INCOMPATIBLE_DH_GROUP|The Diffie-Hellman group is not compatible with the policy type.
80320032|FWP_E_EM_NOT_SUPPORTED|An Internet Key Exchange (IKE) policy cannot contain an Extended Mode policy.
80320033|FWP_E_NEVER_MATCH|The enumeration template or subscription will never match any objects.
80320034|FWP_E_PROVIDER_CONTEXT_MISMATCH|The provider context is of the wrong type.
80320035|FWP_E_INVALID_PARAMETER|The parameter is incorrect.
80320036|FWP_E_TOO_MANY_SUBLAYERS|The maximum number of sublayers has been reached.
80320037|FWP_E_CALLOUT_NOTIFICATION_FAILED|The notification function for a callout returned an error.
80320038|FWP_E_INCOMPATIBLE_AUTH_CONFIG|The IPsec authentication configuration is not compatible with the authentication type.
80320038|FWP_E_INVALID_AUTH_TRANSFORM|
80320039|FWP_E_INCOMPATIBLE_CIPHER_CONFIG|The IPsec cipher configuration is not compatible with the cipher type.
80320039|FWP_E_INVALID_CIPHER_TRANSFORM|
8032003A|FWP_E_INCOMPATIBLE_CIPHER_TRANSFORM|
8032003B|FWP_E_INVALID_TRANSFORM_COMBINATION|
8032003C|FWP_E_DUPLICATE_AUTH_METHOD|
8032003D|FWP_E_INVALID_TUNNEL_ENDPOINT|
8032003E|FWP_E_L2_DRIVER_NOT_READY|
8032003F|FWP_E_KEY_DICTATOR_ALREADY_REGISTERED|
80320040|FWP_E_KEY_DICTATION_INVALID_KEYING_MATERIAL|
80320041|FWP_E_CONNECTIONS_DISABLED|
80320042|FWP_E_INVALID_DNS_NAME|
80320043|FWP_E_STILL_ON|
80320044|FWP_E_IKEEXT_NOT_RUNNING|
80320104|FWP_E_DROP_NOICMP|
80340002|ERROR_NDIS_INTERFACE_CLOSING|The binding to the network interface is being closed.
80340004|ERROR_NDIS_BAD_VERSION|An invalid version was specified.
80340005|ERROR_NDIS_BAD_CHARACTERISTICS|An invalid characteristics table was used.
80340006|ERROR_NDIS_ADAPTER_NOT_FOUND|Failed to find the network interface, or the network interface is not ready.
80340007|ERROR_NDIS_OPEN_FAILED|Failed to open the network interface.
80340008|ERROR_NDIS_DEVICE_FAILED|The network interface has encountered an internal unrecoverable failure.
80340009|ERROR_NDIS_MULTICAST_FULL|The multicast list on the network interface is full.
8034000A|ERROR_NDIS_MULTICAST_EXISTS|An attempt was made to add a duplicate multicast address to the list.
8034000B|ERROR_NDIS_MULTICAST_NOT_FOUND|At attempt was made to remove a multicast address that was never added.
8034000C|ERROR_NDIS_REQUEST_ABORTED|The network interface aborted the request.
8034000D|ERROR_NDIS_RESET_IN_PROGRESS|The network interface cannot process the request because it is being reset.
8034000F|ERROR_NDIS_INVALID_PACKET|An attempt was made to send an invalid packet on a network interface.
80340010|ERROR_NDIS_INVALID_DEVICE_REQUEST|The specified request is not a valid operation for the target device.
80340011|ERROR_NDIS_ADAPTER_NOT_READY|The network interface is not ready to complete this operation.
80340014|ERROR_NDIS_INVALID_LENGTH|The length of the buffer submitted for this operation is not valid.
80340015|ERROR_NDIS_INVALID_DATA|The data used for this operation is not valid.
80340016|ERROR_NDIS_BUFFER_TOO_SHORT|The length of the buffer submitted for this operation is too small.
80340017|ERROR_NDIS_INVALID_OID|The network interface does not support this OID.
80340018|ERROR_NDIS_ADAPTER_REMOVED|The network interface has been removed.
80340019|ERROR_NDIS_UNSUPPORTED_MEDIA|The network interface does not support this media type.
8034001A|ERROR_NDIS_GROUP_ADDRESS_IN_USE|An attempt was made to remove a token ring group address that is in use by other components.
8034001B|ERROR_NDIS_FILE_NOT_FOUND|An attempt was made to map a file that cannot be found.
8034001C|ERROR_NDIS_ERROR_READING_FILE|An error occurred while the NDIS tried to map the file.
8034001D|ERROR_NDIS_ALREADY_MAPPED|An attempt was made to map a file that is already mapped.
8034001E|ERROR_NDIS_RESOURCE_CONFLICT|An attempt to allocate a hardware resource failed because the resource is used by another component.
8034001F|ERROR_NDIS_MEDIA_DISCONNECTED|The I/O operation failed because network media is disconnected or the wireless access point is out of range.
80340022|ERROR_NDIS_INVALID_ADDRESS|The network address used in the request is invalid.
8034002A|ERROR_NDIS_PAUSED|The offload operation on the network interface has been paused.
8034002B|ERROR_NDIS_INTERFACE_NOT_FOUND|The network interface was not found.
8034002C|ERROR_NDIS_UNSUPPORTED_REVISION|The revision number specified in the structure is not supported.
8034002D|ERROR_NDIS_INVALID_PORT|The specified port does not exist on this network interface.
8034002E|ERROR_NDIS_INVALID_PORT_STATE|The current state of the specified port on this network interface does not support the requested operation.
8034002F|ERROR_NDIS_LOW_POWER_STATE|
80340030|ERROR_NDIS_REINIT_REQUIRED|
803400BB|ERROR_NDIS_NOT_SUPPORTED|The network interface does not support this request.
80342000|ERROR_NDIS_DOT11_AUTO_CONFIG_ENABLED|The wireless local area network (LAN) interface is in auto-configuration mode and does not support the requested parameter change operation.
80342001|ERROR_NDIS_DOT11_MEDIA_IN_USE|The wireless LAN interface is busy and cannot perform the requested operation.
80342002|ERROR_NDIS_DOT11_POWER_STATE_INVALID|The wireless LAN interface is shutting down and does not support the requested operation.
80342003|ERROR_NDIS_PM_WOL_PATTERN_LIST_FULL|
80342004|ERROR_NDIS_PM_PROTOCOL_OFFLOAD_LIST_FULL|
80370001|ERROR_VID_REMOTE_NODE_PARENT_GPA_PAGES_USED|
80380001|ERROR_VOLMGR_INCOMPLETE_REGENERATION|
80380002|ERROR_VOLMGR_INCOMPLETE_DISK_MIGRATION|
80390001|ERROR_BCD_NOT_ALL_ENTRIES_IMPORTED|
80390003|ERROR_BCD_NOT_ALL_ENTRIES_SYNCHRONIZED|
803A0001|ERROR_QUERY_STORAGE_ERROR|
803C0100|SDIAG_E_CANCELLED|
803C0101|SDIAG_E_SCRIPT|
803C0102|SDIAG_E_POWERSHELL|
803C0103|SDIAG_E_MANAGEDHOST|
803C0104|SDIAG_E_NOVERIFIER|
803C0106|SDIAG_E_DISABLED|
803C0107|SDIAG_E_TRUST|
803C0108|SDIAG_E_CANNOTRUN|
803C0109|SDIAG_E_VERSION|
803C010A|SDIAG_E_RESOURCE|
803C010B|SDIAG_E_ROOTCAUSE|
803D0000|WS_E_INVALID_FORMAT|
803D0001|WS_E_OBJECT_FAULTED|
803D0002|WS_E_NUMERIC_OVERFLOW|
803D0003|WS_E_INVALID_OPERATION|
803D0004|WS_E_OPERATION_ABORTED|
803D0005|WS_E_ENDPOINT_ACCESS_DENIED|
803D0006|WS_E_OPERATION_TIMED_OUT|
803D0007|WS_E_OPERATION_ABANDONED|
803D0008|WS_E_QUOTA_EXCEEDED|
803D0009|WS_E_NO_TRANSLATION_AVAILABLE|
803D000A|WS_E_SECURITY_VERIFICATION_FAILURE|
803D000B|WS_E_ADDRESS_IN_USE|
803D000C|WS_E_ADDRESS_NOT_AVAILABLE|
803D000D|WS_E_ENDPOINT_NOT_FOUND|
803D000E|WS_E_ENDPOINT_NOT_AVAILABLE|
803D000F|WS_E_ENDPOINT_FAILURE|
803D0010|WS_E_ENDPOINT_UNREACHABLE|
803D0011|WS_E_ENDPOINT_ACTION_NOT_SUPPORTED|
803D0012|WS_E_ENDPOINT_TOO_BUSY|
803D0013|WS_E_ENDPOINT_FAULT_RECEIVED|
803D0014|WS_E_ENDPOINT_DISCONNECTED|
803D0015|WS_E_PROXY_FAILURE|
803D0016|WS_E_PROXY_ACCESS_DENIED|
803D0017|WS_E_NOT_SUPPORTED|
803D0018|WS_E_PROXY_REQUIRES_BASIC_AUTH|
803D0019|WS_E_PROXY_REQUIRES_DIGEST_AUTH|
803D001A|WS_E_PROXY_REQUIRES_NTLM_AUTH|
803D001B|WS_E_PROXY_REQUIRES_NEGOTIATE_AUTH|
803D001C|WS_E_SERVER_REQUIRES_BASIC_AUTH|
803D001D|WS_E_SERVER_REQUIRES_DIGEST_AUTH|
803D001E|WS_E_SERVER_REQUIRES_NTLM_AUTH|
803D001F|WS_E_SERVER_REQUIRES_NEGOTIATE_AUTH|
803D0020|WS_E_INVALID_ENDPOINT_URL|
803D0021|WS_E_OTHER|
803D0022|WS_E_SECURITY_TOKEN_EXPIRED|
803D0023|WS_E_SECURITY_SYSTEM_FAILURE|
803E0100|WPN_E_CHANNEL_CLOSED|
803E0101|WPN_E_CHANNEL_REQUEST_NOT_COMPLETE|
803E0102|WPN_E_INVALID_APP|
803E0103|WPN_E_OUTSTANDING_CHANNEL_REQUEST|
803E0104|WPN_E_DUPLICATE_CHANNEL|
803E0105|WPN_E_PLATFORM_UNAVAILABLE|
803E0106|WPN_E_NOTIFICATION_POSTED|
803E0107|WPN_E_NOTIFICATION_HIDDEN|
803E0108|WPN_E_NOTIFICATION_NOT_POSTED|
803E0109|WPN_E_CLOUD_DISABLED|
803E0110|WPN_E_CLOUD_INCAPABLE|
803E0111|WPN_E_NOTIFICATION_DISABLED|
803E0112|WPN_E_NOTIFICATION_INCAPABLE|
803E0113|WPN_E_INTERNET_INCAPABLE|
803E0114|WPN_E_NOTIFICATION_TYPE_DISABLED|
803E0115|WPN_E_NOTIFICATION_SIZE|
803E0116|WPN_E_TAG_SIZE|
803E0117|WPN_E_ACCESS_DENIED|
803E0118|WPN_E_DUPLICATE_REGISTRATION|
803E0119|WPN_E_PUSH_NOTIFICATION_INCAPABLE|
803E011A|WPN_E_CLOUD_AUTH_UNAVAILABLE|
803E011B|WPN_E_CLOUD_SERVICE_UNAVAILABLE|
803E011C|WPN_E_FAILED_LOCK_SCREEN_UPDATE_INTIALIZATION|
803E0120|WPN_E_DEV_ID_SIZE|
803E012A|WPN_E_TAG_ALPHANUMERIC|
803E012B|WPN_E_INVALID_HTTP_STATUS_CODE|
803E0200|WPN_E_OUT_OF_SESSION|
803E0201|WPN_E_POWER_SAVE|
803E0202|WPN_E_IMAGE_NOT_FOUND_IN_CACHE|
803E0203|WPN_E_ALL_URL_NOT_COMPLETED|
803E0204|WPN_E_INVALID_CLOUD_IMAGE|
803E0205|WPN_E_NOTIFICATION_ID_MATCHED|
803E0206|WPN_E_CALLBACK_ALREADY_REGISTERED|
803E0207|WPN_E_TOAST_NOTIFICATION_DROPPED|
803E0208|WPN_E_STORAGE_LOCKED|
80400000|INPUT_E_OUT_OF_ORDER|
80400001|INPUT_E_REENTRANCY|
80400002|INPUT_E_MULTIMODAL|
80400003|INPUT_E_PACKET|
80400004|INPUT_E_FRAME|
80400005|INPUT_E_HISTORY|
80400006|INPUT_E_DEVICE_INFO|
80400007|INPUT_E_TRANSFORM|
80400008|INPUT_E_DEVICE_PROPERTY|
80548201|E_MBN_CONTEXT_NOT_ACTIVATED|
80548202|E_MBN_BAD_SIM|
80548203|E_MBN_DATA_CLASS_NOT_AVAILABLE|
80548204|E_MBN_INVALID_ACCESS_STRING|
80548205|E_MBN_MAX_ACTIVATED_CONTEXTS|
80548206|E_MBN_PACKET_SVC_DETACHED|
80548207|E_MBN_PROVIDER_NOT_VISIBLE|
80548208|E_MBN_RADIO_POWER_OFF|
80548209|E_MBN_SERVICE_NOT_ACTIVATED|
8054820A|E_MBN_SIM_NOT_INSERTED|
8054820B|E_MBN_VOICE_CALL_IN_PROGRESS|
8054820C|E_MBN_INVALID_CACHE|
8054820D|E_MBN_NOT_REGISTERED|
8054820E|E_MBN_PROVIDERS_NOT_FOUND|
8054820F|E_MBN_PIN_NOT_SUPPORTED|
80548210|E_MBN_PIN_REQUIRED|
80548211|E_MBN_PIN_DISABLED|
80548212|E_MBN_FAILURE|
80548218|E_MBN_INVALID_PROFILE|
80548219|E_MBN_DEFAULT_PROFILE_EXIST|
80548220|E_MBN_SMS_ENCODING_NOT_SUPPORTED|
80548221|E_MBN_SMS_FILTER_NOT_SUPPORTED|
80548222|E_MBN_SMS_INVALID_MEMORY_INDEX|
80548223|E_MBN_SMS_LANG_NOT_SUPPORTED|
80548224|E_MBN_SMS_MEMORY_FAILURE|
80548225|E_MBN_SMS_NETWORK_TIMEOUT|
80548226|E_MBN_SMS_UNKNOWN_SMSC_ADDRESS|
80548227|E_MBN_SMS_FORMAT_NOT_SUPPORTED|
80548228|E_MBN_SMS_OPERATION_NOT_ALLOWED|
80548229|E_MBN_SMS_MEMORY_FULL|
80550001|EAS_E_POLICY_NOT_MANAGED_BY_OS|
80550002|EAS_E_POLICY_COMPLIANT_WITH_ACTIONS|
80550003|EAS_E_REQUESTED_POLICY_NOT_ENFORCEABLE|
80550004|EAS_E_CURRENT_USER_HAS_BLANK_PASSWORD|
80550006|EAS_E_USER_CANNOT_CHANGE_PASSWORD|
80550007|EAS_E_ADMINS_HAVE_BLANK_PASSWORD|
80550008|EAS_E_ADMINS_CANNOT_CHANGE_PASSWORD|
80550009|EAS_E_LOCAL_CONTROLLED_USERS_CANNOT_CHANGE_PASSWORD|
8055000B|EAS_E_CONNECTED_ADMINS_NEED_TO_CHANGE_PASSWORD|
8055000D|EAS_E_CURRENT_CONNECTED_USER_NEED_TO_CHANGE_PASSWORD|
80630001|PEER_E_IPV6_NOT_INSTALLED|
80630002|PEER_E_NOT_INITIALIZED|
80630003|PEER_E_CANNOT_START_SERVICE|
80630004|PEER_E_NOT_LICENSED|
80630010|PEER_E_INVALID_GRAPH|
80630011|PEER_E_DBNAME_CHANGED|
80630012|PEER_E_DUPLICATE_GRAPH|
80630013|PEER_E_GRAPH_NOT_READY|
80630014|PEER_E_GRAPH_SHUTTING_DOWN|
80630015|PEER_E_GRAPH_IN_USE|
80630016|PEER_E_INVALID_DATABASE|
80630017|PEER_E_TOO_MANY_ATTRIBUTES|
80630103|PEER_E_CONNECTION_NOT_FOUND|
80630106|PEER_E_CONNECT_SELF|
80630107|PEER_E_ALREADY_LISTENING|
80630108|PEER_E_NODE_NOT_FOUND|
80630109|PEER_E_CONNECTION_FAILED|
8063010A|PEER_E_CONNECTION_NOT_AUTHENTICATED|
8063010B|PEER_E_CONNECTION_REFUSED|
80630201|PEER_E_CLASSIFIER_TOO_LONG|
80630202|PEER_E_TOO_MANY_IDENTITIES|
80630203|PEER_E_NO_KEY_ACCESS|
80630204|PEER_E_GROUPS_EXIST|
80630301|PEER_E_RECORD_NOT_FOUND|
80630302|PEER_E_DATABASE_ACCESSDENIED|
80630303|PEER_E_DBINITIALIZATION_FAILED|
80630304|PEER_E_MAX_RECORD_SIZE_EXCEEDED|
80630305|PEER_E_DATABASE_ALREADY_PRESENT|
80630306|PEER_E_DATABASE_NOT_PRESENT|
80630401|PEER_E_IDENTITY_NOT_FOUND|
80630501|PEER_E_EVENT_HANDLE_NOT_FOUND|
80630601|PEER_E_INVALID_SEARCH|
80630602|PEER_E_INVALID_ATTRIBUTES|
80630701|PEER_E_INVITATION_NOT_TRUSTED|
80630703|PEER_E_CHAIN_TOO_LONG|
80630705|PEER_E_INVALID_TIME_PERIOD|
80630706|PEER_E_CIRCULAR_CHAIN_DETECTED|
80630801|PEER_E_CERT_STORE_CORRUPTED|
80631001|PEER_E_NO_CLOUD|
80631005|PEER_E_CLOUD_NAME_AMBIGUOUS|
80632010|PEER_E_INVALID_RECORD|
80632020|PEER_E_NOT_AUTHORIZED|
80632021|PEER_E_PASSWORD_DOES_NOT_MEET_POLICY|
80632030|PEER_E_DEFERRED_VALIDATION|
80632040|PEER_E_INVALID_GROUP_PROPERTIES|
80632050|PEER_E_INVALID_PEER_NAME|
80632060|PEER_E_INVALID_CLASSIFIER|
80632070|PEER_E_INVALID_FRIENDLY_NAME|
80632071|PEER_E_INVALID_ROLE_PROPERTY|
80632072|PEER_E_INVALID_CLASSIFIER_PROPERTY|
80632080|PEER_E_INVALID_RECORD_EXPIRATION|
80632081|PEER_E_INVALID_CREDENTIAL_INFO|
80632082|PEER_E_INVALID_CREDENTIAL|
80632083|PEER_E_INVALID_RECORD_SIZE|
80632090|PEER_E_UNSUPPORTED_VERSION|
80632091|PEER_E_GROUP_NOT_READY|
80632092|PEER_E_GROUP_IN_USE|
80632093|PEER_E_INVALID_GROUP|
80632094|PEER_E_NO_MEMBERS_FOUND|
80632095|PEER_E_NO_MEMBER_CONNECTIONS|
80632096|PEER_E_UNABLE_TO_LISTEN|
806320A0|PEER_E_IDENTITY_DELETED|
806320A1|PEER_E_SERVICE_NOT_AVAILABLE|
80634001|PEER_E_CANNOT_CONVERT_PEER_NAME|
80634002|PEER_E_INVALID_PEER_HOST_NAME|
80634003|PEER_E_NO_MORE|
80634005|PEER_E_PNRP_DUPLICATE_PEER_NAME|
80636001|PEER_E_CONTACT_NOT_FOUND|
80637000|PEER_E_INVITE_CANCELLED|
80637001|PEER_E_INVITE_RESPONSE_NOT_AVAILABLE|
80637003|PEER_E_NOT_SIGNED_IN|
80637004|PEER_E_PRIVACY_DECLINED|
80637005|PEER_E_TIMEOUT|
80637007|PEER_E_INVALID_ADDRESS|
80637008|PEER_E_FW_EXCEPTION_DISABLED|
80637009|PEER_E_FW_BLOCKED_BY_POLICY|
8063700A|PEER_E_FW_BLOCKED_BY_SHIELDS_UP|
8063700B|PEER_E_FW_DECLINED|
80650001|E_BLUETOOTH_ATT_INVALID_HANDLE|
80650002|E_BLUETOOTH_ATT_READ_NOT_PERMITTED|
80650003|E_BLUETOOTH_ATT_WRITE_NOT_PERMITTED|
80650004|E_BLUETOOTH_ATT_INVALID_PDU|
80650005|E_BLUETOOTH_ATT_INSUFFICIENT_AUTHENTICATION|
80650006|E_BLUETOOTH_ATT_REQUEST_NOT_SUPPORTED|
80650007|E_BLUETOOTH_ATT_INVALID_OFFSET|
80650008|E_BLUETOOTH_ATT_INSUFFICIENT_AUTHORIZATION|
80650009|E_BLUETOOTH_ATT_PREPARE_QUEUE_FULL|
8065000A|E_BLUETOOTH_ATT_ATTRIBUTE_NOT_FOUND|
8065000B|E_BLUETOOTH_ATT_ATTRIBUTE_NOT_LONG|
8065000C|E_BLUETOOTH_ATT_INSUFFICIENT_ENCRYPTION_KEY_SIZE|
8065000D|E_BLUETOOTH_ATT_INVALID_ATTRIBUTE_VALUE_LENGTH|
8065000E|E_BLUETOOTH_ATT_UNLIKELY|
8065000F|E_BLUETOOTH_ATT_INSUFFICIENT_ENCRYPTION|
80650010|E_BLUETOOTH_ATT_UNSUPPORTED_GROUP_TYPE|
80650011|E_BLUETOOTH_ATT_INSUFFICIENT_RESOURCES|
80651000|E_BLUETOOTH_ATT_UNKNOWN_ERROR|
80660001|E_AUDIO_ENGINE_NODE_NOT_FOUND|
80660002|E_HDAUDIO_EMPTY_CONNECTION_LIST|
80660003|E_HDAUDIO_CONNECTION_LIST_NOT_SUPPORTED|
80660004|E_HDAUDIO_NO_LOGICAL_DEVICES_CREATED|
80660005|E_HDAUDIO_NULL_LINKED_LIST_ENTRY|
80820001|ERROR_VOLSNAP_BOOTFILE_NOT_VALID|
80830001|ERROR_TIERING_NOT_SUPPORTED_ON_VOLUME|
80830002|ERROR_TIERING_VOLUME_DISMOUNT_IN_PROGRESS|
80830003|ERROR_TIERING_STORAGE_TIER_NOT_FOUND|
80830004|ERROR_TIERING_INVALID_FILE_ID|
80830005|ERROR_TIERING_WRONG_CLUSTER_NODE|
80830006|ERROR_TIERING_ALREADY_PROCESSING|
80830007|ERROR_TIERING_CANNOT_PIN_OBJECT|
80860001|ONL_E_INVALID_AUTHENTICATION_TARGET|
80860002|ONL_E_ACCESS_DENIED_BY_TOU|
80860003|ONL_E_INVALID_APPLICATION|
80860004|ONL_E_PASSWORD_UPDATE_REQUIRED|
80860005|ONL_E_ACCOUNT_UPDATE_REQUIRED|
80860006|ONL_E_FORCESIGNIN|
80860007|ONL_E_ACCOUNT_LOCKED|
80860008|ONL_E_PARENTAL_CONSENT_REQUIRED|
80860009|ONL_E_EMAIL_VERIFICATION_REQUIRED|
8086000A|ONL_E_ACCOUNT_SUSPENDED_COMPROIMISE|
8086000B|ONL_E_ACCOUNT_SUSPENDED_ABUSE|
8086000C|ONL_E_ACTION_REQUIRED|
8086000D|ONL_CONNECTION_COUNT_LIMIT|
8086000E|ONL_E_CONNECTED_ACCOUNT_CAN_NOT_SIGNOUT|
8086000F|ONL_E_USER_AUTHENTICATION_REQUIRED|
80860010|ONL_E_REQUEST_THROTTLED|
80B00001|ERROR_DBG_CREATE_PROCESS_FAILURE_LOCKDOWN|
80B00002|ERROR_DBG_ATTACH_PROCESS_FAILURE_LOCKDOWN|
80B00003|ERROR_DBG_CONNECT_SERVER_FAILURE_LOCKDOWN|
80B00004|ERROR_DBG_START_SERVER_FAILURE_LOCKDOWN|
80E70003|ERROR_SPACES_RESILIENCY_TYPE_INVALID|
80E70004|ERROR_SPACES_DRIVE_SECTOR_SIZE_INVALID|
80E70006|ERROR_SPACES_DRIVE_REDUNDANCY_INVALID|
80E70007|ERROR_SPACES_NUMBER_OF_DATA_COPIES_INVALID|
80E70008|ERROR_SPACES_PARITY_LAYOUT_INVALID|
80E70009|ERROR_SPACES_INTERLEAVE_LENGTH_INVALID|
80E7000A|ERROR_SPACES_NUMBER_OF_COLUMNS_INVALID|
80E7000B|ERROR_SPACES_NOT_ENOUGH_DRIVES|
83750001|WEB_E_UNSUPPORTED_FORMAT|
83750002|WEB_E_INVALID_XML|
83750003|WEB_E_MISSING_REQUIRED_ELEMENT|
83750004|WEB_E_MISSING_REQUIRED_ATTRIBUTE|
83750005|WEB_E_UNEXPECTED_CONTENT|
83750006|WEB_E_RESOURCE_TOO_LARGE|
83750007|WEB_E_INVALID_JSON_STRING|
83750008|WEB_E_INVALID_JSON_NUMBER|
83750009|WEB_E_JSON_VALUE_NOT_FOUND|
83760001|E_INVALID_PROTOCOL_OPERATION|
83760002|E_INVALID_PROTOCOL_FORMAT|
83760003|E_PROTOCOL_EXTENSIONS_NOT_SUPPORTED|
83760004|E_SUBPROTOCOL_NOT_SUPPORTED|
83760005|E_PROTOCOL_VERSION_NOT_SUPPORTED|
88790001|D3D10_ERROR_TOO_MANY_UNIQUE_STATE_OBJECTS|
88790002|D3D10_ERROR_FILE_NOT_FOUND|
887A0001|DXGI_ERROR_INVALID_CALL|The call is invalid in the present state or with these arguments.
887A0002|DXGI_ERROR_NOT_FOUND|The object asked for does not exist.
887A0003|DXGI_ERROR_MORE_DATA|The supplied buffer is too small.
887A0004|DXGI_ERROR_UNSUPPORTED|The device or feature level does not support this.
887A0005|DXGI_ERROR_DEVICE_REMOVED|The graphics device was removed, reset, or its driver upgraded.
887A0006|DXGI_ERROR_DEVICE_HUNG|The graphics device hung on badly formed commands and was reset.
887A0007|DXGI_ERROR_DEVICE_RESET|The graphics device was reset because of a badly formed command.
887A000A|DXGI_ERROR_WAS_STILL_DRAWING|The GPU was busy drawing; try later.
887A000B|DXGI_ERROR_FRAME_STATISTICS_DISJOINT|An event interfered with gathering frame statistics.
887A000C|DXGI_ERROR_GRAPHICS_VIDPN_SOURCE_IN_USE|The output is in use exclusively elsewhere.
887A0020|DXGI_ERROR_DRIVER_INTERNAL_ERROR|The driver met an internal problem and the device was put into the removed state.
887A0021|DXGI_ERROR_NONEXCLUSIVE|A global counter resource is in use.
887A0022|DXGI_ERROR_NOT_CURRENTLY_AVAILABLE|The resource is currently not available.
887A0023|DXGI_ERROR_REMOTE_CLIENT_DISCONNECTED|
887A0024|DXGI_ERROR_REMOTE_OUTOFMEMORY|
887A0025|DXGI_ERROR_MODE_CHANGE_IN_PROGRESS|
887A0026|DXGI_ERROR_ACCESS_LOST|The desktop duplication interface lost access (mode change, secure desktop, ...).
887A0027|DXGI_ERROR_WAIT_TIMEOUT|The wait ended without a new frame.
887A0028|DXGI_ERROR_SESSION_DISCONNECTED|
887A0029|DXGI_ERROR_RESTRICT_TO_OUTPUT_STALE|
887A002A|DXGI_ERROR_CANNOT_PROTECT_CONTENT|
887A002B|DXGI_ERROR_ACCESS_DENIED|The resource was made without the access asked for.
887A002C|DXGI_ERROR_NAME_ALREADY_EXISTS|
887A002D|DXGI_ERROR_SDK_COMPONENT_MISSING|
887A0031|DXGI_ERROR_DYNAMIC_CODE_POLICY_VIOLATION|
887B0001|DXGI_DDI_ERR_WASSTILLDRAWING|
887B0002|DXGI_DDI_ERR_UNSUPPORTED|
887B0003|DXGI_DDI_ERR_NONEXCLUSIVE|
887C0001|D3D11_ERROR_TOO_MANY_UNIQUE_STATE_OBJECTS|
887C0002|D3D11_ERROR_FILE_NOT_FOUND|
887C0003|D3D11_ERROR_TOO_MANY_UNIQUE_VIEW_OBJECTS|
887C0004|D3D11_ERROR_DEFERRED_CONTEXT_MAP_WITHOUT_INITIAL_DISCARD|
88980001|MILERR_OBJECTBUSY|
88980002|MILERR_INSUFFICIENTBUFFER|
88980003|MILERR_WIN32ERROR|
88980004|MILERR_SCANNER_FAILED|
88980005|MILERR_SCREENACCESSDENIED|
88980006|MILERR_DISPLAYSTATEINVALID|
88980007|MILERR_NONINVERTIBLEMATRIX|
88980008|MILERR_ZEROVECTOR|
88980009|MILERR_TERMINATED|
8898000A|MILERR_BADNUMBER|
88980080|MILERR_INTERNALERROR|
88980084|MILERR_DISPLAYFORMATNOTSUPPORTED|
88980085|MILERR_INVALIDCALL|
88980086|MILERR_ALREADYLOCKED|
88980087|MILERR_NOTLOCKED|
88980088|MILERR_DEVICECANNOTRENDERTEXT|
88980089|MILERR_GLYPHBITMAPMISSED|
8898008A|MILERR_MALFORMEDGLYPHCACHE|
8898008B|MILERR_GENERIC_IGNORE|
8898008C|MILERR_MALFORMED_GUIDELINE_DATA|
8898008D|MILERR_NO_HARDWARE_DEVICE|
8898008E|MILERR_NEED_RECREATE_AND_PRESENT|
8898008F|MILERR_ALREADY_INITIALIZED|
88980090|MILERR_MISMATCHED_SIZE|
88980091|MILERR_NO_REDIRECTION_SURFACE_AVAILABLE|
88980092|MILERR_REMOTING_NOT_SUPPORTED|
88980093|MILERR_QUEUED_PRESENT_NOT_SUPPORTED|
88980094|MILERR_NOT_QUEUING_PRESENTS|
88980095|MILERR_NO_REDIRECTION_SURFACE_RETRY_LATER|
88980096|MILERR_TOOMANYSHADERELEMNTS|
88980097|MILERR_MROW_READLOCK_FAILED|
88980098|MILERR_MROW_UPDATE_FAILED|
88980099|MILERR_SHADER_COMPILE_FAILED|
8898009A|MILERR_MAX_TEXTURE_SIZE_EXCEEDED|
8898009B|MILERR_QPC_TIME_WENT_BACKWARD|
8898009D|MILERR_DXGI_ENUMERATION_OUT_OF_SYNC|
8898009E|MILERR_ADAPTER_NOT_FOUND|
8898009F|MILERR_COLORSPACE_NOT_SUPPORTED|
889800A0|MILERR_PREFILTER_NOT_SUPPORTED|
889800A1|MILERR_DISPLAYID_ACCESS_DENIED|
88980400|UCEERR_INVALIDPACKETHEADER|
88980401|UCEERR_UNKNOWNPACKET|
88980402|UCEERR_ILLEGALPACKET|
88980403|UCEERR_MALFORMEDPACKET|
88980404|UCEERR_ILLEGALHANDLE|
88980405|UCEERR_HANDLELOOKUPFAILED|
88980406|UCEERR_RENDERTHREADFAILURE|
88980407|UCEERR_CTXSTACKFRSTTARGETNULL|
88980408|UCEERR_CONNECTIONIDLOOKUPFAILED|
88980409|UCEERR_BLOCKSFULL|
8898040A|UCEERR_MEMORYFAILURE|
8898040B|UCEERR_PACKETRECORDOUTOFRANGE|
8898040C|UCEERR_ILLEGALRECORDTYPE|
8898040D|UCEERR_OUTOFHANDLES|
8898040E|UCEERR_UNCHANGABLE_UPDATE_ATTEMPTED|
8898040F|UCEERR_NO_MULTIPLE_WORKER_THREADS|
88980410|UCEERR_REMOTINGNOTSUPPORTED|
88980411|UCEERR_MISSINGENDCOMMAND|
88980412|UCEERR_MISSINGBEGINCOMMAND|
88980413|UCEERR_CHANNELSYNCTIMEDOUT|
88980414|UCEERR_CHANNELSYNCABANDONED|
88980415|UCEERR_UNSUPPORTEDTRANSPORTVERSION|
88980416|UCEERR_TRANSPORTUNAVAILABLE|
88980417|UCEERR_FEEDBACK_UNSUPPORTED|
88980418|UCEERR_COMMANDTRANSPORTDENIED|
88980419|UCEERR_GRAPHICSSTREAMUNAVAILABLE|
88980420|UCEERR_GRAPHICSSTREAMALREADYOPEN|
88980421|UCEERR_TRANSPORTDISCONNECTED|
88980422|UCEERR_TRANSPORTOVERLOADED|
88980423|UCEERR_PARTITION_ZOMBIED|
88980500|MILAVERR_NOCLOCK|
88980501|MILAVERR_NOMEDIATYPE|
88980502|MILAVERR_NOVIDEOMIXER|
88980503|MILAVERR_NOVIDEOPRESENTER|
88980504|MILAVERR_NOREADYFRAMES|
88980505|MILAVERR_MODULENOTLOADED|
88980506|MILAVERR_WMPFACTORYNOTREGISTERED|
88980507|MILAVERR_INVALIDWMPVERSION|
88980508|MILAVERR_INSUFFICIENTVIDEORESOURCES|
88980509|MILAVERR_VIDEOACCELERATIONNOTAVAILABLE|
8898050A|MILAVERR_REQUESTEDTEXTURETOOBIG|
8898050B|MILAVERR_SEEKFAILED|
8898050C|MILAVERR_UNEXPECTEDWMPFAILURE|
8898050D|MILAVERR_MEDIAPLAYERCLOSED|
8898050E|MILAVERR_UNKNOWNHARDWAREERROR|
8898060E|MILEFFECTSERR_UNKNOWNPROPERTY|
8898060F|MILEFFECTSERR_EFFECTNOTPARTOFGROUP|
88980610|MILEFFECTSERR_NOINPUTSOURCEATTACHED|
88980611|MILEFFECTSERR_CONNECTORNOTCONNECTED|
88980612|MILEFFECTSERR_CONNECTORNOTASSOCIATEDWITHEFFECT|
88980613|MILEFFECTSERR_RESERVED|
88980614|MILEFFECTSERR_CYCLEDETECTED|
88980615|MILEFFECTSERR_EFFECTINMORETHANONEGRAPH|
88980616|MILEFFECTSERR_EFFECTALREADYINAGRAPH|
88980617|MILEFFECTSERR_EFFECTHASNOCHILDREN|
88980618|MILEFFECTSERR_ALREADYATTACHEDTOLISTENER|
88980619|MILEFFECTSERR_NOTAFFINETRANSFORM|
8898061A|MILEFFECTSERR_EMPTYBOUNDS|
8898061B|MILEFFECTSERR_OUTPUTSIZETOOLARGE|
88980700|DWMERR_STATE_TRANSITION_FAILED|
88980701|DWMERR_THEME_FAILED|
88980702|DWMERR_CATASTROPHIC_FAILURE|
88980800|DCOMPOSITION_ERROR_WINDOW_ALREADY_COMPOSED|
88980801|DCOMPOSITION_ERROR_SURFACE_BEING_RENDERED|
88980802|DCOMPOSITION_ERROR_SURFACE_NOT_BEING_RENDERED|
88982F04|WINCODEC_ERR_WRONGSTATE|
88982F05|WINCODEC_ERR_VALUEOUTOFRANGE|
88982F07|WINCODEC_ERR_UNKNOWNIMAGEFORMAT|
88982F0B|WINCODEC_ERR_UNSUPPORTEDVERSION|
88982F0C|WINCODEC_ERR_NOTINITIALIZED|
88982F0D|WINCODEC_ERR_ALREADYLOCKED|
88982F40|WINCODEC_ERR_PROPERTYNOTFOUND|
88982F41|WINCODEC_ERR_PROPERTYNOTSUPPORTED|
88982F42|WINCODEC_ERR_PROPERTYSIZE|
88982F43|WINCODEC_ERR_CODECPRESENT|
88982F44|WINCODEC_ERR_CODECNOTHUMBNAIL|
88982F45|WINCODEC_ERR_PALETTEUNAVAILABLE|
88982F46|WINCODEC_ERR_CODECTOOMANYSCANLINES|
88982F48|WINCODEC_ERR_INTERNALERROR|
88982F49|WINCODEC_ERR_SOURCERECTDOESNOTMATCHDIMENSIONS|
88982F50|WINCODEC_ERR_COMPONENTNOTFOUND|
88982F51|WINCODEC_ERR_IMAGESIZEOUTOFRANGE|
88982F52|WINCODEC_ERR_TOOMUCHMETADATA|
88982F60|WINCODEC_ERR_BADIMAGE|
88982F61|WINCODEC_ERR_BADHEADER|
88982F62|WINCODEC_ERR_FRAMEMISSING|
88982F63|WINCODEC_ERR_BADMETADATAHEADER|
88982F70|WINCODEC_ERR_BADSTREAMDATA|
88982F71|WINCODEC_ERR_STREAMWRITE|
88982F72|WINCODEC_ERR_STREAMREAD|
88982F73|WINCODEC_ERR_STREAMNOTAVAILABLE|
88982F80|WINCODEC_ERR_UNSUPPORTEDPIXELFORMAT|
88982F81|WINCODEC_ERR_UNSUPPORTEDOPERATION|
88982F8A|WINCODEC_ERR_INVALIDREGISTRATION|
88982F8B|WINCODEC_ERR_COMPONENTINITIALIZEFAILURE|
88982F8C|WINCODEC_ERR_INSUFFICIENTBUFFER|
88982F8D|WINCODEC_ERR_DUPLICATEMETADATAPRESENT|
88982F8E|WINCODEC_ERR_PROPERTYUNEXPECTEDTYPE|
88982F8F|WINCODEC_ERR_UNEXPECTEDSIZE|
88982F90|WINCODEC_ERR_INVALIDQUERYREQUEST|
88982F91|WINCODEC_ERR_UNEXPECTEDMETADATATYPE|
88982F92|WINCODEC_ERR_REQUESTONLYVALIDATMETADATAROOT|
88982F93|WINCODEC_ERR_INVALIDQUERYCHARACTER|
88982F94|WINCODEC_ERR_WIN32ERROR|
88982F95|WINCODEC_ERR_INVALIDPROGRESSIVELEVEL|
88985000|DWRITE_E_FILEFORMAT|
88985001|DWRITE_E_UNEXPECTED|
88985002|DWRITE_E_NOFONT|
88985003|DWRITE_E_FILENOTFOUND|
88985004|DWRITE_E_FILEACCESS|
88985005|DWRITE_E_FONTCOLLECTIONOBSOLETE|
88985006|DWRITE_E_ALREADYREGISTERED|
88985007|DWRITE_E_CACHEFORMAT|
88985008|DWRITE_E_CACHEVERSION|
88985009|DWRITE_E_UNSUPPORTEDOPERATION|
8898500A|DWRITE_E_TEXTRENDERERINCOMPATIBLE|
8898500B|DWRITE_E_FLOWDIRECTIONCONFLICTS|
8898500C|DWRITE_E_NOCOLOR|
88990001|D2DERR_WRONG_STATE|
88990002|D2DERR_NOT_INITIALIZED|
88990003|D2DERR_UNSUPPORTED_OPERATION|
88990004|D2DERR_SCANNER_FAILED|
88990005|D2DERR_SCREEN_ACCESS_DENIED|
88990006|D2DERR_DISPLAY_STATE_INVALID|
88990007|D2DERR_ZERO_VECTOR|
88990008|D2DERR_INTERNAL_ERROR|
88990009|D2DERR_DISPLAY_FORMAT_NOT_SUPPORTED|
8899000A|D2DERR_INVALID_CALL|
8899000B|D2DERR_NO_HARDWARE_DEVICE|
8899000C|D2DERR_RECREATE_TARGET|
8899000D|D2DERR_TOO_MANY_SHADER_ELEMENTS|
8899000E|D2DERR_SHADER_COMPILE_FAILED|
8899000F|D2DERR_MAX_TEXTURE_SIZE_EXCEEDED|
88990010|D2DERR_UNSUPPORTED_VERSION|
88990011|D2DERR_BAD_NUMBER|
88990012|D2DERR_WRONG_FACTORY|
88990013|D2DERR_LAYER_ALREADY_IN_USE|
88990014|D2DERR_POP_CALL_DID_NOT_MATCH_PUSH|
88990015|D2DERR_WRONG_RESOURCE_DOMAIN|
88990016|D2DERR_PUSH_POP_UNBALANCED|
88990017|D2DERR_RENDER_TARGET_HAS_LAYER_OR_CLIPRECT|
88990018|D2DERR_INCOMPATIBLE_BRUSH_TYPES|
88990019|D2DERR_WIN32_ERROR|
8899001A|D2DERR_TARGET_NOT_GDI_COMPATIBLE|
8899001B|D2DERR_TEXT_EFFECT_IS_WRONG_TYPE|
8899001C|D2DERR_TEXT_RENDERER_NOT_RELEASED|
8899001D|D2DERR_EXCEEDS_MAX_BITMAP_SIZE|
8899001E|D2DERR_INVALID_GRAPH_CONFIGURATION|
8899001F|D2DERR_INVALID_INTERNAL_GRAPH_CONFIGURATION|
88990020|D2DERR_CYCLIC_GRAPH|
88990021|D2DERR_BITMAP_CANNOT_DRAW|
88990022|D2DERR_OUTSTANDING_BITMAP_REFERENCES|
88990023|D2DERR_ORIGINAL_TARGET_NOT_BOUND|
88990024|D2DERR_INVALID_TARGET|
88990025|D2DERR_BITMAP_BOUND_AS_TARGET|
88990026|D2DERR_INSUFFICIENT_DEVICE_CAPABILITIES|
88990027|D2DERR_INTERMEDIATE_TOO_LARGE|
88990028|D2DERR_EFFECT_IS_NOT_REGISTERED|
88990029|D2DERR_INVALID_PROPERTY|
8899002A|D2DERR_NO_SUBPROPERTIES|
8899002B|D2DERR_PRINT_JOB_CLOSED|
8899002C|D2DERR_PRINT_FORMAT_NOT_SUPPORTED|
8899002D|D2DERR_TOO_MANY_TRANSFORM_INPUTS|
89010001|ERROR_IO_PREEMPTED|
89020001|JSCRIPT_E_CANTEXECUTE|
8DEAD01B|TRK_E_NOT_FOUND|A requested object was not found.
8DEAD01C|TRK_E_VOLUME_QUOTA_EXCEEDED|The server received a CREATE_VOLUME subrequest of a SYNC_VOLUMES request, but the ServerVolumeTable size limit for the RequestMachine has already been reached.
8DEAD01E|TRK_SERVER_TOO_BUSY|The server is busy, and the client should retry the request at a later time.
C0090001|ERROR_AUDITING_DISABLED|The specified event is currently not being audited.
C0090002|ERROR_ALL_SIDS_FILTERED|The SID filtering operation removed all SIDs.
C0090003|ERROR_BIZRULES_NOT_ENABLED|Business rule scripts are disabled for the calling application.
C02605E8|ERROR_GRAPHICS_SESSION_TYPE_CHANGE_IN_PROGRESS|
C0261003|ERROR_MONITOR_INVALID_DESCRIPTOR_CHECKSUM|Checksum of the obtained monitor descriptor is invalid.
C0261004|ERROR_MONITOR_INVALID_STANDARD_TIMING_BLOCK|Monitor descriptor contains an invalid standard timing block.
C0261005|ERROR_MONITOR_WMI_DATABLOCK_REGISTRATION_FAILED|Windows Management Instrumentation (WMI) data block registration failed for one of the MSMonitorClass WMI subclasses.
C0261006|ERROR_MONITOR_INVALID_SERIAL_NUMBER_MONDSC_BLOCK|Provided monitor descriptor block is either corrupted or does not contain the monitor's detailed serial number.
C0261007|ERROR_MONITOR_INVALID_USER_FRIENDLY_MONDSC_BLOCK|Provided monitor descriptor block is either corrupted or does not contain the monitor's user-friendly name.
C0261008|ERROR_MONITOR_NO_MORE_DESCRIPTOR_DATA|There is no monitor descriptor data at the specified (offset, size) region.
C0261009|ERROR_MONITOR_INVALID_DETAILED_TIMING_BLOCK|Monitor descriptor contains an invalid detailed timing block.
C026100A|ERROR_MONITOR_INVALID_MANUFACTURE_DATE|
C0262000|ERROR_GRAPHICS_NOT_EXCLUSIVE_MODE_OWNER|Exclusive mode ownership is needed to create unmanaged primary allocation.
C0262001|ERROR_GRAPHICS_INSUFFICIENT_DMA_BUFFER|The driver needs more direct memory access (DMA) buffer space to complete the requested operation.
C0262002|ERROR_GRAPHICS_INVALID_DISPLAY_ADAPTER|Specified display adapter handle is invalid.
C0262003|ERROR_GRAPHICS_ADAPTER_WAS_RESET|Specified display adapter and all of its state has been reset.
C0262004|ERROR_GRAPHICS_INVALID_DRIVER_MODEL|The driver stack does not match the expected driver model.
C0262005|ERROR_GRAPHICS_PRESENT_MODE_CHANGED|Present happened but ended up into the changed desktop mode.
C0262006|ERROR_GRAPHICS_PRESENT_OCCLUDED|Nothing to present due to desktop occlusion.
C0262007|ERROR_GRAPHICS_PRESENT_DENIED|Not able to present due to denial of desktop access.
C0262008|ERROR_GRAPHICS_CANNOTCOLORCONVERT|Not able to present with color conversion.
C0262009|ERROR_GRAPHICS_DRIVER_MISMATCH|The kernel driver detected a version mismatch between it and the user mode driver.
C026200B|ERROR_GRAPHICS_PRESENT_REDIRECTION_DISABLED|
C026200C|ERROR_GRAPHICS_PRESENT_UNOCCLUDED|
C026200D|ERROR_GRAPHICS_WINDOWDC_NOT_AVAILABLE|
C026200E|ERROR_GRAPHICS_WINDOWLESS_PRESENT_DISABLED|
C0262100|ERROR_GRAPHICS_NO_VIDEO_MEMORY|Not enough video memory available to complete the operation.
C0262101|ERROR_GRAPHICS_CANT_LOCK_MEMORY|Could not probe and lock the underlying memory of an allocation.
C0262102|ERROR_GRAPHICS_ALLOCATION_BUSY|The allocation is currently busy.
C0262103|ERROR_GRAPHICS_TOO_MANY_REFERENCES|An object being referenced has reach the maximum reference count already and cannot be referenced further.
C0262104|ERROR_GRAPHICS_TRY_AGAIN_LATER|A problem could not be solved due to some currently existing condition. The problem should be tried again later.
C0262105|ERROR_GRAPHICS_TRY_AGAIN_NOW|A problem could not be solved due to some currently existing condition. The problem should be tried again immediately.
C0262106|ERROR_GRAPHICS_ALLOCATION_INVALID|The allocation is invalid.
C0262107|ERROR_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE|No more unswizzling apertures are currently available.
C0262108|ERROR_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED|The current allocation cannot be unswizzled by an aperture.
C0262109|ERROR_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION|The request failed because a pinned allocation cannot be evicted.
C0262110|ERROR_GRAPHICS_INVALID_ALLOCATION_USAGE|The allocation cannot be used from its current segment location for the specified operation.
C0262111|ERROR_GRAPHICS_CANT_RENDER_LOCKED_ALLOCATION|A locked allocation cannot be used in the current command buffer.
C0262112|ERROR_GRAPHICS_ALLOCATION_CLOSED|The allocation being referenced has been closed permanently.
C0262113|ERROR_GRAPHICS_INVALID_ALLOCATION_INSTANCE|An invalid allocation instance is being referenced.
C0262114|ERROR_GRAPHICS_INVALID_ALLOCATION_HANDLE|An invalid allocation handle is being referenced.
C0262115|ERROR_GRAPHICS_WRONG_ALLOCATION_DEVICE|The allocation being referenced does not belong to the current device.
C0262116|ERROR_GRAPHICS_ALLOCATION_CONTENT_LOST|The specified allocation lost its content.
C0262200|ERROR_GRAPHICS_GPU_EXCEPTION_ON_DEVICE|Graphics processing unit (GPU) exception is detected on the given device. The device is not able to be scheduled.
C0262300|ERROR_GRAPHICS_INVALID_VIDPN_TOPOLOGY|Specified video present network (VidPN) topology is invalid.
C0262301|ERROR_GRAPHICS_VIDPN_TOPOLOGY_NOT_SUPPORTED|Specified VidPN topology is valid but is not supported by this model of the display adapter.
C0262302|ERROR_GRAPHICS_VIDPN_TOPOLOGY_CURRENTLY_NOT_SUPPORTED|Specified VidPN topology is valid but is not supported by the display adapter at this time, due to current allocation of its resources.
C0262303|ERROR_GRAPHICS_INVALID_VIDPN|Specified VidPN handle is invalid.
C0262304|ERROR_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE|Specified video present source is invalid.
C0262305|ERROR_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET|Specified video present target is invalid.
C0262306|ERROR_GRAPHICS_VIDPN_MODALITY_NOT_SUPPORTED|Specified VidPN modality is not supported (for example, at least two of the pinned modes are not cofunctional).
C0262308|ERROR_GRAPHICS_INVALID_VIDPN_SOURCEMODESET|Specified VidPN source mode set is invalid.
C0262309|ERROR_GRAPHICS_INVALID_VIDPN_TARGETMODESET|Specified VidPN target mode set is invalid.
C026230A|ERROR_GRAPHICS_INVALID_FREQUENCY|Specified video signal frequency is invalid.
C026230B|ERROR_GRAPHICS_INVALID_ACTIVE_REGION|Specified video signal active region is invalid.
C026230C|ERROR_GRAPHICS_INVALID_TOTAL_REGION|Specified video signal total region is invalid.
C0262310|ERROR_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE|Specified video present source mode is invalid.
C0262311|ERROR_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET_MODE|Specified video present target mode is invalid.
C0262312|ERROR_GRAPHICS_PINNED_MODE_MUST_REMAIN_IN_SET|Pinned mode must remain in the set on VidPN's cofunctional modality enumeration.
C0262313|ERROR_GRAPHICS_PATH_ALREADY_IN_TOPOLOGY|Specified video present path is already in the VidPN topology.
C0262314|ERROR_GRAPHICS_MODE_ALREADY_IN_MODESET|Specified mode is already in the mode set.
C0262315|ERROR_GRAPHICS_INVALID_VIDEOPRESENTSOURCESET|Specified video present source set is invalid.
C0262316|ERROR_GRAPHICS_INVALID_VIDEOPRESENTTARGETSET|Specified video present target set is invalid.
C0262317|ERROR_GRAPHICS_SOURCE_ALREADY_IN_SET|Specified video present source is already in the video present source set.
C0262318|ERROR_GRAPHICS_TARGET_ALREADY_IN_SET|Specified video present target is already in the video present target set.
C0262319|ERROR_GRAPHICS_INVALID_VIDPN_PRESENT_PATH|Specified VidPN present path is invalid.
C026231A|ERROR_GRAPHICS_NO_RECOMMENDED_VIDPN_TOPOLOGY|Miniport has no recommendation for augmentation of the specified VidPN topology.
C026231B|ERROR_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGESET|Specified monitor frequency range set is invalid.
C026231C|ERROR_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGE|Specified monitor frequency range is invalid.
C026231D|ERROR_GRAPHICS_FREQUENCYRANGE_NOT_IN_SET|Specified frequency range is not in the specified monitor frequency range set.
C026231F|ERROR_GRAPHICS_FREQUENCYRANGE_ALREADY_IN_SET|Specified frequency range is already in the specified monitor frequency range set.
C0262320|ERROR_GRAPHICS_STALE_MODESET|Specified mode set is stale. Reacquire the new mode set.
C0262321|ERROR_GRAPHICS_INVALID_MONITOR_SOURCEMODESET|Specified monitor source mode set is invalid.
C0262322|ERROR_GRAPHICS_INVALID_MONITOR_SOURCE_MODE|Specified monitor source mode is invalid.
C0262323|ERROR_GRAPHICS_NO_RECOMMENDED_FUNCTIONAL_VIDPN|Miniport does not have any recommendation regarding the request to provide a functional VidPN given the current display adapter configuration.
C0262324|ERROR_GRAPHICS_MODE_ID_MUST_BE_UNIQUE|ID of the specified mode is already used by another mode in the set.
C0262325|ERROR_GRAPHICS_EMPTY_ADAPTER_MONITOR_MODE_SUPPORT_INTERSECTION|System failed to determine a mode that is supported by both the display adapter and the monitor connected to it.
C0262326|ERROR_GRAPHICS_VIDEO_PRESENT_TARGETS_LESS_THAN_SOURCES|Number of video present targets must be greater than or equal to the number of video present sources.
C0262327|ERROR_GRAPHICS_PATH_NOT_IN_TOPOLOGY|Specified present path is not in the VidPN topology.
C0262328|ERROR_GRAPHICS_ADAPTER_MUST_HAVE_AT_LEAST_ONE_SOURCE|Display adapter must have at least one video present source.
C0262329|ERROR_GRAPHICS_ADAPTER_MUST_HAVE_AT_LEAST_ONE_TARGET|Display adapter must have at least one video present target.
C026232A|ERROR_GRAPHICS_INVALID_MONITORDESCRIPTORSET|Specified monitor descriptor set is invalid.
C026232B|ERROR_GRAPHICS_INVALID_MONITORDESCRIPTOR|Specified monitor descriptor is invalid.
C026232C|ERROR_GRAPHICS_MONITORDESCRIPTOR_NOT_IN_SET|Specified descriptor is not in the specified monitor descriptor set.
C026232D|ERROR_GRAPHICS_MONITORDESCRIPTOR_ALREADY_IN_SET|Specified descriptor is already in the specified monitor descriptor set.
C026232E|ERROR_GRAPHICS_MONITORDESCRIPTOR_ID_MUST_BE_UNIQUE|ID of the specified monitor descriptor is already used by another descriptor in the set.
C026232F|ERROR_GRAPHICS_INVALID_VIDPN_TARGET_SUBSET_TYPE|Specified video present target subset type is invalid.
C0262330|ERROR_GRAPHICS_RESOURCES_NOT_RELATED|Two or more of the specified resources are not related to each other, as defined by the interface semantics.
C0262331|ERROR_GRAPHICS_SOURCE_ID_MUST_BE_UNIQUE|ID of the specified video present source is already used by another source in the set.
C0262332|ERROR_GRAPHICS_TARGET_ID_MUST_BE_UNIQUE|ID of the specified video present target is already used by another target in the set.
C0262333|ERROR_GRAPHICS_NO_AVAILABLE_VIDPN_TARGET|Specified VidPN source cannot be used because there is no available VidPN target to connect it to.
C0262334|ERROR_GRAPHICS_MONITOR_COULD_NOT_BE_ASSOCIATED_WITH_ADAPTER|Newly arrived monitor could not be associated with a display adapter.
C0262335|ERROR_GRAPHICS_NO_VIDPNMGR|Display adapter in question does not have an associated VidPN manager.
C0262336|ERROR_GRAPHICS_NO_ACTIVE_VIDPN|VidPN manager of the display adapter in question does not have an active VidPN.
C0262337|ERROR_GRAPHICS_STALE_VIDPN_TOPOLOGY|Specified VidPN topology is stale. Re-acquire the new topology.
C0262338|ERROR_GRAPHICS_MONITOR_NOT_CONNECTED|There is no monitor connected on the specified video present target.
C0262339|ERROR_GRAPHICS_SOURCE_NOT_IN_TOPOLOGY|Specified source is not part of the specified VidPN topology.
C026233A|ERROR_GRAPHICS_INVALID_PRIMARYSURFACE_SIZE|Specified primary surface size is invalid.
C026233B|ERROR_GRAPHICS_INVALID_VISIBLEREGION_SIZE|Specified visible region size is invalid.
C026233C|ERROR_GRAPHICS_INVALID_STRIDE|Specified stride is invalid.
C026233D|ERROR_GRAPHICS_INVALID_PIXELFORMAT|Specified pixel format is invalid.
C026233E|ERROR_GRAPHICS_INVALID_COLORBASIS|Specified color basis is invalid.
C026233F|ERROR_GRAPHICS_INVALID_PIXELVALUEACCESSMODE|Specified pixel value access mode is invalid.
C0262340|ERROR_GRAPHICS_TARGET_NOT_IN_TOPOLOGY|Specified target is not part of the specified VidPN topology.
C0262341|ERROR_GRAPHICS_NO_DISPLAY_MODE_MANAGEMENT_SUPPORT|Failed to acquire display mode management interface.
C0262342|ERROR_GRAPHICS_VIDPN_SOURCE_IN_USE|Specified VidPN source is already owned by a display mode manager (DMM) client and cannot be used until that client releases it.
C0262343|ERROR_GRAPHICS_CANT_ACCESS_ACTIVE_VIDPN|Specified VidPN is active and cannot be accessed.
C0262344|ERROR_GRAPHICS_INVALID_PATH_IMPORTANCE_ORDINAL|Specified VidPN present path importance ordinal is invalid.
C0262345|ERROR_GRAPHICS_INVALID_PATH_CONTENT_GEOMETRY_TRANSFORMATION|Specified VidPN present path content geometry transformation is invalid.
C0262346|ERROR_GRAPHICS_PATH_CONTENT_GEOMETRY_TRANSFORMATION_NOT_SUPPORTED|Specified content geometry transformation is not supported on the respective VidPN present path.
C0262347|ERROR_GRAPHICS_INVALID_GAMMA_RAMP|Specified gamma ramp is invalid.
C0262348|ERROR_GRAPHICS_GAMMA_RAMP_NOT_SUPPORTED|Specified gamma ramp is not supported on the respective VidPN present path.
C0262349|ERROR_GRAPHICS_MULTISAMPLING_NOT_SUPPORTED|Multisampling is not supported on the respective VidPN present path.
C026234A|ERROR_GRAPHICS_MODE_NOT_IN_MODESET|Specified mode is not in the specified mode set.
C026234D|ERROR_GRAPHICS_INVALID_VIDPN_TOPOLOGY_RECOMMENDATION_REASON|Specified VidPN topology recommendation reason is invalid.
C026234E|ERROR_GRAPHICS_INVALID_PATH_CONTENT_TYPE|Specified VidPN present path content type is invalid.
C026234F|ERROR_GRAPHICS_INVALID_COPYPROTECTION_TYPE|Specified VidPN present path copy protection type is invalid.
C0262350|ERROR_GRAPHICS_UNASSIGNED_MODESET_ALREADY_EXISTS|No more than one unassigned mode set can exist at any given time for a given VidPN source or target.
C0262352|ERROR_GRAPHICS_INVALID_SCANLINE_ORDERING|The specified scan line ordering type is invalid.
C0262353|ERROR_GRAPHICS_TOPOLOGY_CHANGES_NOT_ALLOWED|Topology changes are not allowed for the specified VidPN.
C0262354|ERROR_GRAPHICS_NO_AVAILABLE_IMPORTANCE_ORDINALS|All available importance ordinals are already used in the specified topology.
C0262355|ERROR_GRAPHICS_INCOMPATIBLE_PRIVATE_FORMAT|Specified primary surface has a different private format attribute than the current primary surface.
C0262356|ERROR_GRAPHICS_INVALID_MODE_PRUNING_ALGORITHM|Specified mode pruning algorithm is invalid.
C0262357|ERROR_GRAPHICS_INVALID_MONITOR_CAPABILITY_ORIGIN|
C0262359|ERROR_GRAPHICS_MAX_NUM_PATHS_REACHED|
C026235A|ERROR_GRAPHICS_CANCEL_VIDPN_TOPOLOGY_AUGMENTATION|
C026235B|ERROR_GRAPHICS_INVALID_CLIENT_TYPE|
C026235C|ERROR_GRAPHICS_CLIENTVIDPN_NOT_SET|
C0262400|ERROR_GRAPHICS_SPECIFIED_CHILD_ALREADY_CONNECTED|Specified display adapter child device already has an external device connected to it.
C0262401|ERROR_GRAPHICS_CHILD_DESCRIPTOR_NOT_SUPPORTED|The display adapter child device does not support reporting a descriptor.
C0262430|ERROR_GRAPHICS_NOT_A_LINKED_ADAPTER|The display adapter is not linked to any other adapters.
C0262431|ERROR_GRAPHICS_LEADLINK_NOT_ENUMERATED|Lead adapter in a linked configuration was not enumerated yet.
C0262432|ERROR_GRAPHICS_CHAINLINKS_NOT_ENUMERATED|Some chain adapters in a linked configuration were not enumerated yet.
C0262433|ERROR_GRAPHICS_ADAPTER_CHAIN_NOT_READY|The chain of linked adapters is not ready to start because of an unknown failure.
C0262434|ERROR_GRAPHICS_CHAINLINKS_NOT_STARTED|An attempt was made to start a lead link display adapter when the chain links were not started yet.
C0262435|ERROR_GRAPHICS_CHAINLINKS_NOT_POWERED_ON|An attempt was made to turn on a lead link display adapter when the chain links were turned off.
C0262436|ERROR_GRAPHICS_INCONSISTENT_DEVICE_LINK_STATE|The adapter link was found to be in an inconsistent state. Not all adapters are in an expected PNP or power state.
C0262438|ERROR_GRAPHICS_NOT_POST_DEVICE_DRIVER|The driver trying to start is not the same as the driver for the posted display adapter.
C026243B|ERROR_GRAPHICS_ADAPTER_ACCESS_NOT_EXCLUDED|
C0262500|ERROR_GRAPHICS_OPM_NOT_SUPPORTED|The driver does not support Output Protection Manager (OPM).
C0262501|ERROR_GRAPHICS_COPP_NOT_SUPPORTED|The driver does not support Certified Output Protection Protocol (COPP).
C0262502|ERROR_GRAPHICS_UAB_NOT_SUPPORTED|The driver does not support a user-accessible bus (UAB).
C0262503|ERROR_GRAPHICS_OPM_INVALID_ENCRYPTED_PARAMETERS|The specified encrypted parameters are invalid.
C0262504|ERROR_GRAPHICS_OPM_PARAMETER_ARRAY_TOO_SMALL|An array passed to a function cannot hold all of the data that the function wants to put in it.
C0262505|ERROR_GRAPHICS_OPM_NO_VIDEO_OUTPUTS_EXIST|The GDI display device passed to this function does not have any active video outputs.
C0262506|ERROR_GRAPHICS_PVP_NO_DISPLAY_DEVICE_CORRESPONDS_TO_NAME|The protected video path (PVP) cannot find an actual GDI display device that corresponds to the passed-in GDI display device name.
C0262507|ERROR_GRAPHICS_PVP_DISPLAY_DEVICE_NOT_ATTACHED_TO_DESKTOP|This function failed because the GDI display device passed to it was not attached to the Windows desktop.
C0262508|ERROR_GRAPHICS_PVP_MIRRORING_DEVICES_NOT_SUPPORTED|The PVP does not support mirroring display devices because they do not have video outputs.
C026250A|ERROR_GRAPHICS_OPM_INVALID_POINTER|The function failed because an invalid pointer parameter was passed to it. A pointer parameter is invalid if it is null, it points to an invalid address, it points to a kernel mode address, or it is not correctly aligned.
C026250B|ERROR_GRAPHICS_OPM_INTERNAL_ERROR|An internal error caused this operation to fail.
C026250C|ERROR_GRAPHICS_OPM_INVALID_HANDLE|The function failed because the caller passed in an invalid OPM user mode handle.
C026250D|ERROR_GRAPHICS_PVP_NO_MONITORS_CORRESPOND_TO_DISPLAY_DEVICE|This function failed because the GDI device passed to it did not have any monitors associated with it.
C026250E|ERROR_GRAPHICS_PVP_INVALID_CERTIFICATE_LENGTH|A certificate could not be returned because the certificate buffer passed to the function was too small.
C026250F|ERROR_GRAPHICS_OPM_SPANNING_MODE_ENABLED|A video output could not be created because the frame buffer is in spanning mode.
C0262510|ERROR_GRAPHICS_OPM_THEATER_MODE_ENABLED|A video output could not be created because the frame buffer is in theater mode.
C0262511|ERROR_GRAPHICS_PVP_HFS_FAILED|The function call failed because the display adapter's hardware functionality scan failed to validate the graphics hardware.
C0262512|ERROR_GRAPHICS_OPM_INVALID_SRM|The High-Bandwidth Digital Content Protection (HDCP) System Renewability Message (SRM) passed to this function did not comply with section 5 of the HDCP 1.1 specification.
C0262513|ERROR_GRAPHICS_OPM_OUTPUT_DOES_NOT_SUPPORT_HDCP|The video output cannot enable the HDCP system because it does not support it.
C0262514|ERROR_GRAPHICS_OPM_OUTPUT_DOES_NOT_SUPPORT_ACP|The video output cannot enable analog copy protection because it does not support it.
C0262515|ERROR_GRAPHICS_OPM_OUTPUT_DOES_NOT_SUPPORT_CGMSA|The video output cannot enable the Content Generation Management System Analog (CGMS-A) protection technology because it does not support it.
C0262516|ERROR_GRAPHICS_OPM_HDCP_SRM_NEVER_SET|IOPMVideoOutput's GetInformation() method cannot return the version of the SRM being used because the application never successfully passed an SRM to the video output.
C0262517|ERROR_GRAPHICS_OPM_RESOLUTION_TOO_HIGH|IOPMVideoOutput's Configure() method cannot enable the specified output protection technology because the output's screen resolution is too high.
C0262518|ERROR_GRAPHICS_OPM_ALL_HDCP_HARDWARE_ALREADY_IN_USE|IOPMVideoOutput's Configure() method cannot enable HDCP because the display adapter's HDCP hardware is already being used by other physical outputs.
C026251A|ERROR_GRAPHICS_OPM_VIDEO_OUTPUT_NO_LONGER_EXISTS|The operating system asynchronously destroyed this OPM video output because the operating system's state changed. This error typically occurs because the monitor physical device object (PDO) associated with this video output was removed, the monitor PDO associated with this video output was stopped, the video output's session became a nonconsole session or the video output's desktop became an inactive desktop.
C026251B|ERROR_GRAPHICS_OPM_SESSION_TYPE_CHANGE_IN_PROGRESS|IOPMVideoOutput's methods cannot be called when a session is changing its type. There are currently three types of sessions: console, disconnected and remote (remote desktop protocol [RDP] or Independent Computing Architecture [ICA]).
C026251D|ERROR_GRAPHICS_OPM_INVALID_INFORMATION_REQUEST|
C026251E|ERROR_GRAPHICS_OPM_DRIVER_INTERNAL_ERROR|
C0262520|ERROR_GRAPHICS_OPM_SIGNALING_NOT_SUPPORTED|
C0262521|ERROR_GRAPHICS_OPM_INVALID_CONFIGURATION_REQUEST|
C0262580|ERROR_GRAPHICS_I2C_NOT_SUPPORTED|The monitor connected to the specified video output does not have an I2C bus.
C0262581|ERROR_GRAPHICS_I2C_DEVICE_DOES_NOT_EXIST|No device on the I2C bus has the specified address.
C0262582|ERROR_GRAPHICS_I2C_ERROR_TRANSMITTING_DATA|An error occurred while transmitting data to the device on the I2C bus.
C0262583|ERROR_GRAPHICS_I2C_ERROR_RECEIVING_DATA|An error occurred while receiving data from the device on the I2C bus.
C0262584|ERROR_GRAPHICS_DDCCI_VCP_NOT_SUPPORTED|The monitor does not support the specified Virtual Control Panel (VCP) code.
C0262585|ERROR_GRAPHICS_DDCCI_INVALID_DATA|The data received from the monitor is invalid.
C0262586|ERROR_GRAPHICS_DDCCI_MONITOR_RETURNED_INVALID_TIMING_STATUS_BYTE|A function call failed because a monitor returned an invalid Timing Status byte when the operating system used the Display Data Channel Command Interface (DDC/CI) Get Timing Report and Timing Message command to get a timing report from a monitor.
C0262587|ERROR_GRAPHICS_MCA_INVALID_CAPABILITIES_STRING|The monitor returned a DDC/CI capabilities string that did not comply with the ACCESS.bus 3.0, DDC/CI 1.1 or MCCS 2 Revision 1 specification.
C0262588|ERROR_GRAPHICS_MCA_INTERNAL_ERROR|An internal Monitor Configuration API error occurred.
C0262589|ERROR_GRAPHICS_DDCCI_INVALID_MESSAGE_COMMAND|An operation failed because a DDC/CI message had an invalid value in its command field.
C026258A|ERROR_GRAPHICS_DDCCI_INVALID_MESSAGE_LENGTH|This error occurred because a DDC/CI message length field contained an invalid value.
C026258B|ERROR_GRAPHICS_DDCCI_INVALID_MESSAGE_CHECKSUM|This error occurred because the value in a DDC/CI message checksum field did not match the message's computed checksum value. This error implies that the data was corrupted while it was being transmitted from a monitor to a computer.
C026258C|ERROR_GRAPHICS_INVALID_PHYSICAL_MONITOR_HANDLE|
C026258D|ERROR_GRAPHICS_MONITOR_NO_LONGER_EXISTS|
C02625D6|ERROR_GRAPHICS_PMEA_INVALID_MONITOR|The HMONITOR no longer exists, is not attached to the desktop, or corresponds to a mirroring device.
C02625D7|ERROR_GRAPHICS_PMEA_INVALID_D3D_DEVICE|The Direct3D (D3D) device's GDI display device no longer exists, is not attached to the desktop, or is a mirroring display device.
C02625D8|ERROR_GRAPHICS_DDCCI_CURRENT_CURRENT_VALUE_GREATER_THAN_MAXIMUM_VALUE|A continuous VCP code's current value is greater than its maximum value. This error code indicates that a monitor returned an invalid value.
C02625D9|ERROR_GRAPHICS_MCA_INVALID_VCP_VERSION|The monitor's VCP Version (0xDF) VCP code returned an invalid version value.
C02625DA|ERROR_GRAPHICS_MCA_MONITOR_VIOLATES_MCCS_SPECIFICATION|The monitor does not comply with the Monitor Control Command Set (MCCS) specification it claims to support.
C02625DB|ERROR_GRAPHICS_MCA_MCCS_VERSION_MISMATCH|The MCCS version in a monitor's mccs_ver capability does not match the MCCS version the monitor reports when the VCP Version (0xDF) VCP code is used.
C02625DC|ERROR_GRAPHICS_MCA_UNSUPPORTED_MCCS_VERSION|The Monitor Configuration API only works with monitors that support the MCCS 1.0 specification, the MCCS 2.0 specification, or the MCCS 2.0 Revision 1 specification.
C02625DE|ERROR_GRAPHICS_MCA_INVALID_TECHNOLOGY_TYPE_RETURNED|The monitor returned an invalid monitor technology type. CRT, plasma, and LCD (TFT) are examples of monitor technology types. This error implies that the monitor violated the MCCS 2.0 or MCCS 2.0 Revision 1 specification.
C02625DF|ERROR_GRAPHICS_MCA_UNSUPPORTED_COLOR_TEMPERATURE|The SetMonitorColorTemperature() caller passed a color temperature to it that the current monitor did not support. CRT, plasma, and LCD (TFT) are examples of monitor technology types. This error implies that the monitor violated the MCCS 2.0 or MCCS 2.0 Revision 1 specification.
C02625E0|ERROR_GRAPHICS_ONLY_CONSOLE_SESSION_SUPPORTED|This function can be used only if a program is running in the local console session. It cannot be used if the program is running on a remote desktop session or on a terminal server session.
C02625E1|ERROR_GRAPHICS_NO_DISPLAY_DEVICE_CORRESPONDS_TO_NAME|
C02625E3|ERROR_GRAPHICS_MIRRORING_DEVICES_NOT_SUPPORTED|
C02625E4|ERROR_GRAPHICS_INVALID_POINTER|
C02625E6|ERROR_GRAPHICS_PARAMETER_ARRAY_TOO_SMALL|
C02625E7|ERROR_GRAPHICS_INTERNAL_ERROR|
C034100F|ERROR_NDIS_OFFLOAD_POLICY|
C0341012|ERROR_NDIS_OFFLOAD_CONNECTION_REJECTED|
C0341013|ERROR_NDIS_OFFLOAD_PATH_REJECTED|
C0350002|ERROR_HV_INVALID_HYPERCALL_CODE|
C0350003|ERROR_HV_INVALID_HYPERCALL_INPUT|
C0350004|ERROR_HV_INVALID_ALIGNMENT|
C0350005|ERROR_HV_INVALID_PARAMETER|
C0350006|ERROR_HV_ACCESS_DENIED|
C0350007|ERROR_HV_INVALID_PARTITION_STATE|
C0350008|ERROR_HV_OPERATION_DENIED|
C0350009|ERROR_HV_UNKNOWN_PROPERTY|
C035000A|ERROR_HV_PROPERTY_VALUE_OUT_OF_RANGE|
C035000B|ERROR_HV_INSUFFICIENT_MEMORY|
C035000C|ERROR_HV_PARTITION_TOO_DEEP|
C035000D|ERROR_HV_INVALID_PARTITION_ID|
C035000E|ERROR_HV_INVALID_VP_INDEX|
C0350011|ERROR_HV_INVALID_PORT_ID|
C0350012|ERROR_HV_INVALID_CONNECTION_ID|
C0350013|ERROR_HV_INSUFFICIENT_BUFFERS|
C0350014|ERROR_HV_NOT_ACKNOWLEDGED|
C0350016|ERROR_HV_ACKNOWLEDGED|
C0350017|ERROR_HV_INVALID_SAVE_RESTORE_STATE|
C0350018|ERROR_HV_INVALID_SYNIC_STATE|
C0350019|ERROR_HV_OBJECT_IN_USE|
C035001A|ERROR_HV_INVALID_PROXIMITY_DOMAIN_INFO|
C035001B|ERROR_HV_NO_DATA|
C035001C|ERROR_HV_INACTIVE|
C035001D|ERROR_HV_NO_RESOURCES|
C035001E|ERROR_HV_FEATURE_UNAVAILABLE|
C0350033|ERROR_HV_INSUFFICIENT_BUFFER|
C0350038|ERROR_HV_INSUFFICIENT_DEVICE_DOMAINS|
C0350041|ERROR_HV_INVALID_LP_INDEX|
C0351000|ERROR_HV_NOT_PRESENT|
C0370001|ERROR_VID_DUPLICATE_HANDLER|
C0370002|ERROR_VID_TOO_MANY_HANDLERS|
C0370003|ERROR_VID_QUEUE_FULL|
C0370004|ERROR_VID_HANDLER_NOT_PRESENT|
C0370005|ERROR_VID_INVALID_OBJECT_NAME|
C0370006|ERROR_VID_PARTITION_NAME_TOO_LONG|
C0370007|ERROR_VID_MESSAGE_QUEUE_NAME_TOO_LONG|
C0370008|ERROR_VID_PARTITION_ALREADY_EXISTS|
C0370009|ERROR_VID_PARTITION_DOES_NOT_EXIST|
C037000A|ERROR_VID_PARTITION_NAME_NOT_FOUND|
C037000B|ERROR_VID_MESSAGE_QUEUE_ALREADY_EXISTS|
C037000C|ERROR_VID_EXCEEDED_MBP_ENTRY_MAP_LIMIT|
C037000D|ERROR_VID_MB_STILL_REFERENCED|
C037000E|ERROR_VID_CHILD_GPA_PAGE_SET_CORRUPTED|
C037000F|ERROR_VID_INVALID_NUMA_SETTINGS|
C0370010|ERROR_VID_INVALID_NUMA_NODE_INDEX|
C0370011|ERROR_VID_NOTIFICATION_QUEUE_ALREADY_ASSOCIATED|
C0370012|ERROR_VID_INVALID_MEMORY_BLOCK_HANDLE|
C0370013|ERROR_VID_PAGE_RANGE_OVERFLOW|
C0370014|ERROR_VID_INVALID_MESSAGE_QUEUE_HANDLE|
C0370015|ERROR_VID_INVALID_GPA_RANGE_HANDLE|
C0370016|ERROR_VID_NO_MEMORY_BLOCK_NOTIFICATION_QUEUE|
C0370017|ERROR_VID_MEMORY_BLOCK_LOCK_COUNT_EXCEEDED|
C0370018|ERROR_VID_INVALID_PPM_HANDLE|
C0370019|ERROR_VID_MBPS_ARE_LOCKED|
C037001A|ERROR_VID_MESSAGE_QUEUE_CLOSED|
C037001B|ERROR_VID_VIRTUAL_PROCESSOR_LIMIT_EXCEEDED|
C037001C|ERROR_VID_STOP_PENDING|
C037001D|ERROR_VID_INVALID_PROCESSOR_STATE|
C037001E|ERROR_VID_EXCEEDED_KM_CONTEXT_COUNT_LIMIT|
C037001F|ERROR_VID_KM_INTERFACE_ALREADY_INITIALIZED|
C0370020|ERROR_VID_MB_PROPERTY_ALREADY_SET_RESET|
C0370021|ERROR_VID_MMIO_RANGE_DESTROYED|
C0370022|ERROR_VID_INVALID_CHILD_GPA_PAGE_SET|
C0370023|ERROR_VID_RESERVE_PAGE_SET_IS_BEING_USED|
C0370024|ERROR_VID_RESERVE_PAGE_SET_TOO_SMALL|
C0370025|ERROR_VID_MBP_ALREADY_LOCKED_USING_RESERVED_PAGE|
C0370026|ERROR_VID_MBP_COUNT_EXCEEDED_LIMIT|
C0370027|ERROR_VID_SAVED_STATE_CORRUPT|
C0370028|ERROR_VID_SAVED_STATE_UNRECOGNIZED_ITEM|
C0370029|ERROR_VID_SAVED_STATE_INCOMPATIBLE|
C0380001|ERROR_VOLMGR_DATABASE_FULL|
C0380002|ERROR_VOLMGR_DISK_CONFIGURATION_CORRUPTED|
C0380003|ERROR_VOLMGR_DISK_CONFIGURATION_NOT_IN_SYNC|
C0380004|ERROR_VOLMGR_PACK_CONFIG_UPDATE_FAILED|
C0380005|ERROR_VOLMGR_DISK_CONTAINS_NON_SIMPLE_VOLUME|
C0380006|ERROR_VOLMGR_DISK_DUPLICATE|
C0380007|ERROR_VOLMGR_DISK_DYNAMIC|
C0380008|ERROR_VOLMGR_DISK_ID_INVALID|
C0380009|ERROR_VOLMGR_DISK_INVALID|
C038000A|ERROR_VOLMGR_DISK_LAST_VOTER|
C038000B|ERROR_VOLMGR_DISK_LAYOUT_INVALID|
C038000D|ERROR_VOLMGR_DISK_LAYOUT_NOT_CYLINDER_ALIGNED|
C038000E|ERROR_VOLMGR_DISK_LAYOUT_PARTITIONS_TOO_SMALL|
C0380010|ERROR_VOLMGR_DISK_LAYOUT_TOO_MANY_PARTITIONS|
C0380011|ERROR_VOLMGR_DISK_MISSING|
C0380012|ERROR_VOLMGR_DISK_NOT_EMPTY|
C0380013|ERROR_VOLMGR_DISK_NOT_ENOUGH_SPACE|
C0380014|ERROR_VOLMGR_DISK_REVECTORING_FAILED|
C0380015|ERROR_VOLMGR_DISK_SECTOR_SIZE_INVALID|
C0380016|ERROR_VOLMGR_DISK_SET_NOT_CONTAINED|
C0380017|ERROR_VOLMGR_DISK_USED_BY_MULTIPLE_MEMBERS|
C0380018|ERROR_VOLMGR_DISK_USED_BY_MULTIPLE_PLEXES|
C0380019|ERROR_VOLMGR_DYNAMIC_DISK_NOT_SUPPORTED|
C038001A|ERROR_VOLMGR_EXTENT_ALREADY_USED|
C038001B|ERROR_VOLMGR_EXTENT_NOT_CONTIGUOUS|
C038001C|ERROR_VOLMGR_EXTENT_NOT_IN_PUBLIC_REGION|
C038001D|ERROR_VOLMGR_EXTENT_NOT_SECTOR_ALIGNED|
C038001E|ERROR_VOLMGR_EXTENT_OVERLAPS_EBR_PARTITION|
C038001F|ERROR_VOLMGR_EXTENT_VOLUME_LENGTHS_DO_NOT_MATCH|
C0380020|ERROR_VOLMGR_FAULT_TOLERANT_NOT_SUPPORTED|
C0380021|ERROR_VOLMGR_INTERLEAVE_LENGTH_INVALID|
C0380022|ERROR_VOLMGR_MAXIMUM_REGISTERED_USERS|
C0380023|ERROR_VOLMGR_MEMBER_IN_SYNC|
C0380024|ERROR_VOLMGR_MEMBER_INDEX_DUPLICATE|
C0380025|ERROR_VOLMGR_MEMBER_INDEX_INVALID|
C0380026|ERROR_VOLMGR_MEMBER_MISSING|
C0380027|ERROR_VOLMGR_MEMBER_NOT_DETACHED|
C0380028|ERROR_VOLMGR_MEMBER_REGENERATING|
C0380029|ERROR_VOLMGR_ALL_DISKS_FAILED|
C038002A|ERROR_VOLMGR_NO_REGISTERED_USERS|
C038002B|ERROR_VOLMGR_NO_SUCH_USER|
C038002C|ERROR_VOLMGR_NOTIFICATION_RESET|
C038002D|ERROR_VOLMGR_NUMBER_OF_MEMBERS_INVALID|
C038002E|ERROR_VOLMGR_NUMBER_OF_PLEXES_INVALID|
C038002F|ERROR_VOLMGR_PACK_DUPLICATE|
C0380030|ERROR_VOLMGR_PACK_ID_INVALID|
C0380031|ERROR_VOLMGR_PACK_INVALID|
C0380032|ERROR_VOLMGR_PACK_NAME_INVALID|
C0380033|ERROR_VOLMGR_PACK_OFFLINE|
C0380034|ERROR_VOLMGR_PACK_HAS_QUORUM|
C0380035|ERROR_VOLMGR_PACK_WITHOUT_QUORUM|
C0380036|ERROR_VOLMGR_PARTITION_STYLE_INVALID|
C0380037|ERROR_VOLMGR_PARTITION_UPDATE_FAILED|
C0380038|ERROR_VOLMGR_PLEX_IN_SYNC|
C0380039|ERROR_VOLMGR_PLEX_INDEX_DUPLICATE|
C038003A|ERROR_VOLMGR_PLEX_INDEX_INVALID|
C038003B|ERROR_VOLMGR_PLEX_LAST_ACTIVE|
C038003C|ERROR_VOLMGR_PLEX_MISSING|
C038003D|ERROR_VOLMGR_PLEX_REGENERATING|
C038003E|ERROR_VOLMGR_PLEX_TYPE_INVALID|
C038003F|ERROR_VOLMGR_PLEX_NOT_RAID5|
C0380040|ERROR_VOLMGR_PLEX_NOT_SIMPLE|
C0380041|ERROR_VOLMGR_STRUCTURE_SIZE_INVALID|
C0380042|ERROR_VOLMGR_TOO_MANY_NOTIFICATION_REQUESTS|
C0380043|ERROR_VOLMGR_TRANSACTION_IN_PROGRESS|
C0380044|ERROR_VOLMGR_UNEXPECTED_DISK_LAYOUT_CHANGE|
C0380045|ERROR_VOLMGR_VOLUME_CONTAINS_MISSING_DISK|
C0380046|ERROR_VOLMGR_VOLUME_ID_INVALID|
C0380047|ERROR_VOLMGR_VOLUME_LENGTH_INVALID|
C0380048|ERROR_VOLMGR_VOLUME_LENGTH_NOT_SECTOR_SIZE_MULTIPLE|
C0380049|ERROR_VOLMGR_VOLUME_NOT_MIRRORED|
C038004A|ERROR_VOLMGR_VOLUME_NOT_RETAINED|
C038004B|ERROR_VOLMGR_VOLUME_OFFLINE|
C038004C|ERROR_VOLMGR_VOLUME_RETAINED|
C038004D|ERROR_VOLMGR_NUMBER_OF_EXTENTS_INVALID|
C038004E|ERROR_VOLMGR_DIFFERENT_SECTOR_SIZE|
C038004F|ERROR_VOLMGR_BAD_BOOT_DISK|
C0380050|ERROR_VOLMGR_PACK_CONFIG_OFFLINE|
C0380051|ERROR_VOLMGR_PACK_CONFIG_ONLINE|
C0380052|ERROR_VOLMGR_NOT_PRIMARY_PACK|
C0380053|ERROR_VOLMGR_PACK_LOG_UPDATE_FAILED|
C0380054|ERROR_VOLMGR_NUMBER_OF_DISKS_IN_PLEX_INVALID|
C0380055|ERROR_VOLMGR_NUMBER_OF_DISKS_IN_MEMBER_INVALID|
C0380056|ERROR_VOLMGR_VOLUME_MIRRORED|
C0380057|ERROR_VOLMGR_PLEX_NOT_SIMPLE_SPANNED|
C0380058|ERROR_VOLMGR_NO_VALID_LOG_COPIES|
C0380059|ERROR_VOLMGR_PRIMARY_PACK_PRESENT|
C038005A|ERROR_VOLMGR_NUMBER_OF_DISKS_INVALID|
C038005B|ERROR_VOLMGR_MIRROR_NOT_SUPPORTED|
C038005C|ERROR_VOLMGR_RAID5_NOT_SUPPORTED|
C0390002|ERROR_BCD_TOO_MANY_ELEMENTS|
C03A0001|ERROR_VHD_DRIVE_FOOTER_MISSING|
C03A0002|ERROR_VHD_DRIVE_FOOTER_CHECKSUM_MISMATCH|
C03A0003|ERROR_VHD_DRIVE_FOOTER_CORRUPT|
C03A0004|ERROR_VHD_FORMAT_UNKNOWN|
C03A0005|ERROR_VHD_FORMAT_UNSUPPORTED_VERSION|
C03A0006|ERROR_VHD_SPARSE_HEADER_CHECKSUM_MISMATCH|
C03A0007|ERROR_VHD_SPARSE_HEADER_UNSUPPORTED_VERSION|
C03A0008|ERROR_VHD_SPARSE_HEADER_CORRUPT|
C03A0009|ERROR_VHD_BLOCK_ALLOCATION_FAILURE|
C03A000A|ERROR_VHD_BLOCK_ALLOCATION_TABLE_CORRUPT|
C03A000B|ERROR_VHD_INVALID_BLOCK_SIZE|
C03A000C|ERROR_VHD_BITMAP_MISMATCH|
C03A000D|ERROR_VHD_PARENT_VHD_NOT_FOUND|
C03A000E|ERROR_VHD_CHILD_PARENT_ID_MISMATCH|
C03A000F|ERROR_VHD_CHILD_PARENT_TIMESTAMP_MISMATCH|
C03A0010|ERROR_VHD_METADATA_READ_FAILURE|
C03A0011|ERROR_VHD_METADATA_WRITE_FAILURE|
C03A0012|ERROR_VHD_INVALID_SIZE|
C03A0013|ERROR_VHD_INVALID_FILE_SIZE|
C03A0014|ERROR_VIRTDISK_PROVIDER_NOT_FOUND|
C03A0015|ERROR_VIRTDISK_NOT_VIRTUAL_DISK|
C03A0016|ERROR_VHD_PARENT_VHD_ACCESS_DENIED|
C03A0017|ERROR_VHD_CHILD_PARENT_SIZE_MISMATCH|
C03A0018|ERROR_VHD_DIFFERENCING_CHAIN_CYCLE_DETECTED|
C03A0019|ERROR_VHD_DIFFERENCING_CHAIN_ERROR_IN_PARENT|
C03A001A|ERROR_VIRTUAL_DISK_LIMITATION|
C03A001B|ERROR_VHD_INVALID_TYPE|
C03A001C|ERROR_VHD_INVALID_STATE|
C03A001D|ERROR_VIRTDISK_UNSUPPORTED_DISK_SECTOR_SIZE|
C03A001E|ERROR_VIRTDISK_DISK_ALREADY_OWNED|
C03A001F|ERROR_VIRTDISK_DISK_ONLINE_AND_WRITABLE|
C03A0020|ERROR_CTLOG_TRACKING_NOT_INITIALIZED|
C03A0021|ERROR_CTLOG_LOGFILE_SIZE_EXCEEDED_MAXSIZE|
C03A0022|ERROR_CTLOG_VHD_CHANGED_OFFLINE|
C03A0023|ERROR_CTLOG_INVALID_TRACKING_STATE|
C03A0024|ERROR_CTLOG_INCONSISTENT_TRACKING_FILE|
C03A0025|ERROR_VHD_RESIZE_WOULD_TRUNCATE_DATA|
C03A0026|ERROR_VHD_COULD_NOT_COMPUTE_MINIMUM_VIRTUAL_SIZE|
C03A0027|ERROR_VHD_ALREADY_AT_OR_BELOW_MINIMUM_VIRTUAL_SIZE|
C03A0028|ERROR_VHD_METADATA_FULL|
C05C0000|ERROR_SVHDX_ERROR_STORED|
C05CFF00|ERROR_SVHDX_ERROR_NOT_AVAILABLE|
C05CFF01|ERROR_SVHDX_UNIT_ATTENTION_AVAILABLE|
C05CFF02|ERROR_SVHDX_UNIT_ATTENTION_CAPACITY_DATA_CHANGED|
C05CFF03|ERROR_SVHDX_UNIT_ATTENTION_RESERVATIONS_PREEMPTED|
C05CFF04|ERROR_SVHDX_UNIT_ATTENTION_RESERVATIONS_RELEASED|
C05CFF05|ERROR_SVHDX_UNIT_ATTENTION_REGISTRATIONS_PREEMPTED|
C05CFF07|ERROR_SVHDX_RESERVATION_CONFLICT|
C05CFF08|ERROR_SVHDX_WRONG_FILE_TYPE|
C05CFF09|ERROR_SVHDX_VERSION_MISMATCH|
C05CFF0A|ERROR_VHD_SHARED|`;
