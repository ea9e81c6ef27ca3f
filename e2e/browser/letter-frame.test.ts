import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanHtml } from '../../server/kernel/html/clean-html.ts';
import { frameDocument, frameHeaders, frameSandbox } from '../../server/kernel/html/frame.ts';
import { findChromium, launchBrowser } from './chromium.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let browser: Browser;
let letter = '';
let asked: string[] = [];

// A console that forbids inline styles, with the letter at an address of its own.
const server = createServer((request, response) => {
  if (request.url !== '/favicon.ico') {
    asked.push(request.url ?? '');
  }
  if (request.url === '/') {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'self'; style-src 'self'",
    });
    response.end(
      `<!doctype html><iframe id="letter" sandbox="${frameSandbox}" src="/letter"></iframe>`,
    );
  } else if (request.url?.startsWith('/letter') === true) {
    response.writeHead(200, frameHeaders);
    response.end(letter);
  } else {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.end(png);
  }
});

/** Evaluated in the console's page, because nothing may run in the frame. */
async function inLetter(page: Page, selector: string, property: string): Promise<string> {
  return page.evaluate(
    ([wanted = '', name = '']) => {
      const tree = document.querySelector<HTMLIFrameElement>('#letter')?.contentDocument;
      const element = tree?.querySelector(wanted);
      return element === undefined || element === null
        ? ''
        : getComputedStyle(element).getPropertyValue(name);
    },
    [selector, property],
  );
}

describe.runIf(findChromium() !== null)('a letter in the console', () => {
  let address = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function show(html: string): Promise<Page> {
    letter = html;
    asked = [];
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.goto(address);
    return page;
  }

  test('keeps its own colours although the console allows no inline styles', async () => {
    const page = await show(frameDocument(cleanHtml('<p style="color:rgb(1,2,3)">x</p>').html));
    expect(await inLetter(page, 'p', 'color')).toBe('rgb(1, 2, 3)');
    expect(await inLetter(page, 'html', 'background-color')).toBe('rgb(255, 255, 255)');
    await page.close();
  });

  test('is dark at night when it brings no colours', async () => {
    const page = await show(frameDocument(cleanHtml('<p>x</p>').html));
    expect(await inLetter(page, 'html', 'background-color')).toBe('rgb(27, 30, 35)');
    await page.close();
  });

  test('can be measured by the console, so that it needs no scroll bar of its own', async () => {
    const page = await show(frameDocument('<div style="height:777px">x</div>'));
    const height = await page.evaluate(
      () =>
        document.querySelector<HTMLIFrameElement>('#letter')?.contentDocument?.documentElement
          .scrollHeight ?? 0,
    );
    expect(height).toBeGreaterThanOrEqual(777);
    await page.close();
  });

  test('shows pictures from our own address, and asks nobody else, even if it were not clean', async () => {
    const page = await show(
      frameDocument(
        `<img src="/picture"><img src="http://127.0.0.2:1/pixel"><style>@import "/sheet";p{background:url(/css)}</style><p onmouseover="parent.ran=1" style="background:url(/own)">x</p><script>parent.ran=1</script><img src="data:," onerror="parent.ran=1"><form action="/form"><button>x</button></form><link rel="stylesheet" href="/link"><object data="/object"></object>`,
      ),
    );
    await page.waitForTimeout(200);
    expect(asked.toSorted()).toEqual(['/', '/letter', '/own', '/picture']);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    await page.close();
  });

  test('opens its links apart, without a way back to us', async () => {
    const page = await show(
      frameDocument(
        cleanHtml(`<a href="${address}elsewhere">go</a><a href="#end">down</a><p id="end">x</p>`)
          .html,
      ),
    );
    const frame = page.frameLocator('#letter');
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      frame.getByText('go', { exact: true }).click(),
    ]);
    expect(popup.url()).toBe(`${address}elsewhere`);
    expect(await popup.evaluate(() => globalThis.opener)).toBeNull();
    await popup.close();
    await frame.getByText('down').click();
    expect(page.frames().map((one) => one.url())).toEqual([address, `${address}letter#mail-end`]);
    await page.close();
  });
});
