import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../../../../ui/marks.tsx';
import type { OwnStatus, TicketType } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { Opened } from '../opened.tsx';
import classes from '../settings.module.css';
import { useReturnFocus } from '../use-return-focus.ts';
import { useSave } from '../use-save.ts';
import { StatusForm } from './status-form.tsx';
import { StatusRemoval } from './status-removal.tsx';
import own from './workflow.module.css';

type Props = { type: TicketType; all: readonly OwnStatus[] };

export function StatusList({ type, all }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {all.length === 0 && <p className={classes.hint}>{t('order.statuses.empty')}</p>}
      <ol className={classes.list} hidden={all.length === 0}>
        {all.map((status, at) => (
          <StatusLine
            key={status.id}
            status={status}
            all={all}
            at={at}
            isOpen={open === status.id}
            onOpen={setOpen}
          />
        ))}
      </ol>
      {open === 'new' ? (
        <StatusForm type={type} status={null} all={all} onDone={() => setOpen(null)} />
      ) : (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setOpen('new')}
          >
            {t('order.statuses.add')}
          </Button>
        </div>
      )}
    </>
  );
}

type LineProps = {
  status: OwnStatus;
  all: readonly OwnStatus[];
  at: number;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
};

function useMove(status: OwnStatus, all: readonly OwnStatus[], at: number) {
  const move = useSave((ids: string[]) => api.put('/statuses/order', { ids }), {
    touches: ['workflow'],
  });
  return (by: number) => {
    const ids = all.map(({ id }) => id).filter((id) => id !== status.id);
    ids.splice(at + by, 0, status.id);
    move.mutate(ids);
  };
}

function StatusLine({ status, all, at, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const { name } = status;
  const edit = useReturnFocus(isOpen);
  const moved = useMove(status, all, at);
  return (
    <li className={classes.item}>
      <span className={`${classes.itemMain} ${own.line}`}>
        <StatusMark status={status.class} own={status} />
        <span className={classes.itemMore}>
          {t(`ui.status.${status.class}`)}
          {status.leaving && ` · ${t('order.statuses.leaving')}`}
        </span>
      </span>
      {!status.leaving && (
        <span className={own.acts}>
          <ActionIcon
            disabled={at === 0}
            aria-label={t('order.up', { name })}
            onClick={() => moved(-1)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            disabled={at === all.length - 1}
            aria-label={t('order.down', { name })}
            onClick={() => moved(1)}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <Button
            ref={edit}
            variant="subtle"
            aria-expanded={isOpen}
            onClick={() => onOpen(isOpen ? null : status.id)}
          >
            {t('settings.edit')}
          </Button>
          <StatusRemoval status={status} others={all.filter(({ id }) => id !== status.id)} />
        </span>
      )}
      {isOpen && (
        <div className={own.form}>
          <Opened of={status}>
            {(opened) => (
              <StatusForm
                type={status.type}
                status={opened}
                all={all}
                onDone={() => onOpen(null)}
              />
            )}
          </Opened>
        </div>
      )}
    </li>
  );
}
