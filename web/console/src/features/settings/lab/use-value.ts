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

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Both sides of a difference. Of lists only what the other side has not: the rest says nothing. */
export function usePair(names: Readonly<Record<string, string>>) {
  const { t } = useTranslation();
  const value = useValue(names);
  return (field: string, { was, would }: { was: unknown; would: unknown }): [string, string] => {
    if (field !== 'tags') {
      return [value(field, was), value(field, would)];
    }
    const only = (own: unknown, other: unknown) => {
      const others = new Set(textsOf(other));
      const left = textsOf(own).filter((each) => !others.has(each));
      return left.length > 0 ? value(field, left) : t('lab.withoutThem');
    };
    return [only(was, would), only(would, was)];
  };
}

const said = (value: object): string =>
  Object.entries(value)
    .map(([name, each]) => `${name}: ${String(each)}`)
    .join(', ') || '–';

/** The sentences above the result. */
export function useHeadline(names: Readonly<Record<string, string>>) {
  const { t } = useTranslation();
  const pair = usePair(names);
  const number = useNumber();
  const quoted = (value: string) =>
    value === t('lab.none') || value.startsWith(t('conditions.quoted', { value: '' }).slice(0, 1))
      ? value
      : t('conditions.quoted', { value });
  return ({ key, fill }: { key: string; fill: Readonly<Record<string, unknown>> }): string => {
    const numbers = Object.entries(fill).flatMap(([name, each]) =>
      typeof each === 'number' && name !== 'count' ? [[name, number(each)]] : [],
    );
    const { count, field } = fill;
    const sides = (name: string, { was, would }: typeof fill) => {
      const [before, after] = pair(name, { was, would });
      return { was: quoted(before), would: quoted(after) };
    };
    const values: Record<string, string | number> = {
      ...Object.fromEntries(numbers),
      ...(typeof count === 'number' && { count, n: number(count) }),
      ...(typeof field === 'string' && {
        another: t(`lab.another.${field}`),
        ...sides(field, fill),
      }),
      ...(key === 'effect' && { what: t(`lab.effects.${String(fill['what'])}`) }),
    };
    return t(`lab.said.${key}`, values);
  };
}
