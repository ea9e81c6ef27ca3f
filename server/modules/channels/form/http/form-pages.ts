import type { IncomingMessage } from 'node:http';
import { readPast } from '../../../../kernel/read-past.ts';
import type { PageRequest, WebPage } from '../../../../kernel/web-pages.ts';
import { findForm } from '../queries/find-form.ts';
import type { Locale, PublicForm } from '../schema.ts';
import { makeToken } from '../token.ts';
import type { SubmissionProblem } from '../words.data.ts';
import { showForm } from './public-form.ts';
import { renderAbsent, renderForm, renderSent } from './render-page.ts';
import { submitForm, type Outcome, type SubmitParts } from './submit.ts';

const noStore = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

export const statusOf: Readonly<Record<SubmissionProblem, number>> = {
  check_fields: 400,
  too_fast: 409,
  expired: 409,
  used: 409,
  too_many: 429,
  too_large: 413,
  malformed: 400,
  unavailable: 503,
  offline: 503,
};

const localeOf = ({ query, locale }: Pick<PageRequest, 'query' | 'locale'>): Locale =>
  query['lang'] === 'ru' || query['lang'] === 'en' ? query['lang'] : locale;

/** Its own page of every form; works without JavaScript. */
export function formPages(parts: SubmitParts): WebPage[] {
  async function open(
    form: PublicForm,
    { request, again }: { request: PageRequest; again?: Extract<Outcome, { kind: 'refused' }> },
  ) {
    const { files } = await parts.screening.of(form.workspaceId);
    const token = again?.token ?? makeToken(parts.formSecret, form.channelId, parts.clock());
    const shown = showForm(form, files, { locale: localeOf(request), token });
    return {
      status: again ? statusOf[again.code] : 200,
      headers: {
        ...noStore,
        ...(again?.code === 'too_many' && { 'retry-after': String(again.retryAfterSeconds) }),
      },
      content: renderForm({ nonce: request.nonce, shown, ...(again && { again }) }),
    };
  }

  const absent = (form: PublicForm | null, request: PageRequest) => ({
    status: form ? 410 : 404,
    headers: noStore,
    content: renderAbsent(form, { nonce: request.nonce, locale: localeOf(request) }),
  });

  return [
    {
      method: 'GET',
      path: '/forms/:form',
      async handle(request) {
        const form = await findForm(parts, request.params['form'] ?? '');
        return form?.active ? open(form, { request }) : absent(form, request);
      },
    },
    {
      method: 'POST',
      path: '/forms/:form',
      async handle(request) {
        const { body, headers, ip, nonce } = request;
        const form = await findForm(parts, request.params['form'] ?? '');
        if (!form?.active) {
          readPast(body as IncomingMessage);
          return absent(form, request);
        }
        const locale = localeOf(request);
        const outcome = await submitForm(parts, form, { body, headers, ip, locale });
        readPast(body as IncomingMessage);
        return outcome.kind === 'refused'
          ? open(form, { request, again: outcome })
          : {
              headers: noStore,
              content: renderSent(form, { nonce, locale, number: outcome.number }),
            };
      },
    },
  ];
}
