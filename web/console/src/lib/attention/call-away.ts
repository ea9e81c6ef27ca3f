import { attentionOf, permissionNow } from './attention.ts';
import { chime } from './chime.ts';

export type Call = {
  /** The same for the same fact in every window. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly onOpen: () => void;
};

const inSight = 'otklik-in-sight';
const toldForMs = 5000;
const mostCalls = 3;
const withinMs = 15_000;
let calledAt: number[] = [];

const locks = (): LockManager | undefined => navigator.locks;

/** While this window is in sight no other one of the same browser calls. */
export function holdSight(): () => void {
  let release = () => {};
  const look = () => {
    release();
    if (!document.hidden) {
      void locks()
        ?.request(inSight, { mode: 'shared' }, async () => {
          await new Promise<void>((resolve) => {
            release = resolve;
            if (document.hidden) {
              resolve();
            }
          });
        })
        .catch(() => undefined);
    }
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    release();
  };
}

async function isLookedAt(): Promise<boolean> {
  const { held } = (await locks()?.query()) ?? {};
  return !document.hidden || (held ?? []).some(({ name }) => name === inSight);
}

/** Every window hears every fact; the first of them tells it. */
function isFirstToTell(id: string): Promise<boolean> {
  const all = locks();
  if (!all) {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    void all.request(`otklik-told ${id}`, { ifAvailable: true }, async (lock) => {
      resolve(lock !== null);
      if (lock) {
        await new Promise((done) => {
          setTimeout(done, toldForMs);
        });
      }
    });
  });
}

/** Hundreds of tickets may change hands at once; three calls say that as well. */
function isTooMuch(now: number): boolean {
  calledAt = calledAt.filter((at) => now - at < withinMs);
  calledAt.push(now);
  return calledAt.length > mostCalls;
}

function show({ id, title, text, onOpen }: Call): void {
  try {
    const shown = new Notification(title, { body: text, tag: id });
    shown.addEventListener('click', () => {
      window.focus();
      onOpen();
      shown.close();
    });
  } catch {
    // Phones allow them to installed applications only; the title has counted it.
  }
}

/** Calls somebody who has asked for it and looks elsewhere now; otherwise does nothing. */
export async function callAway(userId: string, call: Call): Promise<void> {
  const { notify, sound } = attentionOf(userId);
  if ((!notify && !sound) || (await isLookedAt()) || !(await isFirstToTell(call.id))) {
    return;
  }
  if (isTooMuch(Date.now())) {
    return;
  }
  if (notify && permissionNow() === 'granted') {
    show(call);
  }
  if (sound) {
    await chime();
  }
}
