import { randomBytes } from 'node:crypto';
import { addBranch, addLegalEntity, addOrganization, addPerson } from '../../customers/public.ts';
import { addTeam, addUser } from '../../identity/public.ts';
import { addTemplate } from '../../templates/public.ts';
import { addCategory, addView } from '../../tickets/public.ts';
import type { CastOrganization, CastPerson } from '../life/cast.ts';
import type { Plan } from '../life/plan.ts';
import { templateWords } from '../texts/templates.data.ts';
import type { TeamKey } from '../texts/text-shapes.ts';
import { agentOf, freeName, type Part, type Stage } from './stage.ts';

/** Everybody and everything that is there before the first request comes. */
export function castParts({ cast, begins }: Plan): Part[] {
  const { company, agents, organizations, people } = cast;
  const at = begins;
  const part = (play: Part['play']): Part => ({ at, play });
  return [
    ...Object.entries(company.teams).map(([key, name]) =>
      part((stage) => makeTeam(stage, key as TeamKey, name)),
    ),
    ...company.categories.map(({ key, name, parent }) =>
      part(async (stage) => {
        const parentId = parent === undefined ? null : stage.names.get('category', parent);
        const made = await stage.do(addCategory, { name: freeName(stage, name), parentId });
        stage.names.add('category', key, made.id);
      }),
    ),
    ...agents.map((_, index) => part((stage) => makeAgent(stage, index))),
    ...organizations.map((each, index) => part((stage) => makeOrganization(stage, each, index))),
    ...people.map((person, index) => part((stage) => makePerson(stage, person, index))),
    ...templateWords.map(({ name, ru, en }) =>
      part(async (stage) => {
        const text = { ru: { body: ru }, en: { body: en } };
        const made = await stage.do(addTemplate, { name: freeName(stage, name), text });
        stage.names.add('template', name, made.id);
      }),
    ),
    part(makeViews),
  ];
}

async function makeTeam(stage: Stage, key: TeamKey, name: string): Promise<void> {
  const { id } = await stage.do(addTeam, { name: freeName(stage, name) });
  stage.names.add('team', key, id);
}

async function makeAgent(stage: Stage, index: number): Promise<void> {
  const agent = stage.plan.cast.agents[index];
  if (!agent) {
    return;
  }
  const { name, email, team, leads } = agent;
  const { id } = await stage.do(addUser, {
    name,
    email: stage.taken.addresses.has(email) ? email.replace('@', '.demo@') : email,
    roleId: stage.roles[leads ? 'lead' : 'agent'],
    teamIds: [stage.names.get('team', team)],
    passwordHash: ofNoPassword(),
  });
  stage.names.add('user', index, id);
}

/** Of the shape of a hash, but made of chance: no password leads to it, so nobody can sign in as these. */
const ofNoPassword = (): string => {
  const base64 = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=19456,t=2,p=1$${base64(16)}$${base64(32)}`;
};

async function makeOrganization(
  stage: Stage,
  organization: CastOrganization,
  index: number,
): Promise<void> {
  const { name, domain, city, kind, numbers, note = '', branches = [] } = organization;
  const { id } = await stage.do(addOrganization, {
    name,
    domains: stage.taken.addresses.has(domain) ? [] : [domain],
    note,
  });
  stage.names.add('organization', index, id);
  if (numbers && kind !== 'abroad') {
    await stage.do(addLegalEntity, {
      organizationId: id,
      kind,
      name: legalName(organization),
      address: city,
      ...numbers,
    });
  }
  for (const [at, branch] of branches.entries()) {
    const made = await stage.do(addBranch, { organizationId: id, name: branch, address: city });
    stage.names.add('branch', `${index}:${at}`, made.id);
  }
}

const legalName = ({ name, kind }: CastOrganization): string => {
  const words = name.replace(/^.*«(.+)».*$/u, '«$1»');
  return kind === 'company' ? `ООО ${words}` : `ИП ${name}`;
};

async function makePerson(stage: Stage, person: CastPerson, index: number): Promise<void> {
  const { name, locale, organization, branch, vipLevel, email, phone, whatsapp } = person;
  const free = (value: string | null) =>
    value !== null && !stage.taken.addresses.has(value.replaceAll(/[\s-](?=\d)/g, ''))
      ? value
      : null;
  const contacts = [
    { kind: 'email', value: free(email) },
    { kind: 'phone', value: free(phone) },
    { kind: 'whatsapp', value: free(whatsapp) },
  ].filter(({ value }) => value !== null);
  const { id } = await stage.do(addPerson, {
    name,
    locale,
    vipLevel,
    contacts,
    organizationId: organization === null ? null : stage.names.get('organization', organization),
    branchId: branch === null ? null : stage.names.get('branch', `${organization}:${branch}`),
  });
  stage.names.add('person', index, id);
}

async function makeViews(stage: Stage): Promise<void> {
  const { answer, urgent, waiting } = stage.plan.cast.company.views;
  const actor = agentOf(stage, 0);
  const shared = { sharing: 'everybody' };
  const wanted = [
    {
      key: 'urgent',
      name: urgent,
      filter: { status: ['new', 'open'], priority: ['urgent', 'high'] },
    },
    {
      key: 'waiting',
      name: waiting,
      filter: { status: ['pending', 'on_hold'], updatedBefore: '1d' },
    },
    { key: 'answer', name: answer, filter: { status: ['any_open'], lastMessageBy: ['customer'] } },
  ];
  for (const { key, ...view } of wanted) {
    const { id } = await stage.do(addView, { ...view, ...shared }, actor);
    stage.names.add('view', key, id);
  }
}
