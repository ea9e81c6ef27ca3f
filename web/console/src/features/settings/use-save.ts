import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import { wordsOf } from '../../lib/problem.ts';

type Options<T> = {
  /** Query keys that are no longer true afterwards. */
  touches: string[];
  onDone?: (saved: T) => void;
  onError?: (error: Error) => void;
  said?: string;
};

/** A write of a setting: says that it is done, or why not, and refreshes what it touched. */
export function useSave<V, T>(write: (values: V) => Promise<T>, options: Options<T>) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const refresh = () =>
    Promise.all(options.touches.map((key) => cache.invalidateQueries({ queryKey: [key] })));
  return useMutation({
    mutationFn: write,
    onSuccess: async (saved) => {
      await refresh();
      showToast(options.said ?? t('settings.saved'));
      options.onDone?.(saved);
    },
    onError: (error) => {
      void refresh();
      if (options.onError) {
        options.onError(error);
      } else {
        showToast(wordsOf(error).words, { tone: 'bad' });
      }
    },
  });
}
