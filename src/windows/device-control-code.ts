/** A CTL_CODE of devioctl.h in its parts (Learn: "Defining I/O control codes"). */
export interface DeviceControlCode {
  readonly code: number;
  readonly deviceType: number;
  /** Names of the device type in devioctl.h and its like; several share 0x22. */
  readonly deviceNames: readonly string[];
  readonly method: string;
  readonly access: string;
  readonly functionNumber: number;
}

/** FILE_DEVICE_ names by number: devioctl.h; those of 0x22 as USB, winload and user-mode buses define theirs. */
const DEVICES: Readonly<Record<number, string>> = {
  1: 'BEEP',
  2: 'CD_ROM',
  3: 'CD_ROM_FILE_SYSTEM',
  4: 'CONTROLLER',
  5: 'DATALINK',
  6: 'DFS',
  7: 'DISK',
  8: 'DISK_FILE_SYSTEM',
  9: 'FILE_SYSTEM',
  10: 'INPORT_PORT',
  11: 'KEYBOARD',
  12: 'MAILSLOT',
  13: 'MIDI_IN',
  14: 'MIDI_OUT',
  15: 'MOUSE',
  16: 'MULTI_UNC_PROVIDER',
  17: 'NAMED_PIPE',
  18: 'NETWORK',
  19: 'NETWORK_BROWSER',
  20: 'NETWORK_FILE_SYSTEM',
  21: 'NULL',
  22: 'PARALLEL_PORT',
  23: 'PHYSICAL_NETCARD',
  24: 'PRINTER',
  25: 'SCANNER',
  26: 'SERIAL_MOUSE_PORT',
  27: 'SERIAL_PORT',
  28: 'SCREEN',
  29: 'SOUND',
  30: 'STREAMS',
  31: 'TAPE',
  32: 'TAPE_FILE_SYSTEM',
  33: 'TRANSPORT',
  34: 'WINLOAD USER_MODE_BUS USB UNKNOWN',
  35: 'VIDEO',
  36: 'VIRTUAL_DISK',
  37: 'WAVE_IN',
  38: 'WAVE_OUT',
  39: '8042_PORT',
  40: 'NETWORK_REDIRECTOR',
  41: 'BATTERY',
  42: 'BUS_EXTENDER',
  43: 'MODEM',
  44: 'VDM',
  45: 'MASS_STORAGE',
  46: 'SMB',
  47: 'KS',
  48: 'CHANGER',
  49: 'SMARTCARD',
  50: 'ACPI',
  51: 'DVD',
  52: 'FULLSCREEN_VIDEO',
  53: 'DFS_FILE_SYSTEM',
  54: 'DFS_VOLUME',
  55: 'SERENUM',
  56: 'TERMSRV',
  57: 'KSEC',
  58: 'FIPS',
  59: 'INFINIBAND',
  62: 'VMBUS',
  63: 'CRYPT_PROVIDER',
  64: 'WPD',
  65: 'BLUETOOTH',
  66: 'MT_COMPOSITE',
  67: 'MT_TRANSPORT',
  68: 'BIOMETRIC',
  69: 'PMI',
  70: 'EHSTOR',
  71: 'DEVAPI',
  72: 'GPIO',
  73: 'USBEX',
  80: 'CONSOLE',
  81: 'NFP',
  82: 'SYSENV',
  83: 'VIRTUAL_BLOCK',
  84: 'POINT_OF_SERVICE',
  85: 'STORAGE_REPLICATION',
  86: 'TRUST_ENV',
  87: 'UCM',
  88: 'UCMTCPCI',
  89: 'PERSISTENT_MEMORY',
  90: 'NVDIMM',
  91: 'HOLOGRAPHIC',
  92: 'SDFXHCI',
};
const METHODS = ['METHOD_BUFFERED', 'METHOD_IN_DIRECT', 'METHOD_OUT_DIRECT', 'METHOD_NEITHER'];
const ACCESS = ['FILE_ANY_ACCESS', 'FILE_READ_ACCESS', 'FILE_WRITE_ACCESS', 'FILE_READ_ACCESS FILE_WRITE_ACCESS'];

/** Codes that crash dumps hold most: winioctl.h, ntddstor.h, usbioctl.h, ntifs.h. */
const KNOWN: Readonly<Record<number, string>> = {
  2228227: 'IOCTL_INTERNAL_USB_SUBMIT_URB',
  2228231: 'IOCTL_INTERNAL_USB_RESET_PORT',
  2228243: 'IOCTL_INTERNAL_USB_GET_PORT_STATUS',
  458752: 'IOCTL_DISK_GET_DRIVE_GEOMETRY',
  458912: 'IOCTL_DISK_GET_DRIVE_GEOMETRY_EX',
  458824: 'IOCTL_DISK_GET_PARTITION_INFO_EX',
  458832: 'IOCTL_DISK_GET_DRIVE_LAYOUT_EX',
  475228: 'IOCTL_DISK_GET_LENGTH_INFO',
  2953344: 'IOCTL_STORAGE_GET_DEVICE_NUMBER',
  2954240: 'IOCTL_STORAGE_QUERY_PROPERTY',
  2967552: 'IOCTL_STORAGE_CHECK_VERIFY',
  2951168: 'IOCTL_STORAGE_CHECK_VERIFY2',
  315396: 'IOCTL_SCSI_PASS_THROUGH',
  315412: 'IOCTL_SCSI_PASS_THROUGH_DIRECT',
  315400: 'IOCTL_SCSI_MINIPORT',
  5636096: 'IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS',
  5046280: 'IOCTL_MOUNTDEV_QUERY_DEVICE_NAME',
  589848: 'FSCTL_LOCK_VOLUME',
  589852: 'FSCTL_UNLOCK_VOLUME',
  589856: 'FSCTL_DISMOUNT_VOLUME',
  589924: 'FSCTL_GET_NTFS_VOLUME_DATA',
  589939: 'FSCTL_GET_RETRIEVAL_POINTERS',
  589988: 'FSCTL_SET_REPARSE_POINT',
  589992: 'FSCTL_GET_REPARSE_POINT',
  1114120: 'FSCTL_PIPE_LISTEN',
  1130508: 'FSCTL_PIPE_PEEK',
  1163287: 'FSCTL_PIPE_TRANSCEIVE',
  1114136: 'FSCTL_PIPE_WAIT',
  3080195: 'IOCTL_KS_PROPERTY',
};

/** The name of a control code in public headers; null for one that no list here has. */
export function controlCodeName(code: number): string | null {
  return KNOWN[code] ?? null;
}

export function decodeControlCode(code: number): DeviceControlCode {
  const deviceType = code >>> 16;
  return {
    code,
    deviceType,
    deviceNames: (DEVICES[deviceType]?.split(' ') ?? []).map((name) => `FILE_DEVICE_${name}`),
    method: METHODS[code & 3]!,
    access: ACCESS[(code >>> 14) & 3]!,
    functionNumber: (code >>> 2) & 0xfff,
  };
}
