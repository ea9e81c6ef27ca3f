import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../../lib/problem.ts';
import classes from './templates.module.css';
import type { Preview } from './use-preview.ts';

type Props = {
  preview: Preview | undefined;
  error: Error | null;
  ticket: string;
  onTicket: (number: string) => void;
};

/** As a customer would read it. */
export function PreviewPanel({ preview, error, ticket, onTicket }: Props) {
  const { t } = useTranslation();
  const about = preview?.ticket;
  return (
    <section className={classes.preview} aria-label={t('settings.templates.preview')}>
      <div className={classes.previewHead}>
        <TextInput
          label={t('settings.templates.previewTicket')}
          description={
            about
              ? t('settings.templates.previewOf', { number: about.number, subject: about.subject })
              : t('settings.templates.noTicket')
          }
          placeholder={t('settings.templates.newest')}
          inputMode="numeric"
          value={ticket}
          onChange={(event) => onTicket(event.currentTarget.value.replaceAll(/\D/g, ''))}
          error={error ? wordsOf(error).words : null}
        />
      </div>
      <div className={classes.previews}>
        {(['ru', 'en'] as const).map((locale) => {
          const body = preview?.[locale]?.body;
          return body ? (
            <div key={locale} className={classes.paper} lang={locale}>
              {body}
            </div>
          ) : null;
        })}
      </div>
    </section>
  );
}
