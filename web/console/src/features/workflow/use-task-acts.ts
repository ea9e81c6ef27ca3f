import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { tasksQuery, type Task } from './workflow-queries.ts';

const refused = (error: unknown) => showToast(wordsOf(error).words, { tone: 'bad' });

export type NewTask = { text: string; assigneeId: string | null; dueAt: string | null };

/** What is done with the tasks of a ticket; the screen hears of it as of anybody's act. */
export function useTaskActs(number: number) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const reread = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['ticket', String(number)] }),
      cache.invalidateQueries({ queryKey: ['tasks'] }),
    ]);
  const act = (work: Promise<unknown>, said?: string, undo?: () => void) =>
    work.then(
      () => {
        void reread();
        if (said) {
          showToast(said, undo && { undo });
        }
      },
      (error: unknown) => {
        void reread();
        refused(error);
      },
    );
  return {
    add: (task: NewTask) => act(api.post(`/tickets/${number}/tasks`, task)),
    attach: (checklistId: string) =>
      act(api.post(`/tickets/${number}/checklists`, { checklistId })),
    remove: (task: Task) => void act(api.delete(`/tasks/${task.id}`), t('workflow.tasks.removed')),
    tick(task: Task, done: boolean) {
      const at = done ? new Date().toISOString() : null;
      cache.setQueryData(tasksQuery(String(number)).queryKey, (tasks) =>
        tasks?.map((each) => (each.id === task.id ? { ...each, doneAt: at } : each)),
      );
      void act(
        api.patch(`/tasks/${task.id}`, { done }),
        done ? t('workflow.tasks.done') : undefined,
        () => void act(api.patch(`/tasks/${task.id}`, { done: false })),
      );
    },
  };
}
