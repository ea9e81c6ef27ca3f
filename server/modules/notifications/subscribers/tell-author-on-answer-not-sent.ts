import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { answerNotSent } from '../../tickets/public.ts';
import { addNotices } from '../commands/add-notices.ts';

export const tellAuthorOnAnswerNotSent = defineSubscriber({
  name: 'notifications.tell-author-on-answer-not-sent',
  on: answerNotSent,
  async handle({ event, execute }) {
    const { ticketId, authorId } = event.payload;
    await execute(addNotices, {
      kind: 'planned-not-sent',
      userIds: [authorId],
      ticketId,
      messageId: null,
      by: { id: null, name: '' },
    });
  },
});
