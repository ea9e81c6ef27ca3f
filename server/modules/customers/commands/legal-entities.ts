import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { newId } from '../../../kernel/ids.ts';
import { id } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { organizationChanged } from '../events.ts';
import {
  deleteEntity,
  insertEntity,
  lockEntity,
  saveEntity,
  type EntityRow,
} from '../place-store.ts';
import { toEntity } from '../queries/list-legal-entities.ts';
import { mustBeRight } from '../requisites/must-be-right.ts';
import { LegalEntity, legalEntityFields, seenVersion } from '../schema.ts';

/** A legal entity of an organization, or, without one, of our own company: that is a setting, and audited as such. */
export const addLegalEntity = defineCommand({
  name: 'customers.add-legal-entity',
  permission: 'organization.change',
  input: z.strictObject({
    organizationId: id().nullable(),
    kind: legalEntityFields.kind,
    name: legalEntityFields.name,
    inn: legalEntityFields.inn.optional(),
    kpp: legalEntityFields.kpp.optional(),
    ogrn: legalEntityFields.ogrn.optional(),
    address: legalEntityFields.address.optional(),
  }),
  output: LegalEntity,

  async run(
    ctx,
    { organizationId, kind, name, inn = null, kpp = null, ogrn = null, address = '' },
  ) {
    const row: EntityRow = {
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      organization_id: organizationId,
      kind,
      name,
      inn,
      kpp,
      ogrn,
      address,
      version: 1,
      created_at: ctx.now,
    };
    mustBeRight(row);
    await insertEntity(ctx, row);
    record(ctx, null, row);
    return toEntity(row);
  },
});

export const changeLegalEntity = defineCommand({
  name: 'customers.change-legal-entity',
  permission: 'organization.change',
  input: z.strictObject({
    entityId: id(),
    version: seenVersion.optional(),
    kind: legalEntityFields.kind.optional(),
    name: legalEntityFields.name.optional(),
    inn: legalEntityFields.inn.optional(),
    kpp: legalEntityFields.kpp.optional(),
    ogrn: legalEntityFields.ogrn.optional(),
    address: legalEntityFields.address.optional(),
  }),
  output: LegalEntity,

  async run(ctx, { entityId, version, ...asked }) {
    const before = await lockEntity(ctx, entityId);
    mustBeCurrent(before, version);
    const named = Object.fromEntries(
      Object.entries(asked).filter(([, value]) => value !== undefined),
    );
    const after: EntityRow = { ...before, ...named, version: before.version + 1 };
    mustBeRight(after);
    await saveEntity(ctx, after);
    record(ctx, before, after);
    return toEntity(after);
  },
});

export const removeLegalEntity = defineCommand({
  name: 'customers.remove-legal-entity',
  permission: 'organization.change',
  input: z.strictObject({ entityId: id() }),
  output: z.null(),

  async run(ctx, { entityId }) {
    const before = await lockEntity(ctx, entityId);
    await deleteEntity(ctx, entityId);
    record(ctx, before, null);
    return null;
  },
});

function record(ctx: CommandContext, before: EntityRow | null, after: EntityRow | null): void {
  const row = after ?? before;
  if (!row) {
    return;
  }
  if (row.organization_id !== null) {
    ctx.emit(organizationChanged, { organizationId: row.organization_id });
    return;
  }
  mustBePermitted(ctx.actor, 'workspace.change');
  const said = (entity: EntityRow | null) =>
    entity && {
      name: entity.name,
      inn: entity.inn,
      kpp: entity.kpp,
      ogrn: entity.ogrn,
      address: entity.address,
    };
  ctx.audit({
    action: `legal-entity.${before === null ? 'added' : after === null ? 'removed' : 'changed'}`,
    subject: { kind: 'legal-entity', id: row.id, name: row.name },
    before: said(before),
    after: said(after),
  });
}
