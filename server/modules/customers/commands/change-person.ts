import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { id } from '../../../kernel/text.ts';
import { lockCard, requireBranchOf, saveCard } from '../card-store.ts';
import { changedCard } from '../card.ts';
import { placeContacts } from '../contacts.ts';
import { personChanged } from '../events.ts';
import { matchPeople } from '../matching/matching-store.ts';
import { readPerson } from '../queries/get-person.ts';
import { Person, contactInput, optionalPersonFields, seenVersion } from '../schema.ts';

export const changePerson = defineCommand({
  name: 'customers.change-person',
  permission: 'person.change',
  input: z.strictObject({
    ...optionalPersonFields,
    personId: id(),
    version: seenVersion.optional(),
    contacts: z.array(contactInput).max(50).optional(),
  }),
  output: Person,

  async run(ctx, { personId, version, contacts, ...fields }) {
    const before = await lockCard(ctx, personId);
    mustBeCurrent(before, version);
    const card = { ...changedCard(before, fields), version: before.version + 1 };
    await requireBranchOf(ctx, card);
    await saveCard(ctx, card);
    if (contacts) {
      await placeContacts(ctx, personId, contacts);
    }
    await matchPeople(ctx, [personId]);
    ctx.emit(personChanged, { personId }, { personId });
    return readPerson(ctx.tx, ctx.actor.workspaceId, personId);
  },
});
