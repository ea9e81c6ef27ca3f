import { Button } from '@mantine/core';
import { useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { wordsOf } from '../../../lib/problem.ts';
import { Opened } from '../opened.tsx';
import { AddPanel } from '../add-panel.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useReturnFocus } from '../use-return-focus.ts';
import { useList } from './use-list.ts';
import own from './workflow.module.css';

type Kept = { readonly id: string; readonly version: number };
/** `kept` null: a new one. */
export type KeptForm<T> = { readonly kept: T | null; readonly onDone: () => void };
type Said = { readonly name: string; readonly facts: readonly string[] };

type Props<T> = {
  /** Of the list in the API, and of its words. */
  list: 'fields' | 'checklists';
  icon: ReactNode;
  lineOf: (kept: T) => Said;
  Form: ComponentType<KeptForm<T>>;
};

/** What a company keeps a short list of: each is changed where it stands, a new one above them. */
export function KeptList<T extends Kept>({ list, icon, lineOf, Form }: Props<T>) {
  const { t } = useTranslation();
  const all = useList<T>(list);
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <AddPanel
        bare
        label={t(`order.${list}.add`)}
        isOpen={open === 'new'}
        onOpen={() => setOpen('new')}
      >
        <Form kept={null} onDone={close} />
      </AddPanel>
      <Loaded
        of={all}
        wordsOf={wordsOf}
        empty={
          <Empty icon={icon} title={t(`order.${list}.empty`)} text={t(`order.${list}.emptyText`)} />
        }
      >
        {(kept) => (
          <ul className={classes.list}>
            {kept.map((each) => (
              <Line
                key={each.id}
                list={list}
                id={each.id}
                said={lineOf(each)}
                open={open}
                onOpen={setOpen}
              >
                <div className={own.form}>
                  <Opened of={each}>{(opened) => <Form kept={opened} onDone={close} />}</Opened>
                </div>
              </Line>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

type LineProps = Pick<Props<Kept>, 'list'> & {
  id: string;
  said: Said;
  open: string | null;
  onOpen: (id: string | null) => void;
  children: ReactNode;
};

function Line({ list, id, said, open, onOpen, children }: LineProps) {
  const { t } = useTranslation();
  const isOpen = open === id;
  const edit = useReturnFocus(isOpen);
  const { name, facts } = said;
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        <span className={classes.itemMore}>{facts.join(' · ')}</span>
      </span>
      <span className={own.acts}>
        <Button
          ref={edit}
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : id)}
        >
          {t('settings.edit')}
        </Button>
        <RemoveButton path={`/${list}/${id}`} name={name} touches={['workflow']} />
      </span>
      {isOpen && children}
    </li>
  );
}
