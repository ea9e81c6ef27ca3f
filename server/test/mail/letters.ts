/** A small letter, CRLF line ends. `id` becomes its Message-ID; other headers replace or add to the usual ones. */
export function letterText(
  id: string,
  headers: Readonly<Record<string, string>> = {},
  body = `Text of ${id}`,
): string {
  const all = {
    'Message-ID': `<${id}@there.test>`,
    Date: 'Mon, 02 Nov 2026 10:00:00 +0000',
    From: 'Anna <anna@there.test>',
    To: 'support@own.test',
    Subject: `Question ${id}`,
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${head.join('\r\n')}\r\n\r\n${body}\r\n`;
}
