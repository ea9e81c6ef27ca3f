import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { applyTicket } from '../../lib/tickets.ts';
import { linkActs } from './link-acts.ts';
import { moveActs } from './move-acts.ts';
import { snoozeActs } from './snooze-acts.ts';
import { refused, type Stage } from './stage.ts';

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
