import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';

/** Long enough to read it and to reach the button by keys; after it there is the page of what was removed. */
const undoMs = 15_000;

type Options = {
  /** What it is called where one says that it is gone. */
  readonly name: string;
  /** Query keys that are no longer true afterwards. */
  readonly touches: readonly string[];
  readonly onDone?: (() => void) | undefined;
};

/** Removes at once and offers the way back; `z` takes it, too. */
export function useRemove(path: string, { name, touches, onDone }: Options) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const refresh = () =>
    Promise.all(
      [...touches, 'removals'].map((key) => cache.invalidateQueries({ queryKey: [key] })),
    );
  const refused = (error: unknown) => {
    void refresh();
    showToast(wordsOf(error).words, { tone: 'bad' });
  };
  const putBack = async (removalId: string) => {
    await api.post(`/removals/${removalId}/restore`);
    await refresh();
    showToast(t('settings.putBack', { name }));
  };
  return useMutation({
    mutationFn: () => api.delete<{ removalId: string | null }>(path),
    onSuccess: async ({ removalId }) => {
      await refresh();
      onDone?.();
      showToast(
        t('settings.removed', { name }),
        removalId === null
          ? {}
          : { undo: () => void putBack(removalId).catch(refused), forMs: undoMs },
      );
    },
    onError: refused,
  });
}
