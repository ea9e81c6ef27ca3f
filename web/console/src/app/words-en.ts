import { ui } from '../../../ui/words.en.data.ts';
import { session } from '../features/session/words.en.data.ts';
import { people } from '../features/people/words.en.data.ts';
import { tickets } from '../features/tickets/words.en.data.ts';
import { app } from './words.en.data.ts';
import { errors } from './errors.en.data.ts';

export const words = { ui, app, errors, session, people, tickets };
