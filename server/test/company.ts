import { hash } from '@node-rs/argon2';
import { systemActor, type Actor } from '../kernel/actor.ts';
import { newId } from '../kernel/ids.ts';
import { addUser, foundWorkspace } from '../modules/identity/public.ts';
import type { Caller } from './caller.ts';
import type { World } from './world.ts';

export type Wanted = {
  readonly company: string;
  readonly locale: 'ru' | 'en';
  readonly timeZone: string;
};

export type RoleName = 'administrator' | 'lead' | 'agent' | 'observer';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Over HTTP, signed in. */
  readonly call: Caller;
  /** The same person at the executor's door. */
  readonly actor: Actor;
};

export type Company = {
  readonly id: string;
  readonly slug: string;
  readonly administrator: Person;
  readonly mailbox: { readonly id: string; readonly address: string };
  readonly roles: Readonly<Record<RoleName, string>>;
  /** Somebody with a built-in role, or with exactly these permissions. */
  hire(role: RoleName | Rights, options?: { name?: string; teamIds?: string[] }): Promise<Person>;
  team(name: string, memberIds?: readonly string[]): Promise<{ id: string; name: string }>;
};

export type Rights = {
  readonly permissions: readonly string[];
  readonly scope?: 'all' | 'teams';
};

export const password = 'ландыш под дождём';
let passwordHash: Promise<string> | undefined;
/** As weak as it may be: a test signs in often. */
const cheapHash = () =>
  (passwordHash ??= hash(password.normalize('NFKC'), {
    memoryCost: 8,
    timeCost: 1,
    parallelism: 1,
  }));

let companies = 0;

export async function foundCompany(world: World, wanted: Partial<Wanted>): Promise<Company> {
  companies += 1;
  const id = newId();
  const email = `anna@company${companies}.test`;
  const { slug, administratorId } = await world.app.executor.execute(
    foundWorkspace,
    {
      company: `Company ${companies}`,
      locale: 'en',
      timeZone: 'Europe/Moscow',
      ...wanted,
      administrator: { name: 'Anna', email, passwordHash: await cheapHash() },
      onlyFirst: false,
    },
    systemActor(id, 'setup'),
  );
  const { rows: roles } = await world.admin.query<{ key: RoleName; id: string }>(
    'select key, id from role where workspace_id = $1 and key is not null',
    [id],
  );
  const { rows: channels } = await world.admin.query<{ id: string; address: string }>(
    'select id, address from channel where workspace_id = $1 and built_in',
    [id],
  );
  const [mailbox] = channels;
  if (!mailbox) {
    throw new Error('the company has no built-in mailbox');
  }
  const administrator = await signedIn(world, { id: administratorId, name: 'Anna', email, slug });
  const roleIds = Object.fromEntries(roles.map((role) => [role.key, role.id])) as Company['roles'];
  const company: Company = {
    id,
    slug,
    administrator,
    mailbox,
    roles: roleIds,
    hire: (role, options = {}) => hire(world, company, role, options),
    async team(name, memberIds = []) {
      const { body, status } = await administrator.call('POST /teams', { name, memberIds });
      if (status !== 201) {
        throw new Error(`no team: ${JSON.stringify(body)}`);
      }
      return { id: body.id as string, name };
    },
  };
  return company;
}

let hired = 0;

async function hire(
  world: World,
  company: Company,
  role: RoleName | Rights,
  { name = `Agent ${hired + 1}`, teamIds = [] }: { name?: string; teamIds?: string[] },
): Promise<Person> {
  hired += 1;
  const email = `agent${hired}@company.test`;
  const roleId = typeof role === 'string' ? company.roles[role] : await ownRole(company, role);
  const added = await world.app.executor.execute(
    addUser,
    { name, email, roleId, teamIds, passwordHash: await cheapHash() },
    systemActor(company.id, 'test'),
  );
  return signedIn(world, { id: added.id, name, email, slug: company.slug });
}

async function ownRole(company: Company, { permissions, scope = 'all' }: Rights): Promise<string> {
  const { body, status } = await company.administrator.call('POST /roles', {
    name: `Role ${hired}`,
    permissions,
    scope,
  });
  if (status !== 201) {
    throw new Error(`no role: ${JSON.stringify(body)}`);
  }
  return body.id as string;
}

async function signedIn(
  world: World,
  { id, name, email, slug }: { id: string; name: string; email: string; slug: string },
): Promise<Person> {
  // Each from an address of its own: the limit on guessing is not what these tests are about.
  const from = { 'x-forwarded-for': `10.1.${(hired >> 8) & 255}.${hired & 255}` };
  const answer = await world.call('POST /session', { email, password, workspace: slug }, from);
  const cookie = /otklik_session=([^;]*)/.exec(String(answer.headers['set-cookie']))?.[1];
  const actor = cookie
    ? await world.app.identity.authenticate({ cookie, authorization: undefined, ip: '10.0.0.1' })
    : null;
  if (!cookie || !actor) {
    throw new Error(`sign-in answered ${answer.status} ${answer.body?.code}`);
  }
  return { id, name, email, call: world.as(cookie), actor };
}
