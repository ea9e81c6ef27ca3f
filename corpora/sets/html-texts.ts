import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../e2e/browser/chromium.ts';
import { cleanHtml } from '../../server/kernel/html/clean-html.ts';
import { textToHtml } from '../../server/kernel/html/text-to-html.ts';
import { withoutHiddenCharacters } from '../../server/kernel/html/visible-text.ts';
import { newTally, type CorpusSet, type Tally } from '../corpus-set.ts';
import { tryVectors } from './html-vectors.ts';

const stringsIn = (path: string): readonly string[] => {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(content) ? content.filter((text) => typeof text === 'string') : [];
};

/** What a person reads on the page is what was written, but for the characters that are taken out on purpose. */
const trySameText = async (texts: readonly string[]): Promise<Tally> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const shown = await page.evaluate(
      (documents) =>
        documents.map(
          (html) => new DOMParser().parseFromString(html, 'text/html').body.textContent,
        ),
      texts.map((text) => cleanHtml(textToHtml(text)).html),
    );
    const tally = newTally('same text');
    for (const [index, text] of texts.entries()) {
      const expected = withoutHiddenCharacters(text).replaceAll(/\r\n?/g, '\n');
      tally.agree(
        shown[index] === expected,
        () => `${index}: ${JSON.stringify(text)} is shown as ${JSON.stringify(shown[index])}`,
      );
    }
    return tally.tally();
  } finally {
    await browser.close();
  }
};

const handlersIn = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^on[a-z]+$/.test(line));

const carriers = [
  'a href="https://example.com/"',
  'img src="data:,"',
  'td',
  'p',
  'body',
  'details open',
  'font',
  'svg',
];

const spellings = (handler: string): readonly string[] => [
  `${handler}=alert(1)`,
  `${handler.toUpperCase()} = "alert(1)"`,
  `title=x/${handler}='alert(1)'`,
];

export const htmlTextSets: readonly CorpusSet[] = [
  {
    name: 'html/naughty-strings',
    reach: 1,
    run: async (dir) => {
      const texts = stringsIn(join(dir, 'html/naughty-strings/blns.json'));
      return [
        await trySameText(texts),
        await tryVectors(texts.map((html, index) => ({ id: String(index), html }))),
      ];
    },
  },
  {
    name: 'html/wicg-sanitizer',
    reach: 1,
    run: (dir) =>
      tryVectors(
        handlersIn(
          join(dir, 'html/wicg-sanitizer/builtins/event-handler-content-attributes.txt'),
        ).map((handler) => ({
          id: handler,
          html: carriers
            .flatMap((carrier) => spellings(handler).map((spelling) => `<${carrier} ${spelling}>x`))
            .join(''),
        })),
      ),
  },
];
