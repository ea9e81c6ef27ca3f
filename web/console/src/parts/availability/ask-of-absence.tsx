import { Button } from '@mantine/core';
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useUiLocale } from '../../../../ui/locale.tsx';
import { focusFirst } from '../../lib/focus-first.ts';
import classes from './availability.module.css';
import { sayUntil } from './say-until.ts';
import type { FullAgent, UserAvailability } from './types.ts';
import { availabilityQuery, fullQuery } from './use-availability.ts';

type Giving = {
  readonly userId: string;
  /** To whom it goes after all. */
  readonly assign: (userId: string) => void;
};
/** What speaks against it. */
type Question = Giving &
  ({ readonly absent: UserAvailability } | { readonly full: FullAgent; readonly name: string });

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

/**
 * Work that goes to somebody absent would lie there, and who has their hands full has no time for it: whoever gives it is told
 * before, and has the substitute at hand.
 */
export async function askOfAbsence(cache: QueryClient, giving: Giving): Promise<void> {
  const { userId, assign } = giving;
  const [people, busy] = await Promise.all([
    cache.ensureQueryData(availabilityQuery).catch(() => []),
    cache.ensureQueryData(fullQuery).catch(() => []),
  ]);
  const found = people.find(({ user }) => user.id === userId);
  const full = busy.find((one) => one.userId === userId);
  if (found?.state === 'absent') {
    ask({ ...giving, absent: found });
  } else if (full) {
    ask({ ...giving, full, name: found?.user.name ?? '' });
  } else {
    assign(userId);
  }
}

/** How the question reads; the substitute is whom Enter gives it to. */
function useQuestion(): (asked: Question) => {
  title: string;
  text: string;
  name: string;
  substitute: UserAvailability['substitute'];
} {
  const { t } = useTranslation();
  const locale = useUiLocale();
  return (asked) => {
    if ('full' in asked) {
      const { name, full } = asked;
      const title = t('availability.full', { name, ...full });
      return { name, title, text: t('availability.fullText'), substitute: null };
    }
    const { name } = asked.absent.user;
    const { substitute } = asked.absent;
    const until = sayUntil(asked.absent, locale);
    return {
      name,
      substitute,
      title: until
        ? t('availability.warningUntil', { name, until })
        : t('availability.warning', { name }),
      text: substitute
        ? t('availability.standsIn', { name: substitute.name })
        : t('availability.nobodyStandsIn'),
    };
  };
}

/** Stands once on every screen; Enter takes the substitute, Escape leaves all as it is. */
export function AbsenceQuestion() {
  const { t } = useTranslation();
  const words = useQuestion();
  const asked = useSyncExternalStore(listen, () => question);
  if (!asked) {
    return null;
  }
  const { title, text, name, substitute } = words(asked);
  const give = (userId: string) => {
    ask(null);
    asked.assign(userId);
  };
  return (
    <Dialog opened onClose={() => ask(null)} title={title}>
      <p className={classes.question}>{text}</p>
      <div className={classes.questionButtons}>
        {substitute && (
          <Button ref={focusFirst} onClick={() => give(substitute.id)}>
            {t('availability.giveToSubstitute', { name: substitute.name })}
          </Button>
        )}
        <Button
          variant="default"
          {...(!substitute && { ref: focusFirst })}
          onClick={() => give(asked.userId)}
        >
          {t('availability.giveAnyway', { name })}
        </Button>
      </div>
    </Dialog>
  );
}
