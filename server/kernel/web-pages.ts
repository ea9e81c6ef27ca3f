import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { SpecialReply } from './routes.ts';

/** What a page sees of a request: an address outside the API that a browser opens, with or without JavaScript. */
export type PageRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readable;
  readonly headers: IncomingMessage['headers'];
  readonly ip: string;
  readonly locale: 'ru' | 'en';
  /** What a style of the page must carry to be allowed by the content policy. */
  readonly nonce: string;
};

/** For whoever has no account: nobody is signed in on a page, so there is nothing that another site could act with. */
export type WebPage = {
  readonly method: 'GET' | 'POST';
  /** Below the root, e.g. `/forms/:form`. */
  readonly path: string;
  handle(request: PageRequest): Promise<SpecialReply>;
};
