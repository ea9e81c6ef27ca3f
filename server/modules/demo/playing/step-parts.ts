import { systemActor } from '../../../kernel/actor.ts';
import { linkTickets, logTime, markSpam, mergeTicket, type Changes } from '../../tickets/public.ts';
import { playStep, type Played } from '../commands/play-step.ts';
import type { Plan } from '../life/plan.ts';
import type { Step } from '../life/steps.ts';
import { agentOf, type Part, type Stage } from './stage.ts';

/** Everything that happens in the life of the demo company, in its order. */
export const stepParts = ({ steps }: Plan): Part[] =>
  steps.map((step) => ({ at: step.at, play: (stage) => play(stage, step) }));

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>;

async function play(stage: Stage, step: Step): Promise<void> {
  const { names } = stage;
  if (step.kind === 'open') {
    const { ticketId } = await stage.do(playStep, opened(stage, step), actorOf(stage, step));
    names.add('ticket', step.story, ticketId ?? '');
    return;
  }
  const ticketId = names.get('ticket', step.story);
  const actor = actorOf(stage, step);
  switch (step.kind) {
    case 'spam':
      await stage.do(markSpam, { ticketId }, actor);
      return;
    case 'merged':
      await stage.do(mergeTicket, { ticketId, into: names.get('ticket', step.into) }, actor);
      return;
    case 'linked':
      await stage.do(
        linkTickets,
        { ticketId, kind: 'problem', ticket: names.get('ticket', step.problem) },
        actor,
      );
      return;
    case 'spent':
      await stage.do(logTime, { ticketId, minutes: step.minutes }, actor);
      return;
    default:
      await stage.do(playStep, said(stage, step, ticketId), actor);
  }
}

/** Customers act by the channel that they write through. */
function actorOf(stage: Stage, step: Step) {
  if (step.agent !== null) {
    return agentOf(stage, step.agent);
  }
  return systemActor(stage.workspaceId, step.kind === 'changed' ? 'clock' : 'mail');
}

const addressOf = ({ plan }: Stage, person: number): string | null =>
  plan.cast.people[person]?.email ?? null;

function opened(stage: Stage, step: Of<'open'>): Played {
  const { names } = stage;
  const { person, channel, subject, body, type, priority, tags, category, team } = step;
  const isWritten = channel === 'email' || channel === 'form' || channel === 'api';
  return {
    kind: 'open',
    personId: names.get('person', person),
    address: isWritten ? addressOf(stage, person) : null,
    channel,
    subject,
    body,
    state: {
      type,
      priority,
      tags: [...tags],
      ...(category !== null && { categoryId: names.get('category', category) }),
      ...(team !== null && { teamId: names.get('team', team) }),
    },
    firstResponseDue: step.firstResponseDue,
    resolutionDue: step.resolutionDue,
  };
}

function said(
  stage: Stage,
  step: Of<'wrote'> | Of<'answered'> | Of<'noted'> | Of<'changed'>,
  ticketId: string,
): Played {
  if (step.kind === 'wrote') {
    const { person, body } = step;
    const personId = stage.names.get('person', person);
    return { kind: 'wrote', ticketId, personId, address: addressOf(stage, person), body };
  }
  if (step.kind === 'changed') {
    return { kind: 'changed', ticketId, changes: changesOf(stage, step) };
  }
  const changes = step.kind === 'noted' ? changesOf(stage, step) : statusOf(step);
  return { kind: step.kind, ticketId, body: step.body, address: requesterOf(stage, step), changes };
}

const statusOf = ({ status }: Of<'answered'>): Changes => (status ? { status } : {});

/** Whose request it is, for the letter that an answer was. */
function requesterOf(stage: Stage, { story }: Step): string | null {
  const person = stage.requesters.get(story);
  return person === undefined ? null : addressOf(stage, person);
}

function changesOf({ names }: Stage, step: Of<'changed'> | Of<'noted'>): Changes {
  const { team, assignee } = step;
  const handedOver: Changes = {
    ...(team && { teamId: names.get('team', team) }),
    ...(assignee !== undefined && {
      assigneeId: assignee === null ? null : names.get('user', assignee),
    }),
  };
  if (step.kind === 'noted') {
    return handedOver;
  }
  const { status, priority, category, tags, snooze } = step;
  return {
    ...handedOver,
    ...(status && { status }),
    ...(priority && { priority }),
    ...(category && { categoryId: names.get('category', category) }),
    ...(tags && { tags: [...tags] }),
    ...(snooze && { snooze }),
  };
}
