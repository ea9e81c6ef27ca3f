import type { IncomingMessage } from 'node:http';

const lingerMs = 30_000;

/**
 * A refusal is often sent while the other side still sends its file. What is left of the request is read and thrown away,
 * so that the answer is heard and the next request on the connection does not wait behind it (RFC 9112 §9.3); a sender
 * that goes on for too long is cut off.
 */
export function readPast(message: IncomingMessage): void {
  if (message.complete || message.destroyed) {
    return;
  }
  const timer = setTimeout(() => message.destroy(), lingerMs);
  timer.unref();
  message.once('end', () => clearTimeout(timer));
  message.once('close', () => clearTimeout(timer));
  message.resume();
}
