import type { TeamKey } from '../texts/text-shapes.ts';
import { chanceOf } from './random.ts';
import { phrasesOf } from './speech.ts';
import { promises } from './pace.ts';
import type { StoryParts } from './story-parts.ts';
import type { Story } from './story.ts';
import type { OwnStep } from './steps.ts';

/** What does not come one by one: spam, an outage that hits many, a second letter about the same. */
export type Told = {
  readonly person: number;
  readonly steps: readonly OwnStep[];
};

const minuteMs = 60_000;
const minutesAfter = (from: Date, minutes: number) => new Date(from.getTime() + minutes * minuteMs);

type Opening = {
  readonly person: number;
  readonly at: Date;
  readonly subject: string;
  readonly body: string;
};

type Opened = Extract<OwnStep, { kind: 'open' }>;

function opening(parts: StoryParts, { person, at, subject, body }: Opening, team: TeamKey): Opened {
  const [first, end] = promises.normal;
  return {
    at,
    agent: null,
    kind: 'open',
    person,
    channel: 'email',
    subject,
    body,
    type: 'question',
    priority: 'normal',
    tags: [],
    category: null,
    team,
    firstResponseDue: parts.time.later(at, first),
    resolutionDue: parts.time.later(at, end),
  };
}

/** The line puts it away with the next look. */
export function tellSpam(parts: StoryParts, at: Date): Told {
  const { chance, cast, time } = parts;
  const { subject, body, name } = chance.pick(phrasesOf(chance.pick(['ru', 'en'])).spam);
  const person = cast.people.findIndex((each) => each.name === name);
  const line = cast.agents.findIndex(({ team }) => team === 'line');
  return {
    person,
    steps: [
      opening(parts, { person, at, subject, body }, 'line'),
      { at: time.later(at, chance.between(3, 40)), agent: line, kind: 'spam' },
    ],
  };
}

type Outage = {
  readonly parts: StoryParts;
  readonly begins: Date;
  readonly ends: Date;
  /** Agents who deal with it; the first leads. */
  readonly agents: readonly number[];
  /** Index of the request that stands for all of it. */
  readonly problem: number;
};

/** The problem itself, written down by the team, and whoever wrote because of it. */
export function tellOutage(
  parts: StoryParts,
  { people, begins, problem }: { people: readonly number[]; begins: Date; problem: number },
): Told[] {
  const agents = parts.cast.agents.flatMap((agent, at) => (agent.team === 'tills' ? at : []));
  const outage = { parts, begins, ends: minutesAfter(begins, 245), agents, problem };
  return people.map((person, at) => (at === 0 ? itself(outage, person) : touched(outage, person)));
}

function itself({ parts, begins, ends, agents: [lead = 0] }: Outage, person: number): Told {
  const { subject, body, note, over, tag } = parts.cast.company.outage;
  const opened = opening(parts, { person, at: minutesAfter(begins, 14), subject, body }, 'tills');
  return {
    person,
    steps: [
      {
        ...opened,
        agent: lead,
        channel: 'phone',
        type: 'problem',
        priority: 'urgent',
        category: 'ofd',
        tags: [tag],
      },
      { at: minutesAfter(begins, 22), agent: lead, kind: 'changed', assignee: lead },
      { at: minutesAfter(begins, 31), agent: lead, kind: 'noted', body: note },
      { at: ends, agent: lead, kind: 'answered', body: over, status: 'solved' },
      closed(ends),
    ],
  };
}

function touched({ parts, begins, ends, agents, problem }: Outage, person: number): Told {
  const { chance, cast } = parts;
  const { asks, subjects, answer, over, tag } = cast.company.outage;
  const at = minutesAfter(begins, 18 + chance.between(0, 190));
  const agent = chance.pick(agents);
  const body = chance
    .pick(asks)
    .replace('{n}', String(chance.between(4, 60)))
    .replace('{place}', chance.pick(phrasesOf(cast.locale).places));
  const answered = minutesAfter(at, chance.between(3, 50));
  const again = minutesAfter(ends, chance.between(5, 60));
  return {
    person,
    steps: [
      opening(parts, { person, at, subject: chance.pick(subjects), body }, 'tills'),
      {
        at: minutesAfter(at, 2),
        agent,
        kind: 'changed',
        category: 'ofd',
        tags: [tag],
        priority: 'high',
      },
      { at: answered, agent, kind: 'answered', body: answer, status: 'on_hold' },
      { at: minutesAfter(answered, 1), agent, kind: 'linked', problem },
      { at: again, agent, kind: 'answered', body: over, status: 'solved' },
      closed(again),
    ],
  };
}

const closed = (solved: Date): OwnStep => ({
  at: minutesAfter(solved, 3 * 1440),
  agent: null,
  kind: 'changed',
  status: 'closed',
});

/** The same customer writes once more while the first letter is being worked on; an agent makes one of the two. */
export function tellDuplicate(
  parts: StoryParts,
  { story, index, seed }: { story: Story; index: number; seed: string },
): Told {
  const chance = chanceOf(seed);
  const { from, until, agent } = story.patience;
  const span = until.getTime() - from.getTime();
  const at = new Date(from.getTime() + span * (0.2 + chance.next() * 0.3));
  const merged = new Date(at.getTime() + span * 0.2);
  const open = story.steps[0];
  const subject = open?.kind === 'open' ? open.subject : '';
  const body = story.speech.customer(chance.pick(story.speech.phrases.sameAgain));
  return {
    person: story.person,
    steps: [
      opening(parts, { person: story.person, at, subject, body }, 'line'),
      { at: merged, agent, kind: 'noted', body: chance.pick(story.speech.phrases.merged) },
      { at: minutesAfter(merged, 1), agent, kind: 'merged', into: index },
    ],
  };
}
