import { z } from 'zod';
import { id, line, text, version } from '../../kernel/text.ts';

/** Shapes as the API shows them. Times are RFC 3339 in UTC. */
const at = z.iso.datetime();
export const locale = z.enum(['ru', 'en']);
export const theme = z.enum(['auto', 'light', 'dark']);
export const scope = z.enum(['all', 'teams']);
const ref = z.object({ id: z.uuid(), name: z.string() });

export const ownUser = z
  .object({ id: z.uuid(), name: z.string(), email: z.string(), locale, theme })
  .meta({ id: 'OwnUser' });

export const session = z
  .object({
    user: ownUser,
    workspace: z.object({
      id: z.uuid(),
      name: z.string(),
      locale,
      timeZone: z.string(),
      requireTotp: z.boolean(),
    }),
    role: ref,
    permissions: z.array(z.string()),
    totp: z.object({ enabled: z.boolean(), required: z.boolean() }),
    expiresAt: at.nullable(),
  })
  .meta({ id: 'Session' });

export const signedIn = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    userAgent: z.string().nullable(),
    ip: z.string().nullable(),
    createdAt: at,
    lastSeenAt: at,
  })
  .meta({ id: 'SignedIn' });

const tokenShape = {
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  expiresAt: at.nullable(),
  lastUsedAt: at.nullable(),
  createdAt: at,
  prefix: z.string(),
};
export const apiToken = z.object(tokenShape).meta({ id: 'ApiToken' });
export const newApiToken = z
  .object({ ...tokenShape, token: z.string() })
  .meta({ id: 'NewApiToken' });

export const user = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: ref,
    teams: z.array(ref),
    active: z.boolean(),
    locale,
    totpEnabled: z.boolean(),
    lastSeenAt: at.nullable(),
    version: z.int(),
  })
  .meta({ id: 'User' });

export const team = z
  .object({ id: z.uuid(), name: z.string(), members: z.array(ref), version: z.int() })
  .meta({ id: 'Team' });

export const role = z
  .object({
    id: z.uuid(),
    key: z.enum(['administrator', 'lead', 'agent', 'observer']).nullable(),
    name: z.string(),
    permissions: z.array(z.string()),
    scope,
    version: z.int(),
  })
  .meta({ id: 'Role' });

export const permission = z
  .object({ key: z.string(), group: z.string() })
  .meta({ id: 'Permission' });

export const workspace = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    locale,
    timeZone: z.string(),
    requireTotp: z.boolean(),
    answersPerHour: z.int(),
    /** Tickets that have been in spam for so many days are deleted; null: never. */
    spamKeptDays: z.int().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Workspace' });

export type Session = z.output<typeof session>;
export type User = z.output<typeof user>;
export type Team = z.output<typeof team>;
export type Role = z.output<typeof role>;
export type ApiToken = z.output<typeof apiToken>;
export type Workspace = z.output<typeof workspace>;

/** Parts of inputs. */
export const personName = () => line({ min: 1, max: 200 });
export const shortName = () => line({ min: 1, max: 100 });
export const companyName = () => line({ min: 1, max: 200 });
/** What is typed to sign in: any text, so that the answer never depends on the rules of today. */
export const password = () => text({ min: 1, max: 200 });
export const newPassword = () => text({ min: 8, max: 200 });
export const code = () => line({ min: 1, max: 60 });
export const ids = (max: number) => z.array(id()).max(max);
export const permissionKeys = () =>
  z.array(z.string().regex(/^[a-z][a-z_]*(\.[a-z_]+)+$/, { message: 'not_permission' })).max(200);
export const edit = { id: id(), version: version() };
/** Hashes come from the routes: hashing takes 20 ms and must not hold a connection. */
export const passwordHash = () => z.string().startsWith('$argon2id$').max(300);
export const hexHash = () => z.string().regex(/^[0-9a-f]{64}$/);

/** A name of the IANA database. Offsets are refused: PostgreSQL reads their sign the other way round. */
export const timeZone = () =>
  z
    .string()
    .max(60)
    .regex(/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/, { message: 'not_time_zone' })
    .refine(isTimeZone, { message: 'not_time_zone' });

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const settings = z.object({
  requireTotp: z.boolean().default(false),
  /** Most letters an hour that one address gets automatically. */
  answersPerHour: z.int().default(10),
  spamKeptDays: z.int().nullable().default(null),
});

/** What the workspace has chosen, with what it has not filled in. */
export function workspaceSettings(stored: unknown): z.output<typeof settings> {
  return settings.parse(stored ?? {});
}
