import type { FastifyInstance } from 'fastify';
import type { Company } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

type Texts = Record<string, string>;
type Loaded = readonly { name: string; type?: string; content: string | Uint8Array }[];

export type FormWorld = {
  readonly world: World;
  readonly company: Company;
  readonly http: FastifyInstance;
  page(
    path: string,
    options?: { texts?: Texts; files?: Loaded; headers?: Texts },
  ): Promise<{ status: number; html: string; headers: Record<string, unknown> }>;
  /** A token that is old enough to be sent. */
  token(ref?: string): Promise<string>;
  send(
    texts: Texts,
    options?: { ref?: string; files?: Loaded; ip?: string; lang?: string },
  ): ReturnType<World['call']>;
  tickets(query?: string): Promise<FormTicket[]>;
  close(): Promise<void>;
};

export type FormTicket = {
  id: string;
  number: number;
  subject: string;
  status: string;
  channel: { kind: string; id: string };
  requester: { id: string; name: string };
  team: { id: string } | null;
  category: { id: string } | null;
};

export const filled = {
  subject: 'Printer',
  text: 'It does not print',
  name: 'Rita',
  email: 'rita@visitor.test',
};

/** A company with its first form, met as visitors meet it. */
export async function openFormWorld(): Promise<FormWorld> {
  const world = await openWorld();
  const company = await world.found({ company: 'Roof & Sons' });
  const http = await world.app.openWeb({ trustProxy: true });
  let asked = 0;
  return {
    world,
    company,
    http,
    async page(path, { texts, files = [], headers = {} } = {}) {
      const sent = texts ? await multipart(texts, files) : null;
      const answer = await http.inject({
        method: sent ? 'POST' : 'GET',
        url: path,
        headers: { ...sent?.headers, ...headers },
        ...(sent && { payload: sent.body }),
      });
      return { status: answer.statusCode, html: answer.body, headers: answer.headers };
    },
    async token(ref = 'support') {
      const { body } = await world.call(`GET /public/forms/${ref}`);
      world.clock.move({ seconds: 10 });
      return body.token as string;
    },
    async send(texts, { ref = 'support', files = [], lang = 'en', ip } = {}) {
      asked += 1;
      const { body, headers } = await multipart(texts, files);
      const from = ip ?? `10.2.${(asked >> 8) & 255}.${asked & 255}`;
      return world.call(`POST /public/forms/${ref}/submissions?lang=${lang}`, body, {
        ...headers,
        'x-forwarded-for': from,
      });
    },
    async tickets(query = 'limit=100') {
      const { body } = await company.administrator.call(`GET /tickets?${query}`);
      return body.items as FormTicket[];
    },
    async close() {
      await http.close();
      await world.close();
    },
  };
}

export async function multipart(
  texts: Texts,
  files: Loaded = [],
): Promise<{ body: Buffer; headers: Texts }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(texts)) {
    form.append(name, value);
  }
  for (const { name, type = 'text/plain', content } of files) {
    form.append('files', new File([Buffer.from(content as string)], name, { type }));
  }
  const request = new Request('http://here.test', { method: 'POST', body: form });
  return {
    body: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  };
}
