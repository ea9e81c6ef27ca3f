import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { applyTicket } from '../../lib/tickets.ts';
import { linkActs } from './link-acts.ts';
import { moveActs } from './move-acts.ts';
import { snoozeActs } from './snooze-acts.ts';

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

/** What can be done with a ticket beside answering it; each says what it did and offers the way back. */
export function useActs(ticket: Ticket) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const stage: Stage = {
    ticket,
    t,
    show: (changed) => applyTicket(cache, changed),
    reread: (...numbers) =>
      Promise.all(
        numbers.map((number) => cache.invalidateQueries({ queryKey: ['ticket', String(number)] })),
      ),
    go: (number, replace = false) =>
      void navigate({
        to: '/tickets/$number',
        params: { number: String(number) },
        search: true,
        replace,
      } as never),
    say: (words, undo) => showToast(words, undo ? { undo: () => void undo().catch(refused) } : {}),
  };
  return { ...snoozeActs(stage), ...moveActs(stage), ...linkActs(stage) };
}
