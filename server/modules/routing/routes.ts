import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { changeAgent } from './commands/change-agent.ts';
import {
  addRoutingRule,
  changeRoutingRule,
  orderRoutingRules,
  removeRoutingRule,
} from './commands/change-rules.ts';
import { addSkill, changeSkill, removeSkill } from './commands/change-skills.ts';
import { previewRouting } from './commands/preview-rule.ts';
import { explainTicket } from './queries/explain-ticket.ts';
import { listAgents } from './queries/list-agents.ts';
import { listFullAgents } from './queries/list-full-agents.ts';
import { listRoutingRules } from './queries/list-rules.ts';
import { listSkills } from './queries/list-skills.ts';
import { listWaiting } from './queries/list-waiting.ts';
import type { RoutingMemory } from './memory.ts';

export const routingRoutes = (memory: RoutingMemory): readonly Route[] => [
  queryRoute('GET /routing-rules', listRoutingRules, {
    summary: 'Routing rules, in the order in which they are asked',
  }),
  commandRoute('POST /routing-rules', addRoutingRule, {
    summary: 'Add a routing rule',
    status: 201,
  }),
  commandRoute('PUT /routing-rules/order', orderRoutingRules, {
    summary: 'Put routing rules into another order',
  }),
  commandRoute('POST /routing-rules/preview', previewRouting(memory), {
    summary: 'Where a ticket would go now, also by a rule that is not saved yet',
  }),
  commandRoute('PATCH /routing-rules/:ruleId', changeRoutingRule, {
    summary: 'Change a routing rule',
  }),
  commandRoute('DELETE /routing-rules/:ruleId', removeRoutingRule, {
    summary: 'Remove a routing rule',
  }),
  queryRoute('GET /skills', listSkills, { summary: 'Skills that tickets may ask for' }),
  commandRoute('POST /skills', addSkill, { summary: 'Add a skill', status: 201 }),
  commandRoute('PATCH /skills/:skillId', changeSkill, { summary: 'Rename a skill' }),
  commandRoute('DELETE /skills/:skillId', removeSkill, {
    summary: 'Remove a skill that no routing rule asks for',
  }),
  queryRoute('GET /routing-agents', listAgents(memory), {
    summary: 'Skills, capacity and load of everybody, and whether they are there',
  }),
  queryRoute('GET /routing-agents/full', listFullAgents, {
    summary: 'Who has as much in hand as they may',
  }),
  commandRoute('PATCH /routing-agents/:userId', changeAgent, {
    summary: 'Set how much somebody takes and what they know',
  }),
  queryRoute('GET /routing-queue', listWaiting, {
    summary: 'Tickets for which nobody is free, those that wait longest first',
  }),
  queryRoute('GET /tickets/:ticketId/routing', explainTicket(memory), {
    summary: 'Why a ticket is where it is',
  }),
];
