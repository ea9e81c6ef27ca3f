import { IconArrowRight, IconBuilding, IconSearch, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { Keys } from '../../../../ui/keys.tsx';
import { StatusMark } from '../../../../ui/marks.tsx';
import { keysOf } from '../../lib/actions.ts';
import { shownContacts } from './hit-lines.tsx';
import { Marked } from './marked.tsx';
import type { Entry } from './palette-entries.ts';
import type { Found } from './search-queries.ts';
import classes from './palette.module.css';

/** What stands in one line of the palette. */
export function PaletteLine({ entry, typed }: { entry: Entry; typed: string }) {
  const { t } = useTranslation();
  if (entry.kind === 'act') {
    const keys = entry.act.action ? keysOf(entry.act.action) : '';
    return (
      <>
        <IconArrowRight size={16} stroke={1.6} aria-hidden="true" />
        <span className={classes.text}>{entry.act.label}</span>
        {keys && <Keys keys={keys} />}
      </>
    );
  }
  if (entry.kind === 'setting') {
    return (
      <>
        <IconSettings size={16} stroke={1.6} aria-hidden="true" />
        <span className={classes.text}>{entry.setting.label}</span>
      </>
    );
  }
  if (entry.kind === 'everywhere') {
    return (
      <>
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span className={classes.text}>{t('search.palette.everywhere', { q: typed.trim() })}</span>
      </>
    );
  }
  return <HitText hit={entry.hit} />;
}

function HitText({ hit }: { hit: Found }) {
  const { t } = useTranslation();
  if (hit.kind === 'ticket') {
    return (
      <>
        <StatusMark status={hit.status} iconOnly />
        <span className={classes.text}>
          <span className={classes.number}>#{hit.number}</span>{' '}
          {hit.subject ? (
            <Marked text={hit.subject} marks={hit.subjectMarks} />
          ) : (
            t('search.noSubject')
          )}
        </span>
        <span className={classes.more}>{hit.requester.name}</span>
      </>
    );
  }
  if (hit.kind === 'organization') {
    return (
      <>
        <IconBuilding size={16} stroke={1.6} aria-hidden="true" />
        <span className={classes.text}>
          <Marked text={hit.name} marks={hit.nameMarks} />
        </span>
        <span className={classes.more}>{hit.domains[0]}</span>
      </>
    );
  }
  const [contact] = shownContacts(hit);
  return (
    <>
      <Initials name={hit.name} size={20} />
      <span className={classes.text}>
        <Marked text={hit.name} marks={hit.nameMarks} />
      </span>
      <span className={classes.more}>
        {contact && <Marked text={contact.value} marks={contact.marks} />}
      </span>
    </>
  );
}
