import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { emailAddress, line } from '../../../kernel/text.ts';
import { placeContacts } from '../contacts.ts';
import { personAdded } from '../events.ts';
import { Person, contactInput, personFields } from '../schema.ts';
import { insertPerson } from '../store.ts';
import { readPerson } from '../queries/get-person.ts';

export const addPerson = defineCommand({
  name: 'customers.add-person',
  permission: 'person.change',
  input: z.strictObject({
    name: personFields.name,
    email: emailAddress().optional(),
    phone: line({ min: 3, max: 40 }).optional(),
    contacts: z.array(contactInput).max(50).optional(),
    organizationId: personFields.organizationId.optional(),
    locale: personFields.locale.optional(),
    note: personFields.note.optional(),
    vip: personFields.vip.optional(),
  }),
  output: Person,

  async run(ctx, { email, phone, contacts = [], ...fields }) {
    const row = {
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      name: fields.name,
      organization_id: fields.organizationId ?? null,
      locale: fields.locale ?? null,
      note: fields.note ?? '',
      vip: fields.vip ?? false,
      version: 1,
      created_at: ctx.now,
    };
    await insertPerson(ctx, row);
    await placeContacts(ctx, row.id, [
      ...(email ? [{ kind: 'email' as const, value: email }] : []),
      ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
      ...contacts,
    ]);
    ctx.emit(personAdded, { personId: row.id }, { personId: row.id });
    return readPerson(ctx.tx, row.workspace_id, row.id);
  },
});
