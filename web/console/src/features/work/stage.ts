import type { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';

export const refused = (error: unknown): void => showToast(wordsOf(error).words, { tone: 'bad' });

/** What an act needs of the screen around it. */
export type Stage = {
  ticket: Ticket;
  t: ReturnType<typeof useTranslation>['t'];
  /** Puts the ticket as it is now into every list. */
  show: (ticket: Ticket) => void;
  /** Asks again for the open tickets of these numbers. */
  reread: (...numbers: number[]) => Promise<unknown>;
  go: (number: number, replace?: boolean) => void;
  /** Says what was done, with the way back. */
  say: (words: string, undo?: () => Promise<unknown>) => void;
};
