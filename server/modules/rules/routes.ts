import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import {
  addRule,
  changeRule,
  orderRules,
  removeRule,
  rollBackRule,
} from './commands/change-rules.ts';
import { newSecret } from './commands/new-secret.ts';
import { replayEffect } from './effects/record-outcome.ts';
import { listEffects } from './queries/list-effects.ts';
import { listRules } from './queries/list-rules.ts';
import { listUses } from './queries/list-uses.ts';
import { listVersions } from './queries/list-versions.ts';

export const ruleRoutes = (secrets: { seal(text: string): string }): readonly Route[] => [
  queryRoute('GET /rules', listRules, { summary: 'Rules, in the order in which they act' }),
  commandRoute('POST /rules', addRule, { summary: 'Add a rule', status: 201 }),
  commandRoute('PUT /rules/order', orderRules, { summary: 'Put rules into another order' }),
  commandRoute('POST /rules/secret', newSecret(secrets), {
    summary: 'Make another secret for the signatures of webhooks',
  }),
  queryRoute('GET /rules/effects', listEffects, {
    summary: 'What rules did beside changing tickets',
  }),
  commandRoute('POST /rules/effects/:effectId/replay', replayEffect, {
    summary: 'Try once more what has failed',
  }),
  commandRoute('PATCH /rules/:ruleId', changeRule, { summary: 'Change a rule' }),
  commandRoute('DELETE /rules/:ruleId', removeRule, { summary: 'Remove a rule' }),
  queryRoute('GET /rules/:ruleId/versions', listVersions, { summary: 'How a rule has been' }),
  commandRoute('POST /rules/:ruleId/roll-back', rollBackRule, {
    summary: 'Make an old version of a rule the newest',
  }),
  queryRoute('GET /rules/:ruleId/uses', listUses, {
    summary: 'Tickets that a rule acted upon lately',
  }),
];
