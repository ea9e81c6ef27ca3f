import { randomBytes } from 'node:crypto';
import { names, quoteHeads, sentences, signatures, subjects } from './words.data.ts';

export type Locale = 'ru' | 'en';

export type SentLetter = {
  readonly messageId: string;
  readonly from: string;
  readonly name: string;
  readonly subject: string;
  readonly locale: Locale;
  readonly text: string;
  /** Ids of the thread so far, for References. */
  readonly references: readonly string[];
};

export type MadeLetter = { readonly sent: SentLetter; readonly raw: Buffer };

/** The same letters for the same seed: two products, or two versions, get the same load. */
export class LetterMaker {
  readonly #random: () => number;
  readonly #run: string;
  readonly #to: string;
  readonly #people: number;
  #made = 0;

  constructor({
    seed,
    run,
    to,
    people,
  }: {
    seed: number;
    run: string;
    to: string;
    people: number;
  }) {
    this.#random = randomOf(seed);
    this.#run = run;
    this.#to = to;
    this.#people = people;
  }

  make({ answers, attach }: { answers: SentLetter | null; attach: boolean }): MadeLetter {
    this.#made += 1;
    const person = Math.floor(this.#random() * this.#people);
    const locale: Locale = answers?.locale ?? (person % 2 === 0 ? 'ru' : 'en');
    const { first, last } = names[locale];
    const name = answers?.name ?? `${first[person % 10]} ${last[Math.floor(person / 10) % 10]}`;
    const from = answers?.from ?? `person${person}@customer${person % 400}.example`;
    const subject = answers ? `Re: ${answers.subject}` : this.#fill(this.#pick(subjects[locale]));
    const text = this.#body(locale, name);
    const sent: SentLetter = {
      messageId: `<${this.#run}.${this.#made}@bench.example>`,
      from,
      name,
      subject: subject.replace(/^(Re: )+/, 'Re: '),
      locale,
      text,
      references: answers ? [...answers.references, answers.messageId].slice(-10) : [],
    };
    return { sent, raw: this.#write(sent, { answers, attach }) };
  }

  #write(sent: SentLetter, how: { answers: SentLetter | null; attach: boolean }): Buffer {
    const { answers, attach } = how;
    const head = [
      `From: ${encoded(sent.name)} <${sent.from}>`,
      `To: Support <${this.#to}>`,
      `Subject: ${encoded(sent.subject)}`,
      `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: ${sent.messageId}`,
      ...(answers ? [`In-Reply-To: ${answers.messageId}`] : []),
      ...(sent.references.length > 0 ? [`References: ${sent.references.join('\r\n ')}`] : []),
      'MIME-Version: 1.0',
    ];
    const quote = answers ? quoted(answers) : '';
    const body =
      this.#random() < 0.6
        ? alternative(sent.text + quote, this.#boundary())
        : textPart('plain', sent.text + quote);
    return Buffer.from([...head, ...(attach ? this.#withFile(body) : body), ''].join('\r\n'));
  }

  #withFile(body: readonly string[]): string[] {
    const boundary = this.#boundary();
    const size = 10_000 + Math.floor(this.#random() * 50_000);
    return [
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      ...body,
      `--${boundary}`,
      'Content-Type: application/pdf; name="dogovor.pdf"',
      'Content-Disposition: attachment; filename="dogovor.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      wrapped(randomBytes(size)),
      `--${boundary}--`,
    ];
  }

  #body(locale: Locale, name: string): string {
    const count = 3 + Math.floor(this.#random() * 6);
    const lines = Array.from({ length: count }, () => this.#fill(this.#pick(sentences[locale])));
    const signature = this.#fill(signatures[locale]).replace('{name}', name);
    return `${lines.join('\n')}\n\n-- \n${signature}\n`;
  }

  #boundary = () => `=_${this.#made}_${Math.floor(this.#random() * 1e9)}`;
  #pick = (list: readonly string[]): string => list[Math.floor(this.#random() * list.length)] ?? '';
  #fill = (text: string): string =>
    text.replaceAll('{n}', String(10 + Math.floor(this.#random() * 90)));
}

function quoted({ locale, name, from, text }: SentLetter): string {
  const head = quoteHeads[locale].replace('{name}', name).replace('{address}', from);
  return `\n${head}\n${text.replaceAll(/^/gm, '> ')}\n`;
}

function textPart(kind: 'plain' | 'html', text: string): string[] {
  return [
    `Content-Type: text/${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    wrapped(Buffer.from(text.replaceAll('\n', '\r\n'))),
  ];
}

function alternative(text: string, boundary: string): string[] {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const html = `<html><body><div style="font-family:Arial;font-size:14px">${escaped
    .split('\n')
    .map((line) => `<p style="margin:0">${line || '<br>'}</p>`)
    .join('')}</div></body></html>`;
  return [
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...textPart('plain', text),
    `--${boundary}`,
    ...textPart('html', html),
    `--${boundary}--`,
  ];
}

const encoded = (text: string): string =>
  /^[ -~]*$/.test(text)
    ? text
    : (text.match(/[^]{1,20}/gu) ?? [])
        .map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`)
        .join('\r\n ');

const wrapped = (bytes: Buffer): string =>
  (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');

/** Small, quick, repeatable; nothing here is secret (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
