import type { RoleKey, Scope } from './tables.ts';

export type BuiltInRole = {
  readonly names: Readonly<Record<'ru' | 'en', string>>;
  /** Keys of the catalogue; `ticket.*` is every key of that beginning, `*` everything. */
  readonly allows: readonly string[];
  readonly scope: Scope;
};

export const builtInRoles: Readonly<Record<RoleKey, BuiltInRole>> = {
  administrator: {
    names: { en: 'Administrator', ru: 'Администратор' },
    allows: ['*'],
    scope: 'all',
  },
  lead: {
    names: { en: 'Team lead', ru: 'Руководитель команды' },
    allows: [
      'ticket.*',
      'view.share',
      'person.*',
      'organization.*',
      'channel.read',
      'letter.*',
      'category.change',
      'template.change',
      'calendar.change',
      'sla.change',
      'availability.change',
      'routing.change',
      'time.*',
      'user.read',
      'team.change',
      'token.own',
    ],
    scope: 'all',
  },
  agent: {
    names: { en: 'Agent', ru: 'Сотрудник' },
    allows: [
      'ticket.read',
      'ticket.create',
      'ticket.reply',
      'ticket.note',
      'ticket.assign',
      'ticket.change',
      'ticket.merge',
      'ticket.link',
      'ticket.snooze',
      'time.log',
      'person.*',
      'organization.*',
      'channel.read',
      'user.read',
      'token.own',
    ],
    scope: 'all',
  },
  observer: {
    names: { en: 'Observer', ru: 'Наблюдатель' },
    allows: ['ticket.read', 'ticket.note', 'person.read', 'channel.read', 'user.read'],
    scope: 'all',
  },
};
