import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { id, text } from '../../../kernel/text.ts';
import { registerFile } from '../commands/register-file.ts';
import { contentDisposition, isShownInline } from '../files.ts';
import { findVisibleFile } from '../queries/find-file.ts';
import { safeFileName } from '../../../kernel/file-name.ts';
import { FileCard } from '../schema.ts';

export type FileParts = {
  readonly db: Database;
  readonly executor: () => Executor;
  readonly files: {
    /** Bytes are safe on disk when it resolves; refuses more than `maxBytes` with `file.too_large`. */
    put(content: Readable, maxBytes: number): Promise<{ hash: string; size: number }>;
    read(hash: string): Promise<Readable>;
  };
  readonly maxUploadBytes: number;
};

export const fileRoutes = ({ db, executor, files, maxUploadBytes }: FileParts): Route[] => [
  specialRoute('POST /files', {
    name: 'tickets.upload-file',
    summary: 'Upload a file to attach; the body is its bytes',
    status: 201,
    permission: 'ticket.read',
    takesBytes: true,
    input: z.strictObject({ name: text({ min: 1, max: 1000 }) }),
    output: FileCard,
    async handle({ input, actor, body, headers }) {
      const { hash, size } = await files.put(body, maxUploadBytes);
      const contentType = mediaType(headers['content-type']);
      const file = { hash, size, contentType, name: safeFileName(input.name) || 'file' };
      return { json: await executor().execute(registerFile, file, actor as Actor) };
    },
  }),
  specialRoute('GET /files/:fileId/content', {
    name: 'tickets.read-file',
    summary: 'The bytes of a file',
    permission: 'ticket.read',
    input: z.strictObject({ fileId: id(), download: z.enum(['0', '1']).optional() }),
    contentType: '*/*',
    async handle({ input, actor }) {
      const file = await db.read((actor as Actor).workspaceId, (reader) =>
        findVisibleFile(reader, actor as Actor, input.fileId),
      );
      const inline = input.download !== '1' && isShownInline(file.contentType);
      return {
        content: await files.read(file.hash),
        headers: {
          // Whatever it calls itself, it must not act as a page of ours.
          'content-type': inline ? file.contentType : 'application/octet-stream',
          'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', file.name),
          'content-length': String(file.size),
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, max-age=31536000, immutable',
        },
      };
    },
  }),
];

const mediaType = (header: string | undefined): string => {
  const type = header?.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,120}$/.test(type)
    ? type
    : 'application/octet-stream';
};
