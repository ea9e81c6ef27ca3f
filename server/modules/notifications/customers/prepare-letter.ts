import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { LiquidError } from '../../../kernel/liquid/liquid.ts';
import type { GeneratedLetter } from '../../channels/public.ts';
import { readPerson, type Person } from '../../customers/public.ts';
import { readWorkspace } from '../../identity/public.ts';
import { readMailThread, readTicket } from '../../tickets/public.ts';
import { afterQuiet } from '../timing/hours.ts';
import type { Dispatch } from '../sending/dispatch-rows.ts';
import type { CustomerTexts } from '../schema.ts';
import type { NoticeTables } from '../tables.ts';
import { fillLetter } from './fill-letter.ts';
import { readCustomerNotices } from './read-settings.ts';

export type CustomerLetter = Omit<GeneratedLetter, 'id' | 'date'>;
export type Prepared =
  | { readonly letter: CustomerLetter }
  | { readonly dropped: string }
  | { readonly waitUntil: Date };

/** Letters of ours that one customer gets within a day, by themselves. */
export const mostADay = 6;
const dayMs = 24 * 3_600_000;
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

type Ticket = Awaited<ReturnType<typeof readTicket>>;

/** The letter as it would be now, or why it does not leave, or not yet. */
export async function prepareCustomerLetter(ctx: CommandContext, row: Dispatch): Promise<Prepared> {
  const { tx, actor } = ctx;
  const ticket = await findTicket(ctx, row.ticket_id ?? '');
  const notices = await readCustomerNotices(tx, actor.workspaceId);
  const setting = notices.find(({ kind }) => kind === row.kind);
  if (!ticket || !setting) {
    return { dropped: 'ticket_gone' };
  }
  const over = whyOver(row, ticket, setting.channelIds);
  if (over !== null) {
    return { dropped: over };
  }
  const to = await addressOf(ctx, ticket);
  const unwanted = to ? await whyUnwanted(ctx, row, ticket) : 'no_address';
  return to && unwanted === null
    ? letterTo(ctx, { ticket, to, texts: setting.texts })
    : { dropped: unwanted ?? 'no_address' };
}

async function findTicket({ tx, actor }: CommandContext, id: string): Promise<Ticket | null> {
  try {
    return await readTicket(tx, actor, id, { evenIfHidden: true });
  } catch (error) {
    if (error instanceof Refusal) {
      return null;
    }
    throw error;
  }
}

type Leaving = {
  readonly ticket: Ticket;
  readonly to: { readonly address: string; readonly messageId: string | null };
  readonly texts: CustomerTexts;
};

async function letterTo(
  { tx, actor, now }: CommandContext,
  { ticket, to, texts }: Leaving,
): Promise<Prepared> {
  const person = await readPerson(tx, actor.workspaceId, ticket.requester.id);
  const workspace = await readWorkspace(tx, actor.workspaceId);
  const awake = afterQuiet(now, quietOf(person), person.timeZone ?? workspace.timeZone);
  if (awake > now) {
    return { waitUntil: awake };
  }
  try {
    const filled = fillLetter(texts, person.locale ?? workspace.locale, { ticket, workspace, now });
    const { id, number, channel } = ticket;
    return {
      letter: {
        ...filled,
        kind: 'auto',
        to: { name: person.name, address: to.address },
        channelId: channel.id,
        ticket: { id, number },
        inReplyTo: to.messageId,
      },
    };
  } catch (error) {
    if (error instanceof LiquidError) {
      return { dropped: `template: ${error.problem.code}` };
    }
    throw error;
  }
}

/** The company, or the ticket, has changed its mind meanwhile. */
function whyOver(row: Dispatch, ticket: Ticket, channelIds: readonly string[]): string | null {
  const { status } = (row.words ?? {}) as { status?: string | null };
  if (ticket.channel.id === null || !channelIds.includes(ticket.channel.id)) {
    return 'off';
  }
  if (ticket.status === 'spam' || ticket.mergedInto !== null) {
    return 'ticket_gone';
  }
  return status && ticket.status !== status ? 'over' : null;
}

const quietOf = ({ quietHours }: Person) => quietHours && { ...quietHours, days: [] };

/** Where their last letter came from; else the first address of theirs. */
async function addressOf(
  { tx, actor }: CommandContext,
  { id, requester }: Ticket,
): Promise<{ address: string; messageId: string | null } | null> {
  const at = { workspaceId: actor.workspaceId, ticketId: id, before: lastId };
  const last = (await readMailThread(tx, at)).findLast(
    ({ direction, personId }) => direction === 'in' && personId === requester.id,
  );
  const address = last?.address ?? requester.email;
  return address ? { address, messageId: last?.mailMessageId ?? null } : null;
}

type Counted = NoticeTables & {
  message: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    direction: string;
    automatic: string | null;
  };
};

/** A machine is not answered, and nobody gets more than is bearable. */
async function whyUnwanted(
  { tx, actor, now }: CommandContext,
  row: Dispatch,
  { id, requester }: Ticket,
): Promise<string | null> {
  const first = await tx
    .withTables<Counted>()
    .selectFrom('message')
    .select('automatic')
    .where('workspace_id', '=', actor.workspaceId)
    .where('ticket_id', '=', id)
    .where('direction', '=', 'in')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (first?.automatic) {
    return 'automatic';
  }
  const { n } = await tx
    .withTables<Counted>()
    .selectFrom('notice_dispatch')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('workspace_id', '=', actor.workspaceId)
    .where('person_id', '=', requester.id)
    .where('created_at', '>', new Date(now.getTime() - dayMs))
    .where('state', 'in', ['sending', 'done'])
    .where('id', '<>', row.id)
    .executeTakeFirstOrThrow();
  return n >= mostADay ? 'too_many' : null;
}
