import type { Macro } from '../../../lib/api-types.ts';
import type { Values as OwnValues } from '../../../parts/own-fields/own-values-editor.tsx';
import { everything } from '../../../parts/conditions/tree.ts';
import { saidValue } from '../../../parts/own-fields/own-values.ts';

type Pick = string | null;

/** A macro as its form holds it; an empty choice leaves the ticket as it is. */
export type Values = {
  name: string;
  status: Pick;
  priority: Pick;
  type: Pick;
  assigneeId: Pick;
  teamId: Pick;
  categoryId: Pick;
  addTags: string[];
  removeTags: string[];
  /** Own fields that it sets, by name. */
  fields: OwnValues;
  note: string;
  answerTemplateId: Pick;
  snooze: Pick;
  ownerTeamId: Pick;
  types: Macro['types'];
  condition: Macro['condition'];
  digit: Pick;
};

/** Stands for "nobody", which is not the same as "as it is". */
export const nobody = 'nobody';

const empty: Values = {
  name: '',
  status: null,
  priority: null,
  type: null,
  assigneeId: null,
  teamId: null,
  categoryId: null,
  addTags: [],
  removeTags: [],
  fields: {},
  note: '',
  answerTemplateId: null,
  snooze: null,
  ownerTeamId: null,
  types: [],
  condition: everything,
  digit: null,
};

const snoozeOf = (snooze: Macro['acts']['snooze']): Pick =>
  typeof snooze === 'object' ? String(snooze.hours) : (snooze ?? null);

export function valuesOf(macro: Macro | null): Values {
  if (!macro) {
    return empty;
  }
  const { assigneeId, addTags = [], removeTags = [], fields = {}, snooze, ...plain } = macro.acts;
  return {
    ...empty,
    ...plain,
    name: macro.name,
    ...(assigneeId !== undefined && { assigneeId: assigneeId ?? nobody }),
    addTags: addTags.map(String),
    removeTags: removeTags.map(String),
    fields: fields as OwnValues,
    snooze: snoozeOf(snooze),
    ownerTeamId: macro.team?.id ?? null,
    types: macro.types,
    condition: macro.condition,
    digit: macro.digit === null ? null : String(macro.digit),
  };
}

export function actsOf(values: Values): Record<string, unknown> {
  const { status, priority, type, assigneeId, teamId, categoryId, answerTemplateId } = values;
  const { addTags, removeTags, note, snooze } = values;
  const fields = Object.entries(values.fields).map(([name, value]) => [name, saidValue(value)]);
  const plain = { status, priority, type, teamId, categoryId, answerTemplateId };
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null)),
    ...(assigneeId !== null && { assigneeId: assigneeId === nobody ? null : assigneeId }),
    ...(addTags.length > 0 && { addTags }),
    ...(removeTags.length > 0 && { removeTags }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    ...(note.trim() && { note }),
    ...(snooze !== null && { snooze: snooze === 'answer' ? snooze : { hours: Number(snooze) } }),
  };
}
