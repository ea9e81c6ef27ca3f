import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priorities, statuses } from '../../../../ui/marks.tsx';
import { Pick, type Choice } from '../../../../ui/pick.tsx';
import { ticketTypes } from '../../lib/api-types.ts';
import { useTags } from '../../lib/refs.ts';
import type { TicketFilter } from '../../lib/ticket-lists.ts';
import { useChangeSearch, useDeskFilter, type FilterName } from './desk-search.ts';
import { useFieldChoices } from './field-choices.tsx';
import classes from './filters.module.css';

const shownNames = [
  'status',
  'priority',
  'assignee',
  'team',
  'type',
  'category',
  'tag',
  'sort',
] as const;
type Shown = (typeof shownNames)[number];

function useFilterChoices(): Record<Shown, Choice[]> {
  const { t } = useTranslation();
  const { people, teams, categories } = useFieldChoices();
  const tags = useTags().data ?? [];
  const named = (values: readonly string[], prefix: string) =>
    values.map((value) => ({ value, text: t(`${prefix}.${value}`) }));
  const [, ...others] = people;
  return {
    status: named(statuses, 'ui.status'),
    priority: named(priorities.toReversed(), 'ui.priority'),
    assignee: [
      { value: 'me', text: t('tickets.filter.me') },
      { value: 'none', text: t('tickets.nobody') },
      ...others,
    ],
    team: teams.slice(1),
    type: named(ticketTypes, 'tickets.type'),
    category: categories.slice(1),
    tag: tags.map((tag) => ({ value: tag.name, text: tag.name })),
    sort: named(['updated', 'created'], 'tickets.sort'),
  };
}

/** What the list is narrowed to; all of it stands in the address and can be sent to a colleague. */
export function Filters() {
  const { t } = useTranslation();
  const filter = useDeskFilter();
  const change = useChangeSearch();
  const choices = useFilterChoices();
  const active = shownNames.filter((name) => filter[name]);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Tooltip label={t('tickets.filter.title')}>
        <ActionIcon
          aria-label={t('tickets.filter.title')}
          aria-expanded={opened || active.length > 0}
          onClick={() => setOpened(!opened)}
        >
          <IconFilter size={17} />
        </ActionIcon>
      </Tooltip>
      {(opened || active.length > 0) && (
        <fieldset className={classes.bar} aria-label={t('tickets.filter.title')}>
          {shownNames
            .filter((name) => opened || filter[name])
            .map((name) => (
              <FilterChip key={name} name={name} filter={filter} choices={choices[name]} />
            ))}
          {active.length > 0 && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => change(Object.fromEntries(active.map((name) => [name, undefined])))}
            >
              {t('tickets.filter.clear')}
            </Button>
          )}
        </fieldset>
      )}
    </>
  );
}

function FilterChip(props: { name: FilterName & Shown; filter: TicketFilter; choices: Choice[] }) {
  const { t } = useTranslation();
  const change = useChangeSearch();
  const [opened, setOpened] = useState(false);
  const value = props.filter[props.name] ?? '';
  const name = t(`tickets.field.${props.name === 'tag' ? 'tags' : props.name}`);
  const chosen = props.choices.find((choice) => choice.value === value);
  return (
    <span className={classes.chip} data-on={value ? true : undefined}>
      <Pick
        label={name}
        choices={props.choices}
        value={[value]}
        opened={opened}
        onOpenedChange={setOpened}
        onPick={(picked) => change({ [props.name]: picked === value ? undefined : picked })}
        target={
          <button
            type="button"
            className={classes.chipButton}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {value ? `${name}: ${chosen?.text ?? value}` : name}
          </button>
        }
      />
      {value && (
        <button
          type="button"
          className={classes.clear}
          aria-label={t('tickets.filter.remove', { name })}
          onClick={() => change({ [props.name]: undefined })}
        >
          <IconX size={12} />
        </button>
      )}
    </span>
  );
}
