import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { addChannel, changeChannel, removeChannel } from './commands/add-channel.ts';
import { discardInbound, retryInbound } from './commands/quarantine.ts';
import { sourceRoutes, type SourceParts } from './http/source-routes.ts';
import { getChannel, listChannels } from './queries/list-channels.ts';
import { getInbound, listInbound } from './queries/list-inbound.ts';
import type { Sealing } from './settings.ts';

export const channelRoutes = (parts: Sealing & SourceParts): Route[] => [
  queryRoute('GET /channels', listChannels, { summary: 'List channels' }),
  commandRoute('POST /channels', addChannel(parts), { summary: 'Connect a mailbox', status: 201 }),
  queryRoute('GET /channels/:channelId', getChannel, { summary: 'Read a channel' }),
  commandRoute('PATCH /channels/:channelId', changeChannel(parts), { summary: 'Change a channel' }),
  commandRoute('DELETE /channels/:channelId', removeChannel, {
    summary: 'Put a channel out of use',
    status: 204,
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
];
