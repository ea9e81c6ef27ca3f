import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { askApproval } from './approvals/commands/ask-approval.ts';
import { decideApproval } from './approvals/commands/decide-approval.ts';
import { cancelApproval, remindApprovers } from './approvals/commands/keep-approval.ts';
import { listOwnApprovals, listTicketApprovals } from './approvals/queries/read-approvals.ts';

export const routesOfRoutes: readonly Route[] = [
  queryRoute('GET /tickets/:ticketId/approvals', listTicketApprovals, {
    summary: 'Approvals of a ticket',
  }),
  commandRoute('POST /tickets/:ticketId/approvals', askApproval, {
    summary: 'Ask for an approval',
    status: 201,
  }),
  queryRoute('GET /approvals', listOwnApprovals, { summary: 'What waits for your decision' }),
  commandRoute('POST /approvals/:approvalId/decide', decideApproval, {
    summary: 'Approve or reject',
  }),
  commandRoute('POST /approvals/:approvalId/remind', remindApprovers, {
    summary: 'Ask those who have not answered once more',
  }),
  commandRoute('POST /approvals/:approvalId/cancel', cancelApproval, {
    summary: 'Call an approval off',
  }),
];
