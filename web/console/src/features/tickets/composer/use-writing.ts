import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../../ui/toast.tsx';
import { useAction } from '../../../lib/actions.ts';
import type { Draft, Locale, Ticket } from '../../../lib/api-types.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { parseAddresses } from '../copy-to.tsx';
import { useUploads } from '../use-uploads.ts';
import { picturesIn } from './clean-paste.ts';
import { htmlOfText, plainField, type WritingField } from './field.ts';
import type { RichField } from './rich-text.tsx';
import { takeBack, undoSeconds, useSending, type Letter } from './use-sending.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useSuggestions, type Mention } from './use-suggestions.ts';
import { useUnseen } from './use-unseen.ts';

export type Fields = {
  plain: RefObject<HTMLTextAreaElement | null>;
  rich: RefObject<RichField | null>;
};
export type Mode = 'reply' | 'note';
export type Writer = ReturnType<typeof useWriting>;

const plainKey = 'otklik.plain';

function useRich(): [boolean, () => void] {
  const [isRich, setRich] = useState(() => localStorage.getItem(plainKey) !== '1');
  const toggle = () => {
    localStorage.setItem(plainKey, isRich ? '1' : '0');
    setRich(!isRich);
  };
  return [isRich, toggle];
}

/** Paragraphs alone say nothing that plain text does not, and plain text is shown as everybody's own. */
const hasForm = (html: string): boolean => /<(?!\/?(p|br|div)\b)/i.test(html);

/** Why the letter cannot leave yet, in words; empty when it can. */
function obstacle(
  t: (key: string) => string,
  letter: { empty: boolean; ready: boolean; wrong: number },
) {
  if (letter.empty) {
    return t('tickets.composer.empty');
  }
  if (letter.wrong > 0) {
    return t('tickets.composer.checkAddresses');
  }
  return letter.ready ? '' : t('tickets.composer.waitForFiles');
}

export const fieldOf = (fields: Fields): WritingField =>
  fields.rich.current ?? plainField(() => fields.plain.current);

/** Whom this text calls; who was wiped out of it again is not called. */
function useMentions() {
  const [all, setAll] = useState<readonly Mention[]>([]);
  return {
    add: (mention: Mention) => setAll((before) => [...before, mention]),
    clear: () => setAll([]),
    in: (body: string) => all.filter(({ name }) => body.includes(`@${name}`)),
  };
}

/** Everything about one answer or note that is being written. */
export function useWriting(ticket: Ticket, mode: Mode, fields: Fields) {
  const { t, i18n } = useTranslation();
  const files = useUploads();
  const kept = useKeptDraft(ticket.id, mode, files.restore);
  const [isRich, toggleRich] = useRich();
  const mentions = useMentions();
  const { keeper, words } = kept;
  const isWriting = words.body.trim() !== '';
  const unseen = useUnseen(ticket, isWriting);
  const ids = files.ids.join();
  useEffect(() => keeper.attach(ids ? ids.split(',') : []), [keeper, ids]);
  const suggestions = useSuggestions({
    ticket,
    mode,
    locale: i18n.language as Locale,
    field: () => fieldOf(fields),
    onMention: mentions.add,
    onFiles: files.take,
    onTrouble: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
  });
  const called = ticket.allowed?.assign === false ? undefined : mentions.in(words.body).at(-1);
  const second = secondOf(t, mode, called ?? null);
  const parts = {
    ticket,
    mode,
    fields,
    files,
    kept,
    isRich,
    mentions,
    unseen,
    suggestions,
    second,
  };
  const acts = useSubmit(parts);
  useAction('ticket.send', () => acts.submit('first'));
  useAction('ticket.sendAnd', () => acts.submit(second ? 'second' : 'first'));
  const toggleForm = () => {
    if (isRich && words.html) {
      files.adopt(picturesIn(words.html));
    }
    toggleRich();
  };
  return {
    ...parts,
    ...acts,
    toggleRich: toggleForm,
    isWriting,
    addAside: () => addAside(fields, kept),
  };
}

type Parts = {
  ticket: Ticket;
  mode: Mode;
  fields: Fields;
  files: ReturnType<typeof useUploads>;
  kept: ReturnType<typeof useKeptDraft>;
  isRich: boolean;
  mentions: ReturnType<typeof useMentions>;
  unseen: ReturnType<typeof useUnseen>;
  suggestions: ReturnType<typeof useSuggestions>;
  second: ReturnType<typeof secondOf>;
};

function useSubmit(parts: Parts) {
  const { ticket, mode, fields, files, kept, isRich, mentions, unseen, suggestions, second } =
    parts;
  const { t, i18n } = useTranslation();
  const [warning, warn] = useState('');
  const { keeper } = kept;
  const tell = useToldAnswer(ticket);
  const reset = () => forget(parts);
  const sending = useSending(ticket, {
    sent: ({ message, letter }) => {
      reset();
      tell(message.id, letter, (draft) => keeper.restore(draft));
    },
    planned: (sendAt) => {
      reset();
      showToast(t('tickets.done.planned', { at: sendAt.toLocaleString(i18n.language) }));
    },
    overtaken: unseen.point,
  });
  /** The letter as it stands; null when something keeps it back. */
  async function letterNow(): Promise<Letter | null> {
    await suggestions.inserting;
    const { body, html, cc } = keeper.now;
    const { right, wrong } = parseAddresses(mode === 'note' ? '' : cc);
    const why = obstacle(t, { empty: body.trim() === '', ready: files.ready, wrong: wrong.length });
    warn(why);
    if (why || sending.sending) {
      fieldOf(fields).focus();
      return null;
    }
    await keeper.settled();
    return {
      body,
      ...(isRich && html && hasForm(html) ? { html } : {}),
      visibility: mode === 'note' ? 'internal' : 'public',
      attachments: files.ids,
      cc: right,
      mentions: mentions.in(body).map(({ id }) => id),
    };
  }
  async function submit(part: Partial<Letter> | undefined) {
    const letter = await letterNow();
    if (letter && unseen.mustLook) {
      unseen.point();
    } else if (letter) {
      const { lastSeen } = unseen;
      await sending.send({ ...letter, ...part, ...(lastSeen && { lastSeenMessageId: lastSeen }) });
    }
  }
  return {
    sending: sending.sending,
    trouble: sending.error ? `${sending.error} ${t('tickets.composer.kept')}` : warning,
    submit: (which: 'first' | 'second') => void submit(which === 'second' ? second?.part : {}),
    plan: (sendAt: Date, unlessAnswered: boolean) =>
      void letterNow().then((letter) => letter && sending.plan(letter, sendAt, unlessAnswered)),
  };
}

function forget({ kept, files, mentions, unseen }: Parts): void {
  void kept.keeper.sent();
  files.clear();
  mentions.clear();
  unseen.begin();
}

function addAside(fields: Fields, { aside, keeper }: Parts['kept']): void {
  if (aside) {
    const field = fieldOf(fields);
    field.focus();
    field.replaceBefore(0, {
      text: `\n${aside.body}`,
      html: aside.html ?? htmlOfText(aside.body),
    });
    void keeper.dropAside();
  }
}

/** What "send and …" means here: an answer solves, a note hands over to whom it calls. */
function secondOf(
  t: ReturnType<typeof useTranslation>['t'],
  mode: Mode,
  called: Mention | null,
): { label: string; part: Partial<Letter> } | null {
  if (mode === 'reply') {
    return { label: t('tickets.composer.sendAndSolve'), part: { status: 'solved' } };
  }
  return called
    ? {
        label: t('tickets.composer.handOver', { name: called.name }),
        part: { assigneeId: called.id },
      }
    : null;
}

/** Says what was done, with the way back while there is one. */
function useToldAnswer(ticket: Ticket) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  return (messageId: string, letter: Letter, onBack: (draft: Draft) => void) => {
    if (letter.visibility === 'internal') {
      if (letter.assigneeId) {
        showToast(t('tickets.done.handedOver'));
      }
      return;
    }
    const undo = async () => {
      try {
        const draft = await takeBack(ticket.id, messageId);
        if (draft) {
          onBack(draft);
        }
        void cache.invalidateQueries({ queryKey: ['ticket', String(ticket.number)] });
      } catch (error) {
        showToast(wordsOf(error).words, { tone: 'bad' });
      }
    };
    showToast(t(letter.status ? 'tickets.done.sentAndSolved' : 'tickets.done.sent'), {
      undo: () => void undo(),
      forMs: undoSeconds * 1000 - 500,
    });
  };
}
