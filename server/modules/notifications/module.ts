import { contribute } from '../../kernel/extension-points.ts';
import { liveViews, type LiveView } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { workspaceFounders } from '../identity/public.ts';
import { pushKeys, type PushKeys } from './devices/push-keys.ts';
import { noticeRoutes } from './routes.ts';
import { failOnReturned, sayOnAnswered } from './sending/record-returned.ts';
import { beginTelling } from './telling/begin-with-company.ts';
import { sendDispatches, type SendParts } from './sending/send-dispatch.ts';

export type NotificationParts = Pick<
  SendParts,
  'executor' | 'log' | 'post' | 'publicUrl' | 'reach'
> & {
  readonly secrets: {
    seal(text: string): string;
    unseal(sealed: string): string;
    keyFor(purpose: string): Uint8Array;
  };
};

/** What failed, and what customers are told, is for who keeps these settings. */
const settingsLive: LiveView = {
  covers: (name) => name.startsWith('notification.') || name.startsWith('customer-notice.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.permissions.has('notification.change'),
    })),
};

export function notifications(parts: NotificationParts): Module {
  const { secrets, post } = parts;
  let made: PushKeys | undefined;
  const keys = () => (made ??= pushKeys((purpose) => secrets.keyFor(purpose)));
  const mailPossible = post.possible;
  return {
    name: 'notifications',
    routes: noticeRoutes({ mailPossible, publicKey: () => keys().publicKey, secrets }),
    subscribers: [failOnReturned, sayOnAnswered],
    jobs: [
      sendDispatches({
        ...parts,
        keys,
        subject: subjectFor(parts.publicUrl),
        unseal: (sealed) => secrets.unseal(sealed),
      }),
    ],
    permissions: [{ key: 'notification.change', group: 'company' }],
    contributions: [
      contribute(workspaceFounders, beginTelling),
      contribute(liveViews, settingsLive),
    ],
  };
}

/** Push services want to know whom to write to about a sender that misbehaves; an address that is none is refused. */
const subjectFor = (publicUrl: string | undefined): string =>
  publicUrl?.startsWith('https://') ? publicUrl : 'mailto:push@otklik.invalid';
