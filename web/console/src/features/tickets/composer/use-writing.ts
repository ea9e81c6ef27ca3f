import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../../ui/toast.tsx';
import { useAction } from '../../../lib/actions.ts';
import type { Draft, Locale, Ticket } from '../../../lib/api-types.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { parseAddresses } from '../copy-to.tsx';
import { useUploads } from '../use-uploads.ts';
import { escapeHtml, htmlOfText, plainField, type WritingField } from './field.ts';
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

/** Everything about one answer or note that is being written. */
export function useWriting(ticket: Ticket, mode: Mode, fields: Fields) {
  const { t, i18n } = useTranslation();
  const files = useUploads();
  const kept = useKeptDraft(ticket.id, mode, files.restore);
  const [isRich, toggleRich] = useRich();
  const [warning, warn] = useState('');
  const [pressed, setPressed] = useState(false);
  const mentions = useRef<Mention[]>([]);
  const [called, setCalled] = useState<Mention | null>(null);
  const isWriting = kept.words.body.trim() !== '';
  const unseen = useUnseen(ticket, isWriting);
  const { keeper } = kept;
  const ids = files.ids.join();
  useEffect(() => keeper.attach(ids ? ids.split(',') : []), [keeper, ids]);
  useEffect(() => setPressed(false), [isWriting]);
  const suggestions = useSuggestions({
    ticket,
    mode,
    locale: i18n.language as Locale,
    field: () => fieldOf(fields),
    onMention: (mention) => {
      mentions.current = [...mentions.current, mention];
      setCalled(mention);
    },
    onTrouble: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
  });
  const second = secondOf(t, mode, ticket.allowed?.assign === false ? null : called);
  const tell = useToldAnswer(ticket);
  const sending = useSending(ticket, {
    sent: ({ message, letter }) => {
      void keeper.sent();
      reset();
      tell(message.id, letter, (draft) => keeper.restore(draft));
    },
    planned: (sendAt) => {
      void keeper.sent();
      reset();
      showToast(t('tickets.done.planned', { at: sendAt.toLocaleString(i18n.language) }));
    },
    overtaken: () => setPressed(true),
  });
  function reset() {
    files.clear();
    mentions.current = [];
    setCalled(null);
    setPressed(false);
  }
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
      ...(isRich && html ? { html } : {}),
      visibility: mode === 'note' ? 'internal' : 'public',
      attachments: files.ids,
      cc: right,
      mentions: mentions.current
        .filter(({ name }) => body.includes(`@${name}`))
        .map(({ id }) => id),
    };
  }
  async function submit(which: 'first' | 'second') {
    const letter = await letterNow();
    if (!letter) {
      return;
    }
    if (unseen.mustLook) {
      unseen.accept();
      setPressed(true);
      return;
    }
    const { lastSeen } = unseen;
    await sending.send({
      ...letter,
      ...(which === 'second' ? second?.part : {}),
      ...(lastSeen && !pressed ? { lastSeenMessageId: lastSeen } : {}),
    });
  }
  useAction('ticket.send', () => void submit('first'));
  useAction('ticket.sendAnd', () => void submit(second ? 'second' : 'first'));
  return {
    mode,
    files,
    kept,
    isRich,
    toggleRich,
    isWriting,
    unseen,
    pressed,
    suggestions,
    second,
    sending: sending.sending,
    trouble: sending.error ? `${sending.error} ${t('tickets.composer.kept')}` : warning,
    submit: (which: 'first' | 'second') => void submit(which),
    plan: (sendAt: Date, unlessAnswered: boolean) =>
      void letterNow().then((letter) => letter && sending.plan(letter, sendAt, unlessAnswered)),
    addAside() {
      const { aside } = kept;
      if (aside) {
        const html = aside.html ?? htmlOfText(aside.body);
        const text = `\n${aside.body}`;
        fieldOf(fields).focus();
        fieldOf(fields).replaceBefore(0, { text, html: html || escapeHtml(text) });
        void keeper.dropAside();
      }
    },
  };
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
