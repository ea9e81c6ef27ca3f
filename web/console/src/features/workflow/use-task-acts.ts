import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { tasksQuery, type Task } from './workflow-queries.ts';

const refused = (error: unknown) => showToast(wordsOf(error).words, { tone: 'bad' });

/** What is said about a task. */
export type TaskWords = {
  text: string;
  assigneeId: string | null;
  teamId: string | null;
  dueAt: string | null;
};

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
    /** Both reject with the refusal, which belongs into their form. */
    add: (words: TaskWords) =>
      api.post(`/tickets/${number}/tasks`, words).finally(() => void reread()),
    change: ({ id, version }: Task, words: TaskWords) =>
      api.patch(`/tasks/${id}`, { ...words, version }).finally(() => void reread()),
    attach: (checklistId: string) =>
      act(api.post(`/tickets/${number}/checklists`, { checklistId })),
    remove: ({ id, ticket }: Task) =>
      void act(
        api.delete(`/tasks/${id}`),
        t('workflow.tasks.removed'),
        () => void act(api.post(`/tickets/${ticket.id}/tasks/${id}/restoration`, {})),
      ),
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
