import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal, type FieldError } from '../../../kernel/errors.ts';
import { SettableStatus, TicketType } from '../../tickets/public.ts';
import { noteChange } from '../notice.ts';
import { readStored } from '../queries/read-workflows.ts';
import { Workflow, workflowFields, type WorkflowDefinition } from '../schema.ts';
import { lockWorkflow, saveWorkflow } from './step-store.ts';

const none: WorkflowDefinition = { transitions: null, required: [] };

/** All of it at once: which steps a type may take, and what is asked for before one. */
export const setWorkflow = defineCommand({
  name: 'workflow.set',
  permission: 'workflow.change',
  input: z.strictObject({
    type: TicketType,
    /** As it was read; 0 for a type that has none yet. */
    version: z.int().min(0).max(2_147_483_647).optional(),
    ...workflowFields,
  }),
  output: Workflow,
  async run(ctx, { type, version: seen, transitions, required }) {
    const row = await lockWorkflow(ctx, type);
    const current = row?.version ?? 0;
    if (seen !== undefined && seen !== current) {
      throw new Refusal('conflict', 'version.conflict', { detail: `now at version ${current}` });
    }
    const definition = { transitions: transitions && unique(transitions), required };
    await mustBeThere(ctx, type, definition);
    const version = current + 1;
    await saveWorkflow(ctx, type, { definition, version });
    const before = row?.definition ?? none;
    noteChange(ctx, {
      kind: 'steps',
      id: type,
      name: type,
      before: { ...before },
      after: { ...definition },
    });
    return { type, ...definition, version };
  },
});

type Steps = NonNullable<WorkflowDefinition['transitions']>;

const unique = (steps: Steps): Steps => [
  ...new Map(
    steps.filter(({ from, to }) => from !== to).map((step) => [`${step.from} ${step.to}`, step]),
  ).values(),
];

/** @throws Refusal that says where it names a status or a field that is not there */
async function mustBeThere(
  ctx: CommandContext,
  type: string,
  { transitions, required }: WorkflowDefinition,
): Promise<void> {
  const { statuses, fields } = await readStored(ctx.tx, ctx.actor.workspaceId);
  const places = new Set<string>([
    ...SettableStatus.options,
    ...statuses.filter((each) => each.type === type && !each.retired).map(({ id }) => id),
  ]);
  const gone = (field: string, isThere: boolean): FieldError[] =>
    isThere ? [] : [{ field, code: 'gone' }];
  const errors = [
    ...(transitions ?? []).flatMap(({ from, to }, at) => [
      ...gone(`transitions.${at}.from`, places.has(from)),
      ...gone(`transitions.${at}.to`, places.has(to)),
    ]),
    ...required.flatMap(({ before, needs }, at) => [
      ...gone(`required.${at}.before`, places.has(before)),
      ...needs.flatMap((need, index) =>
        gone(
          `required.${at}.needs.${index}`,
          !need.startsWith('fields.') || fields.known.has(need.slice(7)),
        ),
      ),
    ]),
  ];
  if (errors.length > 0) {
    throw new Refusal('invalid', 'input.invalid', { errors });
  }
}
