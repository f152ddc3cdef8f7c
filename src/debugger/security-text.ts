import { hexPadded } from '../bytes/hex.ts';
import { type AccessList, controlNames, type SecurityDescriptor } from '../windows/security-descriptor.ts';
import type { Text } from './text.ts';

/** An access control list as `!acl` and `!sd` have it, each line behind `lead`. */
export function writeAccessList(text: Text, list: AccessList, lead = ''): void {
  const row = (name: string, value: number) => text.line(`${lead}->${name.padEnd(11)}: 0x${value.toString(16)}`);
  row('AclRevision', list.revision);
  row('Sbz1', list.sbz1);
  row('AclSize', list.size);
  row('AceCount', list.count);
  row('Sbz2', list.sbz2);
  for (const [index, entry] of list.entries.entries()) {
    const head = `${lead}->Ace[${index}]: `;
    text.line(`${head}->AceType: ${entry.typeName ?? `0x${entry.type.toString(16)}`}`);
    text.line(`${head}->AceFlags: 0x${entry.flags.toString(16)}`);
    text.line(`${head}->AceSize: 0x${entry.size.toString(16)}`);
    text.line(`${head}->Mask : 0x${hexPadded(entry.mask, 8)}`);
    text.line(`${head}->SID: ${entry.sid ?? '<not read>'}`);
    text.line();
  }
  if (list.lost !== null) text.line(`${lead}Not complete: ${list.lost}`);
}

export function writeSecurityDescriptor(text: Text, descriptor: SecurityDescriptor): void {
  text.line(`->Revision: 0x${descriptor.revision.toString(16)}`);
  text.line(`->Sbz1    : 0x${descriptor.sbz1.toString(16)}`);
  text.line(`->Control : 0x${descriptor.control.toString(16)}`);
  for (const name of controlNames(descriptor.control)) text.line(`            ${name}`);
  const sid = (value: string | null) => (value === 'unreadable' ? 'is not in the dump' : (value ?? 'is NULL'));
  text.line(`->Owner   : ${sid(descriptor.owner)}`);
  text.line(`->Group   : ${sid(descriptor.group)}`);
  for (const [name, list] of [
    ['Dacl', descriptor.dacl],
    ['Sacl', descriptor.sacl],
  ] as const) {
    const lead = `->${name}    : `;
    if (list === null) text.line(`${lead} is NULL`);
    else if (list === 'unreadable') text.line(`${lead} is not in the dump`);
    else {
      text.line(lead);
      writeAccessList(text, list, lead);
    }
  }
}
