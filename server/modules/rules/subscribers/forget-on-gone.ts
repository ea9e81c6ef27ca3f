import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { teamDeleted, userDeactivated } from '../../identity/public.ts';
import { forgetRules } from '../commands/forget-rules.ts';

export const forgetOnTeamDeleted = defineSubscriber({
  name: 'rules.forget-on-team-deleted',
  on: teamDeleted,
  handle: async ({ execute }) => void (await execute(forgetRules, {})),
});

export const forgetOnUserDeactivated = defineSubscriber({
  name: 'rules.forget-on-user-deactivated',
  on: userDeactivated,
  handle: async ({ execute }) => void (await execute(forgetRules, {})),
});
