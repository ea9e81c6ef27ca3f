import { Button } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import type { Macro } from '../../../lib/api-types.ts';
import { macrosQuery } from '../../../lib/macros.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { isOfAll } from '../../../parts/conditions/tree.ts';
import { useFoundNames } from '../../../parts/conditions/use-choices.ts';
import { useConditionSentence } from '../../../parts/conditions/use-sentence.ts';
import { Opened } from '../opened.tsx';
import { AddPanel } from '../add-panel.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { ReviseBadge } from '../templates/revise-badge.tsx';
import { toRevise } from '../templates/revise.ts';
import { useReturnFocus } from '../use-return-focus.ts';
import { MacroForm } from './macro-form.tsx';
import { useActsSaid } from './acts-said.ts';

/** Several acts and an answer in one key. */
export function Macros() {
  const { t } = useTranslation();
  const macros = useQuery(macrosQuery);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <AddPanel
        label={t('settings.macros.add')}
        isOpen={open === 'new'}
        onOpen={() => setOpen('new')}
      >
        <MacroForm macro={null} onClose={() => setOpen(null)} />
      </AddPanel>
      <Loaded
        of={macros}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconBolt size={30} stroke={1.4} />}
            title={t('settings.macros.empty')}
            text={t('settings.macros.emptyText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((macro) => (
              <MacroLine key={macro.id} macro={macro} isOpen={open === macro.id} onOpen={setOpen} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

type LineProps = { macro: Macro; isOpen: boolean; onOpen: (id: string | null) => void };

function MacroLine({ macro, isOpen, onOpen }: LineProps) {
  const edit = useReturnFocus(isOpen);
  const { t, i18n } = useTranslation();
  const said = useActsSaid();
  const sentence = useConditionSentence();
  const named = useFoundNames([macro.condition]);
  const [now] = useState(() => new Date());
  const why = toRevise(macro, now);
  const facts = [
    macro.team?.name ?? t('settings.templates.everybody'),
    macro.types.map((type) => t(`tickets.type.${type}`)).join(', '),
    isOfAll(macro.condition)
      ? null
      : t('settings.macros.onlyIf', { condition: sentence(macro.condition, named) }),
    macro.digit !== null && t('settings.macros.keys', { digit: macro.digit }),
    t('settings.templates.uses', { count: macro.uses }),
    macro.lastUsedAt &&
      t('settings.templates.lastUsed', {
        date: new Date(macro.lastUsedAt).toLocaleDateString(i18n.language),
      }),
  ];
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{macro.name}</span>
        <span className={classes.itemMore}>{facts.filter(Boolean).join(' · ')}</span>
        <span className={classes.itemMore}>{said(macro)}</span>
        {macro.conditionProblems.length > 0 && (
          <span className={classes.badge} data-tone="warn">
            {t('settings.macros.problems')}
          </span>
        )}
        {why && (
          <ReviseBadge
            path={`/macros/${macro.id}`}
            version={macro.version}
            why={why}
            touches={['macros']}
          />
        )}
      </span>
      <Button
        ref={edit}
        variant="subtle"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : macro.id)}
      >
        {t('settings.edit')}
      </Button>
      <RemoveButton path={`/macros/${macro.id}`} name={macro.name} touches={['macros']} />
      {isOpen && (
        <div style={{ flexBasis: '100%' }}>
          <Opened of={macro}>
            {(opened) => <MacroForm macro={opened} onClose={() => onOpen(null)} />}
          </Opened>
        </div>
      )}
    </li>
  );
}
