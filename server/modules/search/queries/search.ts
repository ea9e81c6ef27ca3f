import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { decodeCursor, encodeCursor, pageInput } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { line } from '../../../kernel/text.ts';
import { readWorkspace } from '../../identity/public.ts';
import { askOf, expectedHits } from '../rules/ask.ts';
import { readQuestion, type Question } from '../rules/question.ts';
import { wantedOf, type Dictionary } from '../rules/wanted.ts';
import { SearchAnswer, type Found } from '../schema.ts';
import { readDictionary } from './dictionary.ts';
import { findCards, type CardHit, type CardKind } from './find-cards.ts';
import { findByNumber, untilTime, type Until } from './find-tickets.ts';
import { gather, TicketPlace } from './gather-tickets.ts';
import { readPosition } from './read-position.ts';
import { showCards } from './show-cards.ts';
import { showTickets } from './show-tickets.ts';
import { conditionsOf } from './ticket-conditions.ts';

const Kind = z.enum(['ticket', 'person', 'organization']);
const CardPlace = z.tuple([z.literal('card'), z.int(), z.int(), z.uuid()]);
type CardPlace = z.infer<typeof CardPlace>;
const Place = z.union([TicketPlace, CardPlace]);
type Place = z.infer<typeof Place>;

/** On the first page of everything: enough to recognise somebody, and tickets are still to be seen. */
const cardsOnFirstPage = 5;

export const search = defineQuery({
  name: 'search.search',
  permission: 'ticket.read',
  input: z.strictObject({
    ...pageInput,
    limit: z.coerce.number().int().min(1).max(100).default(25),
    q: line({ max: 2_000 }),
    /** Only these. */
    kind: Kind.optional(),
    /** The last word is not finished yet. */
    typing: z.enum(['true', 'false']).optional(),
  }),
  output: SearchAnswer,

  async run({ db, actor, now }, { q, kind, typing, limit, after }) {
    const place = after === undefined ? null : decodeCursor(after, Place);
    const { timeZone } = await readWorkspace(db, actor.workspaceId);
    const question = readQuestion(q, { now, timeZone });
    const dictionary = await readDictionary(db, question.clauses, { typing: typing === 'true' });
    const asking: Asking = { db, actor, now, question, dictionary, limit };
    const cards = await cardPage(asking, kind, place);
    const tickets =
      kind === undefined || kind === 'ticket'
        ? await ticketPage(asking, {
            place: place?.[0] === 'ticket' ? place : null,
            room: limit - cards.items.length,
          })
        : { items: [], next: null, instead: [], complete: true };
    const position = await readPosition(db, actor.workspaceId);
    return {
      items: [...cards.items, ...tickets.items],
      next: cards.next ?? tickets.next,
      instead: tickets.instead,
      complete: tickets.complete,
      catchingUp: !position || position.tickets_below !== null,
    };
  },
});

type Asking = {
  readonly db: Reader;
  readonly actor: Actor;
  readonly now: Date;
  readonly question: Question;
  readonly dictionary: Dictionary;
  readonly limit: number;
};

type Page = { readonly items: readonly Found[]; readonly next: string | null };
const nothing: Page = { items: [], next: null };

/** On the first page of everything some of them stand before the tickets; asked for alone they have pages of their own. */
async function cardPage(
  asking: Asking,
  kind: z.infer<typeof Kind> | undefined,
  place: Place | null,
): Promise<Page> {
  if (kind === 'ticket' || !asking.actor.permissions.has('person.read')) {
    return nothing;
  }
  return kind === undefined
    ? cardsBeside(asking, place)
    : cardsAlone(asking, kind, place?.[0] === 'card' ? place : null);
}

async function cardsBeside(
  { db, actor, question, dictionary, limit }: Asking,
  place: Place | null,
): Promise<Page> {
  const { filters, place: zone, spam } = question;
  if (place !== null || filters.length > 0 || zone !== null || spam) {
    // A later page, or conditions that no card can meet.
    return nothing;
  }
  const hits = await findCards(db, question, {
    kinds: ['person', 'organization'],
    counts: dictionary.counts,
  });
  const shown = firstOfEach(hits, Math.min(cardsOnFirstPage, Math.floor(limit / 4)));
  return { items: await showCards(db, actor.workspaceId, shown), next: null };
}

async function cardsAlone(
  { db, actor, question, dictionary, limit }: Asking,
  kind: CardKind,
  place: CardPlace | null,
): Promise<Page> {
  const hits = await findCards(db, question, { kinds: [kind], counts: dictionary.counts });
  const rest = place ? hits.slice(placeBehind(hits, place)) : hits;
  const shown = rest.slice(0, limit);
  const end = shown.at(-1);
  const isMore = rest.length > limit && end !== undefined;
  return {
    items: await showCards(db, actor.workspaceId, shown),
    next: isMore ? encodeCursor(['card', end.score, end.micros, end.id]) : null,
  };
}

const firstOfEach = (hits: readonly CardHit[], most: number): CardHit[] =>
  (['person', 'organization'] as const).flatMap((kind) =>
    hits.filter((hit) => hit.kind === kind).slice(0, most),
  );

function placeBehind(hits: readonly CardHit[], [, score, micros, id]: CardPlace): number {
  const at = hits.findIndex(
    (hit) =>
      hit.score < score ||
      (hit.score === score && (hit.micros < micros || (hit.micros === micros && hit.id < id))),
  );
  return at === -1 ? hits.length : at;
}

type TicketPage = Page & Pick<SearchAnswer, 'instead' | 'complete'>;

async function ticketPage(
  { db, actor, now, question, dictionary, limit }: Asking,
  { place, room }: { place: TicketPlace | null; room: number },
): Promise<TicketPage> {
  const clauses = question.clauses;
  const wanted = clauses.map((clause, at) =>
    wantedOf(clause, at === clauses.length - 1 ? dictionary : { ...dictionary, begun: [] }),
  );
  const readsNotes = actor.kind !== 'person';
  const instead = wanted.flatMap(({ clause, meant }) =>
    meant ? [{ typed: clause.text, meant: meant.text, why: meant.why }] : [],
  );
  if (clauses.length === 0 && question.filters.length === 0 && !question.spam) {
    return { ...nothing, instead, complete: true };
  }
  const looking = {
    actor,
    now,
    asked: askOf(question, wanted, { readsNotes }),
    conditions: await conditionsOf(db, actor, question),
    expected: expectedHits(wanted, dictionary.counts),
    isSmall: question.spam,
  };
  const shown = { actor, wanted, readsNotes, place: question.place };
  const { number } = question;
  const named =
    place === null && number !== null ? await findByNumber(db, looking.conditions, number) : [];
  const count = Math.max(1, room) - named.length;
  const until = latest(question);
  const found = await gather(db, { looking, shown, place, count, until, besides: named });
  const ids = [...named, ...found.ids].slice(0, limit);
  return {
    items: await showTickets(db, ids, shown),
    next: found.next,
    instead,
    complete: found.complete,
  };
}

/** Nothing later than what `before:` allows is looked at. */
function latest({ filters }: Question): Until | null {
  const times = filters.flatMap((filter) =>
    filter.name === 'before' && !filter.negative ? [filter.at.getTime()] : [],
  );
  return times.length === 0 ? null : untilTime(Math.min(...times));
}
