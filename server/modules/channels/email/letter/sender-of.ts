import { readMailboxes } from './header/addresses.ts';
import type { Letter, Mailbox } from './letter.ts';

const hasAddress = (mailbox: Mailbox | null | undefined): mailbox is Mailbox =>
  mailbox !== null && mailbox !== undefined && mailbox.address !== '';

/**
 * Whose letter it is: From, and where that has no address, what stands in for it. Null when nothing in the header names
 * an address; a bounce has an empty Return-Path, which is none.
 */
export const senderOf = (letter: Letter): Mailbox | null => {
  const [returnPath] = letter.headers.get('return-path') ?? [];
  const candidates = [
    letter.from,
    letter.replyTo[0],
    ...readMailboxes(returnPath ?? '', 1),
    letter.sender,
  ];
  return candidates.find(hasAddress) ?? letter.from;
};
