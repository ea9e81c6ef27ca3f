import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './small.module.css';

/** A modal by the browser's own <dialog>: it keeps the focus inside and gives it back. */
export function Dialog(props: {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { opened } = props;
  useEffect(() => {
    const dialog = ref.current;
    if (opened && dialog && !dialog.open) {
      dialog.showModal();
    }
    return () => dialog?.close();
  }, [opened]);
  if (!opened) {
    return null;
  }
  return (
    <dialog ref={ref} className={classes.dialog} aria-labelledby={titleId} onClose={props.onClose}>
      <div className={classes.dialogHead}>
        <h2 id={titleId} className={classes.dialogTitle}>
          {props.title}
        </h2>
        <ActionIcon onClick={props.onClose} aria-label={t('ui.close')}>
          <IconX size={18} />
        </ActionIcon>
      </div>
      <div className={classes.dialogBody}>{props.children}</div>
    </dialog>
  );
}
