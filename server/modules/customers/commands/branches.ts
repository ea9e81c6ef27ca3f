import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { id } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { organizationChanged } from '../events.ts';
import {
  deleteBranch,
  insertBranch,
  lockBranch,
  saveBranch,
  type BranchRow,
} from '../place-store.ts';
import { Branch, branchFields, seenVersion } from '../schema.ts';

const toBranch = (row: BranchRow): Branch => ({
  id: row.id,
  organizationId: row.organization_id,
  name: row.name,
  address: row.address,
  timeZone: row.time_zone,
  version: row.version,
});

export const addBranch = defineCommand({
  name: 'customers.add-branch',
  permission: 'organization.change',
  input: z.strictObject({
    organizationId: id(),
    name: branchFields.name,
    address: branchFields.address.optional(),
    timeZone: branchFields.timeZone.optional(),
  }),
  output: Branch,

  async run(ctx, { organizationId, name, address = '', timeZone = null }) {
    const row: BranchRow = {
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      organization_id: organizationId,
      name,
      address,
      time_zone: timeZone,
      version: 1,
      created_at: ctx.now,
    };
    await insertBranch(ctx, row);
    ctx.emit(organizationChanged, { organizationId });
    return toBranch(row);
  },
});

export const changeBranch = defineCommand({
  name: 'customers.change-branch',
  permission: 'organization.change',
  input: z.strictObject({
    branchId: id(),
    version: seenVersion.optional(),
    name: branchFields.name.optional(),
    address: branchFields.address.optional(),
    timeZone: branchFields.timeZone.optional(),
  }),
  output: Branch,

  async run(ctx, { branchId, version, name, address, timeZone }) {
    const before = await lockBranch(ctx, branchId);
    mustBeCurrent(before, version);
    const after: BranchRow = {
      ...before,
      name: name ?? before.name,
      address: address ?? before.address,
      time_zone: timeZone === undefined ? before.time_zone : timeZone,
      version: before.version + 1,
    };
    await saveBranch(ctx, after);
    ctx.emit(organizationChanged, { organizationId: before.organization_id });
    return toBranch(after);
  },
});

/** People who were there stay with the organization. */
export const removeBranch = defineCommand({
  name: 'customers.remove-branch',
  permission: 'organization.change',
  input: z.strictObject({ branchId: id() }),
  output: z.null(),

  async run(ctx, { branchId }) {
    const before = await lockBranch(ctx, branchId);
    await deleteBranch(ctx, branchId);
    ctx.emit(organizationChanged, { organizationId: before.organization_id });
    return null;
  },
});
