import { Button, TextInput } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { Empty } from '../../../ui/states.tsx';
import { useAction } from './actions.ts';
import classes from './side-list.module.css';

type Props = {
  title: string;
  find: string;
  typed: string;
  onType: (typed: string) => void;
  add: string;
  onAdd: () => void;
  /** Whether something of the list is opened beside it. */
  isOpen: boolean;
  choose: string;
  /** Beside the button that adds. */
  more?: ReactNode;
  children: ReactNode;
};

/** A list to find in on the left and what is opened of it on the right; on a phone one at a time. */
export function SideList(props: Props) {
  const field = useRef<HTMLInputElement>(null);
  useAction('list.search', () => field.current?.focus());
  return (
    <main className={classes.page} data-open={props.isOpen || undefined}>
      <section className={classes.side} aria-label={props.title}>
        <div className={classes.head}>
          <h1 className={classes.title}>{props.title}</h1>
          {props.more}
          <Button leftSection={<IconPlus size={15} />} onClick={props.onAdd}>
            {props.add}
          </Button>
        </div>
        <div className={classes.find}>
          <TextInput
            ref={field}
            type="search"
            leftSection={<IconSearch size={15} />}
            placeholder={props.find}
            aria-label={props.find}
            value={props.typed}
            onChange={(event) => props.onType(event.currentTarget.value)}
          />
        </div>
        <div className={classes.list}>{props.children}</div>
      </section>
      <div className={classes.main}>
        {props.isOpen ? <Outlet /> : <Empty title={props.choose} />}
      </div>
    </main>
  );
}
