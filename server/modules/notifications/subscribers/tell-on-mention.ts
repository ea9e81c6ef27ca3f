import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { colleaguesMentioned } from '../../tickets/public.ts';
import { addNotices } from '../commands/add-notices.ts';

/** Who calls themselves into a note needs no notice of it. */
export const tellOnMention = defineSubscriber({
  name: 'notifications.tell-on-mention',
  on: colleaguesMentioned,
  async handle({ event, execute }) {
    const { ticketId, messageId, userIds } = event.payload;
    await execute(addNotices, {
      kind: 'mention',
      userIds: userIds.filter((id) => id !== event.actorId),
      ticketId,
      messageId,
      by: { id: event.actorId, name: event.actorName },
    });
  },
});
