import { describe, expect, test } from 'vitest';
import { ticketOf } from '../../tickets/rules/test-tickets.ts';
import type { OwnField } from '../../tickets/own-fields/own-field.ts';
import { compileOwnFields } from '../../tickets/own-fields/own-values.ts';
import { change, type Changes, type TicketState } from '../../tickets/rules/ticket.ts';
import type { WorkflowDefinition } from '../schema.ts';
import { attachChecklists } from './attach-checklists.ts';
import { completeChange } from './complete.ts';
import { refuseStep, restrictedStep, type WorkFacts } from './refuse.ts';
import { compileWorkflows, type StatusRow, type Workflows } from './workflow.ts';

const now = new Date('2026-11-22T09:00:00Z');

const status = (id: string, stands: StatusRow['class'], parts: Partial<StatusRow> = {}) => ({
  workspace_id: 'w',
  id,
  type: 'incident' as const,
  class: stands,
  name: id,
  other_name: null,
  colour: 'gray' as const,
  shape: stands,
  position: 0,
  moves_to: null,
  retired: false,
  version: 1,
  ...parts,
});

const own = [
  status('diagnosis', 'open'),
  status('repair', 'open'),
  status('part', 'pending'),
  status('fixed', 'solved'),
];

const fieldOf = (name: string, parts: Partial<OwnField> = {}): [string, OwnField] => [
  name,
  { name, kind: 'text', label: name, otherLabel: null, choices: [], types: [], ...parts },
];
const ownFields = compileOwnFields({
  known: new Map([
    fieldOf('serial'),
    fieldOf('weight', { kind: 'number' }),
    fieldOf('bought', { kind: 'date' }),
    fieldOf('model', { kind: 'choice', choices: ['Атол 30Ф', 'Штрих-М'] }),
    fieldOf('warranty', { kind: 'yes_no' }),
    fieldOf('refund', { types: ['complaint'] }),
  ]),
  removed: new Set(['old']),
});

function workflowsOf(definition: Partial<WorkflowDefinition>, statuses = own): Workflows {
  const whole = { type: 'incident', transitions: null, required: [], ...definition };
  return compileWorkflows({ statuses, definitions: [whole], fields: ownFields, checklists: [] });
}

const incident = (parts: Partial<TicketState>) => ticketOf({ type: 'incident', ...parts });

function changed(before: TicketState, changes: Changes, workflows: Workflows): TicketState {
  const after = change(before, changes, now);
  return change(after, completeChange(before, after, workflows) ?? {}, now);
}

type Asking = { facts?: WorkFacts; rights?: readonly string[] | null; answers?: boolean };

function refused(
  before: TicketState,
  changes: Changes,
  workflows: Workflows,
  { facts, rights = [], answers = false }: Asking = {},
) {
  const permissions = new Set(rights ?? []);
  const answer = { kind: 'agent-answered', userId: 'u', automatic: false } as const;
  return refuseStep(
    {
      before,
      after: changed(before, changes, workflows),
      changes,
      occurrences: answers ? [answer] : [],
      actor: rights === null ? null : { kind: 'user', permissions },
      facts,
    },
    workflows,
  );
}

describe('an own status', () => {
  const workflows = workflowsOf({});

  test('brings the class with it that it stands for, with what follows from that', () => {
    const after = changed(
      incident({ status: 'open', ownStatusId: 'repair' }),
      { ownStatusId: 'fixed' },
      workflows,
    );
    expect(after).toMatchObject({ status: 'solved', ownStatusId: 'fixed', solvedAt: now });
  });

  test('is the first of a class where only that was said', () => {
    expect(changed(incident({}), { status: 'open' }, workflows).ownStatusId).toBe('diagnosis');
    expect(changed(incident({}), { status: 'on_hold' }, workflows).ownStatusId).toBeNull();
  });

  test('is the first that may be reached, where not all may', () => {
    const only = workflowsOf({ transitions: [{ from: 'part', to: 'repair', restricted: false }] });
    const waiting = incident({ status: 'pending', ownStatusId: 'part' });
    expect(changed(waiting, { status: 'open' }, only).ownStatusId).toBe('repair');
  });

  test('is exchanged with the type, and given up by one that has none', () => {
    const repair = incident({ status: 'open', ownStatusId: 'repair' });
    expect(changed(repair, { type: 'question' }, workflows)).toMatchObject({
      ownStatusId: null,
      status: 'open',
    });
    const question = ticketOf({ type: 'question', status: 'pending' });
    expect(changed(question, { type: 'incident' }, workflows).ownStatusId).toBe('part');
  });

  test('waits in spam and in a merged ticket for the way back', () => {
    const repair = incident({ status: 'open', ownStatusId: 'repair' });
    const spam = changed(repair, { status: 'spam' }, workflows);
    expect(spam).toMatchObject({ status: 'spam', ownStatusId: 'repair' });
    expect(changed(spam, { status: 'open' }, workflows).ownStatusId).toBe('repair');
    const merged = changed(repair, { status: 'closed', mergedInto: 'x' }, workflows);
    const back = changed(merged, { status: 'open', mergedInto: null }, workflows);
    expect(back.ownStatusId).toBe('repair');
  });

  test('of another type, or one that is leaving, is not taken', () => {
    expect(refused(incident({}), { ownStatusId: 'nowhere' }, workflows)?.code).toBe(
      'own_status.not_of_type',
    );
    const leaving = workflowsOf({}, [
      status('old', 'open', { retired: true, moves_to: 'repair' }),
      ...own,
    ]);
    expect(refused(incident({}), { ownStatusId: 'old' }, leaving)?.code).toBe(
      'own_status.not_of_type',
    );
    const held = incident({ status: 'open', ownStatusId: 'old' });
    expect(changed(held, { tags: ['x'] }, leaving).ownStatusId).toBe('repair');
  });
});

describe('a step', () => {
  const workflows = workflowsOf({
    transitions: [
      { from: 'new', to: 'diagnosis', restricted: false },
      { from: 'diagnosis', to: 'fixed', restricted: true },
    ],
  });
  const diagnosis = incident({ status: 'open', ownStatusId: 'diagnosis' });

  test('that is not listed is closed to people and to rules', () => {
    const there = { ownStatusId: 'repair' };
    expect(refused(diagnosis, there, workflows)?.code).toBe('workflow.step_closed');
    expect(refused(diagnosis, there, workflows, { rights: null })?.code).toBe(
      'workflow.step_closed',
    );
    expect(refused(incident({}), { ownStatusId: 'diagnosis' }, workflows)).toBeNull();
  });

  test('that needs a right is open to whoever has it', () => {
    expect(refused(diagnosis, { status: 'solved' }, workflows)?.code).toBe(
      'workflow.step_restricted',
    );
    expect(refused(diagnosis, { status: 'solved' }, workflows, { rights: [restrictedStep] })).toBe(
      null,
    );
  });

  test('from where nothing is said leads everywhere, and standing still is none', () => {
    const held = incident({ status: 'on_hold' });
    expect(refused(held, { status: 'open' }, workflows)).toBeNull();
    expect(refused(diagnosis, { tags: ['x'] }, workflows)).toBeNull();
  });

  test('into spam and out of it is always open', () => {
    expect(refused(diagnosis, { status: 'spam' }, workflows)).toBeNull();
  });
});

describe('what is required', () => {
  const workflows = workflowsOf({
    required: [
      { before: 'solved', needs: ['category', 'tasks', 'time', 'answer', 'fields.serial'] },
      { before: 'part', needs: ['region'] },
    ],
  });
  const open = incident({ status: 'open', ownStatusId: 'repair' });

  test('is named piece by piece', () => {
    const facts = { openTasks: 2, hasTime: false };
    expect(refused(open, { ownStatusId: 'fixed' }, workflows, { facts })).toEqual({
      code: 'workflow.incomplete',
      errors: [
        { field: 'category', code: 'required' },
        { field: 'tasks', code: 'open', about: '2' },
        { field: 'time', code: 'required' },
        { field: 'answer', code: 'required' },
        { field: 'fields.serial', code: 'required' },
      ],
    });
  });

  test('may come with the same change; no is an answer', () => {
    const changes = { status: 'solved', categoryId: 'c', fields: { serial: '7' } } as const;
    const facts = { openTasks: 0, hasTime: true };
    expect(refused(open, changes, workflows, { facts, answers: true })).toBeNull();
    const asking = workflowsOf({ required: [{ before: 'solved', needs: ['fields.warranty'] }] });
    expect(refused(open, { status: 'solved' }, asking)?.code).toBe('workflow.incomplete');
    const no = { status: 'solved', fields: { warranty: false } } as const;
    expect(refused(open, no, asking)).toBeNull();
  });

  test('before solving is required before closing what was never solved', () => {
    expect(refused(open, { status: 'closed' }, workflows)?.code).toBe('workflow.incomplete');
    const solved = incident({ status: 'solved', ownStatusId: 'fixed', solvedAt: now });
    expect(refused(solved, { status: 'closed' }, workflows)).toBeNull();
  });

  test('is asked before one own status only where it was said of that one', () => {
    expect(refused(open, { ownStatusId: 'part' }, workflows)?.errors).toEqual([
      { field: 'region', code: 'required' },
    ]);
    expect(refused(open, { ownStatusId: 'part', region: 'North' }, workflows)).toBeNull();
  });

  test('does not ask for an own field that is gone, or that the type does not have', () => {
    const needs = ['fields.colour', 'fields.old', 'fields.refund'];
    const gone = workflowsOf({ required: [{ before: 'solved', needs }] });
    expect(refused(open, { status: 'solved' }, gone)).toBeNull();
  });
});

describe('values of own fields', () => {
  const workflows = workflowsOf({});
  const has = { weight: 'heavy', serial: 'SN-1' };
  const given = incident({ fields: has });
  const write = (fields: object) => ({ fields: { ...has, ...fields } });
  const kept = (fields: object) => changed(given, write(fields), workflows).fields;
  const problems = (fields: object) => refused(given, write(fields), workflows)?.errors ?? [];

  test('are kept as their kind is, in whatever words they come', () => {
    expect(kept({ weight: '1 250,5', warranty: 'Да', model: ' атол 30ф ' })).toEqual({
      serial: 'SN-1',
      weight: 1250.5,
      warranty: true,
      model: 'Атол 30Ф',
    });
    expect(kept({ serial: 7, bought: ' 2026-02-28 ' })).toMatchObject({
      serial: '7',
      bought: '2026-02-28',
    });
    expect(kept({ serial: ' ' })).toEqual({ weight: 'heavy' });
  });

  test.each([
    [{ weight: 'light' }, 'not_a_number'],
    [{ weight: '1.2.3' }, 'not_a_number'],
    [{ weight: ['1'] }, 'not_a_number'],
    [{ bought: '2026-02-29' }, 'not_a_date'],
    [{ bought: '29.01.2026' }, 'not_a_date'],
    [{ model: 'Эвотор' }, 'not_offered'],
    [{ warranty: 1 }, 'not_yes_no'],
    [{ serial: true }, 'not_text'],
    [{ serial: 'я'.repeat(1001) }, 'too_long'],
    [{ refund: '100' }, 'of_another_type'],
    [{ old: 'x' }, 'removed'],
  ])('that are wrong are refused by name: %j', (fields, code) => {
    const [name] = Object.keys(fields);
    expect(problems(fields)).toEqual([{ field: `fields.${name}`, code }]);
  });

  test('that stood there before, are taken away or belong to no field are left in peace', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ from1c: [1, 'x'] })).toEqual([]);
    expect(refused(given, { type: 'question' }, workflows)).toBeNull();
    expect(refused(given, { fields: {} }, workflows)).toBeNull();
  });
});

test('a list is added to what is opened or becomes of its type and category, once', () => {
  const list = {
    id: 'l',
    name: 'Return',
    steps: ['Weigh'],
    types: ['incident' as const],
    categoryIds: ['c'],
  };
  const settings: Workflows = { byType: new Map(), checklists: [list], fields: ownFields };
  const decide = (ticket: TicketState, occurrence: object, done: readonly string[] = []) =>
    attachChecklists.decide(
      {
        ticket,
        occurrences: [occurrence as { kind: 'opened' }],
        now,
        facts: undefined as never,
        done: new Set(done),
      },
      settings,
    );
  const fitting = incident({ categoryId: 'c' });
  expect(decide(fitting, { kind: 'opened' })).toMatchObject([{ effect: { id: 'l' } }]);
  expect(decide(fitting, { kind: 'changed', fields: ['categoryId'] })).toHaveLength(1);
  expect(decide(fitting, { kind: 'changed', fields: ['tags'] })).toEqual([]);
  expect(decide(fitting, { kind: 'opened' }, ['checklist l'])).toEqual([]);
  expect(decide(incident({ categoryId: null }), { kind: 'opened' })).toEqual([]);
});
