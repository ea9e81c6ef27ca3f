import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { id } from '../../../kernel/text.ts';
import {
  contentDisposition,
  readMessageRow,
  requireTicketId,
  ticketRef,
} from '../../tickets/public.ts';
import { readRawKey } from '../queries/list-inbound.ts';

export type SourceParts = {
  readonly db: Database;
  readonly raw: { read(key: string): Promise<Uint8Array> };
};

/** The raw letter, byte for byte as it came. */
export const sourceRoutes = ({ db, raw }: SourceParts): Route[] => {
  const answer = async (workspaceId: string, inboundId: string) => {
    const { raw: key, kind } = await db.read(workspaceId, (reader) =>
      readRawKey(reader, workspaceId, inboundId),
    );
    return {
      content: await raw.read(key),
      headers: {
        'content-type': kind === 'form' ? 'application/json' : 'message/rfc822',
        'content-disposition': contentDisposition(
          'attachment',
          `${inboundId}.${kind === 'form' ? 'json' : 'eml'}`,
        ),
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      },
    };
  };
  return [
    specialRoute('GET /inbound/:inboundId/source', {
      name: 'channels.read-inbound-source',
      summary: 'The raw source of an incoming letter',
      permission: 'letter.read',
      input: z.strictObject({ inboundId: id() }),
      contentType: 'message/rfc822',
      handle: ({ actor, input }) => answer((actor as Actor).workspaceId, input.inboundId),
    }),
    specialRoute('GET /tickets/:ticketId/messages/:messageId/source', {
      name: 'channels.read-message-source',
      summary: 'The raw source of the letter behind a message',
      permission: 'ticket.read',
      input: z.strictObject({ ticketId: ticketRef, messageId: id() }),
      contentType: 'message/rfc822',
      async handle({ actor: asking, input }) {
        const actor = asking as Actor;
        const sourceId = await db.read(actor.workspaceId, async (reader) => {
          const [ticketId, { row }] = await Promise.all([
            requireTicketId(reader, actor, input.ticketId),
            readMessageRow(reader, actor, input.messageId),
          ]);
          return row.ticket_id === ticketId ? row.source_id : null;
        });
        if (sourceId === null) {
          throw new Refusal('not_found', 'message.no_source');
        }
        return answer(actor.workspaceId, sourceId);
      },
    }),
  ];
};
