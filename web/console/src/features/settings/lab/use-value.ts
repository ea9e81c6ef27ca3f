import { useTranslation } from 'react-i18next';
import { useNumber } from './use-number.ts';

const worded: Readonly<Record<string, string>> = {
  status: 'conditions.value.status',
  priority: 'conditions.value.level',
  type: 'conditions.value.type',
};

/** A value of a field as a person reads it; `names`: of what is named by its id. */
export function useValue(
  names: Readonly<Record<string, string>>,
): (field: string, value: unknown) => string {
  const { t } = useTranslation();
  const plain = (field: string, value: unknown): string => {
    const text = String(value);
    return field in worded
      ? t(`${worded[field]}.${text}`, { defaultValue: text })
      : t('conditions.quoted', { value: names[text] ?? text });
  };
  return (field, value) => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
      return t('lab.none');
    }
    if (Array.isArray(value)) {
      return value.map((each) => plain(field, each)).join(', ');
    }
    return typeof value === 'object' ? said(value) : plain(field, value);
  };
}

const said = (value: object): string =>
  Object.entries(value)
    .map(([name, each]) => `${name}: ${String(each)}`)
    .join(', ') || '–';

/** The sentences above the result. */
export function useHeadline(names: Readonly<Record<string, string>>) {
  const { t } = useTranslation();
  const value = useValue(names);
  const number = useNumber();
  return ({ key, fill }: { key: string; fill: Readonly<Record<string, unknown>> }): string => {
    const numbers = Object.entries(fill).flatMap(([name, each]) =>
      typeof each === 'number' && name !== 'count' ? [[name, number(each)]] : [],
    );
    const { count, field } = fill;
    const values: Record<string, string | number> = {
      ...Object.fromEntries(numbers),
      ...(typeof count === 'number' && { count, n: number(count) }),
      ...(typeof field === 'string' && {
        another: t(`lab.another.${field}`),
        was: value(field, fill['was']),
        would: value(field, fill['would']),
      }),
      ...(key === 'effect' && { what: t(`lab.effects.${String(fill['what'])}`) }),
    };
    return t(`lab.said.${key}`, values);
  };
}
