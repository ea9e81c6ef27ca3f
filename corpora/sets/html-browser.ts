import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { launchBrowser } from '../../e2e/browser/chromium.ts';
import { frameDocument, frameHeaders, frameSandbox } from '../../server/kernel/html/frame.ts';
import { fillByInnerHtml, pokeAndInspect, watchScripts } from './html-page.ts';

/** `page`: innerHTML in a page without any policy. `document`: read by the parser, no policy. `frame`: as the console shows it. */
export type Place = 'page' | 'document' | 'frame';

export type Vector = { readonly id: string; readonly html: string };

/** A vector that did something, and what. */
export type Ran = { readonly id: string; readonly place: Place; readonly what: string };

const origin = 'http://corpus.test';
const batchSize = 400;
// Errors of pictures and the first frames of animations come after "load".
const settleMs = 120;

const eventNames = [
  'click',
  'dblclick',
  'mouseover',
  'mouseenter',
  'mousemove',
  'mouseout',
  'mousedown',
  'mouseup',
  'pointerover',
  'pointerenter',
  'pointermove',
  'pointerdown',
  'focus',
  'focusin',
  'blur',
  'keydown',
  'keyup',
  'input',
  'change',
  'submit',
  'toggle',
  'scroll',
  'wheel',
  'copy',
  'paste',
  'drag',
  'drop',
  'load',
  'error',
  'animationstart',
  'animationend',
  'transitionend',
  'begin',
  'beforetoggle',
  'resize',
];

const bare = (body: string): string =>
  `<!doctype html><html><head></head><body>${body}</body></html>`;

/** One browser in which cleaned (and planted) vectors are let loose. Every address but its own leads nowhere. */
export class VectorBrowser {
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  #served: Readonly<
    Record<string, { readonly body: string; readonly headers?: Readonly<Record<string, string>> }>
  > = {};
  #seen: string[] = [];
  #page: Page | null = null;

  private constructor(browser: Browser, context: BrowserContext) {
    this.#browser = browser;
    this.#context = context;
  }

  static async open(): Promise<VectorBrowser> {
    const browser = await launchBrowser();
    const context = await browser.newContext();
    const opened = new VectorBrowser(browser, context);
    await context.exposeBinding('corpusRan', (_source, what: string) => {
      opened.#seen.push(what);
    });
    await context.addInitScript(watchScripts);
    await context.route('**/*', (route) => opened.#answer(route));
    return opened;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #answer(route: Route): Promise<void> {
    const url = route.request().url();
    const served = url.startsWith(`${origin}/`)
      ? this.#served[url.slice(origin.length)]
      : undefined;
    if (served === undefined) {
      this.#seen.push(`asked for ${url.slice(0, 80)}`);
      await route.abort();
      return;
    }
    await route.fulfill({
      body: served.body,
      headers: { 'content-type': 'text/html; charset=utf-8', ...served.headers },
    });
  }

  #serve(vectors: readonly Vector[], place: Place): void {
    const body = place === 'page' ? '' : vectors.map(({ html }) => `<div>${html}</div>`).join('\n');
    const letter = { body: frameDocument(body), headers: frameHeaders };
    this.#served =
      place === 'frame'
        ? {
            '/': {
              body: bare(`<iframe id="letter" sandbox="${frameSandbox}" src="/letter"></iframe>`),
            },
            '/letter': letter,
          }
        : { '/': { body: bare(body) } };
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.#seen.push(`script error ${error.message.slice(0, 80)}`));
    page.on('popup', (popup) => this.#seen.push(`window opened ${popup.url().slice(0, 80)}`));
    page.on('dialog', (dialog) => {
      this.#seen.push(`dialog ${dialog.message().slice(0, 80)}`);
      void dialog.dismiss();
    });
    page.on('framenavigated', (frame) => {
      if (!/^(?:http:\/\/corpus\.test\/(?:letter)?|about:blank)$/.test(frame.url())) {
        this.#seen.push(`went to ${frame.url().slice(0, 80)}`);
      }
    });
  }

  /** A page is used again as long as nothing happened in it; making one takes longer than all the rest. */
  async #freshPage(): Promise<Page> {
    if (this.#page === null) {
      this.#page = await this.#context.newPage();
      this.#watch(this.#page);
    }
    return this.#page;
  }

  async #observe(page: Page, vectors: readonly Vector[], place: Place): Promise<readonly string[]> {
    try {
      await page.goto(`${origin}/`, { timeout: 20_000 });
      if (place === 'page') {
        await page.evaluate(
          fillByInnerHtml,
          vectors.map(({ html }) => html),
        );
      }
      const inspected = await page.evaluate(pokeAndInspect, eventNames);
      await page.waitForTimeout(settleMs);
      return inspected;
    } catch (error) {
      return [`the page broke: ${error instanceof Error ? error.message.slice(0, 200) : ''}`];
    }
  }

  /** Everything that the vectors together did; empty when they are harmless. */
  async #letLoose(vectors: readonly Vector[], place: Place): Promise<readonly string[]> {
    const page = await this.#freshPage();
    this.#seen = [];
    this.#serve(vectors, place);
    const inspected = await this.#observe(page, vectors, place);
    const what = [...this.#seen, ...inspected];
    if (what.length > 0) {
      this.#page = null;
      await page.close();
    }
    return what;
  }

  /** Halves a batch until the ones that ran are alone. */
  async #culprits(vectors: readonly Vector[], place: Place): Promise<readonly Ran[]> {
    const what = await this.#letLoose(vectors, place);
    const [only] = vectors;
    if (what.length === 0 || only === undefined) {
      return [];
    }
    if (vectors.length === 1) {
      return [{ id: only.id, place, what: what.slice(0, 3).join(', ') }];
    }
    const middle = Math.ceil(vectors.length / 2);
    return [
      ...(await this.#culprits(vectors.slice(0, middle), place)),
      ...(await this.#culprits(vectors.slice(middle), place)),
    ];
  }

  async run(vectors: readonly Vector[], place: Place): Promise<readonly Ran[]> {
    const ran: Ran[] = [];
    for (let start = 0; start < vectors.length; start += batchSize) {
      ran.push(...(await this.#culprits(vectors.slice(start, start + batchSize), place)));
    }
    return ran;
  }
}
