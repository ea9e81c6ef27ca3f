import { commandRoute, queryRoute, type Route } from '../../../kernel/routes.ts';
import { blockSender } from './commands/block-sender.ts';
import { setAttachmentPolicy } from './commands/set-attachment-policy.ts';
import { unblockSender } from './commands/unblock-sender.ts';
import { getAttachmentPolicy } from './queries/get-attachment-policy.ts';
import { listBlocked } from './queries/list-blocked.ts';
import { touchedByBlock } from './queries/touched-by-block.ts';

export const screeningRoutes: readonly Route[] = [
  queryRoute('GET /block-list', listBlocked, { summary: 'Who goes to spam' }),
  commandRoute('POST /block-list', blockSender, { summary: 'Block a sender', status: 201 }),
  queryRoute('GET /block-list/touched', touchedByBlock, {
    summary: 'Whom of our customers an entry would speak of',
  }),
  commandRoute('DELETE /block-list/:entryId', unblockSender, {
    summary: 'Block a sender no longer',
  }),
  queryRoute('GET /attachment-policy', getAttachmentPolicy, {
    summary: 'Which files are taken in',
  }),
  commandRoute('PUT /attachment-policy', setAttachmentPolicy, {
    summary: 'Say which files are taken in',
  }),
];
