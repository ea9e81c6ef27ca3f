import type { JSONColumnType } from 'kysely';
import { z } from 'zod';
import { line, time } from '../../../kernel/text.ts';

export const BlockKind = z.enum(['address', 'domain', 'pattern', 'subject']).meta({
  id: 'BlockKind',
  description:
    '`address`: one address; `domain`: it and everything below it; `pattern`: of an address, and `subject`: of a subject, with * for any characters and ? for one.',
});
export type BlockKind = z.infer<typeof BlockKind>;

export const blockFields = {
  kind: BlockKind,
  value: line({ min: 1, max: 320 }),
  note: line({ max: 500 }),
};

export const BlockEntry = z
  .object({
    id: z.string(),
    kind: BlockKind,
    value: z.string(),
    note: z.string(),
    caught: z.int(),
    lastCaughtAt: time().nullable(),
    createdBy: z.string(),
    createdAt: time(),
  })
  .meta({ id: 'BlockEntry' });
export type BlockEntry = z.infer<typeof BlockEntry>;

/** An extension (`.exe`, also written `exe`), a media type (`application/pdf`) or all of a kind (`image/*`). */
const fileType = () =>
  line({ min: 1, max: 120 })
    .transform((type) => {
      const lower = type.toLowerCase();
      return lower.includes('/') || lower.startsWith('.') ? lower : `.${lower}`;
    })
    .pipe(
      z.string().regex(/^(\.[^\s./\\*]{1,20}|[a-z0-9!#$&^_+-]+\/([a-z0-9!#$&^_.+-]+|\*))$/u, {
        message: 'not_file_type',
      }),
    );

const megabyte = 1024 * 1024;
export const mostFileBytes = 100 * megabyte;

export const FileRules = z
  .object({
    /** Null: any number. */
    maxFiles: z.int().min(0).max(100).nullable(),
    maxFileBytes: z.int().min(1024).max(mostFileBytes).nullable(),
    /** When not empty, only these. */
    allowed: z.array(fileType()).max(100),
    refused: z.array(fileType()).max(100),
  })
  .meta({ id: 'FileRules' });
export type FileRules = z.infer<typeof FileRules>;

export const AttachmentPolicy = z
  .object({ mail: FileRules, forms: FileRules, version: z.int() })
  .meta({ id: 'AttachmentPolicy' });
export type AttachmentPolicy = z.infer<typeof AttachmentPolicy>;

export const policyInput = z.strictObject({
  version: z.int().min(0).max(2_147_483_647),
  mail: FileRules,
  forms: FileRules,
});

type Json<T> = JSONColumnType<T & object, string, string>;

export type ScreeningTables = {
  block_entry: {
    workspace_id: string;
    id: string;
    kind: BlockKind;
    value: string;
    note: string;
    caught: number;
    last_caught_at: Date | null;
    created_by_name: string;
    created_at: Date;
  };
  attachment_policy: {
    workspace_id: string;
    mail: Json<FileRules>;
    forms: Json<FileRules>;
    version: number;
  };
};
