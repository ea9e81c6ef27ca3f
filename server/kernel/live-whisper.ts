import type { Actor } from './actor.ts';
import type { CommandContext } from './commands.ts';
import { notifyAfterCommit } from './database.ts';

export const whisperChannel = 'otklik_whisper';

/** Said to the screens of some people now and kept nowhere: who misses it finds out by asking. At most 8 kB. */
export type Whisper = {
  readonly workspaceId: string;
  /** Users by their ids, or all who have a right. */
  readonly to: readonly string[] | { readonly permission: string };
  readonly event: string;
  readonly words: Readonly<Record<string, unknown>>;
};

/** Told after the commit, and only if there is one. */
export function whisper(
  { tx, actor }: Pick<CommandContext, 'tx' | 'actor'>,
  said: Omit<Whisper, 'workspaceId'>,
): void {
  if (!isForNobody(said.to)) {
    notifyAfterCommit(
      tx,
      whisperChannel,
      JSON.stringify({ ...said, workspaceId: actor.workspaceId }),
    );
  }
}

const isForNobody = (to: Whisper['to']): boolean => Array.isArray(to) && to.length === 0;

export const isFor = (to: Whisper['to'], { id, permissions }: Actor): boolean =>
  'permission' in to ? permissions.has(to.permission) : id !== null && to.includes(id);

export const whisperFrame = ({ event, words }: Pick<Whisper, 'event' | 'words'>): string =>
  `event: ${event}\ndata: ${JSON.stringify(words)}\n\n`;
