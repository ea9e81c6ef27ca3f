import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../ui/states.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useUsers } from '../../lib/refs.ts';
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
  const { attach } = useTaskActs(ticket.number);
  const lists = useQuery(checklistsQuery).data ?? [];
  const [opened, setOpened] = useState(false);
  return (
    <>
      {opened && <TaskForm ticket={ticket} onClose={() => setOpened(false)} />}
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

function TaskForm({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const { add } = useTaskActs(ticket.number);
  const users = (useUsers().data ?? []).filter(({ active }) => active);
  const [text, setText] = useState('');
  const [assigneeId, setAssigneeId] = useState<string | null>(ticket.assignee?.id ?? null);
  const [due, setDue] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) {
      const dueAt = due ? new Date(due).toISOString() : null;
      void add({ text: text.trim(), assigneeId, dueAt });
      onClose();
    }
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('workflow.tasks.text')}
        value={text}
        maxLength={500}
        // The person has just asked to add a task.
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- see above
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        label={t('workflow.tasks.assignee')}
        placeholder={t('workflow.tasks.nobody')}
        data={users.map(({ id, name }) => ({ value: id, label: name }))}
        value={assigneeId}
        clearable
        searchable
        onChange={setAssigneeId}
      />
      <TextInput
        type="datetime-local"
        label={t('workflow.tasks.due')}
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="xs" type="submit" disabled={!text.trim()}>
          {t('workflow.tasks.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('workflow.missing.cancel')}
        </Button>
      </div>
    </form>
  );
}
