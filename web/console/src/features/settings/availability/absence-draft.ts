import type { Absence } from '../../../parts/availability/types.ts';
import { dayOf, inputOf, momentIn } from './wall-inputs.ts';

export const kinds = ['vacation', 'sick', 'trip', 'other'] as const;
export const handing = ['all', 'due', 'nothing'] as const;
export const whens = ['days', 'hours', 'now'] as const;

/** What stands in the form: days and times as their inputs hold them. */
export type AbsenceDraft = {
  userId: string;
  kind: (typeof kinds)[number];
  when: (typeof whens)[number];
  firstDay: string;
  lastDay: string;
  from: string;
  to: string;
  openEnd: boolean;
  /** Empty: by rule. */
  substituteId: string;
  handsOver: (typeof handing)[number];
  givesBack: boolean;
  note: string;
};

type Here = { readonly timeZone: string; readonly now: Date };

export function newDraft(userId: string, { timeZone, now }: Here): AbsenceDraft {
  const today = dayOf(now, timeZone);
  return {
    userId,
    kind: 'vacation',
    when: 'days',
    firstDay: today,
    lastDay: today,
    from: inputOf(now.toISOString(), timeZone),
    to: '',
    openEnd: false,
    substituteId: '',
    handsOver: 'all',
    givesBack: true,
    note: '',
  };
}

export function draftOf(absence: Absence, here: Here): AbsenceDraft {
  const { user, kind, firstDay, lastDay, from, to, substitute } = absence;
  const fresh = newDraft(user.id, here);
  return {
    ...fresh,
    kind: kind ?? fresh.kind,
    when: firstDay === null ? 'hours' : 'days',
    firstDay: firstDay ?? dayOf(new Date(from), here.timeZone),
    lastDay: lastDay ?? '',
    from: inputOf(from, here.timeZone),
    to: inputOf(to, here.timeZone),
    openEnd: to === null,
    substituteId: substitute ? substitute.id : '',
    handsOver: absence.handsOver,
    givesBack: absence.givesBack,
    note: absence.note ?? '',
  };
}

const endOf = ({ when, openEnd, lastDay, to }: AbsenceDraft, timeZone: string) =>
  openEnd ? null : when === 'days' ? lastDay : momentIn(to, timeZone);

/** What is sent. Of one that has begun its beginning is not; a new one that begins now says no beginning. */
export function bodyOf(draft: AbsenceDraft, timeZone: string, before: Absence | null) {
  const { when, firstDay, from, substituteId, kind, handsOver, givesBack, note } = draft;
  const begins = when === 'days' ? firstDay : momentIn(from, timeZone);
  const saysBegin = when !== 'now' && before?.state !== 'running';
  return {
    kind,
    handsOver,
    givesBack,
    note,
    substituteId: substituteId || null,
    to: endOf(draft, timeZone),
    ...(saysBegin && { from: begins }),
    ...(before === null ? { userId: draft.userId } : { version: before.version }),
  };
}

type TimeField = 'firstDay' | 'lastDay' | 'from' | 'to';

/** Times that have to be given and are not. */
export function missingIn(draft: AbsenceDraft): TimeField[] {
  const inDays = draft.when === 'days';
  const begins: TimeField[] = draft.when === 'now' ? [] : [inDays ? 'firstDay' : 'from'];
  const ends: TimeField[] = draft.openEnd ? [] : [inDays ? 'lastDay' : 'to'];
  return [...begins, ...ends].filter((field) => draft[field] === '');
}
