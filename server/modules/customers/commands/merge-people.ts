import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { id } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { lockCards, saveCard } from '../card-store.ts';
import type { CardRow } from '../card-tables.ts';
import { personChanged, personMerged } from '../events.ts';
import { matchPeople } from '../matching/matching-store.ts';
import { absorbed, mergedFieldsOf } from '../merging.ts';
import { insertMerge, moveContacts } from '../merge-store.ts';
import { readMerge } from '../queries/list-merges.ts';
import { seenVersion } from '../schema.ts';
import { Merge } from '../likeness-schema.ts';

/**
 * Two cards turn out to be one person. Contact points and preferences move at once; whoever has more of the person
 * (tickets, messages) follows the event. The other card stays as a mark of where to look, so that it can be undone.
 */
export const mergePeople = defineCommand({
  name: 'customers.merge-people',
  permission: 'person.change',
  input: z.strictObject({
    personId: id(),
    otherId: id(),
    version: seenVersion.optional(),
    otherVersion: seenVersion.optional(),
  }),
  output: Merge,

  async run(ctx, { personId, otherId, version, otherVersion }) {
    if (personId === otherId) {
      throw invalid('otherId', 'same_person');
    }
    const cards = await lockCards(ctx, [personId, otherId]);
    const kept = standing(cards, personId, 'not_found');
    const merged = standing(cards, otherId, 'not_allowed');
    mustBeCurrent(kept, version);
    mustBeCurrent(merged, otherVersion);
    const before = mergedFieldsOf(kept);
    const after = absorbed(before, mergedFieldsOf(merged));
    const contacts = await moveContacts(ctx, { from: otherId, to: personId });
    await saveCard(ctx, { ...kept, ...after, version: kept.version + 1 });
    await saveCard(ctx, { ...merged, merged_into_id: personId, version: merged.version + 1 });
    const mergeId = newId();
    await insertMerge(ctx, { id: mergeId, personId, otherId, moved: { contacts, before, after } });
    await matchPeople(ctx, [personId, otherId]);
    ctx.emit(personChanged, { personId: otherId }, { personId: otherId });
    ctx.emit(personMerged, { personId, mergedId: otherId, mergeId }, { personId });
    return readMerge(ctx.tx, ctx.actor.workspaceId, mergeId);
  },
});

function standing(
  cards: readonly CardRow[],
  personId: string,
  otherwise: 'not_found' | 'not_allowed',
): CardRow {
  const card = cards.find((each) => each.id === personId);
  if (!card) {
    throw new Refusal(otherwise, 'person.not_found');
  }
  if (card.merged_into_id !== null) {
    throw new Refusal('not_allowed', 'person.merged');
  }
  return card;
}
