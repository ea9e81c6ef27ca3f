import { useEffect, useRef } from 'react';
import { shortcuts, type ActionId, type Shortcut } from './shortcuts.data.ts';

type Run = () => void;
const running = new Map<ActionId, Run[]>();
const sequenceMs = 1200;
let first: { key: string; at: number } | undefined;

/** Gives a named action its meaning while the component is on screen; the innermost wins. */
export function useAction(id: ActionId, run: Run, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    const call = () => latest.current();
    running.set(id, [...(running.get(id) ?? []), call]);
    return () => {
      running.set(
        id,
        (running.get(id) ?? []).filter((each) => each !== call),
      );
    };
  }, [id, enabled]);
}

export function runAction(id: ActionId): boolean {
  const run = running.get(id)?.at(-1);
  run?.();
  return run !== undefined;
}

/** The keys of an action as they are shown in menus and hints. */
export function keysOf(id: ActionId): string {
  return shortcuts.find((shortcut) => shortcut.id === id)?.keys[0] ?? '';
}

const punctuation: Record<string, string> = { Slash: '/', Comma: ',' };

/**
 * The key by its place, so that shortcuts work in the Russian layout too; signs by what they print
 * ("?" and "/" stand elsewhere there).
 */
export function keyName(event: KeyboardEvent): string {
  if (event.key === '?' || event.key === '/') {
    return event.key;
  }
  if (/^Key[A-Z]$/.test(event.code)) {
    return event.code.slice(3).toLowerCase();
  }
  const sign = punctuation[event.code];
  if (sign) {
    return event.shiftKey && sign === '/' ? '?' : sign;
  }
  return event.key.toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="listbox"], [role="menu"]') !== null)
  );
}

// Enter and arrows belong to the focused control when there is one.
function belongsToControl(key: string, target: EventTarget | null): boolean {
  const own =
    target instanceof HTMLElement && target.closest('button, a, summary, [role="option"]');
  return Boolean(own) && key === 'enter';
}

function find(chord: string): Shortcut | undefined {
  return shortcuts.find((shortcut: Shortcut) => shortcut.keys.includes(chord));
}

function pressed(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  return mod + keyName(event);
}

function isForOthers(event: KeyboardEvent, key: string): boolean {
  if (event.defaultPrevented || event.altKey || event.isComposing) {
    return true;
  }
  const global = key === 'mod+enter';
  return (
    (!global && isTyping(event.target)) ||
    belongsToControl(key, event.target) ||
    document.querySelector('dialog[open]') !== null
  );
}

function onKeyDown(event: KeyboardEvent): void {
  const key = pressed(event);
  if (isForOthers(event, key)) {
    return;
  }
  const sequence =
    first && performance.now() - first.at < sequenceMs ? `${first.key} ${key}` : undefined;
  first = undefined;
  const found = (sequence && find(sequence)) || find(key);
  if (found && runAction(found.id as ActionId)) {
    event.preventDefault();
    return;
  }
  if (
    shortcuts.some((shortcut: Shortcut) => shortcut.keys.some((keys) => keys.startsWith(`${key} `)))
  ) {
    first = { key, at: performance.now() };
  }
}

export function listenToKeys(): () => void {
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
