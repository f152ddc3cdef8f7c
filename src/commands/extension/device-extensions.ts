import { refusal, sameAnswer } from '../../debugger/refusal.ts';

const MORE =
  '!devstack, !drvobj, !devobj and !irp show devices, drivers and requests, dt the structures that symbols have';
const of = (extension: string, instead = MORE) =>
  `'{}' belongs to the extension ${extension}, whose structures are not read here: ${instead}`;

export default refusal({
  syntax: '!ndiskd.* | !wdfkd.* | !fltkd.* | !usbkd.* | !storagekd.* | !pci... | !acpi... | !po... | !reg ...',
  summary: 'Commands for one kind of device or driver that are not available here: tells what serves instead.',
  answers: {
    ...sameAnswer(
      '!ndiskd !miniport !netadapter !mopen !nbl !nblpool !nb !oid !netreport !ndisrwlock !netrundown !minidriver !protocol !filterdriver !pktpools !ndisversion !rxqueue !pendingnbls !netio !wfp',
      of('ndiskd'),
    ),
    ...sameAnswer(
      '!wdfldr !wdfdriverinfo !wdfdevice !wdfdevicequeues !wdfqueue !wdfrequest !wdfhandle !wdflogdump !wdfcrashdump !wdfdevext !wdfiotarget !wdfchildlist !wdfmemory !wdfpool !wdfspinlock !wdfwaitlock !wdftmffile !wdfusbdevice !wdfverifierinfo !wdfpropertystore !wdfsettraceprefix !umdevstacks !umdevstack !umirps !umirp',
      of('wdfkd'),
    ),
    ...sameAnswer(
      '!filters !filter !cbd !cbdq !volumes !volume !instance !frames !portlist !irpctrl !fltobj',
      of('fltkd'),
    ),
    ...sameAnswer(
      '!usb2tree !usb3tree !usbtree !usbhub !usb_tree !ucx !ucxdevice !ucxcontroller !xhci_info !xhci_deviceslots !hub_info !usbhcdext !usbver !device_info !_ehciframe',
      of('usbkd or usb3kd'),
    ),
    ...sameAnswer(
      '!storadapter !storagehelp !storclass !storunit !storloglist !storlogirp !storlogsrb !storsrb !storeventlog !scsiext !classext !cddb !classlogs !srbdata !ahciadapter !mdl',
      of('storagekd or scsikd'),
    ),
    ...sameAnswer(
      '!pci !pcitree !pcicfg !pcm !ecb !ecd !ecw !acpicache !acpiinf !acpiirqarb !acpiresconflict !amli !facs !fadt !mapic !nsobj !nstree !rsdt !tz !tzinfo !dpmi !arbiter !cmreslist !ioresdes !ioreslist !devext !devinst !podev !dcr !dcs !isainfo !ivt !apicerr !ioapic !apic !halpte !hpet !ipi',
      "'{}' reads buses and firmware tables, which is not done here: !devstack and !drvobj show devices, !idt interrupts, !cpuinfo and !sysinfo the machine",
    ),
    ...sameAnswer(
      '!poaction !pocaps !popolicy !poreqlist !powertriage !fxdevice !podevice !pofxdevice !pocs',
      "'{}' reads the state of power management, which is not done here: for bug checks 9F and A0 !analyze -v shows device, driver and IRP, !stacks the threads that wait",
    ),
    ...sameAnswer(
      '!reg !dreg !regobj !hivelist !kcb !ahcache',
      "'{}' reads the registry's hives, which is not done here: !handle 0 f 0 Key lists open keys with their names; values are mostly paged out of dumps",
    ),
    ...sameAnswer(
      '!logexts !loge !logi !logb !logc !logd !logm !logo !wmitrace !strdump !logdump !tmffile !etw !evlog !elog_str',
      "'{}' reads trace logs or events, which is not done here: .outmask, .logopen and memoretics --json keep what is said here",
    ),
    ...sameAnswer(
      '!ruleinfo',
      "'{}' reads rules of Driver Verifier's DDI compliance checking, which is not done here: bug check C4 with its parameters is explained by !analyze -show c4 and their numbers",
    ),
    ...sameAnswer(
      '!blackboxbsd !blackboxntfs !blackboxpnp !blackboxwinlogon !blackboxepc',
      "'{}' reads data that drivers added to the dump, which is not decoded here: memoretics streams FILE lists what the dump has",
    ),
    ...sameAnswer(
      '!htrace !avrf !mca !npx !errpkt !dskheap !rellist !fpsearch !exca !gdikdx !dumpfa !wsle !trueref !obtrace !ca !blockeddrv !bugdump !owner !triage !hstriage !lookaside !gentable !slist !smt !numa !defwrites !gt !stl !imggp !strct !obja !job !fems !trep',
      "'{}' is not available here: .hh lists the commands, dt and dx show any structure that symbols have",
    ),
  },
});
