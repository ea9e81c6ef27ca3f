import {
  Button,
  Checkbox,
  MultiSelect,
  Select,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { useUsers } from '../../lib/refs.ts';
import { useApprovalAct, type Approval } from './approval-queries.ts';
import classes from './approvals.module.css';

type Values = {
  text: string;
  users: string[];
  addresses: string[];
  customer: boolean;
  mode: Approval['mode'];
  deadline: string;
  hold: boolean;
  subject: boolean;
  request: boolean;
};

const start: Values = {
  text: '',
  users: [],
  addresses: [],
  customer: false,
  mode: 'one',
  deadline: '',
  hold: false,
  subject: true,
  request: false,
};

const approversOf = ({ users, addresses, customer }: Values, ticket: Ticket) => [
  ...users.map((userId) => ({ userId })),
  ...(customer ? [{ personId: ticket.requester.id }] : []),
  ...addresses.map((email) => ({ email })),
];

const askedOf = (values: Values, ticket: Ticket) => ({
  text: values.text,
  approvers: approversOf(values, ticket),
  mode: values.mode,
  hold: values.hold,
  shows: (['subject', 'request'] as const).filter((what) => values[what]),
  ...(values.deadline && { deadline: new Date(values.deadline).toISOString() }),
});

function useAskForm(ticket: Ticket) {
  const { t } = useTranslation();
  return useForm({
    initialValues: start,
    validate: {
      text: (value: string) => (value.trim() ? null : t('approvals.needText')),
      users: (_: string[], values: Values) =>
        approversOf(values, ticket).length > 0 ? null : t('approvals.needApprovers'),
    },
  });
}

/** A dialog lies above all that is drawn outside it. */
const inDialog = { withinPortal: false } as const;

/** Whom to ask, what, and how much of the ticket they may see. */
export function AskDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useAskForm(ticket);
  const ask = useApprovalAct(
    (values: Values) =>
      api.post<Approval>(`/tickets/${ticket.number}/approvals`, askedOf(values, ticket)),
    t('approvals.asked'),
  );
  return (
    <Dialog opened onClose={onClose} title={t('approvals.ask')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => ask.mutate(values, { onSuccess: onClose }))}
      >
        <Textarea
          label={t('approvals.text')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          data-autofocus
          {...form.getInputProps('text')}
        />
        <Whom form={form} ticket={ticket} />
        <TextInput
          type="datetime-local"
          label={t('approvals.deadline')}
          {...form.getInputProps('deadline')}
        />
        <Shows form={form} />
        <Checkbox
          label={t('approvals.hold')}
          {...form.getInputProps('hold', { type: 'checkbox' })}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={ask.isPending}>
            {t('approvals.send')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('approvals.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type FormProps = { form: ReturnType<typeof useAskForm> };

/** Whoever comes by a link sees no more of the ticket than this. */
function Shows({ form }: FormProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.shows}>
      <legend>{t('approvals.shows')}</legend>
      {(['subject', 'request'] as const).map((what) => (
        <Checkbox
          key={what}
          label={t(`approvals.show.${what}`)}
          {...form.getInputProps(what, { type: 'checkbox' })}
        />
      ))}
    </fieldset>
  );
}

type WhomProps = FormProps & { ticket: Ticket };

function Whom({ form, ticket }: WhomProps) {
  const { t } = useTranslation();
  const users = (useUsers().data ?? []).filter(({ active }) => active);
  const isMany = approversOf(form.values, ticket).length > 1;
  return (
    <>
      <MultiSelect
        label={t('approvals.users')}
        data={users.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        comboboxProps={inDialog}
        {...form.getInputProps('users')}
      />
      <TagsInput
        label={t('approvals.addresses')}
        description={t('approvals.addressesHint')}
        acceptValueOnBlur
        {...form.getInputProps('addresses')}
      />
      {ticket.requester.email && (
        <Checkbox
          label={t('approvals.customer', { name: ticket.requester.name })}
          {...form.getInputProps('customer', { type: 'checkbox' })}
        />
      )}
      {isMany && (
        <Select
          label={t('approvals.mode')}
          data={(['one', 'all', 'in_order'] as const).map((value) => ({
            value,
            label: t(`approvals.modes.${value}`),
          }))}
          allowDeselect={false}
          comboboxProps={inDialog}
          {...form.getInputProps('mode')}
        />
      )}
    </>
  );
}
