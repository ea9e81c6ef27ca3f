import { queryRoute } from '../../kernel/routes.ts';
import { search } from './queries/search.ts';

export const searchRoutes = [
  queryRoute('GET /search', search, { summary: 'Search tickets, people and organizations' }),
];
