import { dkimSign } from 'mailauth';
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterText } from '../../test/mail/letters.ts';
import { openSmtpDialogue, type SmtpDialogue } from '../../test/mail/smtp-dialogue.ts';
import { openMailWorld, type MailNode, type MailWorld } from './test-harness.ts';

let mail: MailWorld;
let node: MailNode;
const soon = { timeout: 8_000, interval: 20 };

beforeAll(async () => {
  mail = await openMailWorld();
  node = await mail.startNode();
});
afterAll(() => mail.close());

async function handOver(greeting: 'EHLO' | 'LHLO', raw: string, to: readonly string[]) {
  const dialogue: SmtpDialogue = await openSmtpDialogue(node.smtpPort);
  const answers = [await dialogue.say(`${greeting} relay.test`)];
  answers.push(await dialogue.say('MAIL FROM:<anna@there.test>'));
  for (const address of to) {
    answers.push(await dialogue.say(`RCPT TO:<${address}>`));
  }
  await dialogue.say('DATA');
  dialogue.write(raw);
  answers.push(await dialogue.say('\r\n.'));
  dialogue.close();
  return answers.map((answer) => answer.slice(0, 3));
}

const channels = async () => (await mail.call('GET /channels')).body.items;

test('the built-in address says when its last letter came', async () => {
  const ownAddress = async () =>
    (await channels()).find(({ builtIn }: { builtIn: boolean }) => builtIn);
  expect((await ownAddress()).status).toMatchObject({ state: 'connected', lastLetterAt: null });
  const from = mail.world.clock.now().getTime();
  await handOver('EHLO', letterText('first-of-all'), ['support@localhost']);
  const { lastLetterAt } = (await ownAddress()).status;
  expect(Date.parse(lastLetterAt)).toBeGreaterThanOrEqual(from);
  await handOver('EHLO', letterText('right-behind'), ['support@localhost']);
  expect((await ownAddress()).status.lastLetterAt).toBe(lastLetterAt);
});

const ticketOf = async (subject: string) =>
  (await mail.tickets()).find((ticket) => ticket.subject === subject);

test.each(['EHLO', 'LHLO'] as const)(
  'a letter handed over by %s is a ticket, once it is safe',
  async (greeting) => {
    const raw = letterText(`by-${greeting}`);
    expect(await handOver(greeting, raw, ['support@localhost'])).toEqual([
      '250',
      '250',
      '250',
      '250',
    ]);
    await expect.poll(() => ticketOf(`Question by-${greeting}`), { timeout: 2_000 }).toBeDefined();
  },
);

test('mail for others is refused, whoever asks', async () => {
  const answers = await handOver('EHLO', letterText('relayed'), ['boss@elsewhere.test']);
  expect(answers[2]).toBe('550');
  expect(await ticketOf('Question relayed')).toBeUndefined();
});

test('what was found of a signature is kept on the message', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const key = { signingDomain: 'there.invalid', selector: 's', privateKey };
  const raw = letterText('signed');
  const { signatures } = await dkimSign(raw, { ...key, signatureData: [key] });
  await handOver('EHLO', signatures + raw, ['support@localhost']);
  await expect.poll(() => ticketOf('Question signed'), soon).toBeDefined();
  const { id } = (await ticketOf('Question signed')) ?? {};
  const [message] = (await mail.call(`GET /tickets/${id}/messages`)).body.items;
  const { spf, dkim, dmarc } = message.mail.authentication;
  // The key of that domain cannot be found; a peer on this machine says nothing of the domain.
  expect(spf).toBe('none');
  expect(['neutral', 'temperror', 'permerror', 'fail']).toContain(dkim);
  expect(['none', 'temperror']).toContain(dmarc);
});

test('an address is ours from the moment its mailbox is connected, and no longer when it is removed', async () => {
  const { id } = await mail.connect({ settings: mail.settings({ imap: null }) });
  await expect
    .poll(() => handOver('LHLO', letterText('for-mailbox'), ['support@own.test']), soon)
    .toEqual(['250', '250', '250', '250']);
  await expect.poll(() => ticketOf('Question for-mailbox'), soon).toBeDefined();
  expect((await mail.channel(id)).status).toMatchObject({
    state: 'connected',
    lastLetterAt: expect.stringMatching(/Z$/),
  });
  await mail.call(`DELETE /channels/${id}`);
  await expect
    .poll(() => handOver('LHLO', letterText('late'), ['support@own.test']), soon)
    .toContain('550');
});
