import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { commandRoute, queryRoute, specialRoute, type Route } from '../../../kernel/routes.ts';
import { time } from '../../../kernel/text.ts';
import { changeOwnPassword } from '../commands/change-own-password.ts';
import { changeOwnProfile } from '../commands/change-own-profile.ts';
import { makeToken } from '../commands/make-token.ts';
import { revokeToken } from '../commands/revoke-token.ts';
import { beginTotp, confirmTotp, dropTotp } from '../commands/totp.ts';
import { ownSession } from '../own.ts';
import { listTokens } from '../queries/list-sessions.ts';
import type { RouteParts } from '../parts.ts';
import { code, newApiToken, newPassword, password, permissionKeys, shortName } from '../schema.ts';
import { hashNewPassword } from '../sign-in/password.ts';
import { ownAccount, proveOwnPassword } from '../sign-in/prove-own-password.ts';
import { hashOf, newSecret, tokenValue } from '../sign-in/secret.ts';
import type { SignInParts } from '../sign-in/sign-in.ts';
import {
  newRecoveryCodes,
  newTotpSecret,
  plainCode,
  recoveryCodeHash,
  totpStepOf,
  totpUri,
} from '../sign-in/totp.ts';
import { chargeGuess, refundGuess } from '../sign-in/tries.ts';
import { emailKey } from '../rules.ts';

type Parts = RouteParts & SignInParts;

/** What people do with their own account. Secrets pass through here and go no further than their hash. */
export function ownAccountRoutes(parts: Parts): Route[] {
  return [
    commandRoute('PATCH /me', changeOwnProfile, { summary: 'Change your name, language or theme' }),
    passwordRoute(parts),
    ...totpRoutes(parts),
    queryRoute('GET /tokens', listTokens, { summary: 'Your API tokens' }),
    tokenRoute(parts),
    commandRoute('DELETE /tokens/:id', revokeToken, { summary: 'End an API token', status: 204 }),
  ];
}

function passwordRoute(parts: Parts): Route {
  return specialRoute('PUT /me/password', {
    name: 'change-own-password',
    summary: 'Change your password; signs you out everywhere else',
    status: 204,
    permission: 'session',
    input: z.strictObject({ current: password(), next: newPassword() }),
    async handle({ actor, input }) {
      const { current, next } = input;
      const { email, company } = await proveOwnPassword(parts, actor, {
        password: current,
        field: 'current',
      });
      const passwordHash = await hashNewPassword(next, { field: 'next', email, company });
      await parts.executor().execute(changeOwnPassword, { passwordHash }, actor as Actor);
      return {};
    },
  });
}

function totpRoutes(parts: Parts): Route[] {
  return [
    specialRoute('POST /totp', {
      name: 'begin-totp',
      summary: 'A new secret for the authenticator app; it counts once a code of it is confirmed',
      permission: 'session',
      input: z.strictObject({ password: password() }),
      output: z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'TotpSecret' }),
      async handle({ actor, input }) {
        const account = await proveOwnPassword(parts, actor, { ...input, field: 'password' });
        const secret = newTotpSecret();
        const sealedSecret = parts.secrets.seal(secret);
        await parts.executor().execute(beginTotp, { sealedSecret }, actor as Actor);
        return { json: { secret, uri: totpUri(secret, account) }, headers: unkept };
      },
    }),
    specialRoute('POST /totp/confirm', {
      name: 'confirm-totp',
      summary: 'Switch the second factor on by its first code; shows the recovery codes once',
      permission: 'session',
      input: z.strictObject({ code: code() }),
      output: z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' }),
      async handle({ actor, input }) {
        const recoveryCodes = newRecoveryCodes();
        await parts.executor().execute(
          confirmTotp,
          {
            ...(await proveCode(parts, actor, input.code)),
            recoveryHashes: recoveryCodes.map((each) => recoveryCodeHash(each).toString('hex')),
          },
          actor as Actor,
        );
        return { json: { recoveryCodes }, headers: unkept };
      },
    }),
    specialRoute('DELETE /totp', {
      name: 'drop-totp',
      summary: 'Switch the second factor off',
      status: 204,
      permission: 'session',
      input: z.strictObject({ password: password() }),
      async handle({ actor, input }) {
        await proveOwnPassword(parts, actor, { ...input, field: 'password' });
        await parts.executor().execute(dropTotp, {}, actor as Actor);
        return {};
      },
    }),
  ];
}

const unkept = { 'cache-control': 'no-store' };

async function proveCode(parts: Parts, actor: Actor | null, typed: string) {
  const { totpSecret, totpEnabled, email } = await ownAccount(parts, actor);
  if (totpSecret === null || totpEnabled) {
    throw new Refusal('not_allowed', totpEnabled ? 'totp.enabled' : 'totp.not_begun');
  }
  const { workspaceId } = ownSession(actor);
  const { ip = '', sessionId: device = null } = actor ?? {};
  const guesser = { workspaceId, emailKey: emailKey(email), ip: ip ?? '', device };
  await chargeGuess(parts.db, guesser, parts.clock());
  const step = totpStepOf(parts.secrets.unseal(totpSecret), plainCode(typed), parts.clock());
  if (step === null) {
    throw new Refusal('not_allowed', 'totp.wrong_code', {
      errors: [{ field: 'code', code: 'wrong' }],
    });
  }
  await refundGuess(parts.db, guesser);
  return { sealedSecret: totpSecret, step };
}

function tokenRoute(parts: Parts): Route {
  return specialRoute('POST /tokens', {
    name: 'make-token',
    summary: 'Make an API token; it is shown once',
    status: 201,
    permission: 'token.own',
    input: z.strictObject({
      name: shortName(),
      scopes: permissionKeys().min(1),
      expiresAt: time().nullable().optional(),
    }),
    output: newApiToken,
    async handle({ actor, input }) {
      const secret = newSecret();
      const made = await parts
        .executor()
        .execute(
          makeToken,
          { ...input, secretHash: hashOf(secret).toString('hex'), prefix: secret.slice(0, 6) },
          actor as Actor,
        );
      const token = tokenValue((actor as Actor).workspaceId, secret);
      return { json: { ...made, token }, headers: unkept };
    },
  });
}
