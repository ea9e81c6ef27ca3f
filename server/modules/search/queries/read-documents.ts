import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { ReadMessage, ReadTicket } from '../rules/document.ts';

export type TicketText = ReadTicket & {
  readonly id: string;
  readonly messages: readonly ReadMessage[];
};

type TicketLine = {
  id: string;
  subject: string;
  created_at: Date;
  tags: string[];
  requester: string | null;
  points: string[] | null;
};

type MessageLine = {
  id: string;
  ticket_id: string;
  visibility: 'public' | 'internal';
  body: string;
  quoted: string | null;
  signature: string | null;
  author_name: string;
  author_address: string | null;
  direction: 'in' | 'out';
  recipients: string[] | null;
};

const mostMessages = 2_000;
const mostCharacters = 60_000;

/** Tickets with their messages, or with those of `messageIds` only. What is gone is left out. */
export async function readTicketTexts(
  db: Reader,
  workspaceId: string,
  { ids, messageIds }: { ids: readonly string[]; messageIds?: readonly string[] },
): Promise<TicketText[]> {
  if (ids.length === 0) {
    return [];
  }
  const lines = await readLines(db, workspaceId, ids);
  const messages = messageIds
    ? await readNamed(db, workspaceId, messageIds)
    : await readAll(db, workspaceId, ids);
  const files = await readFileNames(db, workspaceId, messages);
  const byTicket = Map.groupBy(messages, (message) => message.ticket_id);
  return lines.map((line) => ({
    id: line.id,
    workspaceId,
    subject: line.subject,
    createdAt: line.created_at,
    tags: line.tags,
    people: [line.requester ?? '', ...(line.points ?? [])],
    messages: (byTicket.get(line.id) ?? []).map((message, at) => ({
      visibility: message.visibility,
      body: message.body,
      quoted: at === 0 && !messageIds ? message.quoted : null,
      signature: message.signature,
      authorName: message.author_name,
      authorAddress: message.author_address,
      fromCustomer: message.direction === 'in',
      recipients: message.recipients ?? [],
      fileNames: files.get(message.id) ?? [],
    })),
  }));
}

async function readLines(db: Reader, workspaceId: string, ids: readonly string[]) {
  const { rows } = await sql<TicketLine>`
    select ticket.id, ticket.subject, ticket.created_at, ticket.tags, person.name as requester,
      (select array_agg(value) from (select value from contact where contact.workspace_id = ${workspaceId}
        and contact.person_id = ticket.requester_id limit 20) as own) as points
    from ticket left join person on person.workspace_id = ticket.workspace_id and person.id = ticket.requester_id
    where ticket.workspace_id = ${workspaceId} and ticket.id = any(${sql.val(ids)}::uuid[])`.execute(
    db,
  );
  return rows;
}

const columns = sql`id, ticket_id, visibility, left(body, ${sql.lit(mostCharacters)}) as body,
  left(quoted, ${sql.lit(mostCharacters)}) as quoted, signature, author_name, author_address, direction,
  case when jsonb_typeof(mail -> 'to') = 'array' then array(select jsonb_array_elements_text(mail -> 'to')) end as recipients`;

async function readAll(db: Reader, workspaceId: string, ids: readonly string[]) {
  const { rows } = await sql<MessageLine>`
    select own.* from unnest(${sql.val(ids)}::uuid[]) as asked, lateral (
      select ${columns} from message where workspace_id = ${workspaceId} and ticket_id = asked
      order by id limit ${sql.lit(mostMessages)}) as own`.execute(db);
  return rows;
}

async function readNamed(db: Reader, workspaceId: string, ids: readonly string[]) {
  const { rows } = await sql<MessageLine>`
    select ${columns} from message
    where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[]) order by id`.execute(
    db,
  );
  return rows;
}

async function readFileNames(
  db: Reader,
  workspaceId: string,
  messages: readonly MessageLine[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ message_id: string; names: string[] }>`
    select message_file.message_id, array_agg(file.name) as names from message_file
    join file on file.workspace_id = message_file.workspace_id and file.id = message_file.file_id
    where message_file.workspace_id = ${workspaceId} and not message_file.inline
      and message_file.message_id = any(${sql.val(messages.map(({ id }) => id))}::uuid[])
    group by message_file.message_id`.execute(db);
  return new Map(rows.map((row) => [row.message_id, row.names]));
}

/** Of tickets that are in the index already: only those can be added to. */
export async function readIndexed(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ ticket_id: string }>`
    select ticket_id from search_index.ticket
    where workspace_id = ${workspaceId} and ticket_id = any(${sql.val(ids)}::uuid[])`.execute(db);
  return new Set(rows.map((row) => row.ticket_id));
}

const mostTicketsOfPerson = 100;

/** The newest of each: they carry the name and addresses of their customer. */
export async function readTicketsOf(
  db: Reader,
  workspaceId: string,
  people: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select own.id from unnest(${sql.val(people)}::uuid[]) as person, lateral (
      select id from ticket where workspace_id = ${workspaceId} and requester_id = person
      order by updated_at desc, id desc limit ${sql.lit(mostTicketsOfPerson)}) as own`.execute(db);
  return rows.map(({ id }) => id);
}
