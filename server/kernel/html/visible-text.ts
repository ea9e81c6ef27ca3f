// U+FFFE and U+FFFF are no characters; the C0 controls other than tab and line ends have no look and PostgreSQL refuses NUL.
// The bidirectional controls U+202A–202E and U+2066–2069 make a link read backwards ("evil.com/moc.knab"); the marks
// U+200E and U+200F, which Hebrew and Arabic need, stay.
const unwanted = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]`,
);
const unwantedAll = new RegExp(unwanted.source, 'g');

// More than four marks on one letter is decoration that climbs over the neighbouring lines.
const piledMarks = /(\p{M}{4})\p{M}+/gu;
const fiveMarks = /\p{M}{5}/u;

/** The same text without characters that are invisible and harmful; lone surrogates become U+FFFD. */
export function withoutHiddenCharacters(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return unwanted.test(whole) ? whole.replace(unwantedAll, '') : whole;
}

/** At most four combining marks a letter, so that a line stays a line. */
export function withoutPiledMarks(text: string): string {
  return fiveMarks.test(text) ? text.replace(piledMarks, '$1') : text;
}
