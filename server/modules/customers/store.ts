import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { later } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import { preparedRead, preparedWrite } from '../../kernel/prepared.ts';
import type { ContactKind, CustomerTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type PersonRow = CustomerTables['person'];
export type OrganizationRow = CustomerTables['organization'];

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<CustomerTables>();

type ContactPoint = { workspaceId: string; kind: string; normalized: string };

export type KnownPerson = PersonRow & { readonly email: string | null };

const firstEmail = sql<
  string | null
>`(select value from contact as email where email.workspace_id = person.workspace_id
  and email.person_id = person.id and email.kind = 'email' order by email.created_at limit 1)`;

const personByContact = preparedRead<ContactPoint, KnownPerson>(
  (db, slot) =>
    db
      .withTables<CustomerTables>()
      .selectFrom('contact')
      .innerJoin('person', (join) =>
        join
          .onRef('person.workspace_id', '=', 'contact.workspace_id')
          .onRef('person.id', '=', 'contact.person_id'),
      )
      .selectAll('person')
      .select(firstEmail.as('email'))
      .where('contact.workspace_id', '=', slot.workspaceId)
      .where('contact.kind', '=', slot.kind as ContactKind)
      .where('contact.normalized', '=', slot.normalized)
      .compile(),
  { workspaceId: 'uuid', kind: 'text', normalized: 'text' },
);

export async function findPersonByContact(
  ctx: Pick<Context, 'tx' | 'actor'>,
  kind: string,
  normalized: string,
): Promise<KnownPerson | undefined> {
  const { workspaceId } = ctx.actor;
  const [person] = await personByContact.all(ctx.tx, { workspaceId, kind, normalized });
  return person;
}

const personById = preparedRead<{ workspaceId: string; id: string }, KnownPerson>((db, slot) =>
  db
    .withTables<CustomerTables>()
    .selectFrom('person')
    .selectAll('person')
    .select(firstEmail.as('email'))
    .where('workspace_id', '=', slot.workspaceId)
    .where('id', '=', slot.id)
    .compile(),
);

export async function findKnownPerson(ctx: Context, id: string): Promise<KnownPerson | undefined> {
  const [person] = await personById.all(ctx.tx, { workspaceId: ctx.actor.workspaceId, id });
  return person;
}

/** Held to the end of the transaction: the second of two writers with one new address waits, then finds the person. */
export function lockContactPoint(ctx: Context, kind: string, normalized: string): void {
  const key = `${ctx.actor.workspaceId}:${kind}:${normalized}`;
  later(ctx.tx, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 7))`.compile(ctx.tx));
}

const insertedPerson = preparedWrite<PersonRow, unknown>(
  { table: 'person', by: 'insert' },
  (db, slot) =>
    db
      .withTables<CustomerTables>()
      .insertInto('person')
      .values({
        workspace_id: slot.workspace_id,
        id: slot.id,
        name: slot.name,
        organization_id: slot.organization_id,
        locale: slot.locale,
        note: slot.note,
        vip: slot.vip,
        version: slot.version,
        created_at: slot.created_at,
      })
      .compile(),
);

const insertedContact = preparedWrite<CustomerTables['contact'], unknown>(
  { table: 'contact', by: 'insert' },
  (db, slot) =>
    db
      .withTables<CustomerTables>()
      .insertInto('contact')
      .values({
        workspace_id: slot.workspace_id,
        id: slot.id,
        person_id: slot.person_id,
        kind: slot.kind,
        value: slot.value,
        normalized: slot.normalized,
        created_at: slot.created_at,
      })
      .compile(),
);

/** A person nobody knew, with the one contact point that was locked for them. */
export function insertWriter(
  ctx: Context,
  person: PersonRow,
  contact: CustomerTables['contact'],
): void {
  insertedPerson.later(ctx.tx, person);
  insertedContact.later(ctx.tx, contact);
}

export async function insertContact(ctx: Context, row: CustomerTables['contact']): Promise<void> {
  await tables(ctx).insertInto('contact').values(row).execute();
}

export async function deleteContacts(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) {
    await tables(ctx)
      .deleteFrom('contact')
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', 'in', ids)
      .execute();
  }
}

export async function contactsOf(ctx: Context, personId: string) {
  return tables(ctx)
    .selectFrom('contact')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
}

export async function insertOrganization(ctx: Context, row: OrganizationRow): Promise<void> {
  await tables(ctx).insertInto('organization').values(row).execute();
}

export async function lockOrganization(ctx: Context, id: string): Promise<OrganizationRow> {
  const row = await tables(ctx)
    .selectFrom('organization')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'organization.not_found');
  }
  return row;
}

export async function saveOrganization(ctx: Context, row: OrganizationRow): Promise<void> {
  const { name, inn, note, version } = row;
  await tables(ctx)
    .updateTable('organization')
    .set({ name, inn, note, version })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', row.id)
    .execute();
}

export async function saveDomains(
  ctx: Context,
  organizationId: string,
  domains: readonly string[],
) {
  const workspaceId = ctx.actor.workspaceId;
  await tables(ctx)
    .deleteFrom('organization_domain')
    .where('workspace_id', '=', workspaceId)
    .where('organization_id', '=', organizationId)
    .execute();
  if (domains.length > 0) {
    await tables(ctx)
      .insertInto('organization_domain')
      .values(
        domains.map((domain) => ({
          workspace_id: workspaceId,
          domain,
          organization_id: organizationId,
        })),
      )
      .execute();
  }
}

export async function findOrganizationByDomain(ctx: Context, domain: string) {
  const [row] = await organizationByDomain.all(ctx.tx, {
    workspaceId: ctx.actor.workspaceId,
    domain,
  });
  return row?.organization_id ?? null;
}

const organizationByDomain = preparedRead<
  { workspaceId: string; domain: string },
  { organization_id: string }
>(
  (db, slot) =>
    db
      .withTables<CustomerTables>()
      .selectFrom('organization_domain')
      .select('organization_id')
      .where('workspace_id', '=', slot.workspaceId)
      .where('domain', '=', slot.domain)
      .compile(),
  { workspaceId: 'uuid', domain: 'text' },
);
