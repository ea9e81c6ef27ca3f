import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { readNotices } from './commands/read-notices.ts';
import {
  previewCustomerNotice,
  setCustomerNotice,
  trySample,
} from './customers/change-settings.ts';
import { listCustomerNotices } from './customers/read-settings.ts';
import { addDevice, removeDevice } from './devices/commands.ts';
import { listDevices } from './queries/list-devices.ts';
import { getPushKey } from './queries/get-push-key.ts';
import { listFailures } from './queries/list-failures.ts';
import { countNotices, listNotices } from './queries/list-notices.ts';
import { replayFailure } from './sending/replay-failure.ts';
import {
  getDefaults,
  getPreference,
  setDefaults,
  setPreference,
} from './settings/change-preferences.ts';
import type { MailPossible } from './telling/follow-facts.ts';

export type RouteParts = {
  readonly mailPossible: MailPossible;
  readonly publicKey: () => string;
  readonly secrets: { seal(text: string): string };
};

export const noticeRoutes = ({ mailPossible, publicKey, secrets }: RouteParts): Route[] => [
  queryRoute('GET /notices', listNotices, { summary: 'Own notices' }),
  queryRoute('GET /notices/count', countNotices, { summary: 'How many notices are unread' }),
  commandRoute('POST /notices/read', readNotices, { summary: 'Mark own notices as read' }),
  queryRoute('GET /me/notifications', getPreference(mailPossible), {
    summary: 'Of what one wants to be told, and how',
  }),
  commandRoute('PUT /me/notifications', setPreference(mailPossible), {
    summary: 'Choose of what to be told, and how',
  }),
  queryRoute('GET /me/push-key', getPushKey(publicKey), {
    summary: 'The key by which a browser is subscribed (VAPID)',
  }),
  queryRoute('GET /me/devices', listDevices, { summary: 'Own browsers that may be called' }),
  commandRoute('POST /me/devices', addDevice(secrets), {
    summary: 'Let this browser be called',
    status: 201,
  }),
  commandRoute('DELETE /me/devices/:deviceId', removeDevice, {
    summary: 'Call a browser no longer',
    status: 204,
  }),
  queryRoute('GET /notification-defaults', getDefaults, {
    summary: 'Of what people are told until they choose',
  }),
  commandRoute('PUT /notification-defaults', setDefaults, {
    summary: 'Choose of what people are told until they choose',
  }),
  queryRoute('GET /notification-failures', listFailures, {
    summary: 'Letters and calls that reached nobody',
  }),
  commandRoute('POST /notification-failures/:dispatchId/replay', replayFailure, {
    summary: 'Try once more what has failed',
  }),
  queryRoute('GET /customer-notices', listCustomerNotices, {
    summary: 'What customers are told by themselves',
  }),
  commandRoute('PUT /customer-notices/:kind', setCustomerNotice, {
    summary: 'Choose what customers are told, for which channels',
  }),
  commandRoute('POST /customer-notices/preview', previewCustomerNotice, {
    summary: 'A letter as a customer would read it',
  }),
  commandRoute('POST /customer-notices/try', trySample(mailPossible), {
    summary: 'Send a letter to oneself, as a customer would get it',
    status: 202,
  }),
];
