import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a receiver of webhooks answers; `null`: it takes the call and says nothing. */
export type Manner = number | 'hangs' | 'drips' | 'redirects';

/** A receiver of webhooks in our own network; every path behaves as it is told. */
export type Receiver = {
  readonly url: string;
  /** Deliveries by path, each attempt once more. */
  readonly heard: ReadonlyMap<string, readonly string[]>;
  behave(path: string, manner: Manner): void;
  close(): Promise<void>;
};

export async function startReceiver(): Promise<Receiver> {
  const manners = new Map<string, Manner>();
  const heard = new Map<string, string[]>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    heard.set(path, [
      ...(heard.get(path) ?? []),
      String(request.headers['x-otklik-delivery'] ?? ''),
    ]);
    request.resume().on('end', () => answer(response, manners.get(path) ?? 200, request));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    behave: (path, manner) => void manners.set(path, manner),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, manner: Manner, request: IncomingMessage): void {
  if (typeof manner === 'number') {
    response.writeHead(manner).end();
  } else if (manner === 'redirects') {
    response.writeHead(302, { location: '/elsewhere' }).end();
  } else if (manner === 'drips') {
    response.writeHead(200);
    const timer = setInterval(() => response.write('.'), 200);
    request.socket.on('close', () => clearInterval(timer));
  }
}
