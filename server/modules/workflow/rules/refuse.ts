import type { FieldError } from '../../../kernel/errors.ts';
import type { GuardQuestion, GuardRefusal, TicketState } from '../../tickets/public.ts';
import { placeOf, stepFrom, type TypeWorkflow, type Workflows } from './workflow.ts';

export const restrictedStep = 'ticket.restricted-step';

/** What a ticket's row does not say about it. */
export type WorkFacts = { readonly openTasks: number; readonly hasTime: boolean };

const noFacts: WorkFacts = { openTasks: 0, hasTime: false };

const isFinished = ({ status }: TicketState): boolean => status === 'solved' || status === 'closed';

/** Whether a ticket may take this step now. */
export const refuseStep = (question: GuardQuestion, workflows: Workflows): GuardRefusal | null =>
  wrongValues(question, workflows) ?? refusedPlace(question, workflows);

function wrongValues({ before, after }: GuardQuestion, { fields }: Workflows): GuardRefusal | null {
  const { type } = after;
  const errors = fields.problems({ before: before.fields, after: after.fields, type });
  return errors.length === 0 ? null : { code: 'own_field.wrong_value', errors };
}

function refusedPlace(question: GuardQuestion, { byType }: Workflows): GuardRefusal | null {
  const { before, after, changes } = question;
  if (after.status === 'spam' || before.status === 'spam') {
    return null;
  }
  if (changes.ownStatusId && after.ownStatusId !== changes.ownStatusId) {
    return { code: 'own_status.not_of_type' };
  }
  const workflow = byType.get(after.type);
  if (!workflow || isSamePlace(before, after, workflow)) {
    return null;
  }
  const refused = before.type === after.type ? closedStep(question, workflow) : null;
  return refused ?? incomplete(question, workflow);
}

const isSamePlace = (before: TicketState, after: TicketState, workflow: TypeWorkflow): boolean =>
  before.status === after.status && placeOf(before, workflow) === placeOf(after, workflow);

function closedStep(
  { before, after, actor }: GuardQuestion,
  workflow: TypeWorkflow,
): GuardRefusal | null {
  const step = stepFrom(placeOf(before, workflow), placeOf(after, workflow), workflow);
  if (step === 'closed') {
    return { code: 'workflow.step_closed' };
  }
  return step === 'restricted' && actor && !actor.permissions.has(restrictedStep)
    ? { code: 'workflow.step_restricted' }
    : null;
}

function incomplete(question: GuardQuestion, workflow: TypeWorkflow): GuardRefusal | null {
  const errors = needsBefore(question, workflow).flatMap((need) => missing(need, question) ?? []);
  return errors.length === 0 ? null : { code: 'workflow.incomplete', errors };
}

/** What is asked for before solving is asked for before closing what was never solved, too. */
function needsBefore({ before, after }: GuardQuestion, { required }: TypeWorkflow): string[] {
  const entered = new Set<string>();
  if (before.ownStatusId !== after.ownStatusId && after.ownStatusId !== null) {
    entered.add(after.ownStatusId);
  }
  if (before.status !== after.status) {
    entered.add(after.status);
  }
  if (isFinished(after) && !isFinished(before)) {
    entered.add('solved');
  }
  return [
    ...new Set(required.filter((each) => entered.has(each.before)).flatMap(({ needs }) => needs)),
  ];
}

type Reading = (ticket: TicketState) => unknown;
const inTicket: Readonly<Record<string, Reading>> = {
  category: ({ categoryId }) => categoryId,
  team: ({ teamId }) => teamId,
  assignee: ({ assigneeId }) => assigneeId,
  organization: ({ organizationId }) => organizationId,
  tags: ({ tags }) => tags[0],
  region: ({ region }) => region,
  impact: ({ impact }) => impact,
  urgency: ({ urgency }) => urgency,
};

function missing(need: string, question: GuardQuestion): FieldError | null {
  const { after, facts } = question;
  const { openTasks, hasTime } = (facts as WorkFacts | undefined) ?? noFacts;
  switch (need) {
    case 'tasks':
      return openTasks > 0 ? { field: need, code: 'open', about: String(openTasks) } : null;
    case 'time':
      return hasTime ? null : { field: need, code: 'required' };
    case 'answer':
      return isAnswered(question) ? null : { field: need, code: 'required' };
    default:
      return isFilled(valueOf(need, after)) ? null : { field: need, code: 'required' };
  }
}

const valueOf = (need: string, ticket: TicketState): unknown =>
  need.startsWith('fields.')
    ? ticket.fields[need.slice('fields.'.length)]
    : inTicket[need]?.(ticket);

/** Also by what is being written with the same act. */
const isAnswered = ({ after, occurrences }: GuardQuestion): boolean =>
  after.firstRespondedAt !== null ||
  occurrences.some((one) => one.kind === 'agent-answered' && !one.automatic);

/** No is an answer. */
const isFilled = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() !== ''
    : value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
