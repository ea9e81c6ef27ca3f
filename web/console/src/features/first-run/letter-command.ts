export type TestLetter = {
  host: string;
  port: number;
  to: string;
  subject: string;
  body: string;
  locale: string;
};

function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}

/** A line for any terminal with curl that hands a letter over; the subject by RFC 2047. */
export function letterCommand({ host, port, to, subject, body, locale }: TestLetter): string {
  const from = locale === 'ru' ? 'anna@example.com' : 'ann@example.com';
  const name = locale === 'ru' ? `=?utf-8?B?${base64('Анна')}?= ` : 'Ann ';
  const lines = [
    `From: ${name}<${from}>`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${base64(subject)}?=`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ];
  const letter = lines
    .map((line) => line.replaceAll("'", '’').replaceAll('%', '%%'))
    .join(String.raw`\r\n`);
  return `printf '${letter}' | curl -s smtp://${host}:${port} --mail-from ${from} --mail-rcpt ${to} -T -`;
}
