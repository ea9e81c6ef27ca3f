import type { TeamKey } from '../texts/text-shapes.ts';
import type { CastAgent } from './cast.ts';
import type { Speech } from './speech.ts';
import type { OwnStep, What } from './steps.ts';
import type { StoryParts } from './story-parts.ts';

const minuteMs = 60_000;

/** Where a request stands while it is being told: who has it, and what time it is. */
export class Telling {
  readonly parts: StoryParts;
  readonly speech: Speech;
  readonly person: number;
  readonly steps: OwnStep[] = [];
  agent: number;
  now: Date;
  /** By then the customer was to be answered. */
  promised: Date;

  constructor(parts: StoryParts, speech: Speech, { person, at }: { person: number; at: Date }) {
    this.parts = parts;
    this.speech = speech;
    this.person = person;
    this.now = at;
    this.promised = at;
    this.agent = this.oneOf('line');
  }

  get isLate(): boolean {
    return this.now > this.promised;
  }

  add(agent: number | null, what: What): void {
    this.steps.push({ at: this.now, agent, ...what });
  }

  answer(text: string, status?: 'pending' | 'on_hold' | 'open' | 'solved'): void {
    const speaker = this.parts.cast.agents[this.agent] as CastAgent;
    const isFirst = !this.steps.some(({ kind }) => kind === 'answered');
    const body = this.speech.agent(speaker, text, { late: isFirst && this.isLate });
    this.add(this.agent, { kind: 'answered', body, ...(status && { status }) });
  }

  writes(body: string): void {
    this.add(null, { kind: 'wrote', person: this.person, body });
  }

  spend(minutes: number): void {
    if (this.parts.chance.happens(0.5)) {
      this.add(this.agent, { kind: 'spent', minutes });
    }
  }

  /** Working minutes go by. */
  later(minutes: number): void {
    this.now = this.parts.time.later(this.now, Math.max(1, minutes));
  }

  /** Minutes of the customer's own time. */
  pass(minutes: number): void {
    this.now = new Date(this.now.getTime() + Math.max(1, minutes) * minuteMs);
  }

  oneOf(team: TeamKey): number {
    const { cast, chance } = this.parts;
    const members = cast.agents.flatMap((agent, at) => (agent.team === team ? at : []));
    // Whoever leads a team answers less.
    return chance.weighed(members, (at) => (cast.agents[at]?.leads ? 1 : 2));
  }
}
