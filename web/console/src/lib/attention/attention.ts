import { useSyncExternalStore } from 'react';

/** How this browser calls somebody who looks elsewhere; the browser's own permission is per browser too. */
export type Attention = {
  readonly notify: boolean;
  /** Of new tickets that nobody has, besides what is one's own. */
  readonly newTickets: boolean;
  readonly sound: boolean;
};

const quiet: Attention = { notify: false, newTickets: false, sound: false };
const nameFor = (userId: string) => `otklik.attention.${userId}`;
const listeners = new Set<() => void>();
let known: { name: string; attention: Attention } | undefined;

function read(name: string): Attention {
  try {
    return {
      ...quiet,
      ...(JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Attention>),
    };
  } catch {
    return quiet;
  }
}

/** Everything off until the person has switched it on. */
export function attentionOf(userId: string): Attention {
  const name = nameFor(userId);
  if (known?.name !== name) {
    known = { name, attention: read(name) };
  }
  return known.attention;
}

function change(userId: string, part: Partial<Attention>): void {
  const attention = { ...attentionOf(userId), ...part };
  known = { name: nameFor(userId), attention };
  try {
    localStorage.setItem(known.name, JSON.stringify(attention));
  } catch {
    // Without storage it holds for as long as this window does.
  }
  for (const heard of listeners) {
    heard();
  }
}

function listen(heard: () => void): () => void {
  const fromOtherWindow = () => {
    known = undefined;
    heard();
  };
  listeners.add(heard);
  window.addEventListener('storage', fromOtherWindow);
  return () => {
    listeners.delete(heard);
    window.removeEventListener('storage', fromOtherWindow);
  };
}

export function useAttention(
  userId: string,
): readonly [Attention, (part: Partial<Attention>) => void] {
  const attention = useSyncExternalStore(listen, () => attentionOf(userId));
  return [attention, (part) => change(userId, part)];
}

/** `impossible`: an old browser, or a page that came neither by https nor from this machine. */
export type Permission = NotificationPermission | 'impossible';

export const permissionNow = (): Permission =>
  typeof Notification === 'undefined' || !window.isSecureContext
    ? 'impossible'
    : Notification.permission;

/** Asked only after the person's own click: browsers refuse everything else. */
export async function askPermission(): Promise<Permission> {
  return permissionNow() === 'default' ? Notification.requestPermission() : permissionNow();
}
