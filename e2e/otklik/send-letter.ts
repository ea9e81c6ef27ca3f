import { openSmtpDialogue } from '../../server/test/mail/smtp-dialogue.ts';

export const builtInAddress = 'support@localhost';

export type Handed = {
  /** The last reply heard: `250 …` when the letter was taken; '' when the connection broke first. */
  readonly reply: string;
  readonly taken: boolean;
};

/** Hands one letter over by SMTP on a connection of its own and says what was heard. */
export async function sendLetter(
  port: number,
  raw: string | Buffer,
  { from = 'anna@there.test', to = builtInAddress }: { from?: string; to?: string } = {},
): Promise<Handed> {
  const smtp = await openSmtpDialogue(port);
  try {
    for (const line of ['EHLO there.test', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA']) {
      const reply = await smtp.say(line);
      if (!/^[23]/.test(reply)) {
        return { reply, taken: false };
      }
    }
    smtp.write(stuffed(raw));
    const reply = await smtp.say('\r\n.');
    return { reply, taken: reply.startsWith('250') };
  } finally {
    smtp.close();
  }
}

/** A line that begins with a dot gets one more (RFC 5321 §4.5.2). */
function stuffed(raw: string | Buffer): Buffer {
  const bytes = typeof raw === 'string' ? Buffer.from(raw) : raw;
  return bytes.includes('\n.')
    ? Buffer.from(bytes.toString('latin1').replaceAll('\n.', '\n..'), 'latin1')
    : bytes;
}
