import { describe, expect, it } from 'vitest';
import { readDate } from './dates.ts';

describe('the date of a letter', () => {
  const cases: Readonly<Record<string, string | null>> = {
    'Tue, 1 Jul 2025 10:52:37 +0300': '2025-07-01T07:52:37.000Z',
    '1 Jul 2025 10:52 MSK': '2025-07-01T07:52:00.000Z',
    'Tue, 01-Jul-25 10:52:37 GMT': '2025-07-01T10:52:37.000Z',
    'Fri, 21 Nov 97 09:55:06 -0600': '1997-11-21T15:55:06.000Z',
    'Tue Jul  1 10:52:37 2025': '2025-07-01T10:52:37.000Z',
    '2025-07-01T10:52:37+03:00': '2025-07-01T07:52:37.000Z',
    '01.07.2025 10:52': '2025-07-01T10:52:00.000Z',
    'Tue, 1 (first) Jul (month) 2025 10:52:37 -0330 (Newfoundland Time)':
      '2025-07-01T14:22:37.000Z',
    'Tue, 1 Jul 2025 10:52:37 PM +0000': '2025-07-01T22:52:37.000Z',
    'from mx by in; Tue, 1 Jul 2025 10:52:37 +0000': '2025-07-01T10:52:37.000Z',
    'Tue, 41 Jul 2025 10:52:37': null,
    yesterday: null,
    '': null,
  };
  for (const [value, expected] of Object.entries(cases)) {
    it(`"${value}" is ${expected ?? 'unreadable'}`, () => {
      expect(readDate(value)?.toISOString() ?? null).toBe(expected);
    });
  }
});
