import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { requirePerson } from '../../customers/public.ts';
import {
  answerInto,
  applyTo,
  isAnsweredByMail,
  lockTicketForIntake,
  openWithMessage,
  receiveInto,
  type Author,
  type Changes,
} from '../../tickets/public.ts';
import type { ChannelKind } from '../life/steps.ts';

/** A step of the demo company's life with the ids of what it is about. */
export type Played =
  | {
      readonly kind: 'open';
      readonly personId: string;
      readonly address: string | null;
      readonly channel: ChannelKind;
      readonly subject: string;
      readonly body: string;
      readonly state: Changes;
      readonly firstResponseDue: Date;
      readonly resolutionDue: Date;
    }
  | {
      readonly kind: 'wrote';
      readonly ticketId: string;
      readonly personId: string;
      readonly address: string | null;
      readonly body: string;
    }
  | {
      readonly kind: 'answered' | 'noted';
      readonly ticketId: string;
      readonly body: string;
      readonly address: string | null;
      readonly changes: Changes;
    }
  | { readonly kind: 'changed'; readonly ticketId: string; readonly changes: Changes };

type Ticket = NonNullable<Awaited<ReturnType<typeof lockTicketForIntake>>>;
type Part<K extends Played['kind']> = Extract<Played, { kind: K }>;

const desk = 'help@support-team.example';

/** By the same door as everything else; only the clock of whoever plays it shows another time. */
export const playStep = defineCommand({
  name: 'demo.play-step',
  permission: 'workspace.change',
  input: z.custom<Played>(),
  output: z.object({ ticketId: z.string().nullable() }),

  async run(ctx, step) {
    if (step.kind === 'open') {
      return { ticketId: await open(ctx, step) };
    }
    const ticket = await lockTicketForIntake(ctx, step.ticketId);
    if (ticket) {
      await goOn(ctx, ticket, step);
    }
    return { ticketId: ticket?.id ?? null };
  },
});

async function open(ctx: CommandContext, step: Part<'open'>): Promise<string> {
  const { personId, address, channel, subject, body, state } = step;
  const person = await requirePerson(ctx, personId);
  const { ticket } = await openWithMessage(ctx, {
    subject,
    requester: person,
    state,
    author: { kind: 'person', id: person.id, name: person.name, address },
    message: {
      body,
      channel: { kind: channel, id: null },
      mail: channel === 'email' ? header({ from: address, to: [desk], subject }) : null,
    },
  });
  await applyTo(ctx, ticket, {
    changes: {},
    occurrences: [],
    also: {
      first_response_due_at: step.firstResponseDue,
      resolution_due_at: step.resolutionDue,
    },
  });
  return ticket.id;
}

async function goOn(
  ctx: CommandContext,
  ticket: Ticket,
  step: Exclude<Played, { kind: 'open' }>,
): Promise<void> {
  if (step.kind === 'changed') {
    await applyTo(ctx, ticket, { changes: step.changes, occurrences: [] });
  } else if (step.kind === 'wrote') {
    await hear(ctx, ticket, step);
  } else {
    await say(ctx, ticket, step);
  }
}

async function hear(ctx: CommandContext, ticket: Ticket, step: Part<'wrote'>): Promise<void> {
  const { personId, address, body } = step;
  const person = await requirePerson(ctx, personId);
  await receiveInto(ctx, ticket, {
    author: { kind: 'person', id: person.id, name: person.name, address },
    message: {
      body,
      channel: { kind: address === null ? ticket.channel_kind : 'email', id: null },
      mail:
        address === null ? null : header({ from: address, to: [desk], subject: ticket.subject }),
    },
  });
}

async function say(
  ctx: CommandContext,
  ticket: Ticket,
  { kind, body, address, changes }: Part<'answered' | 'noted'>,
): Promise<void> {
  const { id, name } = ctx.actor;
  const author: Author = { kind: 'user', id, name, address: null };
  const leaves = kind === 'answered' && address !== null && isAnsweredByMail(ticket.channel_kind);
  await answerInto(ctx, ticket, {
    author,
    visibility: kind === 'answered' ? 'public' : 'internal',
    changes,
    message: {
      body,
      channel: { kind: ticket.channel_kind, id: null },
      mail: leaves ? header({ from: desk, to: [address], subject: `Re: ${ticket.subject}` }) : null,
      delivery: leaves
        ? {
            state: 'sent',
            code: null,
            detail: null,
            attempts: 1,
            at: ctx.now.toISOString(),
            nextAttemptAt: null,
          }
        : null,
    },
  });
}

const header = (known: { from: string | null; to: string[]; subject: string }) => ({
  ...known,
  messageId: null,
  cc: [],
  authentication: null,
});
