import type { Priority, Status } from '../../tickets/public.ts';
import {
  endsWithTicket,
  forget,
  goalOf,
  isCounted,
  passedOf,
  setGoal,
  type Desk,
  type Facts,
  type LifeEvent,
  type Said,
  type SlowClock,
  type SlowPolicy,
} from './slow-counting.ts';

const beginsAnew = (was: SlowPolicy | null): boolean =>
  was?.active === true && was.terms.onChange === 'restart';

/**
 * A ticket's clocks once more, so slowly and simply that they cannot be wrong: every minute is looked at, and what is open is counted.
 * Written by the words of the guide, and sharing no line with what it is compared with. Times are minutes since a Monday's midnight.
 */
export class SlowLife {
  readonly said: Said[] = [];
  readonly clocks = new Map<string, SlowClock>();
  private policy: SlowPolicy | null = null;
  private answered = false;
  private minute: number;
  private readonly created: number;
  private facts: Facts;
  private policies: readonly SlowPolicy[];
  private readonly desk: Desk;

  constructor(start: { at: number; policies: readonly SlowPolicy[]; desk: Desk } & Facts) {
    const { at, policies, desk, ...facts } = start;
    this.minute = at;
    this.created = at;
    this.policies = policies;
    this.desk = desk;
    this.facts = facts;
    this.settle({ at }, facts.priority);
  }

  /** Minute by minute up to this one. */
  goTo(minute: number): void {
    for (; this.minute < minute; this.minute += 1) {
      const counts = this.counts(this.minute);
      for (const clock of this.clocks.values()) {
        clock.used += clock.state === 'running' && counts ? 1 : 0;
      }
      this.minute += 1;
      this.ring();
      this.minute -= 1;
    }
  }

  happen(event: LifeEvent): void {
    this.goTo(event.at);
    const before = this.facts.priority;
    this.policies = event.policies ?? this.policies;
    this.facts = {
      status: event.status ?? this.facts.status,
      priority: event.priority ?? this.facts.priority,
      type: event.type ?? this.facts.type,
      team: event.team === undefined ? this.facts.team : event.team,
    };
    this.settle(event, before);
  }

  /** When a clock that nothing happens to any more is due. */
  dueOf(target: string, atMost: number): number | null {
    const clock = this.clocks.get(target);
    if (clock?.state !== 'running') {
      return null;
    }
    let { used } = clock;
    for (let minute = this.minute; minute < this.minute + atMost; minute += 1) {
      if (used >= clock.goal) {
        return minute;
      }
      used += this.counts(minute) ? 1 : 0;
    }
    return null;
  }

  private settle({ message }: LifeEvent, priorityBefore: Priority): void {
    // What is said of a ticket counts after the first answer is known.
    this.answered ||= message === 'agent';
    this.takePolicy(priorityBefore);
    this.ring();
    this.hear(message);
    this.stand();
    this.ring();
    for (const clock of this.clocks.values()) {
      const stays = this.policy?.terms.onPriority === 'stay';
      clock.priority = stays ? clock.priority : this.facts.priority;
    }
  }

  private counts(minute: number): boolean {
    return isCounted(this.policy, { ...this.desk, team: this.facts.team }, minute);
  }

  /** The one of the clocks where it holds on to its ticket, else the first that fits. */
  private nextOf(was: SlowPolicy | null): SlowPolicy | null {
    const stays = was?.active === true && was.terms.onChange === 'stay';
    const { type } = this.facts;
    return stays
      ? was
      : (this.policies.find((one) => one.active && one.types.includes(type)) ?? null);
  }

  private takePolicy(priorityBefore: Priority): void {
    const was = this.policies.find(({ id }) => id === this.policy?.id) ?? null;
    const next = this.nextOf(was);
    this.policy = next;
    const promised = Object.keys(next?.terms.targets ?? {});
    for (const target of this.clocks.keys()) {
      if (!promised.includes(target)) {
        this.clocks.delete(target);
      }
    }
    for (const target of promised) {
      const clock = this.clocks.get(target);
      if (clock && next) {
        this.retime(target, clock, { was, next, priorityBefore });
      } else {
        this.comeLate(target);
      }
    }
  }

  private comeLate(target: string): void {
    if (target !== 'next_response' && !(target === 'first_response' && this.answered)) {
      this.begin(target, target === 'update' && this.answered ? this.minute : this.created);
    }
  }

  private begin(target: string, from: number): void {
    const { policy } = this;
    if (!policy?.terms.targets[target]) {
      return;
    }
    let used = 0;
    for (let minute = from; minute < this.minute; minute += 1) {
      used += this.counts(minute) ? 1 : 0;
    }
    const { priority } = this.facts;
    const goal = goalOf(policy, target, priority);
    const begun = { state: 'running', used, goal, heard: 0, late: false } as const;
    this.clocks.set(target, { ...begun, priority, began: from });
  }

  private retime(
    target: string,
    clock: SlowClock,
    moving: { was: SlowPolicy | null; next: SlowPolicy; priorityBefore: Priority },
  ): void {
    const { next } = moving;
    const same = moving.was?.id === next.id;
    clock.priority = same ? clock.priority : this.facts.priority;
    if (clock.state === 'stopped') {
      forget(next, clock);
      return;
    }
    const keeps = same && next.terms.onPriority === 'stay';
    const goal = goalOf(next, target, keeps ? clock.priority : this.facts.priority);
    if (same ? this.isRaised(clock, goal, moving) : beginsAnew(moving.was)) {
      this.begin(target, this.minute);
    } else {
      setGoal(next, clock, goal);
    }
  }

  private isRaised(
    clock: SlowClock,
    goal: number,
    { next, priorityBefore }: { next: SlowPolicy; priorityBefore: Priority },
  ): boolean {
    const isOther = priorityBefore !== this.facts.priority && goal !== clock.goal;
    return isOther && next.terms.onPriority === 'restart';
  }

  private ring(): void {
    for (const [target, clock] of this.clocks) {
      const passed = passedOf(this.policy, clock);
      if (clock.state === 'running' && passed > clock.heard) {
        clock.heard = passed;
        clock.late = passed === 1;
        this.said.push([this.minute, target, passed === 1 ? 'late' : `warned ${passed}`]);
      }
    }
  }

  private hear(message: LifeEvent['message']): void {
    const first = this.clocks.get('first_response');
    const next = this.clocks.get('next_response');
    if (message === 'customer' && (!first || first.state === 'stopped')) {
      if (!next || next.state === 'stopped') {
        this.begin('next_response', this.minute);
      }
    }
    if (message === 'agent') {
      for (const target of ['first_response', 'next_response', 'update']) {
        this.stop(target);
      }
      this.begin('update', this.minute);
    }
  }

  private stop(target: string): void {
    const clock = this.clocks.get(target);
    if (!clock || clock.state === 'stopped') {
      return;
    }
    const isNew = target === 'update' && clock.began === this.minute;
    if (!clock.late && !isNew) {
      clock.late = clock.used >= clock.goal;
      this.said.push([this.minute, target, clock.late ? 'late' : 'met']);
    }
    clock.state = 'stopped';
  }

  private stand(): void {
    const { status } = this.facts;
    const finished = status === 'solved' || status === 'closed';
    const runs = !finished && status !== 'spam' && !this.waits(status);
    for (const target of this.clocks.keys()) {
      if (endsWithTicket(target) && status !== 'spam') {
        this.turn(target, finished);
      }
      const clock = this.clocks.get(target);
      if (clock && clock.state !== 'stopped') {
        clock.state = runs ? 'running' : 'paused';
      }
    }
  }

  private waits(status: Status): boolean {
    return this.policy?.terms.pausedIn.some((one) => one === status) ?? false;
  }

  private turn(target: string, finished: boolean): void {
    if (finished) {
      this.stop(target);
    } else {
      this.reopen(target);
    }
  }

  private reopen(target: string): void {
    const { policy } = this;
    const clock = this.clocks.get(target);
    if (!policy || clock?.state !== 'stopped' || policy.terms.onReopen === 'leave') {
      return;
    }
    if (policy.terms.onReopen === 'restart') {
      this.begin(target, this.minute);
      return;
    }
    clock.state = 'running';
    const { onPriority } = policy.terms;
    const by = onPriority === 'stay' ? clock.priority : this.facts.priority;
    setGoal(policy, clock, goalOf(policy, target, by));
  }
}
