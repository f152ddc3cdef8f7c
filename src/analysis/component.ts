import { modulesFact } from '../evidence/modules.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';
import type { Frame } from '../windows/stack.ts';
import type { Component, Facts } from './pattern.ts';

/** A module as the component of a finding, with vendor and version where the source tells them. */
export function componentOf(facts: Facts, module: string): Component {
  const known = facts.get(modulesFact)?.find(({ name }) => name.toLowerCase() === module.toLowerCase());
  return { module, vendor: known?.vendor ?? null, version: known?.version ?? null };
}

/** The innermost module on a stack that does not come with Windows; frames found by a scan are no witnesses. */
export function outsiderOn(frames: readonly Frame[]): Frame | null {
  return frames.find(({ module, trust }) => module !== null && trust !== 'scan' && !isWindowsModule(module)) ?? null;
}

/** That module as a component; null when only modules of Windows are on the stack. */
export function componentOn(facts: Facts, frames: readonly Frame[]): Component | null {
  const frame = outsiderOn(frames);
  return frame?.module ? componentOf(facts, frame.module) : null;
}
