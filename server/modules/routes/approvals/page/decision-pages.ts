import type { Readable } from 'node:stream';
import { systemActor, type Actor } from '../../../../kernel/actor.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import type { Database } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import type { Executor } from '../../../../kernel/executor.ts';
import type { SpecialReply } from '../../../../kernel/routes.ts';
import { cutAt, storable } from '../../../../kernel/text.ts';
import type { PageRequest, WebPage } from '../../../../kernel/web-pages.ts';
import { decideByLink } from '../commands/decide-approval.ts';
import { openLink, type Link } from '../letters/link.ts';
import { findAsked, type Asked } from '../queries/find-asked.ts';
import { Decision } from '../schema.ts';
import { PageLimit } from './limit.ts';
import { renderNotice, renderQuestion, type Around } from './render-page.ts';

export type PageParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly executor: () => Executor;
  readonly linkSecret: Uint8Array;
};

// No other site is told the address, and nothing keeps the page.
const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
const longestComment = 2_000;

/** Where a letter's link leads: without sign-in, without JavaScript. Opening it changes nothing. */
export function decisionPages(parts: PageParts): WebPage[] {
  const limit = new PageLimit();
  const page =
    (then: (found: Found, request: PageRequest) => Promise<SpecialReply>) =>
    async (request: PageRequest): Promise<SpecialReply> => {
      const around = { ...aroundOf(request), path: null };
      if (!limit.admits(request.ip, parts.clock().getTime())) {
        return said(429, around, '', ['tooMany', 'tooManyText']);
      }
      const found = await find(parts, request);
      return found ? then(found, request) : said(404, around, '', ['absent', 'absentText']);
    };
  return [
    { method: 'GET', path: '/decide/:token', handle: page(async (found) => show(parts, found)) },
    {
      method: 'POST',
      path: '/decide/:token',
      handle: page((found, request) => take(parts, found, request)),
    },
  ];
}

type Found = { readonly link: Link; readonly asked: Asked; readonly around: Around };

async function find({ db, linkSecret }: PageParts, request: PageRequest): Promise<Found | null> {
  const link = openLink(linkSecret, request.params['token'] ?? '');
  const asked =
    link && (await db.read(link.workspaceId, (reader) => findAsked(reader, link)).catch(unknown));
  return link && asked ? { link, asked, around: aroundOf(request) } : null;
}

/** The workspace of a link may be gone. */
const unknown = (error: unknown): null => {
  if (error instanceof Refusal) {
    return null;
  }
  throw error;
};

function aroundOf({ query, locale, nonce, params }: PageRequest): Around {
  const lang = query['lang'];
  return {
    locale: lang === 'ru' || lang === 'en' ? lang : locale,
    nonce,
    path: `/decide/${params['token'] ?? ''}`,
  };
}

type Words = Parameters<typeof renderNotice>[2];

const said = (status: number, around: Around, company: string, words: Words): SpecialReply => ({
  status,
  headers,
  content: renderNotice(around, company, words),
});

function show({ clock }: PageParts, { link, asked, around }: Found): SpecialReply {
  if (!asked.isOpen) {
    return said(410, around, asked.company, ['closed', 'closedText']);
  }
  if (link.edition !== asked.edition || clock() > asked.linkEndsAt) {
    return said(410, around, asked.company, ['over', 'overText']);
  }
  return { headers, content: renderQuestion(around, asked) };
}

async function take(parts: PageParts, found: Found, { body }: PageRequest): Promise<SpecialReply> {
  const { link, asked, around } = found;
  const filled = await readFilled(body);
  const decision = Decision.safeParse(filled?.get('decision')).data;
  const isOver = parts.clock() > asked.linkEndsAt;
  if (!decision || isOver || !asked.isOpen) {
    return show(parts, found);
  }
  const comment = cutAt(storable(filled?.get('comment') ?? ''), longestComment);
  const { approvalId, approverId } = asked;
  const input = { approvalId, approverId, edition: link.edition, decision, comment };
  try {
    await parts.executor().execute(decideByLink, input, approverActor(link, asked));
  } catch (error) {
    if (error instanceof Refusal) {
      // Somebody was quicker, or the link is void by now.
      const now = await parts.db.read(link.workspaceId, (reader) => findAsked(reader, link));
      return show(parts, { ...found, asked: now ?? { ...asked, isOpen: false } });
    }
    throw error;
  }
  return said(200, { ...around, path: null }, asked.company, ['thanks', decision]);
}

/** Whoever has the link, by their own name; they may do this one thing. */
const approverActor = ({ workspaceId }: Link, { name, userId, personId }: Asked): Actor => ({
  ...systemActor(workspaceId, name),
  kind: userId === null ? 'person' : 'user',
  id: userId ?? personId,
  permissions: new Set([decideByLink.permission]),
});

const mostBytes = 64 * 1024;

/** Null for what is no form, or too long to be one. */
async function readFilled(body: Readable): Promise<URLSearchParams | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostBytes) {
      return null;
    }
    pieces.push(piece);
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'));
}
