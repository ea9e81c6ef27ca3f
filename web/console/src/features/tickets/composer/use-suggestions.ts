import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import type { Page, Template, Ticket } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { useUsers } from '../../../lib/refs.ts';
import { useSession } from '../../../lib/session.ts';
import { escapeHtml, htmlOfText, type WritingField } from './field.ts';

export type Suggestion = { id: string; name: string; more: string; kind: 'template' | 'colleague' };
type Typed = { sign: '/' | '@'; words: string; length: number };

const shownAtOnce = 8;
const trigger = /(?:^|\s)([/@])([^\s/@]*)$/u;

export function typedBefore(before: string): Typed | null {
  const found = trigger.exec(before);
  const [, sign, words = ''] = found ?? [];
  return sign === '/' || sign === '@' ? { sign, words, length: words.length + 1 } : null;
}

const fold = (text: string) => text.toLocaleLowerCase().replaceAll('ё', 'е');

const speaks = (text: string, words: string): boolean =>
  fold(text)
    .split(/[\s.,:«»"()/-]+/)
    .some((word) => word.startsWith(words));

function useTemplates(enabled: boolean) {
  return useQuery({
    queryKey: ['templates', 'usable'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Template>>('/templates', { usable: true, limit: 200 }, signal)).items,
    staleTime: 5 * 60_000,
    enabled,
  });
}

function found(list: readonly Template[] | undefined, words: string): Suggestion[] {
  return (list ?? [])
    .filter(({ name, tags }) => words === '' || speaks(`${name} ${tags.join(' ')}`, words))
    .toSorted((a, b) => b.uses - a.uses || a.name.localeCompare(b.name))
    .map(({ id, name, team, text }) => ({
      id,
      name,
      more: [team?.name, (text.ru ?? text.en)?.body.slice(0, 90)].filter(Boolean).join(' · '),
      kind: 'template',
    }));
}

export type Mention = { readonly id: string; readonly name: string };

type Options = {
  ticket: Ticket;
  mode: 'reply' | 'note';
  field: () => WritingField | null;
  onMention: (mention: Mention) => void;
  onTrouble: (error: unknown) => void;
  locale: 'ru' | 'en';
};

/** `/` chooses a template, `@` calls a colleague into a note; both by keys alone. */
export function useSuggestions({ ticket, mode, field, onMention, onTrouble, locale }: Options) {
  const { user } = useSession();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState('');
  const [inserting, setInserting] = useState<Promise<void> | null>(null);
  const templates = useTemplates(true);
  const users = useUsers();
  const words = fold(typed?.words ?? '');
  const suggestions =
    typed?.sign === '/'
      ? found(templates.data, words)
      : typed
        ? (users.data ?? [])
            .filter((each) => each.active && each.id !== user.id && speaks(each.name, words))
            .map(({ id, name, email }) => ({ id, name, more: email, kind: 'colleague' as const }))
        : [];
  const shown = suggestions.slice(0, shownAtOnce);

  const look = () => {
    const next = typedBefore(field()?.textBeforeCaret() ?? '');
    const isMeant = next && (next.sign === '/' || mode === 'note') && mark(next) !== closed;
    setTyped(isMeant ? next : null);
    if (!next) {
      setClosed('');
    }
    if (mark(next) !== mark(typed)) {
      setAt(0);
    }
  };
  const take = (id: string) => {
    const picked = shown.find((each) => each.id === id);
    const target = field();
    if (!picked || !typed || !target) {
      return;
    }
    setTyped(null);
    if (picked.kind === 'colleague') {
      const called = `@${picked.name}`;
      target.replaceBefore(typed.length, {
        text: `${called} `,
        html: `<b>${escapeHtml(called)}</b>&nbsp;`,
      });
      onMention({ id: picked.id, name: picked.name });
      return;
    }
    target.replaceBefore(typed.length, { text: '', html: '' });
    const coming = insertTemplate(target, { id, ticketId: ticket.id, locale }).catch(onTrouble);
    setInserting(coming);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (!typed || shown.length === 0 || event.ctrlKey || event.metaKey) {
      return false;
    }
    const acts: Record<string, () => void> = {
      ArrowDown: () => setAt((at + 1) % shown.length),
      ArrowUp: () => setAt((at + shown.length - 1) % shown.length),
      Enter: () => take(shown[at]?.id ?? ''),
      Tab: () => take(shown[at]?.id ?? ''),
      Escape: () => {
        setClosed(mark(typed));
        setTyped(null);
      },
    };
    const act = acts[event.key];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
    return act !== undefined;
  };
  return { shown, isOpen: typed !== null, sign: typed?.sign, at, look, take, onKey, inserting };
}

const mark = (typed: Typed | null): string => (typed ? typed.sign + typed.words : '');

async function insertTemplate(
  field: WritingField,
  { id, ticketId, locale }: { id: string; ticketId: string; locale: 'ru' | 'en' },
): Promise<void> {
  const { body, html } = await api.post<{ body: string; html: string }>(`/templates/${id}/use`, {
    ticketId,
    locale,
  });
  const isPlain = html.startsWith('<div style="white-space:pre-wrap">');
  field.replaceBefore(0, { text: body, html: isPlain ? htmlOfText(body) : html });
}
