import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { keepTour } from './commands/keep-tour.ts';
import { skipStep } from './commands/skip-step.ts';
import { getGuide, type GuideParts } from './queries/get-guide.ts';

export const guideRoutes = (parts: GuideParts): readonly Route[] => [
  queryRoute('GET /guide', getGuide(parts), { summary: 'First steps, and own tours' }),
  commandRoute('PUT /guide/tours/:tour', keepTour, { summary: 'Remember where you are in a tour' }),
  commandRoute('PUT /guide/steps/:step', skipStep, { summary: 'Set a first step aside' }),
];
