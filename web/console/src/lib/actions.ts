import { useEffect, useRef, useSyncExternalStore } from 'react';
import { shortcuts, type ActionId, type Shortcut } from './shortcuts.data.ts';

type Run = () => void;
type Meaning = { call: Run; level: number };
const running = new Map<ActionId, readonly Meaning[]>();
const listeners = new Set<() => void>();
let runnable: readonly ActionId[] = [];
const sequenceMs = 1200;
let first: { key: string; at: number } | undefined;

function setMeanings(id: ActionId, meanings: readonly Meaning[]): void {
  running.set(id, meanings);
  runnable = shortcuts.map((each) => each.id).filter((each) => running.get(each)?.length);
  for (const heard of listeners) {
    heard();
  }
}

type Options = {
  /** False: the action has no meaning here now, and whatever is behind it gets the key. */
  enabled?: boolean;
  /** Above whatever else gives it a meaning, however late that comes: acts on a selection go before acts on the opened ticket. */
  level?: number;
};

/** Gives a named action its meaning while the component is on screen; the highest level wins, then the innermost. */
export function useAction(id: ActionId, run: Run, options: boolean | Options = {}): void {
  const { enabled = true, level = 0 } =
    typeof options === 'boolean' ? { enabled: options } : options;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    const own: Meaning = { call: () => latest.current(), level };
    setMeanings(id, [...(running.get(id) ?? []), own]);
    return () => {
      setMeanings(
        id,
        (running.get(id) ?? []).filter((each) => each !== own),
      );
    };
  }, [id, enabled, level]);
}

/** Does what the action means on this screen now. @returns false when it means nothing here */
export function runAction(id: ActionId): boolean {
  const meanings = running.get(id) ?? [];
  const run = meanings.reduce<Meaning | undefined>(
    (best, each) => (best && best.level > each.level ? best : each),
    undefined,
  );
  run?.call();
  return run !== undefined;
}

const listen = (heard: () => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};

/** The actions that mean something on this screen now, in the registry's order; for menus and the palette. */
export const useRunnableActions = (): readonly ActionId[] =>
  useSyncExternalStore(listen, () => runnable);

/** The key of an action's words in the dictionary. */
export const actionWords = (id: ActionId) => `app.help.action.${id}` as const;

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
  if (event.key === '?' || event.key === '/' || event.key === '#') {
    return event.key;
  }
  // Shift and 3 is "№" in the Russian layout.
  if (event.code === 'Digit3' && event.shiftKey) {
    return '#';
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
      target.closest(
        'input:not([type="checkbox"]), textarea, select, [role="listbox"], [role="menu"]',
      ) !== null)
  );
}

// Enter and arrows belong to the focused control when there is one.
function belongsToControl(key: string, target: EventTarget | null): boolean {
  const own =
    target instanceof HTMLElement && target.closest('button, a, summary, [role="option"]');
  return Boolean(own) && key === 'enter';
}

// It closes what it was pressed in, and nothing behind that: without motion the closed one is out of the page by now.
const closes = (key: string, target: EventTarget | null): boolean =>
  key === 'escape' && target instanceof Element && target.closest('[role="dialog"]') !== null;

/** Several actions may share a key: the first that means something here runs. */
function runChord(chord: string): boolean {
  return shortcuts.some(
    (shortcut: Shortcut) => shortcut.keys.includes(chord) && runAction(shortcut.id as ActionId),
  );
}

function pressed(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  const shift = event.shiftKey && /^(Key[A-Z]|Enter)$/.test(event.code) ? 'shift+' : '';
  return mod + shift + keyName(event);
}

function isForOthers(event: KeyboardEvent, key: string): boolean {
  if (event.defaultPrevented || event.altKey || event.isComposing) {
    return true;
  }
  const global = key === 'mod+enter' || key === 'mod+shift+enter' || key === 'mod+k';
  return (
    (!global && isTyping(event.target)) ||
    belongsToControl(key, event.target) ||
    closes(key, event.target) ||
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
  // With Shift held a letter means what it means without, unless it has a meaning of its own.
  const chords = [sequence, key, key.replace('shift+', '')];
  if (chords.some((chord) => chord !== undefined && runChord(chord))) {
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
