import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './conditions.module.css';
import type { useMatching } from './use-matching.ts';

const shown = 6;

/** How many tickets a setting would hold for, and the newest of them, while it is being written. */
export function MatchPreview({ of }: { of: ReturnType<typeof useMatching> }) {
  const { t } = useTranslation();
  const { matching, complete, isError } = of;
  return (
    <section className={classes.preview} aria-label={t('conditions.matching.title')}>
      <output className={classes.previewHead}>
        {complete ? (
          <Found matching={matching} isError={isError} />
        ) : (
          t('conditions.matching.waiting')
        )}
      </output>
      {complete && matching && matching.tickets.length > 0 && (
        <ul className={classes.tickets}>
          {matching.tickets.slice(0, shown).map(({ id, number, subject }) => (
            <li key={id}>
              <Link to={`/tickets/${number}` as string} className={classes.ticket}>
                <span className={classes.number}>#{number}</span> {subject}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type FoundProps = Pick<ReturnType<typeof useMatching>, 'matching' | 'isError'>;

function Found({ matching, isError }: FoundProps) {
  const { t } = useTranslation();
  if (isError) {
    return t('conditions.matching.failed');
  }
  if (!matching) {
    return '…';
  }
  const { matched, looked, more } = matching;
  if (matched === 0) {
    return t('conditions.matching.none');
  }
  return (
    <>
      {t('conditions.matching.title')}: {t('conditions.matching.found', { count: matched })}
      {more && ` ${t('conditions.matching.looked', { looked })}`}
    </>
  );
}
