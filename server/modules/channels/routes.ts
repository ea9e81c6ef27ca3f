import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { addChannel, changeChannel } from './commands/add-channel.ts';
import { removeChannel } from './commands/remove-channel.ts';
import { startImport, stopImport } from './commands/channel-state.ts';
import { retryLetter } from './email/outgoing/retry-letter.ts';
import { discardInbound, retryInbound } from './commands/quarantine.ts';
import { connectRoutes, type ConnectParts } from './http/connect-routes.ts';
import { imageRoutes, type ImageParts } from './http/image-routes.ts';
import { oauthRoutes } from './http/oauth-routes.ts';
import type { OAuthParts } from './access-tokens.ts';
import { setApplication } from './commands/oauth.ts';
import { removeSignature, setSignature } from './commands/signatures.ts';
import { listSignatures, previewSignature } from './queries/list-signatures.ts';
import { listApplications } from './queries/list-oauth-applications.ts';
import { sourceRoutes, type SourceParts } from './http/source-routes.ts';
import { getChannel, listChannels } from './queries/list-channels.ts';
import { getInbound, listInbound } from './queries/list-inbound.ts';
import { screeningRoutes } from './screening/routes.ts';
import type { Sealing } from './settings.ts';

export const channelRoutes = (
  parts: Sealing & SourceParts & ImageParts & ConnectParts & OAuthParts,
): Route[] => [
  queryRoute('GET /channels', listChannels, { summary: 'List channels' }),
  commandRoute('POST /channels', addChannel(parts), { summary: 'Connect a mailbox', status: 201 }),
  queryRoute('GET /channels/:channelId', getChannel, { summary: 'Read a channel' }),
  commandRoute('PATCH /channels/:channelId', changeChannel(parts), { summary: 'Change a channel' }),
  commandRoute('DELETE /channels/:channelId', removeChannel, {
    summary: 'Put a channel out of use',
  }),
  commandRoute('POST /channels/:channelId/import', startImport, {
    summary: 'Bring the letters of a period, or go on with it',
  }),
  commandRoute('DELETE /channels/:channelId/import', stopImport, { summary: 'Stop the import' }),
  commandRoute('POST /tickets/:ticketId/messages/:messageId/retry', retryLetter, {
    summary: 'Send a failed answer once more',
  }),
  queryRoute('GET /signatures', listSignatures, { summary: 'List signatures' }),
  commandRoute('PUT /signatures/:team', setSignature, {
    summary: 'Set the signature of a team, or of everybody',
  }),
  commandRoute('DELETE /signatures/:team', removeSignature, {
    summary: 'Remove a signature',
  }),
  queryRoute('GET /tickets/:ticketId/signature', previewSignature, {
    summary: 'The signature below an answer in a ticket',
  }),
  queryRoute('GET /inbound', listInbound, { summary: 'List incoming letters by state' }),
  queryRoute('GET /inbound/:inboundId', getInbound, { summary: 'Read an incoming letter' }),
  commandRoute('POST /inbound/:inboundId/retry', retryInbound, {
    summary: 'Take a letter in once more',
  }),
  commandRoute('DELETE /inbound/:inboundId', discardInbound, {
    summary: 'Take a letter off the list',
    status: 204,
  }),
  ...sourceRoutes(parts),
  ...imageRoutes(parts),
  ...connectRoutes(parts),
  queryRoute('GET /channels/oauth/applications', listApplications, {
    summary: 'List the applications registered at providers of mail',
  }),
  commandRoute('PUT /channels/oauth/applications/:provider', setApplication(parts), {
    summary: 'Set the application registered at a provider of mail',
  }),
  ...oauthRoutes(parts),
  ...screeningRoutes,
];
