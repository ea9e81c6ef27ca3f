import type { BounceKind } from './bounce.ts';
import { recipientOf } from './address.ts';
import { fieldsOf, type Fields } from './header-block.ts';

/** One recipient of a machine-readable report (RFC 3464 §2.3); '' where a field is missing. */
export type StatusEntry = {
  readonly address: string;
  readonly action: string;
  readonly status: string;
  readonly diagnostic: string;
  /** The report names the server that gave the reply (RFC 3464 §2.3.5): it was given for this recipient. */
  readonly isAttributed: boolean;
};

const REPORT_LIMIT = 400_000;
const ENTRY_LIMIT = 500;
const ofRecipient = [
  'final-recipient',
  'original-recipient',
  'x-actual-recipient',
  'action',
  'status',
  'diagnostic-code',
];

const isEntry = (fields: Fields): boolean => ofRecipient.some((name) => fields.has(name));

const withoutType = (value: string): string => value.replace(/^\s*[\w.-]{1,20}\s*;\s*/, '').trim();

/** The final recipient, or the original where the final one is only a mailbox inside the other system. */
const addressOf = (fields: Fields): string => {
  const named = ['final-recipient', 'original-recipient', 'x-actual-recipient']
    .map((name) => fields.get(name))
    .filter((value) => value !== undefined)
    .map(recipientOf);
  const complete = named.find((address) => /@[^@]*\./.test(address));
  return complete ?? named.at(0) ?? '';
};

const entryOf = (fields: Fields): StatusEntry => ({
  address: addressOf(fields),
  action:
    (fields.get('action') ?? '')
      .toLowerCase()
      .trim()
      .split(/[\s(;]/, 1)[0] ?? '',
  status: fields.get('status') ?? '',
  diagnostic: withoutType(fields.get('diagnostic-code') ?? ''),
  isAttributed:
    fields.has('remote-mta') && /^\s*smtp\s*;/i.test(fields.get('diagnostic-code') ?? ''),
});

/** Entries without a recipient's name continue the one before: some write an empty line inside. */
const mergeLoose = (blocks: readonly Fields[]): readonly Fields[] => {
  const merged: Fields[] = [];
  for (const fields of blocks) {
    const last = merged.at(-1);
    const named = fields.has('final-recipient') || fields.has('original-recipient');
    const lastWaits = last !== undefined && !(last.has('final-recipient') && last.has('action'));
    if (last !== undefined && (!named || (lastWaits && !fields.has('action')))) {
      merged[merged.length - 1] = new Map([...fields, ...last]);
    } else {
      merged.push(fields);
    }
  }
  return merged;
};

/** Reads a `message/delivery-status`, also one written with mistakes or printed into plain text. */
export const statusEntriesIn = (report: string): readonly StatusEntry[] => {
  const blocks = report
    .slice(0, REPORT_LIMIT)
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .filter(isEntry);
  return mergeLoose(blocks).slice(0, ENTRY_LIMIT).map(entryOf);
};

const kinds: Readonly<Record<string, BounceKind>> = {
  failed: 'failed',
  failure: 'failed',
  expired: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  deliverable: 'delivered',
  relayed: 'relayed',
  expanded: 'expanded',
};

/** Of the actions of a report the worst: a letter that failed for one has failed. */
export const kindOfActions = (entries: readonly StatusEntry[]): BounceKind | null => {
  const found = new Set(entries.map(({ action }) => kinds[action]));
  const order: readonly BounceKind[] = ['failed', 'delayed', 'expanded', 'relayed', 'delivered'];
  return order.find((kind) => found.has(kind)) ?? null;
};
