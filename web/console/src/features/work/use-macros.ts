import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Locale, Macro, Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { usableMacrosQuery } from '../../lib/macros.ts';
import { refused } from './stage.ts';

/** So long the letter of an answer waits, and with it everything else can be taken back. */
const undoMs = 9_500;

/** The macros of whoever looks at the ticket, and how one of them runs. */
export function useMacros(ticket: Ticket) {
  const { t, i18n } = useTranslation();
  const cache = useQueryClient();
  const { data: macros = [] } = useQuery(usableMacrosQuery);
  const refresh = () => cache.invalidateQueries({ queryKey: ['ticket', String(ticket.number)] });
  const undo = async (runId: string) => {
    const { kept } = await api.post<{ kept: string[] }>(`/macro-runs/${runId}/undo`, {});
    await refresh();
    showToast(t(kept.length > 0 ? 'work.macro.undonePartly' : 'work.macro.undone'));
  };
  const run = async ({ id, name }: Macro) => {
    const { runId } = await api.post<{ runId: string }>(`/tickets/${ticket.id}/macros/${id}`, {
      locale: i18n.language as Locale,
    });
    await refresh();
    showToast(t('work.macro.done', { name }), {
      undo: () => void undo(runId).catch(refused),
      forMs: undoMs,
    });
  };
  return { macros, run: (macro: Macro) => void run(macro).catch(refused) };
}
