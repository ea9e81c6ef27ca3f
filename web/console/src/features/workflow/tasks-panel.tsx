import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../ui/states.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { TaskForm } from './task-form.tsx';
import { TaskLine } from './task-line.tsx';
import { useTaskActs } from './use-task-acts.ts';
import { checklistsQuery, tasksQuery, type Task } from './workflow-queries.ts';
import classes from './workflow.module.css';

/** What is to be done for a ticket, and by whom until when; steps of a checklist stand under its name. */
export function TasksPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const tasks = useQuery(tasksQuery(String(ticket.number)));
  const fixed = ticket.allowed?.change === false;
  const left = tasks.data?.filter(({ doneAt }) => doneAt === null).length ?? 0;
  const total = tasks.data?.length ?? 0;
  return (
    <section className={classes.panel} aria-labelledby="tasks-title">
      <h2 id="tasks-title" className={classes.title}>
        {t('workflow.tasks.title')}
        {total > 0 && (
          <span className={classes.left}>{t('workflow.tasks.left', { count: left, total })}</span>
        )}
      </h2>
      <Loaded of={tasks} wordsOf={wordsOf} skeletonRows={1}>
        {(list) => <Groups tasks={list} fixed={fixed} />}
      </Loaded>
      {!fixed && <Adding ticket={ticket} />}
    </section>
  );
}

function Groups({ tasks, fixed }: { tasks: Task[]; fixed: boolean }) {
  const { t } = useTranslation();
  if (tasks.length === 0) {
    return <p className={classes.text}>{t('workflow.tasks.empty')}</p>;
  }
  const groups = Map.groupBy(tasks, ({ checklist }) => checklist?.name ?? '');
  // What belongs to no checklist must not stand below the name of one.
  return [...groups]
    .toSorted(([a], [b]) => Number(a !== '') - Number(b !== ''))
    .map(([name, list]) => (
      <div key={name}>
        {name && <h3 className={classes.group}>{name}</h3>}
        <ul className={classes.list}>
          {list.map((task) => (
            <TaskLine key={task.id} task={task} fixed={fixed} />
          ))}
        </ul>
      </div>
    ));
}

function Adding({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { add, attach } = useTaskActs(ticket.number);
  const lists = useQuery(checklistsQuery).data ?? [];
  const [opened, setOpened] = useState(false);
  return (
    <>
      {opened && (
        <TaskForm
          before={{ text: '', assigneeId: ticket.assignee?.id ?? null, teamId: null, dueAt: null }}
          submitWords={t('workflow.tasks.save')}
          onSave={add}
          onClose={() => setOpened(false)}
        />
      )}
      <div className={classes.buttons}>
        {!opened && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => setOpened(true)}
          >
            {t('workflow.tasks.add')}
          </Button>
        )}
        {lists.length > 0 && (
          <Select
            size="xs"
            aria-label={t('workflow.tasks.checklist')}
            placeholder={t('workflow.tasks.checklist')}
            data={lists.map(({ id, name }) => ({ value: id, label: name }))}
            value={null}
            onChange={(id) => id && void attach(id)}
          />
        )}
      </div>
    </>
  );
}
