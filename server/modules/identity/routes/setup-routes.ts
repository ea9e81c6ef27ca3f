import { z } from 'zod';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { emailAddress } from '../../../kernel/text.ts';
import { foundFirstWorkspace } from '../found-first-workspace.ts';
import type { RouteParts } from '../parts.ts';
import { anyWorkspaceExists } from '../queries/workspaces.ts';
import { companyName, locale, newPassword, personName, session, timeZone } from '../schema.ts';
import type { SignInParts } from '../sign-in/sign-in.ts';
import { answerSignedIn, signInHere } from './session-routes.ts';

const setupState = z
  .object({
    needed: z.boolean(),
    locale,
    smtpAddress: z.string(),
    smtpPort: z.int(),
  })
  .meta({ id: 'Setup' });

export function setupRoutes(parts: RouteParts & SignInParts): Route[] {
  return [
    specialRoute('GET /setup', {
      name: 'get-setup',
      summary: 'Whether the first run is still to be done',
      permission: 'public',
      input: z.strictObject({}),
      output: setupState,
      handle: async (request) => ({
        json: {
          needed: !(await anyWorkspaceExists(parts.db)),
          locale: request.locale,
          smtpAddress: 'support@localhost',
          smtpPort: parts.smtpPort,
        },
      }),
    }),
    specialRoute('POST /setup', {
      name: 'set-up',
      summary: 'Make the workspace and its first administrator; once',
      status: 201,
      permission: 'public',
      input: z.strictObject({
        company: companyName(),
        locale,
        timeZone: timeZone(),
        administrator: z.strictObject({
          name: personName(),
          email: emailAddress(),
          password: newPassword(),
        }),
      }),
      output: session,
      async handle(request) {
        await foundFirstWorkspace(parts, request.input, { ip: request.ip });
        return answerSignedIn(
          parts,
          request,
          await signInHere(parts, request, request.input.administrator),
        );
      },
    }),
  ];
}
