import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import classes from './settings.module.css';

type Props = {
  label: string;
  isOpen: boolean;
  onOpen: () => void;
  children: ReactNode;
  /** What is inside has a frame of its own. */
  bare?: boolean;
};

const focusFirst = (panel: HTMLElement | null): void =>
  panel?.querySelector<HTMLElement>('input, select, textarea')?.focus();

/** The button that adds a setting; its form stands in its place and has the focus, which comes back when the form has gone. */
export function AddPanel({ label, isOpen, onOpen, children, bare = false }: Props) {
  const wasOpened = useRef(false);
  const comeBack = (button: HTMLElement | null) => {
    if (button && wasOpened.current) {
      wasOpened.current = false;
      button.focus();
    }
  };
  const open = () => {
    wasOpened.current = true;
    onOpen();
  };
  return isOpen ? (
    <section {...(!bare && { className: classes.panel })} ref={focusFirst}>
      {children}
    </section>
  ) : (
    <div>
      <Button ref={comeBack} leftSection={<IconPlus size={15} />} onClick={open}>
        {label}
      </Button>
    </div>
  );
}
