import { parseArgs } from 'node:util';
import { systemActor } from '../kernel/actor.ts';
import type { Database } from '../kernel/database.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Executor } from '../kernel/executor.ts';
import { loadDemo, removeDemo, runDemo, type RunParts } from '../modules/demo/public.ts';
import { listWorkspaces } from '../modules/identity/public.ts';
import { demoWords } from './demo-words.data.ts';

export type DemoCommandParts = {
  readonly db: Database;
  readonly executor: Executor;
  readonly demo: RunParts;
  readonly language: 'ru' | 'en';
  readonly write: (text: string) => void;
};

type Options = { readonly remove: boolean; readonly workspace: string | undefined };

/**
 * `otklik demo [--remove]`: does the work itself, beside a running Otklik or without it; both share it when they meet.
 * @returns the exit code
 */
export async function runDemoCommand(parts: DemoCommandParts, args: string[]): Promise<number> {
  const words = demoWords[parts.language];
  const options = read(args);
  if (options === null) {
    parts.write(`${words.usage}\n`);
    return 2;
  }
  const { workspace: slug } = options;
  const all = await listWorkspaces(parts.db, slug === undefined ? {} : { slug });
  const [workspace] = all;
  if (!workspace || all.length > 1) {
    const names = all.map((each) => each.slug).join(', ');
    parts.write(`${workspace ? words.which + names : words.none}\n`);
    return 1;
  }
  return act(parts, workspace.id, options.remove);
}

function read(args: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args,
      options: { remove: { type: 'boolean', default: false }, workspace: { type: 'string' } },
    });
    return { remove: values.remove, workspace: values.workspace };
  } catch {
    return null;
  }
}

async function act(
  { executor, demo, language, write }: DemoCommandParts,
  workspaceId: string,
  isRemoval: boolean,
): Promise<number> {
  const words = demoWords[language];
  const actor = systemActor(workspaceId, 'otklik demo');
  try {
    await (isRemoval
      ? executor.execute(removeDemo, {}, actor)
      : executor.execute(loadDemo, {}, actor));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'demo.being_removed') {
      write(`${words.beingRemoved}\n`);
      return 1;
    }
    throw error;
  }
  write(isRemoval ? words.removing : words.loading);
  const tell = tenths(write);
  await runDemo(demo, { workspaceId, signal: new AbortController().signal, tell });
  write(`\n${isRemoval ? words.removed : words.loaded}\n`);
  return 0;
}

/** Every tenth once: a log of a terminal is no film. */
function tenths(write: (text: string) => void): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    const now = Math.floor((done / total) * 10);
    if (now > last && now < 10) {
      write(`${now * 10} % `);
      last = now;
    }
  };
}
