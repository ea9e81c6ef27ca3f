import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MailFacts } from '../../lib/api-types.ts';
import { fileSize } from './file-size.ts';
import classes from './timeline.module.css';

/** Files that the company does not take: nobody should wonder where they are. */
export function WithheldFiles({ mail }: { mail: MailFacts | null }) {
  const { t, i18n } = useTranslation();
  if (!mail?.withheld?.length) {
    return null;
  }
  return (
    <p className={classes.withheld}>
      <IconPaperclip size={14} aria-hidden="true" /> {t('tickets.withheld')}{' '}
      {mail.withheld
        .map(
          ({ name, size, reason }) =>
            `${name} (${fileSize(i18n.language, size)}, ${t(`tickets.withheldWhy.${reason}`)})`,
        )
        .join(', ')}
    </p>
  );
}
