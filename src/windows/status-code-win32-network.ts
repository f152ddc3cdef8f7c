/**
 * Win32 error codes from 8000 up: directory, DNS, sockets, IPsec, side by side, packages.
 * Names and numbers generated from mingw-w64's ntstatus.h / winerror.h (public domain) and winapi 0.3.9 (MIT/Apache-2.0,
 * from the Windows SDK); texts are the systems' message strings as Microsoft's open specification [MS-ERREF] lists them,
 * which grants distribution in implementations. One entry a line: number, name, text. A later line with the same number
 * is an alias; an empty text means none is published there.
 */
export const WIN32_NETWORK_LINES = `\
8001|FRS_ERR_INVALID_API_SEQUENCE|The file replication service API was called incorrectly.
8002|FRS_ERR_STARTING_SERVICE|The file replication service cannot be started.
8003|FRS_ERR_STOPPING_SERVICE|The file replication service cannot be stopped.
8004|FRS_ERR_INTERNAL_API|The file replication service API terminated the request. The event log may have more information.
8005|FRS_ERR_INTERNAL|The file replication service terminated the request. The event log may have more information.
8006|FRS_ERR_SERVICE_COMM|The file replication service cannot be contacted. The event log may have more information.
8007|FRS_ERR_INSUFFICIENT_PRIV|The file replication service cannot satisfy the request because the user has insufficient privileges. The event log may have more information.
8008|FRS_ERR_AUTHENTICATION|The file replication service cannot satisfy the request because authenticated RPC is not available. The event log may have more information.
8009|FRS_ERR_PARENT_INSUFFICIENT_PRIV|The file replication service cannot satisfy the request because the user has insufficient privileges on the domain controller. The event log may have more information.
8010|FRS_ERR_PARENT_AUTHENTICATION|The file replication service cannot satisfy the request because authenticated RPC is not available on the domain controller. The event log may have more information.
8011|FRS_ERR_CHILD_TO_PARENT_COMM|The file replication service cannot communicate with the file replication service on the domain controller. The event log may have more information.
8012|FRS_ERR_PARENT_TO_CHILD_COMM|The file replication service on the domain controller cannot communicate with the file replication service on this computer. The event log may have more information.
8013|FRS_ERR_SYSVOL_POPULATE|The file replication service cannot populate the system volume because of an internal error. The event log may have more information.
8014|FRS_ERR_SYSVOL_POPULATE_TIMEOUT|The file replication service cannot populate the system volume because of an internal timeout. The event log may have more information.
8015|FRS_ERR_SYSVOL_IS_BUSY|The file replication service cannot process the request. The system volume is busy with a previous request.
8016|FRS_ERR_SYSVOL_DEMOTE|The file replication service cannot stop replicating the system volume because of an internal error. The event log may have more information.
8017|FRS_ERR_INVALID_SERVICE_PARAMETER|The file replication service detected an invalid parameter.
8200|ERROR_DS_NOT_INSTALLED|An error occurred while installing the directory service. For more information, see the event log.
8201|ERROR_DS_MEMBERSHIP_EVALUATED_LOCALLY|The directory service evaluated group memberships locally.
8202|ERROR_DS_NO_ATTRIBUTE_OR_VALUE|The specified directory service attribute or value does not exist.
8203|ERROR_DS_INVALID_ATTRIBUTE_SYNTAX|The attribute syntax specified to the directory service is invalid.
8204|ERROR_DS_ATTRIBUTE_TYPE_UNDEFINED|The attribute type specified to the directory service is not defined.
8205|ERROR_DS_ATTRIBUTE_OR_VALUE_EXISTS|The specified directory service attribute or value already exists.
8206|ERROR_DS_BUSY|The directory service is busy.
8207|ERROR_DS_UNAVAILABLE|The directory service is unavailable.
8208|ERROR_DS_NO_RIDS_ALLOCATED|The directory service was unable to allocate a relative identifier.
8209|ERROR_DS_NO_MORE_RIDS|The directory service has exhausted the pool of relative identifiers.
8210|ERROR_DS_INCORRECT_ROLE_OWNER|The requested operation could not be performed because the directory service is not the master for that type of operation.
8211|ERROR_DS_RIDMGR_INIT_ERROR|The directory service was unable to initialize the subsystem that allocates relative identifiers.
8212|ERROR_DS_OBJ_CLASS_VIOLATION|The requested operation did not satisfy one or more constraints associated with the class of the object.
8213|ERROR_DS_CANT_ON_NON_LEAF|The directory service can perform the requested operation only on a leaf object.
8214|ERROR_DS_CANT_ON_RDN|The directory service cannot perform the requested operation on the RDN attribute of an object.
8215|ERROR_DS_CANT_MOD_OBJ_CLASS|The directory service detected an attempt to modify the object class of an object.
8216|ERROR_DS_CROSS_DOM_MOVE_ERROR|The requested cross-domain move operation could not be performed.
8217|ERROR_DS_GC_NOT_AVAILABLE|Unable to contact the global catalog server.
8218|ERROR_SHARED_POLICY|The policy object is shared and can only be modified at the root.
8219|ERROR_POLICY_OBJECT_NOT_FOUND|The policy object does not exist.
8220|ERROR_POLICY_ONLY_IN_DS|The requested policy information is only in the directory service.
8221|ERROR_PROMOTION_ACTIVE|A domain controller promotion is currently active.
8222|ERROR_NO_PROMOTION_ACTIVE|A domain controller promotion is not currently active
8224|ERROR_DS_OPERATIONS_ERROR|An operations error occurred.
8225|ERROR_DS_PROTOCOL_ERROR|A protocol error occurred.
8226|ERROR_DS_TIMELIMIT_EXCEEDED|The time limit for this request was exceeded.
8227|ERROR_DS_SIZELIMIT_EXCEEDED|The size limit for this request was exceeded.
8228|ERROR_DS_ADMIN_LIMIT_EXCEEDED|The administrative limit for this request was exceeded.
8229|ERROR_DS_COMPARE_FALSE|The compare response was false.
8230|ERROR_DS_COMPARE_TRUE|The compare response was true.
8231|ERROR_DS_AUTH_METHOD_NOT_SUPPORTED|The requested authentication method is not supported by the server.
8232|ERROR_DS_STRONG_AUTH_REQUIRED|A more secure authentication method is required for this server.
8233|ERROR_DS_INAPPROPRIATE_AUTH|Inappropriate authentication.
8234|ERROR_DS_AUTH_UNKNOWN|The authentication mechanism is unknown.
8235|ERROR_DS_REFERRAL|A referral was returned from the server.
8236|ERROR_DS_UNAVAILABLE_CRIT_EXTENSION|The server does not support the requested critical extension.
8237|ERROR_DS_CONFIDENTIALITY_REQUIRED|This request requires a secure connection.
8238|ERROR_DS_INAPPROPRIATE_MATCHING|Inappropriate matching.
8239|ERROR_DS_CONSTRAINT_VIOLATION|A constraint violation occurred.
8240|ERROR_DS_NO_SUCH_OBJECT|There is no such object on the server.
8241|ERROR_DS_ALIAS_PROBLEM|There is an alias problem.
8242|ERROR_DS_INVALID_DN_SYNTAX|An invalid dn syntax has been specified.
8243|ERROR_DS_IS_LEAF|The object is a leaf object.
8244|ERROR_DS_ALIAS_DEREF_PROBLEM|There is an alias dereferencing problem.
8245|ERROR_DS_UNWILLING_TO_PERFORM|The server is unwilling to process the request.
8246|ERROR_DS_LOOP_DETECT|A loop has been detected.
8247|ERROR_DS_NAMING_VIOLATION|There is a naming violation.
8248|ERROR_DS_OBJECT_RESULTS_TOO_LARGE|The result set is too large.
8249|ERROR_DS_AFFECTS_MULTIPLE_DSAS|The operation affects multiple DSAs
8250|ERROR_DS_SERVER_DOWN|The server is not operational.
8251|ERROR_DS_LOCAL_ERROR|A local error has occurred.
8252|ERROR_DS_ENCODING_ERROR|An encoding error has occurred.
8253|ERROR_DS_DECODING_ERROR|A decoding error has occurred.
8254|ERROR_DS_FILTER_UNKNOWN|The search filter cannot be recognized.
8255|ERROR_DS_PARAM_ERROR|One or more parameters are illegal.
8256|ERROR_DS_NOT_SUPPORTED|The specified method is not supported.
8257|ERROR_DS_NO_RESULTS_RETURNED|No results were returned.
8258|ERROR_DS_CONTROL_NOT_FOUND|The specified control is not supported by the server.
8259|ERROR_DS_CLIENT_LOOP|A referral loop was detected by the client.
8260|ERROR_DS_REFERRAL_LIMIT_EXCEEDED|The preset referral limit was exceeded.
8261|ERROR_DS_SORT_CONTROL_MISSING|The search requires a SORT control.
8262|ERROR_DS_OFFSET_RANGE_ERROR|The search results exceed the offset range specified.
8263|ERROR_DS_RIDMGR_DISABLED|The directory service detected the subsystem that allocates relative identifiers is disabled. This can occur as a protective mechanism when the system determines a significant portion of relative identifiers (RIDs) have been exhausted. Please see https://go.microsoft.com/fwlink/?LinkId=228610 for recommended diagnostic steps and the procedure to re-enable account creation.
8301|ERROR_DS_ROOT_MUST_BE_NC|The root object must be the head of a naming context. The root object cannot have an instantiated parent.
8302|ERROR_DS_ADD_REPLICA_INHIBITED|The add replica operation cannot be performed. The naming context must be writeable in order to create the replica.
8303|ERROR_DS_ATT_NOT_DEF_IN_SCHEMA|A reference to an attribute that is not defined in the schema occurred.
8304|ERROR_DS_MAX_OBJ_SIZE_EXCEEDED|The maximum size of an object has been exceeded.
8305|ERROR_DS_OBJ_STRING_NAME_EXISTS|An attempt was made to add an object to the directory with a name that is already in use.
8306|ERROR_DS_NO_RDN_DEFINED_IN_SCHEMA|An attempt was made to add an object of a class that does not have an RDN defined in the schema.
8307|ERROR_DS_RDN_DOESNT_MATCH_SCHEMA|An attempt was made to add an object using an RDN that is not the RDN defined in the schema.
8308|ERROR_DS_NO_REQUESTED_ATTS_FOUND|None of the requested attributes were found on the objects.
8309|ERROR_DS_USER_BUFFER_TO_SMALL|The user buffer is too small.
8310|ERROR_DS_ATT_IS_NOT_ON_OBJ|The attribute specified in the operation is not present on the object.
8311|ERROR_DS_ILLEGAL_MOD_OPERATION|Illegal modify operation. Some aspect of the modification is not permitted.
8312|ERROR_DS_OBJ_TOO_LARGE|The specified object is too large.
8313|ERROR_DS_BAD_INSTANCE_TYPE|The specified instance type is not valid.
8314|ERROR_DS_MASTERDSA_REQUIRED|The operation must be performed at a master DSA.
8315|ERROR_DS_OBJECT_CLASS_REQUIRED|The object class attribute must be specified.
8316|ERROR_DS_MISSING_REQUIRED_ATT|A required attribute is missing.
8317|ERROR_DS_ATT_NOT_DEF_FOR_CLASS|An attempt was made to modify an object to include an attribute that is not legal for its class.
8318|ERROR_DS_ATT_ALREADY_EXISTS|The specified attribute is already present on the object.
8320|ERROR_DS_CANT_ADD_ATT_VALUES|The specified attribute is not present, or has no values.
8321|ERROR_DS_SINGLE_VALUE_CONSTRAINT|Multiple values were specified for an attribute that can have only one value.
8322|ERROR_DS_RANGE_CONSTRAINT|A value for the attribute was not in the acceptable range of values.
8323|ERROR_DS_ATT_VAL_ALREADY_EXISTS|The specified value already exists.
8324|ERROR_DS_CANT_REM_MISSING_ATT|The attribute cannot be removed because it is not present on the object.
8325|ERROR_DS_CANT_REM_MISSING_ATT_VAL|The attribute value cannot be removed because it is not present on the object.
8326|ERROR_DS_ROOT_CANT_BE_SUBREF|The specified root object cannot be a subref.
8327|ERROR_DS_NO_CHAINING|Chaining is not permitted.
8328|ERROR_DS_NO_CHAINED_EVAL|Chained evaluation is not permitted.
8329|ERROR_DS_NO_PARENT_OBJECT|The operation could not be performed because the object's parent is either uninstantiated or deleted.
8330|ERROR_DS_PARENT_IS_AN_ALIAS|Having a parent that is an alias is not permitted. Aliases are leaf objects.
8331|ERROR_DS_CANT_MIX_MASTER_AND_REPS|The object and parent must be of the same type, either both masters or both replicas.
8332|ERROR_DS_CHILDREN_EXIST|The operation cannot be performed because child objects exist. This operation can only be performed on a leaf object.
8333|ERROR_DS_OBJ_NOT_FOUND|Directory object not found.
8334|ERROR_DS_ALIASED_OBJ_MISSING|The aliased object is missing.
8335|ERROR_DS_BAD_NAME_SYNTAX|The object name has bad syntax.
8336|ERROR_DS_ALIAS_POINTS_TO_ALIAS|It is not permitted for an alias to refer to another alias.
8337|ERROR_DS_CANT_DEREF_ALIAS|The alias cannot be dereferenced.
8338|ERROR_DS_OUT_OF_SCOPE|The operation is out of scope.
8339|ERROR_DS_OBJECT_BEING_REMOVED|The operation cannot continue because the object is in the process of being removed.
8340|ERROR_DS_CANT_DELETE_DSA_OBJ|The DSA object cannot be deleted.
8341|ERROR_DS_GENERIC_ERROR|A directory service error has occurred.
8342|ERROR_DS_DSA_MUST_BE_INT_MASTER|The operation can only be performed on an internal master DSA object.
8343|ERROR_DS_CLASS_NOT_DSA|The object must be of class DSA.
8344|ERROR_DS_INSUFF_ACCESS_RIGHTS|Insufficient access rights to perform the operation.
8345|ERROR_DS_ILLEGAL_SUPERIOR|The object cannot be added because the parent is not on the list of possible superiors.
8346|ERROR_DS_ATTRIBUTE_OWNED_BY_SAM|Access to the attribute is not permitted because the attribute is owned by the Security Accounts Manager (SAM).
8347|ERROR_DS_NAME_TOO_MANY_PARTS|The name has too many parts.
8348|ERROR_DS_NAME_TOO_LONG|The name is too long.
8349|ERROR_DS_NAME_VALUE_TOO_LONG|The name value is too long.
8350|ERROR_DS_NAME_UNPARSEABLE|The directory service encountered an error parsing a name.
8351|ERROR_DS_NAME_TYPE_UNKNOWN|The directory service cannot get the attribute type for a name.
8352|ERROR_DS_NOT_AN_OBJECT|The name does not identify an object; the name identifies a phantom.
8353|ERROR_DS_SEC_DESC_TOO_SHORT|The security descriptor is too short.
8354|ERROR_DS_SEC_DESC_INVALID|The security descriptor is invalid.
8355|ERROR_DS_NO_DELETED_NAME|Failed to create name for deleted object.
8356|ERROR_DS_SUBREF_MUST_HAVE_PARENT|The parent of a new subref must exist.
8357|ERROR_DS_NCNAME_MUST_BE_NC|The object must be a naming context.
8358|ERROR_DS_CANT_ADD_SYSTEM_ONLY|It is not permitted to add an attribute which is owned by the system.
8359|ERROR_DS_CLASS_MUST_BE_CONCRETE|The class of the object must be structural; you cannot instantiate an abstract class.
8360|ERROR_DS_INVALID_DMD|The schema object could not be found.
8361|ERROR_DS_OBJ_GUID_EXISTS|A local object with this GUID (dead or alive) already exists.
8362|ERROR_DS_NOT_ON_BACKLINK|The operation cannot be performed on a back link.
8363|ERROR_DS_NO_CROSSREF_FOR_NC|The cross reference for the specified naming context could not be found.
8364|ERROR_DS_SHUTTING_DOWN|The operation could not be performed because the directory service is shutting down.
8365|ERROR_DS_UNKNOWN_OPERATION|The directory service request is invalid.
8366|ERROR_DS_INVALID_ROLE_OWNER|The role owner attribute could not be read.
8367|ERROR_DS_COULDNT_CONTACT_FSMO|The requested FSMO operation failed. The current FSMO holder could not be contacted.
8368|ERROR_DS_CROSS_NC_DN_RENAME|Modification of a DN across a naming context is not permitted.
8369|ERROR_DS_CANT_MOD_SYSTEM_ONLY|The attribute cannot be modified because it is owned by the system.
8370|ERROR_DS_REPLICATOR_ONLY|Only the replicator can perform this function.
8371|ERROR_DS_OBJ_CLASS_NOT_DEFINED|The specified class is not defined.
8372|ERROR_DS_OBJ_CLASS_NOT_SUBCLASS|The specified class is not a subclass.
8373|ERROR_DS_NAME_REFERENCE_INVALID|The name reference is invalid.
8374|ERROR_DS_CROSS_REF_EXISTS|A cross reference already exists.
8375|ERROR_DS_CANT_DEL_MASTER_CROSSREF|It is not permitted to delete a master cross reference.
8376|ERROR_DS_SUBTREE_NOTIFY_NOT_NC_HEAD|Subtree notifications are only supported on NC heads.
8377|ERROR_DS_NOTIFY_FILTER_TOO_COMPLEX|Notification filter is too complex.
8378|ERROR_DS_DUP_RDN|Schema update failed: duplicate RDN.
8379|ERROR_DS_DUP_OID|Schema update failed: duplicate OID.
8380|ERROR_DS_DUP_MAPI_ID|Schema update failed: duplicate MAPI identifier.
8381|ERROR_DS_DUP_SCHEMA_ID_GUID|Schema update failed: duplicate schema-id GUID.
8382|ERROR_DS_DUP_LDAP_DISPLAY_NAME|Schema update failed: duplicate LDAP display name.
8383|ERROR_DS_SEMANTIC_ATT_TEST|Schema update failed: range-lower less than range upper.
8384|ERROR_DS_SYNTAX_MISMATCH|Schema update failed: syntax mismatch.
8385|ERROR_DS_EXISTS_IN_MUST_HAVE|Schema deletion failed: attribute is used in must-contain.
8386|ERROR_DS_EXISTS_IN_MAY_HAVE|Schema deletion failed: attribute is used in may-contain.
8387|ERROR_DS_NONEXISTENT_MAY_HAVE|Schema update failed: attribute in may-contain does not exist.
8388|ERROR_DS_NONEXISTENT_MUST_HAVE|Schema update failed: attribute in must-contain does not exist.
8389|ERROR_DS_AUX_CLS_TEST_FAIL|Schema update failed: class in aux-class list does not exist or is not an auxiliary class.
8390|ERROR_DS_NONEXISTENT_POSS_SUP|Schema update failed: class in poss-superiors does not exist.
8391|ERROR_DS_SUB_CLS_TEST_FAIL|Schema update failed: class in subclassof list does not exist or does not satisfy hierarchy rules.
8392|ERROR_DS_BAD_RDN_ATT_ID_SYNTAX|Schema update failed: Rdn-Att-Id has wrong syntax.
8393|ERROR_DS_EXISTS_IN_AUX_CLS|Schema deletion failed: class is used as auxiliary class.
8394|ERROR_DS_EXISTS_IN_SUB_CLS|Schema deletion failed: class is used as sub class.
8395|ERROR_DS_EXISTS_IN_POSS_SUP|Schema deletion failed: class is used as poss superior.
8396|ERROR_DS_RECALCSCHEMA_FAILED|Schema update failed in recalculating validation cache.
8397|ERROR_DS_TREE_DELETE_NOT_FINISHED|The tree deletion is not finished. The request must be made again to continue deleting the tree.
8398|ERROR_DS_CANT_DELETE|The requested delete operation could not be performed.
8399|ERROR_DS_ATT_SCHEMA_REQ_ID|Cannot read the governs class identifier for the schema record.
8400|ERROR_DS_BAD_ATT_SCHEMA_SYNTAX|The attribute schema has bad syntax.
8401|ERROR_DS_CANT_CACHE_ATT|The attribute could not be cached.
8402|ERROR_DS_CANT_CACHE_CLASS|The class could not be cached.
8403|ERROR_DS_CANT_REMOVE_ATT_CACHE|The attribute could not be removed from the cache.
8404|ERROR_DS_CANT_REMOVE_CLASS_CACHE|The class could not be removed from the cache.
8405|ERROR_DS_CANT_RETRIEVE_DN|The distinguished name attribute could not be read.
8406|ERROR_DS_MISSING_SUPREF|No superior reference has been configured for the directory service. The directory service is therefore unable to issue referrals to objects outside this forest.
8407|ERROR_DS_CANT_RETRIEVE_INSTANCE|The instance type attribute could not be retrieved.
8408|ERROR_DS_CODE_INCONSISTENCY|An internal error has occurred.
8409|ERROR_DS_DATABASE_ERROR|A database error has occurred.
8410|ERROR_DS_GOVERNSID_MISSING|The attribute GOVERNSID is missing.
8411|ERROR_DS_MISSING_EXPECTED_ATT|An expected attribute is missing.
8412|ERROR_DS_NCNAME_MISSING_CR_REF|The specified naming context is missing a cross reference.
8413|ERROR_DS_SECURITY_CHECKING_ERROR|A security checking error has occurred.
8414|ERROR_DS_SCHEMA_NOT_LOADED|The schema is not loaded.
8415|ERROR_DS_SCHEMA_ALLOC_FAILED|Schema allocation failed. Please check if the machine is running low on memory.
8416|ERROR_DS_ATT_SCHEMA_REQ_SYNTAX|Failed to obtain the required syntax for the attribute schema.
8417|ERROR_DS_GCVERIFY_ERROR|The global catalog verification failed. The global catalog is not available or does not support the operation. Some part of the directory is currently not available.
8418|ERROR_DS_DRA_SCHEMA_MISMATCH|The replication operation failed because of a schema mismatch between the servers involved.
8419|ERROR_DS_CANT_FIND_DSA_OBJ|The DSA object could not be found.
8420|ERROR_DS_CANT_FIND_EXPECTED_NC|The naming context could not be found.
8421|ERROR_DS_CANT_FIND_NC_IN_CACHE|The naming context could not be found in the cache.
8422|ERROR_DS_CANT_RETRIEVE_CHILD|The child object could not be retrieved.
8423|ERROR_DS_SECURITY_ILLEGAL_MODIFY|The modification was not permitted for security reasons.
8424|ERROR_DS_CANT_REPLACE_HIDDEN_REC|The operation cannot replace the hidden record.
8425|ERROR_DS_BAD_HIERARCHY_FILE|The hierarchy file is invalid.
8426|ERROR_DS_BUILD_HIERARCHY_TABLE_FAILED|The attempt to build the hierarchy table failed.
8427|ERROR_DS_CONFIG_PARAM_MISSING|The directory configuration parameter is missing from the registry.
8428|ERROR_DS_COUNTING_AB_INDICES_FAILED|The attempt to count the address book indices failed.
8429|ERROR_DS_HIERARCHY_TABLE_MALLOC_FAILED|The allocation of the hierarchy table failed.
8430|ERROR_DS_INTERNAL_FAILURE|The directory service encountered an internal failure.
8431|ERROR_DS_UNKNOWN_ERROR|The directory service encountered an unknown failure.
8432|ERROR_DS_ROOT_REQUIRES_CLASS_TOP|A root object requires a class of 'top'.
8433|ERROR_DS_REFUSING_FSMO_ROLES|This directory server is shutting down, and cannot take ownership of new floating single-master operation roles.
8434|ERROR_DS_MISSING_FSMO_SETTINGS|The directory service is missing mandatory configuration information, and is unable to determine the ownership of floating single-master operation roles.
8435|ERROR_DS_UNABLE_TO_SURRENDER_ROLES|The directory service was unable to transfer ownership of one or more floating single-master operation roles to other servers.
8436|ERROR_DS_DRA_GENERIC|The replication operation failed.
8437|ERROR_DS_DRA_INVALID_PARAMETER|An invalid parameter was specified for this replication operation.
8438|ERROR_DS_DRA_BUSY|The directory service is too busy to complete the replication operation at this time.
8439|ERROR_DS_DRA_BAD_DN|The distinguished name specified for this replication operation is invalid.
8440|ERROR_DS_DRA_BAD_NC|The naming context specified for this replication operation is invalid.
8441|ERROR_DS_DRA_DN_EXISTS|The distinguished name specified for this replication operation already exists.
8442|ERROR_DS_DRA_INTERNAL_ERROR|The replication system encountered an internal error.
8443|ERROR_DS_DRA_INCONSISTENT_DIT|The replication operation encountered a database inconsistency.
8444|ERROR_DS_DRA_CONNECTION_FAILED|The server specified for this replication operation could not be contacted.
8445|ERROR_DS_DRA_BAD_INSTANCE_TYPE|The replication operation encountered an object with an invalid instance type.
8446|ERROR_DS_DRA_OUT_OF_MEM|The replication operation failed to allocate memory.
8447|ERROR_DS_DRA_MAIL_PROBLEM|The replication operation encountered an error with the mail system.
8448|ERROR_DS_DRA_REF_ALREADY_EXISTS|The replication reference information for the target server already exists.
8449|ERROR_DS_DRA_REF_NOT_FOUND|The replication reference information for the target server does not exist.
8450|ERROR_DS_DRA_OBJ_IS_REP_SOURCE|The naming context cannot be removed because it is replicated to another server.
8451|ERROR_DS_DRA_DB_ERROR|The replication operation encountered a database error.
8452|ERROR_DS_DRA_NO_REPLICA|The naming context is in the process of being removed or is not replicated from the specified server.
8453|ERROR_DS_DRA_ACCESS_DENIED|Replication access was denied.
8454|ERROR_DS_DRA_NOT_SUPPORTED|The requested operation is not supported by this version of the directory service.
8455|ERROR_DS_DRA_RPC_CANCELLED|The replication remote procedure call was cancelled.
8456|ERROR_DS_DRA_SOURCE_DISABLED|The source server is currently rejecting replication requests.
8457|ERROR_DS_DRA_SINK_DISABLED|The destination server is currently rejecting replication requests.
8458|ERROR_DS_DRA_NAME_COLLISION|The replication operation failed due to a collision of object names.
8459|ERROR_DS_DRA_SOURCE_REINSTALLED|The replication source has been reinstalled.
8460|ERROR_DS_DRA_MISSING_PARENT|The replication operation failed because a required parent object is missing.
8461|ERROR_DS_DRA_PREEMPTED|The replication operation was preempted.
8462|ERROR_DS_DRA_ABANDON_SYNC|The replication synchronization attempt was abandoned because of a lack of updates.
8463|ERROR_DS_DRA_SHUTDOWN|The replication operation was terminated because the system is shutting down.
8464|ERROR_DS_DRA_INCOMPATIBLE_PARTIAL_SET|Synchronization attempt failed because the destination DC is currently waiting to synchronize new partial attributes from source. This condition is normal if a recent schema change modified the partial attribute set. The destination partial attribute set is not a subset of source partial attribute set.
8465|ERROR_DS_DRA_SOURCE_IS_PARTIAL_REPLICA|The replication synchronization attempt failed because a master replica attempted to sync from a partial replica.
8466|ERROR_DS_DRA_EXTN_CONNECTION_FAILED|The server specified for this replication operation was contacted, but that server was unable to contact an additional server needed to complete the operation.
8467|ERROR_DS_INSTALL_SCHEMA_MISMATCH|The version of the directory service schema of the source forest is not compatible with the version of directory service on this computer.
8468|ERROR_DS_DUP_LINK_ID|Schema update failed: An attribute with the same link identifier already exists.
8469|ERROR_DS_NAME_ERROR_RESOLVING|Name translation: Generic processing error.
8470|ERROR_DS_NAME_ERROR_NOT_FOUND|Name translation: Could not find the name or insufficient right to see name.
8471|ERROR_DS_NAME_ERROR_NOT_UNIQUE|Name translation: Input name mapped to more than one output name.
8472|ERROR_DS_NAME_ERROR_NO_MAPPING|Name translation: Input name found, but not the associated output format.
8473|ERROR_DS_NAME_ERROR_DOMAIN_ONLY|Name translation: Unable to resolve completely, only the domain was found.
8474|ERROR_DS_NAME_ERROR_NO_SYNTACTICAL_MAPPING|Name translation: Unable to perform purely syntactical mapping at the client without going out to the wire.
8475|ERROR_DS_CONSTRUCTED_ATT_MOD|Modification of a constructed attribute is not allowed.
8476|ERROR_DS_WRONG_OM_OBJ_CLASS|The OM-Object-Class specified is incorrect for an attribute with the specified syntax.
8477|ERROR_DS_DRA_REPL_PENDING|The replication request has been posted; waiting for reply.
8478|ERROR_DS_DS_REQUIRED|The requested operation requires a directory service, and none was available.
8479|ERROR_DS_INVALID_LDAP_DISPLAY_NAME|The LDAP display name of the class or attribute contains non-ASCII characters.
8480|ERROR_DS_NON_BASE_SEARCH|The requested search operation is only supported for base searches.
8481|ERROR_DS_CANT_RETRIEVE_ATTS|The search failed to retrieve attributes from the database.
8482|ERROR_DS_BACKLINK_WITHOUT_LINK|The schema update operation tried to add a backward link attribute that has no corresponding forward link.
8483|ERROR_DS_EPOCH_MISMATCH|Source and destination of a cross-domain move do not agree on the object's epoch number. Either source or destination does not have the latest version of the object.
8484|ERROR_DS_SRC_NAME_MISMATCH|Source and destination of a cross-domain move do not agree on the object's current name. Either source or destination does not have the latest version of the object.
8485|ERROR_DS_SRC_AND_DST_NC_IDENTICAL|Source and destination for the cross-domain move operation are identical. Caller should use local move operation instead of cross-domain move operation.
8486|ERROR_DS_DST_NC_MISMATCH|Source and destination for a cross-domain move are not in agreement on the naming contexts in the forest. Either source or destination does not have the latest version of the Partitions container.
8487|ERROR_DS_NOT_AUTHORITIVE_FOR_DST_NC|Destination of a cross-domain move is not authoritative for the destination naming context.
8488|ERROR_DS_SRC_GUID_MISMATCH|Source and destination of a cross-domain move do not agree on the identity of the source object. Either source or destination does not have the latest version of the source object.
8489|ERROR_DS_CANT_MOVE_DELETED_OBJECT|Object being moved across-domains is already known to be deleted by the destination server. The source server does not have the latest version of the source object.
8490|ERROR_DS_PDC_OPERATION_IN_PROGRESS|Another operation which requires exclusive access to the PDC FSMO is already in progress.
8491|ERROR_DS_CROSS_DOMAIN_CLEANUP_REQD|A cross-domain move operation failed such that two versions of the moved object exist - one each in the source and destination domains. The destination object needs to be removed to restore the system to a consistent state.
8492|ERROR_DS_ILLEGAL_XDOM_MOVE_OPERATION|This object may not be moved across domain boundaries either because cross-domain moves for this class are disallowed, or the object has some special characteristics, e.g.: trust account or restricted RID, which prevent its move.
8493|ERROR_DS_CANT_WITH_ACCT_GROUP_MEMBERSHPS|Can't move objects with memberships across domain boundaries as once moved, this would violate the membership conditions of the account group. Remove the object from any account group memberships and retry.
8494|ERROR_DS_NC_MUST_HAVE_NC_PARENT|A naming context head must be the immediate child of another naming context head, not of an interior node.
8495|ERROR_DS_CR_IMPOSSIBLE_TO_VALIDATE|The directory cannot validate the proposed naming context name because it does not hold a replica of the naming context above the proposed naming context. Please ensure that the domain naming master role is held by a server that is configured as a global catalog server, and that the server is up to date with its replication partners. (Applies only to Windows 2000 Domain Naming masters)
8496|ERROR_DS_DST_DOMAIN_NOT_NATIVE|Destination domain must be in native mode.
8497|ERROR_DS_MISSING_INFRASTRUCTURE_CONTAINER|The operation cannot be performed because the server does not have an infrastructure container in the domain of interest.
8498|ERROR_DS_CANT_MOVE_ACCOUNT_GROUP|Cross-domain move of non-empty account groups is not allowed.
8499|ERROR_DS_CANT_MOVE_RESOURCE_GROUP|Cross-domain move of non-empty resource groups is not allowed.
8500|ERROR_DS_INVALID_SEARCH_FLAG|The search flags for the attribute are invalid. The ANR bit is valid only on attributes of Unicode or Teletex strings.
8501|ERROR_DS_NO_TREE_DELETE_ABOVE_NC|Tree deletions starting at an object which has an NC head as a descendant are not allowed.
8502|ERROR_DS_COULDNT_LOCK_TREE_FOR_DELETE|The directory service failed to lock a tree in preparation for a tree deletion because the tree was in use.
8503|ERROR_DS_COULDNT_IDENTIFY_OBJECTS_FOR_TREE_DELETE|The directory service failed to identify the list of objects to delete while attempting a tree deletion.
8504|ERROR_DS_SAM_INIT_FAILURE|Security Accounts Manager initialization failed because of the following error: %1.
8505|ERROR_DS_SENSITIVE_GROUP_VIOLATION|Only an administrator can modify the membership list of an administrative group.
8506|ERROR_DS_CANT_MOD_PRIMARYGROUPID|Cannot change the primary group ID of a domain controller account.
8507|ERROR_DS_ILLEGAL_BASE_SCHEMA_MOD|An attempt is made to modify the base schema.
8508|ERROR_DS_NONSAFE_SCHEMA_CHANGE|Adding a new mandatory attribute to an existing class, deleting a mandatory attribute from an existing class, or adding an optional attribute to the special class Top that is not a backlink attribute (directly or through inheritance, for example, by adding or deleting an auxiliary class) is not allowed.
8509|ERROR_DS_SCHEMA_UPDATE_DISALLOWED|Schema update is not allowed on this DC because the DC is not the schema FSMO Role Owner.
8510|ERROR_DS_CANT_CREATE_UNDER_SCHEMA|An object of this class cannot be created under the schema container. You can only create attribute-schema and class-schema objects under the schema container.
8511|ERROR_DS_INSTALL_NO_SRC_SCH_VERSION|The replica/child install failed to get the objectVersion attribute on the schema container on the source DC. Either the attribute is missing on the schema container or the credentials supplied do not have permission to read it.
8512|ERROR_DS_INSTALL_NO_SCH_VERSION_IN_INIFILE|The replica/child install failed to read the objectVersion attribute in the SCHEMA section of the file schema.ini in the system32 directory.
8513|ERROR_DS_INVALID_GROUP_TYPE|The specified group type is invalid.
8514|ERROR_DS_NO_NEST_GLOBALGROUP_IN_MIXEDDOMAIN|You cannot nest global groups in a mixed domain if the group is security-enabled.
8515|ERROR_DS_NO_NEST_LOCALGROUP_IN_MIXEDDOMAIN|You cannot nest local groups in a mixed domain if the group is security-enabled.
8516|ERROR_DS_GLOBAL_CANT_HAVE_LOCAL_MEMBER|A global group cannot have a local group as a member.
8517|ERROR_DS_GLOBAL_CANT_HAVE_UNIVERSAL_MEMBER|A global group cannot have a universal group as a member.
8518|ERROR_DS_UNIVERSAL_CANT_HAVE_LOCAL_MEMBER|A universal group cannot have a local group as a member.
8519|ERROR_DS_GLOBAL_CANT_HAVE_CROSSDOMAIN_MEMBER|A global group cannot have a cross-domain member.
8520|ERROR_DS_LOCAL_CANT_HAVE_CROSSDOMAIN_LOCAL_MEMBER|A local group cannot have another cross domain local group as a member.
8521|ERROR_DS_HAVE_PRIMARY_MEMBERS|A group with primary members cannot change to a security-disabled group.
8522|ERROR_DS_STRING_SD_CONVERSION_FAILED|The schema cache load failed to convert the string default SD on a class-schema object.
8523|ERROR_DS_NAMING_MASTER_GC|Only DSAs configured to be Global Catalog servers should be allowed to hold the Domain Naming Master FSMO role. (Applies only to Windows 2000 servers)
8524|ERROR_DS_DNS_LOOKUP_FAILURE|The DSA operation is unable to proceed because of a DNS lookup failure.
8525|ERROR_DS_COULDNT_UPDATE_SPNS|While processing a change to the DNS Host Name for an object, the Service Principal Name values could not be kept in sync.
8526|ERROR_DS_CANT_RETRIEVE_SD|The Security Descriptor attribute could not be read.
8527|ERROR_DS_KEY_NOT_UNIQUE|The object requested was not found, but an object with that key was found.
8528|ERROR_DS_WRONG_LINKED_ATT_SYNTAX|The syntax of the linked attribute being added is incorrect. Forward links can only have syntax 2.5.5.1, 2.5.5.7, and 2.5.5.14, and backlinks can only have syntax 2.5.5.1
8529|ERROR_DS_SAM_NEED_BOOTKEY_PASSWORD|Security Account Manager needs to get the boot password.
8530|ERROR_DS_SAM_NEED_BOOTKEY_FLOPPY|Security Account Manager needs to get the boot key from floppy disk.
8531|ERROR_DS_CANT_START|Directory Service cannot start.
8532|ERROR_DS_INIT_FAILURE|Directory Services could not start.
8533|ERROR_DS_NO_PKT_PRIVACY_ON_CONNECTION|The connection between client and server requires packet privacy or better.
8534|ERROR_DS_SOURCE_DOMAIN_IN_FOREST|The source domain may not be in the same forest as destination.
8535|ERROR_DS_DESTINATION_DOMAIN_NOT_IN_FOREST|The destination domain must be in the forest.
8536|ERROR_DS_DESTINATION_AUDITING_NOT_ENABLED|The operation requires that destination domain auditing be enabled.
8537|ERROR_DS_CANT_FIND_DC_FOR_SRC_DOMAIN|The operation couldn't locate a DC for the source domain.
8538|ERROR_DS_SRC_OBJ_NOT_GROUP_OR_USER|The source object must be a group or user.
8539|ERROR_DS_SRC_SID_EXISTS_IN_FOREST|The source object's SID already exists in destination forest.
8540|ERROR_DS_SRC_AND_DST_OBJECT_CLASS_MISMATCH|The source and destination object must be of the same type.
8541|ERROR_SAM_INIT_FAILURE|Security Accounts Manager initialization failed because of the following error: %1.
8542|ERROR_DS_DRA_SCHEMA_INFO_SHIP|Schema information could not be included in the replication request.
8543|ERROR_DS_DRA_SCHEMA_CONFLICT|The replication operation could not be completed due to a schema incompatibility.
8544|ERROR_DS_DRA_EARLIER_SCHEMA_CONFLICT|The replication operation could not be completed due to a previous schema incompatibility.
8545|ERROR_DS_DRA_OBJ_NC_MISMATCH|The replication update could not be applied because either the source or the destination has not yet received information regarding a recent cross-domain move operation.
8546|ERROR_DS_NC_STILL_HAS_DSAS|The requested domain could not be deleted because there exist domain controllers that still host this domain.
8547|ERROR_DS_GC_REQUIRED|The requested operation can be performed only on a global catalog server.
8548|ERROR_DS_LOCAL_MEMBER_OF_LOCAL_ONLY|A local group can only be a member of other local groups in the same domain.
8549|ERROR_DS_NO_FPO_IN_UNIVERSAL_GROUPS|Foreign security principals cannot be members of universal groups.
8550|ERROR_DS_CANT_ADD_TO_GC|The attribute is not allowed to be replicated to the GC because of security reasons.
8551|ERROR_DS_NO_CHECKPOINT_WITH_PDC|The checkpoint with the PDC could not be taken because there too many modifications being processed currently.
8552|ERROR_DS_SOURCE_AUDITING_NOT_ENABLED|The operation requires that source domain auditing be enabled.
8553|ERROR_DS_CANT_CREATE_IN_NONDOMAIN_NC|Security principal objects can only be created inside domain naming contexts.
8554|ERROR_DS_INVALID_NAME_FOR_SPN|A Service Principal Name (SPN) could not be constructed because the provided hostname is not in the necessary format.
8555|ERROR_DS_FILTER_USES_CONTRUCTED_ATTRS|A Filter was passed that uses constructed attributes.
8556|ERROR_DS_UNICODEPWD_NOT_IN_QUOTES|The unicodePwd attribute value must be enclosed in double quotes.
8557|ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED|Your computer could not be joined to the domain. You have exceeded the maximum number of computer accounts you are allowed to create in this domain. Contact your system administrator to have this limit reset or increased.
8558|ERROR_DS_MUST_BE_RUN_ON_DST_DC|For security reasons, the operation must be run on the destination DC.
8559|ERROR_DS_SRC_DC_MUST_BE_SP4_OR_GREATER|For security reasons, the source DC must be NT4SP4 or greater.
8560|ERROR_DS_CANT_TREE_DELETE_CRITICAL_OBJ|Critical Directory Service System objects cannot be deleted during tree delete operations. The tree delete may have been partially performed.
8561|ERROR_DS_INIT_FAILURE_CONSOLE|Directory Services could not start because of the following error: %1.
8562|ERROR_DS_SAM_INIT_FAILURE_CONSOLE|Security Accounts Manager initialization failed because of the following error: %1.
8563|ERROR_DS_FOREST_VERSION_TOO_HIGH|The version of the operating system is incompatible with the current AD DS forest functional level or AD LDS Configuration Set functional level. You must upgrade to a new version of the operating system before this server can become an AD DS Domain Controller or add an AD LDS Instance in this AD DS Forest or AD LDS Configuration Set.
8564|ERROR_DS_DOMAIN_VERSION_TOO_HIGH|The version of the operating system installed is incompatible with the current domain functional level. You must upgrade to a new version of the operating system before this server can become a domain controller in this domain.
8565|ERROR_DS_FOREST_VERSION_TOO_LOW|The version of the operating system installed on this server no longer supports the current AD DS Forest functional level or AD LDS Configuration Set functional level. You must raise the AD DS Forest functional level or AD LDS Configuration Set functional level before this server can become an AD DS Domain Controller or an AD LDS Instance in this Forest or Configuration Set.
8566|ERROR_DS_DOMAIN_VERSION_TOO_LOW|The version of the operating system installed on this server no longer supports the current domain functional level. You must raise the domain functional level before this server can become a domain controller in this domain.
8567|ERROR_DS_INCOMPATIBLE_VERSION|The version of the operating system installed on this server is incompatible with the functional level of the domain or forest.
8568|ERROR_DS_LOW_DSA_VERSION|The functional level of the domain (or forest) cannot be raised to the requested value, because there exist one or more domain controllers in the domain (or forest) that are at a lower incompatible functional level.
8569|ERROR_DS_NO_BEHAVIOR_VERSION_IN_MIXEDDOMAIN|The forest functional level cannot be raised to the requested value since one or more domains are still in mixed domain mode. All domains in the forest must be in native mode, for you to raise the forest functional level.
8570|ERROR_DS_NOT_SUPPORTED_SORT_ORDER|The sort order requested is not supported.
8571|ERROR_DS_NAME_NOT_UNIQUE|The requested name already exists as a unique identifier.
8572|ERROR_DS_MACHINE_ACCOUNT_CREATED_PRENT4|The machine account was created pre-NT4. The account needs to be recreated.
8573|ERROR_DS_OUT_OF_VERSION_STORE|The database is out of version store.
8574|ERROR_DS_INCOMPATIBLE_CONTROLS_USED|Unable to continue operation because multiple conflicting controls were used.
8575|ERROR_DS_NO_REF_DOMAIN|Unable to find a valid security descriptor reference domain for this partition.
8576|ERROR_DS_RESERVED_LINK_ID|Schema update failed: The link identifier is reserved.
8577|ERROR_DS_LINK_ID_NOT_AVAILABLE|Schema update failed: There are no link identifiers available.
8578|ERROR_DS_AG_CANT_HAVE_UNIVERSAL_MEMBER|An account group cannot have a universal group as a member.
8579|ERROR_DS_MODIFYDN_DISALLOWED_BY_INSTANCE_TYPE|Rename or move operations on naming context heads or read-only objects are not allowed.
8580|ERROR_DS_NO_OBJECT_MOVE_IN_SCHEMA_NC|Move operations on objects in the schema naming context are not allowed.
8581|ERROR_DS_MODIFYDN_DISALLOWED_BY_FLAG|A system flag has been set on the object and does not allow the object to be moved or renamed.
8582|ERROR_DS_MODIFYDN_WRONG_GRANDPARENT|This object is not allowed to change its grandparent container. Moves are not forbidden on this object, but are restricted to sibling containers.
8583|ERROR_DS_NAME_ERROR_TRUST_REFERRAL|Unable to resolve completely, a referral to another forest is generated.
8584|ERROR_NOT_SUPPORTED_ON_STANDARD_SERVER|The requested action is not supported on standard server.
8585|ERROR_DS_CANT_ACCESS_REMOTE_PART_OF_AD|Could not access a partition of the directory service located on a remote server. Make sure at least one server is running for the partition in question.
8586|ERROR_DS_CR_IMPOSSIBLE_TO_VALIDATE_V2|The directory cannot validate the proposed naming context (or partition) name because it does not hold a replica nor can it contact a replica of the naming context above the proposed naming context. Please ensure that the parent naming context is properly registered in DNS, and at least one replica of this naming context is reachable by the Domain Naming master.
8587|ERROR_DS_THREAD_LIMIT_EXCEEDED|The thread limit for this request was exceeded.
8588|ERROR_DS_NOT_CLOSEST|The Global catalog server is not in the closest site.
8589|ERROR_DS_CANT_DERIVE_SPN_WITHOUT_SERVER_REF|The DS cannot derive a service principal name (SPN) with which to mutually authenticate the target server because the corresponding server object in the local DS database has no serverReference attribute.
8590|ERROR_DS_SINGLE_USER_MODE_FAILED|The Directory Service failed to enter single user mode.
8591|ERROR_DS_NTDSCRIPT_SYNTAX_ERROR|The Directory Service cannot parse the script because of a syntax error.
8592|ERROR_DS_NTDSCRIPT_PROCESS_ERROR|The Directory Service cannot process the script because of an error.
8593|ERROR_DS_DIFFERENT_REPL_EPOCHS|The directory service cannot perform the requested operation because the servers involved are of different replication epochs (which is usually related to a domain rename that is in progress).
8594|ERROR_DS_DRS_EXTENSIONS_CHANGED|The directory service binding must be renegotiated due to a change in the server extensions information.
8595|ERROR_DS_REPLICA_SET_CHANGE_NOT_ALLOWED_ON_DISABLED_CR|Operation not allowed on a disabled cross ref.
8596|ERROR_DS_NO_MSDS_INTID|Schema update failed: No values for msDS-IntId are available.
8597|ERROR_DS_DUP_MSDS_INTID|Schema update failed: Duplicate msDS-INtId. Retry the operation.
8598|ERROR_DS_EXISTS_IN_RDNATTID|Schema deletion failed: attribute is used in rDNAttID.
8599|ERROR_DS_AUTHORIZATION_FAILED|The directory service failed to authorize the request.
8600|ERROR_DS_INVALID_SCRIPT|The Directory Service cannot process the script because it is invalid.
8601|ERROR_DS_REMOTE_CROSSREF_OP_FAILED|The remote create cross reference operation failed on the Domain Naming Master FSMO. The operation's error is in the extended data.
8602|ERROR_DS_CROSS_REF_BUSY|A cross reference is in use locally with the same name.
8603|ERROR_DS_CANT_DERIVE_SPN_FOR_DELETED_DOMAIN|The DS cannot derive a service principal name (SPN) with which to mutually authenticate the target server because the server's domain has been deleted from the forest.
8604|ERROR_DS_CANT_DEMOTE_WITH_WRITEABLE_NC|Writeable NCs prevent this DC from demoting.
8605|ERROR_DS_DUPLICATE_ID_FOUND|The requested object has a non-unique identifier and cannot be retrieved.
8606|ERROR_DS_INSUFFICIENT_ATTR_TO_CREATE_OBJECT|Insufficient attributes were given to create an object. This object may not exist because it may have been deleted and already garbage collected.
8607|ERROR_DS_GROUP_CONVERSION_ERROR|The group cannot be converted due to attribute restrictions on the requested group type.
8608|ERROR_DS_CANT_MOVE_APP_BASIC_GROUP|Cross-domain move of non-empty basic application groups is not allowed.
8609|ERROR_DS_CANT_MOVE_APP_QUERY_GROUP|Cross-domain move of non-empty query based application groups is not allowed.
8610|ERROR_DS_ROLE_NOT_VERIFIED|The FSMO role ownership could not be verified because its directory partition has not replicated successfully with at least one replication partner.
8611|ERROR_DS_WKO_CONTAINER_CANNOT_BE_SPECIAL|The target container for a redirection of a well known object container cannot already be a special container.
8612|ERROR_DS_DOMAIN_RENAME_IN_PROGRESS|The Directory Service cannot perform the requested operation because a domain rename operation is in progress.
8613|ERROR_DS_EXISTING_AD_CHILD_NC|The directory service detected a child partition below the requested partition name. The partition hierarchy must be created in a top down method.
8614|ERROR_DS_REPL_LIFETIME_EXCEEDED|The directory service cannot replicate with this server because the time since the last replication with this server has exceeded the tombstone lifetime.
8615|ERROR_DS_DISALLOWED_IN_SYSTEM_CONTAINER|The requested operation is not allowed on an object under the system container.
8616|ERROR_DS_LDAP_SEND_QUEUE_FULL|The LDAP servers network send queue has filled up because the client is not processing the results of its requests fast enough. No more requests will be processed until the client catches up. If the client does not catch up then it will be disconnected.
8617|ERROR_DS_DRA_OUT_SCHEDULE_WINDOW|The scheduled replication did not take place because the system was too busy to execute the request within the schedule window. The replication queue is overloaded. Consider reducing the number of partners or decreasing the scheduled replication frequency.
8618|ERROR_DS_POLICY_NOT_KNOWN|At this time, it cannot be determined if the branch replication policy is available on the hub domain controller. Please retry at a later time to account for replication latencies.
8619|ERROR_NO_SITE_SETTINGS_OBJECT|The site settings object for the specified site does not exist.
8620|ERROR_NO_SECRETS|The local account store does not contain secret material for the specified account.
8621|ERROR_NO_WRITABLE_DC_FOUND|Could not find a writable domain controller in the domain.
8622|ERROR_DS_NO_SERVER_OBJECT|The server object for the domain controller does not exist.
8623|ERROR_DS_NO_NTDSA_OBJECT|The NTDS Settings object for the domain controller does not exist.
8624|ERROR_DS_NON_ASQ_SEARCH|The requested search operation is not supported for ASQ searches.
8625|ERROR_DS_AUDIT_FAILURE|A required audit event could not be generated for the operation.
8626|ERROR_DS_INVALID_SEARCH_FLAG_SUBTREE|The search flags for the attribute are invalid. The subtree index bit is valid only on single valued attributes.
8627|ERROR_DS_INVALID_SEARCH_FLAG_TUPLE|The search flags for the attribute are invalid. The tuple index bit is valid only on attributes of Unicode strings.
8628|ERROR_DS_HIERARCHY_TABLE_TOO_DEEP|The address books are nested too deeply. Failed to build the hierarchy table.
8629|ERROR_DS_DRA_CORRUPT_UTD_VECTOR|The specified up-to-date-ness vector is corrupt.
8630|ERROR_DS_DRA_SECRETS_DENIED|The request to replicate secrets is denied.
8631|ERROR_DS_RESERVED_MAPI_ID|Schema update failed: The MAPI identifier is reserved.
8632|ERROR_DS_MAPI_ID_NOT_AVAILABLE|Schema update failed: There are no MAPI identifiers available.
8633|ERROR_DS_DRA_MISSING_KRBTGT_SECRET|The replication operation failed because the required attributes of the local krbtgt object are missing.
8634|ERROR_DS_DOMAIN_NAME_EXISTS_IN_FOREST|The domain name of the trusted domain already exists in the forest.
8635|ERROR_DS_FLAT_NAME_EXISTS_IN_FOREST|The flat name of the trusted domain already exists in the forest.
8636|ERROR_INVALID_USER_PRINCIPAL_NAME|The User Principal Name (UPN) is invalid.
8637|ERROR_DS_OID_MAPPED_GROUP_CANT_HAVE_MEMBERS|OID mapped groups cannot have members.
8638|ERROR_DS_OID_NOT_FOUND|The specified OID cannot be found.
8639|ERROR_DS_DRA_RECYCLED_TARGET|The replication operation failed because the target object referred by a link value is recycled.
8640|ERROR_DS_DISALLOWED_NC_REDIRECT|The redirect operation failed because the target object is in a NC different from the domain NC of the current domain controller.
8641|ERROR_DS_HIGH_ADLDS_FFL|The functional level of the AD LDS configuration set cannot be lowered to the requested value.
8642|ERROR_DS_HIGH_DSA_VERSION|The functional level of the domain (or forest) cannot be lowered to the requested value.
8643|ERROR_DS_LOW_ADLDS_FFL|The functional level of the AD LDS configuration set cannot be raised to the requested value, because there exist one or more ADLDS instances that are at a lower incompatible functional level.
8644|ERROR_DOMAIN_SID_SAME_AS_LOCAL_WORKSTATION|The domain join cannot be completed because the SID of the domain you attempted to join was identical to the SID of this machine. This is a symptom of an improperly cloned operating system install. You should run sysprep on this machine in order to generate a new machine SID. Please see https://go.microsoft.com/fwlink/?LinkId=168895 for more information.
8645|ERROR_DS_UNDELETE_SAM_VALIDATION_FAILED|The undelete operation failed because the Sam Account Name or Additional Sam Account Name of the object being undeleted conflicts with an existing live object.
8646|ERROR_INCORRECT_ACCOUNT_TYPE|The system is not authoritative for the specified account and therefore cannot complete the operation. Please retry the operation using the provider associated with this account. If this is an online provider please use the provider's online site.
8647|ERROR_DS_SPN_VALUE_NOT_UNIQUE_IN_FOREST|
8648|ERROR_DS_UPN_VALUE_NOT_UNIQUE_IN_FOREST|
9001|DNS_ERROR_RCODE_FORMAT_ERROR|DNS server unable to interpret format.
9002|DNS_ERROR_RCODE_SERVER_FAILURE|DNS server failure.
9003|DNS_ERROR_RCODE_NAME_ERROR|DNS name does not exist.
9004|DNS_ERROR_RCODE_NOT_IMPLEMENTED|DNS request not supported by name server.
9005|DNS_ERROR_RCODE_REFUSED|DNS operation refused.
9006|DNS_ERROR_RCODE_YXDOMAIN|DNS name that ought not exist, does exist.
9007|DNS_ERROR_RCODE_YXRRSET|DNS RR set that ought not exist, does exist.
9008|DNS_ERROR_RCODE_NXRRSET|DNS RR set that ought to exist, does not exist.
9009|DNS_ERROR_RCODE_NOTAUTH|DNS server not authoritative for zone.
9010|DNS_ERROR_RCODE_NOTZONE|DNS name in update or prereq is not in zone.
9016|DNS_ERROR_RCODE_BADSIG|DNS signature failed to verify.
9017|DNS_ERROR_RCODE_BADKEY|DNS bad key.
9018|DNS_ERROR_RCODE_BADTIME|DNS signature validity expired.
9101|DNS_ERROR_KEYMASTER_REQUIRED|Only the DNS server acting as the key master for the zone may perform this operation.
9102|DNS_ERROR_NOT_ALLOWED_ON_SIGNED_ZONE|This operation is not allowed on a zone that is signed or has signing keys.
9103|DNS_ERROR_NSEC3_INCOMPATIBLE_WITH_RSA_SHA1|NSEC3 is not compatible with the RSA-SHA-1 algorithm. Choose a different algorithm or use NSEC.
9104|DNS_ERROR_NOT_ENOUGH_SIGNING_KEY_DESCRIPTORS|The zone does not have enough signing keys. There must be at least one key signing key (KSK) and at least one zone signing key (ZSK).
9105|DNS_ERROR_UNSUPPORTED_ALGORITHM|The specified algorithm is not supported.
9106|DNS_ERROR_INVALID_KEY_SIZE|The specified key size is not supported.
9107|DNS_ERROR_SIGNING_KEY_NOT_ACCESSIBLE|One or more of the signing keys for a zone are not accessible to the DNS server. Zone signing will not be operational until this error is resolved.
9108|DNS_ERROR_KSP_DOES_NOT_SUPPORT_PROTECTION|The specified key storage provider does not support DPAPI++ data protection. Zone signing will not be operational until this error is resolved.
9109|DNS_ERROR_UNEXPECTED_DATA_PROTECTION_ERROR|An unexpected DPAPI++ error was encountered. Zone signing will not be operational until this error is resolved.
9110|DNS_ERROR_UNEXPECTED_CNG_ERROR|An unexpected crypto error was encountered. Zone signing may not be operational until this error is resolved.
9111|DNS_ERROR_UNKNOWN_SIGNING_PARAMETER_VERSION|The DNS server encountered a signing key with an unknown version. Zone signing will not be operational until this error is resolved.
9112|DNS_ERROR_KSP_NOT_ACCESSIBLE|The specified key service provider cannot be opened by the DNS server.
9113|DNS_ERROR_TOO_MANY_SKDS|The DNS server cannot accept any more signing keys with the specified algorithm and KSK flag value for this zone.
9114|DNS_ERROR_INVALID_ROLLOVER_PERIOD|The specified rollover period is invalid.
9115|DNS_ERROR_INVALID_INITIAL_ROLLOVER_OFFSET|The specified initial rollover offset is invalid.
9116|DNS_ERROR_ROLLOVER_IN_PROGRESS|The specified signing key is already in process of rolling over keys.
9117|DNS_ERROR_STANDBY_KEY_NOT_PRESENT|The specified signing key does not have a standby key to revoke.
9118|DNS_ERROR_NOT_ALLOWED_ON_ZSK|This operation is not allowed on a zone signing key (ZSK).
9119|DNS_ERROR_NOT_ALLOWED_ON_ACTIVE_SKD|This operation is not allowed on an active signing key.
9120|DNS_ERROR_ROLLOVER_ALREADY_QUEUED|The specified signing key is already queued for rollover.
9121|DNS_ERROR_NOT_ALLOWED_ON_UNSIGNED_ZONE|This operation is not allowed on an unsigned zone.
9122|DNS_ERROR_BAD_KEYMASTER|This operation could not be completed because the DNS server listed as the current key master for this zone is down or misconfigured. Resolve the problem on the current key master for this zone or use another DNS server to seize the key master role.
9123|DNS_ERROR_INVALID_SIGNATURE_VALIDITY_PERIOD|The specified signature validity period is invalid.
9124|DNS_ERROR_INVALID_NSEC3_ITERATION_COUNT|The specified NSEC3 iteration count is higher than allowed by the minimum key length used in the zone.
9125|DNS_ERROR_DNSSEC_IS_DISABLED|This operation could not be completed because the DNS server has been configured with DNSSEC features disabled. Enable DNSSEC on the DNS server.
9126|DNS_ERROR_INVALID_XML|This operation could not be completed because the XML stream received is empty or syntactically invalid.
9127|DNS_ERROR_NO_VALID_TRUST_ANCHORS|This operation completed, but no trust anchors were added because all of the trust anchors received were either invalid, unsupported, expired, or would not become valid in less than 30 days.
9128|DNS_ERROR_ROLLOVER_NOT_POKEABLE|The specified signing key is not waiting for parental DS update.
9129|DNS_ERROR_NSEC3_NAME_COLLISION|Hash collision detected during NSEC3 signing. Specify a different user-provided salt, or use a randomly generated salt, and attempt to sign the zone again.
9130|DNS_ERROR_NSEC_INCOMPATIBLE_WITH_NSEC3_RSA_SHA1|NSEC is not compatible with the NSEC3-RSA-SHA-1 algorithm. Choose a different algorithm or use NSEC3.
9501|DNS_INFO_NO_RECORDS|No records found for given DNS query.
9502|DNS_ERROR_BAD_PACKET|Bad DNS packet.
9503|DNS_ERROR_NO_PACKET|No DNS packet.
9504|DNS_ERROR_RCODE|DNS error, check rcode.
9505|DNS_ERROR_UNSECURE_PACKET|Unsecured DNS packet.
9506|DNS_REQUEST_PENDING|DNS query request is pending.
9551|DNS_ERROR_INVALID_TYPE|Invalid DNS type.
9552|DNS_ERROR_INVALID_IP_ADDRESS|Invalid IP address.
9553|DNS_ERROR_INVALID_PROPERTY|Invalid property.
9554|DNS_ERROR_TRY_AGAIN_LATER|Try DNS operation again later.
9555|DNS_ERROR_NOT_UNIQUE|Record for given name and type is not unique.
9556|DNS_ERROR_NON_RFC_NAME|DNS name does not comply with RFC specifications.
9557|DNS_STATUS_FQDN|DNS name is a fully-qualified DNS name.
9558|DNS_STATUS_DOTTED_NAME|DNS name is dotted (multi-label).
9559|DNS_STATUS_SINGLE_PART_NAME|DNS name is a single-part name.
9560|DNS_ERROR_INVALID_NAME_CHAR|DNS name contains an invalid character.
9561|DNS_ERROR_NUMERIC_NAME|DNS name is entirely numeric.
9562|DNS_ERROR_NOT_ALLOWED_ON_ROOT_SERVER|The operation requested is not permitted on a DNS root server.
9563|DNS_ERROR_NOT_ALLOWED_UNDER_DELEGATION|The record could not be created because this part of the DNS namespace has been delegated to another server.
9564|DNS_ERROR_CANNOT_FIND_ROOT_HINTS|The DNS server could not find a set of root hints.
9565|DNS_ERROR_INCONSISTENT_ROOT_HINTS|The DNS server found root hints but they were not consistent across all adapters.
9566|DNS_ERROR_DWORD_VALUE_TOO_SMALL|The specified value is too small for this parameter.
9567|DNS_ERROR_DWORD_VALUE_TOO_LARGE|The specified value is too large for this parameter.
9568|DNS_ERROR_BACKGROUND_LOADING|This operation is not allowed while the DNS server is loading zones in the background. Please try again later.
9569|DNS_ERROR_NOT_ALLOWED_ON_RODC|The operation requested is not permitted on against a DNS server running on a read-only DC.
9570|DNS_ERROR_NOT_ALLOWED_UNDER_DNAME|No data is allowed to exist underneath a DNAME record.
9571|DNS_ERROR_DELEGATION_REQUIRED|This operation requires credentials delegation.
9572|DNS_ERROR_INVALID_POLICY_TABLE|Name resolution policy table has been corrupted. DNS resolution will fail until it is fixed. Contact your network administrator.
9601|DNS_ERROR_ZONE_DOES_NOT_EXIST|DNS zone does not exist.
9602|DNS_ERROR_NO_ZONE_INFO|DNS zone information not available.
9603|DNS_ERROR_INVALID_ZONE_OPERATION|Invalid operation for DNS zone.
9604|DNS_ERROR_ZONE_CONFIGURATION_ERROR|Invalid DNS zone configuration.
9605|DNS_ERROR_ZONE_HAS_NO_SOA_RECORD|DNS zone has no start of authority (SOA) record.
9606|DNS_ERROR_ZONE_HAS_NO_NS_RECORDS|DNS zone has no Name Server (NS) record.
9607|DNS_ERROR_ZONE_LOCKED|DNS zone is locked.
9608|DNS_ERROR_ZONE_CREATION_FAILED|DNS zone creation failed.
9609|DNS_ERROR_ZONE_ALREADY_EXISTS|DNS zone already exists.
9610|DNS_ERROR_AUTOZONE_ALREADY_EXISTS|DNS automatic zone already exists.
9611|DNS_ERROR_INVALID_ZONE_TYPE|Invalid DNS zone type.
9612|DNS_ERROR_SECONDARY_REQUIRES_MASTER_IP|Secondary DNS zone requires master IP address.
9613|DNS_ERROR_ZONE_NOT_SECONDARY|DNS zone not secondary.
9614|DNS_ERROR_NEED_SECONDARY_ADDRESSES|Need secondary IP address.
9615|DNS_ERROR_WINS_INIT_FAILED|WINS initialization failed.
9616|DNS_ERROR_NEED_WINS_SERVERS|Need WINS servers.
9617|DNS_ERROR_NBSTAT_INIT_FAILED|NBTSTAT initialization call failed.
9618|DNS_ERROR_SOA_DELETE_INVALID|Invalid delete of start of authority (SOA)
9619|DNS_ERROR_FORWARDER_ALREADY_EXISTS|A conditional forwarding zone already exists for that name.
9620|DNS_ERROR_ZONE_REQUIRES_MASTER_IP|This zone must be configured with one or more master DNS server IP addresses.
9621|DNS_ERROR_ZONE_IS_SHUTDOWN|The operation cannot be performed because this zone is shut down.
9622|DNS_ERROR_ZONE_LOCKED_FOR_SIGNING|This operation cannot be performed because the zone is currently being signed. Please try again later.
9651|DNS_ERROR_PRIMARY_REQUIRES_DATAFILE|Primary DNS zone requires datafile.
9652|DNS_ERROR_INVALID_DATAFILE_NAME|Invalid datafile name for DNS zone.
9653|DNS_ERROR_DATAFILE_OPEN_FAILURE|Failed to open datafile for DNS zone.
9654|DNS_ERROR_FILE_WRITEBACK_FAILED|Failed to write datafile for DNS zone.
9655|DNS_ERROR_DATAFILE_PARSING|Failure while reading datafile for DNS zone.
9701|DNS_ERROR_RECORD_DOES_NOT_EXIST|DNS record does not exist.
9702|DNS_ERROR_RECORD_FORMAT|DNS record format error.
9703|DNS_ERROR_NODE_CREATION_FAILED|Node creation failure in DNS.
9704|DNS_ERROR_UNKNOWN_RECORD_TYPE|Unknown DNS record type.
9705|DNS_ERROR_RECORD_TIMED_OUT|DNS record timed out.
9706|DNS_ERROR_NAME_NOT_IN_ZONE|Name not in DNS zone.
9707|DNS_ERROR_CNAME_LOOP|CNAME loop detected.
9708|DNS_ERROR_NODE_IS_CNAME|Node is a CNAME DNS record.
9709|DNS_ERROR_CNAME_COLLISION|A CNAME record already exists for given name.
9710|DNS_ERROR_RECORD_ONLY_AT_ZONE_ROOT|Record only at DNS zone root.
9711|DNS_ERROR_RECORD_ALREADY_EXISTS|DNS record already exists.
9712|DNS_ERROR_SECONDARY_DATA|Secondary DNS zone data error.
9713|DNS_ERROR_NO_CREATE_CACHE_DATA|Could not create DNS cache data.
9714|DNS_ERROR_NAME_DOES_NOT_EXIST|DNS name does not exist.
9715|DNS_WARNING_PTR_CREATE_FAILED|Could not create pointer (PTR) record.
9716|DNS_WARNING_DOMAIN_UNDELETED|DNS domain was undeleted.
9717|DNS_ERROR_DS_UNAVAILABLE|The directory service is unavailable.
9718|DNS_ERROR_DS_ZONE_ALREADY_EXISTS|DNS zone already exists in the directory service.
9719|DNS_ERROR_NO_BOOTFILE_IF_DS_ZONE|DNS server not creating or reading the boot file for the directory service integrated DNS zone.
9720|DNS_ERROR_NODE_IS_DNAME|Node is a DNAME DNS record.
9721|DNS_ERROR_DNAME_COLLISION|A DNAME record already exists for given name.
9722|DNS_ERROR_ALIAS_LOOP|An alias loop has been detected with either CNAME or DNAME records.
9751|DNS_INFO_AXFR_COMPLETE|DNS AXFR (zone transfer) complete.
9752|DNS_ERROR_AXFR|DNS zone transfer failed.
9753|DNS_INFO_ADDED_LOCAL_WINS|Added local WINS server.
9801|DNS_STATUS_CONTINUE_NEEDED|Secure update call needs to continue update request.
9851|DNS_ERROR_NO_TCPIP|TCP/IP network protocol not installed.
9852|DNS_ERROR_NO_DNS_SERVERS|No DNS servers configured for local system.
9901|DNS_ERROR_DP_DOES_NOT_EXIST|The specified directory partition does not exist.
9902|DNS_ERROR_DP_ALREADY_EXISTS|The specified directory partition already exists.
9903|DNS_ERROR_DP_NOT_ENLISTED|This DNS server is not enlisted in the specified directory partition.
9904|DNS_ERROR_DP_ALREADY_ENLISTED|This DNS server is already enlisted in the specified directory partition.
9905|DNS_ERROR_DP_NOT_AVAILABLE|The directory partition is not available at this time. Please wait a few minutes and try again.
9906|DNS_ERROR_DP_FSMO_ERROR|The operation failed because the domain naming master FSMO role could not be reached. The domain controller holding the domain naming master FSMO role is down or unable to service the request or is not running Windows Server 2003 or later.
9951|DNS_ERROR_ZONESCOPE_ALREADY_EXISTS|
9952|DNS_ERROR_ZONESCOPE_DOES_NOT_EXIST|
9953|DNS_ERROR_DEFAULT_ZONESCOPE|
9954|DNS_ERROR_INVALID_ZONESCOPE_NAME|
9955|DNS_ERROR_NOT_ALLOWED_WITH_ZONESCOPES|
9956|DNS_ERROR_LOAD_ZONESCOPE_FAILED|
9957|DNS_ERROR_ZONESCOPE_FILE_WRITEBACK_FAILED|
9958|DNS_ERROR_INVALID_SCOPE_NAME|
9959|DNS_ERROR_SCOPE_DOES_NOT_EXIST|
9960|DNS_ERROR_DEFAULT_SCOPE|
9961|DNS_ERROR_INVALID_SCOPE_OPERATION|
9962|DNS_ERROR_SCOPE_LOCKED|
9963|DNS_ERROR_SCOPE_ALREADY_EXISTS|
10004|WSAEINTR|A blocking operation was interrupted by a call to WSACancelBlockingCall.
10009|WSAEBADF|The file handle supplied is not valid.
10013|WSAEACCES|An attempt was made to access a socket in a way forbidden by its access permissions.
10014|WSAEFAULT|The system detected an invalid pointer address in attempting to use a pointer argument in a call.
10022|WSAEINVAL|An invalid argument was supplied.
10024|WSAEMFILE|Too many open sockets.
10035|WSAEWOULDBLOCK|A non-blocking socket operation could not be completed immediately.
10036|WSAEINPROGRESS|A blocking operation is currently executing.
10037|WSAEALREADY|An operation was attempted on a non-blocking socket that already had an operation in progress.
10038|WSAENOTSOCK|An operation was attempted on something that is not a socket.
10039|WSAEDESTADDRREQ|A required address was omitted from an operation on a socket.
10040|WSAEMSGSIZE|A message sent on a datagram socket was larger than the internal message buffer or some other network limit, or the buffer used to receive a datagram into was smaller than the datagram itself.
10041|WSAEPROTOTYPE|A protocol was specified in the socket function call that does not support the semantics of the socket type requested.
10042|WSAENOPROTOOPT|An unknown, invalid, or unsupported option or level was specified in a getsockopt or setsockopt call.
10043|WSAEPROTONOSUPPORT|The requested protocol has not been configured into the system, or no implementation for it exists.
10044|WSAESOCKTNOSUPPORT|The support for the specified socket type does not exist in this address family.
10045|WSAEOPNOTSUPP|The attempted operation is not supported for the type of object referenced.
10046|WSAEPFNOSUPPORT|The protocol family has not been configured into the system or no implementation for it exists.
10047|WSAEAFNOSUPPORT|An address incompatible with the requested protocol was used.
10048|WSAEADDRINUSE|Only one usage of each socket address (protocol/network address/port) is normally permitted.
10049|WSAEADDRNOTAVAIL|The requested address is not valid in its context.
10050|WSAENETDOWN|A socket operation encountered a dead network.
10051|WSAENETUNREACH|A socket operation was attempted to an unreachable network.
10052|WSAENETRESET|The connection has been broken due to keep-alive activity detecting a failure while the operation was in progress.
10053|WSAECONNABORTED|An established connection was aborted by the software in your host machine.
10054|WSAECONNRESET|An existing connection was forcibly closed by the remote host.
10055|WSAENOBUFS|An operation on a socket could not be performed because the system lacked sufficient buffer space or because a queue was full.
10056|WSAEISCONN|A connect request was made on an already connected socket.
10057|WSAENOTCONN|A request to send or receive data was disallowed because the socket is not connected and (when sending on a datagram socket using a sendto call) no address was supplied.
10058|WSAESHUTDOWN|A request to send or receive data was disallowed because the socket had already been shut down in that direction with a previous shutdown call.
10059|WSAETOOMANYREFS|Too many references to some kernel object.
10060|WSAETIMEDOUT|A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond.
10061|WSAECONNREFUSED|No connection could be made because the target machine actively refused it.
10062|WSAELOOP|Cannot translate name.
10063|WSAENAMETOOLONG|Name component or name was too long.
10064|WSAEHOSTDOWN|A socket operation failed because the destination host was down.
10065|WSAEHOSTUNREACH|A socket operation was attempted to an unreachable host.
10066|WSAENOTEMPTY|Cannot remove a directory that is not empty.
10067|WSAEPROCLIM|A Windows Sockets implementation may have a limit on the number of applications that may use it simultaneously.
10068|WSAEUSERS|Ran out of quota.
10069|WSAEDQUOT|Ran out of disk quota.
10070|WSAESTALE|File handle reference is no longer available.
10071|WSAEREMOTE|Item is not available locally.
10091|WSASYSNOTREADY|WSAStartup cannot function at this time because the underlying system it uses to provide network services is currently unavailable.
10092|WSAVERNOTSUPPORTED|The Windows Sockets version requested is not supported.
10093|WSANOTINITIALISED|Either the application has not called WSAStartup, or WSAStartup failed.
10101|WSAEDISCON|Returned by WSARecv or WSARecvFrom to indicate the remote party has initiated a graceful shutdown sequence.
10102|WSAENOMORE|No more results can be returned by WSALookupServiceNext.
10103|WSAECANCELLED|A call to WSALookupServiceEnd was made while this call was still processing. The call has been canceled.
10104|WSAEINVALIDPROCTABLE|The procedure call table is invalid.
10105|WSAEINVALIDPROVIDER|The requested service provider is invalid.
10106|WSAEPROVIDERFAILEDINIT|The requested service provider could not be loaded or initialized.
10107|WSASYSCALLFAILURE|A system call has failed.
10108|WSASERVICE_NOT_FOUND|No such service is known. The service cannot be found in the specified name space.
10109|WSATYPE_NOT_FOUND|The specified class was not found.
10110|WSA_E_NO_MORE|No more results can be returned by WSALookupServiceNext.
10111|WSA_E_CANCELLED|A call to WSALookupServiceEnd was made while this call was still processing. The call has been canceled.
10112|WSAEREFUSED|A database query failed because it was actively refused.
11001|WSAHOST_NOT_FOUND|No such host is known.
11002|WSATRY_AGAIN|This is usually a temporary error during hostname resolution and means that the local server did not receive a response from an authoritative server.
11003|WSANO_RECOVERY|A non-recoverable error occurred during a database lookup.
11004|WSANO_DATA|The requested name is valid, but no data of the requested type was found.
11005|WSA_QOS_RECEIVERS|At least one reserve has arrived.
11006|WSA_QOS_SENDERS|At least one path has arrived.
11007|WSA_QOS_NO_SENDERS|There are no senders.
11008|WSA_QOS_NO_RECEIVERS|There are no receivers.
11009|WSA_QOS_REQUEST_CONFIRMED|Reserve has been confirmed.
11010|WSA_QOS_ADMISSION_FAILURE|Error due to lack of resources.
11011|WSA_QOS_POLICY_FAILURE|Rejected for administrative reasons - bad credentials.
11012|WSA_QOS_BAD_STYLE|Unknown or conflicting style.
11013|WSA_QOS_BAD_OBJECT|Problem with some part of the filterspec or providerspecific buffer in general.
11014|WSA_QOS_TRAFFIC_CTRL_ERROR|Problem with some part of the flowspec.
11015|WSA_QOS_GENERIC_ERROR|General QOS error.
11016|WSA_QOS_ESERVICETYPE|An invalid or unrecognized service type was found in the flowspec.
11017|WSA_QOS_EFLOWSPEC|An invalid or inconsistent flowspec was found in the QOS structure.
11018|WSA_QOS_EPROVSPECBUF|Invalid QOS provider-specific buffer.
11019|WSA_QOS_EFILTERSTYLE|An invalid QOS filter style was used.
11020|WSA_QOS_EFILTERTYPE|An invalid QOS filter type was used.
11021|WSA_QOS_EFILTERCOUNT|An incorrect number of QOS FILTERSPECs were specified in the FLOWDESCRIPTOR.
11022|WSA_QOS_EOBJLENGTH|An object with an invalid ObjectLength field was specified in the QOS provider-specific buffer.
11023|WSA_QOS_EFLOWCOUNT|An incorrect number of flow descriptors was specified in the QOS structure.
11024|WSA_QOS_EUNKOWNPSOBJ|An unrecognized object was found in the QOS provider-specific buffer.
11025|WSA_QOS_EPOLICYOBJ|An invalid policy object was found in the QOS provider-specific buffer.
11026|WSA_QOS_EFLOWDESC|An invalid QOS flow descriptor was found in the flow descriptor list.
11027|WSA_QOS_EPSFLOWSPEC|An invalid or inconsistent flowspec was found in the QOS provider specific buffer.
11028|WSA_QOS_EPSFILTERSPEC|An invalid FILTERSPEC was found in the QOS provider-specific buffer.
11029|WSA_QOS_ESDMODEOBJ|An invalid shape discard mode object was found in the QOS provider specific buffer.
11030|WSA_QOS_ESHAPERATEOBJ|An invalid shaping rate object was found in the QOS provider-specific buffer.
11031|WSA_QOS_RESERVED_PETYPE|A reserved policy element was found in the QOS provider-specific buffer.
11032|WSA_SECURE_HOST_NOT_FOUND|No such host is known securely.
11033|WSA_IPSEC_NAME_POLICY_ERROR|Name based IPSEC policy could not be added.
13000|ERROR_IPSEC_QM_POLICY_EXISTS|The specified quick mode policy already exists.
13001|ERROR_IPSEC_QM_POLICY_NOT_FOUND|The specified quick mode policy was not found.
13002|ERROR_IPSEC_QM_POLICY_IN_USE|The specified quick mode policy is being used.
13003|ERROR_IPSEC_MM_POLICY_EXISTS|The specified main mode policy already exists.
13004|ERROR_IPSEC_MM_POLICY_NOT_FOUND|The specified main mode policy was not found
13005|ERROR_IPSEC_MM_POLICY_IN_USE|The specified main mode policy is being used.
13006|ERROR_IPSEC_MM_FILTER_EXISTS|The specified main mode filter already exists.
13007|ERROR_IPSEC_MM_FILTER_NOT_FOUND|The specified main mode filter was not found.
13008|ERROR_IPSEC_TRANSPORT_FILTER_EXISTS|The specified transport mode filter already exists.
13009|ERROR_IPSEC_TRANSPORT_FILTER_NOT_FOUND|The specified transport mode filter does not exist.
13010|ERROR_IPSEC_MM_AUTH_EXISTS|The specified main mode authentication list exists.
13011|ERROR_IPSEC_MM_AUTH_NOT_FOUND|The specified main mode authentication list was not found.
13012|ERROR_IPSEC_MM_AUTH_IN_USE|The specified main mode authentication list is being used.
13013|ERROR_IPSEC_DEFAULT_MM_POLICY_NOT_FOUND|The specified default main mode policy was not found.
13014|ERROR_IPSEC_DEFAULT_MM_AUTH_NOT_FOUND|The specified default main mode authentication list was not found.
13015|ERROR_IPSEC_DEFAULT_QM_POLICY_NOT_FOUND|The specified default quick mode policy was not found.
13016|ERROR_IPSEC_TUNNEL_FILTER_EXISTS|The specified tunnel mode filter exists.
13017|ERROR_IPSEC_TUNNEL_FILTER_NOT_FOUND|The specified tunnel mode filter was not found.
13018|ERROR_IPSEC_MM_FILTER_PENDING_DELETION|The Main Mode filter is pending deletion.
13019|ERROR_IPSEC_TRANSPORT_FILTER_PENDING_DELETION|The transport filter is pending deletion.
13020|ERROR_IPSEC_TUNNEL_FILTER_PENDING_DELETION|The tunnel filter is pending deletion.
13021|ERROR_IPSEC_MM_POLICY_PENDING_DELETION|The Main Mode policy is pending deletion.
13022|ERROR_IPSEC_MM_AUTH_PENDING_DELETION|The Main Mode authentication bundle is pending deletion.
13023|ERROR_IPSEC_QM_POLICY_PENDING_DELETION|The Quick Mode policy is pending deletion.
13024|WARNING_IPSEC_MM_POLICY_PRUNED|The Main Mode policy was successfully added, but some of the requested offers are not supported.
13025|WARNING_IPSEC_QM_POLICY_PRUNED|The Quick Mode policy was successfully added, but some of the requested offers are not supported.
13800|ERROR_IPSEC_IKE_NEG_STATUS_BEGIN|ERROR_IPSEC_IKE_NEG_STATUS_BEGIN
13801|ERROR_IPSEC_IKE_AUTH_FAIL|IKE authentication credentials are unacceptable
13802|ERROR_IPSEC_IKE_ATTRIB_FAIL|IKE security attributes are unacceptable
13803|ERROR_IPSEC_IKE_NEGOTIATION_PENDING|IKE Negotiation in progress
13804|ERROR_IPSEC_IKE_GENERAL_PROCESSING_ERROR|General processing error
13805|ERROR_IPSEC_IKE_TIMED_OUT|Negotiation timed out
13806|ERROR_IPSEC_IKE_NO_CERT|IKE failed to find valid machine certificate. Contact your Network Security Administrator about installing a valid certificate in the appropriate Certificate Store.
13807|ERROR_IPSEC_IKE_SA_DELETED|IKE SA deleted by peer before establishment completed
13808|ERROR_IPSEC_IKE_SA_REAPED|IKE SA deleted before establishment completed
13809|ERROR_IPSEC_IKE_MM_ACQUIRE_DROP|Negotiation request sat in Queue too long
13810|ERROR_IPSEC_IKE_QM_ACQUIRE_DROP|Negotiation request sat in Queue too long
13811|ERROR_IPSEC_IKE_QUEUE_DROP_MM|Negotiation request sat in Queue too long
13812|ERROR_IPSEC_IKE_QUEUE_DROP_NO_MM|Negotiation request sat in Queue too long
13813|ERROR_IPSEC_IKE_DROP_NO_RESPONSE|No response from peer
13814|ERROR_IPSEC_IKE_MM_DELAY_DROP|Negotiation took too long
13815|ERROR_IPSEC_IKE_QM_DELAY_DROP|Negotiation took too long
13816|ERROR_IPSEC_IKE_ERROR|Unknown error occurred
13817|ERROR_IPSEC_IKE_CRL_FAILED|Certificate Revocation Check failed
13818|ERROR_IPSEC_IKE_INVALID_KEY_USAGE|Invalid certificate key usage
13819|ERROR_IPSEC_IKE_INVALID_CERT_TYPE|Invalid certificate type
13820|ERROR_IPSEC_IKE_NO_PRIVATE_KEY|IKE negotiation failed because the machine certificate used does not have a private key. IPsec certificates require a private key. Contact your Network Security administrator about replacing with a certificate that has a private key.
13821|ERROR_IPSEC_IKE_SIMULTANEOUS_REKEY|Simultaneous rekeys were detected.
13822|ERROR_IPSEC_IKE_DH_FAIL|Failure in Diffie-Hellman computation
13823|ERROR_IPSEC_IKE_CRITICAL_PAYLOAD_NOT_RECOGNIZED|Don't know how to process critical payload
13824|ERROR_IPSEC_IKE_INVALID_HEADER|Invalid header
13825|ERROR_IPSEC_IKE_NO_POLICY|No policy configured
13826|ERROR_IPSEC_IKE_INVALID_SIGNATURE|Failed to verify signature
13827|ERROR_IPSEC_IKE_KERBEROS_ERROR|Failed to authenticate using Kerberos
13828|ERROR_IPSEC_IKE_NO_PUBLIC_KEY|Peer's certificate did not have a public key
13829|ERROR_IPSEC_IKE_PROCESS_ERR|Error processing error payload
13830|ERROR_IPSEC_IKE_PROCESS_ERR_SA|Error processing SA payload
13831|ERROR_IPSEC_IKE_PROCESS_ERR_PROP|Error processing Proposal payload
13832|ERROR_IPSEC_IKE_PROCESS_ERR_TRANS|Error processing Transform payload
13833|ERROR_IPSEC_IKE_PROCESS_ERR_KE|Error processing KE payload
13834|ERROR_IPSEC_IKE_PROCESS_ERR_ID|Error processing ID payload
13835|ERROR_IPSEC_IKE_PROCESS_ERR_CERT|Error processing Cert payload
13836|ERROR_IPSEC_IKE_PROCESS_ERR_CERT_REQ|Error processing Certificate Request payload
13837|ERROR_IPSEC_IKE_PROCESS_ERR_HASH|Error processing Hash payload
13838|ERROR_IPSEC_IKE_PROCESS_ERR_SIG|Error processing Signature payload
13839|ERROR_IPSEC_IKE_PROCESS_ERR_NONCE|Error processing Nonce payload
13840|ERROR_IPSEC_IKE_PROCESS_ERR_NOTIFY|Error processing Notify payload
13841|ERROR_IPSEC_IKE_PROCESS_ERR_DELETE|Error processing Delete Payload
13842|ERROR_IPSEC_IKE_PROCESS_ERR_VENDOR|Error processing VendorId payload
13843|ERROR_IPSEC_IKE_INVALID_PAYLOAD|Invalid payload received
13844|ERROR_IPSEC_IKE_LOAD_SOFT_SA|Soft SA loaded
13845|ERROR_IPSEC_IKE_SOFT_SA_TORN_DOWN|Soft SA torn down
13846|ERROR_IPSEC_IKE_INVALID_COOKIE|Invalid cookie received.
13847|ERROR_IPSEC_IKE_NO_PEER_CERT|Peer failed to send valid machine certificate
13848|ERROR_IPSEC_IKE_PEER_CRL_FAILED|Certification Revocation check of peer's certificate failed
13849|ERROR_IPSEC_IKE_POLICY_CHANGE|New policy invalidated SAs formed with old policy
13850|ERROR_IPSEC_IKE_NO_MM_POLICY|There is no available Main Mode IKE policy.
13851|ERROR_IPSEC_IKE_NOTCBPRIV|Failed to enabled TCB privilege.
13852|ERROR_IPSEC_IKE_SECLOADFAIL|Failed to load SECURITY.DLL.
13853|ERROR_IPSEC_IKE_FAILSSPINIT|Failed to obtain security function table dispatch address from SSPI.
13854|ERROR_IPSEC_IKE_FAILQUERYSSP|Failed to query Kerberos package to obtain max token size.
13855|ERROR_IPSEC_IKE_SRVACQFAIL|Failed to obtain Kerberos server credentials for ISAKMP/ERROR_IPSEC_IKE service. Kerberos authentication will not function. The most likely reason for this is lack of domain membership. This is normal if your computer is a member of a workgroup.
13856|ERROR_IPSEC_IKE_SRVQUERYCRED|Failed to determine SSPI principal name for ISAKMP/ERROR_IPSEC_IKE service (QueryCredentialsAttributes).
13857|ERROR_IPSEC_IKE_GETSPIFAIL|Failed to obtain new SPI for the inbound SA from IPsec driver. The most common cause for this is that the driver does not have the correct filter. Check your policy to verify the filters.
13858|ERROR_IPSEC_IKE_INVALID_FILTER|Given filter is invalid
13859|ERROR_IPSEC_IKE_OUT_OF_MEMORY|Memory allocation failed.
13860|ERROR_IPSEC_IKE_ADD_UPDATE_KEY_FAILED|Failed to add Security Association to IPsec Driver. The most common cause for this is if the IKE negotiation took too long to complete. If the problem persists, reduce the load on the faulting machine.
13861|ERROR_IPSEC_IKE_INVALID_POLICY|Invalid policy
13862|ERROR_IPSEC_IKE_UNKNOWN_DOI|Invalid DOI
13863|ERROR_IPSEC_IKE_INVALID_SITUATION|Invalid situation
13864|ERROR_IPSEC_IKE_DH_FAILURE|Diffie-Hellman failure
13865|ERROR_IPSEC_IKE_INVALID_GROUP|Invalid Diffie-Hellman group
13866|ERROR_IPSEC_IKE_ENCRYPT|Error encrypting payload
13867|ERROR_IPSEC_IKE_DECRYPT|Error decrypting payload
13868|ERROR_IPSEC_IKE_POLICY_MATCH|Policy match error
13869|ERROR_IPSEC_IKE_UNSUPPORTED_ID|Unsupported ID
13870|ERROR_IPSEC_IKE_INVALID_HASH|Hash verification failed
13871|ERROR_IPSEC_IKE_INVALID_HASH_ALG|Invalid hash algorithm
13872|ERROR_IPSEC_IKE_INVALID_HASH_SIZE|Invalid hash size
13873|ERROR_IPSEC_IKE_INVALID_ENCRYPT_ALG|Invalid encryption algorithm
13874|ERROR_IPSEC_IKE_INVALID_AUTH_ALG|Invalid authentication algorithm
13875|ERROR_IPSEC_IKE_INVALID_SIG|Invalid certificate signature
13876|ERROR_IPSEC_IKE_LOAD_FAILED|Load failed
13877|ERROR_IPSEC_IKE_RPC_DELETE|Deleted via RPC call
13878|ERROR_IPSEC_IKE_BENIGN_REINIT|Temporary state created to perform reinitialization. This is not a real failure.
13879|ERROR_IPSEC_IKE_INVALID_RESPONDER_LIFETIME_NOTIFY|The lifetime value received in the Responder Lifetime Notify is below the Windows 2000 configured minimum value. Please fix the policy on the peer machine.
13880|ERROR_IPSEC_IKE_INVALID_MAJOR_VERSION|The recipient cannot handle version of IKE specified in the header.
13881|ERROR_IPSEC_IKE_INVALID_CERT_KEYLEN|Key length in certificate is too small for configured security requirements.
13882|ERROR_IPSEC_IKE_MM_LIMIT|Max number of established MM SAs to peer exceeded.
13883|ERROR_IPSEC_IKE_NEGOTIATION_DISABLED|IKE received a policy that disables negotiation.
13884|ERROR_IPSEC_IKE_QM_LIMIT|Reached maximum quick mode limit for the main mode. New main mode will be started.
13885|ERROR_IPSEC_IKE_MM_EXPIRED|Main mode SA lifetime expired or peer sent a main mode delete.
13886|ERROR_IPSEC_IKE_PEER_MM_ASSUMED_INVALID|Main mode SA assumed to be invalid because peer stopped responding.
13887|ERROR_IPSEC_IKE_CERT_CHAIN_POLICY_MISMATCH|Certificate doesn't chain to a trusted root in IPsec policy.
13888|ERROR_IPSEC_IKE_UNEXPECTED_MESSAGE_ID|Received unexpected message ID.
13889|ERROR_IPSEC_IKE_INVALID_AUTH_PAYLOAD|Received invalid authentication offers.
13890|ERROR_IPSEC_IKE_DOS_COOKIE_SENT|Sent DoS cookie notify to initiator.
13891|ERROR_IPSEC_IKE_SHUTTING_DOWN|IKE service is shutting down.
13892|ERROR_IPSEC_IKE_CGA_AUTH_FAILED|Could not verify binding between CGA address and certificate.
13893|ERROR_IPSEC_IKE_PROCESS_ERR_NATOA|Error processing NatOA payload.
13894|ERROR_IPSEC_IKE_INVALID_MM_FOR_QM|Parameters of the main mode are invalid for this quick mode.
13895|ERROR_IPSEC_IKE_QM_EXPIRED|Quick mode SA was expired by IPsec driver.
13896|ERROR_IPSEC_IKE_TOO_MANY_FILTERS|Too many dynamically added IKEEXT filters were detected.
13897|ERROR_IPSEC_IKE_NEG_STATUS_END|ERROR_IPSEC_IKE_NEG_STATUS_END
13898|ERROR_IPSEC_IKE_KILL_DUMMY_NAP_TUNNEL|NAP reauth succeeded and must delete the dummy NAP IKEv2 tunnel.
13899|ERROR_IPSEC_IKE_INNER_IP_ASSIGNMENT_FAILURE|Error in assigning inner IP address to initiator in tunnel mode.
13900|ERROR_IPSEC_IKE_REQUIRE_CP_PAYLOAD_MISSING|Require configuration payload missing.
13901|ERROR_IPSEC_KEY_MODULE_IMPERSONATION_NEGOTIATION_PENDING|A negotiation running as the security principle who issued the connection is in progress
13902|ERROR_IPSEC_IKE_COEXISTENCE_SUPPRESS|SA was deleted due to IKEv1/AuthIP co-existence suppress check.
13903|ERROR_IPSEC_IKE_RATELIMIT_DROP|Incoming SA request was dropped due to peer IP address rate limiting.
13904|ERROR_IPSEC_IKE_PEER_DOESNT_SUPPORT_MOBIKE|Peer does not support MOBIKE.
13905|ERROR_IPSEC_IKE_AUTHORIZATION_FAILURE|SA establishment is not authorized.
13906|ERROR_IPSEC_IKE_STRONG_CRED_AUTHORIZATION_FAILURE|SA establishment is not authorized because there is not a sufficiently strong PKINIT-based credential.
13907|ERROR_IPSEC_IKE_AUTHORIZATION_FAILURE_WITH_OPTIONAL_RETRY|SA establishment is not authorized. You may need to enter updated or different credentials such as a smartcard.
13908|ERROR_IPSEC_IKE_STRONG_CRED_AUTHORIZATION_AND_CERTMAP_FAILURE|SA establishment is not authorized because there is not a sufficiently strong PKINIT-based credential. This might be related to certificate-to-account mapping failure for the SA.
13909|ERROR_IPSEC_IKE_NEG_STATUS_EXTENDED_END|ERROR_IPSEC_IKE_NEG_STATUS_EXTENDED_END
13910|ERROR_IPSEC_BAD_SPI|The SPI in the packet does not match a valid IPsec SA.
13911|ERROR_IPSEC_SA_LIFETIME_EXPIRED|Packet was received on an IPsec SA whose lifetime has expired.
13912|ERROR_IPSEC_WRONG_SA|Packet was received on an IPsec SA that does not match the packet characteristics.
13913|ERROR_IPSEC_REPLAY_CHECK_FAILED|Packet sequence number replay check failed.
13914|ERROR_IPSEC_INVALID_PACKET|IPsec header and/or trailer in the packet is invalid.
13915|ERROR_IPSEC_INTEGRITY_CHECK_FAILED|IPsec integrity check failed.
13916|ERROR_IPSEC_CLEAR_TEXT_DROP|IPsec dropped a clear text packet.
13917|ERROR_IPSEC_AUTH_FIREWALL_DROP|IPsec dropped an incoming ESP packet in authenticated firewall mode. This drop is benign.
13918|ERROR_IPSEC_THROTTLE_DROP|IPsec dropped a packet due to DoS throttling.
13925|ERROR_IPSEC_DOSP_BLOCK|IPsec DoS Protection matched an explicit block rule.
13926|ERROR_IPSEC_DOSP_RECEIVED_MULTICAST|IPsec DoS Protection received an IPsec specific multicast packet which is not allowed.
13927|ERROR_IPSEC_DOSP_INVALID_PACKET|IPsec DoS Protection received an incorrectly formatted packet.
13928|ERROR_IPSEC_DOSP_STATE_LOOKUP_FAILED|IPsec DoS Protection failed to look up state.
13929|ERROR_IPSEC_DOSP_MAX_ENTRIES|IPsec DoS Protection failed to create state because the maximum number of entries allowed by policy has been reached.
13930|ERROR_IPSEC_DOSP_KEYMOD_NOT_ALLOWED|IPsec DoS Protection received an IPsec negotiation packet for a keying module which is not allowed by policy.
13931|ERROR_IPSEC_DOSP_NOT_INSTALLED|IPsec DoS Protection has not been enabled.
13932|ERROR_IPSEC_DOSP_MAX_PER_IP_RATELIMIT_QUEUES|IPsec DoS Protection failed to create a per internal IP rate limit queue because the maximum number of queues allowed by policy has been reached.
14000|ERROR_SXS_SECTION_NOT_FOUND|The requested section was not present in the activation context.
14001|ERROR_SXS_CANT_GEN_ACTCTX|The application has failed to start because its side-by-side configuration is incorrect. Please see the application event log or use the command-line sxstrace.exe tool for more detail.
14002|ERROR_SXS_INVALID_ACTCTXDATA_FORMAT|The application binding data format is invalid.
14003|ERROR_SXS_ASSEMBLY_NOT_FOUND|The referenced assembly is not installed on your system.
14004|ERROR_SXS_MANIFEST_FORMAT_ERROR|The manifest file does not begin with the required tag and format information.
14005|ERROR_SXS_MANIFEST_PARSE_ERROR|The manifest file contains one or more syntax errors.
14006|ERROR_SXS_ACTIVATION_CONTEXT_DISABLED|The application attempted to activate a disabled activation context.
14007|ERROR_SXS_KEY_NOT_FOUND|The requested lookup key was not found in any active activation context.
14008|ERROR_SXS_VERSION_CONFLICT|A component version required by the application conflicts with another component version already active.
14009|ERROR_SXS_WRONG_SECTION_TYPE|The type requested activation context section does not match the query API used.
14010|ERROR_SXS_THREAD_QUERIES_DISABLED|Lack of system resources has required isolated activation to be disabled for the current thread of execution.
14011|ERROR_SXS_PROCESS_DEFAULT_ALREADY_SET|An attempt to set the process default activation context failed because the process default activation context was already set.
14012|ERROR_SXS_UNKNOWN_ENCODING_GROUP|The encoding group identifier specified is not recognized.
14013|ERROR_SXS_UNKNOWN_ENCODING|The encoding requested is not recognized.
14014|ERROR_SXS_INVALID_XML_NAMESPACE_URI|The manifest contains a reference to an invalid URI.
14015|ERROR_SXS_ROOT_MANIFEST_DEPENDENCY_NOT_INSTALLED|The application manifest contains a reference to a dependent assembly which is not installed
14016|ERROR_SXS_LEAF_MANIFEST_DEPENDENCY_NOT_INSTALLED|The manifest for an assembly used by the application has a reference to a dependent assembly which is not installed
14017|ERROR_SXS_INVALID_ASSEMBLY_IDENTITY_ATTRIBUTE|The manifest contains an attribute for the assembly identity which is not valid.
14018|ERROR_SXS_MANIFEST_MISSING_REQUIRED_DEFAULT_NAMESPACE|The manifest is missing the required default namespace specification on the assembly element.
14019|ERROR_SXS_MANIFEST_INVALID_REQUIRED_DEFAULT_NAMESPACE|The manifest has a default namespace specified on the assembly element but its value is not 'urn:schemas-microsoft-com:asm.v1'.
14020|ERROR_SXS_PRIVATE_MANIFEST_CROSS_PATH_WITH_REPARSE_POINT|The private manifest probed has crossed a path with an unsupported reparse point.
14021|ERROR_SXS_DUPLICATE_DLL_NAME|Two or more components referenced directly or indirectly by the application manifest have files by the same name.
14022|ERROR_SXS_DUPLICATE_WINDOWCLASS_NAME|Two or more components referenced directly or indirectly by the application manifest have window classes with the same name.
14023|ERROR_SXS_DUPLICATE_CLSID|Two or more components referenced directly or indirectly by the application manifest have the same COM server CLSIDs.
14024|ERROR_SXS_DUPLICATE_IID|Two or more components referenced directly or indirectly by the application manifest have proxies for the same COM interface IIDs.
14025|ERROR_SXS_DUPLICATE_TLBID|Two or more components referenced directly or indirectly by the application manifest have the same COM type library TLBIDs.
14026|ERROR_SXS_DUPLICATE_PROGID|Two or more components referenced directly or indirectly by the application manifest have the same COM ProgIDs.
14027|ERROR_SXS_DUPLICATE_ASSEMBLY_NAME|Two or more components referenced directly or indirectly by the application manifest are different versions of the same component which is not permitted.
14028|ERROR_SXS_FILE_HASH_MISMATCH|A component's file does not match the verification information present in the component manifest.
14029|ERROR_SXS_POLICY_PARSE_ERROR|The policy manifest contains one or more syntax errors.
14030|ERROR_SXS_XML_E_MISSINGQUOTE|Manifest Parse Error : A string literal was expected, but no opening quote character was found.
14031|ERROR_SXS_XML_E_COMMENTSYNTAX|Manifest Parse Error : Incorrect syntax was used in a comment.
14032|ERROR_SXS_XML_E_BADSTARTNAMECHAR|Manifest Parse Error : A name was started with an invalid character.
14033|ERROR_SXS_XML_E_BADNAMECHAR|Manifest Parse Error : A name contained an invalid character.
14034|ERROR_SXS_XML_E_BADCHARINSTRING|Manifest Parse Error : A string literal contained an invalid character.
14035|ERROR_SXS_XML_E_XMLDECLSYNTAX|Manifest Parse Error : Invalid syntax for an xml declaration.
14036|ERROR_SXS_XML_E_BADCHARDATA|Manifest Parse Error : An Invalid character was found in text content.
14037|ERROR_SXS_XML_E_MISSINGWHITESPACE|Manifest Parse Error : Required white space was missing.
14038|ERROR_SXS_XML_E_EXPECTINGTAGEND|Manifest Parse Error : The character '>' was expected.
14039|ERROR_SXS_XML_E_MISSINGSEMICOLON|Manifest Parse Error : A semi colon character was expected.
14040|ERROR_SXS_XML_E_UNBALANCEDPAREN|Manifest Parse Error : Unbalanced parentheses.
14041|ERROR_SXS_XML_E_INTERNALERROR|Manifest Parse Error : Internal error.
14042|ERROR_SXS_XML_E_UNEXPECTED_WHITESPACE|Manifest Parse Error : Whitespace is not allowed at this location.
14043|ERROR_SXS_XML_E_INCOMPLETE_ENCODING|Manifest Parse Error : End of file reached in invalid state for current encoding.
14044|ERROR_SXS_XML_E_MISSING_PAREN|Manifest Parse Error : Missing parenthesis.
14045|ERROR_SXS_XML_E_EXPECTINGCLOSEQUOTE|Manifest Parse Error : A single or double closing quote character (' or ") is missing.
14046|ERROR_SXS_XML_E_MULTIPLE_COLONS|Manifest Parse Error : Multiple colons are not allowed in a name.
14047|ERROR_SXS_XML_E_INVALID_DECIMAL|Manifest Parse Error : Invalid character for decimal digit.
14048|ERROR_SXS_XML_E_INVALID_HEXIDECIMAL|Manifest Parse Error : Invalid character for hexadecimal digit.
14049|ERROR_SXS_XML_E_INVALID_UNICODE|Manifest Parse Error : Invalid unicode character value for this platform.
14050|ERROR_SXS_XML_E_WHITESPACEORQUESTIONMARK|Manifest Parse Error : Expecting whitespace or '?'.
14051|ERROR_SXS_XML_E_UNEXPECTEDENDTAG|Manifest Parse Error : End tag was not expected at this location.
14052|ERROR_SXS_XML_E_UNCLOSEDTAG|Manifest Parse Error : The following tags were not closed: %1.
14053|ERROR_SXS_XML_E_DUPLICATEATTRIBUTE|Manifest Parse Error : Duplicate attribute.
14054|ERROR_SXS_XML_E_MULTIPLEROOTS|Manifest Parse Error : Only one top level element is allowed in an XML document.
14055|ERROR_SXS_XML_E_INVALIDATROOTLEVEL|Manifest Parse Error : Invalid at the top level of the document.
14056|ERROR_SXS_XML_E_BADXMLDECL|Manifest Parse Error : Invalid xml declaration.
14057|ERROR_SXS_XML_E_MISSINGROOT|Manifest Parse Error : XML document must have a top level element.
14058|ERROR_SXS_XML_E_UNEXPECTEDEOF|Manifest Parse Error : Unexpected end of file.
14059|ERROR_SXS_XML_E_BADPEREFINSUBSET|Manifest Parse Error : Parameter entities cannot be used inside markup declarations in an internal subset.
14060|ERROR_SXS_XML_E_UNCLOSEDSTARTTAG|Manifest Parse Error : Element was not closed.
14061|ERROR_SXS_XML_E_UNCLOSEDENDTAG|Manifest Parse Error : End element was missing the character '>'.
14062|ERROR_SXS_XML_E_UNCLOSEDSTRING|Manifest Parse Error : A string literal was not closed.
14063|ERROR_SXS_XML_E_UNCLOSEDCOMMENT|Manifest Parse Error : A comment was not closed.
14064|ERROR_SXS_XML_E_UNCLOSEDDECL|Manifest Parse Error : A declaration was not closed.
14065|ERROR_SXS_XML_E_UNCLOSEDCDATA|Manifest Parse Error : A CDATA section was not closed.
14066|ERROR_SXS_XML_E_RESERVEDNAMESPACE|Manifest Parse Error : The namespace prefix is not allowed to start with the reserved string 'xml'.
14067|ERROR_SXS_XML_E_INVALIDENCODING|Manifest Parse Error : System does not support the specified encoding.
14068|ERROR_SXS_XML_E_INVALIDSWITCH|Manifest Parse Error : Switch from current encoding to specified encoding not supported.
14069|ERROR_SXS_XML_E_BADXMLCASE|Manifest Parse Error : The name 'xml' is reserved and must be lower case.
14070|ERROR_SXS_XML_E_INVALID_STANDALONE|Manifest Parse Error : The standalone attribute must have the value 'yes' or 'no'.
14071|ERROR_SXS_XML_E_UNEXPECTED_STANDALONE|Manifest Parse Error : The standalone attribute cannot be used in external entities.
14072|ERROR_SXS_XML_E_INVALID_VERSION|Manifest Parse Error : Invalid version number.
14073|ERROR_SXS_XML_E_MISSINGEQUALS|Manifest Parse Error : Missing equals sign between attribute and attribute value.
14074|ERROR_SXS_PROTECTION_RECOVERY_FAILED|Assembly Protection Error : Unable to recover the specified assembly.
14075|ERROR_SXS_PROTECTION_PUBLIC_KEY_TOO_SHORT|Assembly Protection Error : The public key for an assembly was too short to be allowed.
14076|ERROR_SXS_PROTECTION_CATALOG_NOT_VALID|Assembly Protection Error : The catalog for an assembly is not valid, or does not match the assembly's manifest.
14077|ERROR_SXS_UNTRANSLATABLE_HRESULT|An HRESULT could not be translated to a corresponding Win32 error code.
14078|ERROR_SXS_PROTECTION_CATALOG_FILE_MISSING|Assembly Protection Error : The catalog for an assembly is missing.
14079|ERROR_SXS_MISSING_ASSEMBLY_IDENTITY_ATTRIBUTE|The supplied assembly identity is missing one or more attributes which must be present in this context.
14080|ERROR_SXS_INVALID_ASSEMBLY_IDENTITY_ATTRIBUTE_NAME|The supplied assembly identity has one or more attribute names that contain characters not permitted in XML names.
14081|ERROR_SXS_ASSEMBLY_MISSING|The referenced assembly could not be found.
14082|ERROR_SXS_CORRUPT_ACTIVATION_STACK|The activation context activation stack for the running thread of execution is corrupt.
14083|ERROR_SXS_CORRUPTION|The application isolation metadata for this process or thread has become corrupt.
14084|ERROR_SXS_EARLY_DEACTIVATION|The activation context being deactivated is not the most recently activated one.
14085|ERROR_SXS_INVALID_DEACTIVATION|The activation context being deactivated is not active for the current thread of execution.
14086|ERROR_SXS_MULTIPLE_DEACTIVATION|The activation context being deactivated has already been deactivated.
14087|ERROR_SXS_PROCESS_TERMINATION_REQUESTED|A component used by the isolation facility has requested to terminate the process.
14088|ERROR_SXS_RELEASE_ACTIVATION_CONTEXT|A kernel mode component is releasing a reference on an activation context.
14089|ERROR_SXS_SYSTEM_DEFAULT_ACTIVATION_CONTEXT_EMPTY|The activation context of system default assembly could not be generated.
14090|ERROR_SXS_INVALID_IDENTITY_ATTRIBUTE_VALUE|The value of an attribute in an identity is not within the legal range.
14091|ERROR_SXS_INVALID_IDENTITY_ATTRIBUTE_NAME|The name of an attribute in an identity is not within the legal range.
14092|ERROR_SXS_IDENTITY_DUPLICATE_ATTRIBUTE|An identity contains two definitions for the same attribute.
14093|ERROR_SXS_IDENTITY_PARSE_ERROR|The identity string is malformed. This may be due to a trailing comma, more than two unnamed attributes, missing attribute name or missing attribute value.
14094|ERROR_MALFORMED_SUBSTITUTION_STRING|A string containing localized substitutable content was malformed. Either a dollar sign ($) was followed by something other than a left parenthesis or another dollar sign or an substitution's right parenthesis was not found.
14095|ERROR_SXS_INCORRECT_PUBLIC_KEY_TOKEN|The public key token does not correspond to the public key specified.
14096|ERROR_UNMAPPED_SUBSTITUTION_STRING|A substitution string had no mapping.
14097|ERROR_SXS_ASSEMBLY_NOT_LOCKED|The component must be locked before making the request.
14098|ERROR_SXS_COMPONENT_STORE_CORRUPT|The component store has been corrupted.
14099|ERROR_ADVANCED_INSTALLER_FAILED|An advanced installer failed during setup or servicing.
14100|ERROR_XML_ENCODING_MISMATCH|The character encoding in the XML declaration did not match the encoding used in the document.
14101|ERROR_SXS_MANIFEST_IDENTITY_SAME_BUT_CONTENTS_DIFFERENT|The identities of the manifests are identical but their contents are different.
14102|ERROR_SXS_IDENTITIES_DIFFERENT|The component identities are different.
14103|ERROR_SXS_ASSEMBLY_IS_NOT_A_DEPLOYMENT|The assembly is not a deployment.
14104|ERROR_SXS_FILE_NOT_PART_OF_ASSEMBLY|The file is not a part of the assembly.
14105|ERROR_SXS_MANIFEST_TOO_BIG|The size of the manifest exceeds the maximum allowed.
14106|ERROR_SXS_SETTING_NOT_REGISTERED|The setting is not registered.
14107|ERROR_SXS_TRANSACTION_CLOSURE_INCOMPLETE|One or more required members of the transaction are not present.
14108|ERROR_SMI_PRIMITIVE_INSTALLER_FAILED|The SMI primitive installer failed during setup or servicing.
14109|ERROR_GENERIC_COMMAND_FAILED|A generic command executable returned a result that indicates failure.
14110|ERROR_SXS_FILE_HASH_MISSING|A component is missing file verification information in its manifest.
15000|ERROR_EVT_INVALID_CHANNEL_PATH|The specified channel path is invalid.
15001|ERROR_EVT_INVALID_QUERY|The specified query is invalid.
15002|ERROR_EVT_PUBLISHER_METADATA_NOT_FOUND|The publisher metadata cannot be found in the resource.
15003|ERROR_EVT_EVENT_TEMPLATE_NOT_FOUND|The template for an event definition cannot be found in the resource (error = %1).
15004|ERROR_EVT_INVALID_PUBLISHER_NAME|The specified publisher name is invalid.
15005|ERROR_EVT_INVALID_EVENT_DATA|The event data raised by the publisher is not compatible with the event template definition in the publisher's manifest
15007|ERROR_EVT_CHANNEL_NOT_FOUND|The specified channel could not be found. Check channel configuration.
15008|ERROR_EVT_MALFORMED_XML_TEXT|The specified xml text was not well-formed. See Extended Error for more details.
15009|ERROR_EVT_SUBSCRIPTION_TO_DIRECT_CHANNEL|The caller is trying to subscribe to a direct channel which is not allowed. The events for a direct channel go directly to a logfile and cannot be subscribed to.
15010|ERROR_EVT_CONFIGURATION_ERROR|Configuration error.
15011|ERROR_EVT_QUERY_RESULT_STALE|The query result is stale / invalid. This may be due to the log being cleared or rolling over after the query result was created. Users should handle this code by releasing the query result object and reissuing the query.
15012|ERROR_EVT_QUERY_RESULT_INVALID_POSITION|Query result is currently at an invalid position.
15013|ERROR_EVT_NON_VALIDATING_MSXML|Registered MSXML doesn't support validation.
15014|ERROR_EVT_FILTER_ALREADYSCOPED|An expression can only be followed by a change of scope operation if it itself evaluates to a node set and is not already part of some other change of scope operation.
15015|ERROR_EVT_FILTER_NOTELTSET|Can't perform a step operation from a term that does not represent an element set.
15016|ERROR_EVT_FILTER_INVARG|Left hand side arguments to binary operators must be either attributes, nodes or variables and right hand side arguments must be constants.
15017|ERROR_EVT_FILTER_INVTEST|A step operation must involve either a node test or, in the case of a predicate, an algebraic expression against which to test each node in the node set identified by the preceding node set can be evaluated.
15018|ERROR_EVT_FILTER_INVTYPE|This data type is currently unsupported.
15019|ERROR_EVT_FILTER_PARSEERR|A syntax error occurred at position %1!d!
15020|ERROR_EVT_FILTER_UNSUPPORTEDOP|This operator is unsupported by this implementation of the filter.
15021|ERROR_EVT_FILTER_UNEXPECTEDTOKEN|The token encountered was unexpected.
15022|ERROR_EVT_INVALID_OPERATION_OVER_ENABLED_DIRECT_CHANNEL|The requested operation cannot be performed over an enabled direct channel. The channel must first be disabled before performing the requested operation.
15023|ERROR_EVT_INVALID_CHANNEL_PROPERTY_VALUE|Channel property %1!s! contains invalid value. The value has invalid type, is outside of valid range, can't be updated or is not supported by this type of channel.
15024|ERROR_EVT_INVALID_PUBLISHER_PROPERTY_VALUE|Publisher property %1!s! contains invalid value. The value has invalid type, is outside of valid range, can't be updated or is not supported by this type of publisher.
15025|ERROR_EVT_CHANNEL_CANNOT_ACTIVATE|The channel fails to activate.
15026|ERROR_EVT_FILTER_TOO_COMPLEX|The xpath expression exceeded supported complexity. Please symplify it or split it into two or more simple expressions.
15027|ERROR_EVT_MESSAGE_NOT_FOUND|the message resource is present but the message is not found in the string/message table
15028|ERROR_EVT_MESSAGE_ID_NOT_FOUND|The message id for the desired message could not be found.
15029|ERROR_EVT_UNRESOLVED_VALUE_INSERT|The substitution string for insert index (%1) could not be found.
15030|ERROR_EVT_UNRESOLVED_PARAMETER_INSERT|The description string for parameter reference (%1) could not be found.
15031|ERROR_EVT_MAX_INSERTS_REACHED|The maximum number of replacements has been reached.
15032|ERROR_EVT_EVENT_DEFINITION_NOT_FOUND|The event definition could not be found for event id (%1).
15033|ERROR_EVT_MESSAGE_LOCALE_NOT_FOUND|The locale specific resource for the desired message is not present.
15034|ERROR_EVT_VERSION_TOO_OLD|The resource is too old to be compatible.
15035|ERROR_EVT_VERSION_TOO_NEW|The resource is too new to be compatible.
15036|ERROR_EVT_CANNOT_OPEN_CHANNEL_OF_QUERY|The channel at index %1!d! of the query can't be opened.
15037|ERROR_EVT_PUBLISHER_DISABLED|The publisher has been disabled and its resource is not available. This usually occurs when the publisher is in the process of being uninstalled or upgraded.
15038|ERROR_EVT_FILTER_OUT_OF_RANGE|Attempted to create a numeric type that is outside of its valid range.
15080|ERROR_EC_SUBSCRIPTION_CANNOT_ACTIVATE|The subscription fails to activate.
15081|ERROR_EC_LOG_DISABLED|The log of the subscription is in disabled state, and can not be used to forward events to. The log must first be enabled before the subscription can be activated.
15082|ERROR_EC_CIRCULAR_FORWARDING|When forwarding events from local machine to itself, the query of the subscription can't contain target log of the subscription.
15083|ERROR_EC_CREDSTORE_FULL|The credential store that is used to save credentials is full.
15084|ERROR_EC_CRED_NOT_FOUND|The credential used by this subscription can't be found in credential store.
15085|ERROR_EC_NO_ACTIVE_CHANNEL|No active channel is found for the query.
15100|ERROR_MUI_FILE_NOT_FOUND|The resource loader failed to find MUI file.
15101|ERROR_MUI_INVALID_FILE|The resource loader failed to load MUI file because the file fail to pass validation.
15102|ERROR_MUI_INVALID_RC_CONFIG|The RC Manifest is corrupted with garbage data or unsupported version or missing required item.
15103|ERROR_MUI_INVALID_LOCALE_NAME|The RC Manifest has invalid culture name.
15104|ERROR_MUI_INVALID_ULTIMATEFALLBACK_NAME|The RC Manifest has invalid ultimatefallback name.
15105|ERROR_MUI_FILE_NOT_LOADED|The resource loader cache doesn't have loaded MUI entry.
15106|ERROR_RESOURCE_ENUM_USER_STOP|User stopped resource enumeration.
15107|ERROR_MUI_INTLSETTINGS_UILANG_NOT_INSTALLED|UI language installation failed.
15108|ERROR_MUI_INTLSETTINGS_INVALID_LOCALE_NAME|Locale installation failed.
15110|ERROR_MRM_RUNTIME_NO_DEFAULT_OR_NEUTRAL_RESOURCE|A resource does not have default or neutral value.
15111|ERROR_MRM_INVALID_PRICONFIG|Invalid PRI config file.
15112|ERROR_MRM_INVALID_FILE_TYPE|Invalid file type.
15113|ERROR_MRM_UNKNOWN_QUALIFIER|Unknown qualifier.
15114|ERROR_MRM_INVALID_QUALIFIER_VALUE|Invalid qualifier value.
15115|ERROR_MRM_NO_CANDIDATE|No Candidate found.
15116|ERROR_MRM_NO_MATCH_OR_DEFAULT_CANDIDATE|The ResourceMap or NamedResource has an item that does not have default or neutral resource..
15117|ERROR_MRM_RESOURCE_TYPE_MISMATCH|Invalid ResourceCandidate type.
15118|ERROR_MRM_DUPLICATE_MAP_NAME|Duplicate Resource Map.
15119|ERROR_MRM_DUPLICATE_ENTRY|Duplicate Entry.
15120|ERROR_MRM_INVALID_RESOURCE_IDENTIFIER|Invalid Resource Identifier.
15121|ERROR_MRM_FILEPATH_TOO_LONG|Filepath too long.
15122|ERROR_MRM_UNSUPPORTED_DIRECTORY_TYPE|Unsupported directory type.
15126|ERROR_MRM_INVALID_PRI_FILE|Invalid PRI File.
15127|ERROR_MRM_NAMED_RESOURCE_NOT_FOUND|NamedResource Not Found.
15135|ERROR_MRM_MAP_NOT_FOUND|ResourceMap Not Found.
15136|ERROR_MRM_UNSUPPORTED_PROFILE_TYPE|Unsupported MRT profile type.
15137|ERROR_MRM_INVALID_QUALIFIER_OPERATOR|Invalid qualifier operator.
15138|ERROR_MRM_INDETERMINATE_QUALIFIER_VALUE|Unable to determine qualifier value or qualifier value has not been set.
15139|ERROR_MRM_AUTOMERGE_ENABLED|Automerge is enabled in the PRI file.
15140|ERROR_MRM_TOO_MANY_RESOURCES|Too many resources defined for package.
15141|ERROR_MRM_UNSUPPORTED_FILE_TYPE_FOR_MERGE|
15142|ERROR_MRM_UNSUPPORTED_FILE_TYPE_FOR_LOAD_UNLOAD_PRI_FILE|
15143|ERROR_MRM_NO_CURRENT_VIEW_ON_THREAD|
15144|ERROR_DIFFERENT_PROFILE_RESOURCE_MANAGER_EXIST|
15145|ERROR_OPERATION_NOT_ALLOWED_FROM_SYSTEM_COMPONENT|
15146|ERROR_MRM_DIRECT_REF_TO_NON_DEFAULT_RESOURCE|
15147|ERROR_MRM_GENERATION_COUNT_MISMATCH|
15200|ERROR_MCA_INVALID_CAPABILITIES_STRING|The monitor returned a DDC/CI capabilities string that did not comply with the ACCESS.bus 3.0, DDC/CI 1.1 or MCCS 2 Revision 1 specification.
15201|ERROR_MCA_INVALID_VCP_VERSION|The monitor's VCP Version (0xDF) VCP code returned an invalid version value.
15202|ERROR_MCA_MONITOR_VIOLATES_MCCS_SPECIFICATION|The monitor does not comply with the MCCS specification it claims to support.
15203|ERROR_MCA_MCCS_VERSION_MISMATCH|The MCCS version in a monitor's mccs_ver capability does not match the MCCS version the monitor reports when the VCP Version (0xDF) VCP code is used.
15204|ERROR_MCA_UNSUPPORTED_MCCS_VERSION|The Monitor Configuration API only works with monitors that support the MCCS 1.0 specification, MCCS 2.0 specification or the MCCS 2.0 Revision 1 specification.
15205|ERROR_MCA_INTERNAL_ERROR|An internal Monitor Configuration API error occurred.
15206|ERROR_MCA_INVALID_TECHNOLOGY_TYPE_RETURNED|The monitor returned an invalid monitor technology type. CRT, Plasma and LCD (TFT) are examples of monitor technology types. This error implies that the monitor violated the MCCS 2.0 or MCCS 2.0 Revision 1 specification.
15207|ERROR_MCA_UNSUPPORTED_COLOR_TEMPERATURE|The caller of SetMonitorColorTemperature specified a color temperature that the current monitor did not support. This error implies that the monitor violated the MCCS 2.0 or MCCS 2.0 Revision 1 specification.
15250|ERROR_AMBIGUOUS_SYSTEM_DEVICE|The requested system device cannot be identified due to multiple indistinguishable devices potentially matching the identification criteria.
15299|ERROR_SYSTEM_DEVICE_NOT_FOUND|The requested system device cannot be found.
15300|ERROR_HASH_NOT_SUPPORTED|Hash generation for the specified hash version and hash type is not enabled on the server.
15301|ERROR_HASH_NOT_PRESENT|The hash requested from the server is not available or no longer valid.
15321|ERROR_SECONDARY_IC_PROVIDER_NOT_REGISTERED|The secondary interrupt controller instance that manages the specified interrupt is not registered.
15322|ERROR_GPIO_CLIENT_INFORMATION_INVALID|The information supplied by the GPIO client driver is invalid.
15323|ERROR_GPIO_VERSION_NOT_SUPPORTED|The version specified by the GPIO client driver is not supported.
15324|ERROR_GPIO_INVALID_REGISTRATION_PACKET|The registration packet supplied by the GPIO client driver is not valid.
15325|ERROR_GPIO_OPERATION_DENIED|The requested operation is not supported for the specified handle.
15326|ERROR_GPIO_INCOMPATIBLE_CONNECT_MODE|The requested connect mode conflicts with an existing mode on one or more of the specified pins.
15327|ERROR_GPIO_INTERRUPT_ALREADY_UNMASKED|The interrupt requested to be unmasked is not masked.
15400|ERROR_CANNOT_SWITCH_RUNLEVEL|The requested run level switch cannot be completed successfully.
15401|ERROR_INVALID_RUNLEVEL_SETTING|The service has an invalid run level setting. The run level for a service
15402|ERROR_RUNLEVEL_SWITCH_TIMEOUT|The requested run level switch cannot be completed successfully since
15403|ERROR_RUNLEVEL_SWITCH_AGENT_TIMEOUT|A run level switch agent did not respond within the specified timeout.
15404|ERROR_RUNLEVEL_SWITCH_IN_PROGRESS|A run level switch is currently in progress.
15405|ERROR_SERVICES_FAILED_AUTOSTART|One or more services failed to start during the service startup phase of a run level switch.
15501|ERROR_COM_TASK_STOP_PENDING|The task stop request cannot be completed immediately since
15600|ERROR_INSTALL_OPEN_PACKAGE_FAILED|Package could not be opened.
15601|ERROR_INSTALL_PACKAGE_NOT_FOUND|Package was not found.
15602|ERROR_INSTALL_INVALID_PACKAGE|Package data is invalid.
15603|ERROR_INSTALL_RESOLVE_DEPENDENCY_FAILED|Package failed updates, dependency or conflict validation.
15604|ERROR_INSTALL_OUT_OF_DISK_SPACE|There is not enough disk space on your computer. Please free up some space and try again.
15605|ERROR_INSTALL_NETWORK_FAILURE|There was a problem downloading your product.
15606|ERROR_INSTALL_REGISTRATION_FAILURE|Package could not be registered.
15607|ERROR_INSTALL_DEREGISTRATION_FAILURE|Package could not be unregistered.
15608|ERROR_INSTALL_CANCEL|User cancelled the install request.
15609|ERROR_INSTALL_FAILED|Install failed. Please contact your software vendor.
15610|ERROR_REMOVE_FAILED|Removal failed. Please contact your software vendor.
15611|ERROR_PACKAGE_ALREADY_EXISTS|The provided package is already installed, and reinstallation of the package was blocked. Check the AppXDeployment-Server event log for details.
15612|ERROR_NEEDS_REMEDIATION|The application cannot be started. Try reinstalling the application to fix the problem.
15613|ERROR_INSTALL_PREREQUISITE_FAILED|A Prerequisite for an install could not be satisfied.
15614|ERROR_PACKAGE_REPOSITORY_CORRUPTED|The package repository is corrupted.
15615|ERROR_INSTALL_POLICY_FAILURE|To install this application you need either a Windows developer license or a sideloading-enabled system.
15616|ERROR_PACKAGE_UPDATING|The application cannot be started because it is currently updating.
15617|ERROR_DEPLOYMENT_BLOCKED_BY_POLICY|The package deployment operation is blocked by policy. Please contact your system administrator.
15618|ERROR_PACKAGES_IN_USE|The package could not be installed because resources it modifies are currently in use.
15619|ERROR_RECOVERY_FILE_CORRUPT|The package could not be recovered because necessary data for recovery have been corrupted.
15620|ERROR_INVALID_STAGED_SIGNATURE|The signature is invalid. To register in developer mode, AppxSignature.p7x and AppxBlockMap.xml must be valid or should not be present.
15621|ERROR_DELETING_EXISTING_APPLICATIONDATA_STORE_FAILED|An error occurred while deleting the package's previously existing application data.
15622|ERROR_INSTALL_PACKAGE_DOWNGRADE|The package could not be installed because a higher version of this package is already installed.
15623|ERROR_SYSTEM_NEEDS_REMEDIATION|An error in a system binary was detected. Try refreshing the PC to fix the problem.
15624|ERROR_APPX_INTEGRITY_FAILURE_CLR_NGEN|A corrupted CLR NGEN binary was detected on the system.
15625|ERROR_RESILIENCY_FILE_CORRUPT|The operation could not be resumed because necessary data for recovery have been corrupted.
15626|ERROR_INSTALL_FIREWALL_SERVICE_NOT_RUNNING|The package could not be installed because the Windows Firewall service is not running. Enable the Windows Firewall service and try again.
15700|APPMODEL_ERROR_NO_PACKAGE|The process has no package identity.
15701|APPMODEL_ERROR_PACKAGE_RUNTIME_CORRUPT|The package runtime information is corrupted.
15702|APPMODEL_ERROR_PACKAGE_IDENTITY_CORRUPT|The package identity is corrupted.
15703|APPMODEL_ERROR_NO_APPLICATION|The process has no application identity.
15704|APPMODEL_ERROR_DYNAMIC_PROPERTY_READ_FAILED|
15705|APPMODEL_ERROR_DYNAMIC_PROPERTY_INVALID|
15800|ERROR_STATE_LOAD_STORE_FAILED|Loading the state store failed.
15801|ERROR_STATE_GET_VERSION_FAILED|Retrieving the state version for the application failed.
15802|ERROR_STATE_SET_VERSION_FAILED|Setting the state version for the application failed.
15803|ERROR_STATE_STRUCTURED_RESET_FAILED|Resetting the structured state of the application failed.
15804|ERROR_STATE_OPEN_CONTAINER_FAILED|State Manager failed to open the container.
15805|ERROR_STATE_CREATE_CONTAINER_FAILED|State Manager failed to create the container.
15806|ERROR_STATE_DELETE_CONTAINER_FAILED|State Manager failed to delete the container.
15807|ERROR_STATE_READ_SETTING_FAILED|State Manager failed to read the setting.
15808|ERROR_STATE_WRITE_SETTING_FAILED|State Manager failed to write the setting.
15809|ERROR_STATE_DELETE_SETTING_FAILED|State Manager failed to delete the setting.
15810|ERROR_STATE_QUERY_SETTING_FAILED|State Manager failed to query the setting.
15811|ERROR_STATE_READ_COMPOSITE_SETTING_FAILED|State Manager failed to read the composite setting.
15812|ERROR_STATE_WRITE_COMPOSITE_SETTING_FAILED|State Manager failed to write the composite setting.
15813|ERROR_STATE_ENUMERATE_CONTAINER_FAILED|State Manager failed to enumerate the containers.
15814|ERROR_STATE_ENUMERATE_SETTINGS_FAILED|State Manager failed to enumerate the settings.
15815|ERROR_STATE_COMPOSITE_SETTING_VALUE_SIZE_LIMIT_EXCEEDED|The size of the state manager composite setting value has exceeded the limit.
15816|ERROR_STATE_SETTING_VALUE_SIZE_LIMIT_EXCEEDED|The size of the state manager setting value has exceeded the limit.
15817|ERROR_STATE_SETTING_NAME_SIZE_LIMIT_EXCEEDED|The length of the state manager setting name has exceeded the limit.
15818|ERROR_STATE_CONTAINER_NAME_SIZE_LIMIT_EXCEEDED|The length of the state manager container name has exceeded the limit.
15841|ERROR_API_UNAVAILABLE|This API cannot be used in the context of the caller's application type.
15861|STORE_ERROR_UNLICENSED|This PC does not have a valid license for the application or product.
15862|STORE_ERROR_UNLICENSED_USER|The authenticated user does not have a valid license for the application or product.
15863|STORE_ERROR_PENDING_COM_TRANSACTION|
15864|STORE_ERROR_LICENSE_REVOKED|`;
