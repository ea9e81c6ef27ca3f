import type { Priority } from '../../tickets/public.ts';
import { firstAnswerMinutes, promises, restMinutes } from './pace.ts';
import type { Chance } from './random.ts';
import { speechOf, type Speech } from './speech.ts';
import type { ChannelKind, OwnStep } from './steps.ts';
import type { StoryParts } from './story-parts.ts';
import { Telling } from './telling.ts';

/** What one request goes through, told to its end: whoever plays it stops at the present. */
export type Story = {
  readonly person: number;
  readonly steps: readonly OwnStep[];
  /** Between these somebody could write about it a second time: it is open and unsolved. */
  readonly patience: { readonly from: Date; readonly until: Date; readonly agent: number };
  readonly speech: Speech;
};

export function tellStory(parts: StoryParts, person: number, opened: Date): Story {
  const { chance, cast } = parts;
  const speaker = cast.people[person];
  if (!speaker) {
    throw new Error('nobody of that number');
  }
  const speech = speechOf(chance, speaker);
  const priority = priorityOf(speech, speaker.vipLevel);
  const telling = new Telling(parts, speech, { person, at: opened });
  const isSpoken = chance.happens(0.2);
  open(
    telling,
    isSpoken ? chance.pick(['phone', 'phone', 'phone', 'visit']) : written(chance),
    priority,
  );
  if (isSpoken && speech.plot.byPhone && chance.happens(0.55)) {
    settleAtOnce(telling);
  } else {
    takeUp(telling);
    telling.later(chance.around(firstAnswerMinutes[priority], 1));
    talk(telling, priority);
  }
  const { now: until, agent } = telling;
  afterwards(telling);
  return { person, steps: telling.steps, patience: { from: opened, until, agent }, speech };
}

function priorityOf({ plot, mood }: Speech, vipLevel: number): Priority {
  const own = plot.priority ?? 'normal';
  if (mood === 'urgent' && own === 'high') {
    return 'urgent';
  }
  return (mood !== 'calm' || vipLevel > 1) && own === 'normal' ? 'high' : own;
}

const written = (chance: Chance): ChannelKind =>
  chance.weighed(['email', 'form', 'api'] as const, (kind) =>
    kind === 'email' ? 12 : kind === 'form' ? 3 : 1,
  );

function open(telling: Telling, channel: ChannelKind, priority: Priority): void {
  const { time, chance } = telling.parts;
  const { plot, matter, say } = telling.speech;
  const isSpoken = channel === 'phone' || channel === 'visit';
  const opened = telling.now;
  const [first, end] = promises[priority];
  telling.promised = time.later(opened, first);
  const isKnown = isSpoken || chance.happens(0.35);
  const known = { category: plot.category, tags: plot.tags, priority };
  const unknown = { category: null, tags: [], priority: 'normal' as const };
  telling.add(isSpoken ? telling.agent : null, {
    kind: 'open',
    person: telling.person,
    channel,
    subject: say(matter.subject),
    body: bodyOf(telling, channel),
    type: plot.type,
    team: 'line',
    ...(isKnown ? known : unknown),
    firstResponseDue: telling.promised,
    resolutionDue: time.later(opened, end),
  });
  if (!isKnown) {
    telling.later(chance.around(9));
    telling.add(telling.agent, { kind: 'changed', ...known });
  }
}

/** What is written down of a call is shorter than a letter. */
function bodyOf({ speech, parts }: Telling, channel: ChannelKind): string {
  const { matter, say, customer, phrases } = speech;
  if (channel === 'phone') {
    return `${parts.chance.pick(phrases.calls)}${say(matter.ask)}`;
  }
  return channel === 'visit' ? say(matter.ask) : customer(matter.ask);
}

/** On the phone, while the customer waits. */
function settleAtOnce(telling: Telling): void {
  const { chance } = telling.parts;
  telling.pass(chance.between(4, 14));
  telling.answer(telling.speech.matter.fix, 'solved');
  telling.spend(chance.between(4, 15));
}

/** From the line to those who know. */
function takeUp(telling: Telling): void {
  const { chance } = telling.parts;
  const { plot, phrases, say } = telling.speech;
  if (plot.team === 'line' || chance.happens(0.2)) {
    return;
  }
  telling.later(chance.around(14));
  const next = chance.happens(0.5) ? telling.oneOf(plot.team) : null;
  const handedOver = { team: plot.team, assignee: next };
  telling.add(
    telling.agent,
    chance.happens(0.45)
      ? { kind: 'noted', body: say(chance.pick(phrases.handOver)), ...handedOver }
      : { kind: 'changed', ...handedOver },
  );
  telling.agent = next ?? telling.oneOf(plot.team);
}

function talk(telling: Telling, priority: Priority): void {
  const { chance } = telling.parts;
  const { matter, phrases, say } = telling.speech;
  remindWhenLate(telling);
  if (matter.clarify && chance.happens(0.6)) {
    askBack(telling, matter.clarify);
  } else if (chance.happens(0.5)) {
    telling.answer(chance.pick(phrases.acks), 'open');
  } else if (chance.happens(0.45)) {
    settle(telling, 0);
    return;
  }
  if (matter.note && chance.happens(0.6)) {
    telling.add(telling.agent, { kind: 'noted', body: say(matter.note) });
  }
  if (matter.update && chance.happens(0.45)) {
    telling.later(chance.around(40));
    telling.answer(matter.update);
  }
  if (chance.happens(0.09)) {
    waitForPart(telling);
  }
  settle(telling, chance.around(restMinutes[priority], 0.9));
}

function settle(telling: Telling, minutes: number): void {
  telling.later(minutes);
  telling.answer(telling.speech.matter.fix, 'solved');
  telling.spend(telling.parts.chance.between(1, 16) * 5);
}

function remindWhenLate(telling: Telling): void {
  const { chance } = telling.parts;
  if (telling.isLate && chance.happens(0.45)) {
    const answered = telling.now;
    telling.now = new Date((telling.promised.getTime() + answered.getTime()) / 2);
    telling.writes(chance.pick(telling.speech.phrases.reminders));
    telling.now = answered;
  }
}

function askBack(telling: Telling, [question, reply]: readonly [string, string]): void {
  const { chance } = telling.parts;
  telling.answer(question, 'pending');
  if (chance.happens(0.16)) {
    // Some never answer.
    telling.later(chance.between(900, 3600));
    return;
  }
  telling.pass(chance.around(70, 1.1));
  telling.writes(telling.speech.say(reply));
  telling.later(chance.around(25));
}

function waitForPart(telling: Telling): void {
  const { chance } = telling.parts;
  const { phrases } = telling.speech;
  telling.answer(chance.pick(phrases.waitsForPart), 'on_hold');
  telling.later(chance.between(600, 2400));
  telling.answer(chance.pick(phrases.partCame), 'open');
}

/** Thanks, a relapse, and the end of it after some days. */
function afterwards(telling: Telling): void {
  const { chance } = telling.parts;
  const { phrases, plot } = telling.speech;
  if (plot.type === 'incident' && chance.happens(0.07)) {
    telling.pass(chance.between(200, 2800));
    telling.writes(chance.pick(phrases.comesBack));
    telling.later(chance.around(60));
    telling.answer(chance.pick(phrases.fixedAgain), 'solved');
  } else if (chance.happens(0.22)) {
    telling.pass(chance.around(80, 1));
    telling.writes(chance.pick(phrases.thanks));
    telling.later(chance.around(20));
    telling.add(telling.agent, { kind: 'changed', status: 'solved' });
  }
  telling.pass(3 * 1440);
  telling.add(null, { kind: 'changed', status: 'closed' });
}
