import { addWords } from '../../lib/i18n.ts';
import { AbsenceQuestion, askOfAbsence } from './ask-of-absence.tsx';
import { PresenceItems } from './presence-acts.tsx';
import { OwnDot, PersonChoice } from './presence-mark.tsx';
import { availabilityWords } from './words.ts';

/** One part for the loader, so that the first screen names one file only. */
export async function withWords() {
  await addWords(availabilityWords);
  return { AbsenceQuestion, OwnDot, PersonChoice, PresenceItems, askOfAbsence };
}
