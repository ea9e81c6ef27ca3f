import { z } from 'zod';
import { time } from '../../kernel/text.ts';

export const Notice = z
  .object({
    id: z.string(),
    /** `mention`, `planned-not-sent`; others may come. */
    kind: z.string(),
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }),
    messageId: z.string().nullable(),
    actor: z.object({ id: z.string().nullable(), name: z.string() }),
    preview: z.string(),
    createdAt: time(),
    readAt: time().nullable(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

export type NoticeTables = {
  notice: {
    workspace_id: string;
    id: string;
    user_id: string;
    kind: string;
    ticket_id: string;
    message_id: string | null;
    actor_id: string | null;
    actor_name: string;
    preview: string;
    created_at: Date;
    read_at: Date | null;
  };
};
