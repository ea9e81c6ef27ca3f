import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Randomness for this many ids is fetched at once: a call into the random source costs more than an id. */
const stock = new Uint8Array(16 * 256);
let taken = stock.length;
let lastMs = 0;
let counter = 0;

/** UUIDv7 (RFC 9562 §5.7 and §6.2 method 1): grows with time, also within one millisecond of one process. */
export function newId(): string {
  const random = randomness();
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    // The highest bit stays free, so that a millisecond has room for two thousand million more.
    counter = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1;
  } else {
    counter += 1;
  }
  return v7({ msecs: lastMs, seq: counter, random });
}

function randomness(): Uint8Array {
  if (taken === stock.length) {
    randomFillSync(stock);
    taken = 0;
  }
  taken += 16;
  return stock.subarray(taken - 16, taken);
}
