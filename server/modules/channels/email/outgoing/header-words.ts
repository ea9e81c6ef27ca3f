import type { ChannelRow } from '../../channel-store.ts';
import { baseSubject } from '../threading/base-subject.ts';

/** "Anna Petrova (Romashka)": people answer people, and see for whom they speak. A name set for the mailbox goes first. */
export function senderNameOf(
  { settings }: Pick<ChannelRow, 'settings'>,
  author: string,
  company: string,
): string {
  return settings.senderName || (author ? `${author} (${company})` : company);
}

/** One "Re:", whatever the thread has gathered. */
export const subjectOfAnswer = (subject: string): string =>
  `Re: ${baseSubject(subject) || subject}`;
