import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { systemActor } from '../../../../kernel/actor.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import type { Executor } from '../../../../kernel/executor.ts';
import { problemOf } from '../../../../kernel/problems.ts';
import type { Log } from '../../../../kernel/log.ts';
import { receiveLetter } from '../../commands/receive-letter.ts';
import type { LetterReader } from '../../runner/letter-line.ts';
import type { InboundEnvelope } from '../../schema.ts';
import type { Screening } from '../../screening/screening.ts';
import { admitSubmission } from '../commands/admit-submission.ts';
import type { FormSource } from '../queries/find-form.ts';
import { findSubmission } from '../queries/find-submission.ts';
import type { Locale, PublicForm, Submission } from '../schema.ts';
import { readToken, type Token } from '../token.ts';
import type { FieldProblem, SubmissionProblem } from '../words.data.ts';
import { checkFilled, type Checked, type FieldName } from './check-filled.ts';
import { readFilled, type Filled } from './read-filled.ts';

export type SubmitParts = FormSource & {
  readonly executor: () => Executor;
  readonly clock: Clock;
  readonly log: Log;
  readonly screening: Pick<Screening, 'of'>;
  readonly formSecret: Uint8Array;
  readonly raw: { put(bytes: Uint8Array): Promise<string> };
  readonly files: {
    put(content: Readable, maxBytes: number): Promise<{ hash: string; size: number }>;
  };
  /** Takes the submission at once, so that the visitor is told its number. */
  readonly reader: LetterReader;
};

export type Sent = {
  readonly body: Readable;
  readonly headers: IncomingMessage['headers'];
  readonly ip: string;
  readonly locale: Locale;
};

export type Outcome =
  | { readonly kind: 'sent'; readonly number: number | null }
  | {
      readonly kind: 'refused';
      readonly code: SubmissionProblem;
      readonly values: Readonly<Record<string, string>>;
      readonly problems: Readonly<Partial<Record<FieldName | 'files', FieldProblem>>>;
      /** The file that is meant by the problem of `files`. */
      readonly fileName: string;
      readonly retryAfterSeconds: number;
      /** Still good: the same form may be sent again. */
      readonly token: string | null;
    };

/** A page may be open for as long; after that nothing is lost, one press more is needed. */
const tokenLifeMs = 24 * 60 * 60_000;
/** Nobody fills in a form faster, a robot does. */
const leastFillMs = 2_000;

/** A form that somebody has filled in becomes a ticket, once, or comes back with what to mend and with its texts. */
export async function submitForm(
  parts: SubmitParts,
  form: PublicForm,
  sent: Sent,
): Promise<Outcome> {
  let values: Filled['values'] = {};
  try {
    const tooMany = await admit(parts, form, sent);
    const { files } = await parts.screening.of(form.workspaceId);
    const filled = await readFilled(sent.body, sent.headers, {
      names: form.own.map(({ field }) => `fields.${field.name}`),
      rules: form.attachments && !tooMany ? files.forms : null,
      put: (content, maxBytes) => parts.files.put(content, maxBytes),
    });
    ({ values } = filled);
    return tooMany
      ? refused('too_many', { ...tooMany, values, token: values['token'] ?? null })
      : await accept(parts, form, { sent, filled });
  } catch (error) {
    return refused(codeOf(parts, error), { values });
  }
}

/** @returns how long to wait, when there were too many */
async function admit(
  parts: SubmitParts,
  { workspaceId, channelId, limits }: PublicForm,
  { ip }: Sent,
): Promise<{ retryAfterSeconds: number } | null> {
  const input = { channelId, address: sourceOf(parts, ip), limits };
  try {
    await parts.executor().execute(admitSubmission, input, systemActor(workspaceId, 'form'));
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'too_many') {
      return { retryAfterSeconds: error.details.retryAfterSeconds ?? 60 };
    }
    throw error;
  }
}

async function accept(
  parts: SubmitParts,
  form: PublicForm,
  { sent, filled }: { sent: Sent; filled: Filled },
): Promise<Outcome> {
  const { values, own, problems, fileName } = checkAll(form, filled);
  const again = { values, problems, fileName };
  const given = filled.values['token'] ?? '';
  const token = readToken(parts.formSecret, form.channelId, given);
  if (Object.keys(problems).length > 0) {
    return refused('check_fields', { ...again, token: token && given });
  }
  const age = token ? parts.clock().getTime() - token.issuedAt.getTime() : 0;
  if (!token || age > tokenLifeMs) {
    return refused('expired', again);
  }
  if (age < leastFillMs) {
    return refused('too_fast', { ...again, token: given });
  }
  const submission = submissionOf(form, { values, own, filled, locale: sent.locale });
  const outcome = await keep(parts, form, { submission, token, sent });
  return outcome === 'used' ? refused('used', again) : outcome;
}

function checkAll(form: PublicForm, { values: given, fileProblem }: Filled) {
  const { problems, ...checked } = checkFilled(form, given);
  return fileProblem
    ? { ...checked, problems: { ...problems, files: fileProblem.code }, fileName: fileProblem.name }
    : { ...checked, problems, fileName: '' };
}

type Filling = Omit<Checked, 'problems'> & { readonly filled: Filled; readonly locale: Locale };

function submissionOf({ ref }: PublicForm, { values, own, filled, locale }: Filling): Submission {
  const { subject, text, name, email, phone } = values;
  return {
    kind: 'otklik.form/1',
    form: ref,
    locale,
    subject,
    text,
    name,
    email,
    phone,
    fields: own,
    page: pageOf(filled.values['page']),
    trapped: Boolean(filled.values['leave_empty']),
    files: [...filled.files],
  };
}

type Kept = { submission: Submission; token: Token; sent: Sent };

/** Raw first, known second, understood third: from the second on it cannot be lost. */
async function keep(
  parts: SubmitParts,
  { workspaceId, channelId }: PublicForm,
  { submission, token, sent }: Kept,
): Promise<Outcome | 'used'> {
  const bytes = Buffer.from(JSON.stringify(submission));
  const digest = digestOf(submission);
  const externalId = `form:${token.nonce}`;
  await parts.executor().execute(
    receiveLetter,
    {
      channelId,
      externalId,
      raw: await parts.raw.put(bytes),
      size: bytes.length + submission.files.reduce((sum, { size }) => sum + size, 0),
      envelope: { kind: 'form', digest, remoteAddress: sent.ip } satisfies InboundEnvelope,
    },
    systemActor(workspaceId, 'form'),
  );
  const find = () =>
    parts.db.read(workspaceId, (db) => findSubmission(db, workspaceId, { channelId, externalId }));
  const first = await find();
  if (first && first.letter.envelope.digest !== digest) {
    return 'used';
  }
  if (first?.state === 'received') {
    await takeNow(parts, workspaceId, first.letter);
  }
  return { kind: 'sent', number: first?.number ?? (await numberSoon(find)) };
}

/** What fails now is done by the line of letters, which tries again. */
async function takeNow(
  { reader, log }: SubmitParts,
  workspaceId: string,
  letter: Parameters<LetterReader['prepare']>[1],
): Promise<void> {
  try {
    await (await reader.prepare(workspaceId, letter)).take();
  } catch (err) {
    log.warn({ err, inboundId: letter.id }, 'a submission is left to the line of letters');
  }
}

const waitMs = 100;
const waits = 20;

/** Another process may just be taking it. */
async function numberSoon(find: () => ReturnType<typeof findSubmission>): Promise<number | null> {
  for (let turn = 0; turn < waits; turn += 1) {
    const found = await find();
    if (
      !found ||
      found.number !== null ||
      found.state !== 'received' ||
      found.letter.attempts > 0
    ) {
      return found?.number ?? null;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, waitMs);
    });
  }
  return null;
}

/** The same words and files, whatever page they were sent from. */
const digestOf = ({ page: _page, locale: _locale, ...said }: Submission): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('base64url');

/** Enough to count by and of no use to whoever reads the table; of IPv6 the network, within which anybody has addresses. */
const sourceOf = ({ formSecret }: SubmitParts, ip: string): string =>
  createHmac('sha256', formSecret)
    .update(`address\0${ip.includes(':') ? ip.split(':').slice(0, 4).join(':') : ip}`)
    .digest('base64url');

/** Without what may be private in it: what was looked for, who was signed in. */
function pageOf(given: string | undefined): string {
  const url = given !== undefined && URL.canParse(given) ? new URL(given) : null;
  return url && /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname}`.slice(0, 500) : '';
}

type Refused = Extract<Outcome, { kind: 'refused' }>;

const refused = (code: SubmissionProblem, more: Partial<Refused> = {}): Refused => ({
  kind: 'refused',
  code,
  values: {},
  problems: {},
  fileName: '',
  retryAfterSeconds: 0,
  token: null,
  ...more,
});

/** What only we can mend is a stack in the log and "later" for the visitor, whose text must not be lost by it. */
function codeOf({ log }: SubmitParts, error: unknown): SubmissionProblem {
  if (error instanceof Refusal && error.code === 'submission.too_large') {
    return 'too_large';
  }
  if (error instanceof Refusal && error.kind === 'invalid') {
    return 'malformed';
  }
  if (problemOf(error).status === 500) {
    log.error({ err: error }, 'a submission failed');
  }
  return 'unavailable';
}
