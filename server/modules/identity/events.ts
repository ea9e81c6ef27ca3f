import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

const userFact = z.object({ userId: z.uuid() });
const teamFact = z.object({ teamId: z.uuid() });
const roleFact = z.object({ roleId: z.uuid() });

export const workspaceCreated = defineEvent(
  'workspace.created',
  z.object({ workspaceId: z.uuid(), administratorId: z.uuid() }),
);
export const workspaceChanged = defineEvent(
  'workspace.changed',
  z.object({ fields: z.array(z.string()) }),
);
export const userAdded = defineEvent('user.added', userFact);
export const userChanged = defineEvent(
  'user.changed',
  userFact.extend({ fields: z.array(z.string()) }),
);
export const userDeactivated = defineEvent('user.deactivated', userFact);
export const teamAdded = defineEvent('team.added', teamFact);
export const teamChanged = defineEvent('team.changed', teamFact);
export const teamDeleted = defineEvent('team.deleted', teamFact);
export const roleChanged = defineEvent('role.changed', roleFact);
