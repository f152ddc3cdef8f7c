import { CHECKLIST } from './checklist-items.ts';
import { GLOSSARY, type Term } from './glossary.ts';

/** Patterns that are about a term, by its id: who reads one will want the other. */
export const PATTERNS_OF_TERMS: Readonly<Record<string, readonly string[]>> = {
  'system-call': ['system-call', 'dual-stack-trace'],
  'system-call-return': ['system-call', 'dual-stack-trace'],
  'fast-call-entry': ['system-call', 'dual-stack-trace'],
  'dual-stack': ['dual-stack-trace'],
  'trap-frame': ['dual-stack-trace', 'invalid-pointer'],
  'exception-record': ['invalid-exception-information', 'software-exception', 'cpp-exception'],
  'executive-resource': [
    'wait-chain-executive-resources',
    'deadlock-executive-resources',
    'high-contention-executive-resources',
    'swarm-of-shared-locks',
    'ghost-thread',
  ],
  'critical-section': [
    'wait-chain-critical-sections',
    'deadlock-critical-sections',
    'high-contention-critical-sections',
    'ghost-thread',
  ],
  mutant: ['wait-chain-mutex-objects', 'deadlock-mixed-objects-kernel-space', 'deadlock-mixed-objects-user-space'],
  'push-lock': ['wait-chain-pushlocks'],
  'srw-lock': ['wait-chain-srw-lock'],
  'spin-lock': ['dispatch-level-spin', 'deadlock-self'],
  'dispatch-level': ['dispatch-level-spin'],
  irql: ['dispatch-level-spin'],
  apc: ['suspended-thread', 'self-diagnosis-kernel-mode'],
  'suspended-thread': ['suspended-thread', 'frozen-process'],
  'wait-chain': ['wait-chain-general', 'accidental-lock', 'blocking-module', 'waiting-thread-time-kernel-dumps'],
  alpc: ['wait-chain-lpc-alpc', 'deadlock-lpc', 'coupled-processes-strong'],
  irp: ['blocked-thread-hardware', 'blocked-thread-software'],
  pool: ['insufficient-memory-kernel-pool', 'double-free-kernel-pool', 'dynamic-memory-corruption-kernel-pool'],
  'system-pte': ['insufficient-memory-pte'],
  commit: ['insufficient-memory-committed-memory'],
  'passive-thread': ['passive-thread-user-space'],
  omap: ['omap-code-optimization'],
};

/** Terms of the glossary that explain what a pattern is about. */
export function termsOfPattern(id: string): readonly Term[] {
  return GLOSSARY.filter((term) => PATTERNS_OF_TERMS[term.id]?.includes(id));
}

/** Questions of the checklist that a pattern answers. */
export function questionsOfPattern(id: string): readonly string[] {
  return CHECKLIST.filter(({ patterns }) => patterns?.includes(id)).map(({ text }) => text);
}
