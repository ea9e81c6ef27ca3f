import { systemActor } from '../../../../kernel/actor.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import type { Executor } from '../../../../kernel/executor.ts';
import { cleanHtml } from '../../../../kernel/html/clean-html.ts';
import { textToHtml } from '../../../../kernel/html/text-to-html.ts';
import type { Job, OutsideJob } from '../../../../kernel/jobs.ts';
import { replyTokenOf } from '../../queries/list-channels.ts';
import { composeLetter, type ComposedLetter, type OutgoingFile } from '../sending/compose-letter.ts';
import type { Sender, SendingSettings } from '../sending/sender.ts';
import { replyToken, withToken } from '../threading/reply-token.ts';
import { subjectMark } from '../threading/subject-mark.ts';
import { ownMark } from './own-mark.ts';
import { sendLetterQueue } from './queue.data.ts';
import { beginSending, finishSending, type LetterToSend } from './sending-commands.ts';

export type SendParts = {
  readonly executor: () => Executor;
  readonly clock: Clock;
  readonly sender: Sender;
  readonly replySecret: Uint8Array;
  readonly readFile: (hash: string) => Promise<Uint8Array>;
  /** Null when the mailbox has no server for outgoing mail. */
  readonly sendingSettings: (channel: LetterToSend['channel']) => SendingSettings | null;
};

/**
 * Sends one letter: the state is taken, the server is asked without any transaction, the answer is recorded. A crash
 * between the last two sends it again with the same Message-ID, which is how receivers tell a copy (RFC 1047).
 */
export function sendLetterJob(parts: SendParts): OutsideJob {
  return {
    ...sendLetterQueue,
    async run({ workspaceId, payload }: Job) {
      const letterId = String(payload['letterId']);
      const actor = systemActor(workspaceId, 'mail');
      const task = await parts.executor().execute(beginSending, { letterId }, actor);
      if (!task) {
        return;
      }
      const { raw, envelope } = await compose(parts, workspaceId, task);
      const outcome = await parts.sender.send(parts.sendingSettings(task.channel), raw, envelope);
      await parts
        .executor()
        .execute(finishSending, { letterId, outcome, jitter: Math.random() }, actor);
    },
  };
}

async function compose(
  parts: SendParts,
  workspaceId: string,
  { letter, number, channel, message, references }: LetterToSend,
): Promise<ComposedLetter> {
  const { row, files } = message;
  const address = channel.address ?? '';
  const named = (each: string) => ({ name: '', address: each });
  const token = replyTokenOf(channel.settings, channel.built_in);
  const mark = token === 'subject' ? ` ${subjectMark.make(parts.replySecret, { workspaceId, number })}` : '';
  const replyTo =
    token === 'address'
      ? withToken(address, replyToken.make(parts.replySecret, { workspaceId, ticketId: letter.ticket_id }))
      : null;
  const from = { name: senderName(row.mail?.from, address), address };
  return composeLetter({
    from,
    to: letter.recipients.to.map(named),
    cc: letter.recipients.cc.map(named),
    replyTo: replyTo ? { name: from.name, address: replyTo } : null,
    subject: `${row.mail?.subject ?? ''}${mark}`,
    messageId: letter.mail_message_id,
    inReplyTo: references.at(-1) ?? null,
    references,
    text: row.body,
    html: row.html ? cleanHtml(row.html, { imageUrl: (src) => src }).html : textToHtml(row.body),
    files: await readFiles(parts, files),
    loop: ownMark(parts.replySecret, workspaceId),
    date: row.created_at,
  });
}

/** `Name <address>` was written when the letter was queued. */
const senderName = (from: string | null | undefined, address: string): string =>
  (from ?? '').replace(`<${address}>`, '').trim();

async function readFiles(
  { readFile }: Pick<SendParts, 'readFile'>,
  files: LetterToSend['message']['files'],
): Promise<OutgoingFile[]> {
  const read = [];
  for (const { hash, name, contentType } of files) {
    read.push({ name, contentType, content: await readFile(hash) });
  }
  return read;
}
