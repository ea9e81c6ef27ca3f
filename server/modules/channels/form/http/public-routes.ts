import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { Refusal } from '../../../../kernel/errors.ts';
import { problemOf } from '../../../../kernel/problems.ts';
import { readPast } from '../../../../kernel/read-past.ts';
import { specialRoute, type Route, type SpecialReply } from '../../../../kernel/routes.ts';
import { findForm } from '../queries/find-form.ts';
import type { PublicForm } from '../schema.ts';
import { makeToken } from '../token.ts';
import { fill, formWords } from '../words.data.ts';
import { statusOf } from './form-pages.ts';
import { ShownForm, showForm, successText } from './public-form.ts';
import { submitForm, type Outcome, type SubmitParts } from './submit.ts';

/** These two addresses, and no other, answer to pages of other sites; no cookie plays a part in it. */
const forEverySite = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
};

const input = z.strictObject({
  form: z
    .string()
    .max(130)
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, { message: 'not_slug' }),
  lang: z.enum(['ru', 'en']).optional(),
});

const SubmissionAnswer = z.object({
  /** Null when the ticket is still on its way. */
  number: z.int().nullable(),
  text: z.string(),
});

async function findOpen(parts: SubmitParts, ref: string): Promise<PublicForm> {
  const form = await findForm(parts, ref);
  if (!form) {
    throw new Refusal('not_found', 'submission.no_form');
  }
  if (!form.active) {
    throw new Refusal('not_allowed', 'submission.form_off');
  }
  return form;
}

/** A refusal must be readable by the page of another site too. */
async function readable(answer: Promise<SpecialReply>): Promise<SpecialReply> {
  try {
    const { headers, ...reply } = await answer;
    return { ...reply, headers: { ...forEverySite, ...headers } };
  } catch (error) {
    const { status, headers, body } = problemOf(error);
    if (status === 500) {
      throw error;
    }
    return {
      status,
      headers: { ...forEverySite, ...headers, 'content-type': 'application/problem+json' },
      content: JSON.stringify(body),
    };
  }
}

export const publicFormRoutes = (parts: SubmitParts): Route[] => [
  specialRoute('GET /public/forms/:form', {
    name: 'channels.show-form',
    summary: 'A form for whoever wants to show it, with a token to send it; open to every site',
    permission: 'public',
    input,
    output: ShownForm,
    handle: ({ input: { form: ref, lang }, locale }) =>
      readable(
        (async () => {
          const form = await findOpen(parts, ref);
          const { files } = await parts.screening.of(form.workspaceId);
          const token = makeToken(parts.formSecret, form.channelId, parts.clock());
          return { json: showForm(form, files, { locale: lang ?? locale, token }) };
        })(),
      ),
  }),
  specialRoute('POST /public/forms/:form/submissions', {
    name: 'channels.submit-form',
    summary: 'Send a form, as multipart/form-data with its token; open to every site',
    status: 201,
    permission: 'public',
    takesBytes: true,
    input,
    output: SubmissionAnswer,
    handle: ({ input: { form: ref, lang }, body, headers, ip, locale: browsers }) => {
      const locale = lang ?? browsers;
      const answer = async () => {
        const form = await findOpen(parts, ref);
        const outcome = await submitForm(parts, form, { body, headers, ip, locale });
        return outcome.kind === 'refused'
          ? refusedReply(outcome)
          : { json: { number: outcome.number, text: successText(form, locale, outcome.number) } };
      };
      return readable(answer().finally(() => readPast(body as IncomingMessage)));
    },
  }),
];

/** `code` says which words of the form to show, `errors` which beside which field. */
function refusedReply(outcome: Extract<Outcome, { kind: 'refused' }>): SpecialReply {
  const status = statusOf[outcome.code];
  const code = `submission.${outcome.code}`;
  const errors = Object.entries(outcome.problems).map(([field, problem]) => ({
    field,
    code: problem,
  }));
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(outcome.code === 'too_many' && { 'retry-after': String(outcome.retryAfterSeconds) }),
    },
    content: JSON.stringify({
      type: `https://otklik.dev/problems/${code}`,
      title: fill(formWords.en.problem[outcome.code], {
        minutes: Math.ceil(outcome.retryAfterSeconds / 60),
      }),
      status,
      code,
      ...(errors.length > 0 && { errors, field: errors[0]?.field }),
      ...(outcome.fileName && { detail: outcome.fileName }),
      ...(outcome.retryAfterSeconds > 0 && { retryAfterSeconds: outcome.retryAfterSeconds }),
    }),
  };
}
