import { expect, test } from 'vitest';
import { nameFromLabel } from './name-from-label.ts';

test('a field is named for programs as people call it', () => {
  expect(nameFromLabel('Серийный номер')).toBe('seriynyy_nomer');
  expect(nameFromLabel('  Объём, м³ (ёмкость)')).toBe('obem_m3_emkost');
  expect(nameFromLabel('2-й договор')).toBe('y_dogovor');
  expect(nameFromLabel('Façade №1')).toBe('facade_no1');
  expect(nameFromLabel('🙂')).toBe('');
  expect(nameFromLabel('щ'.repeat(60))).toHaveLength(40);
});
