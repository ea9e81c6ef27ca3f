import type { Policy, Proposal } from '../../tickets/public.ts';
import type { AutomaticChecklist, Workflows } from './workflow.ts';

/** A ticket that is opened, or turns out to be of another type or category, gets the lists that are kept for such. */
export const attachChecklists: Policy<Workflows> = {
  name: 'workflow.checklists',
  decide({ ticket, occurrences, done }, { checklists }): readonly Proposal[] {
    const turns = occurrences.some(
      (one) =>
        one.kind === 'opened' ||
        (one.kind === 'changed' &&
          one.fields.some((field) => field === 'type' || field === 'categoryId')),
    );
    if (!turns || ticket.status === 'spam' || ticket.mergedInto !== null) {
      return [];
    }
    return checklists
      .filter((list) => fits(list, ticket) && !done.has(keyOf(list)))
      .map((list) => ({
        changes: {},
        reason: { code: 'checklist', params: { checklistId: list.id, name: list.name } },
        key: keyOf(list),
        effect: list,
      }));
  },
};

const keyOf = ({ id }: AutomaticChecklist): string => `checklist ${id}`;

const fits = (
  { types, categoryIds }: AutomaticChecklist,
  ticket: { readonly type: string; readonly categoryId: string | null },
): boolean =>
  (types.length === 0 || (types as readonly string[]).includes(ticket.type)) &&
  (categoryIds.length === 0 || categoryIds.includes(ticket.categoryId ?? ''));
