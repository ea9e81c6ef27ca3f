// oxlint-disable-next-line import/no-unassigned-import -- a stylesheet has nothing to assign
import '../../../ui/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { listenToKeys } from '../lib/actions.ts';
import { whenSignedOut } from '../lib/client.ts';
import { addWords, guessLocale, startI18n } from '../lib/i18n.ts';
import { sessionQuery } from '../lib/session.ts';
import { Look } from './look.tsx';
import { makeCache } from './cache.ts';
import { laterWords } from './later/words.ts';
import { makeRouter } from './router.tsx';
import { dictionary } from './words.ts';

/** Everything that stands before the first screen. */
export async function startApp(): Promise<void> {
  const cache = makeCache();
  const router = makeRouter(cache);
  let isLeaving = false;
  whenSignedOut(() => {
    if (isLeaving || !cache.getQueryData(sessionQuery.queryKey)) {
      return;
    }
    isLeaving = true;
    // First away from what needs to know who one is, then forget it.
    void router
      .navigate({ to: '/sign-in', search: { next: router.state.location.href } })
      .finally(() => {
        cache.clear();
        isLeaving = false;
      });
  });
  // Who one is comes at the same time as the words; a stranger's pages do not ask.
  if (!/^\/(sign-in|first-run)/.test(location.pathname)) {
    void cache.prefetchQuery(sessionQuery);
  }
  await addWords(dictionary);
  await startI18n(guessLocale());
  listenToKeys();
  const root = document.getElementById('root');
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={cache}>
          <Look>
            <RouterProvider router={router} />
          </Look>
        </QueryClientProvider>
      </StrictMode>,
    );
  }
  await addWords(laterWords);
}
