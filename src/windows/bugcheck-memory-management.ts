/** Bug check 0x1A and its sub-types. */
import { type BugcheckDeclaration, number, type ParameterDeclaration, STEP } from './bugcheck-declaration.ts';

const pte: ParameterDeclaration = ['pte', 'address of the page-table entry'];
const nothing: ParameterDeclaration = [null, null];

export const MEMORY_MANAGEMENT: BugcheckDeclaration = {
  explanation: 'The memory manager found its own data inconsistent.',
  parameters: [['sub-type', 'kind of damage'], nothing, nothing, nothing],
  cases: {
    1: ['the reference count of a fork clone block is corrupt'],
    49: ['the fix-up table or code of an image is corrupt, probably by hardware'],
    63: [
      'a page read from the paging file failed its checksum: disk or memory',
      [null, 'offset in the paging file'],
      [null, 'checksum of the page'],
      [null, 'checksum expected'],
    ],
    1027: [
      'page table and page frames disagree, probably by hardware when the two values differ in one bit',
      pte,
      [null, 'value found'],
      [null, 'value expected'],
    ],
    1028: ['page frame and page-table entry disagreed while a page-table page was deleted'],
    1041: ['a page-table entry is corrupt', pte],
    1911: ['a system cache address that was not locked was unlocked'],
    1912: ['the system is about to use its last system cache view'],
    1920: ['page-table entries of a system cache view are corrupt'],
    1921: ['page-table entries of a system cache view are corrupt'],
    4096: ['a driver mapped a cached page as non-cached'],
    4112: ['a pageable section that was not locked was unlocked'],
    4659: ['a driver mapped a physical page that it had not locked'],
    4660: ['a driver locked a pageable section that does not exist'],
    4661: ['a driver protected an MDL whose mapping is invalid'],
    4662: ['a driver unlocked pages of an MDL that were not locked', ['mdl', 'MDL'], number('pages locked'), nothing],
    13393: ['page-table entries of an outswapped kernel stack are corrupt'],
    20483: ['the free list of a working set is corrupt, probably by hardware'],
    20736: ['an allocation bitmap is corrupt'],
    20992: ['a page on the free list was modified', ['page-frame-number', 'page'], nothing, nothing],
    34948: ['two pages on the standby list that should agree do not'],
    34952: ['internal structures of the memory manager are corrupt'],
    34953: ['internal structures of the memory manager are corrupt'],
    34954: ['internal structures of the memory manager (page table or page frames) are corrupt'],
    266753: [
      'the page-frame entry of an address does not fit its page-table entry',
      pte,
      [null, 'contents of the page-table entry'],
      nothing,
    ],
    266883: ['the working-set index in a page-table entry is corrupt'],
    266884: [
      'a page-table entry or the working-set list is corrupt',
      ['referenced-address', 'address concerned'],
      nothing,
      nothing,
    ],
    266886: ['an invalid pool address was freed'],
    266887: [
      'an illegal page fault happened while the working set was locked',
      ['referenced-address', 'address referenced'],
      nothing,
      nothing,
    ],
    268165: ['the working-set list is corrupt'],
    268176: [
      'a page-table page is corrupt: the count of its entries in use is wrong',
      ['pte', 'page-frame entry of the page-table page (64-bit), or address of the counter (32-bit)'],
      nothing,
      nothing,
    ],
    268178: [
      'a corrupt page-table entry was found, often a single flipped bit',
      pte,
      [null, 'low part of the contents of the entry'],
      [null, 'high part of the contents of the entry'],
    ],
    268179: ['a page-table page is corrupt: its entries in use differ from the count', nothing, nothing, nothing],
    399680: ['a page directory entry became invalid unexpectedly'],
    399681: [
      'the paging structures of an address are corrupt',
      ['referenced-address', 'address whose paging structures are corrupt'],
      nothing,
      nothing,
    ],
    399686: [
      'the MDL being made is flawed: usually a driver called MmProbeAndLockPages wrongly',
      ['mdl', 'MDL'],
      nothing,
      nothing,
    ],
  },
  causes: [
    'defective memory or an unstable overclock',
    'a driver that writes through stray pointers or misuses MDLs',
    'disk errors under the paging file',
  ],
  next: [STEP.memory, STEP.verifier, STEP.series],
};
