import { expect, test } from 'vitest';
import type { DnsQuestions } from './guess.ts';
import { guessSettings, type GuessWorld } from './guess-settings.ts';

type Published = {
  readonly mx?: readonly string[];
  readonly srv?: Readonly<Record<string, readonly [string, number]>>;
  readonly files?: Readonly<Record<string, string>>;
};

function world({ mx = [], srv = {}, files = {} }: Published = {}): GuessWorld & {
  asked: string[];
} {
  const asked: string[] = [];
  const resolver: DnsQuestions = {
    async resolveMx(domain) {
      asked.push(`MX ${domain}`);
      if (mx.length === 0) {
        throw Object.assign(new Error('none'), { code: 'ENODATA' });
      }
      return mx.map((exchange, index) => ({ exchange, priority: index }));
    },
    async resolveSrv(name) {
      const [host, port] = srv[name] ?? [];
      if (host === undefined || port === undefined) {
        throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
      }
      return [{ name: host, port, priority: 0, weight: 0 }];
    },
  };
  return {
    asked,
    resolver,
    async fetch(place) {
      asked.push(String(place));
      const file = files[String(place).split('?')[0] ?? ''];
      return file === undefined ? new Response('', { status: 404 }) : new Response(file);
    },
  };
}

test.each([
  ['anna@gmail.com', 'gmail', 'imap.gmail.com', ['app_password']],
  ['anna@ya.ru', 'yandex', 'imap.yandex.ru', ['imap_switch', 'app_password']],
  ['anna@yandex.com.tr', 'yandex', 'imap.yandex.ru', ['imap_switch', 'app_password']],
  ['anna@bk.ru', 'mailru', 'imap.mail.ru', ['app_password']],
  ['anna@list.ru', 'mailru', 'imap.mail.ru', ['app_password']],
  ['anna@inbox.ru', 'mailru', 'imap.mail.ru', ['app_password']],
  ['anna@rambler.ru', 'rambler', 'imap.rambler.ru', ['imap_switch']],
  ['anna@hotmail.co.uk', 'outlook', 'outlook.office365.com', ['oauth']],
  ['anna@icloud.com', 'icloud', 'imap.mail.me.com', ['app_password']],
  ['anna@yahoo.co.jp', 'yahoo', 'imap.mail.yahoo.com', ['app_password']],
  ['anna@fastmail.fm', 'fastmail', 'imap.fastmail.com', ['app_password']],
  ['anna@zoho.com', 'zoho', 'imap.zoho.com', ['imap_switch', 'app_password']],
  ['anna@gmx.de', 'gmx', 'imap.gmx.net', ['imap_switch']],
  [' Anna@GMAIL.com ', 'gmail', 'imap.gmail.com', ['app_password']],
])('%s is known without asking anybody', async (address, provider, host, needs) => {
  const outside = world();
  const guessed = await guessSettings(address, outside);
  expect(guessed).toMatchObject({ source: 'known', provider, needs, user: address.trim() });
  expect(guessed?.incoming).toEqual({ host, port: 993, security: 'tls' });
  expect(outside.asked).toEqual([]);
});

test.each([
  ['aspmx.l.google.com', 'gmail', 'google'],
  ['shop-ru.mail.protection.outlook.com', 'microsoft365', 'microsoft'],
  ['mx.yandex.net', 'yandex', 'yandex'],
  ['emx.mail.ru', 'mailru', null],
  ['mx1.timeweb.ru', 'timeweb', null],
  ['mx1.beget.com', 'beget', null],
  ['mx1.hosting.reg.ru', 'regru', null],
  ['MX.Yandex.NET.', 'yandex', 'yandex'],
])('an own domain whose mail goes to %s', async (host, provider, oauth) => {
  expect(await guessSettings('help@shop.test', world({ mx: [host] }))).toMatchObject({
    source: 'mx',
    provider,
    oauth,
  });
});

const config = `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="shop.test">
  <incomingServer type="pop3"><hostname>pop.shop.test</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
  <incomingServer type="imap"><hostname>plain.shop.test</hostname><port>143</port><socketType>plain</socketType></incomingServer>
  <incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType>
    <username>%EMAILLOCALPART%</username></incomingServer>
  <outgoingServer type="smtp"><hostname>smtp.shop.test</hostname><port>587</port><socketType>STARTTLS</socketType></outgoingServer>
</emailProvider></clientConfig>`;

test("a domain's own configuration file is followed, but never to an unencrypted server", async () => {
  const files = { 'https://autoconfig.shop.test/mail/config-v1.1.xml': config };
  expect(await guessSettings('help@shop.test', world({ files }))).toMatchObject({
    source: 'autoconfig',
    incoming: { host: 'imap.shop.test', port: 993, security: 'tls' },
    outgoing: { host: 'smtp.shop.test', port: 587, security: 'starttls' },
    user: 'help',
  });
  const plain = config.replaceAll('SSL', 'plain').replaceAll('STARTTLS', 'plain');
  const wellKnown = { 'https://shop.test/.well-known/autoconfig/mail/config-v1.1.xml': plain };
  expect(await guessSettings('help@shop.test', world({ files: wellKnown }))).toMatchObject({
    source: 'guess',
  });
});

test('service records of the domain are followed', async () => {
  const srv = {
    '_imaps._tcp.shop.test': ['post.shop.test', 993],
    '_submissions._tcp.shop.test': ['.', 0],
    '_submission._tcp.shop.test': ['post.shop.test.', 587],
  } as const;
  expect(await guessSettings('help@shop.test', world({ srv }))).toMatchObject({
    source: 'srv',
    incoming: { host: 'post.shop.test', port: 993, security: 'tls' },
    outgoing: { host: 'post.shop.test', port: 587, security: 'starttls' },
  });
});

test('otherwise the usual names are guessed, near the mail host when it is an own one', async () => {
  expect(await guessSettings('help@shop.test', world())).toMatchObject({
    source: 'guess',
    incoming: { host: 'imap.shop.test', port: 993 },
    outgoing: { host: 'smtp.shop.test', port: 465 },
  });
  expect(await guessSettings('help@shop.test', world({ mx: ['post.shop.test'] }))).toMatchObject({
    incoming: { host: 'post.shop.test' },
    outgoing: { host: 'post.shop.test' },
  });
  expect(await guessSettings('помощь@магазин.рф', world())).toMatchObject({
    incoming: { host: 'imap.xn--80aairftm.xn--p1ai' },
    user: 'помощь@магазин.рф',
  });
});

const never = (): Promise<never> => new Promise(() => undefined);

test('silence, endless files and nonsense do not hold it up', async () => {
  const started = Date.now();
  const silent = {
    fetch: never,
    resolver: { resolveMx: never, resolveSrv: never },
    timeoutMs: 100,
  };
  expect(await guessSettings('help@shop.test', silent)).toMatchObject({ source: 'guess' });
  expect(Date.now() - started).toBeLessThan(1000);
  const huge = {
    'https://autoconfig.shop.test/mail/config-v1.1.xml': `${config}${' '.repeat(300_000)}`,
  };
  expect(await guessSettings('help@shop.test', world({ files: huge }))).toMatchObject({
    source: 'guess',
  });
});

test.each([
  '',
  'nobody',
  '@shop.test',
  'a@',
  'a@localhost',
  'a@b..c',
  'a@-x.test',
  'a@[127.0.0.1]',
])('%j is no address to guess for', async (address) => {
  expect(await guessSettings(address, world())).toBeNull();
});
