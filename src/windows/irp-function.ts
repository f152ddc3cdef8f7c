/** IRP_MJ_ names by number (wdm.h). */
export const MAJOR_FUNCTIONS = [
  'IRP_MJ_CREATE',
  'IRP_MJ_CREATE_NAMED_PIPE',
  'IRP_MJ_CLOSE',
  'IRP_MJ_READ',
  'IRP_MJ_WRITE',
  'IRP_MJ_QUERY_INFORMATION',
  'IRP_MJ_SET_INFORMATION',
  'IRP_MJ_QUERY_EA',
  'IRP_MJ_SET_EA',
  'IRP_MJ_FLUSH_BUFFERS',
  'IRP_MJ_QUERY_VOLUME_INFORMATION',
  'IRP_MJ_SET_VOLUME_INFORMATION',
  'IRP_MJ_DIRECTORY_CONTROL',
  'IRP_MJ_FILE_SYSTEM_CONTROL',
  'IRP_MJ_DEVICE_CONTROL',
  'IRP_MJ_INTERNAL_DEVICE_CONTROL',
  'IRP_MJ_SHUTDOWN',
  'IRP_MJ_LOCK_CONTROL',
  'IRP_MJ_CLEANUP',
  'IRP_MJ_CREATE_MAILSLOT',
  'IRP_MJ_QUERY_SECURITY',
  'IRP_MJ_SET_SECURITY',
  'IRP_MJ_POWER',
  'IRP_MJ_SYSTEM_CONTROL',
  'IRP_MJ_DEVICE_CHANGE',
  'IRP_MJ_QUERY_QUOTA',
  'IRP_MJ_SET_QUOTA',
  'IRP_MJ_PNP',
] as const;

const PNP = [
  'START_DEVICE',
  'QUERY_REMOVE_DEVICE',
  'REMOVE_DEVICE',
  'CANCEL_REMOVE_DEVICE',
  'STOP_DEVICE',
  'QUERY_STOP_DEVICE',
  'CANCEL_STOP_DEVICE',
  'QUERY_DEVICE_RELATIONS',
  'QUERY_INTERFACE',
  'QUERY_CAPABILITIES',
  'QUERY_RESOURCES',
  'QUERY_RESOURCE_REQUIREMENTS',
  'QUERY_DEVICE_TEXT',
  'FILTER_RESOURCE_REQUIREMENTS',
  null,
  'READ_CONFIG',
  'WRITE_CONFIG',
  'EJECT',
  'SET_LOCK',
  'QUERY_ID',
  'QUERY_PNP_DEVICE_STATE',
  'QUERY_BUS_INFORMATION',
  'DEVICE_USAGE_NOTIFICATION',
  'SURPRISE_REMOVAL',
] as const;
const POWER = ['WAIT_WAKE', 'POWER_SEQUENCE', 'SET_POWER', 'QUERY_POWER'] as const;
const WMI = [
  'QUERY_ALL_DATA',
  'QUERY_SINGLE_INSTANCE',
  'CHANGE_SINGLE_INSTANCE',
  'CHANGE_SINGLE_ITEM',
  'ENABLE_EVENTS',
  'DISABLE_EVENTS',
  'ENABLE_COLLECTION',
  'DISABLE_COLLECTION',
  'REGINFO',
  'EXECUTE_METHOD',
] as const;
/** IRP_MN_ names by major number; minors of other functions have no names, or 0 means nothing special. */
const MINORS: Readonly<Record<number, readonly (string | null)[]>> = {
  12: [null, 'QUERY_DIRECTORY', 'NOTIFY_CHANGE_DIRECTORY'],
  13: [null, 'MOUNT_VOLUME', 'VERIFY_VOLUME', 'LOAD_FILE_SYSTEM', 'KERNEL_CALL'],
  17: [null, 'LOCK', 'UNLOCK_SINGLE', 'UNLOCK_ALL', 'UNLOCK_ALL_BY_KEY'],
  22: POWER,
  23: WMI,
  27: PNP,
};

/** `IRP_MJ_READ`, or null for a number without a name. */
export function majorName(major: number): string | null {
  return MAJOR_FUNCTIONS[major] ?? null;
}

/** `IRP_MN_SET_POWER`, or null for a number without a name. */
export function minorName(major: number, minor: number): string | null {
  const name = MINORS[major]?.[minor] ?? null;
  return name === null ? null : `IRP_MN_${name}`;
}
