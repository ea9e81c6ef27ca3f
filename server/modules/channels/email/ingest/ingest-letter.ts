import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { storable } from '../../../../kernel/text.ts';
import { recognisePerson } from '../../../customers/public.ts';
import {
  lockTicketForIntake,
  openWithMessage,
  receiveInto,
  recordBounce,
  registerFile,
  type Author,
  type Invitation,
  type NewMessage,
} from '../../../tickets/public.ts';
import { readChannel } from '../../channel-store.ts';
import {
  countLetter,
  findCopy,
  findReferences,
  insertReferences,
  lockWaiting,
  saveInbound,
  type InboundRow,
  type LetterCopy,
} from '../../inbound-store.ts';
import type { MailAuthentication } from '../../schema.ts';
import { threadKeys } from '../threading/thread-keys.ts';
import { findThread, type ThreadParts } from './find-thread.ts';
import type { Understood } from './understand.ts';

export type StoredLetterFile = { readonly hash: string; readonly size: number };

export type LetterToIngest = {
  readonly inboundId: string;
  readonly channelId: string;
  readonly externalId: string;
  readonly understood: Understood;
  /** In the order of `understood.files`; their bytes are safe on disk. */
  readonly stored: readonly StoredLetterFile[];
  readonly authentication: MailAuthentication | null;
};

const Outcome = z.object({
  outcome: z.enum(['ticket', 'reply', 'bounce', 'duplicate', 'own', 'gone']),
  ticketId: z.string().nullable(),
});
type Outcome = z.infer<typeof Outcome>;

type Taken = LetterToIngest & {
  readonly row: InboundRow;
  readonly copy: LetterCopy | null;
  readonly teamId: string | null;
};

/** Letters of one address within an hour after which a machine is assumed, and nothing automatic answers it. */
const lettersAnHour = 30;

/** One letter becomes a message of a ticket, exactly once: the row of the letter is the receipt. */
export const ingestLetter = (parts: ThreadParts) =>
  defineCommand({
    name: 'channels.ingest-letter',
    permission: 'letter.receive',
    input: z.custom<LetterToIngest>(),
    output: Outcome,

    async run(ctx, input) {
      const [row, channel, copy] = await Promise.all([
        lockWaiting(ctx, input.inboundId),
        readChannel(ctx, input.channelId),
        findCopy(ctx, input),
      ]);
      if (!row) {
        return { outcome: 'gone' as const, ticketId: null };
      }
      const taken = { ...input, row, copy, teamId: channel.team_id };
      const { messageId, ...outcome } = await take(ctx, taken, parts);
      const { letter, writer } = input.understood;
      saveInbound(ctx, row.id, {
        state: 'processed',
        outcome: outcome.outcome,
        ticket_id: outcome.ticketId,
        message_id: messageId,
        sender: storable(writer.address).slice(0, 320),
        subject: storable(letter.subject).slice(0, 500),
        processed_at: ctx.now,
        error: null,
      });
      return outcome;
    },
  });

type Result = Outcome & { messageId: string | null };

async function take(ctx: CommandContext, taken: Taken, parts: ThreadParts): Promise<Result> {
  const { automatic, bounce } = taken.understood;
  if (automatic.reason === 'own_mark') {
    // A letter that we sent has come back to us, e.g. as a copy to a mailbox of ours.
    return { outcome: 'own', ticketId: null, messageId: null };
  }
  if (taken.copy) {
    // By its content, not by its Message-ID: there are programs that give one id to all their letters.
    return { outcome: 'duplicate', ...taken.copy };
  }
  if (bounce) {
    const returned = await attachBounce(ctx, taken);
    if (returned) {
      return { outcome: 'bounce', ...returned };
    }
  }
  return join(ctx, taken, parts);
}

async function attachBounce(ctx: CommandContext, { understood }: Taken) {
  const { bounce, letter } = understood;
  const ids = [bounce?.originalMessageId, ...threadKeys(letter)].filter((id) => id != null);
  const known = new Map((await findReferences(ctx, ids)).map((found) => [found.messageId, found]));
  const original = ids.map((id) => known.get(id)).find((found) => found?.ticketMessageId);
  if (!bounce || !original?.ticketMessageId) {
    return null;
  }
  const at = { ticketId: original.ticketId, messageId: original.ticketMessageId };
  for (const { address, reason, hard, diagnostic } of bounce.recipients.slice(0, 20)) {
    await recordBounce(ctx, at, {
      recipient: storable(address).slice(0, 320),
      code: reason,
      hard,
      detail: storable(diagnostic).slice(0, 2000),
      at: ctx.now.toISOString(),
    });
  }
  return at;
}

async function join(ctx: CommandContext, taken: Taken, parts: ThreadParts): Promise<Result> {
  const { letter, writer } = taken.understood;
  const address = storable(writer.address).slice(0, 320);
  // Sent together: none of them needs what another one finds.
  const [person, lettersThisHour, thread] = await Promise.all([
    recognisePerson(ctx, { kind: 'email', value: address, name: storable(writer.name) }),
    countLetter(ctx, address.toLowerCase(), ctx.now),
    findThread(ctx, letter, parts),
  ]);
  const author: Author = { kind: 'person', id: person.id, name: person.name, address };
  const message = await messageOf(ctx, taken, lettersThisHour);
  const ticket = thread && (await lockTicketForIntake(ctx, thread.ticketId));
  const received = ticket
    ? await receiveInto(ctx, ticket, { author, message })
    : await openWithMessage(ctx, {
        subject: storable(letter.subject),
        requester: person,
        state: { ...(taken.teamId && { teamId: taken.teamId }) },
        author,
        message,
      });
  insertReferences(
    ctx,
    { ticketId: received.ticket.id, ticketMessageId: received.messageId },
    { own: letter.messageId, awaited: threadKeys(letter).slice(0, 20) },
  );
  return {
    outcome: ticket ? 'reply' : 'ticket',
    ticketId: received.ticket.id,
    messageId: received.messageId,
  };
}

async function messageOf(ctx: CommandContext, taken: Taken, lettersThisHour: number) {
  const { understood, row, stored, authentication } = taken;
  const { letter, files, automatic, bounce } = understood;
  const attached = [];
  for (const [index, { fileId, name, contentType, inline, contentId }] of files.entries()) {
    const bytes = stored[index];
    if (bytes) {
      await registerFile(ctx, {
        ...bytes,
        id: fileId,
        name,
        contentType: contentType.slice(0, 255),
      });
      attached.push({ fileId, inline, contentId: contentId && storable(contentId).slice(0, 500) });
    }
  }
  const loops = lettersThisHour > lettersAnHour ? 'loop' : null;
  return {
    body: understood.body,
    quoted: understood.quoted,
    signature: understood.signature,
    html: understood.html,
    quotedHtml: understood.quotedHtml,
    blockedImages: understood.blockedImages,
    files: attached,
    channel: { kind: 'email', id: row.channel_id },
    mail: {
      messageId: letter.messageId,
      from: letter.from && mailboxText(letter.from),
      to: letter.to.slice(0, 200).map(mailboxText),
      cc: letter.cc.slice(0, 200).map(mailboxText),
      subject: storable(letter.subject).slice(0, 1000),
      authentication: authentication && {
        spf: authentication.spf,
        dkim: dkimOf(authentication),
        dmarc: authentication.dmarc,
      },
    },
    invitation: invitationOf(understood),
    automatic: bounce ? 'bounce' : (automatic.automatic ?? loops),
    sourceId: row.id,
  } satisfies NewMessage;
}

function dkimOf({ dkim }: MailAuthentication): string {
  return dkim.some(({ result }) => result === 'pass') ? 'pass' : (dkim[0]?.result ?? 'none');
}

function invitationOf({ letter: { invitation } }: Understood): Invitation | null {
  return (
    invitation && {
      method: invitation.method,
      summary: storable(invitation.summary).slice(0, 500),
      location: storable(invitation.location).slice(0, 500),
      organizer: invitation.organizer && mailboxText(invitation.organizer),
      startsAt: invitation.startsAt,
      endsAt: invitation.endsAt,
    }
  );
}

const mailboxText = ({ name, address }: { name: string; address: string }): string =>
  storable(name ? `${name} <${address}>` : address).slice(0, 700);
