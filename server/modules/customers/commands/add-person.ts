import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { emailAddress, line } from '../../../kernel/text.ts';
import { insertCard, requireBranchOf } from '../card-store.ts';
import { changedCard } from '../card.ts';
import { placeContacts } from '../contacts.ts';
import { personAdded } from '../events.ts';
import { matchPeople } from '../matching/matching-store.ts';
import { readPerson } from '../queries/get-person.ts';
import { Person, contactInput, optionalPersonFields, personFields } from '../schema.ts';

export const addPerson = defineCommand({
  name: 'customers.add-person',
  permission: 'person.change',
  input: z.strictObject({
    ...optionalPersonFields,
    name: personFields.name,
    email: emailAddress().optional(),
    phone: line({ min: 3, max: 40 }).optional(),
    contacts: z.array(contactInput).max(50).optional(),
  }),
  output: Person,

  async run(ctx, { email, phone, contacts = [], ...fields }) {
    const blank = {
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      name: fields.name,
      organization_id: null,
      branch_id: null,
      locale: null,
      note: '',
      vip: false,
      vip_level: 0,
      favourite_channel: null,
      time_zone: null,
      quiet_from: null,
      quiet_to: null,
      merged_into_id: null,
      version: 1,
      created_at: ctx.now,
    };
    const card = changedCard(blank, fields);
    await requireBranchOf(ctx, card);
    await insertCard(ctx, card);
    await placeContacts(ctx, card.id, [
      ...(email ? [{ kind: 'email' as const, value: email }] : []),
      ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
      ...contacts,
    ]);
    await matchPeople(ctx, [card.id]);
    ctx.emit(personAdded, { personId: card.id }, { personId: card.id });
    return readPerson(ctx.tx, card.workspace_id, card.id);
  },
});
