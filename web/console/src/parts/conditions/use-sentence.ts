import { useTranslation } from 'react-i18next';
import { useOwnFields } from '../../lib/own-fields.ts';
import { useOwnStatuses } from '../../lib/own-statuses.ts';
import { useCategories, useTeams, useUsers } from '../../lib/refs.ts';
import { kinds, type Condition, type FieldCondition, type KnownField } from './fields.data.ts';
import { definitionOf, useOwnValueWords } from './own-field.ts';
import { groupOf } from './tree.ts';
import { useNamed, useValueWords, useWithBelow } from './use-choices.ts';

type Named = ReadonlyMap<string, string>;

/** A whole tree as one sentence. `named`: what else is called how, by id. */
export function useConditionSentence(): (condition: Condition, named?: Named) => string {
  const { t } = useTranslation();
  const leafWords = useLeafWords();
  const sentence = (condition: Condition, named: Named, depth: number): string => {
    const group = groupOf(condition);
    if (!group) {
      return leafWords(condition as FieldCondition, named);
    }
    const { word, list } = group;
    if (list.length === 0) {
      return t(word === 'any' ? 'conditions.group.emptyAny' : 'conditions.group.emptyAll');
    }
    const by = t(word === 'all' ? 'conditions.group.joinAll' : 'conditions.group.joinAny');
    const text = list.map((each) => sentence(each, named, depth + 1)).join(` ${by} `);
    if (word === 'none') {
      return t('conditions.group.not', { text });
    }
    return depth > 0 && list.length > 1 ? `(${text})` : text;
  };
  return (condition, named = new Map()) => sentence(condition, named, 0);
}

/** Of somebody or something that is gone, or whose name is on its way: nobody wants to read it. */
const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** A field in the middle of a sentence. */
function useTitles(): (field: KnownField, name: string | undefined) => string {
  const { t, i18n } = useTranslation();
  return (field, name) => {
    if (field === 'own') {
      return t('conditions.quoted', { value: name ?? '' });
    }
    const said = `conditions.said.title.${field}`;
    return i18n.exists(said) ? t(said) : uncapitalized(t(`conditions.fields.${field}`));
  };
}

/** "SLA" stays what it is. */
const uncapitalized = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** One condition: «приоритет «высокий» или выше». */
export function useLeafWords(): (leaf: FieldCondition, named?: Named) => string {
  const { t, i18n } = useTranslation();
  const titleOf = useTitles();
  const words = useValueWords();
  const users = useUsers().data ?? [];
  const teams = useTeams().data ?? [];
  const withBelow = useWithBelow();
  const categories = (useCategories().data ?? []).map(({ id, name }) => ({
    id,
    name: withBelow(id, name),
  }));
  const settings = [...useNamed('slaPolicy'), ...useNamed('workingTime')];
  const ownStatuses = useOwnStatuses();
  const fields = useOwnFields();
  const ownWords = useOwnValueWords();
  const known = new Map(
    [...users, ...teams, ...categories, ...settings, ...ownStatuses].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return (leaf, named = new Map()) => {
    const field = leaf.field as KnownField;
    const kind = kinds[field] ?? 'ref';
    const own = definitionOf(leaf, fields);
    const title = own ? t('conditions.quoted', { value: own.label }) : titleOf(field, leaf.name);
    const by = leaf.operator === 'every' ? t('conditions.group.joinAll') : t('conditions.or');
    const values = (leaf.values ?? [])
      .map((value) => named.get(value) ?? known.get(value) ?? words(field, ownWords(own, value)))
      .map((value) => (isId(value) ? t('conditions.unnamed') : value))
      .map((value) =>
        kind === 'words' || kind === 'tags' ? t('conditions.quoted', { value }) : value,
      )
      .join(` ${by} `);
    const { hours } = leaf;
    const when = hours
      ? `${hours.days.map((day) => t(`conditions.day.${day}`)).join(', ')} ${hours.from}–${hours.to}`
      : '';
    const whole = `conditions.said.${kind}.${leaf.operator}`;
    if (i18n.exists(whole)) {
      return t(whole, { title, values });
    }
    const says = t(`conditions.operator.${kind}.${leaf.operator}`);
    return [title, says, values, when].filter(Boolean).join(' ');
  };
}
