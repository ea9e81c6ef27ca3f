import { castOf, type Cast, type Locale } from './cast.ts';
import { chanceOf, type Chance } from './random.ts';
import { tellDuplicate, tellOutage, tellSpam, type Told } from './special-stories.ts';
import type { Step } from './steps.ts';
import { tellStory, type Story } from './story.ts';
import type { StoryParts } from './story-parts.ts';
import { workingTimeOf, type WorkingTime } from './working-time.ts';

/** The life of the demo company: the same for the same seed, language and present. */
export type Plan = {
  readonly cast: Cast;
  /** In the order of time; none of them lies ahead. */
  readonly steps: readonly Step[];
  readonly stories: number;
  /** When the company began. */
  readonly begins: Date;
};

export type Wanted = {
  readonly seed: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly now: Date;
  /** A small company, for tests. */
  readonly tickets?: number;
};

const days = 60;
export const usualTickets = 2_000;
const peoplePerTicket = 0.15;
const fewestPeople = 40;
/** Minutes ago: whoever looks in sees that it is alive. */
const latest = [2, 5, 11, 19, 30, 44, 63, 87, 118] as const;
const putAside = 6;

export function planDemo({ seed, locale, timeZone, now, tickets = usualTickets }: Wanted): Plan {
  const cast = castOf(seed, locale, Math.max(fewestPeople, Math.round(tickets * peoplePerTicket)));
  const time = workingTimeOf(timeZone, now);
  const chance = chanceOf(`${seed}:life`);
  const parts = { cast, time, chance };
  const told = tellAll(parts, { now, tickets, seed });
  const steps = told
    .flatMap(({ steps: own }, story) => own.map((step) => ({ ...step, story })))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return {
    cast,
    stories: told.length,
    begins: time.at(days + 1, 9 * 60),
    steps: [...steps, ...snoozed(steps, { time, now })],
  };
}

type Amount = { readonly now: Date; readonly tickets: number; readonly seed: string };

function tellAll(parts: StoryParts, { now, tickets, seed }: Amount): Told[] {
  const { chance, time } = parts;
  const share = (ofThousand: number) => Math.round((tickets * ofThousand) / 1000);
  const [spam, outage, twice] = [share(8), share(30), share(20)];
  const plain = tickets - spam - outage - twice - latest.length;
  const openings = [
    ...openingTimes(parts, plain, now),
    ...latest.map((minutes) => new Date(now.getTime() - minutes * 60_000)),
  ];
  const stories = openings.map((at) => tellStory(parts, somebody(parts), at));
  const told: Told[] = [...stories];
  for (let count = 0; count < spam; count += 1) {
    const at = time.at(chance.between(0, days - 1), chance.between(0, 1439));
    told.push(tellSpam(parts, at < now ? at : time.at(1, 300)));
  }
  const begins = time.at(outageDay(time), 10 * 60 + 5);
  const people = Array.from({ length: outage }, () => somebody(parts));
  told.push(...tellOutage(parts, { people, begins, problem: told.length }));
  told.push(...duplicatesOf(parts, stories, { count: twice, seed, now }));
  return told;
}

/** A working day about two weeks back. */
const outageDay = (time: WorkingTime): number =>
  [16, 17, 18].find((day) => time.weekday(day) <= 5) ?? 18;

/** Requests that take hours are written about twice. */
function duplicatesOf(
  parts: StoryParts,
  stories: readonly Story[],
  { count, seed, now }: { count: number; seed: string; now: Date },
): Told[] {
  const hourMs = 3_600_000;
  const long = stories.flatMap((story, index) => {
    const { from, until } = story.patience;
    const span = until.getTime() - from.getTime();
    return span > 5 * hourMs && span < 60 * hourMs && until < now ? [{ story, index }] : [];
  });
  const every = Math.max(1, Math.floor(long.length / count));
  return long
    .filter((_, at) => at % every === 0)
    .slice(0, count)
    .map(({ story, index }) => tellDuplicate(parts, { story, index, seed: `${seed}:${index}` }));
}

/** More on working days, most before noon; none of them ahead. */
function openingTimes({ chance, time }: StoryParts, count: number, now: Date): Date[] {
  const list = Array.from({ length: days }, (_, daysAgo) => daysAgo);
  const times: Date[] = [];
  while (times.length < count) {
    const daysAgo = chance.weighed(list, (day) => busyness(time.weekday(day)));
    const at = time.at(daysAgo, minuteOfDay(chance));
    if (at < now) {
      times.push(at);
    }
  }
  return times.toSorted((a, b) => a.getTime() - b.getTime());
}

const busyness = (weekday: number): number => [12, 11, 10, 10, 10, 3, 1][weekday - 1] ?? 1;

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const busyHours = [
  1, 1, 1, 1, 1, 2, 6, 14, 40, 80, 95, 85, 60, 55, 75, 80, 70, 50, 28, 16, 10, 7, 4, 2,
];
const minuteOfDay = (chance: Chance): number =>
  chance.weighed(hours, (hour) => busyHours[hour] ?? 1) * 60 + chance.between(0, 59);

function somebody({ cast, chance }: StoryParts): number {
  const index = chance.weighed(cast.people, ({ weight }) => weight);
  return cast.people.indexOf(index);
}

/** Some of what is open is put aside until tomorrow or the day after. */
function snoozed(steps: readonly Step[], { time, now }: { time: WorkingTime; now: Date }): Step[] {
  const ends = new Map<number, Step>();
  for (const step of steps) {
    ends.set(step.story, step);
  }
  const waiting = [...ends.values()].filter(
    (step) => step.kind === 'answered' && (step.status === 'pending' || step.status === 'on_hold'),
  );
  return waiting.slice(-putAside).map(({ story, agent }, at) => ({
    at: now,
    story,
    agent,
    kind: 'changed',
    snooze: time.at(at % 2 === 0 ? -1 : -2, (9 + at) * 60).toISOString(),
  }));
}
