import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { lockCards, saveCard } from '../card-store.ts';
import { personChanged, personMergeUndone } from '../events.ts';
import { matchPeople } from '../matching/matching-store.ts';
import { givenBack, mergedFieldsOf } from '../merging.ts';
import { giveContactsBack, lockMerge, markUndone } from '../merge-store.ts';
import { readPerson } from '../queries/get-person.ts';
import { Person } from '../schema.ts';

/** Takes a merge back: the other card has its contact points again, what the kept one had taken over is as it was. */
export const undoMerge = defineCommand({
  name: 'customers.undo-merge',
  permission: 'person.change',
  input: z.strictObject({ personId: id(), mergeId: id() }),
  output: Person,

  async run(ctx, { personId, mergeId }) {
    const merge = await lockMerge(ctx, mergeId, 'update');
    if (!merge || merge.kept_id !== personId) {
      throw new Refusal('not_found', 'merge.not_found');
    }
    if (merge.undone_at !== null) {
      throw new Refusal('not_allowed', 'merge.undone');
    }
    const cards = await lockCards(ctx, [merge.kept_id, merge.merged_id]);
    const [kept, merged] = [merge.kept_id, merge.merged_id].map((one) =>
      cards.find((card) => card.id === one),
    );
    if (!kept || !merged || kept.merged_into_id !== null) {
      throw new Refusal('not_allowed', 'merge.superseded');
    }
    await giveContactsBack(ctx, merge);
    const fields = givenBack(mergedFieldsOf(kept), merge.moved);
    await saveCard(ctx, { ...kept, ...fields, version: kept.version + 1 });
    await saveCard(ctx, { ...merged, merged_into_id: null, version: merged.version + 1 });
    await markUndone(ctx, mergeId);
    await matchPeople(ctx, [kept.id, merged.id]);
    ctx.emit(personChanged, { personId: merged.id }, { personId: merged.id });
    ctx.emit(personMergeUndone, { personId, mergedId: merged.id, mergeId }, { personId });
    return readPerson(ctx.tx, ctx.actor.workspaceId, merged.id);
  },
});
