import { noWords, type Words } from '../field.ts';
import { textOfField } from '../text-of-field.ts';

/** As letters are written: an empty line has a break to stand on, a line of a list is no paragraph. */
export function wordsOf(html: string): Words {
  const page = new DOMParser().parseFromString(html, 'text/html').body;
  for (const paragraph of page.querySelectorAll('p')) {
    const { parentElement: around } = paragraph;
    if (around?.tagName === 'LI' && paragraph === around.firstElementChild) {
      paragraph.replaceWith(...paragraph.childNodes);
    } else if (paragraph.childNodes.length === 0) {
      paragraph.append(page.ownerDocument.createElement('br'));
    }
  }
  const body = textOfField(page);
  return body.trim() === '' ? noWords : { body, html: page.innerHTML };
}
