import { createServer, request, Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attachmentsIn } from './files/attachments.ts';
import { readPast } from './read-past.ts';

test('after a file that was refused half-way the same connection takes the next request', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'otklik-read-past-'));
  const store = attachmentsIn(dir, dir);
  const server = createServer(async (message, answer) => {
    await store.put(message, 1_000).catch(() => answer.writeHead(413));
    answer.end('done');
    readPast(message);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (bytes: number) =>
    new Promise<{ status: number; localPort: number }>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', method: 'POST', agent }, (answer) => {
        const { localPort = 0 } = answer.socket;
        answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, localPort }));
      });
      asked.on('error', reject);
      asked.end(Buffer.alloc(bytes));
    });
  try {
    const refused = await send(5_000_000);
    const next = await send(10);
    expect([refused.status, next.status]).toEqual([413, 200]);
    expect(next.localPort).toBe(refused.localPort);
  } finally {
    agent.destroy();
    server.close();
    await rm(dir, { recursive: true });
  }
});
