import iconv from 'iconv-lite';

/** A raw letter for tests: lines joined by CRLF, in the octets of a charset. */
export const rawLetter = (lines: readonly string[], charset = 'utf-8'): Buffer =>
  iconv.encode(lines.join('\r\n'), charset);

/** A multipart with the parts given as lines. */
export const multipart = (
  subtype: string,
  parts: readonly (readonly string[])[],
  headers: readonly string[] = ['From: Анна <anna@example.com>', 'Subject: Заказ'],
): Buffer =>
  rawLetter([
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: multipart/${subtype}; boundary="edge"`,
    '',
    ...parts.flatMap((part) => ['--edge', ...part]),
    '--edge--',
    '',
  ]);

export const base64Lines = (text: string, charset = 'utf-8'): string =>
  iconv.encode(text, charset).toString('base64').replace(/.{76}/g, '$&\r\n');
