import { ActionIcon, Checkbox } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeText, useMoment } from '../../../../ui/time-text.tsx';
import { useTaskActs } from './use-task-acts.ts';
import type { Task } from './workflow-queries.ts';
import classes from './workflow.module.css';

type Props = { task: Task; fixed?: boolean; children?: ReactNode };

const isLate = ({ doneAt, dueAt }: Task, now: Date): boolean =>
  doneAt === null && dueAt !== null && Date.parse(dueAt) < now.getTime();

function TaskFacts({ task }: { task: Task }) {
  const { t } = useTranslation();
  const now = useMoment();
  const { dueAt } = task;
  const who = task.assignee?.name ?? task.team?.name;
  return (
    <>
      {who}
      {who && dueAt && ' · '}
      {dueAt && <TimeText at={dueAt} />}
      {isLate(task, now) && <span className={classes.late}> · {t('workflow.tasks.late')}</span>}
    </>
  );
}

/** One thing to do: ticked off by a click or by the space bar. */
export function TaskLine({ task, fixed = false, children }: Props) {
  const { t } = useTranslation();
  const { tick, remove } = useTaskActs(task.ticket.number);
  return (
    <li className={classes.task} data-done={task.doneAt !== null || undefined}>
      <Checkbox
        size="xs"
        mt={2}
        checked={task.doneAt !== null}
        disabled={fixed}
        aria-label={task.text}
        onChange={(event) => tick(task, event.currentTarget.checked)}
      />
      <span className={classes.taskMain}>
        <span className={classes.taskText}>{task.text}</span>
        <span className={classes.taskFacts}>
          {children}
          <TaskFacts task={task} />
        </span>
      </span>
      {!fixed && (
        <ActionIcon
          size={24}
          aria-label={t('workflow.tasks.remove', { text: task.text })}
          onClick={() => remove(task)}
        >
          <IconTrash size={15} />
        </ActionIcon>
      )}
    </li>
  );
}
