import { ui } from '../../../ui/words.ru.data.ts';
import { session } from '../features/session/words.ru.data.ts';
import { people } from '../features/people/words.ru.data.ts';
import { tickets } from '../features/tickets/words.ru.data.ts';
import { app } from './words.ru.data.ts';
import { errors } from './errors.ru.data.ts';

export const words = { ui, app, errors, session, people, tickets };
