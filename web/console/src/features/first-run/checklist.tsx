import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircle, IconCircleCheckFilled, IconCircleMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../../../ui/copy.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import { guideQuery, useSkipStep, type Guide } from '../../lib/guide.ts';
import { LinkButton } from '../../lib/link-button.tsx';
import { wordsOf } from '../../lib/problem.ts';
import classes from './first-run.module.css';

type Step = Guide['steps'][number];

/** Where each step is done, one click away; the others say here what to do. */
const places: Partial<Record<Step['name'], string>> = {
  mailbox: '/settings/channels?connect=1',
  team: '/settings/teams',
  colleagues: '/settings/users',
  answer: '/tickets?view=open',
  totp: '/settings/profile',
};

/** What is set up and what is not. The server looks; whatever the demo company has does not count. */
export function Checklist() {
  const guide = useQuery({ ...guideQuery, refetchOnMount: 'always' });
  return (
    <Loaded of={guide} wordsOf={wordsOf}>
      {({ steps }) => (
        <ul className={classes.checklist}>
          {steps.map((step) => (
            <Line key={step.name} step={step} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function Line({ step }: { step: Step }) {
  const { t } = useTranslation();
  const { name, done, skipped } = step;
  const isOver = done || skipped;
  return (
    <li className={classes.check} data-done={isOver || undefined}>
      <Mark done={done} skipped={skipped} />
      <div className={classes.checkText}>
        {t(`firstRun.step.${name}`)}
        {!isOver && name === 'backup' && <BackupHelp />}
      </div>
      {!done && <Acts step={step} />}
    </li>
  );
}

function Acts({ step: { name, skipped } }: { step: Step }) {
  const { t } = useTranslation();
  const skip = useSkipStep();
  const to = places[name];
  return (
    <div className={classes.checkActs}>
      {name !== 'letter' && (
        <Button
          variant="subtle"
          {...(!skipped && { color: 'gray' })}
          loading={skip.isPending}
          onClick={() => skip.mutate({ step: name, skipped: !skipped })}
        >
          {t(skipped ? 'firstRun.unskip' : 'firstRun.skip')}
        </Button>
      )}
      {!skipped && to && (
        <LinkButton variant="subtle" to={to as string}>
          {t('firstRun.do')}
        </LinkButton>
      )}
    </div>
  );
}

function Mark({ done, skipped }: Pick<Step, 'done' | 'skipped'>) {
  const { t } = useTranslation();
  if (done) {
    return <IconCircleCheckFilled size={20} color="var(--good)" aria-label={t('firstRun.done')} />;
  }
  return skipped ? (
    <IconCircleMinus size={20} color="var(--text-3)" aria-label={t('firstRun.skipped')} />
  ) : (
    <IconCircle size={20} color="var(--text-3)" aria-label={t('firstRun.toDo')} />
  );
}

const command = 'npm run otklik -- backup otklik.tar.gz';

/** A backup is made where the server is, so what leads there is a command. */
function BackupHelp() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      {' '}
      <Button size="compact-sm" variant="subtle" onClick={() => setOpened(!opened)}>
        {t('firstRun.backup.how')}
      </Button>
      {opened && (
        <div className={classes.checkMore}>
          <p className={classes.wayText}>{t('firstRun.backup.text')}</p>
          <div className={classes.command}>
            <pre className={classes.code}>{command}</pre>
            <CopyText text={command} />
          </div>
        </div>
      )}
    </>
  );
}
