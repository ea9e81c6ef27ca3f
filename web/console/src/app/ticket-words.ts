import { approvalWords } from '../features/approvals/words.ts';
import { talkWords } from '../features/scripts/words.ts';
import { workWords } from '../features/work/words.ts';

/** Of everything that stands beside a ticket. */
export const ticketWords = {
  ru: async () => ({
    ...(await approvalWords.ru()),
    ...(await talkWords.ru()),
    ...(await workWords.ru()),
  }),
  en: async () => ({
    ...(await approvalWords.en()),
    ...(await talkWords.en()),
    ...(await workWords.en()),
  }),
};
