import { createECDH, randomBytes } from 'node:crypto';
import { builtInChoices } from '../modules/notifications/topics.data.ts';
import { defaultTexts } from '../modules/notifications/customers/default-texts.data.ts';
import { created, fresh, type Things } from './route-things.ts';

type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly status?: number;
};
type SampleOf = (things: Things) => Sample | Promise<Sample>;

const nothing: SampleOf = () => ({});

const device = () => {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return {
    endpoint: `https://push.test/${fresh()}`,
    keys: {
      p256dh: pair.getPublicKey().toString('base64url'),
      auth: randomBytes(16).toString('base64url'),
    },
  };
};

export const samplesOfNotifications: Readonly<Record<string, SampleOf>> = {
  'GET /me/notifications': nothing,
  'PUT /me/notifications': () => ({
    body: { choices: builtInChoices, zone: null, quiet: null, digest: null },
  }),
  'GET /me/push-key': nothing,
  'GET /me/devices': nothing,
  'POST /me/devices': () => ({ body: device() }),
  'DELETE /me/devices/:deviceId': async ({ administrator }) => {
    const { id } = await created(administrator.call('POST /me/devices', device()));
    return { path: { deviceId: id as string } };
  },
  'GET /notification-defaults': nothing,
  'PUT /notification-defaults': () => ({ body: { choices: builtInChoices } }),
  'GET /notification-failures': nothing,
  'POST /notification-failures/:dispatchId/replay': async ({ world, company, administrator }) => {
    const { rows } = await world.admin.query<{ id: string }>(
      `insert into notice_dispatch (workspace_id, id, way, user_id, kind, bucket, urgent, state, due_at, created_at)
        values ($1, gen_random_uuid(), 'mail', $2, 'notices', $3, false, 'failed', now(), now()) returning id`,
      [company.id, administrator.id, fresh()],
    );
    return { path: { dispatchId: rows[0]?.id ?? '' } };
  },
  'GET /customer-notices': nothing,
  'PUT /customer-notices/:kind': ({ channel }) => ({
    path: { kind: 'received' },
    body: { channelIds: [channel], texts: defaultTexts.received },
  }),
  'POST /customer-notices/preview': () => ({ body: { texts: defaultTexts.received } }),
  // The world of these samples has no mailbox that sends.
  'POST /customer-notices/try': () => ({
    body: { texts: defaultTexts.received, locale: 'en' },
    status: 422,
  }),
};
