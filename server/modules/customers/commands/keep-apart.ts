import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { lockCards } from '../card-store.ts';
import { deletePairApart, matchPeople, savePairApart } from '../matching/matching-store.ts';

const input = z.strictObject({ personId: id(), otherId: id() });

const sorted = ({ personId, otherId }: z.output<typeof input>) => {
  const [low = '', high = ''] = [personId, otherId].toSorted();
  return { low, high };
};

/** "These are two different people": they are not offered as one again, whatever they have in common. */
export const keepApart = defineCommand({
  name: 'customers.keep-apart',
  permission: 'person.change',
  input,
  output: z.null(),

  async run(ctx, pair) {
    if (pair.personId === pair.otherId) {
      throw invalid('otherId', 'same_person');
    }
    const cards = await lockCards(ctx, [pair.personId, pair.otherId]);
    if (cards.length < 2) {
      throw new Refusal('not_found', 'person.not_found');
    }
    const { low, high } = sorted(pair);
    await savePairApart(ctx, { low, high });
    return null;
  },
});

/** Takes that back: if they still look alike, they are offered again. */
export const stopKeepingApart = defineCommand({
  name: 'customers.stop-keeping-apart',
  permission: 'person.change',
  input,
  output: z.null(),

  async run(ctx, pair) {
    const { low, high } = sorted(pair);
    if (!(await deletePairApart(ctx, { low, high }))) {
      throw new Refusal('not_found', 'person.not_kept_apart');
    }
    await matchPeople(ctx, [low]);
    return null;
  },
});
