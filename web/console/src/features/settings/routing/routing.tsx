import { Button, Switch } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { Opened } from '../opened.tsx';
import { AddPanel } from '../add-panel.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { useSave } from '../use-save.ts';
import { People } from './people.tsx';
import { RoutingForm } from './routing-form.tsx';
import type { RoutingRule } from './types.ts';
import { useRoutingSentence } from './use-routing-sentence.ts';
import { Waiting } from './waiting.tsx';

/** A rule that a ticket has named. */
const asked = () => new URLSearchParams(window.location.search).get('rule');

/** Where tickets go: rules in their order, who waits, and what everybody can do. */
export function Routing() {
  const { t } = useTranslation();
  const rules = useItems<RoutingRule>('routing-rules', '/routing-rules');
  const [open, setOpen] = useState<string | null>(asked);
  return (
    <>
      <AddPanel label={t('routing.add')} isOpen={open === 'new'} onOpen={() => setOpen('new')}>
        <RoutingForm rule={null} onClose={() => setOpen(null)} />
      </AddPanel>
      <Loaded
        of={rules}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconRoute size={30} stroke={1.4} />}
            title={t('routing.empty')}
            text={t('routing.emptyText')}
          />
        }
      >
        {(list) => (
          <ol className={classes.list}>
            {list.map((rule, at) => (
              <RuleLine
                key={rule.id}
                rule={rule}
                ids={list.map(({ id }) => id)}
                at={at}
                isOpen={open === rule.id}
                onOpen={setOpen}
              />
            ))}
          </ol>
        )}
      </Loaded>
      <Waiting />
      <People />
    </>
  );
}

const touches = ['routing-rules'];

function useActs({ id, version }: RoutingRule, { ids, at }: { ids: string[]; at: number }) {
  const turn = useSave(
    (enabled: boolean) => api.patch(`/routing-rules/${id}`, { enabled, version }),
    { touches },
  );
  const raise = useSave(
    () => api.put('/routing-rules/order', { ids: ids.toSpliced(at, 1).toSpliced(at - 1, 0, id) }),
    { touches },
  );
  return { turn, raise };
}

type LineProps = {
  rule: RoutingRule;
  ids: string[];
  at: number;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
};

function RuleLine({ rule, ids, at, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const sentence = useRoutingSentence([rule]);
  const { turn, raise } = useActs(rule, { ids, at });
  const { name, problems, waiting } = rule;
  return (
    <li className={classes.item}>
      <Switch
        checked={rule.enabled}
        disabled={turn.isPending}
        aria-label={t('routing.enabled', { name })}
        onChange={(event) => turn.mutate(event.currentTarget.checked)}
      />
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        <span className={classes.itemMore}>{sentence(rule)}</span>
        {waiting > 0 && (
          <span className={classes.itemMore}>{t('routing.waiting', { count: waiting })}</span>
        )}
        {problems.length > 0 && (
          <span role="alert" className={classes.error}>
            {t('routing.problems', { count: problems.length })}
          </span>
        )}
      </span>
      {at > 0 && (
        <Button
          variant="subtle"
          loading={raise.isPending}
          aria-label={t('routing.raiseName', { name })}
          onClick={() => raise.mutate(undefined)}
        >
          {t('routing.raise')}
        </Button>
      )}
      <Button
        variant="subtle"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : rule.id)}
      >
        {t('settings.edit')}
      </Button>
      <RemoveButton path={`/routing-rules/${rule.id}`} name={name} touches={touches} />
      {isOpen && (
        <div style={{ flexBasis: '100%', minWidth: 0 }}>
          <Opened of={rule}>
            {(opened) => <RoutingForm rule={opened} onClose={() => onOpen(null)} />}
          </Opened>
        </div>
      )}
    </li>
  );
}
