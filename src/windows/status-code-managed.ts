/**
 * HRESULT values of the .NET runtime and class library (facility 0x13, FACILITY_URT). Names and numbers as published in
 * .NET's corerror.xml (MIT); texts are ours. Same form as the other tables: number, name, text.
 */
export const HRESULT_MANAGED_LINES = `\
80131014|COR_E_APPDOMAINUNLOADED|The application domain was unloaded.
80131015|COR_E_CANNOTUNLOADAPPDOMAIN|The application domain could not be unloaded.
80131018|COR_E_ASSEMBLYEXPECTED|The module should have contained an assembly manifest.
8013101B|COR_E_NEWER_RUNTIME|The assembly was built for a newer runtime than the one loaded.
80131040|FUSION_E_REF_DEF_MISMATCH|The located assembly's manifest does not match the assembly reference.
80131045|FUSION_E_SIGNATURE_CHECK_FAILED|The strong name signature could not be verified.
80131047|FUSION_E_INVALID_NAME|The assembly name or code base was invalid.
80131500|COR_E_EXCEPTION|System.Exception: a managed exception without a more exact code.
80131501|COR_E_SYSTEM|System.SystemException.
80131502|COR_E_ARGUMENTOUTOFRANGE|System.ArgumentOutOfRangeException: an argument was outside the valid range.
80131503|COR_E_ARRAYTYPEMISMATCH|System.ArrayTypeMismatchException: an element of the wrong type was stored in an array.
80131504|COR_E_CONTEXTMARSHAL|System.ContextMarshalException: an object could not be marshalled across a context.
80131505|COR_E_TIMEOUT|System.TimeoutException: the time allotted for an operation expired.
80131506|COR_E_EXECUTIONENGINE|System.ExecutionEngineException: the runtime itself met an internal error, usually because native code corrupted its memory.
80131507|COR_E_FIELDACCESS|System.FieldAccessException: access to the field is not allowed.
80131508|COR_E_INDEXOUTOFRANGE|System.IndexOutOfRangeException: an array index was outside its bounds.
80131509|COR_E_INVALIDOPERATION|System.InvalidOperationException: the call is not valid in the object's present state.
8013150A|COR_E_SECURITY|System.Security.SecurityException: a permission was missing.
8013150B|COR_E_REMOTING|System.Runtime.Remoting.RemotingException.
8013150C|COR_E_SERIALIZATION|System.Runtime.Serialization.SerializationException.
8013150D|COR_E_VERIFICATION|System.Security.VerificationException: code failed type-safety verification.
8013150E|COR_E_SERVER|System.Runtime.Remoting.ServerException.
8013150F|COR_E_SERVICEDCOMPONENT|System.EnterpriseServices.ServicedComponentException.
80131510|COR_E_METHODACCESS|System.MethodAccessException: access to the method is not allowed.
80131511|COR_E_MISSINGFIELD|System.MissingFieldException: the field does not exist, often a version mismatch.
80131512|COR_E_MISSINGMEMBER|System.MissingMemberException: the member does not exist, often a version mismatch.
80131513|COR_E_MISSINGMETHOD|System.MissingMethodException: the method does not exist, often a version mismatch.
80131514|COR_E_MULTICASTNOTSUPPORTED|System.MulticastNotSupportedException.
80131515|COR_E_NOTSUPPORTED|System.NotSupportedException: the operation is not supported.
80131516|COR_E_OVERFLOW|System.OverflowException: a checked arithmetic operation overflowed.
80131517|COR_E_RANK|System.RankException: an array with the wrong number of dimensions was passed.
80131518|COR_E_SYNCHRONIZATIONLOCK|System.Threading.SynchronizationLockException: a monitor was released by a thread that does not own it.
80131519|COR_E_THREADINTERRUPTED|System.Threading.ThreadInterruptedException: the thread was interrupted while waiting.
8013151A|COR_E_MEMBERACCESS|System.MemberAccessException: access to the member failed.
80131520|COR_E_THREADSTATE|System.Threading.ThreadStateException: the thread is in the wrong state for the call.
80131521|COR_E_THREADSTOP|The thread was stopped.
80131522|COR_E_TYPELOAD|System.TypeLoadException: a type could not be loaded, often a version mismatch.
80131523|COR_E_ENTRYPOINTNOTFOUND|System.EntryPointNotFoundException: the native function is not exported by the DLL.
80131524|COR_E_DLLNOTFOUND|System.DllNotFoundException: the native DLL was not found.
80131525|COR_E_THREADSTART|System.Threading.ThreadStartException: the thread could not be started.
80131527|COR_E_INVALIDCOMOBJECT|System.Runtime.InteropServices.InvalidComObjectException: the COM object was released before its wrapper was used.
80131528|COR_E_NOTFINITENUMBER|System.NotFiniteNumberException: a number was infinite or not a number.
80131529|COR_E_DUPLICATEWAITOBJECT|System.DuplicateWaitObjectException.
8013152B|COR_E_SEMAPHOREFULL|System.Threading.SemaphoreFullException: a semaphore was released beyond its maximum.
8013152C|COR_E_WAITHANDLECANNOTBEOPENED|System.Threading.WaitHandleCannotBeOpenedException.
8013152D|COR_E_ABANDONEDMUTEX|System.Threading.AbandonedMutexException: the owner of the mutex ended without releasing it.
80131530|COR_E_THREADABORTED|System.Threading.ThreadAbortException.
80131531|COR_E_INVALIDOLEVARIANTTYPE|System.Runtime.InteropServices.InvalidOleVariantTypeException.
80131532|COR_E_MISSINGMANIFESTRESOURCE|System.Resources.MissingManifestResourceException.
80131533|COR_E_SAFEARRAYTYPEMISMATCH|System.Runtime.InteropServices.SafeArrayTypeMismatchException.
80131534|COR_E_TYPEINITIALIZATION|System.TypeInitializationException: a static constructor threw; the inner exception is the reason.
80131535|COR_E_MARSHALDIRECTIVE|System.Runtime.InteropServices.MarshalDirectiveException: a marshalling attribute is wrong.
80131536|COR_E_MISSINGSATELLITEASSEMBLY|System.Resources.MissingSatelliteAssemblyException.
80131537|COR_E_FORMAT|System.FormatException: a text did not have the format expected.
80131538|COR_E_SAFEARRAYRANKMISMATCH|System.Runtime.InteropServices.SafeArrayRankMismatchException.
80131539|COR_E_PLATFORMNOTSUPPORTED|System.PlatformNotSupportedException.
8013153A|COR_E_INVALIDPROGRAM|System.InvalidProgramException: invalid IL or metadata, often a rewriting tool or a compiler bug.
8013153B|COR_E_OPERATIONCANCELED|System.OperationCanceledException: the operation was cancelled.
8013153D|COR_E_INSUFFICIENTMEMORY|System.InsufficientMemoryException: a memory gate found too little memory.
8013153E|COR_E_RUNTIMEWRAPPED|System.Runtime.CompilerServices.RuntimeWrappedException: an object that is no Exception was thrown.
80131541|COR_E_DATAMISALIGNED|System.DataMisalignedException.
80131543|COR_E_TYPEACCESS|System.TypeAccessException: access to the type is not allowed.
80131577|COR_E_KEYNOTFOUND|System.Collections.Generic.KeyNotFoundException: the key is not in the dictionary.
80131578|COR_E_INSUFFICIENTEXECUTIONSTACK|System.InsufficientExecutionStackException: too little stack left to go on safely.
80131600|COR_E_APPLICATION|System.ApplicationException.
80131601|COR_E_INVALIDFILTERCRITERIA|System.Reflection.InvalidFilterCriteriaException.
80131602|COR_E_REFLECTIONTYPELOAD|System.Reflection.ReflectionTypeLoadException: some types of an assembly could not be loaded.
80131603|COR_E_TARGET|System.Reflection.TargetException.
80131604|COR_E_TARGETINVOCATION|System.Reflection.TargetInvocationException: the method called by reflection threw; the inner exception is the reason.
80131605|COR_E_CUSTOMATTRIBUTEFORMAT|System.Reflection.CustomAttributeFormatException.
80131620|COR_E_IO|System.IO.IOException.
80131621|COR_E_FILELOAD|System.IO.FileLoadException: an assembly was found but could not be loaded.
80131622|COR_E_OBJECTDISPOSED|System.ObjectDisposedException: a disposed object was used.
80131623|COR_E_FAILFAST|Environment.FailFast was called: the program decided to end itself.
80131640|COR_E_HOSTPROTECTION|System.Security.HostProtectionException.`;
