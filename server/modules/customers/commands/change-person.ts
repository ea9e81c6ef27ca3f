import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { id } from '../../../kernel/text.ts';
import { placeContacts } from '../contacts.ts';
import { personChanged } from '../events.ts';
import { readPerson } from '../queries/get-person.ts';
import { Person, contactInput, personFields, seenVersion } from '../schema.ts';
import { lockPerson, savePerson } from '../store.ts';

export const changePerson = defineCommand({
  name: 'customers.change-person',
  permission: 'person.change',
  input: z.strictObject({
    personId: id(),
    version: seenVersion.optional(),
    name: personFields.name.optional(),
    contacts: z.array(contactInput).max(50).optional(),
    organizationId: personFields.organizationId.optional(),
    locale: personFields.locale.optional(),
    note: personFields.note.optional(),
    vip: personFields.vip.optional(),
  }),
  output: Person,

  async run(ctx, { personId, version, contacts, ...fields }) {
    const before = await lockPerson(ctx, personId);
    mustBeCurrent(before, version);
    await savePerson(ctx, {
      ...before,
      name: fields.name ?? before.name,
      organization_id:
        fields.organizationId === undefined ? before.organization_id : fields.organizationId,
      locale: fields.locale === undefined ? before.locale : fields.locale,
      note: fields.note ?? before.note,
      vip: fields.vip ?? before.vip,
      version: before.version + 1,
    });
    if (contacts) {
      await placeContacts(ctx, personId, contacts);
    }
    ctx.emit(personChanged, { personId }, { personId });
    return readPerson(ctx.tx, ctx.actor.workspaceId, personId);
  },
});
