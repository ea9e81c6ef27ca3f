import { lazy, Suspense } from 'react';

/** Who is there comes after the first screen, words included; until then names stand alone. */
export const loadPresence = async () => (await import('./presence-parts.ts')).withWords();

const Choice = lazy(async () => ({ default: (await loadPresence()).PersonChoice }));
const Items = lazy(async () => ({ default: (await loadPresence()).PresenceItems }));
const Dot = lazy(async () => ({ default: (await loadPresence()).OwnDot }));

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
