import { ActionIcon, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconBell, IconBellRinging } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { afterOwnLetter } from '../../lib/own-letters.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.ts';

export function FollowButton({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { user } = useSession();
  const follows = ticket.followers?.some((follower) => follower.id === user.id) ?? false;
  const follow = useMutation({
    mutationFn: async () => {
      // Behind one's own answer, which may make one follow too.
      await afterOwnLetter(ticket.id);
      const path = `/tickets/${ticket.id}/followers/${user.id}`;
      return follows ? api.delete(path) : api.put(path);
    },
    onError: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['ticket', String(ticket.number)] }),
  });
  const label = follows ? t('tickets.unfollow') : t('tickets.follow');
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={follows}
        onClick={() => follow.mutate()}
        loading={follow.isPending}
      >
        {follows ? (
          <IconBellRinging size={18} color="var(--accent-text)" />
        ) : (
          <IconBell size={18} />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
