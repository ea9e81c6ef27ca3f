import type { OwnFields, TicketState, TicketType } from '../../tickets/public.ts';
import type { Checklist, WorkflowDefinition } from '../schema.ts';
import type { WorkflowTables } from '../tables.ts';

export type StatusRow = Omit<WorkflowTables['own_status'], 'retired' | 'version'> & {
  readonly retired: boolean;
  readonly version: number;
};

/** An own status by its id, or one of the six. */
export type Place = string;

export type TypeWorkflow = {
  /** In their order, without those that are leaving. */
  readonly statuses: readonly StatusRow[];
  readonly byId: ReadonlyMap<string, StatusRow>;
  /** Leaving → where its tickets go. */
  readonly leaving: ReadonlyMap<string, string | null>;
  /** From → to → whether a right is needed. Null: everything is open to everybody. */
  readonly steps: ReadonlyMap<Place, ReadonlyMap<Place, boolean>> | null;
  readonly required: WorkflowDefinition['required'];
  /** Something is asked for that does not stand in the ticket itself. */
  readonly needsFacts: boolean;
};

/** Everything of a workspace that is asked with a ticket: made once, kept until somebody changes it. */
export type Workflows = {
  readonly byType: ReadonlyMap<string, TypeWorkflow>;
  readonly checklists: readonly AutomaticChecklist[];
  readonly fields: OwnFields;
};

export type AutomaticChecklist = Pick<Checklist, 'id' | 'name' | 'steps' | 'types' | 'categoryIds'>;

export type Stored = {
  readonly statuses: readonly StatusRow[];
  readonly definitions: readonly (WorkflowDefinition & { readonly type: string })[];
  readonly fields: OwnFields;
  readonly checklists: readonly AutomaticChecklist[];
};

const noDefinition: WorkflowDefinition = { transitions: null, required: [] };

export function compileWorkflows({ statuses, definitions, fields, checklists }: Stored): Workflows {
  const types = new Set([...statuses, ...definitions].map(({ type }) => type));
  const byType = new Map(
    [...types].map((type) => {
      const own = statuses.filter((status) => status.type === type);
      const definition = definitions.find((each) => each.type === type) ?? noDefinition;
      return [type, compileType(own, definition, (need) => isAskable(need, type, fields))];
    }),
  );
  return { byType, checklists, fields };
}

function compileType(
  own: readonly StatusRow[],
  { transitions, required }: WorkflowDefinition,
  isAsked: (need: string) => boolean,
): TypeWorkflow {
  const statuses = own.filter(({ retired }) => !retired);
  const known = required.map(({ before, needs }) => ({
    before,
    needs: needs.filter(isAsked),
  }));
  const needs = new Set(known.flatMap((each) => each.needs));
  return {
    statuses,
    byId: new Map(statuses.map((status) => [status.id, status])),
    leaving: new Map(own.filter(({ retired }) => retired).map(({ id, moves_to: to }) => [id, to])),
    steps: transitions && stepsOf(transitions),
    required: known,
    needsFacts: needs.has('time') || needs.has('tasks'),
  };
}

/** An own field that is gone, or that tickets of this type do not have, is asked of nobody. */
const isAskable = (need: string, type: string, fields: OwnFields): boolean =>
  !need.startsWith('fields.') || fields.has(need.slice('fields.'.length), type as TicketType);

function stepsOf(transitions: NonNullable<WorkflowDefinition['transitions']>) {
  const steps = new Map<Place, Map<Place, boolean>>();
  for (const { from, to, restricted } of transitions) {
    const ways = steps.get(from) ?? new Map<Place, boolean>();
    steps.set(from, ways.set(to, restricted));
  }
  return steps;
}

type Standing = Pick<TicketState, 'status' | 'ownStatusId'>;

/** Where a ticket stands; one from before its type had own statuses stands at the first of its class. */
export function placeOf(
  { status, ownStatusId }: Standing,
  { statuses, byId }: TypeWorkflow,
): Place {
  const held = byId.get(ownStatusId ?? '');
  return held?.id ?? statuses.find((each) => each.class === status)?.id ?? status;
}

/** Whether the step is open, and to whom. A place that the matrix does not know leads everywhere. */
export function stepFrom(
  from: Place,
  to: Place,
  { steps }: TypeWorkflow,
): 'open' | 'restricted' | 'closed' {
  const ways = steps?.get(from);
  if (!steps || (!ways && !isKnown(from, steps))) {
    return 'open';
  }
  const restricted = ways?.get(to);
  return restricted === undefined ? 'closed' : restricted ? 'restricted' : 'open';
}

const isKnown = (place: Place, steps: NonNullable<TypeWorkflow['steps']>): boolean =>
  [...steps.values()].some((ways) => ways.has(place));
