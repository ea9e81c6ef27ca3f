import { lazy, Suspense } from 'react';
import { spamWords } from '../features/spam/words.ts';
import type { Ticket } from '../lib/api-types.ts';
import { addWords } from '../lib/i18n.ts';

/** Comes after the conversation is on the screen. */
const later = <T,>(load: () => Promise<T>): Promise<T> =>
  Promise.all([load(), addWords(spamWords)]).then(([loaded]) => loaded);
const Act = lazy(async () => ({
  default: (await later(() => import('../features/spam/spam-act.tsx'))).SpamAct,
}));
const Note = lazy(async () => ({
  default: (await later(() => import('../features/spam/spam-note.tsx'))).SpamNote,
}));

type Props = { ticket: Ticket };

export const TicketSpamAct = ({ ticket }: Props) => (
  <Suspense fallback={null}>
    <Act ticket={ticket} />
  </Suspense>
);

export const TicketSpamNote = ({ ticket }: Props) => (
  <Suspense fallback={null}>
    <Note ticket={ticket} />
  </Suspense>
);
