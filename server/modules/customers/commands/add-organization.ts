import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { organizationAdded } from '../events.ts';
import { placeInn } from '../main-entity.ts';
import { placeDomains } from '../domains.ts';
import { readOrganization } from '../queries/get-organization.ts';
import { Organization, organizationFields } from '../schema.ts';
import { insertOrganization } from '../store.ts';

export const addOrganization = defineCommand({
  name: 'customers.add-organization',
  permission: 'organization.change',
  input: z.strictObject({
    name: organizationFields.name,
    domains: organizationFields.domains.optional(),
    inn: organizationFields.inn.optional(),
    note: organizationFields.note.optional(),
  }),
  output: Organization,

  async run(ctx, { name, domains = [], inn = null, note = '' }) {
    const id = newId();
    const workspaceId = ctx.actor.workspaceId;
    await insertOrganization(ctx, {
      workspace_id: workspaceId,
      id,
      name,
      inn: null,
      note,
      version: 1,
      created_at: ctx.now,
    });
    await placeDomains(ctx, id, domains);
    await placeInn(ctx, { id, name }, inn);
    ctx.emit(organizationAdded, { organizationId: id });
    return readOrganization(ctx.tx, workspaceId, id);
  },
});
