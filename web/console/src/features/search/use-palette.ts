import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionWords, runAction, useRunnableActions } from '../../lib/actions.ts';
import { useNamedActs } from '../../lib/named-acts.ts';
import { useMay } from '../../lib/session.ts';
import { ticketTemplatesQuery } from '../../lib/ticket-templates.ts';
import { groupsOf, type Act, type Entry, type Setting } from './palette-entries.ts';
import { paletteQuery, type Found } from './search-queries.ts';

const pauseMs = 120;

function usePaused(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Moves within lists mean nothing once the palette is chosen from; the palette itself neither. */
const left = new Set(['palette', 'list.next', 'list.previous', 'list.open', 'select.range']);

export function usePalette(typed: string, settings: readonly Setting[]) {
  const { t } = useTranslation();
  const runnable = useRunnableActions();
  const named = useNamedActs();
  const fromTemplate = useTicketTemplates();
  const q = usePaused(typed.trim());
  const found = useQuery(paletteQuery(q));
  const acts = runnable
    .filter((id) => !left.has(id))
    .map((id): Act => ({
      id,
      action: id,
      label: id === 'help' ? t('app.keys') : t(actionWords(id)),
    }));
  const hits: readonly Found[] = typed.trim() === '' ? [] : (found.data?.items ?? []);
  const groups = groupsOf(typed, {
    acts: [...acts, ...named, ...(typed.trim() ? fromTemplate : [])],
    settings,
    hits,
  });
  return {
    groups,
    entries: groups.flatMap(({ entries }) => entries),
    isLooking: q !== '' && (found.isFetching || q !== typed.trim()),
    error: q !== '' && found.data === undefined ? found.error : null,
  };
}

/** "New ticket: the yearly check": found by what is typed. */
function useTicketTemplates(): Act[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay()('ticket.create');
  const { data = [] } = useQuery({ ...ticketTemplatesQuery, enabled: may });
  return data.map(({ id, name }) => ({
    id: `ticket-template ${id}`,
    label: t('search.newFromTemplate', { name }),
    run: () => void navigate({ to: '/tickets/new', search: { template: id } } as never),
  }));
}

/** Where an entry leads. The palette is closed before, so that an act meets the screen and not the palette. */
export function useChoose(onClose: () => void): (entry: Entry, typed: string) => void {
  const navigate = useNavigate();
  const go = (to: string, search: object = {}) => void navigate({ to, search } as never);
  return (entry, typed) => {
    onClose();
    switch (entry.kind) {
      case 'act': {
        const { action, run } = entry.act;
        setTimeout(() => (action ? runAction(action) : run?.()));
        break;
      }
      case 'setting': {
        go(entry.setting.to);
        break;
      }
      case 'everywhere': {
        go('/search', { q: typed.trim() });
        break;
      }
      default: {
        go(pathOf(entry.hit));
      }
    }
  };
}

function pathOf(hit: Found): string {
  if (hit.kind === 'ticket') {
    return `/tickets/${hit.number}`;
  }
  return hit.kind === 'person' ? `/people/${hit.id}` : `/organizations/${hit.id}`;
}
