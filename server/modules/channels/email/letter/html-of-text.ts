/** Plain text as HTML, for letters of which one part is text and another HTML. */
export const htmlOfText = (text: string): string =>
  `<div style="white-space: pre-wrap">${text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')}</div>`;
