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
  store.lockContactPoint(ctx, kind, normalized);
  const domain = kind === 'email' ? workDomain(normalized) : null;
  const [meanwhile, organizationId] = await Promise.all([
    store.findPersonByContact(ctx, kind, normalized),
    domain ? store.findOrganizationByDomain(ctx, domain) : null,
  ]);
  return meanwhile
    ? recognised(meanwhile, false)
    : addPersonWith(ctx, { kind, value: value.trim(), normalized, name, organizationId });
}

type NewWriter = Writer & { normalized: string; organizationId: string | null };

function addPersonWith(ctx: CommandContext, writer: NewWriter): RecognisedPerson {
  const { kind, value, normalized, name } = writer;
  const row: store.PersonRow = {
    workspace_id: ctx.actor.workspaceId,
    id: newId(),
    name: name?.trim().slice(0, 300) || (kind === 'email' ? nameFromAddress(value) : value),
    organization_id: writer.organizationId,
    locale: null,
    note: '',
    vip: false,
    version: 1,
    created_at: ctx.now,
  };
  store.insertWriter(ctx, row, {
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
