import { letterText } from '../../server/test/mail/letters.ts';
import { ticketBySubject, type Desk, type TicketRow } from './desk.ts';
import { sendLetter } from './send-letter.ts';
import type { Otklik } from './start-otklik.ts';
import { waitUntil } from './wait-until.ts';

let letters = 0;

/**
 * A customer writes to the built-in address. Its Message-ID is `<id@there.test>`, an answer has its ticket's subject.
 * @returns the ticket that it became, or went into
 */
export async function letterCame(
  { otklik, desk }: { otklik: Pick<Otklik, 'smtpPort'>; desk: Desk },
  letter: { subject: string; text: string; from?: string; id?: string; answerTo?: string },
): Promise<TicketRow> {
  letters += 1;
  const { subject, text, from = `client${letters}@there.test`, id, answerTo } = letter;
  const headers = {
    From: `Client <${from}>`,
    Subject: subject,
    'Content-Type': 'text/plain; charset=utf-8',
    ...(answerTo !== undefined && { 'In-Reply-To': `<${answerTo}@there.test>` }),
  };
  const raw = letterText(id ?? `came-${letters}`, headers, text);
  const { reply } = await sendLetter(otklik.smtpPort, raw, { from });
  if (!reply.startsWith('250')) {
    throw new Error(`the letter “${subject}” was not taken: ${reply}`);
  }
  return waitUntil(`the ticket ${subject}`, () => ticketBySubject(desk, subject));
}
