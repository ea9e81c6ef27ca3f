import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { PriorityMark, priorities, StatusMark } from '../../../../ui/marks.tsx';
import { Pick, type Choice } from '../../../../ui/pick.tsx';
import { useAction } from '../../lib/actions.ts';
import { ticketTypes, type Ticket, type TicketPatch } from '../../lib/api-types.ts';
import type { ActionId } from '../../lib/shortcuts.data.ts';
import { useOwnLook } from '../../lib/own-statuses.ts';
import { isBarred, stepsQuery } from '../../lib/steps.ts';
import { useSession } from '../../lib/session.ts';
import { useGiving } from '../../parts/availability/presence.tsx';
import { useChangeTicket } from './change-ticket.ts';
import { useFieldChoices } from './field-choices.tsx';
import { statusPatch, useStatusChoices } from './status-choices.tsx';
import { TagsField } from './tags-field.tsx';
import classes from './ticket-pane.module.css';

type FieldProps = {
  name: string;
  value: string;
  shown: ReactNode;
  choices: Choice[];
  onPick: (value: string) => void;
  action?: ActionId;
  onOpen?: () => void;
  unset?: boolean;
  disabled: boolean;
};

function Field(props: FieldProps) {
  const [opened, setShown] = useState(false);
  const setOpened = (open: boolean) => {
    setShown(open);
    if (open) {
      props.onOpen?.();
    }
  };
  useAction(
    props.action ?? 'help',
    () => setOpened(true),
    props.action !== undefined && !props.disabled,
  );
  return (
    <Pick
      label={props.name}
      choices={props.choices}
      value={[props.value]}
      opened={opened}
      onOpenedChange={setOpened}
      onPick={props.onPick}
      target={
        <button
          type="button"
          className={classes.field}
          data-unset={props.unset || undefined}
          disabled={props.disabled}
          title={props.name}
          aria-haspopup="listbox"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <span className="sr-only">{props.name}: </span>
          <span className={classes.fieldValue}>{props.shown}</span>
        </button>
      }
    />
  );
}

/** What a ticket is: every field is a menu that a key opens. */
export function TicketFields({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const change = useChangeTicket();
  const fixed = ticket.allowed?.change === false;
  const set = (patch: TicketPatch, said: string) => void change(ticket, patch, said);
  const solved = t('tickets.done.solved', { number: ticket.number });
  useAction('ticket.solve', () => set({ status: 'solved' }, solved), !fixed);
  return (
    <fieldset className={classes.fields} aria-label={t('tickets.fields')}>
      <StatusField ticket={ticket} set={set} />
      <Field
        name={t('tickets.field.priority')}
        value={ticket.priority}
        shown={<PriorityMark priority={ticket.priority} />}
        choices={priorities.toReversed().map((priority) => ({
          value: priority,
          text: t(`ui.priority.${priority}`),
          mark: <PriorityMark priority={priority} />,
        }))}
        action="ticket.priority"
        disabled={fixed}
        onPick={(priority) =>
          set({ priority: priority as Ticket['priority'] }, t('tickets.done.priority'))
        }
      />
      <AssigneeField ticket={ticket} set={set} />
      <TeamField ticket={ticket} set={set} />
      <Field
        name={t('tickets.field.type')}
        value={ticket.type}
        shown={t(`tickets.type.${ticket.type}`)}
        choices={ticketTypes.map((type) => ({ value: type, text: t(`tickets.type.${type}`) }))}
        disabled={fixed}
        onPick={(type) => set({ type: type as Ticket['type'] }, t('tickets.done.type'))}
      />
      <CategoryField ticket={ticket} set={set} />
      <TagsField ticket={ticket} disabled={fixed} />
    </fieldset>
  );
}

function StatusField({ ticket, set }: OwnProps) {
  const { t } = useTranslation();
  const all = useStatusChoices([ticket.type]);
  const own = useOwnLook(ticket);
  // Known already where solving asks for something; else asked when somebody looks into the menu.
  const [looking, setLooking] = useState(false);
  const steps = useQuery({ ...stepsQuery(String(ticket.number)), enabled: looking }).data;
  const barred = new Set(steps?.filter(isBarred).map((step) => step.ownStatusId ?? step.status));
  const now = own && ticket.ownStatus ? ticket.ownStatus.id : ticket.status;
  const choices = all.filter(({ value }) => value === now || !barred.has(value));
  return (
    <Field
      name={t('tickets.field.status')}
      value={now}
      onOpen={() => setLooking(true)}
      shown={<StatusMark status={ticket.status} own={own} />}
      choices={choices}
      action="ticket.status"
      disabled={ticket.allowed?.change === false}
      onPick={(value) => set(statusPatch(value), t('tickets.done.status'))}
    />
  );
}

function Named({ name }: { name: string }) {
  return (
    <span className={classes.named}>
      <Initials name={name} size={18} /> {name}
    </span>
  );
}

type OwnProps = { ticket: Ticket; set: (patch: TicketPatch, said: string) => void };

const none = '';
const orNull = (value: string) => (value === none ? null : value);

function AssigneeField({ ticket, set }: OwnProps) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { people } = useFieldChoices();
  const fixed = ticket.allowed?.assign === false;
  const give = useGiving();
  const assign = (id: string | null) => {
    set({ assigneeId: id }, t(id === user.id ? 'tickets.done.tookOver' : 'tickets.done.assignee'));
  };
  useAction('ticket.takeOver', () => assign(user.id), !fixed && ticket.assignee?.id !== user.id);
  return (
    <Field
      name={t('tickets.field.assignee')}
      value={ticket.assignee?.id ?? none}
      shown={ticket.assignee ? <Named name={ticket.assignee.name} /> : t('tickets.nobody')}
      unset={!ticket.assignee}
      choices={people}
      action="ticket.assignee"
      disabled={fixed}
      onPick={(id) => (id === none ? assign(null) : give(id, assign))}
    />
  );
}

function TeamField({ ticket, set }: OwnProps) {
  const { t } = useTranslation();
  const { teams } = useFieldChoices();
  return (
    <Field
      name={t('tickets.field.team')}
      value={ticket.team?.id ?? none}
      shown={ticket.team?.name ?? t('tickets.noTeam')}
      unset={!ticket.team}
      choices={teams}
      action="ticket.team"
      disabled={ticket.allowed?.assign === false}
      onPick={(id) => set({ teamId: orNull(id) }, t('tickets.done.team'))}
    />
  );
}

function CategoryField({ ticket, set }: OwnProps) {
  const { t } = useTranslation();
  const { categories } = useFieldChoices();
  return (
    <Field
      name={t('tickets.field.category')}
      value={ticket.category?.id ?? none}
      shown={ticket.category?.name ?? t('tickets.noCategory')}
      unset={!ticket.category}
      choices={categories}
      disabled={ticket.allowed?.change === false}
      onPick={(id) => set({ categoryId: orNull(id) }, t('tickets.done.category'))}
    />
  );
}
