import { IconEye, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Present } from '../../../lib/whispers.ts';
import classes from './composer-parts.module.css';

/** Who else is here: writers first, since two answers are worse than two readers. */
export function PresenceLine({ people }: { people: readonly Present[] }) {
  const { t } = useTranslation();
  const writing = people.filter(({ doing }) => doing === 'writing').map(({ name }) => name);
  const looking = people.filter(({ doing }) => doing === 'looking').map(({ name }) => name);
  return (
    <output className={classes.presence}>
      {writing.length > 0 && (
        <span className={classes.writes}>
          <IconPencil size={14} aria-hidden="true" />
          {t('tickets.presence.writing', { count: writing.length, names: writing.join(', ') })}
        </span>
      )}
      {looking.length > 0 && (
        <span>
          <IconEye size={14} aria-hidden="true" />
          {t('tickets.presence.looking', { count: looking.length, names: looking.join(', ') })}
        </span>
      )}
    </output>
  );
}
