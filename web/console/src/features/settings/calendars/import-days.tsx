import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import type { Calendar } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { DaysPreview } from './days-preview.tsx';
import { sayDate } from './say-day.ts';
import { textOfFile } from './text-of-file.ts';

type FoundDay = { day: string; kind: string; name: string; minutes?: number };
type Found = { days: FoundDay[]; passedOver: number };
const shown = 12;

/** A file is read and shown before anything of it is taken over. */
export function ImportDays({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const [content, setContent] = useState<string | null>(null);
  const path = `/calendars/${calendar.id}/import`;
  const look = useMutation({
    mutationFn: (text: string) => api.post<Found>(path, { content: text }),
  });
  const take = useSave(() => api.post(path, { content, apply: true, version: calendar.version }), {
    touches: ['calendars', 'calendar-days'],
    onDone: () => setContent(null),
  });
  const choose = async (file: File | null) => {
    if (file) {
      const text = await textOfFile(file);
      setContent(text);
      look.mutate(text);
    }
  };
  const found = content === null ? undefined : look.data;
  return (
    <div className={classes.steps}>
      <div className={classes.row}>
        <FileButton onChange={(file) => void choose(file)} accept=".ics,.xml,.json">
          {(props) => (
            <Button variant="default" loading={look.isPending} {...props}>
              {t('settings.calendars.import')}
            </Button>
          )}
        </FileButton>
        <span className={classes.hint}>{t('settings.calendars.importHint')}</span>
      </div>
      {look.error && (
        <p role="alert" className={classes.error}>
          {fieldWords(look.error)['content'] ?? wordsOf(look.error).words}
        </p>
      )}
      {found && (
        <FoundDays
          calendar={calendar}
          found={found}
          isTaking={take.isPending}
          onTake={() => take.mutate(undefined)}
        />
      )}
    </div>
  );
}

type FoundProps = { calendar: Calendar; found: Found; isTaking: boolean; onTake: () => void };

function FoundDays({ calendar, found, isTaking, onTake }: FoundProps) {
  const { t } = useTranslation();
  const { locale } = useUiLocale();
  const { days, passedOver } = found;
  return (
    <div className={classes.panel}>
      <p className={classes.hint}>
        {t('settings.calendars.found', { count: days.length })}{' '}
        {passedOver > 0 && t('settings.calendars.passedOver', { count: passedOver })}
      </p>
      <ul className={classes.steps}>
        {days.slice(0, shown).map(({ day, kind, name }) => (
          <li key={day}>
            {[
              `${sayDate(day, locale, t)}: ${t(`settings.calendars.kind.${kind}`).toLowerCase()}`,
              name,
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
        {days.length > shown && <li>…</li>}
      </ul>
      <DaysPreview
        key={JSON.stringify(days)}
        calendar={calendar}
        days={() => Object.fromEntries(days.map(({ day, ...rule }) => [day, rule]))}
      />
      <div>
        <Button loading={isTaking} onClick={onTake}>
          {t('settings.calendars.takeOver')}
        </Button>
      </div>
    </div>
  );
}
