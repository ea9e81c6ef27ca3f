import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { fullTime } from '../../../../../ui/time.ts';
import { useCategories, useTeams, useUsers } from '../../../lib/refs.ts';
import { deviceName } from '../profile/sessions-panel.tsx';
import { isNamed } from './differences.ts';

/** Says nothing that a person would look for. */
const silent = new Set(['settings']);
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** `answersPerHour` → "answers per hour", for a field that has no words yet. */
const plainName = (field: string): string =>
  field
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();

/** What the audit log's fields and values are called. */
export function useAuditWords() {
  const { t } = useTranslation();
  const locale = useUiLocale();
  const lists = [useUsers().data, useTeams().data, useCategories().data];
  const names = new Map(
    lists.flatMap((list) => (list ?? []).map(({ id, name }) => [id, name] as const)),
  );

  const nameOf = (id: string): string => names.get(id) ?? t('settings.auditValue.gone');

  function textOf(field: string, value: string): string {
    if (value === '') {
      return t('settings.auditValue.none');
    }
    if (uuid.test(value)) {
      return nameOf(value);
    }
    if (moment.test(value)) {
      return fullTime(locale, new Date(value));
    }
    if (field === 'userAgent') {
      return deviceName(value);
    }
    if (field === 'permissions' || field === 'scopes') {
      return t(`settings.permission.${value.replaceAll('.', '_')}`, { defaultValue: value });
    }
    return t(`settings.auditValue.${field}.${value.replaceAll(/[.-]/g, '_')}`, {
      defaultValue: value,
    });
  }

  function valueOf(path: readonly string[], value: unknown): string {
    const field = path.at(-1) ?? '';
    if (value === null) {
      return t('settings.auditValue.none');
    }
    if (typeof value === 'boolean') {
      return t(value ? 'settings.auditValue.yes' : 'settings.auditValue.no');
    }
    if (Array.isArray(value)) {
      return value.length === 0
        ? t('settings.auditValue.none')
        : value.map((each) => valueOf(path, each)).join(', ');
    }
    if (isNamed(value)) {
      return value.name;
    }
    return typeof value === 'string' ? textOf(field, value) : JSON.stringify(value);
  }

  return {
    fieldOf: (path: readonly string[], subject: string): string =>
      path
        .filter((name) => !silent.has(name))
        .map((name) => (name === 'name' && subject === 'user' ? 'personName' : name))
        .map((name) => t(`settings.auditField.${name}`, { defaultValue: plainName(name) }))
        .join(' · '),
    valueOf,
  };
}
