import type { CommandContext } from '../../kernel/commands.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { survivorOf } from './card-store.ts';
import { countryFor } from './countries.ts';
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
  /** Their first address. */
  readonly email: string | null;
  readonly isNew: boolean;
};

/** The person whom a contact point already belongs to; null when nobody has it, or it is none. */
export async function findWriter(
  ctx: Pick<CommandContext, 'tx' | 'actor'>,
  { kind, value }: Writer,
): Promise<RecognisedPerson | null> {
  const normalized = normalizeContact(kind, value, await countryFor(ctx, kind));
  const known = normalized && (await store.findPersonByContact(ctx, kind, normalized));
  return known ? recognised(known, false) : null;
}

/** The person behind a contact point; made when nobody has it yet. Part of a command of any module that takes letters in. */
export async function recognisePerson(
  ctx: CommandContext,
  writer: Writer,
): Promise<RecognisedPerson> {
  return (await findWriter(ctx, writer)) ?? addWriter(ctx, writer);
}

/** Makes the person of a contact point that nobody had when `findWriter` asked, unless somebody else has meanwhile. */
export async function addWriter(
  ctx: CommandContext,
  { kind, value, name }: Writer,
): Promise<RecognisedPerson> {
  const normalized = normalizeContact(kind, value, await countryFor(ctx, kind));
  if (normalized === null) {
    throw invalid(`requester.${kind}`, `not_${kind}`);
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
  return recognised({ ...row, email: kind === 'email' ? value : null }, true);
}

/** A person that must exist, e.g. named by id in the API. */
export async function requirePerson(ctx: CommandContext, id: string): Promise<RecognisedPerson> {
  const row = await store.findKnownPerson(ctx, await survivorOf(ctx, id));
  if (!row) {
    throw new Refusal('not_allowed', 'person.not_found');
  }
  return recognised(row, false);
}

const recognised = (row: store.KnownPerson, isNew: boolean): RecognisedPerson => ({
  id: row.id,
  name: row.name,
  organizationId: row.organization_id,
  email: row.email,
  isNew,
});
