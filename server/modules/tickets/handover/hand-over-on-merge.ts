import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { personMerged, personMergeUndone } from '../../customers/public.ts';
import { beginHandover } from './hand-tickets-over.ts';

export const handOverOnPersonMerged = defineSubscriber({
  name: 'tickets.hand-over-on-person-merged',
  on: personMerged,
  handle: async ({ event, execute }) => {
    await execute(beginHandover, { mergeId: event.payload.mergeId });
  },
});

export const takeBackOnMergeUndone = defineSubscriber({
  name: 'tickets.take-back-on-merge-undone',
  on: personMergeUndone,
  handle: async ({ event, execute }) => {
    await execute(beginHandover, { mergeId: event.payload.mergeId });
  },
});
