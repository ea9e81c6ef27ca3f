import type { Request } from './story.ts';

type Letter = {
  readonly id: string;
  readonly request: Request;
  readonly to: string;
  readonly text: string;
  readonly subject: string;
  /** Message-ID of what it answers. */
  readonly inReplyTo?: string;
  readonly attachment?: Request['attachment'];
};

/** A letter as an ordinary mail program writes it. */
export function rawLetter(letter: Letter): string {
  const { id, request, to, text, subject, inReplyTo, attachment } = letter;
  const head = [
    `Message-ID: <${id}@${request.address.split('@')[1]}>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `From: ${word(request.name)} <${request.address}>`,
    `To: ${to}`,
    `Subject: ${word(subject)}`,
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`, `References: <${inReplyTo}>`] : []),
    'MIME-Version: 1.0',
  ];
  const body = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', ''];
  const plain = [...body, lines(Buffer.from(text))];
  if (!attachment) {
    return [...head, ...plain, ''].join('\r\n');
  }
  const boundary = `part-${id}`;
  return [
    ...head,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...plain,
    `--${boundary}`,
    `Content-Type: ${attachment.type}; name="${word(attachment.name)}"`,
    `Content-Disposition: attachment; filename="${word(attachment.name)}"`,
    'Content-Transfer-Encoding: base64',
    '',
    lines(Buffer.alloc(180_000, 7)),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** RFC 2047. */
const word = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const lines = (bytes: Buffer): string =>
  (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');

/** What mail programs put below an answer. */
export function quotation(text: string, locale: 'ru' | 'en', by: string): string {
  const quoted = text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const header =
    locale === 'ru' ? `22.11.2026, 12:40, ${by} пишет:` : `On 22 Nov 2026, at 12:40, ${by} wrote:`;
  return `\n\n${header}\n${quoted}\n`;
}
