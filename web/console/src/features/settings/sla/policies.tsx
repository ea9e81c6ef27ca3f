import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import { Opened } from '../opened.tsx';
import { AddPanel } from '../add-panel.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { useReturnFocus } from '../use-return-focus.ts';
import { useSave } from '../use-save.ts';
import type { SlaPolicy } from './draft.ts';
import { PolicyForm } from './policy-form.tsx';
import { usePolicySentence } from './use-policy-sentence.ts';

/** A policy that the timeline of a ticket has named. */
const asked = () => new URLSearchParams(window.location.search).get('policy');

/** What is promised to customers: each policy reads as a sentence, in the order in which they are asked. */
export function Policies() {
  const { t } = useTranslation();
  const mayChange = useMay()('sla.change');
  const policies = useItems<SlaPolicy>('sla-policies', '/sla-policies');
  const [open, setOpen] = useState<string | null>(asked);
  return (
    <>
      {mayChange && (
        <AddPanel label={t('sla.add')} isOpen={open === 'new'} onOpen={() => setOpen('new')}>
          <PolicyForm policy={null} onClose={() => setOpen(null)} />
        </AddPanel>
      )}
      <Loaded
        of={policies}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconHourglass size={30} stroke={1.4} />}
            title={t('sla.empty')}
            text={t('sla.emptyText')}
          />
        }
      >
        {(list) => (
          <ol className={classes.list}>
            {list.map((policy, at) => (
              <PolicyLine
                key={policy.id}
                policy={policy}
                list={list}
                at={at}
                mayChange={mayChange}
                isOpen={open === policy.id}
                onOpen={setOpen}
              />
            ))}
          </ol>
        )}
      </Loaded>
    </>
  );
}

type LineProps = {
  policy: SlaPolicy;
  list: readonly SlaPolicy[];
  at: number;
  mayChange: boolean;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
};

function PolicyLine({ policy, list, at, mayChange, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const sentence = usePolicySentence([policy]);
  const edit = useReturnFocus(isOpen);
  const { name, calendar } = policy;
  return (
    <li className={classes.item}>
      {mayChange && <TurnSwitch policy={policy} />}
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        <span className={classes.itemMore}>
          {sentence({ ...policy, calendarName: calendar?.name ?? null })}
        </span>
      </span>
      {mayChange && (
        <>
          {at > 0 && <RaiseButton policy={policy} list={list} at={at} />}
          <Button
            ref={edit}
            variant="subtle"
            aria-expanded={isOpen}
            onClick={() => onOpen(isOpen ? null : policy.id)}
          >
            {t('settings.edit')}
          </Button>
          <RemovePolicy policy={policy} />
        </>
      )}
      {isOpen && (
        <div style={{ flexBasis: '100%' }}>
          <Opened of={policy}>
            {(opened) => <PolicyForm policy={opened} onClose={() => onOpen(null)} />}
          </Opened>
        </div>
      )}
    </li>
  );
}

const touches = ['sla-policies'];

function TurnSwitch({ policy: { id, name, active, version } }: { policy: SlaPolicy }) {
  const { t } = useTranslation();
  const turn = useSave(
    (next: boolean) => api.patch(`/sla-policies/${id}`, { active: next, version }),
    { touches },
  );
  return (
    <Switch
      checked={active}
      disabled={turn.isPending}
      aria-label={t('sla.active', { name })}
      onChange={(event) => turn.mutate(event.currentTarget.checked)}
    />
  );
}

function RaiseButton({ policy, list, at }: Pick<LineProps, 'policy' | 'list' | 'at'>) {
  const { t } = useTranslation();
  const ids = list.map(({ id }) => id);
  const raise = useSave(
    () =>
      api.put('/sla-policies/order', {
        ids: ids.toSpliced(at, 1).toSpliced(at - 1, 0, policy.id),
      }),
    { touches },
  );
  return (
    <Button
      variant="subtle"
      loading={raise.isPending}
      aria-label={t('sla.raiseName', { name: policy.name })}
      onClick={() => raise.mutate(undefined)}
    >
      {t('sla.raise')}
    </Button>
  );
}

function RemovePolicy({ policy: { id, name } }: { policy: SlaPolicy }) {
  return (
    <RemoveButton
      path={`/sla-policies/${id}`}
      name={name}
      touches={touches}
      question={<RemoveQuestion id={id} name={name} />}
    />
  );
}

/** Comes with the question, so that it is counted when it is asked. */
function RemoveQuestion({ id, name }: Pick<SlaPolicy, 'id' | 'name'>) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['sla-policies', 'tickets', id],
    queryFn: ({ signal }) =>
      api.get<{ tickets: number }>(`/sla-policies/${id}/tickets`, {}, signal),
    staleTime: 0,
  });
  const says = !data
    ? t('sla.removeQuestion', { name })
    : data.tickets === 0
      ? t('sla.removeUnused', { name })
      : t('sla.removeUsed', { name, count: data.tickets });
  return <span aria-live="polite">{says}</span>;
}
