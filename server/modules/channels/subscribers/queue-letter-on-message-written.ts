import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { isAnsweredByMail, messageWritten } from '../../tickets/public.ts';
import { queueLetter } from '../email/outgoing/queue-letter.ts';

/** Tickets know no channel; whoever answers there is answered for here. Tickets of the API and of calls are answered by mail too. */
export const queueLetterOnMessageWritten = defineSubscriber({
  name: 'channels.queue-letter-on-message-written',
  on: messageWritten,
  when: ({ channelKind }) => isAnsweredByMail(channelKind),
  async handle({ event, execute }) {
    const { ticketId, messageId } = event.payload;
    await execute(queueLetter, { ticketId, messageId });
  },
});
