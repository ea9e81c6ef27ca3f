import { useTranslation } from 'react-i18next';
import { useUsers } from '../../../lib/refs.ts';
import { useSession } from '../../../lib/session.ts';
import classes from '../settings.module.css';
import type { AbsenceDraft } from './absence-draft.ts';

/** What will happen, in words, before it is entered. */
export function AbsenceSentence({ draft }: { draft: AbsenceDraft }) {
  const { t } = useTranslation();
  const { user: me } = useSession();
  const users = useUsers().data ?? [];
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? '';
  const { userId, substituteId, handsOver, givesBack } = draft;
  const name = nameOf(userId) || me.name;
  const to = substituteId ? nameOf(substituteId) : t('availability.absence.sentence.team');
  const after = t(`availability.absence.sentence.${givesBack ? 'back' : 'stay'}`);
  return (
    <p className={classes.hint} aria-live="polite">
      {t(`availability.absence.sentence.${handsOver}`, { name, to })}{' '}
      {handsOver !== 'nothing' && after}
    </p>
  );
}
