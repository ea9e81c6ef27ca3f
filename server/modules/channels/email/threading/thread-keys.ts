import type { Letter } from '../letter/letter.ts';

const KEYS_LIMIT = 50;

export type Referring = Pick<Letter, 'messageId' | 'inReplyTo' | 'references'>;

/**
 * Ids of the letters that this one may answer, the likeliest first: In-Reply-To, then References from newest to oldest
 * (RFC 5322 §3.6.4). At most fifty, each once, never its own.
 */
export const threadKeys = ({ messageId, inReplyTo, references }: Referring): readonly string[] => {
  const keys = new Set([
    ...inReplyTo.slice(0, KEYS_LIMIT),
    ...references.slice(-KEYS_LIMIT).toReversed(),
  ]);
  keys.delete('');
  if (messageId !== null) {
    keys.delete(messageId);
  }
  return [...keys].slice(0, KEYS_LIMIT);
};
