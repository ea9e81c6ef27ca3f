import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Skeleton } from '../../../../ui/states.tsx';
import type { BulkChanges, Ticket } from '../../lib/api-types.ts';
import { focusFirst } from '../../lib/focus-first.ts';
import { addWords } from '../../lib/i18n.ts';
import { ownValueWords } from '../../parts/own-fields/words.ts';
import classes from './bulk.module.css';
import { forField, usualTimes } from './composer/usual-times.ts';

export type BulkDialogKind = 'answer' | 'note' | 'snooze' | 'merge' | 'fields';

const OwnField = lazy(async () => {
  const [{ BulkOwnField }] = await Promise.all([
    import('./bulk-own-field.tsx'),
    addWords(ownValueWords),
  ]);
  return { default: BulkOwnField };
});

type Props = {
  kind: BulkDialogKind;
  /** Chosen rows that are loaded. */
  rows: Ticket[];
  /** How many are chosen, as far as it is known. */
  count: number | null;
  run: (changes: BulkChanges) => void;
  /** Fails with what the server refuses. */
  attempt: (changes: BulkChanges) => Promise<void>;
  onClose: () => void;
};

/** What an act upon many tickets has to be told. */
export function BulkDialog({ kind, onClose, count, ...rest }: Props) {
  const { t } = useTranslation();
  const chosen = count === null ? t('tickets.bulk.whole') : t('tickets.bulk.chosen', { count });
  return (
    <Dialog opened onClose={onClose} title={t(`tickets.bulk.ask.${kind}`)}>
      <p className={classes.asked}>{chosen}</p>
      {kind === 'snooze' && <SnoozeForm run={rest.run} />}
      {kind === 'merge' && <MergeForm {...rest} />}
      {kind === 'fields' && (
        <Suspense fallback={<Skeleton rows={2} />}>
          <OwnField attempt={rest.attempt} />
        </Suspense>
      )}
      {(kind === 'answer' || kind === 'note') && <WordsForm kind={kind} run={rest.run} />}
    </Dialog>
  );
}

function WordsForm({ kind, run }: { kind: 'answer' | 'note'; run: Props['run'] }) {
  const { t } = useTranslation();
  const [body, setBody] = useState('');
  const isEmpty = body.trim() === '';
  const write = (solves: boolean) => {
    if (!isEmpty) {
      run(
        kind === 'note'
          ? { note: { body } }
          : { answer: { body, ...(solves && { status: 'solved' as const }) } },
      );
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(false);
  };
  return (
    <form className={classes.askForm} onSubmit={submit}>
      <Textarea
        label={t('tickets.bulk.ask.text')}
        description={t(`tickets.bulk.ask.${kind}Hint`)}
        value={body}
        ref={focusFirst}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={200_000}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            write(kind === 'answer' && event.shiftKey);
          }
        }}
      />
      <div className={classes.askButtons}>
        {kind === 'answer' && (
          <Button variant="default" disabled={isEmpty} onClick={() => write(true)}>
            {t('tickets.bulk.ask.writeAndSolve')}
          </Button>
        )}
        <Button type="submit" disabled={isEmpty}>
          {t(kind === 'answer' ? 'tickets.bulk.ask.writeAnswer' : 'tickets.bulk.ask.writeNote')}
        </Button>
      </div>
    </form>
  );
}

function SnoozeForm({ run }: { run: Props['run'] }) {
  const { t, i18n } = useTranslation();
  const [now] = useState(() => new Date());
  const times = usualTimes(now);
  const [own, setOwn] = useState(() => forField(times[1]?.at ?? now));
  const shown = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const isPast = !(new Date(own) > now);
  return (
    <form
      className={classes.askForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPast) {
          run({ snooze: new Date(own).toISOString() });
        }
      }}
    >
      <div className={classes.times}>
        {times.map(({ name, at }) => (
          <Button key={name} variant="default" onClick={() => run({ snooze: at.toISOString() })}>
            {t(`tickets.composer.later.${name}`)} · {shown.format(at)}
          </Button>
        ))}
        <Button variant="default" onClick={() => run({ snooze: 'answer' })}>
          {t('tickets.bulk.ask.untilAnswer')}
        </Button>
      </div>
      <TextInput
        type="datetime-local"
        label={t('tickets.bulk.ask.own')}
        value={own}
        error={isPast ? t('tickets.composer.later.past') : null}
        onChange={(event) => setOwn(event.currentTarget.value)}
      />
      <div className={classes.askButtons}>
        <Button type="submit" disabled={isPast}>
          {t('tickets.bulk.ask.doSnooze')}
        </Button>
      </div>
    </form>
  );
}

function MergeForm({ rows, run }: Pick<Props, 'rows' | 'run'>) {
  const { t } = useTranslation();
  // The first of them is where the conversation began.
  const sorted = rows.toSorted((a, b) => a.number - b.number).slice(0, 200);
  const [into, setInto] = useState(sorted[0]?.id ?? null);
  return (
    <form
      className={classes.askForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (into) {
          run({ mergeInto: into });
        }
      }}
    >
      <Select
        label={t('tickets.bulk.ask.into')}
        description={t('tickets.bulk.ask.intoHint')}
        placeholder={t('tickets.bulk.ask.choose')}
        data={sorted.map(({ id, number, subject }) => ({
          value: id,
          label: `#${number} ${subject}`,
        }))}
        value={into}
        allowDeselect={false}
        searchable
        comboboxProps={{ withinPortal: false }}
        onChange={setInto}
      />
      <div className={classes.askButtons}>
        <Button type="submit" disabled={!into}>
          {t('tickets.bulk.ask.doMerge')}
        </Button>
      </div>
    </form>
  );
}
