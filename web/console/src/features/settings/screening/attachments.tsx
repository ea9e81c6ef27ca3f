import { Button, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import type { AttachmentPolicy, FileRules } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';

/** Which files are taken in, by letters and by forms. */
export function Attachments() {
  const policy = useQuery({
    queryKey: ['attachment-policy'],
    queryFn: ({ signal }) => api.get<AttachmentPolicy>('/attachment-policy', {}, signal),
  });
  return (
    <Loaded of={policy} wordsOf={wordsOf}>
      {(known) => <PolicyForm key={known.version} policy={known} />}
    </Loaded>
  );
}

const megabyte = 1024 * 1024;
type Typed = { maxFiles: string; maxMegabytes: string; allowed: string[]; refused: string[] };
type Values = { mail: Typed; forms: Typed };

const typedOf = ({ maxFiles, maxFileBytes, allowed, refused }: FileRules): Typed => ({
  maxFiles: maxFiles === null ? '' : String(maxFiles),
  maxMegabytes:
    maxFileBytes === null ? '' : String(Math.max(1, Math.round(maxFileBytes / megabyte))),
  allowed,
  refused,
});

const rulesOf = ({ maxFiles, maxMegabytes, ...types }: Typed): FileRules => ({
  maxFiles: maxFiles.trim() === '' ? null : Number(maxFiles),
  maxFileBytes: maxMegabytes.trim() === '' ? null : Number(maxMegabytes) * megabyte,
  ...types,
});

const isNumber = (value: string, least: number): boolean =>
  value.trim() === '' ||
  (/^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= 100);

function usePolicyForm(policy: AttachmentPolicy) {
  const { t } = useTranslation();
  const rules = {
    maxFiles: (value: string) => (isNumber(value, 0) ? null : t('settings.attachments.needFiles')),
    maxMegabytes: (value: string) =>
      isNumber(value, 1) ? null : t('settings.attachments.needMegabytes'),
  };
  const form = useForm<Values>({
    initialValues: { mail: typedOf(policy.mail), forms: typedOf(policy.forms) },
    validate: { mail: rules, forms: rules },
  });
  const save = useSave(
    ({ mail, forms }: Values) =>
      api.put('/attachment-policy', {
        version: policy.version,
        mail: rulesOf(mail),
        forms: rulesOf(forms),
      }),
    {
      touches: ['attachment-policy'],
      onError: (error) =>
        form.setErrors(
          // `forms.refused.3` stands at the field that holds it.
          Object.fromEntries(
            Object.entries(fieldWords(error)).map(([field, words]) => [
              field.split('.').slice(0, 2).join('.'),
              words,
            ]),
          ),
        ),
    },
  );
  return { form, save };
}

function PolicyForm({ policy }: { policy: AttachmentPolicy }) {
  const { t } = useTranslation();
  const mayChange = useMay()('channel.change');
  const { form, save } = usePolicyForm(policy);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <RulesOf form={form} of="mail" mayChange={mayChange} />
      <RulesOf form={form} of="forms" mayChange={mayChange} />
      <FormError error={save.error} />
      {mayChange && (
        <div>
          <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
            {t('settings.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

type RulesProps = {
  form: ReturnType<typeof usePolicyForm>['form'];
  of: 'mail' | 'forms';
  mayChange: boolean;
};

function RulesOf({ form, of, mayChange }: RulesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.panel} disabled={!mayChange}>
      <h3 className={classes.panelTitle}>
        {of === 'mail' ? t('settings.attachments.mail') : t('settings.attachments.forms')}
      </h3>
      <p className={classes.hint}>
        {of === 'mail' ? t('settings.attachments.mailHint') : t('settings.attachments.formsHint')}
      </p>
      <div className={classes.grid}>
        <TextInput
          label={t('settings.attachments.maxFiles')}
          placeholder={t('settings.attachments.anyNumber')}
          inputMode="numeric"
          {...form.getInputProps(`${of}.maxFiles`)}
        />
        <TextInput
          label={t('settings.attachments.maxMegabytes')}
          placeholder={t('settings.attachments.anyNumber')}
          inputMode="numeric"
          {...form.getInputProps(`${of}.maxMegabytes`)}
        />
      </div>
      <TagsInput
        label={t('settings.attachments.refused')}
        description={t('settings.attachments.refusedHint')}
        disabled={!mayChange}
        {...form.getInputProps(`${of}.refused`)}
      />
      <TagsInput
        label={t('settings.attachments.allowed')}
        description={t('settings.attachments.allowedHint')}
        disabled={!mayChange}
        {...form.getInputProps(`${of}.allowed`)}
      />
    </fieldset>
  );
}
