import type { Database, Tx } from '../../kernel/database.ts';
import { mapInTurns } from '../../kernel/in-turns.ts';
import * as store from './index-store.ts';
import { readOrganizationTexts, readPeopleTexts, type CardText } from './queries/read-cards.ts';
import { readIndexed, readTicketsOf, readTicketTexts } from './queries/read-documents.ts';
import * as log from './queries/read-position.ts';
import { cardLine, comparable } from './rules/card-line.ts';
import { addMessage, addTicket, Words, type Document } from './rules/document.ts';
import { planWork, upheavals, type Work } from './rules/plan-work.ts';
import type { Position } from './tables.ts';

/** Few enough that the transaction which writes them is over in some milliseconds: the live stream waits for it. */
const eventsAtOnce = 250;
const ticketsAtOnce = 100;
const cardsAtOnce = 500;
const passedBy = 2_000n;
const firstId = '00000000-0000-0000-0000-000000000000';
const aboveAll = Number.MAX_SAFE_INTEGER;

export type Step = {
  /** `followed`: news was taken in; `rebuilt`: something from before the index; `idle`: everything is in. */
  readonly did: 'followed' | 'rebuilt' | 'idle' | 'not-my-turn';
};

/**
 * One step of the index towards the present: news first, then what was there before it. Documents and position are
 * written together, so a step that breaks off is done again and nothing is left out.
 */
export async function indexStep(db: Database, workspaceId: string): Promise<Step> {
  return db.transaction(workspaceId, async (tx) => {
    if (!(await log.takesTurn(tx, workspaceId))) {
      return { did: 'not-my-turn' };
    }
    await store.beLazy(tx);
    const position = await whereWeAre(tx, workspaceId);
    if (await follow(tx, position)) {
      return { did: 'followed' };
    }
    return { did: (await rebuild(tx, position)) ? 'rebuilt' : 'idle' };
  });
}

/** A new workspace, and one whose position means nothing here, begins now and reads everything from before. */
async function whereWeAre(tx: Tx, workspaceId: string): Promise<Position> {
  const known = await log.readPosition(tx, workspaceId);
  const { settledTx, fromFuture } = await log.readBounds(tx, known?.tx ?? '0');
  if (known && !fromFuture) {
    return known;
  }
  const fresh = fromScratch(workspaceId, { tx: settledTx, event_id: firstId });
  await store.savePosition(tx, fresh);
  return fresh;
}

const fromScratch = (workspaceId: string, behind: Pick<Position, 'tx' | 'event_id'>): Position => ({
  workspace_id: workspaceId,
  ...behind,
  tickets_below: aboveAll,
  people_above: firstId,
  organizations_above: firstId,
});

async function follow(tx: Tx, position: Position): Promise<boolean> {
  const workspaceId = position.workspace_id;
  const { settledTx } = await log.readBounds(tx, position.tx);
  const limit = eventsAtOnce;
  const events = await log.readHappened(tx, workspaceId, { from: position, settledTx, limit });
  const last = events.at(-1);
  if (!last) {
    // Nothing that concerns us; gone past now and then, so that nobody looks through ever more of it.
    if (BigInt(settledTx) - BigInt(position.tx) > passedBy) {
      await store.savePosition(tx, { ...position, tx: settledTx, event_id: firstId });
    }
    return false;
  }
  const isAll = events.length < limit;
  if (events.some(({ name }) => upheavals.has(name))) {
    await store.forget(tx, workspaceId);
    await store.savePosition(tx, fromScratch(workspaceId, { tx: last.tx, event_id: last.id }));
    return true;
  }
  await takeIn(tx, workspaceId, planWork(events));
  await store.savePosition(tx, {
    ...position,
    tx: isAll ? settledTx : last.tx,
    event_id: isAll ? firstId : last.id,
  });
  return true;
}

async function takeIn(tx: Tx, workspaceId: string, work: Work): Promise<void> {
  const { people, organizations, added } = work;
  const whole = new Set([...work.whole, ...(await readTicketsOf(tx, workspaceId, [...people]))]);
  const candidates = [...added.keys()].filter((id) => !whole.has(id));
  const indexed = await readIndexed(tx, workspaceId, candidates);
  for (const id of candidates.filter((each) => !indexed.has(each))) {
    whole.add(id);
  }
  await indexWhole(tx, workspaceId, [...whole]);
  const grown = [...indexed];
  await addMessages(tx, workspaceId, {
    ids: grown,
    messageIds: grown.flatMap((id) => added.get(id) ?? []),
  });
  await indexCards(tx, workspaceId, { kind: 'person', ids: [...people] });
  await indexCards(tx, workspaceId, { kind: 'organization', ids: [...organizations] });
}

async function indexWhole(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<void> {
  const texts = await readTicketTexts(tx, workspaceId, { ids });
  const known: Document[] = [];
  const rows = await mapInTurns(texts, (text) => {
    const words = new Words();
    addTicket(words, text);
    text.messages.forEach((message) => addMessage(words, message));
    const document = words.document();
    known.push(document);
    return { id: text.id, at: text.createdAt, words: document.words };
  });
  const there = new Set(texts.map(({ id }) => id));
  const gone = ids.filter((id) => !there.has(id));
  await store.putTickets(tx, workspaceId, rows);
  await store.removeTickets(tx, workspaceId, gone);
  await store.countWords(tx, workspaceId, countsOf(known));
}

async function addMessages(
  tx: Tx,
  workspaceId: string,
  asked: { ids: readonly string[]; messageIds: readonly string[] },
): Promise<void> {
  const texts = await readTicketTexts(tx, workspaceId, asked);
  const known: Document[] = [];
  const rows = await mapInTurns(texts, (text) => {
    const words = new Words();
    text.messages.forEach((message) => addMessage(words, message));
    const document = words.document();
    known.push(document);
    return { id: text.id, at: text.createdAt, words: document.words };
  });
  await store.addToTickets(tx, workspaceId, rows);
  await store.countWords(tx, workspaceId, countsOf(known));
}

function countsOf(documents: readonly Document[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of documents.flatMap(({ known }) => known)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

async function indexCards(
  tx: Tx,
  workspaceId: string,
  { kind, ids }: { kind: CardText['kind']; ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  const read = kind === 'person' ? readPeopleTexts : readOrganizationTexts;
  const texts = await read(tx, workspaceId, ids);
  await store.putCards(
    tx,
    workspaceId,
    texts.map(({ id, at, name, points }) => ({
      kind,
      id,
      at,
      name: comparable(name),
      line: cardLine(name, points),
    })),
  );
  const there = new Set(texts.map(({ id }) => id));
  await store.removeCards(tx, workspaceId, { kind, ids: ids.filter((id) => !there.has(id)) });
}

/** The newest first: they are what is looked for. @returns false when all is in */
async function rebuild(tx: Tx, position: Position): Promise<boolean> {
  const { workspace_id: workspaceId, tickets_below: below } = position;
  if (position.people_above !== null) {
    await store.savePosition(tx, await rebuildCards(tx, position, 'person'));
    return true;
  }
  if (position.organizations_above !== null) {
    await store.savePosition(tx, await rebuildCards(tx, position, 'organization'));
    return true;
  }
  if (below === null) {
    return false;
  }
  const limit = ticketsAtOnce;
  const tickets = await log.readOlderTickets(tx, workspaceId, { below, limit });
  await indexWhole(
    tx,
    workspaceId,
    tickets.map(({ id }) => id),
  );
  const last = tickets.at(-1);
  const next = last && tickets.length === limit ? last.number : null;
  await store.savePosition(tx, { ...position, tickets_below: next });
  return true;
}

async function rebuildCards(
  tx: Tx,
  position: Position,
  table: 'person' | 'organization',
): Promise<Position> {
  const column = table === 'person' ? 'people_above' : 'organizations_above';
  const from = position[column] ?? firstId;
  const limit = cardsAtOnce;
  const ids = await log.readNextIds(tx, position.workspace_id, { table, above: from, limit });
  await indexCards(tx, position.workspace_id, { kind: table, ids });
  const last = ids.at(-1);
  return { ...position, [column]: last !== undefined && ids.length === limit ? last : null };
}
