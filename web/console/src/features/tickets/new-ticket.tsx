import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priorities } from '../../../../ui/marks.tsx';
import { useAction } from '../../lib/actions.ts';
import { ticketTypes } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useFieldChoices } from './field-choices.tsx';
import classes from './new-ticket.module.css';
import { RequesterField } from './requester-field.tsx';
import { UploadList } from './upload-list.tsx';
import { categoryPath, useCategories } from '../../lib/refs.ts';
import { TemplateField, type FilledTicket } from './new/template-field.tsx';
import { useNewTicket, type Extra, type NewTicketForm } from './use-new-ticket.ts';

/** Opens a ticket in a customer's name: who, what, how urgent. */
export function NewTicket() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [extra, setExtra] = useState<Extra>({});
  const { form, open, files } = useNewTicket(extra);
  useAction('ticket.back', () => void navigate({ to: '/tickets', search: true }));
  return (
    <form
      className={classes.form}
      onSubmit={form.onSubmit((values) => open.mutate(values))}
      noValidate
    >
      <h1 className={classes.title}>{t('tickets.new.title')}</h1>
      <TemplateField form={form} onFill={(filled) => setExtra(extraOf(filled))} />
      <RequesterField form={form} />
      <TextInput
        label={t('tickets.field.subject')}
        required
        maxLength={500}
        {...form.getInputProps('subject')}
      />
      <Textarea
        label={t('tickets.new.body')}
        required
        autosize
        minRows={5}
        maxRows={16}
        {...form.getInputProps('body')}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) {
            event.preventDefault();
            files.add(event.clipboardData.files);
          }
        }}
      />
      <Choices form={form} />
      <Also extra={extra} />
      <UploadList uploads={files.uploads} onRemove={files.remove} />
      {open.error && (
        <p role="alert" className={classes.error}>
          {wordsOf(open.error).words}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={open.isPending} disabled={!files.ready}>
          {t('tickets.new.open')}
        </Button>
        <Button variant="default" onClick={() => void navigate({ to: '/tickets', search: true })}>
          {t('tickets.new.cancel')}
        </Button>
      </div>
    </form>
  );
}

const extraOf = ({ categoryId, tags, fields }: FilledTicket): Extra => ({
  ...(categoryId && { categoryId }),
  ...(tags.length > 0 && { tags }),
  ...(Object.keys(fields).length > 0 && { fields }),
});

/** Nothing comes along unseen. */
function Also({ extra: { categoryId, tags = [], fields = {} } }: { extra: Extra }) {
  const { t } = useTranslation();
  const categories = useCategories().data ?? [];
  const what = [
    ...(categoryId ? [categoryPath(categories, categoryId)] : []),
    ...tags,
    ...Object.entries(fields).map(([name, value]) => `${name}: ${String(value)}`),
  ];
  return what.length === 0 ? null : <p>{t('newTicket.also', { what: what.join(', ') })}</p>;
}

const options = (list: { value: string; text: string }[]) =>
  list.map(({ value, text }) => ({ value, label: text }));

function Choices({ form }: { form: NewTicketForm }) {
  const { t } = useTranslation();
  const { people, teams } = useFieldChoices();
  return (
    <div className={classes.choices}>
      <Select
        label={t('tickets.field.priority')}
        data={priorities.map((value) => ({ value, label: t(`ui.priority.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('priority')}
      />
      <Select
        label={t('tickets.field.type')}
        data={ticketTypes.map((value) => ({ value, label: t(`tickets.type.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('type')}
      />
      <Select
        label={t('tickets.field.assignee')}
        data={options(people)}
        searchable
        {...form.getInputProps('assigneeId')}
      />
      <Select
        label={t('tickets.field.team')}
        data={options(teams)}
        {...form.getInputProps('teamId')}
      />
    </div>
  );
}
