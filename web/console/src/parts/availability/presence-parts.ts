import { addWords } from '../../lib/i18n.ts';
import { PresenceItems } from './presence-acts.tsx';
import { OwnDot, PersonChoice } from './presence-mark.tsx';
import { warnOfAbsence } from './warn-of-absence.ts';
import { availabilityWords } from './words.ts';

/** One part for the loader, so that the first screen names one file only. */
export async function withWords() {
  await addWords(availabilityWords);
  return { OwnDot, PersonChoice, PresenceItems, warnOfAbsence };
}
