import type { Module } from '../../kernel/modules.ts';
import { searchRoutes } from './routes.ts';

export const searchModule: Module = { name: 'search', routes: searchRoutes };
