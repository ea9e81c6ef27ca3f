// Every code the server can give has words in the console. Web parts may not import the server, so its sources are read
// as text here: unions of codes, refusals, codes of fields, reasons of policies.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const kinds = [
  'invalid|unauthenticated|forbidden|not_found|conflict',
  'not_allowed|no_method|too_large|media_type|too_many|unavailable',
].join('|');
const refusal = new RegExp(`\\bRefusal\\(\\s*(?:'(?:${kinds})'|\\w+),\\s*'([a-z_.]+)'`, 'g');
const field = /\binvalid\(\s*[^,()]+,\s*'([a-z_]+)'|\bmessage:\s*'([a-z_]+)'/g;

/** Made of parts at run time, so that no source names them whole. */
const computed = [
  'user.email_taken',
  'team.name_taken',
  'role.name_taken',
  'team.in_use',
  'role.in_use',
  'role.beyond_own',
  'user.beyond_own',
  'session.totp_required',
];
/** Said to programs only: a person at the console cannot bring them about, the words of the status are enough. */
const forPrograms = /^(?:request|idempotency|route|submission)\./;
const fieldsForPrograms = new Set(['not_a_cursor', 'not_field_name', 'not_ticket']);

const folder = 'server/modules/channels/email';
/** A union of the server and where the console keeps its words. */
const unions = [
  ['imap/connection-problem.data.ts', 'ProblemCode', 'tickets.deliveryReason'],
  ['sending/refusal.data.ts', 'RefusalCode', 'tickets.deliveryReason'],
  ['sending/send-outcome.ts', 'SendFailureCode', 'tickets.deliveryReason'],
  ['bounce/bounce.ts', 'BounceReason', 'tickets.deliveryReason'],
  ['imap/connection-problem.data.ts', 'ProblemCode', 'settings.mail'],
  ['imap/probe-step.ts', 'ProbeCode', 'settings.mail'],
  ['imap/probe-step.ts', 'ProbeStepName', 'settings.probe'],
  ['oauth/provider.ts', 'OAuthProblemCode', 'settings.mail'],
];

/** An act of the audit log, named where it is noted. */
const act =
  /\baction: '([a-z]+(?:-[a-z]+)*\.[a-z-]+)'|\bnote\w*\(ctx, '([a-z]+(?:-[a-z]+)*\.[a-z-]+)'/g;

function sourcesOf(root) {
  return readdirSync(join(root, 'server'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\.test\.ts$|\/test[/-]|node_modules|server\/cli\//.test(file))
    .map((file) => readFileSync(file, 'utf8'));
}

function unionIn(root, file, name) {
  const text = readFileSync(join(root, folder, file), 'utf8');
  const body = new RegExp(`export type ${name} =([^;]+);`).exec(text)?.[1] ?? '';
  const codes = [...body.matchAll(/'([a-z_]+)'/g)].map(([, code]) => code);
  return codes.length > 0 ? codes : [`(no union ${name} in ${file})`];
}

const found = (texts, pattern) =>
  new Set(
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([, one, other]) => one ?? other)),
  );

function hints(root) {
  const text = readFileSync(join(root, folder, 'guess/known-providers.data.ts'), 'utf8');
  return [...text.matchAll(/needs: \[([^\]]*)\]/g)].flatMap(([, list]) =>
    [...list.matchAll(/'([a-z_]+)'/g)].map(([, code]) => code),
  );
}

/** Keys that the console must have. */
export function keysOfCodes(root) {
  const texts = sourcesOf(root);
  const refusals = [...found(texts, refusal), ...computed].filter(
    (code) => !forPrograms.test(code),
  );
  const fields = [...found(texts, field)].filter((code) => !fieldsForPrograms.has(code));
  const policies = readFileSync(join(root, 'server/modules/tickets/rules/own-policies.ts'), 'utf8');
  return new Set([
    ...refusals.map((code) => `errors.${code}`),
    ...fields.map((code) => `errors.field.${code}`),
    ...[...policies.matchAll(/reason: { code: '([a-z_]+)'/g)].map(
      ([, code]) => `tickets.reason.${code}`,
    ),
    ...unions.flatMap(([file, name, words]) =>
      unionIn(root, file, name).map((code) => `${words}.${code}`),
    ),
    ...[...found(texts, act)].map((name) => `settings.action.${name.replaceAll(/[.-]/g, '_')}`),
    ...hints(root).map((code) => `settings.hint.${code}`),
    'settings.mail.not_configured',
    'settings.mail.attempt_unknown',
  ]);
}
