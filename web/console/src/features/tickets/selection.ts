import { useSyncExternalStore } from 'react';

/**
 * Chosen rows of a list: some by id, or the whole list but for some, of which not every row need be loaded. It belongs to
 * one list (its key) and is gone with it.
 */
export type Selection = {
  readonly list: string;
  readonly mode: 'some' | 'all';
  /** Chosen ones, or in the mode `all` those that are not. */
  readonly ids: ReadonlySet<string>;
  /** The row that a range begins at. */
  readonly anchor: string | null;
};

const nothing: Selection = { list: '', mode: 'some', ids: new Set(), anchor: null };
let current = nothing;
const listeners = new Set<() => void>();

function become(next: Selection): void {
  current = next;
  for (const heard of listeners) {
    heard();
  }
}

const listen = (heard: () => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};

export const isSelected = ({ mode, ids }: Pick<Selection, 'mode' | 'ids'>, id: string): boolean =>
  (mode === 'all') !== ids.has(id);

export const selection = {
  now: (list: string): Selection => (current.list === list ? current : nothing),
  clear: () => current !== nothing && become(nothing),
  all: (list: string) => become({ list, mode: 'all', ids: new Set(), anchor: null }),
  toggle(list: string, id: string) {
    const { mode, ids } = selection.now(list);
    const next = new Set(ids);
    if (!next.delete(id)) {
      next.add(id);
    }
    const isNothing = mode === 'some' && next.size === 0;
    become(isNothing ? nothing : { list, mode, ids: next, anchor: id });
  },
  some: (list: string, ids: readonly string[]) =>
    become({ list, mode: 'some', ids: new Set(ids), anchor: null }),
  /** From the row chosen last to this one. */
  range(list: string, order: readonly string[], id: string) {
    const { anchor, mode, ids } = selection.now(list);
    const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)];
    if (from < 0 || to < 0) {
      selection.toggle(list, id);
      return;
    }
    const next = new Set(ids);
    for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (mode === 'some') {
        next.add(each);
      } else {
        next.delete(each);
      }
    }
    become({ list, mode, ids: next, anchor: anchor ?? id });
  },
};

export const useSelection = (list: string): Selection =>
  useSyncExternalStore(listen, () => selection.now(list));

/** Redraws only when this row's own state changes. */
export const useIsSelected = (list: string, id: string): boolean =>
  useSyncExternalStore(listen, () => isSelected(selection.now(list), id));

export const useIsSelecting = (list: string): boolean =>
  useSyncExternalStore(listen, () => selection.now(list) !== nothing);
