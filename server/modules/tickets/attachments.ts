import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { findOwnFiles, insertFile, type AttachedFile } from './store.ts';

/** Uploaded files by id, in the order given; one that is not the actor's own is refused. */
export async function takeFiles(
  ctx: CommandContext,
  ids: readonly string[],
): Promise<AttachedFile[]> {
  const own = new Set(await findOwnFiles(ctx, ids));
  if (ids.some((id) => !own.has(id))) {
    throw new Refusal('not_allowed', 'file.not_found');
  }
  return ids.map((fileId) => ({ fileId, inline: false, contentId: null }));
}

export type StoredFile = {
  /** Given when the id had to be known earlier, e.g. to stand in the address of an inline image. */
  readonly id?: string;
  readonly hash: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
};

/** Makes bytes that are safe on disk known to the workspace. */
export async function registerFile(ctx: CommandContext, file: StoredFile): Promise<string> {
  const id = file.id ?? newId();
  insertFile(ctx, {
    id,
    hash: file.hash,
    name: file.name,
    content_type: file.contentType,
    size: file.size,
    created_by: ctx.actor.id,
    created_at: ctx.now,
  });
  return id;
}
