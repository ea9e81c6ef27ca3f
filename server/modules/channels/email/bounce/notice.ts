import type { Letter } from '../letter/letter.ts';
import { textOfHtml } from '../../../../kernel/html/text-of-html.ts';

/** A report written for people: what the machine says, and what it returned of the letter below it. */
export type Notice = { readonly said: string; readonly returned: string };

const TEXT_LIMIT = 60_000;

const separators: readonly RegExp[] = [
  /^[\s>]*[-=*_]{2,}.{0,40}\b(?:copy of (?:the|your)|original message|returned message|unsent message|original mail|below this line|header of the original|message header|forwarded message|undelivered message|message text|rejected message)/i,
  /^\s*(?:--- )?original message follows/i,
  /^\s*(?:the )?(?:message |original |full )?headers? (?:of the (?:original )?message )?follows?\b/i,
  /^\s*-*\s*below (?:is|this line is) a copy of the/i,
  /^\s*included is a copy of the message/i,
  /^\s*original message headers:/i,
  /^\s*original message:\s*$/i,
  /^\s*the header of the original message is following/i,
  /^\s*(?:here is|this is) a copy of (?:the|your)/i,
  /^\s*-+\s*(?:исходное|оригинальное|пересылаемое) (?:сообщение|письмо)/i,
  /^\s*(?:заголовки|копия|текст) (?:исходного|оригинального|вашего) (?:сообщения|письма)/i,
  /^\s*(?:Received|Return-Path): ?\S/i,
];

const startsReturned = (line: string): boolean =>
  line.length < 300 && separators.some((separator) => separator.test(line));

/** Splits a report into words and returned letter; a letter without a report part is all words. */
export const noticeOf = (letter: Letter): Notice => {
  const whole = letter.text?.trim() ? letter.text : textOfHtml(letter.html ?? '');
  const lines = whole.slice(0, TEXT_LIMIT).split('\n');
  const cut = lines.findIndex((line, index) => index > 0 && startsReturned(line));
  if (cut < 0) {
    return { said: lines.join('\n'), returned: '' };
  }
  return { said: lines.slice(0, cut).join('\n'), returned: lines.slice(cut).join('\n') };
};
