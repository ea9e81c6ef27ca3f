import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allPages } from '../../../lib/all-pages.ts';
import type { StoredFile, Template, Ticket } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { takeTemplates } from '../../../lib/insert-template.ts';
import { useUsers } from '../../../lib/refs.ts';
import { useSession } from '../../../lib/session.ts';
import { escapeHtml, htmlOfText, type WritingField } from './field.ts';
import { markOf, typedBefore, type Typed } from './typed-before.ts';

export type Suggestion = {
  id: string;
  name: string;
  more: string;
  /** Why it stands above the others. */
  why?: string;
  kind: 'template' | 'colleague';
};
export type Mention = { readonly id: string; readonly name: string };

const shownAtOnce = 8;

const fold = (text: string) => text.toLocaleLowerCase().replaceAll('ё', 'е');

const speaks = (text: string, words: string): boolean =>
  words === '' ||
  fold(text)
    .split(/[\s.,:«»"()/-]+/)
    .some((word) => word.startsWith(words));

/** Of a condition only its words are of use to who chooses. */
const withoutCode = (body: string): string =>
  body.replaceAll(/\{%[^]*?%\}/g, ' ').replaceAll(/\{\{[^]*?\}\}/g, '…');

const asSuggestion = ({ id, name, team, text }: Template): Suggestion => ({
  id,
  name,
  more: [team?.name, withoutCode((text.ru ?? text.en)?.body ?? '').slice(0, 90)]
    .filter(Boolean)
    .join(' · '),
  kind: 'template',
});

type Why =
  | { kind: 'words'; words: string[] }
  | { kind: 'category'; count: number }
  | { kind: 'past'; count: number };
type Suggested = { items: { templateId: string; why: Why[] }[] };

/** What the request itself speaks for, best first, with the reason in words. */
function useSuggested(ticket: Ticket, isAsked: boolean): Map<string, string> {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['templates', 'suggested', ticket.id, ticket.updatedAt],
    queryFn: ({ signal }) => api.get<Suggested>(`/tickets/${ticket.id}/templates`, {}, signal),
    enabled: isAsked,
    staleTime: 60_000,
  });
  const said = (why: Why) =>
    why.kind === 'words'
      ? t('tickets.composer.why.words', { words: why.words.join(', ') })
      : t(`tickets.composer.why.${why.kind}`, { count: why.count });
  return new Map(
    (data?.items ?? []).map(({ templateId, why }) => [templateId, why.map(said).join('; ')]),
  );
}

/** What fits the typed words: templates that the request asks for, then by use; colleagues by name. */
function useFitting(typed: Typed | null, ticket: Ticket): Suggestion[] {
  const { user } = useSession();
  const users = useUsers();
  const templates = useQuery({
    queryKey: ['templates', 'usable'],
    queryFn: ({ signal }) => allPages<Template>('/templates', { usable: 'true' }, signal),
    staleTime: 5 * 60_000,
  });
  const suggested = useSuggested(ticket, typed?.sign === '/');
  const words = fold(typed?.words ?? '');
  if (typed?.sign === '/') {
    const order = [...suggested.keys()];
    const place = ({ id }: Template) => (suggested.has(id) ? order.indexOf(id) : order.length);
    return (templates.data ?? [])
      .filter(({ types }) => types.length === 0 || types.includes(ticket.type))
      .filter(({ name, tags }) => speaks(`${name} ${tags.join(' ')}`, words))
      .toSorted((a, b) => place(a) - place(b) || b.uses - a.uses || a.name.localeCompare(b.name))
      .slice(0, shownAtOnce)
      .map((each) => ({ ...asSuggestion(each), why: suggested.get(each.id) ?? '' }));
  }
  return typed
    ? (users.data ?? [])
        .filter((each) => each.active && each.id !== user.id && speaks(each.name, words))
        .slice(0, shownAtOnce)
        .map(({ id, name, email }) => ({ id, name, more: email, kind: 'colleague' as const }))
    : [];
}

type Options = {
  ticket: Ticket;
  mode: 'reply' | 'note';
  field: () => WritingField | null;
  onMention: (mention: Mention) => void;
  /** Files that go along with a template. */
  onFiles: (files: readonly StoredFile[]) => void;
  onTrouble: (error: unknown) => void;
  locale: 'ru' | 'en';
};

/** A key in a plain field or in a rich one. */
type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'preventDefault' | 'stopPropagation'
>;

/** `/` chooses a template, `@` calls a colleague into a note; both by keys alone. */
export function useSuggestions(options: Options) {
  const { mode, field, ticket } = options;
  const [typed, setTyped] = useState<Typed | null>(null);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState('');
  const [inserting, setInserting] = useState<Promise<void> | null>(null);
  const shown = useFitting(typed, ticket);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => takeTemplates((id) => setInserting(putTemplate(id, latest.current))), []);
  const look = () => {
    const next = typedBefore(field()?.textBeforeCaret() ?? '');
    const isMeant = next && (next.sign === '/' || mode === 'note') && markOf(next) !== closed;
    setTyped(isMeant ? next : null);
    if (!next) {
      setClosed('');
    }
    if (markOf(next) !== markOf(typed)) {
      setAt(0);
    }
  };
  const take = (id: string) => {
    const picked = shown.find((each) => each.id === id);
    if (picked && typed) {
      setTyped(null);
      setInserting(put(picked, typed, options));
    }
  };
  const close = () => {
    setClosed(markOf(typed));
    setTyped(null);
  };
  const onKey = (event: Pressed): boolean => {
    const act = typed && !event.ctrlKey && !event.metaKey ? actOf(event.key) : undefined;
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
    return act !== undefined;
  };
  function actOf(key: string): (() => void) | undefined {
    if (key === 'Escape') {
      return close;
    }
    const step = { ArrowDown: 1, ArrowUp: shown.length - 1 }[key];
    if (shown.length > 0 && step !== undefined) {
      return () => setAt((at + step) % shown.length);
    }
    const isChosen = shown.length > 0 && (key === 'Enter' || key === 'Tab');
    return isChosen ? () => take(shown[at]?.id ?? '') : undefined;
  }
  return { shown, isOpen: typed !== null, sign: typed?.sign, at, look, take, onKey, inserting };
}

type Used = { body: string; html: string; files: StoredFile[] };

async function put(
  { id, name, kind }: Suggestion,
  typed: Typed,
  { ticket, field, locale, onMention, onFiles, onTrouble }: Options,
): Promise<void> {
  if (kind === 'colleague') {
    const called = `@${name}`;
    const html = `${escapeHtml(called)}&nbsp;`;
    field()?.replaceBefore(typed.length, { text: `${called} `, html });
    onMention({ id, name });
    return;
  }
  field()?.replaceBefore(typed.length, { text: '', html: '' });
  await putTemplate(id, { ticket, field, locale, onFiles, onTrouble });
}

type Target = Pick<Options, 'ticket' | 'field' | 'locale' | 'onFiles' | 'onTrouble'>;

async function putTemplate(
  id: string,
  { ticket, field, locale, onFiles, onTrouble }: Target,
): Promise<void> {
  try {
    const { body, html, files } = await api.post<Used>(`/templates/${id}/use`, {
      ticketId: ticket.id,
      locale,
    });
    const isPlain = html.startsWith('<div style="white-space:pre-wrap">');
    field()?.replaceBefore(0, { text: body, html: isPlain ? htmlOfText(body) : html });
    onFiles(files);
  } catch (error) {
    onTrouble(error);
  }
}
