import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PriorityMark, priorities, StatusMark, statuses } from '../../../../ui/marks.tsx';
import { Pick, type Choice } from '../../../../ui/pick.tsx';
import { useAction } from '../../lib/actions.ts';
import { ticketTypes, type BulkChanges } from '../../lib/api-types.ts';
import { useTags } from '../../lib/refs.ts';
import type { ActionId } from '../../lib/shortcuts.data.ts';
import { useOwnStatuses } from '../../lib/own-statuses.ts';
import { useGiving } from '../../parts/availability/presence.tsx';
import { useFieldChoices } from './field-choices.tsx';
import { statusPatch } from './status-choices.tsx';

type Props = { run: (changes: BulkChanges) => void };

const orNull = (value: string) => (value === '' ? null : value);

export function AssignMenus({ run }: Props) {
  const { people, teams } = useFieldChoices();
  const give = useGiving();
  const assign = (assigneeId: string | null) => run({ assigneeId });
  return (
    <>
      <Act
        name="assignee"
        action="ticket.assignee"
        choices={people}
        onPick={(id) => (id === '' ? assign(null) : give(id, assign))}
      />
      <Act
        name="team"
        action="ticket.team"
        choices={teams}
        onPick={(id) => run({ teamId: orNull(id) })}
      />
    </>
  );
}

export function ChangeMenus({ run }: Props) {
  const { t } = useTranslation();
  const { categories } = useFieldChoices();
  const own = useOwnStatuses().filter(({ leaving }) => !leaving);
  const allStatuses = [
    ...statuses.map((value) => ({
      value: value as string,
      text: t(`ui.status.${value}`),
      mark: <StatusMark status={value} />,
    })),
    ...own.map((each) => ({
      value: each.id,
      text: `${each.name} · ${t(`tickets.type.${each.type}`)}`,
      mark: <StatusMark status={each.class} own={each} />,
    })),
  ];
  return (
    <>
      <Act
        name="status"
        action="ticket.status"
        choices={allStatuses}
        onPick={(value) => run(statusPatch(value) as BulkChanges)}
      />
      <Act
        name="priority"
        action="ticket.priority"
        choices={priorities.toReversed().map((value) => ({
          value,
          text: t(`ui.priority.${value}`),
          mark: <PriorityMark priority={value} />,
        }))}
        onPick={(priority) => run({ priority } as BulkChanges)}
      />
      <Act
        name="type"
        choices={ticketTypes.map((value) => ({ value, text: t(`tickets.type.${value}`) }))}
        onPick={(type) => run({ type } as BulkChanges)}
      />
      <Act name="category" choices={categories} onPick={(id) => run({ categoryId: orNull(id) })} />
      <TagMenus run={run} />
    </>
  );
}

function TagMenus({ run }: Props) {
  const { t } = useTranslation();
  const tags = (useTags().data ?? []).map(({ name }) => ({ value: name, text: name }));
  const made = (typed: string) => ({
    value: typed.toLowerCase(),
    text: t('tickets.newTag', { tag: typed.toLowerCase() }),
  });
  return (
    <>
      <Act
        name="addTag"
        action="ticket.tags"
        choices={tags}
        creates={made}
        onPick={(tag) => run({ addTags: [tag] })}
      />
      <Act
        name="removeTag"
        choices={tags}
        creates={made}
        onPick={(tag) => run({ removeTags: [tag] })}
      />
    </>
  );
}

type ActProps = {
  name: string;
  choices: Choice[];
  onPick: (value: string) => void;
  action?: ActionId;
  creates?: (typed: string) => Choice;
};

function Act({ name, choices, onPick, action, creates }: ActProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  useAction(action ?? 'help', () => setOpened(true), { enabled: action !== undefined, level: 1 });
  const title = t(`tickets.bulk.${name}`);
  return (
    <Pick
      label={title}
      choices={choices}
      value={[]}
      opened={opened}
      onOpenedChange={setOpened}
      onPick={onPick}
      {...(creates && { creates })}
      target={
        <Button
          size="compact-xs"
          variant="default"
          aria-haspopup="listbox"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {title}
        </Button>
      }
    />
  );
}
