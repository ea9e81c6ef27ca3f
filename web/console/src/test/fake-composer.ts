import type { FakeRoute } from './fake-state.ts';

/** What the composer, its menus and the bell ask for; nothing is remembered. */
export const composerRoutes: FakeRoute[] = [
  ['GET', /^\/tickets\/([^/]+)\/drafts$/, () => ({ items: [] })],
  ['PUT', /^\/tickets\/([^/]+)\/drafts\/(reply|note)$/, () => ({ draft: null })],
  ['GET', /^\/tickets\/([^/]+)\/planned$/, () => ({ items: [] })],
  ['PUT', /^\/tickets\/([^/]+)\/presence$/, () => ({ people: [] })],
  ['GET', /^\/tickets\/([^/]+)\/signature$/, () => ({ signature: null })],
  ['GET', /^\/macros$/, () => ({ items: [] })],
  [
    'GET',
    /^\/templates$/,
    () => ({
      items: [
        {
          id: 't1',
          name: 'Мастер выехал',
          text: { ru: { body: 'Мастер уже в пути.', html: null }, en: null },
          team: null,
          tags: [],
          types: [],
          files: [],
          uses: 7,
          createdAt: '2026-01-01T00:00:00Z',
          lastUsedAt: null,
          changedAt: '2026-01-01T00:00:00Z',
          version: 1,
        },
        {
          id: 't2',
          name: 'Возврат денег',
          text: { ru: { body: 'Деньги вернутся.', html: null }, en: null },
          team: null,
          tags: ['оплата'],
          types: [],
          files: [],
          uses: 2,
          createdAt: '2026-01-01T00:00:00Z',
          lastUsedAt: null,
          changedAt: '2026-01-01T00:00:00Z',
          version: 1,
        },
      ],
      next: null,
    }),
  ],
  ['GET', /^\/tickets\/([^/]+)\/templates$/, () => ({ items: [] })],
  [
    'POST',
    /^\/templates\/([^/]+)\/use$/,
    () => ({
      body: 'Мастер уже в пути.',
      html: '<div style="white-space:pre-wrap">Мастер уже в пути.</div>',
      files: [],
    }),
  ],
  ['GET', /^\/signatures$/, () => ({ items: [] })],
  ['GET', /^\/notices\/count$/, () => ({ unread: 0 })],
  ['GET', /^\/notices$/, () => ({ items: [], next: null })],
  ['POST', /^\/notices\/read$/, () => ({ read: 0 })],
];
