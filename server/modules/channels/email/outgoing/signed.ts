/** The mark by which mail programs know that a signature begins (RFC 3676 §4.3). */
const mark = '-- ';

export const signedText = (text: string, signature: string | null): string =>
  signature ? `${text}\n\n${mark}\n${signature}` : text;

/** Both parts are cleaned HTML. */
export const signedHtml = (html: string, signature: string | null): string =>
  signature ? `${html}<div style="margin-top:16px">${mark}<br>${signature}</div>` : html;
