import type { Vector } from './html-browser.ts';

/** Harmful on purpose and not cleaned: the watch must see each of them, or its silence about the others means nothing. */
export const planted: readonly Vector[] = [
  { id: 'planted error handler', html: '<img src="data:," onerror="alert(1)">' },
  { id: 'planted svg', html: '<svg onload="alert(1)"></svg>' },
  { id: 'planted link', html: '<a href="javascript:alert(1)">x</a>' },
  { id: 'planted pointer handler', html: '<b onmouseover="console.log(1)">x</b>' },
  { id: 'planted global', html: '<img src="data:," onerror="corpusPlanted = 1; missing()">' },
  { id: 'planted picture', html: '<img src="http://elsewhere.test/pixel.gif">' },
  { id: 'planted style sheet', html: '<style>@import "http://elsewhere.test/a.css";</style>' },
  { id: 'planted name', html: '<p id="cookie">x</p>' },
  { id: 'planted cover', html: '<p style="position:fixed">x</p>' },
];
