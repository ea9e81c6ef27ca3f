import type { Cast } from './cast.ts';
import type { Chance } from './random.ts';
import type { WorkingTime } from './working-time.ts';

/** What a story is made of. */
export type StoryParts = {
  readonly cast: Cast;
  readonly time: WorkingTime;
  readonly chance: Chance;
};
