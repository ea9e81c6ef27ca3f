import { Button } from '@mantine/core';
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useUiLocale } from '../../../../ui/locale.tsx';
import { focusFirst } from '../../lib/focus-first.ts';
import classes from './availability.module.css';
import { sayUntil } from './say-until.ts';
import type { UserAvailability } from './types.ts';
import { availabilityQuery } from './use-availability.ts';

type Giving = {
  readonly userId: string;
  /** To whom it goes after all. */
  readonly assign: (userId: string) => void;
};
type Question = Giving & { readonly absent: UserAvailability };

let question: Question | null = null;
const listeners = new Set<() => void>();

function ask(next: Question | null): void {
  question = next;
  for (const heard of listeners) {
    heard();
  }
}

const listen = (heard: () => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};

/** Work that goes to somebody absent would lie there: whoever gives it is told before, and has the substitute at hand. */
export async function askOfAbsence(cache: QueryClient, giving: Giving): Promise<void> {
  const { userId, assign } = giving;
  const items = await cache.ensureQueryData(availabilityQuery).catch(() => []);
  const found = items.find(({ user }) => user.id === userId);
  if (found?.state === 'absent') {
    ask({ ...giving, absent: found });
  } else {
    assign(userId);
  }
}

/** Stands once on every screen; Enter takes the substitute, Escape leaves all as it is. */
export function AbsenceQuestion() {
  const { t } = useTranslation();
  const locale = useUiLocale();
  const asked = useSyncExternalStore(listen, () => question);
  if (!asked) {
    return null;
  }
  const { absent, assign } = asked;
  const { user, substitute } = absent;
  const until = sayUntil(absent, locale);
  const give = (userId: string) => {
    ask(null);
    assign(userId);
  };
  return (
    <Dialog
      opened
      onClose={() => ask(null)}
      title={
        until
          ? t('availability.warningUntil', { name: user.name, until })
          : t('availability.warning', { name: user.name })
      }
    >
      <p className={classes.question}>
        {substitute
          ? t('availability.standsIn', { name: substitute.name })
          : t('availability.nobodyStandsIn')}
      </p>
      <div className={classes.questionButtons}>
        {substitute && (
          <Button ref={focusFirst} onClick={() => give(substitute.id)}>
            {t('availability.giveToSubstitute', { name: substitute.name })}
          </Button>
        )}
        <Button
          variant="default"
          {...(!substitute && { ref: focusFirst })}
          onClick={() => give(user.id)}
        >
          {t('availability.giveAnyway', { name: user.name })}
        </Button>
      </div>
    </Dialog>
  );
}
