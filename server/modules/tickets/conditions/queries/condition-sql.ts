import { sql, type RawBuilder } from 'kysely';
import { idCondition, ofCategories, wordCondition } from '../../queries/filter-conditions.ts';
import { openStatuses } from '../../schema.ts';
import type { Condition } from '../condition.ts';
import {
  groupOf,
  type ConditionField,
  type ConditionKind,
  type FieldCondition,
} from '../condition-tree.ts';
import { conditionFields } from '../fields.data.ts';
import { folded } from '../words.ts';

type Sql = RawBuilder<boolean>;

/**
 * What a tree asks, for the database: every ticket that fits it, and perhaps some more. Word forms, hours and facts of
 * people are only known to the compiled tree, which has the last word; `exact` says that it is not needed.
 */
export type Narrowing = { readonly where: Sql; readonly exact: boolean };

const anything: Narrowing = { where: sql<boolean>`true`, exact: false };

export function narrowingOf(condition: Condition): Narrowing {
  const group = groupOf(condition);
  if (!group) {
    return ofField(condition as FieldCondition);
  }
  const [word, list] = group;
  const parts = list.map(narrowingOf);
  const exact = parts.every((part) => part.exact);
  const wheres = parts.map(({ where }) => where);
  if (word === 'all') {
    return { where: joined(wheres, sql` and `, sql<boolean>`true`), exact };
  }
  if (word === 'any') {
    return { where: joined(wheres, sql` or `, sql<boolean>`false`), exact };
  }
  // Of what is perhaps too much, the opposite is perhaps too little: then nothing can be left out here.
  return exact
    ? { where: sql`not coalesce(${joined(wheres, sql` or `, sql<boolean>`false`)}, false)`, exact }
    : anything;
}

const joined = (parts: Sql[], by: Sql | RawBuilder<unknown>, empty: Sql): Sql =>
  parts.length === 0 ? empty : sql`(${sql.join(parts, by)})`;

const columns: Partial<Record<ConditionField, string>> = {
  status: 'status',
  ownStatus: 'own_status_id',
  type: 'type',
  priority: 'priority',
  impact: 'impact',
  urgency: 'urgency',
  category: 'category_id',
  team: 'team_id',
  assignee: 'assignee_id',
  requester: 'requester_id',
  organization: 'organization_id',
  mailbox: 'channel_id',
  channel: 'channel_kind',
  region: 'region',
};

function ofField(leaf: FieldCondition): Narrowing {
  const kind = conditionFields[leaf.field] as ConditionKind | undefined;
  switch (kind) {
    case 'tags':
      return { where: tagsCondition(leaf), exact: true };
    case 'choice':
    case 'level':
    case 'ref':
    case 'text':
      return singleCondition(leaf);
    default:
      return anything;
  }
}

const levels = ['low', 'normal', 'high', 'urgent'];

function singleCondition(leaf: FieldCondition): Narrowing {
  const { field, operator, values = [] } = leaf;
  const column = columns[field];
  if (column === undefined) {
    return field === 'snoozed' ? { where: snoozedCondition(leaf), exact: true } : anything;
  }
  const at = sql.ref(`ticket.${column}`);
  const filled = sql<boolean>`(${at} is not null and ${at}::text <> '')`;
  switch (operator) {
    case 'empty':
      return { where: sql`not ${filled}`, exact: true };
    case 'filled':
      return { where: filled, exact: true };
    case 'in':
      return { where: oneOf(leaf, column), exact: true };
    case 'not_in':
      return { where: sql`not coalesce(${oneOf(leaf, column)}, false)`, exact: true };
    case 'at_least':
      return { where: wordCondition(column, levels.slice(levelOf(values))), exact: true };
    case 'at_most':
      return { where: wordCondition(column, levels.slice(0, levelOf(values) + 1)), exact: true };
    default:
      return { where: anyPart(values), exact: true };
  }
}

const levelOf = ([value = '']: readonly string[]) => levels.indexOf(value);

/** In the words of the filter of a list: one wording of a condition, one plan. */
function oneOf({ field, values = [] }: FieldCondition, column: string): Sql {
  if (field === 'category') {
    return ofCategories(values);
  }
  if (column.endsWith('_id')) {
    return idCondition(column, values);
  }
  if (field === 'region') {
    return sql`${foldedRegion} = any(${sql.val(values.map(wantedText))}::text[])`;
  }
  const wanted = values.flatMap((value) => (value === 'any_open' ? openStatuses : [value]));
  return wordCondition(column, wanted);
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');
const anyPart = (parts: readonly string[]): Sql =>
  sql`${foldedRegion} like any(${sql.val(parts.map((part) => `%${escaped(wantedText(part))}%`))}::text[])`;

/** As `folded` in memory. */
const foldedRegion = sql`translate(lower(ticket.region), ${sql.lit('ёς\u0307')}, ${sql.lit('еσ')})`;
const wantedText = (value: string) => folded(value.trim());

function snoozedCondition({ operator, values = [] }: FieldCondition): Sql {
  const wanted = values.includes('yes') === (operator === 'in');
  const isBoth = values.includes('yes') && values.includes('no');
  if (isBoth) {
    return operator === 'in' ? sql`true` : sql`false`;
  }
  return wanted ? sql`ticket.snoozed_until is not null` : sql`ticket.snoozed_until is null`;
}

function tagsCondition({ operator, values = [] }: FieldCondition): Sql {
  const tags = sql.val(values.map((value) => value.toLowerCase().trim()));
  switch (operator) {
    case 'empty':
      return sql`ticket.tags = '{}'`;
    case 'filled':
      return sql`ticket.tags <> '{}'`;
    case 'every':
      return sql`ticket.tags @> ${tags}::text[]`;
    case 'none':
      return sql`not ticket.tags && ${tags}::text[]`;
    default:
      return sql`ticket.tags && ${tags}::text[]`;
  }
}
