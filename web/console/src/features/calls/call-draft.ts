import type { Person } from '../../lib/api-types.ts';

export const callChannels = ['phone', 'visit', 'letter'] as const;
export type CallChannel = (typeof callChannels)[number];

/** What is known of a call so far. `fresh`: nobody yet known by this phone, address or name. */
export type Call = {
  readonly typed: string;
  readonly person: Pick<Person, 'id' | 'name' | 'organization' | 'vipLevel'> | null;
  readonly fresh: string | null;
  /** Of somebody fresh: the name to a number, or the number to a name. */
  readonly more: string;
  readonly subject: string;
  readonly text: string;
  readonly channel: CallChannel;
};

export const noCall: Call = {
  typed: '',
  person: null,
  fresh: null,
  more: '',
  subject: '',
  text: '',
  channel: 'phone',
};

const place = 'otklik.call';

/** A call that was interrupted is there again when the window is opened again, after a crash too. */
export function keptCall(): Call {
  try {
    return { ...noCall, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Call>) };
  } catch {
    return noCall;
  }
}

export function keepCall(call: Call): void {
  try {
    if (call === noCall) {
      localStorage.removeItem(place);
    } else {
      localStorage.setItem(place, JSON.stringify(call));
    }
  } catch {
    // The browser's storage is full or forbidden: the call still lives on screen.
  }
}

export type Reach = 'email' | 'phone' | 'name';

/** What somebody typed of whom nobody knows. */
export function reachOf(typed: string): Reach {
  if (typed.includes('@')) {
    return 'email';
  }
  return /^[+\d(][\d\s().+-]{2,}$/.test(typed.trim()) ? 'phone' : 'name';
}

/** As whom the ticket is opened: a known person, or a new one with a way to reach them; null: only a name. */
export function requesterOf({ person, fresh, more }: Call): Record<string, string> | null {
  if (person) {
    return { id: person.id };
  }
  const [first, second] = [(fresh ?? '').trim(), more.trim()];
  const kind = reachOf(first);
  if (kind !== 'name') {
    return { [kind]: first, ...(second && { name: second }) };
  }
  const other = second ? reachOf(second) : 'name';
  return other === 'name' ? null : { [other]: second, name: first };
}
