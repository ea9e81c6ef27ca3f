import type { BounceReason } from './bounce.ts';
import { reasonWords } from './reason-words.data.ts';

/** The reason as the second half of a sentence, e.g. "Not delivered: the recipient's mailbox is full". */
export const reasonInWords = (reason: BounceReason, locale: 'ru' | 'en'): string =>
  reasonWords[reason][locale];
