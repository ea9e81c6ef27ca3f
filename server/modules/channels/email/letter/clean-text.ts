/** C0 and C1 controls except tab and line feed; NUL is refused by the database, the others mean nothing to a reader. */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Overrides of the writing direction, by which `gpj.exe` is shown as `exe.jpg` (Unicode TR 36 §2.5). */
const directionOverrides = /[\u202a-\u202e\u2066-\u2069]/g;
// eslint-disable-next-line no-control-regex -- as above
const unclean = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;

/** Many lines, LF between them; no controls, no lone surrogates. */
export const cleanText = (text: string): string => {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return unclean.test(lines) ? lines.replace(controls, '').toWellFormed() : lines;
};

/** One line as shown in lists: white space folded, no controls, no direction overrides, no lone surrogates. */
export const cleanLine = (text: string): string => {
  const line = /[\s]{2}|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
  return (
    unclean.test(line)
      ? line.replace(controls, '').replace(directionOverrides, '').toWellFormed()
      : line
  ).trim();
};

/** HTML keeps all but what cannot be stored. */
export const cleanHtml = (html: string): string =>
  (html.includes('\0') ? html.replaceAll('\0', '') : html).toWellFormed();
