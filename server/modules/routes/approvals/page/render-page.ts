import { escapeHtml } from '../../../../kernel/html/text-to-html.ts';
import { fill } from '../letters/write-letter.ts';
import type { Asked } from '../queries/find-asked.ts';
import { pageStyle } from './page-style.data.ts';
import { pageWords, type Locale } from './page-words.data.ts';

export type Around = {
  readonly locale: Locale;
  readonly nonce: string;
  /** The path of this page; null: it has none worth coming back to. */
  readonly path: string | null;
};

function page({ locale, nonce, path }: Around, company: string, content: string): string {
  const words = pageWords[locale];
  const other = locale === 'ru' ? 'en' : 'ru';
  const link =
    path === null
      ? ''
      : `<a href="${escapeHtml(path)}?lang=${other}" hreflang="${other}" lang="${other}">${words.language}</a>`;
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(company ? `${words.title} — ${company}` : words.title)}</title>
<link rel="icon" href="/favicon.svg"><style nonce="${escapeHtml(nonce)}">${pageStyle}</style></head>
<body><main><header><b>${escapeHtml(company)}</b>${link}</header><div class="card">${content}</div></main></body></html>`;
}

/** The question with its two buttons. Only pressing one decides: scanners of mail follow links, but press nothing. */
export function renderQuestion(around: Around, asked: Asked): string {
  const words = pageWords[around.locale];
  const { askedBy, text, subject, request, deadline } = asked;
  const about = [
    subject === null ? '' : `<h2>${words.ticket}</h2><p>${escapeHtml(subject)}</p>`,
    request ? `<h2>${words.request}</h2><p>${escapeHtml(request)}</p>` : '',
    deadline
      ? `<p>${escapeHtml(fill(words.until, { date: sayMoment(around, asked.zone, deadline) }))}</p>`
      : '',
  ].join('');
  return page(
    around,
    asked.company,
    `<h1>${escapeHtml(fill(words.asks, { askedBy }))}</h1><blockquote>${escapeHtml(text)}</blockquote>${about}
<form method="post" action="${escapeHtml(around.path ?? '')}?lang=${around.locale}">
<label for="comment">${words.comment} <small>(${words.optional})</small></label>
<textarea id="comment" name="comment" maxlength="2000"></textarea>
<div class="acts"><button name="decision" value="approved">${words.approve}</button>
<button name="decision" value="rejected">${words.reject}</button></div></form>`,
  );
}

/** With the name of the zone: whoever reads it may be anywhere. */
const sayMoment = ({ locale }: Around, zone: string, at: Date): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(at);

type Notice = readonly [title: keyof typeof pageWords.en, text: keyof typeof pageWords.en];

/** A page that says one thing and asks nothing. */
export function renderNotice(around: Around, company: string, [title, text]: Notice): string {
  const words = pageWords[around.locale];
  return page(around, company, `<h1>${words[title]}</h1><p>${words[text]}</p>`);
}
