import type { CommandContext } from '../../kernel/commands.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { personAdded } from './events.ts';
import { nameFromAddress, normalizeContact, workDomain } from './rules.ts';
import type { ContactKind } from './schema.ts';
import * as store from './store.ts';

export type Writer = {
  readonly kind: ContactKind;
  readonly value: string;
  readonly name?: string | undefined;
};

export type RecognisedPerson = {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string | null;
  readonly isNew: boolean;
};

/** The person behind a contact point; made when nobody has it yet. Part of a command of any module that takes letters in. */
export async function recognisePerson(
  ctx: CommandContext,
  { kind, value, name }: Writer,
): Promise<RecognisedPerson> {
  const normalized = normalizeContact(kind, value);
  if (normalized === null) {
    throw invalid(`requester.${kind}`, `not_${kind}`);
  }
  const known = await store.findPersonByContact(ctx, kind, normalized);
  if (known) {
    return recognised(known, false);
  }
  await store.lockContactPoint(ctx, kind, normalized);
  const meanwhile = await store.findPersonByContact(ctx, kind, normalized);
  if (meanwhile) {
    return recognised(meanwhile, false);
  }
  return addPersonWith(ctx, { kind, value: value.trim(), normalized, name });
}

async function addPersonWith(ctx: CommandContext, writer: Writer & { normalized: string }) {
  const { kind, value, normalized, name } = writer;
  const domain = kind === 'email' ? workDomain(normalized) : null;
  const row: store.PersonRow = {
    workspace_id: ctx.actor.workspaceId,
    id: newId(),
    name: name?.trim().slice(0, 300) || (kind === 'email' ? nameFromAddress(value) : value),
    organization_id: domain ? await store.findOrganizationByDomain(ctx, domain) : null,
    locale: null,
    note: '',
    vip: false,
    version: 1,
    created_at: ctx.now,
  };
  await store.insertPerson(ctx, row);
  await store.insertContact(ctx, {
    workspace_id: row.workspace_id,
    id: newId(),
    person_id: row.id,
    kind,
    value,
    normalized,
    created_at: ctx.now,
  });
  ctx.emit(personAdded, { personId: row.id }, { personId: row.id });
  return recognised(row, true);
}

/** A person that must exist, e.g. named by id in the API. */
export async function requirePerson(ctx: CommandContext, id: string): Promise<RecognisedPerson> {
  const row = await store.findPerson(ctx, id);
  if (!row) {
    throw new Refusal('not_allowed', 'person.not_found');
  }
  return recognised(row, false);
}

const recognised = (row: store.PersonRow, isNew: boolean): RecognisedPerson => ({
  id: row.id,
  name: row.name,
  organizationId: row.organization_id,
  isNew,
});
