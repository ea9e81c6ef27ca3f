import { categories, teams, users } from './seed.data.ts';

const list = (items: unknown[]) => () => ({ items, next: null });
const now = new Date().toISOString();

export const fakeSettings: [string, RegExp, () => unknown][] = [
  [
    'GET',
    /^\/users$/,
    list(
      users.map((user, place) => ({
        ...user,
        email: `user${place}@romashka.example`,
        role: { id: place === 0 ? 'r1' : 'r3', name: place === 0 ? 'Администратор' : 'Сотрудник' },
        teams: [teams[place % 2]],
        active: place < 3,
        locale: 'ru',
        totpEnabled: place === 0,
        lastSeenAt: now,
        version: 1,
      })),
    ),
  ],
  [
    'GET',
    /^\/teams$/,
    list(teams.map((team) => ({ ...team, members: users.slice(0, 2), version: 1 }))),
  ],
  ['GET', /^\/categories$/, list(categories)],
  [
    'GET',
    /^\/tags$/,
    list([
      { name: 'касса', uses: 12 },
      { name: 'обновление', uses: 4 },
      { name: 'возврат', uses: 2 },
    ]),
  ],
  [
    'GET',
    /^\/organizations$/,
    list([
      {
        id: 'o1',
        name: 'ООО «Ромашка»',
        domains: ['romashka.example'],
        inn: '7707083893',
        note: '',
        version: 1,
        people: 3,
      },
    ]),
  ],
  [
    'GET',
    /^\/organizations\/[^/]+$/,
    () => ({
      id: 'o1',
      name: 'ООО «Ромашка»',
      domains: ['romashka.example'],
      inn: '7707083893',
      note: '',
      version: 1,
      people: 3,
    }),
  ],
  [
    'GET',
    /^\/roles$/,
    list([
      {
        id: 'r1',
        key: 'administrator',
        name: 'Администратор',
        permissions: ['ticket.read', 'user.change'],
        scope: 'all',
        version: 1,
      },
      {
        id: 'r3',
        key: 'agent',
        name: 'Сотрудник',
        permissions: ['ticket.read'],
        scope: 'all',
        version: 1,
      },
      {
        id: 'r9',
        key: null,
        name: 'Подрядчик',
        permissions: ['ticket.read'],
        scope: 'teams',
        version: 1,
      },
    ]),
  ],
  [
    'GET',
    /^\/permissions$/,
    list([
      { key: 'ticket.read', group: 'tickets' },
      { key: 'ticket.reply', group: 'tickets' },
      { key: 'user.change', group: 'company' },
    ]),
  ],
  [
    'GET',
    /^\/workspace$/,
    () => ({
      id: 'w1',
      name: 'Ромашка',
      locale: 'ru',
      timeZone: 'Europe/Moscow',
      requireTotp: false,
      answersPerHour: 5,
      version: 1,
    }),
  ],
  [
    'GET',
    /^\/channels$/,
    list([
      {
        id: 'ch0',
        kind: 'smtp',
        name: 'Встроенный адрес',
        active: true,
        builtIn: true,
        address: 'support@localhost',
        settings: {},
        status: { state: 'connected', code: null, detail: null, at: now, lastLetterAt: null },
        import: null,
        version: 1,
      },
      {
        id: 'ch1',
        kind: 'email',
        name: 'Поддержка',
        active: true,
        builtIn: false,
        address: 'support@romashka.example',
        settings: {},
        status: {
          state: 'error',
          code: 'sign_in_refused',
          detail: 'AUTHENTICATIONFAILED',
          at: now,
          lastLetterAt: now,
        },
        import: { state: 'running', since: now, done: 340, total: 1200 },
        version: 1,
      },
    ]),
  ],
  [
    'GET',
    /^\/inbound$/,
    list([
      {
        id: 'i1',
        channel: { id: 'ch1', name: 'Поддержка' },
        state: 'quarantined',
        receivedAt: now,
        from: 'broken@mail.example',
        subject: 'Письмо с очень длинной темой, которая не помещается',
        attempts: 3,
        error: { code: 'letter.unreadable', detail: 'MIME depth exceeded' },
        ticketId: null,
        size: 81_223,
      },
    ]),
  ],
  ['GET', /^\/tokens$/, list([])],
  [
    'GET',
    /^\/sessions$/,
    list([
      {
        id: 's1',
        current: true,
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0',
        ip: '127.0.0.1',
        createdAt: now,
        lastSeenAt: now,
      },
    ]),
  ],
  [
    'GET',
    /^\/audit$/,
    list([
      {
        id: 'a1',
        at: now,
        actor: { id: 'u1', name: 'Ольга Власова', kind: 'user' },
        action: 'channel.changed',
        subject: { kind: 'channel', id: 'ch1', name: 'Поддержка' },
        before: { name: 'Почта', active: true },
        after: { name: 'Поддержка', active: true },
        ip: '127.0.0.1',
      },
    ]),
  ],
];
