import { mergeValues, restoreValues } from '../own-fields/merge-values.ts';
import type { OwnValues } from '../own-fields/own-values.ts';
import {
  changedFields,
  type ChangedField,
  type Changes,
  type TicketState,
} from '../rules/ticket.ts';

type Asked = {
  readonly status?: Changes['status'] | undefined;
  readonly ownStatusId?: string | undefined;
  readonly priority?: Changes['priority'] | undefined;
  readonly type?: Changes['type'] | undefined;
  readonly assigneeId?: Changes['assigneeId'] | undefined;
  readonly teamId?: Changes['teamId'] | undefined;
  readonly categoryId?: Changes['categoryId'] | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
  readonly fields?: OwnValues | undefined;
};

/** What a bulk act asks of one ticket, as it is now. */
export function patchFor(ticket: Pick<TicketState, 'tags' | 'fields'>, asked: Asked): Changes {
  const { addTags = [], removeTags = [], fields, ...plain } = asked;
  const patch = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== undefined),
  ) as Changes;
  if (fields) {
    patch.fields = mergeValues(ticket.fields, fields);
  }
  const tags = withTags(ticket.tags, addTags, removeTags);
  return same(tags, ticket.tags) ? patch : { ...patch, tags };
}

const withTags = (tags: readonly string[], added: readonly string[], removed: readonly string[]) =>
  [...new Set([...tags, ...added])].filter((tag) => !removed.includes(tag));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields before and after, of those that an act has changed, what policies added to it included. */
export function difference(before: TicketState, after: TicketState) {
  const fields = changedFields(before, after);
  const of = (state: TicketState) => Object.fromEntries(fields.map((name) => [name, state[name]]));
  return fields.length === 0 ? null : { before: of(before), after: of(after) };
}

export type Undoing = { readonly patch: Changes; readonly kept: readonly string[] };

/**
 * Takes back what an act did to a ticket, where nobody has changed it since. Tags are taken back one by one: what others
 * have added meanwhile stays, and is no obstacle. Own fields are taken back one by one, too.
 */
export function undoPatch(
  now: TicketState,
  { before, after }: { before: Changes; after: Changes },
): Undoing {
  const patch: Changes = {};
  const kept: string[] = [];
  for (const field of Object.keys(after) as ChangedField[]) {
    if (field === 'tags') {
      const [old = [], made = []] = [before.tags, after.tags];
      const added = made.filter((tag) => !old.includes(tag));
      const removed = old.filter((tag) => !made.includes(tag));
      patch.tags = withTags(now.tags, removed, added);
    } else if (field === 'fields') {
      const made = { before: before.fields ?? {}, after: after.fields ?? {} };
      const { values, kept: others } = restoreValues(now.fields, made);
      patch.fields = values;
      kept.push(...others.map((name) => `fields.${name}`));
    } else if (same(now[field], after[field])) {
      Object.assign(patch, { [field]: before[field] });
    } else if (!same(now[field], before[field])) {
      kept.push(field);
    }
  }
  return { patch, kept };
}
