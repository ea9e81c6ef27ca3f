import { letterText } from './mail/letters.ts';
import type { Answer } from './caller.ts';
import type { Company, Person } from './company.ts';
import type { World } from './world.ts';

/** One of each thing that a path can name, all of one company. */
export type Things = {
  readonly company: Company;
  readonly world: World;
  readonly administrator: Person;
  readonly agent: Person;
  readonly team: string;
  readonly role: string;
  readonly person: string;
  readonly organization: string;
  readonly category: string;
  readonly ticket: string;
  /** With an answer that could not be sent. */
  readonly letterTicket: string;
  readonly letterMessage: string;
  readonly failedMessage: string;
  readonly file: string;
  readonly channel: string;
  readonly inbound: string;
  readonly quarantined: string;
  readonly mark: string;
};

let made = 0;

/** A new name each time, so that nothing collides with what was made before. */
export const fresh = (): string => `n${(made += 1)}`;

export async function makeThings(world: World, company: Company): Promise<Things> {
  const { administrator } = company;
  const add = async (at: `POST /${string}`, body: object) =>
    (await created(administrator.call(at, body))).id as string;
  const mark = fresh();
  const agent = await company.hire('agent');
  const channel = await add('POST /channels', mailbox());
  await world.mail(company, letterText(mark), { channelId: channel });
  const letterTicket = await ticketOf(administrator, `Question ${mark}`);
  const messages = await administrator.call(`GET /tickets/${letterTicket}/messages`);
  return {
    world,
    company,
    administrator,
    agent,
    mark,
    channel,
    letterTicket,
    letterMessage: messages.body.items[0].id as string,
    failedMessage: await failedAnswer(world, administrator, letterTicket),
    team: await add('POST /teams', { name: `Team ${mark}`, memberIds: [agent.id] }),
    role: await add('POST /roles', {
      name: `Role ${mark}`,
      permissions: ['ticket.read'],
      scope: 'all',
    }),
    person: await add('POST /people', { name: `Person ${mark}`, email: `${mark}@person.test` }),
    organization: await add('POST /organizations', { name: `Organization ${mark}` }),
    category: await add('POST /categories', { name: `Category ${mark}` }),
    ticket: await add('POST /tickets', newTicket()),
    file: await uploaded(administrator),
    inbound: await inboundOf(administrator, 'processed'),
    quarantined: await setAside(world, company),
  };
}

export const mailbox = () => ({
  kind: 'email',
  name: 'Mailbox',
  address: `${fresh()}@mailbox.test`,
  active: false,
  settings: {
    imap: { host: 'imap.mailbox.test', port: 993, security: 'tls', user: 'u', password: 'p' },
  },
});

export const newTicket = () => ({
  subject: 'Printer',
  body: 'It does not print',
  requester: { email: `${fresh()}@requester.test`, name: 'Rita' },
});

export async function uploaded(person: Person): Promise<string> {
  const type = { 'content-type': 'text/plain' };
  return (await created(person.call('POST /files?name=note.txt', 'A note', type))).id as string;
}

/** A letter that nobody could read, waiting for a person to look at it. */
export async function setAside(world: World, company: Company): Promise<string> {
  await world.mail(company, letterText(fresh()));
  const id = await inboundOf(company.administrator, 'processed');
  await world.admin.query(
    `update inbound set state = 'quarantined', ticket_id = null, message_id = null,
       error = '{"code": "letter.failed", "detail": "broken"}' where id = $1`,
    [id],
  );
  return id;
}

export async function failedAnswer(
  world: World,
  person: Person,
  ticketId: string,
): Promise<string> {
  const { id } = await created(
    person.call(`POST /tickets/${ticketId}/messages`, { body: 'Hello' }),
  );
  await world.settle();
  await world.admin.query(`update outgoing_letter set state = 'failed' where message_id = $1`, [
    id,
  ]);
  return id as string;
}

async function inboundOf(person: Person, state: string): Promise<string> {
  const { body } = await person.call(`GET /inbound?state=${state}&limit=1`);
  return body.items[0].id as string;
}

async function ticketOf(person: Person, subject: string): Promise<string> {
  const { body } = await person.call('GET /tickets?limit=200');
  return (body.items as { id: string; subject: string }[]).find((one) => one.subject === subject)
    ?.id as string;
}

export async function created(answering: Promise<Answer>): Promise<Record<string, unknown>> {
  const { status, body } = await answering;
  if (status !== 201) {
    throw new Error(`not made: ${status} ${JSON.stringify(body)}`);
  }
  return body as Record<string, unknown>;
}
