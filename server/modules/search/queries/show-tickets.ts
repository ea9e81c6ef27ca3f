import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import {
  beginningsPattern,
  exactPattern,
  marksIn,
  stemsOf,
  trimmedExcerpt,
} from '../rules/marks.ts';
import type { Wanted } from '../rules/wanted.ts';
import type { Excerpt, FoundTicket } from '../schema.ts';

type Line = Pick<
  FoundTicket,
  'id' | 'number' | 'subject' | 'status' | 'priority' | 'type' | 'tags' | 'preview'
> & {
  requester_id: string;
  requester: string | null;
  organization_id: string | null;
  organization: string | null;
  team_id: string | null;
  team: string | null;
  assignee_id: string | null;
  assignee: string | null;
  created_at: Date;
  updated_at: Date;
};

export type Shown = {
  readonly actor: Actor;
  readonly wanted: readonly Wanted[];
  readonly readsNotes: boolean;
  readonly place: 'notes' | 'subject' | null;
};

/** Tickets named by id, which the actor is known to see, with the places of what was found. */
export async function showTickets(
  db: Reader,
  ids: readonly string[],
  shown: Shown,
): Promise<FoundTicket[]> {
  const stems = stemsOf(
    shown.wanted.filter(({ clause }) => !clause.negative).flatMap(({ sequences }) => sequences),
  );
  const [lines, excerpts] = await Promise.all([
    readLines(db, shown.actor.workspaceId, ids),
    readExcerpts(db, ids, { ...shown, stems }),
  ]);
  return ids.flatMap((id) => {
    const line = lines.get(id);
    return line ? [foundTicket(line, stems, excerpts.get(id) ?? [])] : [];
  });
}

function foundTicket(
  line: Line,
  stems: ReadonlySet<string>,
  excerpts: readonly Excerpt[],
): FoundTicket {
  const named = (id: string | null, name: string | null) =>
    id === null ? null : { id, name: name ?? '' };
  const requester = { id: line.requester_id, name: line.requester ?? '' };
  return {
    kind: 'ticket',
    id: line.id,
    number: line.number,
    subject: line.subject,
    subjectMarks: marksIn(line.subject, stems),
    status: line.status,
    priority: line.priority,
    type: line.type,
    requester,
    requesterMarks: marksIn(requester.name, stems),
    organization: named(line.organization_id, line.organization),
    team: named(line.team_id, line.team),
    assignee: named(line.assignee_id, line.assignee),
    tags: line.tags,
    preview: line.preview,
    createdAt: line.created_at.toISOString(),
    updatedAt: line.updated_at.toISOString(),
    excerpts: [...excerpts],
  };
}

async function readLines(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Line>> {
  const name = (table: string, column: string) => sql`(select name from ${sql.table(table)} as own
    where own.workspace_id = ticket.workspace_id and own.id = ${sql.ref(`ticket.${column}`)})`;
  const { rows } = await sql<Line>`
    select id, number, subject, status, priority, type, tags, preview, requester_id, organization_id, team_id,
      assignee_id, created_at, updated_at, ${name('person', 'requester_id')} as requester,
      ${name('organization', 'organization_id')} as organization, ${name('team', 'team_id')} as team,
      ${name('user_account', 'assignee_id')} as assignee
    from ticket where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((line) => [line.id, line]));
}

type Piece = {
  id: string;
  ticket_id: string;
  visibility: 'public' | 'internal';
  author_name: string;
  created_at: Date;
  cut: string;
  begins: boolean;
  ends: boolean;
};

const excerptsEach = 2;
const before = 90;
const cutLength = 300;
const mostText = 60_000;

type Excerpting = Shown & { readonly stems: ReadonlySet<string> };

/** The newest messages of each ticket that have one of the words, cut around the first of them. */
async function readExcerpts(
  db: Reader,
  ids: readonly string[],
  { actor, stems, readsNotes, place }: Excerpting,
): Promise<Map<string, Excerpt[]>> {
  const pattern = beginningsPattern(stems);
  if (pattern === null || place === 'subject' || ids.length === 0) {
    return new Map();
  }
  const seen = sql.join(
    [
      sql`message.workspace_id = ${actor.workspaceId}`,
      sql`message.ticket_id = asked`,
      ...(readsNotes ? [] : [sql`message.visibility = 'public'`]),
      ...(place === 'notes' ? [sql`message.visibility = 'internal'`] : []),
    ],
    sql` and `,
  );
  const { rows } = await sql<Piece>`
    select piece.*, substr(piece.body, piece.start, ${cutLength}::int) as cut, piece.start = 1 as begins,
      length(piece.body) < piece.start + ${cutLength}::int as ends
    from unnest(${sql.val(ids)}::uuid[]) as asked, lateral (
      select id, ticket_id, visibility, author_name, created_at, body,
        greatest(1, regexp_instr(body, ${pattern}) - ${before}::int) as start
      from (select id, ticket_id, visibility, author_name, created_at, left(body, ${mostText}::int) as body
        from message where ${seen} order by id desc limit 200) as message
      where body ~ ${pattern} order by id desc limit ${excerptsEach}) as piece`.execute(db);
  const excerpts = rows.map((row) => ({ ticketId: row.ticket_id, excerpt: excerptOf(row, stems) }));
  const telling = excerpts.filter(({ excerpt }) => excerpt.marks.length > 0);
  return new Map(
    [...Map.groupBy(telling, ({ ticketId }) => ticketId)].map(([id, list]) => [
      id,
      list.map(({ excerpt }) => excerpt),
    ]),
  );
}

function excerptOf(piece: Piece, stems: ReadonlySet<string>): Excerpt {
  const text = trimmedExcerpt(piece.cut, piece);
  const whole = `${piece.begins ? '' : '… '}${text}${piece.ends ? '' : ' …'}`;
  return {
    messageId: piece.id,
    visibility: piece.visibility,
    author: piece.author_name,
    at: piece.created_at.toISOString(),
    text: whole,
    marks: marksIn(whole, stems),
  };
}

/** Of tickets whose words stand in the right order in some form, those that have them exactly so. */
export async function havingExactly(
  db: Reader,
  ids: readonly string[],
  { actor, wanted, readsNotes, place }: Shown,
): Promise<string[]> {
  const patterns = wanted
    .filter(({ clause }) => clause.kind === 'exact' && !clause.negative)
    .map(({ words }) => exactPattern(words));
  if (patterns.length === 0 || ids.length === 0) {
    return [...ids];
  }
  const visible =
    place === 'notes' ? ['internal'] : readsNotes ? ['public', 'internal'] : ['public'];
  const texts =
    place === 'subject'
      ? sql`false`
      : sql`exists (
    select from message where message.workspace_id = ${actor.workspaceId} and message.ticket_id = ticket.id
      and message.visibility = any(${sql.val(visible)}::text[])
      and concat_ws(' | ', message.body, message.quoted, message.signature, message.author_name) ~ pattern)`;
  const { rows } = await sql<{ id: string }>`
    select id from ticket where workspace_id = ${actor.workspaceId} and id = any(${sql.val(ids)}::uuid[])
      and not exists (select from unnest(${sql.val(patterns)}::text[]) as pattern
        where not (${place === 'notes' ? sql`false` : sql`subject ~ pattern`} or ${texts}))`.execute(
    db,
  );
  const having = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => having.has(id));
}
