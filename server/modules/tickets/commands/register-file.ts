import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { registerFile as register } from '../attachments.ts';
import { fileCard } from '../files.ts';
import { FileCard } from '../schema.ts';

/** The bytes are on disk already; see the upload route. */
export const registerFile = defineCommand({
  name: 'tickets.register-file',
  permission: 'ticket.read',
  input: z.strictObject({
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().min(1).max(255),
    contentType: z.string().max(255),
    size: z.int().min(0),
  }),
  output: FileCard,
  async run(ctx, file) {
    const id = await register(ctx, file);
    return fileCard({ ...file, id, inline: false });
  },
});
