import type { Locale, PublicForm } from '../schema.ts';
import { fill, formWords } from '../words.data.ts';
import { pageStyle } from './page-style.data.ts';
import { escape } from './escape.ts';
import { successText, type ShownForm } from './public-form.ts';
import { renderField, renderFiles } from './render-fields.ts';
import type { Outcome } from './submit.ts';

type Around = {
  readonly locale: Locale;
  readonly nonce: string;
  readonly company: string;
  readonly title: string;
  /** Where the same page is in the other language; null where there is no way to ask for it. */
  readonly otherLanguage: string | null;
};

function page({ locale, nonce, company, title, otherLanguage }: Around, content: string): string {
  const other = locale === 'ru' ? 'en' : 'ru';
  const link = otherLanguage
    ? `<a href="${escape(otherLanguage)}" hreflang="${other}" lang="${other}">${formWords[locale].language}</a>`
    : '';
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="description" content="${escape(title)}">
<title>${escape(company ? `${title} — ${company}` : title)}</title><link rel="icon" href="/favicon.svg">
<style nonce="${escape(nonce)}">${pageStyle}</style></head>
<body><main><header><b>${escape(company)}</b>${link}</header><div class="card">${content}</div></main></body></html>`;
}

type Refused = Extract<Outcome, { kind: 'refused' }>;
type Asked = { readonly nonce: string; readonly shown: ShownForm; readonly again?: Refused };

const pathOf = (ref: string, locale: Locale) => `/forms/${ref}?lang=${locale}`;

/** The form, empty or as it came back: what was typed stays, errors stand beside their fields. */
export function renderForm({ nonce, shown, again }: Asked): string {
  const { locale, ref, title } = shown;
  const other = locale === 'ru' ? 'en' : 'ru';
  const around = {
    locale,
    nonce,
    company: shown.company,
    title,
    otherLanguage: again ? null : pathOf(ref, other),
  };
  return page(
    around,
    `<h1>${escape(title)}</h1><p>${escape(shown.intro)}</p>${again ? alertOf(again, locale) : ''}
<form method="post" action="${escape(pathOf(ref, locale))}" enctype="multipart/form-data" novalidate>
<input type="hidden" name="token" value="${escape(shown.token)}">
${shown.fields.map((field) => renderField(field, shown, again)).join('\n')}
${renderFiles(shown, again)}
<div class="trap" aria-hidden="true"><label>${escape(formWords[locale].trap)} <input name="leave_empty" tabindex="-1" autocomplete="off"></label></div>
<button type="submit">${escape(formWords[locale].send)}</button></form>`,
  );
}

function alertOf({ code, retryAfterSeconds }: Refused, locale: Locale): string {
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  const words = fill(formWords[locale].problem[code], { minutes });
  return `<div class="alert" role="alert">${escape(words)}</div>`;
}

/** After it was sent. Loading the page anew sends the same once more, which changes nothing. */
export function renderSent(
  form: PublicForm,
  { nonce, locale, number }: { nonce: string; locale: Locale; number: number | null },
): string {
  const text = successText(form, locale, number);
  const [first = '', ...rest] = text.split('\n');
  return page(
    { locale, nonce, company: form.company, title: first, otherLanguage: null },
    `<h1 class="done" role="status">${escape(first)}</h1>${
      rest.length > 0 ? `<p>${escape(rest.join('\n'))}</p>` : ''
    }<a href="${escape(pathOf(form.ref, locale))}">${escape(formWords[locale].another)}</a>`,
  );
}

/** Instead of a form that is off, or was never there. */
export function renderAbsent(
  form: PublicForm | null,
  { nonce, locale }: { nonce: string; locale: Locale },
): string {
  const words = formWords[locale];
  const title = form ? words.closedTitle : words.unknownTitle;
  return page(
    { locale, nonce, company: form?.company ?? '', title, otherLanguage: null },
    `<h1>${escape(title)}</h1><p>${escape(form ? words.closedText : words.unknownText)}</p>`,
  );
}
