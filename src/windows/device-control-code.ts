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
const KNOWN: ReadonlyMap<number, string> = new Map([
  [0x220003, 'IOCTL_INTERNAL_USB_SUBMIT_URB'],
  [0x220007, 'IOCTL_INTERNAL_USB_RESET_PORT'],
  [0x220013, 'IOCTL_INTERNAL_USB_GET_PORT_STATUS'],
  [0x70000, 'IOCTL_DISK_GET_DRIVE_GEOMETRY'],
  [0x700a0, 'IOCTL_DISK_GET_DRIVE_GEOMETRY_EX'],
  [0x70048, 'IOCTL_DISK_GET_PARTITION_INFO_EX'],
  [0x70050, 'IOCTL_DISK_GET_DRIVE_LAYOUT_EX'],
  [0x7405c, 'IOCTL_DISK_GET_LENGTH_INFO'],
  [0x2d1080, 'IOCTL_STORAGE_GET_DEVICE_NUMBER'],
  [0x2d1400, 'IOCTL_STORAGE_QUERY_PROPERTY'],
  [0x2d4800, 'IOCTL_STORAGE_CHECK_VERIFY'],
  [0x2d0800, 'IOCTL_STORAGE_CHECK_VERIFY2'],
  [0x4d004, 'IOCTL_SCSI_PASS_THROUGH'],
  [0x4d014, 'IOCTL_SCSI_PASS_THROUGH_DIRECT'],
  [0x4d008, 'IOCTL_SCSI_MINIPORT'],
  [0x560000, 'IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS'],
  [0x4d0008, 'IOCTL_MOUNTDEV_QUERY_DEVICE_NAME'],
  [0x90018, 'FSCTL_LOCK_VOLUME'],
  [0x9001c, 'FSCTL_UNLOCK_VOLUME'],
  [0x90020, 'FSCTL_DISMOUNT_VOLUME'],
  [0x90064, 'FSCTL_GET_NTFS_VOLUME_DATA'],
  [0x90073, 'FSCTL_GET_RETRIEVAL_POINTERS'],
  [0x900a4, 'FSCTL_SET_REPARSE_POINT'],
  [0x900a8, 'FSCTL_GET_REPARSE_POINT'],
  [0x110008, 'FSCTL_PIPE_LISTEN'],
  [0x11400c, 'FSCTL_PIPE_PEEK'],
  [0x11c017, 'FSCTL_PIPE_TRANSCEIVE'],
  [0x110018, 'FSCTL_PIPE_WAIT'],
  [0x2f0003, 'IOCTL_KS_PROPERTY'],
]);

/** The name of a control code in public headers; null for one that no list here has. */
export function controlCodeName(code: number): string | null {
  return KNOWN.get(code) ?? null;
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
