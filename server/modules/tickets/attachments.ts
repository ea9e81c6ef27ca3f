import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { fileCard, ownFilesIn } from './files.ts';
import { findFiles } from './message-store.ts';
import type { FileCard } from './schema.ts';
import { findOwnFiles, insertFile, type AttachedFile } from './store.ts';

/**
 * Uploaded files by id, in the order given; one that is not the actor's own is refused. Behind them come the actor's own
 * pictures that stand inside the text; one of somebody else's, e.g. in a quotation, belongs to its own message.
 */
export async function takeFiles(
  ctx: CommandContext,
  ids: readonly string[],
  html: string | null = null,
): Promise<AttachedFile[]> {
  const shown = html === null ? [] : ownFilesIn(html).slice(0, mostPictures);
  const own = new Set(await findOwnFiles(ctx, [...ids, ...shown]));
  if (ids.some((id) => !own.has(id))) {
    throw new Refusal('not_allowed', 'file.not_found');
  }
  const taken = new Set([...ids, ...shown.filter((id) => own.has(id))]);
  return [...taken].map((fileId) => ({
    fileId,
    inline: shown.includes(fileId),
    contentId: null,
  }));
}

const mostPictures = 50;

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

/** The same bytes once more, as if the actor had uploaded them: what was prepared by somebody else can be sent. */
export async function copyFiles(ctx: CommandContext, ids: readonly string[]): Promise<FileCard[]> {
  const copies: FileCard[] = [];
  for (const file of ids.length === 0 ? [] : await findFiles(ctx, ids)) {
    const { id: _original, ...stored } = file;
    const id = await registerFile(ctx, stored);
    copies.push(fileCard({ ...stored, id, inline: false }));
  }
  return copies;
}
