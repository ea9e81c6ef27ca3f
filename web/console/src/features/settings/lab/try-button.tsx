import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../../ui/toast.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import type { DraftChange, LabRun } from './lab-types.ts';

const days = 30;
const inside = 'changes.0.definition.';

type Props = {
  /** The change as it stands in the form; null: something is wrong in it, and the form says what. */
  draft: () => DraftChange | null;
  /** What the server minds, at the places of the form. */
  onWrong: (errors: Record<string, string>) => void;
};

/** Beside "Save": the change goes to the lab instead of the settings. */
export function TryButton({ draft, onWrong }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const start = useMutation({
    mutationFn: (change: DraftChange) => api.post<LabRun>('/lab/runs', { changes: [change], days }),
    onSuccess: async (run) => {
      await cache.invalidateQueries({ queryKey: ['lab'] });
      void navigate({ to: '/settings/lab' as string, search: { run: run.id } as never });
    },
    onError: (error) => {
      const words = Object.entries(fieldWords(error)).map(
        ([at, said]) => [at.startsWith(inside) ? at.slice(inside.length) : at, said] as const,
      );
      onWrong(Object.fromEntries(words));
      if (words.length === 0) {
        showToast(wordsOf(error).words, { tone: 'bad' });
      }
    },
  });
  return (
    <Button
      variant="light"
      loading={start.isPending}
      leftSection={<IconFlask size={15} aria-hidden="true" />}
      onClick={() => {
        const change = draft();
        if (change) {
          start.mutate(change);
        }
      }}
    >
      {t('lab.try', { count: days })}
    </Button>
  );
}
