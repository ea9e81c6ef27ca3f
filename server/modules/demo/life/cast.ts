import { companyEn } from '../texts/company.en.data.ts';
import { companyRu } from '../texts/company.ru.data.ts';
import { namesEn, namesRu } from '../texts/names.data.ts';
import { organizationsEn } from '../texts/organizations.en.data.ts';
import { organizationsRu } from '../texts/organizations.ru.data.ts';
import { phrasesEn } from '../texts/phrases.en.data.ts';
import { phrasesRu } from '../texts/phrases.ru.data.ts';
import type { CompanyWords, OrganizationWords, TeamKey } from '../texts/text-shapes.ts';
import { inLatin } from './latin.ts';
import { chanceOf, type Chance } from './random.ts';
import { companyNumbers, entrepreneurNumbers, type Numbers } from './requisites.ts';

/** Who there is in the demo company, before anything happens. */
export type Locale = 'ru' | 'en';

export type CastAgent = {
  readonly name: string;
  readonly email: string;
  readonly team: TeamKey;
  readonly leads: boolean;
};

export type CastOrganization = OrganizationWords & { readonly numbers: Numbers | null };

export type CastPerson = {
  readonly name: string;
  readonly firstName: string;
  readonly locale: Locale;
  /** Index of the organization, and of its branch. */
  readonly organization: number | null;
  readonly branch: number | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly whatsapp: string | null;
  readonly vipLevel: number;
  /** How much they write, compared to others. */
  readonly weight: number;
};

export type Cast = {
  readonly locale: Locale;
  readonly company: CompanyWords;
  readonly agents: readonly CastAgent[];
  readonly organizations: readonly CastOrganization[];
  readonly people: readonly CastPerson[];
};

/** The language of the company is that of most of its customers. */
const ownShare = 0.72;
const organizationsAbroad = 12;
const withoutOrganization = 0.16;
const duplicates = 8;

const agentDomain = 'support-team.example';

/** `size`: how many people, strangers and second cards included. */
export function castOf(seed: string, locale: Locale, size: number): Cast {
  const chance = chanceOf(`${seed}:cast`);
  const company = locale === 'ru' ? companyRu : companyEn;
  const organizations = organizationsOf(locale, chance);
  return {
    locale,
    company,
    organizations,
    agents: company.agents.map((agent) => ({
      ...agent,
      email: `${inLatin(agent.name).toLowerCase().replaceAll(' ', '.')}@${agentDomain}`,
    })),
    people: [...peopleOf({ locale, organizations, chance }, size), ...strangers],
  };
}

function organizationsOf(locale: Locale, chance: Chance): CastOrganization[] {
  const [own, other] =
    locale === 'ru'
      ? [organizationsRu, organizationsEn.slice(0, organizationsAbroad)]
      : [organizationsEn, organizationsRu.slice(0, organizationsAbroad)];
  return [...own, ...other].map((organization) => ({
    ...organization,
    numbers: numbersOf(organization, chance),
  }));
}

function numbersOf({ kind }: OrganizationWords, chance: Chance): Numbers | null {
  if (kind === 'abroad') {
    return null;
  }
  return kind === 'company' ? companyNumbers(chance) : entrepreneurNumbers(chance);
}

/** Who sends spam: in nobody's organization, and never a customer. */
const strangers: readonly CastPerson[] = [phrasesRu, phrasesEn].flatMap(({ spam }, language) =>
  spam.map(({ name }) => ({
    name,
    firstName: name,
    locale: language === 0 ? ('ru' as const) : ('en' as const),
    organization: null,
    branch: null,
    email: `${inLatin(name).toLowerCase().replaceAll(/\W/g, '-')}@offers.example`,
    phone: null,
    whatsapp: null,
    vipLevel: 0,
    weight: 0,
  })),
);

type Crowd = { locale: Locale; organizations: readonly CastOrganization[]; chance: Chance };

function peopleOf(crowd: Crowd, size: number): CastPerson[] {
  const people: CastPerson[] = [];
  const taken = new Set<string>();
  while (people.length < size - duplicates - strangers.length) {
    const person = personOf(crowd, people.length);
    const marks = [person.name, person.email ?? ''];
    if (!marks.some((mark) => taken.has(mark))) {
      marks.forEach((mark) => taken.add(mark));
      people.push(person);
    }
  }
  return [...people, ...secondCards(people)];
}

/** Where people write from who belong to no organization. */
const privateDomains = { ru: 'pochta.example', en: 'mail.example' } as const;

function personOf({ locale, organizations, chance }: Crowd, index: number): CastPerson {
  const speaks = chance.happens(ownShare) ? locale : otherThan[locale];
  const named = nameIn(speaks, chance);
  const place = placeIn(organizations, speaks, chance);
  const isVip = chance.happens(0.045);
  return {
    ...named,
    locale: speaks,
    organization: place.organization,
    branch: place.branch,
    email: addressOf(named.name, place.domain, index),
    phone: phoneOf(speaks, index),
    whatsapp: null,
    vipLevel: isVip ? chance.between(1, 3) : 0,
    // A few write a lot, most write now and then.
    weight: chance.around(1, 0.9) * (isVip ? 2 : 1),
  };
}

const otherThan = { ru: 'en', en: 'ru' } as const;

function placeIn(organizations: readonly CastOrganization[], speaks: Locale, chance: Chance) {
  if (chance.happens(withoutOrganization)) {
    return { organization: null, branch: null, domain: privateDomains[speaks] };
  }
  const organization = chance.pick(
    organizations.flatMap(({ kind }, at) => ((kind === 'abroad') === (speaks === 'en') ? at : [])),
  );
  const { branches = [], domain = '' } = organizations[organization] ?? {};
  const branch = branches.length > 0 ? chance.between(0, branches.length - 1) : null;
  return { organization, branch, domain };
}

function nameIn(locale: Locale, chance: Chance): { name: string; firstName: string } {
  const words = locale === 'ru' ? namesRu : namesEn;
  const isWoman = chance.happens(0.58);
  const firstName = chance.pick(isWoman ? words.women : words.men);
  const [his = '', hers = his] = chance.pick(words.surnames).split('/');
  return { firstName, name: `${firstName} ${isWoman ? hers : his}` };
}

const addressOf = (name: string, domain: string, index: number): string => {
  const [first = '', last = ''] = inLatin(name).toLowerCase().split(' ');
  const local = index % 3 === 0 ? `${first.slice(0, 1)}.${last}` : `${first}.${last}`;
  return `${local}@${domain}`;
};

/**
 * Numbers that nobody can have. Russia: local numbers never begin with 0. Britain: 07700 900000 to 900999 are kept for films
 * (Ofcom).
 */
const phoneOf = (locale: Locale, index: number): string => {
  const three = String(index % 1000).padStart(3, '0');
  return locale === 'ru'
    ? `+7 495 0${three.slice(0, 2)}-${three.slice(2)}${String(index % 7)}-${String(((index * 13) % 90) + 10)}`
    : `+44 7700 900${three}`;
};

/** The same people once more, as it happens: the other script, the same phone by another way. */
function secondCards(people: readonly CastPerson[]): CastPerson[] {
  const candidates = people.filter(({ name }) => inLatin(name) !== name);
  return candidates.slice(3, 3 + duplicates).map((person, at) => ({
    ...person,
    name: at % 2 === 0 ? inLatin(person.name) : person.name,
    email: at % 2 === 0 ? null : (person.email ?? '').replace('@', '.2@'),
    phone: null,
    whatsapp: person.phone?.replaceAll(/\D/g, '') ?? null,
    vipLevel: 0,
    weight: 0.2,
  }));
}
