import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconListTree } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { allPages } from '../../../lib/all-pages.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { isOfAll } from '../../../parts/conditions/tree.ts';
import { useFoundNames } from '../../../parts/conditions/use-choices.ts';
import { useConditionSentence } from '../../../parts/conditions/use-sentence.ts';
import { Opened } from '../opened.tsx';
import { AddPanel } from '../add-panel.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useReturnFocus } from '../use-return-focus.ts';
import { ScriptForm } from './script-form.tsx';
import type { TalkScript } from './script-steps.ts';

/** Guides for talks; in a ticket they are run at its side. */
export function Scripts() {
  const { t } = useTranslation();
  const scripts = useQuery({
    queryKey: ['templates', 'scripts'],
    queryFn: ({ signal }) => allPages<TalkScript>('/talk-scripts', {}, signal),
  });
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <AddPanel label={t('scripts.add')} isOpen={open === 'new'} onOpen={() => setOpen('new')}>
        <ScriptForm script={null} onClose={() => setOpen(null)} />
      </AddPanel>
      <Loaded
        of={scripts}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconListTree size={30} stroke={1.4} />}
            title={t('scripts.empty')}
            text={t('scripts.emptyText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((script) => (
              <Line key={script.id} script={script} isOpen={open === script.id} onOpen={setOpen} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

type LineProps = { script: TalkScript; isOpen: boolean; onOpen: (id: string | null) => void };

function Line({ script, isOpen, onOpen }: LineProps) {
  const edit = useReturnFocus(isOpen);
  const { t } = useTranslation();
  const { id, name, steps, condition, conditionProblems, uses, problems } = script;
  const sentence = useConditionSentence();
  const named = useFoundNames([condition]);
  const facts = [
    t('scripts.steps', { count: steps.length }),
    t('scripts.uses', { count: uses }),
    isOfAll(condition)
      ? t('scripts.ofAll')
      : t('scripts.sentence', { condition: sentence(condition, named) }),
  ];
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        <span className={classes.itemMore}>{facts.join(' · ')}</span>
        {problems.length + conditionProblems.length > 0 && (
          <span className={classes.badge} data-tone="warn">
            {t('scripts.problems')}
          </span>
        )}
      </span>
      <Button
        ref={edit}
        variant="subtle"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : id)}
      >
        {t('settings.edit')}
      </Button>
      <RemoveButton path={`/talk-scripts/${id}`} name={name} touches={['templates']} />
      {isOpen && (
        <div style={{ flexBasis: '100%' }}>
          <Opened of={script}>
            {(opened) => <ScriptForm script={opened} onClose={() => onOpen(null)} />}
          </Opened>
        </div>
      )}
    </li>
  );
}
