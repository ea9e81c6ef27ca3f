import { z } from 'zod';
import { systemActor } from '../../../kernel/actor.ts';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import type { Executor } from '../../../kernel/executor.ts';
import { recognisePerson } from '../../customers/public.ts';
import { openWithMessage, putIntoSpam, registerFile } from '../../tickets/public.ts';
import { lockWaiting, saveInbound, type InboundRow } from '../inbound-store.ts';
import type { LetterReader } from '../runner/letter-line.ts';
import type { Blocked } from '../screening/block-list.ts';
import { holdBlocked } from '../screening/hold-blocked.ts';
import type { Screening } from '../screening/screening.ts';
import { readPlace } from './form-store.ts';
import { Submission } from './schema.ts';
import { formWords } from './words.data.ts';

type ToIngest = {
  readonly inboundId: string;
  readonly submission: Submission;
  readonly blocked: Blocked | null;
};

/** One submission becomes one ticket, exactly once: its row is the receipt. */
export const ingestSubmission = defineCommand({
  name: 'channels.ingest-submission',
  permission: 'letter.receive',
  input: z.custom<ToIngest>(),
  output: z.object({ ticketId: z.string().nullable() }),

  async run(ctx, { inboundId, submission, blocked }) {
    const row = await lockWaiting(ctx, inboundId);
    if (!row) {
      return { ticketId: null };
    }
    const { ticketId, messageId } = await open(ctx, row, { submission, blocked });
    saveInbound(ctx, row.id, {
      state: 'processed',
      outcome: 'ticket',
      ticket_id: ticketId,
      message_id: messageId,
      sender: submission.email || submission.phone,
      subject: submission.subject.slice(0, 500),
      processed_at: ctx.now,
      error: null,
    });
    return { ticketId };
  },
});

async function open(
  ctx: CommandContext,
  row: InboundRow,
  { submission, blocked }: Omit<ToIngest, 'inboundId'>,
): Promise<{ ticketId: string; messageId: string }> {
  const { subject, trapped } = submission;
  const author = await authorOf(ctx, submission);
  const { ticket, messageId } = await openWithMessage(ctx, {
    caught: Boolean(blocked) || trapped,
    subject,
    requester: author.person,
    state: { ...(await readPlace(ctx, row.channel_id)), fields: submission.fields },
    author: { kind: 'person', id: author.person.id, name: author.name, address: author.address },
    message: {
      body: bodyOf(submission),
      files: await attach(ctx, submission),
      channel: { kind: 'form', id: row.channel_id },
      automatic: blocked || trapped ? 'blocked' : null,
      sourceId: row.id,
    },
  });
  if (blocked) {
    await holdBlocked(ctx, ticket, blocked);
  } else if (trapped) {
    await putIntoSpam(ctx, ticket, { code: 'form_trap' });
  }
  return { ticketId: ticket.id, messageId };
}

/** Nobody has proved who they are: the address is what the visitor says it is. */
async function authorOf(ctx: CommandContext, { name, email, phone }: Submission) {
  const address = email || phone;
  const kind = email ? 'email' : 'phone';
  const person = await recognisePerson(ctx, { kind, value: address, name });
  return { person, name: name || person.name, address };
}

async function attach(ctx: CommandContext, { files }: Submission) {
  const attached = [];
  for (const file of files) {
    attached.push({ fileId: await registerFile(ctx, file), inline: false, contentId: null });
  }
  return attached;
}

/** What has no place of its own on a ticket stands below the text. */
function bodyOf({ text, email, phone, page, locale }: Submission): string {
  const words = formWords[locale];
  const more = [email && phone ? `${words.phone}: ${phone}` : '', page].filter(Boolean);
  return more.length > 0 ? `${text}\n\n${more.join('\n')}` : text;
}

export type SubmissionReaderParts = {
  readonly executor: () => Executor;
  readonly screening: Pick<Screening, 'of'>;
  readonly raw: { read(key: string): Promise<Uint8Array> };
};

/** Reads raw submissions; the files of one are on disk since it came. */
export const submissionReader = (parts: SubmissionReaderParts): LetterReader => ({
  async prepare(workspaceId, letter) {
    const raw = Buffer.from(await parts.raw.read(letter.raw)).toString('utf8');
    const submission = Submission.parse(JSON.parse(raw));
    const { blockOf } = await parts.screening.of(workspaceId);
    const blocked = blockOf({ address: submission.email, subject: submission.subject });
    return {
      keys: [letter.externalId],
      isLong: false,
      async take() {
        const input = { inboundId: letter.id, submission, blocked };
        const actor = systemActor(workspaceId, 'form');
        await parts.executor().execute(ingestSubmission, input, actor);
      },
    };
  },
});
