import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Locale, Macro, Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { usableMacrosQuery } from '../../lib/macros.ts';
import { useOwnFields } from '../../lib/own-fields.ts';
import { fieldWords } from '../../lib/problem.ts';
import { isOfAll } from '../../parts/conditions/tree.ts';
import { useGiving } from '../../parts/availability/presence.tsx';
import { refused } from './stage.ts';

/** So long the letter of an answer waits, and with it everything else can be taken back. */
const undoMs = 9_500;

/** Of own fields that cannot hold what a macro writes, which and why. */
function useRefused(): (error: unknown) => void {
  const fields = useOwnFields();
  return (error) => {
    const said = Object.entries(fieldWords(error)).flatMap(([at, words]) => {
      const own = fields.find(({ name }) => at === `fields.${name}`);
      return own ? [`${own.label}: ${words}`] : [];
    });
    if (said.length > 0) {
      showToast(said.join('. '), { tone: 'bad' });
    } else {
      refused(error);
    }
  };
}

/** The macros of whoever looks at the ticket, and how one of them runs. */
export function useMacros(ticket: Ticket) {
  const { t, i18n } = useTranslation();
  const tell = useRefused();
  const give = useGiving();
  const cache = useQueryClient();
  const { data: all = [] } = useQuery(usableMacrosQuery);
  const ofType = all.filter(({ types }) => types.length === 0 || types.includes(ticket.type));
  // Only the server knows whether a condition holds; without any it need not be asked.
  const enabled = ofType.some(({ condition }) => !isOfAll(condition));
  const { data } = useQuery({ ...suggestedQuery(ticket), enabled });
  const fitting = new Set((data?.items ?? []).map(({ macro }) => macro.id));
  const macros = ofType.filter(({ id, condition }) => isOfAll(condition) || fitting.has(id));
  const refresh = () => cache.invalidateQueries({ queryKey: ['ticket', String(ticket.number)] });
  const undo = async (runId: string) => {
    const { kept } = await api.post<{ kept: string[] }>(`/macro-runs/${runId}/undo`, {});
    await refresh();
    showToast(t(kept.length > 0 ? 'work.macro.undonePartly' : 'work.macro.undone'));
  };
  const run = async ({ id, name }: Macro, assigneeId?: string) => {
    const { runId } = await api.post<{ runId: string }>(`/tickets/${ticket.id}/macros/${id}`, {
      locale: i18n.language as Locale,
      ...(assigneeId !== undefined && { assigneeId }),
    });
    await refresh();
    showToast(t('work.macro.done', { name }), {
      undo: () => void undo(runId).catch(refused),
      forMs: undoMs,
    });
  };
  return {
    macros,
    run: (macro: Macro) => {
      const { assigneeId } = macro.acts;
      if (assigneeId && assigneeId !== 'me') {
        give(assigneeId, (whom) => void run(macro, whom).catch(tell));
      } else {
        void run(macro).catch(tell);
      }
    },
  };
}

type Why =
  | { kind: 'words'; words: string[] }
  | { kind: 'category'; count: number }
  | { kind: 'past'; count: number };
type Suggested = { items: { macro: Macro; why: Why[] }[] };

const suggestedQuery = (ticket: Ticket) =>
  queryOptions({
    queryKey: ['macros', 'suggested', ticket.id, ticket.updatedAt],
    queryFn: ({ signal }) => api.get<Suggested>(`/tickets/${ticket.id}/macros`, {}, signal),
    staleTime: 60_000,
  });

/** Macros that may answer what the ticket says come first, each with its reason in words. */
export function useSuggestedMacros(ticket: Ticket) {
  const { t } = useTranslation();
  const { macros, run } = useMacros(ticket);
  const { data } = useQuery(suggestedQuery(ticket));
  const said = (why: Why) =>
    why.kind === 'words'
      ? t('tickets.composer.why.words', { words: why.words.join(', ') })
      : t(`tickets.composer.why.${why.kind}`, { count: why.count });
  const best = (data?.items ?? []).filter(({ why }) => why.length > 0);
  const whys = new Map(best.map(({ macro, why }) => [macro.id, why.map(said).join('; ')]));
  const order = [...whys.keys()];
  const place = ({ id }: Macro) => (whys.has(id) ? order.indexOf(id) : order.length);
  const sorted = macros.toSorted((a, b) => place(a) - place(b));
  return { macros: sorted, why: (id: string) => whys.get(id), run };
}
