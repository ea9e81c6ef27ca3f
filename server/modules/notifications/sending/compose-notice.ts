import { escapeHtml } from '../../../kernel/html/text-to-html.ts';
import { letterWords } from './notice-words.data.ts';
import { placeOf } from '../rules/place-of.ts';
import { sayNotice, type SaidNotice } from './say-notice.ts';

export type NoticeToSend = SaidNotice & {
  readonly id: string;
  readonly ticket: {
    readonly id: string;
    readonly number: number;
    readonly subject: string;
  } | null;
  readonly preview: string;
  readonly createdAt: Date;
};

export type Manner = {
  readonly locale: 'en' | 'ru';
  readonly zone: string;
  /** Address of the console; undefined: nothing leads there. */
  readonly publicUrl: string | undefined;
};

const mostShown = 50;

export type ComposedNotice = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

const linkTo = (publicUrl: string | undefined, path: string): string | null =>
  publicUrl === undefined ? null : `${publicUrl.replace(/\/$/, '')}${path}`;

/** One letter about some notices, by ticket. */
export function composeNotice(
  notices: readonly NoticeToSend[],
  { locale, zone, publicUrl }: Manner,
): ComposedNotice {
  const words = letterWords[locale];
  const shown = notices.slice(0, mostShown);
  const groups = [
    ...Map.groupBy(shown, ({ ticket, kind }) => ticket?.id ?? placeOf(kind, null)),
  ].map(([, list]) => list);
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = groups.map((list) => {
    const [{ ticket, kind } = { ticket: null, kind: '' }] = list;
    return {
      title: ticket ? `#${ticket.number} ${ticket.subject}` : null,
      link: linkTo(publicUrl, placeOf(kind, ticket?.number ?? null)),
      open: ticket ? words.open : words.look,
      lines: list.map((one) => ({
        said: `${time.format(one.createdAt)} · ${sayNotice(locale, one)}`,
        preview: one.preview,
      })),
    };
  });
  const left = notices.length - shown.length;
  const after = [...(left > 0 ? [words.more(left)] : []), words.noAnswers, words.why];
  return {
    subject: subjectOf(notices, groups.length, locale),
    text: [...parts.map(textOf), after.join('\n')].join('\n\n'),
    html: [
      ...parts.map(htmlOf),
      `<p style="color:#667">${after.map(escapeHtml).join('<br>')}</p>`,
    ].join('\n'),
  };
}

function subjectOf(notices: readonly NoticeToSend[], tickets: number, locale: 'en' | 'ru'): string {
  const [first] = notices;
  if (tickets > 1 || !first) {
    return letterWords[locale].several(notices.length);
  }
  const said = sayNotice(locale, notices.at(-1) ?? first);
  return first.ticket ? `#${first.ticket.number} ${first.ticket.subject}: ${said}` : said;
}

type Part = {
  readonly title: string | null;
  readonly link: string | null;
  readonly open: string;
  readonly lines: readonly { readonly said: string; readonly preview: string }[];
};

const textOf = ({ title, link, lines }: Part): string =>
  [title, link, ...lines.map(({ said, preview }) => (preview ? `${said}\n  ${preview}` : said))]
    .filter((line) => line !== null)
    .join('\n');

function htmlOf({ title, link, open, lines }: Part): string {
  const heading = title === null ? '' : `<p><strong>${escapeHtml(title)}</strong></p>`;
  const list = lines.map(
    ({ said, preview }) =>
      `<li>${escapeHtml(said)}${preview ? `<br><span style="color:#445">${escapeHtml(preview)}</span>` : ''}</li>`,
  );
  const way = link === null ? '' : `<p><a href="${escapeHtml(link)}">${escapeHtml(open)}</a></p>`;
  return `${heading}<ul>${list.join('')}</ul>${way}`;
}

/** What the browser shows. Push services carry at most 4 kB. */
export type Call = {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  /** Within the console. */
  readonly path: string;
};

export function composeCall(notices: readonly NoticeToSend[], locale: 'en' | 'ru'): Call {
  const last = notices.at(-1);
  const tickets = new Set(notices.map(({ ticket }) => ticket?.id));
  if (!last || tickets.size > 1) {
    return {
      title: letterWords[locale].several(notices.length),
      body: '',
      tag: 'notices',
      path: '/tickets?view=mine',
    };
  }
  const { ticket, preview } = last;
  return {
    title: ticket ? `#${ticket.number} ${ticket.subject}`.slice(0, 200) : sayNotice(locale, last),
    body: [ticket ? sayNotice(locale, last) : '', preview].filter(Boolean).join('\n').slice(0, 400),
    tag: ticket?.id ?? last.id,
    path: placeOf(last.kind, ticket?.number ?? null),
  };
}
