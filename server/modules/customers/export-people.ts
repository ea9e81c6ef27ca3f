import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import { exportRoute } from '../../kernel/export-route.ts';
import type { Route } from '../../kernel/routes.ts';
import { id, line } from '../../kernel/text.ts';
import { listPeople } from './queries/list-people.ts';
import type { Person } from './schema.ts';

const pageSize = 200;

const headings = {
  en: [
    'Id',
    'Name',
    'E-mail',
    'Phone',
    'Other contacts',
    'Organization',
    'Branch',
    'Language',
    'VIP',
    'Note',
    'Added',
  ],
  ru: [
    'Id',
    'Имя',
    'E-mail',
    'Телефон',
    'Другие контакты',
    'Организация',
    'Филиал',
    'Язык',
    'VIP',
    'Заметка',
    'Добавлен',
  ],
};

const contacts = ({ contacts: all }: Person, wanted: (kind: string) => boolean): string =>
  all
    .filter(({ kind }) => wanted(kind))
    .map(({ value }) => value)
    .join(', ');

const cellsOf = (person: Person): string[] => [
  person.id,
  person.name,
  contacts(person, (kind) => kind === 'email'),
  contacts(person, (kind) => kind === 'phone'),
  contacts(person, (kind) => kind !== 'email' && kind !== 'phone'),
  person.organization?.name ?? '',
  person.branch?.name ?? '',
  person.locale ?? '',
  String(person.vipLevel),
  person.note,
  person.createdAt,
];

const input = z.strictObject({ q: line({ max: 200 }).optional(), organization: id().optional() });

export const exportPeopleRoute = (parts: {
  readonly db: Database;
  readonly executor: () => Executor;
}): Route =>
  exportRoute(parts.executor, {
    at: 'GET /people/export',
    of: 'people',
    summary: 'People as CSV, noted in the audit log and marked',
    permission: 'export.people',
    input,
    headings,
    marked: 1,
    pages: (actor, asked) => pagesOf(parts.db, actor, asked),
  });

async function* pagesOf(db: Database, actor: Actor, asked: z.infer<typeof input>) {
  let after: string | undefined;
  do {
    const page = await db.read(actor.workspaceId, (reader) =>
      listPeople.run(
        { db: reader, actor, now: new Date() },
        { ...asked, limit: pageSize, ...(after && { after }) },
      ),
    );
    yield page.items.map(cellsOf);
    after = page.next ?? undefined;
  } while (after);
}
