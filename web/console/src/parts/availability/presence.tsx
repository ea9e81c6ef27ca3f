import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';

/** Who is there comes after the first screen, words included; until then names stand alone. */
export const loadPresence = async () => (await import('./presence-parts.ts')).withWords();

const Choice = lazy(async () => ({ default: (await loadPresence()).PersonChoice }));
const Items = lazy(async () => ({ default: (await loadPresence()).PresenceItems }));
const Dot = lazy(async () => ({ default: (await loadPresence()).OwnDot }));

const Question = lazy(async () => ({ default: (await loadPresence()).AbsenceQuestion }));

export const AbsenceQuestion = () => (
  <Suspense>
    <Question />
  </Suspense>
);

/** Gives work to somebody; of an absent one it is asked first whether the substitute shall have it. */
export function useGiving(): (userId: string, assign: (userId: string) => void) => void {
  const cache = useQueryClient();
  return (userId, assign) =>
    void loadPresence().then((all) => all.askOfAbsence(cache, { userId, assign }));
}

export const PersonChoice = (person: { userId: string; name: string }) => (
  <Suspense fallback={person.name}>
    <Choice {...person} />
  </Suspense>
);

export const PresenceItems = () => (
  <Suspense>
    <Items />
  </Suspense>
);

export const OwnDot = () => (
  <Suspense>
    <Dot />
  </Suspense>
);
