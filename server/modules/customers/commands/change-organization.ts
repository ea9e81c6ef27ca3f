import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { id } from '../../../kernel/text.ts';
import { placeInn } from '../main-entity.ts';
import { placeDomains } from '../domains.ts';
import { organizationChanged } from '../events.ts';
import { readOrganization } from '../queries/get-organization.ts';
import { Organization, organizationFields, seenVersion } from '../schema.ts';
import { lockOrganization, saveOrganization } from '../store.ts';

export const changeOrganization = defineCommand({
  name: 'customers.change-organization',
  permission: 'organization.change',
  input: z.strictObject({
    organizationId: id(),
    version: seenVersion.optional(),
    name: organizationFields.name.optional(),
    domains: organizationFields.domains.optional(),
    inn: organizationFields.inn.optional(),
    note: organizationFields.note.optional(),
  }),
  output: Organization,

  async run(ctx, { organizationId, version, domains, ...fields }) {
    const before = await lockOrganization(ctx, organizationId);
    mustBeCurrent(before, version);
    await saveOrganization(ctx, {
      ...before,
      name: fields.name ?? before.name,
      note: fields.note ?? before.note,
      version: before.version + 1,
    });
    if (domains) {
      await placeDomains(ctx, organizationId, domains);
    }
    if (fields.inn !== undefined) {
      await placeInn(ctx, { id: organizationId, name: fields.name ?? before.name }, fields.inn);
    }
    ctx.emit(organizationChanged, { organizationId });
    return readOrganization(ctx.tx, ctx.actor.workspaceId, organizationId);
  },
});
