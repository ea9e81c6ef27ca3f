import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import type { BlockEntry } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { useSave } from '../use-save.ts';
import { KeptSpam } from './kept-spam.tsx';

/** Whose letters go to spam, and how long that is kept. */
export function Blocking() {
  const { t } = useTranslation();
  const mayChange = useMay()('letter.change');
  const entries = useItems<BlockEntry>('block-list', '/block-list');
  return (
    <>
      <KeptSpam />
      {mayChange && (
        <section className={classes.panel}>
          <BlockForm />
        </section>
      )}
      <Loaded
        of={entries}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconMailOff size={30} stroke={1.4} />}
            title={t('settings.blocking.empty')}
            text={t('settings.blocking.emptyText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((entry) => (
              <EntryLine key={entry.id} entry={entry} mayChange={mayChange} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

function EntryLine({ entry, mayChange }: { entry: BlockEntry; mayChange: boolean }) {
  const { t } = useTranslation();
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{entry.value}</span>
        <span className={classes.itemMore}>
          {t(`settings.blocking.kinds.${entry.kind}`)} ·{' '}
          {t('settings.blocking.caught', { count: entry.caught })}
          {entry.lastCaughtAt && (
            <>
              {', '}
              <TimeText at={entry.lastCaughtAt} />
            </>
          )}{' '}
          · {t('settings.blocking.by', { name: entry.createdBy })}
        </span>
        {entry.note && <span className={classes.itemMore}>{entry.note}</span>}
      </span>
      {mayChange && (
        <RemoveButton
          path={`/block-list/${entry.id}`}
          name={entry.value}
          touches={['block-list']}
          label={t('settings.blocking.remove')}
        />
      )}
    </li>
  );
}

const kinds = ['address', 'domain', 'pattern', 'subject'] as const;
type Kind = (typeof kinds)[number];

function BlockForm() {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { kind: 'address' as Kind, value: '', note: '' },
    validate: { value: (value) => (value.trim() ? null : t('settings.blocking.needValue')) },
  });
  const save = useSave((values: typeof form.values) => api.post('/block-list', values), {
    touches: ['block-list'],
    onDone: () => form.reset(),
    onError: (error) => form.setErrors(fieldWords(error)),
  });
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <div className={classes.grid}>
        <Select
          label={t('settings.blocking.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`settings.blocking.kinds.${kind}`) }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={t('settings.blocking.value')}
          description={t(`settings.blocking.examples.${form.values.kind}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoCapitalize="none"
          {...form.getInputProps('value')}
        />
        <TextInput label={t('settings.blocking.note')} {...form.getInputProps('note')} />
      </div>
      <Touched kind={form.values.kind} value={form.values.value} />
      <FormError error={save.error} />
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('settings.blocking.add')}
        </Button>
      </div>
    </form>
  );
}

/** Said before it is done: a whole provider is blocked as easily as one address. */
function Touched({ kind, value }: { kind: Kind; value: string }) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(value.trim(), 300);
  const touched = useQuery({
    queryKey: ['block-list-touched', kind, asked],
    queryFn: ({ signal }) =>
      api.get<{ people: number; examples: string[] }>(
        '/block-list/touched',
        { kind, value: asked },
        signal,
      ),
    enabled: asked.length > 2,
    retry: false,
  }).data;
  return touched && touched.people > 0 ? (
    <output className={classes.warning}>
      {t('settings.blocking.touches', {
        count: touched.people,
        examples: touched.examples.join(', '),
      })}
    </output>
  ) : null;
}
