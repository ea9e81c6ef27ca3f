import type { Letter } from '../letter/letter.ts';
import { recipientOf } from './address.ts';
import { fieldsOf, headOf, messageIdIn, type Fields } from './header-block.ts';
import type { Notice } from './notice.ts';

export type Original = {
  readonly messageId: string | null;
  readonly recipient: string | null;
  readonly subject: string | null;
};

const RETURNED_LIMIT = 40_000;
const isReturned = (contentType: string): boolean =>
  /^(?:message\/(?:rfc822|partial|global|global-headers)|text\/rfc822-headers)$/.test(contentType);

const fromFiles = (letter: Letter): readonly string[] =>
  letter.files
    .filter(({ contentType }) => isReturned(contentType))
    .map(({ content }) =>
      new TextDecoder().decode(content.subarray(0, RETURNED_LIMIT)).replaceAll(/\r\n?/g, '\n'),
    );

/** A block of fields somewhere in plain words: all lines that look like one. */
const fieldsAnywhere = (text: string): Fields =>
  fieldsOf(
    text
      .split('\n')
      .map((line) => line.replace(/^\s{0,8}(?=(?:message-id|to|subject|from)\s?:)/i, ''))
      .join('\n'),
  );

const subjectIn = (fields: Fields): string | null => {
  const subject = fields.get('subject')?.trim();
  return subject === undefined || subject === '' ? null : subject;
};

/** The returned letters as they came. */
export const returnedIn = (letter: Letter): readonly string[] => [
  ...letter.reports
    .filter(({ contentType }) => isReturned(contentType))
    .map(({ content }) => content),
  ...fromFiles(letter),
];

/** The letter that a report is about, as far as it was returned with it. Encoded words stay as they came. */
export const originalOf = (letter: Letter, notice: Notice): Original => {
  const returned = returnedIn(letter).map((content) =>
    fieldsOf(headOf(content.slice(0, RETURNED_LIMIT))),
  );
  const blocks = [...returned, fieldsAnywhere(notice.returned), fieldsAnywhere(notice.said)];
  const first = <T>(read: (fields: Fields) => T | null): T | null => {
    for (const fields of blocks) {
      const value = read(fields);
      if (value !== null) {
        return value;
      }
    }
    return null;
  };
  const to = first((fields) => fields.get('to') ?? null);
  const recipient = to === null ? '' : recipientOf(to.replace(';', ' '));
  return {
    messageId:
      first((fields) => messageIdIn(fields.get('message-id'))) ??
      letter.inReplyTo.at(0) ??
      letter.references.at(-1) ??
      null,
    recipient: recipient.includes('@') ? recipient : null,
    subject: first(subjectIn),
  };
};
