import type { Desk, MessageRow, Page, TicketRow } from '../../e2e/otklik/desk.ts';
import { signIn } from '../../e2e/otklik/desk.ts';
import { sendLetter } from '../../e2e/otklik/send-letter.ts';
import type { Otklik } from '../../e2e/otklik/start-otklik.ts';
import { waitUntil } from '../../e2e/otklik/wait-until.ts';
import { quotation, rawLetter } from './letters.ts';
import type { Request, Story } from './story.ts';

export const password = 'long meadow phrase';
export type Servers = { readonly imapPort: number; readonly smtpPort: number };
type Named = { readonly id: string; readonly name: string };
type Filled = { readonly administrator: Desk; readonly shown: number };

type Stage = {
  readonly otklik: Otklik;
  readonly story: Story;
  /** The administrator first, then the colleagues. */
  readonly desks: readonly Desk[];
  readonly userIds: readonly string[];
  readonly teams: readonly Named[];
  readonly categories: readonly Named[];
};

/** Plays the story on an empty Otklik. @returns the administrator's desk and the number of the ticket to show */
export async function fill(otklik: Otklik, story: Story, servers: Servers): Promise<Filled> {
  const { company, locale, timeZone, administrator, colleagues } = story;
  await post(otklik, '/setup', {
    company,
    locale,
    timeZone,
    administrator: { ...administrator, password },
  });
  const first = await signIn(otklik, { email: administrator.email, password });
  const { items: roles } = await first.call<Page<Named & { key: string | null }>>('GET /roles');
  const agent = roles.find(({ key }) => key === 'agent');
  const desks = [first];
  const userIds = [(await first.call<{ user: Named }>('GET /session')).user.id];
  for (const colleague of colleagues) {
    const added = await first.call<Named>('POST /users', {
      ...colleague,
      roleId: agent?.id,
      password,
      locale,
    });
    userIds.push(added.id);
    desks.push(await signIn(otklik, { email: colleague.email, password }));
  }
  const all = async (path: string, bodies: readonly object[]) => {
    const made: Named[] = [];
    for (const body of bodies) {
      made.push(await first.call<Named>(`POST ${path}`, body));
    }
    return made;
  };
  const memberIds = (members: readonly number[]) => members.map((at) => userIds[at + 1]);
  const teams = await all(
    '/teams',
    story.teams.map(({ name, members }) => ({ name, memberIds: memberIds(members) })),
  );
  const categories = await all(
    '/categories',
    story.categories.map((name) => ({ name })),
  );
  await all('/organizations', story.organizations);
  await all('/templates', templatesOf(story));
  await all(
    '/channels',
    story.mailboxes.map((mailbox) => channel(mailbox, servers)),
  );
  await waitUntil('the mailboxes to be connected', async () => {
    const { items } = await first.call<Page<{ status: { state: string } }>>('GET /channels');
    return items.every(({ status }) => status.state === 'connected');
  });
  const stage = { otklik, story, desks, userIds, teams, categories };
  for (const [at, request] of story.requests.entries()) {
    await play(stage, request, at);
  }
  return { administrator: first, shown: (await ticketOf(stage, story.shown)).number };
}

const templatesOf = ({ templates, locale }: Story) =>
  templates.map(({ name, body }) => ({
    name,
    text: { [locale]: { body, html: `<p>${body}</p>` } },
  }));

async function post(otklik: Otklik, path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${otklik.url}/api/v1${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  }
}

function channel(
  { name, address, senderName }: Story['mailboxes'][number],
  { imapPort, smtpPort }: Servers,
) {
  const server = { host: '127.0.0.1', security: 'none', user: address, password };
  const settings = {
    imap: { ...server, port: imapPort },
    smtp: { ...server, port: smtpPort },
    senderName,
  };
  return { kind: 'email', name, address, settings };
}

async function play(stage: Stage, request: Request, at: number): Promise<void> {
  const { subject, text, attachment } = request;
  await letter(stage, request, {
    id: `story-${at}`,
    text,
    subject,
    ...(attachment && { attachment }),
  });
  const ticket = await ticketOf(stage, subject);
  await settle(stage, request, ticket);
  const writer = stage.desks[(request.assignee ?? -1) + 1] as Desk;
  for (const [turn, { by, text: said, ...more }] of (request.turns ?? []).entries()) {
    if (by === 'customer') {
      const quotes = 'quotes' in more && more.quotes === true;
      await answerAsCustomer(stage, request, { id: `story-${at}-${turn}`, said, ticket, quotes });
    } else {
      const visibility = by === 'note' ? 'internal' : 'public';
      await writer.call(`POST /tickets/${ticket.id}/messages`, { body: said, visibility });
      await sent(stage, ticket);
    }
  }
  if (request.status) {
    await stage.desks[0]?.call(`PATCH /tickets/${ticket.id}`, { status: request.status });
  }
}

async function settle(
  { desks, userIds, teams, categories }: Stage,
  request: Request,
  { id }: TicketRow,
) {
  const { assignee, team, category, priority, type, tags } = request;
  const changes = {
    ...(assignee !== undefined && { assigneeId: userIds[assignee + 1] }),
    ...(team !== undefined && { teamId: teams[team]?.id }),
    ...(category !== undefined && { categoryId: categories[category]?.id }),
    ...(priority && { priority }),
    ...(type && { type }),
    ...(tags && { tags }),
  };
  await desks[0]?.call(`PATCH /tickets/${id}`, changes);
}

type Written = {
  id: string;
  text: string;
  subject: string;
  inReplyTo?: string;
  attachment?: NonNullable<Request['attachment']>;
};

async function letter({ otklik, story }: Stage, request: Request, written: Written): Promise<void> {
  const to = story.mailboxes[request.mailbox ?? 0]?.address ?? '';
  const raw = rawLetter({ ...written, request, to });
  const handed = await sendLetter(otklik.smtpPort, raw, { from: request.address, to });
  if (!handed.taken) {
    throw new Error(`the letter “${written.subject}” was not taken: ${handed.reply}`);
  }
}

type Answer = { id: string; said: string; ticket: TicketRow; quotes: boolean };

async function answerAsCustomer(
  stage: Stage,
  request: Request,
  { id, said, ticket, quotes }: Answer,
): Promise<void> {
  const before = await messages(stage, ticket);
  const last = before.findLast(({ direction, mail }) => direction === 'out' && mail?.messageId);
  const writer = stage.story.administrator.name;
  const text = quotes ? said + quotation(last?.text ?? '', stage.story.locale, writer) : said;
  const inReplyTo = last?.mail?.messageId;
  await letter(stage, request, {
    id,
    text,
    subject: `Re: ${ticket.subject}`,
    ...(inReplyTo && { inReplyTo }),
  });
  await waitUntil(
    'the customer’s answer',
    async () => (await messages(stage, ticket)).length > before.length,
  );
}

async function messages({ desks }: Stage, { id }: TicketRow): Promise<MessageRow[]> {
  return (await (desks[0] as Desk).call<Page<MessageRow>>(`GET /tickets/${id}/messages`)).items;
}

const sent = (stage: Stage, ticket: TicketRow) =>
  waitUntil('the answer to be sent', async () =>
    (await messages(stage, ticket)).every(
      ({ direction, mail, delivery }) => direction === 'in' || !mail || delivery?.state === 'sent',
    ),
  );

const ticketOf = ({ desks }: Stage, subject: string): Promise<TicketRow> =>
  waitUntil(`the ticket “${subject}”`, async () => {
    const { items } = await (desks[0] as Desk).call<Page<TicketRow>>('GET /tickets?limit=100');
    return items.find((ticket) => ticket.subject === subject);
  });
