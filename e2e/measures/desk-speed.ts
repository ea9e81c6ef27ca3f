/**
 * How quick the desk is with ten thousand tickets in the view, in a real browser on a real server:
 *   node e2e/measures/desk-speed.ts [--tickets 10000] [--shots DIR]
 * Prints a table and, as its last line, JSON. Times on the wall depend on what else the machine does; the time of the
 * page's own thread hardly does.
 */
import { parseArgs } from 'node:util';
import type { CDPSession, Page as Tab } from 'playwright-core';
import { percentile } from '../../bench/load/percentile.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { setUp, type Desk } from '../otklik/desk.ts';
import { openScreen } from '../otklik/screen.ts';
import { endEverything, startOtklik } from '../otklik/start-otklik.ts';
import { fillDesk } from './fill-desk.ts';
import { pressAndWait, scrollThrough, type Move } from './in-page.ts';

const tell = (text: string) => process.stderr.write(`${text}\n`);

/** Milliseconds that the page's own thread has worked. */
async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0);
}

async function measureMoves(tab: Tab, session: CDPSession, times: number) {
  const moves: Move[] = [];
  const busy: number[] = [];
  for (let turn = 0; turn < times + 5; turn += 1) {
    const before = await threadMs(session);
    const move = await tab.evaluate(pressAndWait, { key: 'j', code: 'KeyJ' });
    const worked = (await threadMs(session)) - before;
    // The first moves are those of a page that has just been loaded.
    if (turn >= 5) {
      moves.push(move);
      busy.push(worked);
    }
    await tab.waitForTimeout(250);
  }
  const of = (list: number[]) => ({ p50: percentile(list, 0.5), p95: percentile(list, 0.95) });
  return {
    marked: of(moves.map(({ marked }) => marked)),
    drawn: of(moves.map(({ drawn }) => drawn)),
    thread: of(busy),
  };
}

type Act = { id: string; state: string; total: number; counts: Record<string, number> };

/** A whole view is changed in the background, while somebody else goes on working. */
async function measureBulk(desk: Desk) {
  const began = performance.now();
  let act = await desk.call<Act>('POST /bulk-acts', {
    tickets: { matching: { status: ['any_open'] } },
    changes: { priority: 'high', addTags: ['разом'] },
  });
  const answers: number[] = [];
  while (act.state === 'running') {
    const asked = performance.now();
    await desk.call('GET /tickets?view=open&limit=50');
    answers.push(performance.now() - asked);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    act = await desk.call<Act>(`GET /bulk-acts/${act.id}`);
  }
  const seconds = (performance.now() - began) / 1000;
  return { total: act.total, counts: act.counts, seconds, listP95Ms: percentile(answers, 0.95) };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { tickets: { type: 'string', default: '10000' } } });
  const tickets = Number(values.tickets);
  const otklik = await startOtklik();
  const browser = await launchBrowser();
  try {
    const desk = await setUp(otklik, 'ru');
    tell(`opening ${tickets} tickets`);
    await fillDesk(desk, tickets);
    const screen = await openScreen(browser, {
      url: otklik.url,
      locale: 'ru',
      name: 'desk-speed',
      cookie: desk.cookie,
    });
    const { page: tab } = screen;
    await tab.goto('/tickets?view=open');
    await tab.locator('[data-number]').first().waitFor();
    await tab.waitForTimeout(2_000);
    const session = await screen.context.newCDPSession(tab);
    await session.send('Performance.enable');
    tell('walking by j');
    const moves = await measureMoves(tab, session, 40);
    tell('scrolling');
    const scrolled = await tab.evaluate(scrollThrough, {
      rows: tickets - 50,
      rowsPerSecond: 150,
    });
    tell('walking by j with every row loaded');
    const movesLoaded = await measureMoves(tab, session, 40);
    tell('one act upon all of them');
    const bulk = await measureBulk(desk);
    process.stdout.write(`${JSON.stringify({ tickets, moves, scrolled, movesLoaded, bulk })}\n`);
    await screen.close();
  } finally {
    await browser.close();
    await otklik.stop();
    await endEverything();
  }
}

await main();
