import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../test/caller.ts';
import type { Company } from '../../test/company.ts';
import { letterText } from '../../test/mail/letters.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let company: Company;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  await world.settle();
});
afterAll(() => world.close());

const call: Company['administrator']['call'] = (...asked) => company.administrator.call(...asked);
const ticket = async (subject: string): Promise<Json> =>
  (await call('GET /tickets?limit=200')).body.items.find((each: Json) => each.subject === subject);

function withFile(id: string, file: Buffer, text = 'See the file'): string {
  const head = letterText(id, {
    'MIME-Version': '1.0',
    'Content-Type': 'multipart/mixed; boundary=b',
  }).split('\r\n\r\n')[0];
  const encoded = file.toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  return `${head}\r\n\r\n--b\r\n\r\n${text}\r\n--b\r\nContent-Type: application/zip; name=big.zip\r\nContent-Disposition: attachment; filename=big.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}\r\n--b--\r\n`;
}

test('a letter that takes seconds to read keeps nobody waiting', async () => {
  const body = '<div><p style="color:red">word <b>bold</b></p></div>'.repeat(120_000);
  const html = { Subject: 'Heavy', 'Content-Type': 'text/html' };
  await world.mail(company, letterText('heavy', html, body), { settle: false });
  for (let n = 0; n < 5; n += 1) {
    await world.mail(company, letterText(`small-${n}`), { settle: false });
  }
  await expect.poll(() => ticket('Question small-4'), { timeout: 15_000 }).toBeDefined();
  expect(await ticket('Heavy')).toBeUndefined();
  await world.settle();
  expect(await ticket('Heavy')).toBeDefined();
});

test('a letter of 50 MB is taken in, and its file arrives whole', async () => {
  const file = randomBytes(36 * 1024 * 1024);
  await world.mail(company, withFile('big', file));
  const { id } = (await ticket('Question big')) ?? {};
  const [message] = (await call(`GET /tickets/${id}/messages`)).body.items;
  const { bytes } = await call(`GET /files/${message.files[0].id}/content`);
  const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex');
  expect(hash(bytes)).toBe(hash(file));
});

test('an answer to a large letter that is still being read finds its request', async () => {
  await world.mail(company, withFile('large', randomBytes(4 * 1024 * 1024)), { settle: false });
  const headers = { 'In-Reply-To': '<large@there.test>', Subject: 'Re: Question large' };
  await world.mail(company, letterText('hasty', headers));
  expect(await ticket('Question large')).toMatchObject({ messageCount: 2 });
  expect(await ticket('Re: Question large')).toBeUndefined();
});
