import { ActionIcon, Checkbox } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeText, useMoment } from '../../../../ui/time-text.tsx';
import { TaskForm } from './task-form.tsx';
import { useTaskActs } from './use-task-acts.ts';
import type { Task } from './workflow-queries.ts';
import classes from './workflow.module.css';

type Props = {
  task: Task;
  fixed?: boolean;
  /** Inside another form there is no room for its own. */
  tickOnly?: boolean;
  children?: ReactNode;
};

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

type ActsProps = { task: Task; isBack: boolean; onEdit: () => void };

function Acts({ task, isBack, onEdit }: ActsProps) {
  const { t } = useTranslation();
  const { remove } = useTaskActs(task.ticket.number);
  return (
    <span className={classes.taskActs}>
      <ActionIcon
        size={24}
        // Where the person was before the form.
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- see above
        autoFocus={isBack}
        aria-label={t('workflow.tasks.change', { text: task.text })}
        onClick={onEdit}
      >
        <IconPencil size={15} />
      </ActionIcon>
      <ActionIcon
        size={24}
        aria-label={t('workflow.tasks.remove', { text: task.text })}
        onClick={() => remove(task)}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </span>
  );
}

function Editing({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  const { change } = useTaskActs(task.ticket.number);
  const { text, assignee, team, dueAt } = task;
  return (
    <li className={classes.task}>
      <TaskForm
        before={{ text, assigneeId: assignee?.id ?? null, teamId: team?.id ?? null, dueAt }}
        submitWords={t('workflow.tasks.saveChange')}
        onSave={(words) => change(task, words)}
        onClose={onClose}
      />
    </li>
  );
}

/** One thing to do: ticked off by a click or by the space bar, opened again the same way, changed where it stands. */
export function TaskLine({ task, fixed = false, tickOnly = fixed, children }: Props) {
  const { tick } = useTaskActs(task.ticket.number);
  const [state, setState] = useState<'shown' | 'edited' | 'back'>('shown');
  if (state === 'edited') {
    return <Editing task={task} onClose={() => setState('back')} />;
  }
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
      {!tickOnly && (
        <Acts task={task} isBack={state === 'back'} onEdit={() => setState('edited')} />
      )}
    </li>
  );
}
