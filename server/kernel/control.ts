import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { StartProblem } from './start-problem.ts';

/**
 * How the command line asks a running Otklik to let go of its data folder for a moment (restore).
 * A socket in the data folder; where its path would be too long, a loopback port. Both are named,
 * with a token, by control.json (0600). Lines of JSON:
 *
 *   → {"token", "do": "pause"}     ← {"ok": true} once roles and database are stopped
 *   → {"do": "resume"}             ← {"ok": true} once it serves again, or {"ok": false, "error"}
 *
 * A caller that vanishes while it holds the pause resumes it by that.
 */
export type Control = { close(): Promise<void> };

export type ControlOptions = {
  readonly dataDir: string;
  /** Stops everything that uses the data folder, the embedded database too. */
  readonly onPause: () => Promise<void>;
  /** Starts it again. */
  readonly onResume: () => Promise<void>;
};

type Place = { readonly path: string } | { readonly host: string; readonly port: number };
type Card = { readonly place: Place; readonly token: string };
type Answer = { readonly ok: boolean; readonly error?: string };

const maxSocketPath = 103;
const cardPath = (dataDir: string) => join(dataDir, 'control.json');

export async function openControl({
  dataDir,
  onPause,
  onResume,
}: ControlOptions): Promise<Control> {
  const token = randomBytes(24).toString('base64url');
  const sockets = new Set<Socket>();
  const turn = takeTurns();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    attend(socket, { token, pause: () => turn(onPause), resume: () => turn(onResume) });
  });
  const place = await listen(server, join(dataDir, 'control.sock'));
  const card: Card = { place, token };
  const aside = `${cardPath(dataDir)}.new`;
  await writeFile(aside, JSON.stringify(card), { mode: 0o600 });
  await rename(aside, cardPath(dataDir));
  server.unref();
  return {
    async close() {
      // At once, since this may be called while the process exits.
      rmSync(cardPath(dataDir), { force: true });
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One pause or resume at a time, in the order they were asked for. */
function takeTurns(): (work: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function listen(server: Server, path: string): Promise<Place> {
  const short = Buffer.byteLength(path) <= maxSocketPath;
  if (short) {
    // Left by a killed process; a living one was refused before by the lock of the folder.
    await rm(path, { force: true });
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (short) {
      server.listen(path, resolve);
    } else {
      server.listen(0, '127.0.0.1', resolve);
    }
  });
  return short ? { path } : { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

type Attending = {
  readonly token: string;
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
};

function attend(socket: Socket, { token, pause, resume }: Attending): void {
  let paused = false;
  const steps: Record<string, () => Promise<void>> = {
    async pause() {
      paused = true;
      await pause();
    },
    async resume() {
      if (paused) {
        paused = false;
        await resume();
      }
    },
  };
  let known = false;
  const lines = createInterface({ input: socket });
  lines.on('line', (line) => {
    const asked = readLine(line);
    known ||= sameText(asked.token ?? '', token);
    const step = known ? steps[asked.do ?? ''] : undefined;
    if (step === undefined) {
      socket.destroy();
      return;
    }
    step().then(
      () => answer(socket, { ok: true }),
      (error: unknown) => answer(socket, { ok: false, error: String(error) }),
    );
  });
  socket.on('error', () => undefined);
  socket.on('close', () => void steps['resume']?.().catch(() => undefined));
}

function readLine(line: string): { token?: string; do?: string } {
  try {
    return JSON.parse(line) as { token?: string; do?: string };
  } catch {
    return {};
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function answer(socket: Socket, message: Answer): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

export type Pause = { resume(): Promise<void> };

/** Asks the Otklik that runs on the folder to let go of it. Null when none runs. */
export async function pauseRunning(dataDir: string): Promise<Pause | null> {
  const card = await readFile(cardPath(dataDir), 'utf8').catch(() => null);
  if (card === null) {
    return null;
  }
  const { place, token } = JSON.parse(card) as Card;
  const socket = await connect(place);
  if (socket === null) {
    return null;
  }
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  const ask = async (message: object) => {
    socket.write(`${JSON.stringify(message)}\n`);
    const { value, done } = await answers.next();
    const reply: Answer =
      done === true ? { ok: false, error: 'it ended' } : (JSON.parse(value) as Answer);
    if (!reply.ok) {
      throw failed(reply.error ?? '');
    }
  };
  await ask({ token, do: 'pause' });
  return {
    async resume() {
      try {
        await ask({ do: 'resume' });
      } finally {
        socket.destroy();
      }
    },
  };
}

function failed(reason: string): StartProblem {
  return new StartProblem('control.failed', {
    en: `The running Otklik could not stop or start again (${reason}): look into its log and start it anew.`,
    ru: `Работающий Отклик не смог остановиться или запуститься снова (${reason}): посмотрите его журнал и запустите его заново.`,
  });
}

function connect(place: Place): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(place);
    socket.once('connect', () => resolve(socket));
    socket.on('error', () => resolve(null));
  });
}
