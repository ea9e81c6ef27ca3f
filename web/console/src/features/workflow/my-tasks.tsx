import { Link } from '@tanstack/react-router';
import { IconListCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import { useMoment } from '../../../../ui/time-text.tsx';
import { useAction } from '../../lib/actions.ts';
import { wordsOf } from '../../lib/problem.ts';
import { groupByDeadline } from './group-by-deadline.ts';
import { TaskLine } from './task-line.tsx';
import { useMyTasks } from './use-my-tasks.ts';
import type { Task } from './workflow-queries.ts';
import classes from './workflow.module.css';

/** Everything that one has to do, what is overdue first; j and k go from ticket to ticket, space ticks off. */
export function MyTasks() {
  const { t } = useTranslation();
  const tasks = useMyTasks();
  return (
    <main className={classes.pageBox}>
      <div className={classes.page}>
        <h1 className={classes.pageTitle}>{t('workflow.tasks.mine')}</h1>
        <Loaded
          of={tasks}
          wordsOf={wordsOf}
          empty={
            <Empty
              icon={<IconListCheck size={30} stroke={1.4} />}
              title={t('workflow.tasks.mineEmpty')}
              text={t('workflow.tasks.mineEmptyText')}
            />
          }
        >
          {(all) => <Deadlines tasks={all} />}
        </Loaded>
      </div>
    </main>
  );
}

function Deadlines({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const groups = groupByDeadline(tasks, useMoment());
  const box = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const ticks = [...(box.current?.querySelectorAll<HTMLElement>('input[type=checkbox]') ?? [])];
    const at = ticks.findIndex((each) => each === document.activeElement);
    ticks[at === -1 ? 0 : Math.min(Math.max(at + by, 0), ticks.length - 1)]?.focus();
  };
  useAction('list.next', () => step(1));
  useAction('list.previous', () => step(-1));
  useAction('list.open', () => {
    const row = document.activeElement?.closest('li');
    row?.querySelector<HTMLElement>('a')?.click();
  });
  return (
    <div ref={box}>
      {groups.map(({ name, list }) => (
        <section key={name} aria-labelledby={`tasks-${name}`}>
          <h2
            id={`tasks-${name}`}
            className={classes.pageGroup}
            data-late={name === 'late' || undefined}
          >
            {t(`workflow.tasks.when.${name}`)} <span className={classes.left}>{list.length}</span>
          </h2>
          <ul className={classes.pageList}>
            {list.map((task) => (
              <TaskLine key={task.id} task={task}>
                <Link
                  to="/tickets/$number"
                  params={{ number: String(task.ticket.number) }}
                  className={classes.ticketLink}
                >
                  #{task.ticket.number} {task.ticket.subject || t('workflow.tasks.noSubject')}
                </Link>
              </TaskLine>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
