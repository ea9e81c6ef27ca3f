import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { cleanHtml } from '../../../kernel/html/clean-html.ts';
import { frameDocument, frameHeaders } from '../../../kernel/html/frame.ts';
import { textToHtml } from '../../../kernel/html/text-to-html.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { id } from '../../../kernel/text.ts';
import { readMessageRow } from '../queries/read-messages.ts';
import { isOwnFile } from '../files.ts';
import { requireTicketId } from '../queries/require-ticket.ts';
import { ticketRef } from '../schema.ts';

export type FrameParts = {
  readonly db: Database;
  /** Our own address for a remote picture, signed so that nobody else can use the proxy. */
  readonly imageUrl: (url: string) => string;
};

const words = { ru: 'Показать цитату', en: 'Show quoted text' };

export const frameRoutes = ({ db, imageUrl }: FrameParts): Route[] => [
  specialRoute('GET /tickets/:ticketId/messages/:messageId/frame', {
    name: 'tickets.read-message-frame',
    summary: 'A message as a document for a sandboxed frame',
    permission: 'ticket.read',
    input: z.strictObject({
      ticketId: ticketRef,
      messageId: id(),
      images: z.enum(['0', '1']).default('0'),
      theme: z.enum(['light', 'dark', 'auto']).default('auto'),
    }),
    contentType: 'text/html',
    async handle({ input, actor: asking, locale }) {
      const actor = asking as Actor;
      const { row } = await db.read(actor.workspaceId, async (reader) => {
        const [ticketId, found] = await Promise.all([
          requireTicketId(reader, actor, input.ticketId),
          readMessageRow(reader, actor, input.messageId),
        ]);
        if (found.row.ticket_id !== ticketId) {
          throw new Refusal('not_found', 'message.not_found');
        }
        return found;
      });
      const visible = row.html ?? textToHtml(row.body);
      const quoted =
        row.quoted_html ?? (row.html === null && row.quoted ? textToHtml(row.quoted) : '');
      const folded = quoted
        ? `<details><summary>${words[locale]}</summary>${quoted}</details>`
        : '';
      const html = `${visible}${folded}`;
      const shown =
        input.images === '1' ? cleanHtml(html, { imageUrl, isOurs: isOwnFile }).html : html;
      return {
        content: frameDocument(shown, { theme: input.theme }),
        headers: { ...frameHeaders, 'cache-control': 'private, no-store' },
      };
    },
  }),
];
