import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { cleanup, configure, render } from '@testing-library/react';
import { afterEach } from 'vitest';
import { makeCache } from '../app/cache.ts';
import { Look } from '../app/look.tsx';
import { makeRouter } from '../app/router.tsx';
import { dictionary } from '../app/words.ts';
import { listenToKeys } from '../lib/actions.ts';
import type { Locale } from '../lib/api-types.ts';
import { setTransport } from '../lib/client.ts';
import { laterWords } from '../app/later/words.ts';
import { addWords, i18n, speak, startI18n } from '../lib/i18n.ts';
import { makeFakeServer } from './fake-server.ts';

/** Stands in for the browser's stream; a test sends what the server would. */
export class FakeStream extends EventTarget {
  static readonly CLOSED = 2;
  static latest: FakeStream | undefined;
  readyState = 1;
  constructor() {
    super();
    FakeStream.latest = this;
  }
  close(): void {
    this.readyState = FakeStream.CLOSED;
  }
  send(kind: string, value: unknown): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(value) }));
  }
}

// The machine may be busy with other tests.
configure({ asyncUtilTimeout: 8000 });

let stopKeys: (() => void) | undefined;

afterEach(() => {
  cleanup();
  stopKeys?.();
  localStorage.clear();
});

type Options = Parameters<typeof makeFakeServer>[0] & { at?: string; locale?: Locale };

/** The whole console upon the in-memory server, standing at an address. */
export async function renderConsole({ at = '/', locale = 'ru', ...options }: Options = {}) {
  Object.assign(globalThis, { EventSource: FakeStream });
  // The test browser has neither; the console must only not mind.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
  // The rich field needs an editing engine, which the test browser has not.
  localStorage.setItem('otklik.plain', '1');
  const server = makeFakeServer(options);
  setTransport(server.transport);
  if (!i18n.isInitialized) {
    await addWords(dictionary);
    await addWords(laterWords);
    await startI18n(locale);
  }
  await speak(locale);
  stopKeys = listenToKeys();
  const cache = makeCache();
  cache.setDefaultOptions({ queries: { ...cache.getDefaultOptions().queries, retry: false } });
  const router = makeRouter(cache, createMemoryHistory({ initialEntries: [at] }));
  const view = render(
    <QueryClientProvider client={cache}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </QueryClientProvider>,
  );
  return { ...view, server, router, cache };
}
