import type { ActionId } from '../../lib/shortcuts.data.ts';
import type { Found } from './search-queries.ts';

export type Act = {
  readonly id: string;
  readonly label: string;
  /** Of the registry; else the act brings what it does with it. */
  readonly action?: ActionId;
  readonly run?: () => void;
};
export type Setting = { readonly label: string; readonly to: string };

export type Entry =
  | { readonly kind: 'act'; readonly key: string; readonly act: Act }
  | { readonly kind: 'setting'; readonly key: string; readonly setting: Setting }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: Found }
  | { readonly kind: 'everywhere'; readonly key: string };

export type Group = {
  readonly name: 'acts' | 'settings' | 'ticket' | 'person' | 'organization' | 'everywhere';
  readonly entries: readonly Entry[];
};

const mostActs = 6;
const mostSettings = 4;

/** What the palette shows, in the order in which the arrows walk through it. */
export function groupsOf(
  typed: string,
  from: { acts: readonly Act[]; settings: readonly Setting[]; hits: readonly Found[] },
): Group[] {
  const isEmpty = typed.trim() === '';
  const acts = from.acts
    .filter(({ label }) => fits(label, typed))
    .slice(0, isEmpty ? undefined : mostActs)
    .map((act): Entry => ({ kind: 'act', key: act.id, act }));
  const settings = isEmpty
    ? []
    : from.settings
        .filter(({ label }) => fits(label, typed))
        .slice(0, mostSettings)
        .map((setting): Entry => ({ kind: 'setting', key: setting.to, setting }));
  const hitsOf = (kind: Found['kind']) =>
    from.hits
      .filter((hit) => hit.kind === kind)
      .map((hit): Entry => ({ kind: 'hit', key: hit.id, hit }));
  const groups: Group[] = [
    { name: 'acts', entries: acts },
    { name: 'person', entries: hitsOf('person') },
    { name: 'organization', entries: hitsOf('organization') },
    { name: 'ticket', entries: hitsOf('ticket') },
    { name: 'settings', entries: settings },
    { name: 'everywhere', entries: isEmpty ? [] : [{ kind: 'everywhere', key: 'everywhere' }] },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

const folded = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** Every word of what is typed begins some word of the label; the wrong keyboard layout does not matter. */
export function fits(label: string, typed: string): boolean {
  const words = ` ${folded(label)}`.replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  return [typed, otherLayout(typed)].some((text) =>
    folded(text)
      .split(/\s+/)
      .every((word) => words.includes(` ${word}`)),
  );
}

const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** ghbdtn → привет, руддщ → hello. */
function otherLayout(text: string): string {
  const [own, other] = /[а-яё]/i.test(text) ? [cyrillic, latin] : [latin, cyrillic];
  return [...text.toLowerCase()].map((key) => other[own.indexOf(key)] ?? key).join('');
}
