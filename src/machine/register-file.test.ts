import { expect, test } from 'vitest';
import { RegisterFile } from './register-file.ts';
import { contextOf } from './register-layout.ts';

const context = contextOf(
  'x64',
  new Map([
    ['rsp', 0x1000n],
    ['efl', 0x246n],
  ]),
);

test('the context itself as long as nothing was changed', () => {
  expect(RegisterFile.from(context)!.context()).toBe(context);
});

test('what was set afterwards is in the context, and what was forgotten is not', () => {
  const file = RegisterFile.from(context)!;
  file.setAddress(file.set.ip, 0x401000);
  expect(file.context().ip).toBe(0x401000);
  const other = RegisterFile.from(context)!;
  other.forget(other.set.sp);
  expect(other.context().sp).toBeNull();
});
