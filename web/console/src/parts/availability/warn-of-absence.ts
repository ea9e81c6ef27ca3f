import type { QueryClient } from '@tanstack/react-query';
import type { UiLocale } from '../../../../ui/locale.tsx';
import { showToast } from '../../../../ui/toast.tsx';
import { i18n } from '../../lib/i18n.ts';
import { sayUntil } from './say-until.ts';
import { availabilityQuery } from './use-availability.ts';

type Asked = {
  readonly cache: QueryClient;
  readonly locale: UiLocale;
  readonly userId: string;
  readonly assign: (userId: string) => void;
};

/** A ticket may be given to somebody absent; whoever does it should know, and have the substitute at hand. */
export async function warnOfAbsence({ cache, locale, userId, assign }: Asked): Promise<void> {
  const items = await cache.ensureQueryData(availabilityQuery).catch(() => []);
  const found = items.find(({ user }) => user.id === userId);
  if (found?.state !== 'absent') {
    return;
  }
  const { user, substitute } = found;
  const until = sayUntil(found, locale);
  const said = until
    ? i18n.t('availability.warningUntil', { name: user.name, until })
    : i18n.t('availability.warning', { name: user.name });
  showToast(
    substitute
      ? i18n.t('availability.warningSubstitute', { said, substitute: substitute.name })
      : said,
    {
      tone: 'bad',
      ...(substitute && {
        undo: () => assign(substitute.id),
        label: i18n.t('availability.giveToSubstitute', { name: substitute.name }),
      }),
    },
  );
}
