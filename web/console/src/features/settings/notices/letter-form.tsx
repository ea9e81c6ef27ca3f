import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../../ui/toast.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { TextEditor } from '../templates/text-editor.tsx';
import templates from '../templates/templates.module.css';
import { useSave } from '../use-save.ts';
import own from './notices.module.css';
import type { CustomerNotice, CustomerTexts, Source } from './types.ts';
import { useLetterPreview, type LetterPreview } from './use-letter-preview.ts';

type Props = { notice: CustomerNotice; sources: Source[]; onClose: () => void };
const locales = ['ru', 'en'] as const;
type Locale = (typeof locales)[number];

/** For which channels, and in which words. */
export function LetterForm({ notice, sources, onClose }: Props) {
  const { t } = useTranslation();
  const { kind, version } = notice;
  const [channelIds, setChannelIds] = useState(notice.channelIds);
  const [texts, setTexts] = useState(notice.texts);
  const preview = useLetterPreview(texts);
  const save = useSave(() => api.put(`/customer-notices/${kind}`, { channelIds, texts, version }), {
    touches: ['customer-notices'],
    onDone: onClose,
    onError: () => undefined,
  });
  // A mailbox that is gone meanwhile is no longer chosen.
  const known = channelIds.filter((id) => sources.some((source) => source.id === id));
  return (
    <form
      className={own.letter}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <MultiSelect
        label={t('told.sources')}
        description={t('told.sourcesText')}
        placeholder={known.length === 0 ? t('told.nowhere') : ''}
        data={sources.map(({ id, name }) => ({ value: id, label: name }))}
        value={known}
        onChange={setChannelIds}
        clearable
      />
      {locales.map((locale) => (
        <Words
          key={locale}
          locale={locale}
          texts={texts}
          onChange={setTexts}
          preview={preview?.[locale]}
        />
      ))}
      <Preview preview={preview} />
      <FormError error={save.error} />
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t('settings.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
        {locales.map((locale) => (
          <TrySample key={locale} locale={locale} texts={texts} />
        ))}
      </div>
    </form>
  );
}

type WordsProps = {
  locale: Locale;
  texts: CustomerTexts;
  onChange: (texts: CustomerTexts) => void;
  preview: LetterPreview[Locale] | undefined;
};

function Words({ locale, texts, onChange, preview }: WordsProps) {
  const { t } = useTranslation();
  const { subject, body } = texts[locale];
  const set = (part: Partial<CustomerTexts[Locale]>) =>
    onChange({ ...texts, [locale]: { ...texts[locale], ...part } });
  const problemIn = (part: 'subject' | 'body') =>
    preview?.problems.find(({ field }) => field === `texts.${locale}.${part}`) ?? null;
  const inSubject = problemIn('subject');
  return (
    <>
      <TextInput
        label={t(`told.subject.${locale}`)}
        value={subject}
        maxLength={300}
        onChange={(event) => set({ subject: event.currentTarget.value })}
        classNames={{ input: templates.code ?? '' }}
        error={
          (!subject.trim() && t('told.needSubject')) ||
          (inSubject &&
            String(t(`settings.templates.problem.${inSubject.code}`, { about: inSubject.about })))
        }
      />
      <TextEditor
        locale={locale}
        value={body}
        onChange={(value) => set({ body: value })}
        error={body.trim() ? null : t('told.needBody')}
        problem={problemIn('body')}
      />
    </>
  );
}

/** As a customer would read it, of the newest ticket. */
function Preview({ preview }: { preview: LetterPreview | undefined }) {
  const { t } = useTranslation();
  const about = preview?.ticket;
  return (
    <section className={templates.preview} aria-label={t('settings.templates.preview')}>
      <p className={classes.hint}>
        {about
          ? t('settings.templates.previewOf', { number: about.number, subject: about.subject })
          : t('settings.templates.noTicket')}
      </p>
      <div className={templates.previews}>
        {locales.map((locale) => {
          const shown = preview?.[locale];
          return shown?.text ? (
            <div key={locale} className={templates.paper} lang={locale}>
              <div className={own.subject}>{shown.subject}</div>
              {shown.text}
            </div>
          ) : null;
        })}
      </div>
    </section>
  );
}

function TrySample({ locale, texts }: { locale: Locale; texts: CustomerTexts }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const send = useSave(() => api.post('/customer-notices/try', { texts, locale }), {
    touches: [],
    said: t('told.sampleSent', { address: user.email }),
    onError: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
  });
  return (
    <Button variant="subtle" loading={send.isPending} onClick={() => send.mutate(undefined)}>
      {t(`told.sample.${locale}`)}
    </Button>
  );
}
