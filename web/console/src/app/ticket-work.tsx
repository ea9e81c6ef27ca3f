import { lazy, Suspense } from 'react';
import type { Message, Ticket } from '../lib/api-types.ts';
import { addWords } from '../lib/i18n.ts';
import classes from './shell.module.css';
import { ticketWords } from './ticket-words.ts';

/** What is done with tickets beside answering them comes after the conversation is on the screen. */
const part = <T,>(load: () => Promise<T>): Promise<T> =>
  Promise.all([load(), addWords(ticketWords)]).then(([loaded]) => loaded);

const work = () => part(() => import('../features/work/work.tsx'));
const Acts = lazy(async () => ({ default: (await work()).WorkActs }));
const Agreement = lazy(async () => ({ default: (await work()).AgreementOffer }));
const panels = async () => {
  const loaded = await part(() => import('./ticket-panels.tsx'));
  await loaded.panelWords();
  return loaded;
};
const Notes = lazy(async () => ({ default: (await panels()).AllNotes }));
const Panels = lazy(async () => ({ default: (await panels()).AllPanels }));
const Rail = lazy(async () => {
  const loaded = await part(() => import('./rail-work.tsx'));
  await loaded.railWords();
  return { default: loaded.RailWork };
});

type Props = { ticket: Ticket };

export const TicketActs = ({ ticket }: Props) => (
  <Suspense fallback={null}>
    <Acts ticket={ticket} />
  </Suspense>
);

export const TicketNotes = ({ ticket }: Props) => (
  <Suspense fallback={null}>
    <Notes ticket={ticket} />
  </Suspense>
);

export const MessageAgreement = ({ ticket, message }: Props & { message: Message }) => (
  <Suspense fallback={null}>
    <Agreement ticket={ticket} message={message} />
  </Suspense>
);

export const TicketPanels = ({ ticket }: Props) => (
  <Suspense fallback={null}>
    <Panels ticket={ticket} />
  </Suspense>
);

/** Keeps the room of what comes, so that nothing beside it moves then. */
const room = { flex: 'none', width: 38, height: 38 };

export const RailWork = () => (
  <Suspense
    fallback={
      <>
        <i style={room} className={classes.help} />
        <i style={room} />
      </>
    }
  >
    <Rail />
  </Suspense>
);
