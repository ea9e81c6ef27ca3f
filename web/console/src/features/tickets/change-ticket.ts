import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Category, Ref, Team, Ticket, TicketPatch, User } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { askForMissing } from '../../lib/incomplete.ts';
import { ownStatusesQuery } from '../../lib/own-statuses.ts';
import { afterOwnLetter } from '../../lib/own-letters.ts';
import { ApiProblem, wordsOf } from '../../lib/problem.ts';
import { categoriesQuery, teamsQuery, usersQuery } from '../../lib/refs.ts';
import { applyTicket, eventsQuery, shiftCounts } from '../../lib/tickets.ts';

function refOf(list: { id: string; name: string }[] | undefined, id: string | null): Ref | null {
  const found = list?.find((each) => each.id === id);
  return found ? { id: found.id, name: found.name } : null;
}

/** The ticket as it will be, shown at once. */
export function foreseen(cache: QueryClient, ticket: Ticket, patch: TicketPatch): Ticket {
  const { ownStatusId, assigneeId, teamId, categoryId, reason: _, ...plain } = patch;
  const next: Ticket = { ...ticket, ...plain };
  const own = cache.getQueryData(ownStatusesQuery.queryKey)?.find(({ id }) => id === ownStatusId);
  if (own) {
    Object.assign(next, { status: own.class, ownStatus: own });
  } else if (next.status !== ticket.status || next.type !== ticket.type) {
    next.ownStatus = null;
  }
  if (assigneeId !== undefined) {
    next.assignee = refOf(cache.getQueryData<User[]>(usersQuery.queryKey), assigneeId);
  }
  if (teamId !== undefined) {
    next.team = refOf(cache.getQueryData<Team[]>(teamsQuery.queryKey), teamId);
  }
  if (categoryId !== undefined) {
    next.category = refOf(cache.getQueryData<Category[]>(categoriesQuery.queryKey), categoryId);
  }
  return next;
}

function valueOf(ticket: Ticket, field: keyof TicketPatch): unknown {
  const refs: Partial<Record<keyof TicketPatch, Ref | null>> = {
    ownStatusId: ticket.ownStatus,
    assigneeId: ticket.assignee,
    teamId: ticket.team,
    categoryId: ticket.category,
  };
  return field in refs ? (refs[field]?.id ?? null) : ticket[field as keyof Ticket];
}

const fieldsOf = (patch: TicketPatch) =>
  (Object.keys(patch) as (keyof TicketPatch)[]).filter((field) => field !== 'reason');

/** The patch that takes `patch` back. */
export function inverse(ticket: Ticket, patch: TicketPatch): TicketPatch {
  const back: TicketPatch = Object.fromEntries(
    fieldsOf(patch).map((field) => [field, valueOf(ticket, field)]),
  );
  const { ownStatusId, status = ticket.status, ...others } = back;
  const isOfStatus = ownStatusId !== undefined || back.status !== undefined;
  const was = ticket.ownStatus ? { ownStatusId: ticket.ownStatus.id } : { status };
  return isOfStatus ? { ...others, ...was } : back;
}

/**
 * Sends what was seen along. When only something else changed meanwhile (a letter came in), the
 * change is sent again upon the new state; when the same field changed, the person is told.
 */
async function send(seen: Ticket, patch: TicketPatch): Promise<Ticket> {
  try {
    return await api.patch<Ticket>(`/tickets/${seen.id}`, { ...patch, version: seen.version });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'version.conflict') {
      throw error;
    }
    const now = await api.get<Ticket>(`/tickets/${seen.id}`);
    const untouched = fieldsOf(patch).every(
      (field) => JSON.stringify(valueOf(now, field)) === JSON.stringify(valueOf(seen, field)),
    );
    if (!untouched) {
      throw error;
    }
    return api.patch<Ticket>(`/tickets/${seen.id}`, { ...patch, version: now.version });
  }
}

export type ChangeTicket = (ticket: Ticket, patch: TicketPatch, said?: string) => Promise<void>;

/** Changes fields of a ticket: seen at once, undone by one click, put back when refused. */
export function useChangeTicket(): ChangeTicket {
  const cache = useQueryClient();
  const { t } = useTranslation();
  return useCallback(
    async function change(shown: Ticket, patch: TicketPatch, said?: string) {
      const expected = foreseen(cache, shown, patch);
      applyTicket(cache, expected);
      shiftCounts(cache, [{ before: shown, after: expected }]);
      const answered = await afterOwnLetter(shown.id);
      const ticket = answered ?? shown;
      if (answered) {
        applyTicket(cache, foreseen(cache, answered, patch));
      }
      try {
        const saved = await send(ticket, patch);
        applyTicket(cache, saved);
        void cache.invalidateQueries(eventsQuery(String(ticket.number)));
        if (said) {
          showToast(said, { undo: () => void change(saved, inverse(ticket, patch)) });
        }
      } catch (error) {
        applyTicket(cache, ticket);
        shiftCounts(cache, [{ before: expected, after: ticket }]);
        void cache.invalidateQueries({ queryKey: ['ticket', String(ticket.number)] });
        if (askForMissing(ticket, patch, error)) {
          return;
        }
        const conflict = error instanceof ApiProblem && error.code === 'version.conflict';
        showToast(conflict ? t('tickets.changedMeanwhile') : wordsOf(error).words, { tone: 'bad' });
      }
    },
    [cache, t],
  );
}
