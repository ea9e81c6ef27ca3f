import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { begun, questions } from '../load/questions.data.ts';
import { runLoad } from '../load/run-load.ts';
import { randomOf } from '../load/letter.ts';
import { signIn } from '../otklik/client.ts';
import type { Instance } from '../otklik/instance.ts';

type Answered = { requests: number; perSecond: number; medianMs: number; p95Ms: number };
export type SearchResult = Answered & { readonly byKind: Record<string, number> };

/** As many people search at one moment as the goal names cores. */
const clients = 2;
const rounds = 20;

/**
 * A mixture of what people type: frequent and rare words, forms, slips, the wrong layout, people, operators, phrases, half
 * words. All together over HTTP, then each kind alone for the detail.
 */
export async function measureSearching(
  instance: Instance,
  { seconds, tickets }: { seconds: number; tickets: number },
): Promise<SearchResult> {
  const { cookie } = await signIn(instance.url);
  const ask = async (paths: readonly string[], forSeconds: number) => {
    const file = join(instance.dataDir, 'bench-questions.json');
    await writeFile(file, JSON.stringify(paths));
    try {
      return await runLoad<Answered>('requests', {
        url: instance.url,
        kind: 'search',
        clients,
        seconds: forSeconds,
        cookie,
        ids: file,
      });
    } finally {
      await rm(file, { force: true });
    }
  };
  const kinds = pathsByKind(tickets);
  const all = await ask(Object.values(kinds).flat(), seconds);
  const byKind: Record<string, number> = {};
  for (const [kind, paths] of Object.entries(kinds)) {
    byKind[kind] = (await ask(paths, seconds / 5)).p95Ms;
  }
  return { ...all, byKind };
}

function pathsByKind(tickets: number): Record<string, string[]> {
  const random = randomOf(11);
  const filled = (text: string) =>
    text
      .replace('{n}', String(1 + Math.floor(random() * tickets)))
      .replace('{p}', String(1 + Math.floor(random() * (tickets / 10))));
  const paths = (texts: readonly string[], more = '') =>
    Array.from({ length: rounds }, () => texts)
      .flat()
      .map((text) => `/search?q=${encodeURIComponent(filled(text))}${more}`);
  const kinds = Object.entries(questions).map(([kind, texts]): [string, string[]] => [
    kind,
    paths(texts),
  ]);
  return Object.fromEntries([...kinds, ['begun', paths(begun, '&typing=true&limit=12')]]);
}
