import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { StatusMark, statuses } from '../../../../../ui/marks.tsx';
import type { OwnStatus, TicketType } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import classes from '../settings.module.css';
import { placedWords } from '../placed-words.ts';
import { useSave } from '../use-save.ts';

const colours = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'indigo',
  'violet',
  'pink',
] as const;

type Props = {
  type: TicketType;
  status: OwnStatus | null;
  all: readonly OwnStatus[];
  onDone: () => void;
};

const blank = {
  name: '',
  otherName: '',
  class: 'open' as OwnStatus['class'],
  colour: 'blue' as OwnStatus['colour'],
  shape: 'open' as OwnStatus['shape'],
  moveTo: '',
};

type Draft = typeof blank;
type Form = ReturnType<typeof useStatusForm>['form'];

const draftOf = (status: OwnStatus | null): Draft =>
  status ? { ...status, otherName: status.otherName ?? '', moveTo: status.id } : blank;

const isRemapped = (status: OwnStatus | null, draft: Draft): boolean =>
  status !== null && draft.class !== status.class;

function useStatusForm({ type, status, onDone }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: draftOf(status),
    validate: { name: (value) => (value.trim() ? null : t('order.statuses.noName')) },
  });
  const save = useSave(
    (draft: Draft) => {
      const { name, otherName, class: kind, colour, shape, moveTo } = draft;
      const body = { name, otherName: otherName.trim() || null, class: kind, colour, shape };
      const goal = isRemapped(status, draft) ? { moveTo } : {};
      return status
        ? api.patch(`/statuses/${status.id}`, { ...body, version: status.version, ...goal })
        : api.post('/statuses', { ...body, type });
    },
    {
      touches: ['workflow'],
      onDone,
      onError: (error) => form.setErrors(placedWords(error, Object.keys(form.values))),
    },
  );
  return { form, save };
}

/** A status under its own name; how it will look stands beside it as one types. */
export function StatusForm(props: Props) {
  const { t } = useTranslation();
  const { status, all, onDone } = props;
  const { form, save } = useStatusForm(props);
  const { values } = form;
  return (
    <form
      className={classes.panel}
      noValidate
      onSubmit={form.onSubmit((asked) => save.mutate(asked))}
    >
      <StatusMark status={values.class} own={{ ...values, name: values.name || '…' }} />
      <div className={classes.grid}>
        <TextInput label={t('order.name')} maxLength={60} {...form.getInputProps('name')} />
        <TextInput
          label={t('order.otherName')}
          maxLength={60}
          {...form.getInputProps('otherName')}
        />
        <Meaning form={form} />
        {status && isRemapped(status, values) && (
          <Select
            label={t('order.statuses.moveTo')}
            data={all.map(({ id, name }) => ({
              value: id,
              label: id === status.id ? t('order.statuses.follow') : name,
            }))}
            allowDeselect={false}
            {...form.getInputProps('moveTo')}
          />
        )}
        <Look form={form} />
      </div>
      <p role="alert" className={classes.error}>
        {form.errors['form']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(status ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

function useClasses(): { value: string; label: string }[] {
  const { t } = useTranslation();
  return statuses.map((value) => ({ value, label: t(`ui.status.${value}`) }));
}

/** Which of the six it stands for; its mark follows. */
function Meaning({ form }: { form: Form }) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('order.statuses.class')}
      description={t('order.statuses.classHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={useClasses()}
      allowDeselect={false}
      {...form.getInputProps('class')}
      onChange={(value) => {
        form.setFieldValue('class', value as Draft['class']);
        form.setFieldValue('shape', value as Draft['shape']);
      }}
    />
  );
}

function Look({ form }: { form: Form }) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('order.statuses.colour')}
        data={colours.map((value) => ({ value, label: t(`order.colour.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('colour')}
      />
      <Select
        label={t('order.statuses.shape')}
        data={useClasses()}
        allowDeselect={false}
        renderOption={({ option: { value, label } }) => (
          <StatusMark
            status={value as Draft['class']}
            own={{ name: label, colour: form.values.colour, shape: value as Draft['shape'] }}
          />
        )}
        {...form.getInputProps('shape')}
      />
    </>
  );
}
