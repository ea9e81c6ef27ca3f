import { z } from 'zod';
import { emailAddress, id, line, said, text, time } from '../../../kernel/text.ts';
import type { ApproverState, Mode } from './rules/approval.ts';

export const ApprovalMode = z.enum(['one', 'all', 'in_order'] satisfies Mode[]);
export const ApprovalState = z.enum(['pending', 'approved', 'rejected', 'cancelled', 'expired']);
const ApproverStates = z.enum([
  'waiting',
  'asked',
  'approved',
  'rejected',
  'skipped',
] satisfies ApproverState[]);
export const Shows = z.enum(['subject', 'request']);
export const Decision = z.enum(['approved', 'rejected']);

export const Approval = z
  .object({
    id: z.string(),
    /** Without its subject for whoever may not see the ticket and was not shown it. */
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }),
    /** False: whoever reads this may decide, and see what the letter shows, but not open the ticket. */
    seesTicket: z.boolean(),
    /** What the customer asks, where that is shown to approvers; only in what waits for one's decision. */
    request: z.string().nullable(),
    text: z.string(),
    shows: z.array(Shows),
    mode: ApprovalMode,
    state: ApprovalState,
    deadline: time().nullable(),
    /** The ticket is on hold until it is decided. */
    holds: z.boolean(),
    askedBy: z.object({ id: z.string().nullable(), name: z.string() }),
    askedAt: time(),
    closedAt: time().nullable(),
    version: z.int(),
    approvers: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['user', 'person', 'address']),
        userId: z.string().nullable(),
        name: z.string(),
        email: z.string().nullable(),
        state: ApproverStates,
        comment: z.string(),
        /** Whoever decided in their place. */
        decidedBy: z.string().nullable(),
        via: z.enum(['console', 'link']).nullable(),
        decidedAt: time().nullable(),
        remindedAt: time().nullable(),
        mail: z.enum(['none', 'queued', 'sent', 'failed']),
        mailProblem: z.string().nullable(),
        /** The one who reads this may decide here. */
        yours: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Approval' });
export type Approval = z.infer<typeof Approval>;

export const approvalFields = {
  text: said({ max: 4000 }),
  shows: z
    .array(Shows)
    .max(2)
    .transform((shows) => [...new Set(shows)]),
  mode: ApprovalMode,
  deadline: time().nullable(),
  hold: z.boolean(),
  approvers: z
    .array(
      z.union([
        z.strictObject({ userId: id() }),
        z.strictObject({ personId: id() }),
        z.strictObject({ email: emailAddress(), name: line({ max: 200 }).optional() }),
      ]),
    )
    .min(1)
    .max(20),
  comment: text({ max: 2000 }),
};
export type WantedApprover = z.output<typeof approvalFields.approvers>[number];

export type ApprovalTables = {
  approval: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    text: string;
    shows: z.infer<typeof Shows>[];
    mode: Mode;
    state: z.infer<typeof ApprovalState>;
    deadline: Date | null;
    status_before: string | null;
    asked_by_id: string | null;
    asked_by_name: string;
    asked_at: Date;
    closed_at: Date | null;
    version: number;
  };
  approver: {
    workspace_id: string;
    id: string;
    approval_id: string;
    position: number;
    user_id: string | null;
    person_id: string | null;
    name: string;
    email: string | null;
    locale: 'ru' | 'en';
    state: ApproverState;
    comment: string;
    decided_by_id: string | null;
    decided_by_name: string | null;
    via: 'console' | 'link' | null;
    asked_at: Date | null;
    decided_at: Date | null;
    reminded_at: Date | null;
    link_edition: number;
    mail_state: 'none' | 'queued' | 'sent' | 'failed';
    mail_problem: string | null;
  };
};
