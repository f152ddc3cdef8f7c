import { expect, test } from 'vitest';
import { durationText, waitText } from './kernel-duration.ts';

test.each([
  [0, '00:00:00.000'],
  [637406, '00:10:37.406'],
  [67955750, '18:52:35.750'],
  [93194490, '1 Day 01:53:14.490'],
  [1775198906, '20 Days 13:06:38.906'],
])('%d ms take %s', (ms, text) => expect(durationText(ms)).toBe(text));

test('an unknown time is a question mark', () => expect(durationText(null)).toBe('?'));

test.each([
  [85031, '0:00:01:25.031'],
  [19305937, '0:05:21:45.937'],
])('a wait of %d ms is %s', (ms, text) => expect(waitText(ms)).toBe(text));
