// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/NumberInput.layer.css';
import { Button, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { fieldWords } from '../../../lib/problem.ts';
import { categoryPath, inUse, useCategories, useTeams } from '../../../lib/refs.ts';
import type { RequestForm } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { fresh, howAsked, valuesOf, type Texts, type Values } from './form-values.ts';
import { OwnAsks, TicketTypeOf } from './own-asks.tsx';

type Editing = ReturnType<typeof useEditor>['form'];

function useEditor(known: RequestForm | null, onClose: () => void) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    initialValues: known ? valuesOf(known) : fresh,
    validate: {
      name: (value) => (value.trim() ? null : t('settings.forms.needName')),
      slug: (value) =>
        /^[a-z0-9][a-z0-9-]{0,62}$/i.test(value.trim()) ? null : t('settings.forms.needSlug'),
    },
  });
  const touches = ['forms'];
  const save = useSave(
    (values: Values) =>
      known
        ? api.patch(`/forms/${known.id}`, { ...values, version: known.version })
        : api.post('/forms', values),
    { touches, onDone: onClose, onError: (error) => form.setErrors(fieldWords(error)) },
  );
  return { form, save };
}

export function FormEditor({
  form: known,
  onClose,
}: {
  form: RequestForm | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { form, save } = useEditor(known, onClose);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <Place form={form} />
      <Asks form={form} />
      <Limits form={form} />
      <Words form={form} locale="ru" defaults={known?.defaultTexts.ru} />
      <Words form={form} locale="en" defaults={known?.defaultTexts.en} />
      <FormError error={save.error} />
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t('settings.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
        {known && (
          <RemoveButton
            path={`/forms/${known.id}`}
            name={known.name}
            touches={['forms']}
            onDone={onClose}
            question={t('settings.forms.removeQuestion', { name: known.name })}
          />
        )}
      </div>
    </form>
  );
}

const below = ['label', 'input', 'description', 'error'] as (
  | 'label'
  | 'input'
  | 'description'
  | 'error'
)[];

function Place({ form }: { form: Editing }) {
  const { t } = useTranslation();
  const teams = useTeams().data ?? [];
  const categories = useCategories().data ?? [];
  return (
    <>
      <div className={classes.grid}>
        <TextInput
          label={t('settings.forms.name')}
          description={t('settings.forms.nameHint')}
          inputWrapperOrder={below}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('settings.forms.slug')}
          description={t('settings.forms.slugHint')}
          inputWrapperOrder={below}
          autoCapitalize="none"
          {...form.getInputProps('slug')}
        />
        <Select
          label={t('settings.forms.team')}
          placeholder={t('settings.forms.none')}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          {...form.getInputProps('teamId')}
        />
        <Select
          label={t('settings.forms.category')}
          placeholder={t('settings.forms.none')}
          data={inUse(categories, form.values.categoryId).map(({ id }) => ({
            value: id,
            label: categoryPath(categories, id),
          }))}
          clearable
          {...form.getInputProps('categoryId')}
        />
        <TicketTypeOf form={form} />
      </div>
      <Switch
        label={t('settings.forms.active')}
        description={t('settings.forms.activeHint')}
        {...form.getInputProps('active', { type: 'checkbox' })}
      />
    </>
  );
}

const contacts = ['email', 'phone', 'either'] as const;

function Asks({ form }: { form: Editing }) {
  const { t } = useTranslation();
  const choices = howAsked.map((value) => ({ value, label: t(`settings.forms.asked.${value}`) }));
  return (
    <>
      <h3 className={classes.panelTitle}>{t('settings.forms.asks')}</h3>
      <div className={classes.grid}>
        <Select
          label={t('settings.forms.contact')}
          data={contacts.map((value) => ({ value, label: t(`settings.forms.contacts.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('fields.contact')}
        />
        <Select
          label={t('settings.forms.subject')}
          data={choices}
          allowDeselect={false}
          {...form.getInputProps('fields.subject')}
        />
        <Select
          label={t('settings.forms.visitor')}
          data={choices}
          allowDeselect={false}
          {...form.getInputProps('fields.name')}
        />
      </div>
      <OwnAsks form={form} />
      <Switch
        label={t('settings.forms.attachments')}
        description={t('settings.forms.attachmentsHint')}
        {...form.getInputProps('attachments', { type: 'checkbox' })}
      />
    </>
  );
}

/** What robots run against. */
function Limits({ form }: { form: Editing }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.grid}>
      <legend className={classes.panelTitle}>{t('settings.forms.limits')}</legend>
      <NumberInput
        label={t('settings.forms.perAddress')}
        description={t('settings.forms.perAddressHint')}
        inputWrapperOrder={below}
        min={1}
        max={1_000}
        allowDecimal={false}
        {...form.getInputProps('limits.perAddress')}
      />
      <NumberInput
        label={t('settings.forms.inAll')}
        min={1}
        max={100_000}
        allowDecimal={false}
        {...form.getInputProps('limits.inAll')}
      />
    </fieldset>
  );
}

type WordsProps = {
  form: Editing;
  locale: 'ru' | 'en';
  defaults: Texts['ru'] | undefined;
};

/** Left empty they are our own, which stand in the fields as examples. */
function Words({ form, locale, defaults }: WordsProps) {
  const { t } = useTranslation();
  const language = locale === 'ru' ? t('settings.forms.russian') : t('settings.forms.english');
  return (
    <fieldset className={classes.serverGrid}>
      <legend className={classes.panelTitle}>{t('settings.forms.texts', { language })}</legend>
      <TextInput
        label={t('settings.forms.title')}
        placeholder={defaults?.title}
        {...form.getInputProps(`texts.${locale}.title`)}
      />
      <Textarea
        label={t('settings.forms.intro')}
        placeholder={defaults?.intro}
        autosize
        minRows={2}
        {...form.getInputProps(`texts.${locale}.intro`)}
      />
      <Textarea
        label={t('settings.forms.success')}
        description={t('settings.forms.successHint')}
        inputWrapperOrder={below}
        placeholder={defaults?.success}
        autosize
        minRows={2}
        {...form.getInputProps(`texts.${locale}.success`)}
      />
    </fieldset>
  );
}
