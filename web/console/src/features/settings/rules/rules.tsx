import { Button, Switch } from '@mantine/core';
import { IconGitFork } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { Opened } from '../opened.tsx';
import { AddPanel } from '../add-panel.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useReturnFocus } from '../use-return-focus.ts';
import { useSave } from '../use-save.ts';
import { FailedEffects } from './failed-effects.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleVersions } from './rule-versions.tsx';
import { rulesQuery } from './rules-query.ts';
import type { Rule } from './rule-types.ts';
import { WebhookSecret } from './webhook-secret.tsx';
import { useRuleSentence } from './use-rule-sentence.ts';

/** A rule that the timeline of a ticket has named. */
const asked = () => new URLSearchParams(window.location.search).get('rule');

/** What happens by itself: each rule reads as a sentence, in the order in which they act. */
export function Rules() {
  const { t } = useTranslation();
  const rules = useQuery(rulesQuery);
  const [open, setOpen] = useState<string | null>(asked);
  return (
    <>
      <AddPanel label={t('rules.add')} isOpen={open === 'new'} onOpen={() => setOpen('new')}>
        <RuleForm rule={null} onClose={() => setOpen(null)} />
      </AddPanel>
      <FailedEffects />
      <Loaded
        of={rules}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconGitFork size={30} stroke={1.4} />}
            title={t('rules.empty')}
            text={t('rules.emptyText')}
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
      {(rules.data ?? []).some(callsOut) && <WebhookSecret />}
    </>
  );
}

const callsOut = ({ actions }: Rule): boolean => actions.some(({ kind }) => kind === 'webhook');

const touches = ['rules'];

function useRuleActs({ id, version }: Rule, { ids, at }: { ids: string[]; at: number }) {
  const turn = useSave((enabled: boolean) => api.patch(`/rules/${id}`, { enabled, version }), {
    touches,
  });
  const raise = useSave(
    () => api.put('/rules/order', { ids: ids.toSpliced(at, 1).toSpliced(at - 1, 0, id) }),
    { touches },
  );
  return { turn, raise };
}

type LineProps = {
  rule: Rule;
  ids: string[];
  at: number;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
};

function RuleLine({ rule, ids, at, isOpen, onOpen }: LineProps) {
  const edit = useReturnFocus(isOpen);
  const { t } = useTranslation();
  const sentence = useRuleSentence([rule]);
  const [round, setRound] = useState(0);
  const { turn, raise } = useRuleActs(rule, { ids, at });
  const { problems, uses, name, enabled } = rule;
  return (
    <li className={classes.item}>
      <Switch
        checked={enabled}
        aria-label={t('rules.enabled', { name })}
        onChange={(event) => turn.mutate(event.currentTarget.checked)}
      />
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        <span className={classes.itemMore}>{sentence(rule)}</span>
        <span className={classes.itemMore}>{t('rules.uses', { count: uses.last30Days })}</span>
        {problems.length > 0 && (
          <span role="alert" className={classes.error}>
            {t('rules.problems', { count: problems.length })}
          </span>
        )}
      </span>
      {at > 0 && (
        <Button
          variant="subtle"
          aria-label={t('rules.raiseName', { name })}
          onClick={() => raise.mutate(undefined)}
        >
          {t('rules.raise')}
        </Button>
      )}
      <Button
        ref={edit}
        variant="subtle"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : rule.id)}
      >
        {t('settings.edit')}
      </Button>
      <RemoveButton path={`/rules/${rule.id}`} name={name} touches={touches} />
      {isOpen && (
        <div style={{ flexBasis: '100%' }}>
          <Opened key={round} of={rule}>
            {(opened) => <RuleForm rule={opened} onClose={() => onOpen(null)} />}
          </Opened>
          <RuleVersions rule={rule} onBack={() => setRound(round + 1)} />
        </div>
      )}
    </li>
  );
}
