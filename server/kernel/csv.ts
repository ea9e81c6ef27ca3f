/**
 * One line of a table as spreadsheets read it (RFC 4180). In Russian ones the comma parts whole from fraction, so cells are
 * parted by semicolons there. Text that a spreadsheet would take for a formula is kept from acting as one.
 */
export function csvLine(cells: readonly string[], locale: 'ru' | 'en'): string {
  return `${cells.map(cellOf).join(locale === 'ru' ? ';' : ',')}\r\n`;
}

function cellOf(value: string): string {
  const harmless =
    /^[\s\u200B-\u200D\u2060]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) &&
    !/^-?\d+(\.\d+)?$/.test(value)
      ? `'${value}`
      : value;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
