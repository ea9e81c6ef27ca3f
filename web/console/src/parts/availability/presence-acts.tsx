import { Menu } from '@mantine/core';
import { IconArrowBackUp, IconCoffee } from '@tabler/icons-react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import { api } from '../../lib/client.ts';
import { i18n } from '../../lib/i18n.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.ts';
import type { UserAvailability } from './types.ts';
import { availabilityQuery, useAvailability } from './use-availability.ts';

const minutesAway = [30, 60] as const;

async function say(cache: QueryClient, state: 'available' | 'away', minutes?: number) {
  const until = minutes ? new Date(Date.now() + minutes * 60_000).toISOString() : null;
  try {
    await api.put('/availability/me', { state, until });
    showToast(i18n.t(state === 'away' ? 'availability.saidAway' : 'availability.saidBack'));
  } catch (error) {
    showToast(wordsOf(error).words, { tone: 'bad' });
  }
  await cache.invalidateQueries({ queryKey: ['availability'] });
}

const isAway = (items: readonly UserAvailability[] | undefined, userId: string): boolean =>
  items?.find(({ user }) => user.id === userId)?.state === 'away';

/** One key for both ways: away until one is back, and back. */
export async function turnPresence(cache: QueryClient, userId: string): Promise<void> {
  const items = await cache.fetchQuery({ ...availabilityQuery, staleTime: 0 });
  await say(cache, isAway(items, userId) ? 'available' : 'away');
}

export function PresenceItems() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { user } = useSession();
  const away = isAway(useAvailability().data, user.id);
  return away ? (
    <Menu.Item
      leftSection={<IconArrowBackUp size={16} />}
      onClick={() => void say(cache, 'available')}
    >
      {t('availability.comeBack')}
    </Menu.Item>
  ) : (
    <>
      {minutesAway.map((minutes) => (
        <Menu.Item
          key={minutes}
          leftSection={<IconCoffee size={16} />}
          onClick={() => void say(cache, 'away', minutes)}
        >
          {t(`availability.goAwayFor.${minutes}`)}
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<IconCoffee size={16} />} onClick={() => void say(cache, 'away')}>
        {t('availability.goAwayFor.untilBack')}
      </Menu.Item>
    </>
  );
}
