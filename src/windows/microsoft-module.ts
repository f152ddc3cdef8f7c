/**
 * Which modules ship with Windows, by file name without extension. It is knowledge of names only: a file that carries
 * such a name may be something else, so callers say "by name".
 */

/** Modules that are on top of most stacks because they carry everybody's work; they are never blamed by position. */
const CORE = new Set(
  `nt ntoskrnl ntkrnlmp ntkrnlpa ntkrpamp hal halmacpi halaacpi halacpi halapic halmps kdcom kd ci securekernel
  ntdll kernel32 kernelbase wow64 wow64cpu wow64win wow64base wowarmhw xtajit xtajit64 apphelp verifier vrfcore vfbasics
  user32 gdi32 gdi32full win32u msvcrt ucrtbase msvcp_win combase rpcrt4 sechost advapi32 ole32 oleaut32
  vcruntime140 vcruntime140_1 msvcp140 msvcr71 msvcr80 msvcr90 msvcr100 msvcr110 msvcr120 msvcp100 msvcp110 msvcp120 libc
  wdf01000 wdfldr ndis fltmgr storport clr coreclr mscorwks clrjit mscoree mscorlib_ni system_ni dbghelp dbgcore faultrep wer werfault
  ucrtbased vcruntime140d msvcp140d verifierext win32k win32kbase win32kfull hvix64 hvax64 hvaa64 hvloader`.split(
    /\s+/,
  ),
);

/** Other drivers and libraries of a Windows installation. They can be at fault, but third parties come first. */
const IN_BOX = new Set(
  `winsrv winsrvext basesrv csrsrv acpi acpiex acpipagr acpitime afd afunix agilevpn ahcache amdk8 amdppc appid applockerfltr asyncmac atapi ataport bam basicdisplay
  basicrender battc beep bindflt bowser bridge bthenum bthport bthusb cdd cdfs cdrom cea cimfs classpnp cldflt clfs clipsp cmbatt
  cmimcext cng compositebus condrv crashdmp csc dam dfsc dfs disk drmk dump_diskdump dump_dumpfve dump_storahci dump_stornvme dumpfve dumpsd
  dxgkrnl dxgmms1 dxgmms2 dxgmms3 ehstorclass exfat fastfat fdc fileinfo filecrypt fs_rec fvevol fwpkclnt fltsrv gm hdaudbus hdaudio hidclass hidparse
  hidusb http hwpolicy hvservice hvsocket hvsocketcontrol i8042prt intelide intelpep intelppm iorate ipfltdrv ipnat isapnp kbdclass kbdhid ks ksecdd ksecpkg
  ksthunk lltdio luafv mcupdate_authenticamd mcupdate_genuineintel mcupdate mmcss modem monitor mountmgr mouclass mouhid mpsdrv mrxsmb mrxsmb10 mrxsmb20 msfs
  msgpioclx msgpiowin32 msisadrv mskssrv mslldp msrpc mssecflt mssmbios mssecwfp mup mqac nativewifip nativewifi nwifi ndfltr ndisuio ndiswan ndproxy ndiscap ndkping ndu netbios netbt netio
  npfs npsvctrig nsiproxy ntfs ntosext null nvmedisk offreg parport partmgr pacer pci pciide pciidex pcip pcmcia pcw pdc peauth pku2u
  portcls processr psched qwavedrv ramdisk rasl2tp raspppoe raspptp rassstp rdbss rdpbus rdpdr rdyboost rdpvideominiport refs registry rfcomm rspndr
  sbp2port scsiport sdbus sdport secdrv serial serenum sermouse sgrmagent sleepstudyhelper smbdirect spaceport spaceparser spatialgraphfilter spbcx srv srv2 srvnet stexstor storahci stornvme storqosflt
  storufs storvsc storsvc swenum swprv tbs tcpip tcpipreg tdi tdtcp tdx termdd tm tpm tsddd tsfairshare tunnel tssecsrv ucx01000 udfs ufx01000 umbus umpass
  usb8023 usbaudio usbaudio2 usbccgp usbd usbehci usbhub usbhub3 usbohci usbport usbprint usbser usbstor usbuhci usbxhci ucmcx ucmtcpcicx ucmucsicx ucmucsiacpiclient urscx01000 vdrvroot verifierext vhdmp
  vid videoprt vmbkmcl vmbkmclr vmbus vmbushid vmgid vmstorfl vmswitch vmspp vmsproxy volmgr volmgrx volsnap volume vpci vwififlt vwifibus vwifimp wanarp watchdog wcifs wcnfs wdfilter wdnisdrv wdboot
  werkernel wfplwfs wimmount win32ksgd windowstrustedrt windowstrustedrtproxy winhv winhvr winhvclusters winnat winusb winquic wmilib wmiacpi wof wpdupfltr wpprecorder ws2ifsl wudfpf wudfrd wudfhost xboxgip
  bootvid basicaudio drmkaud microsoftbluetoothenum bthmini bthpan bthleenum bthavctpprov bthmodem bthhfenum hidbth hidi2c hidspi hidir hidbatt hidinterrupt genericusbfn gpuenergydrv iagpio ialpssi_gpio ialpssi_i2c
  umdf usbccid wpdmtp wacompen xinputhid pnpmem nvraid mspclock mspqm mstee dmvsc vmgencounter netvsc synth3dvsc synthmidi vms3cap uaspstor ucmtcpci uefi urschipidea urssynopsys usbfnclx usbncm
  kernel.appcore ntlanman shell32 shlwapi shcore comctl32 comdlg32 ws2_32 wininet winhttp urlmon iertutil setupapi cfgmgr32 crypt32 bcrypt bcryptprimitives ncrypt cryptbase cryptsp rsaenh
  imm32 msctf uxtheme dwmapi dwmcore version winmm winspool wintrust wldp psapi powrprof profapi propsys userenv secur32 sspicli netapi32 netutils srvcli wkscli iphlpapi dnsapi nsi mswsock
  mshtml ieframe jscript9 jscript vbscript d2d1 d3d9 d3d10 d3d10warp d3d11 d3d12 d3d12core dxgi dwrite dcomp dxcore windowscodecs gdiplus msimg32 opengl32 glu32 dinput8 ddraw
  mfplat mf mfreadwrite audioses mmdevapi avrt ksuser wdmaud msacm32 devobj dbgeng taskschd wbemcomn fastprox wbemprox wbemsvc clbcatq amsi mpoav mpclient wevtapi ntmarta samcli logoncli
  twinapi twinapi.appcore windows.storage windows.ui wintypes coremessaging coreuicomponents inputhost textinputframework textshaping rmclient cryptnet schannel gpapi wtsapi32 winsta
  usp10 lpk normaliz oleacc oleacchooks hlink explorerframe explorer notepad svchost services lsass lsasrv csrss csrsrv smss winlogon wininit taskhost taskhostw dllhost conhost dwm spoolsv wmiprvse searchindexer runtimebroker`.split(
    /\s+/,
  ),
);

function key(module: string): string {
  // A second module of one name is called name_base by debuggers: ntdll_77900000.
  return module
    .toLowerCase()
    .replace(/\.(sys|dll|exe|drv|ocx|cpl)$/, '')
    .replace(/_[0-9a-f]{6,16}$/, '');
}

/** Libraries of other systems, for minidumps of Linux, Android, macOS and iOS. */
const OTHER_SYSTEMS =
  /^(lib(c|m|pthread|stdc\+\+|gcc_s|dl|rt|objc|dispatch|dyld|art|utils|binder|log)|libsystem_\w+|libc\+\+(abi)?|ld-linux\S*|ld|linux-gate|linux-vdso|\[vdso\]|dyld|corefoundation|foundation|appkit|uikit|uikitcore|graphicsservices|hitoolbox|libxpc|libc_so|linker(64)?)([.\-_][\w.-]*)?$/;

/** The module only carries others' work: kernel, HAL, loader, C runtime, framework hosts. */
export function isCoreModule(module: string): boolean {
  const name = key(module);
  return CORE.has(name) || OTHER_SYSTEMS.test(name);
}

/** The module has the name of a file that Windows installs (core ones included). */
export function isWindowsModule(module: string): boolean {
  const name = key(module);
  return (
    CORE.has(name) ||
    OTHER_SYSTEMS.test(name) ||
    IN_BOX.has(name) ||
    name.startsWith('api-ms-win-') ||
    name.startsWith('ext-ms-win-') ||
    name.startsWith('dump_')
  );
}
