import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { readNotices } from './commands/read-notices.ts';
import { countNotices, listNotices } from './queries/list-notices.ts';

export const noticeRoutes: readonly Route[] = [
  queryRoute('GET /notices', listNotices, { summary: 'Own notices' }),
  queryRoute('GET /notices/count', countNotices, { summary: 'How many notices are unread' }),
  commandRoute('POST /notices/read', readNotices, { summary: 'Mark own notices as read' }),
];
