import type { TFunction } from 'i18next';
import type { UiLocale } from '../../../ui/locale.tsx';
import { wholeDay } from '../../../ui/time.ts';

/** The value of an own field as people read it; of a date that no calendar has, what stands there. */
export function sayOwnValue(value: unknown, t: TFunction, at: UiLocale): string {
  if (typeof value === 'boolean') {
    return t(value ? 'ui.yes' : 'ui.no');
  }
  if (typeof value === 'number') {
    return value.toLocaleString(at.locale, { useGrouping: false, maximumFractionDigits: 20 });
  }
  const text = [value ?? ''].flat().map(String).join(', ');
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
    ? wholeDay(at, text)
    : text;
}
