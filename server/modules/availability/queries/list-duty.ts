import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { text, time } from '../../../kernel/text.ts';
import { compileAvailability } from '../deciding/compile-availability.ts';
import { Duty, DutyTurn } from '../schema.ts';
import { selectDuty, toDuty } from './read-duty.ts';
import { readAvailabilitySettings } from './read-settings.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** The rota as it was entered. */
export const listDuty = defineQuery({
  name: 'availability.list-duty',
  permission: 'user.read',
  input: z.strictObject(pageInput),
  output: pageOf(Duty),

  async run({ db, actor }, { limit, after }) {
    let query = selectDuty(db, actor.workspaceId)
      .orderBy('duty.created_at')
      .orderBy('duty.id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [createdAt, last] = decodeCursor(after, Cursor);
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('duty.created_at', 'duty.id'), '>', tuple(new Date(createdAt), last)),
      );
    }
    return toPage(await query.execute(), limit, {
      item: toDuty,
      cursor: (row) => [row.created_at.toISOString(), row.id],
    });
  },
});

const TurnCursor = z.tuple([text({ max: 100 })]);
const longestMs = 62 * 24 * 3_600_000;

/** Who has the duty when, between two moments: weekly ones laid out, on the days on which clocks change too. */
export const listTurns = defineQuery({
  name: 'availability.list-turns',
  permission: 'user.read',
  input: z.strictObject({ ...pageInput, from: time(), to: time() }),
  output: pageOf(DutyTurn),

  async run({ db, actor }, { limit, after, ...asked }) {
    const [from, to] = [new Date(asked.from), new Date(asked.to)];
    if (to <= from) {
      throw invalid('to', 'before_start');
    }
    if (to.getTime() - from.getTime() > longestMs) {
      throw invalid('to', 'too_far');
    }
    const { workspaceId } = actor;
    const known = compileAvailability(await readAvailabilitySettings(db, workspaceId));
    const duties = (await selectDuty(db, workspaceId).execute()).map(toDuty);
    const byId = new Map(duties.map((duty) => [duty.id, duty]));
    const turns = known.turnsWithin(from, to).flatMap((turn) => {
      const duty = byId.get(turn.dutyId);
      return duty ? [{ ...turn, duty }] : [];
    });
    const keyed = turns
      .map((turn) => ({ ...turn, key: `${turn.from.toISOString()} ${turn.dutyId}` }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const seen = after === undefined ? '' : decodeCursor(after, TurnCursor)[0];
    return toPage(keyed.filter(({ key }) => key > seen).slice(0, limit + 1), limit, {
      item: ({ dutyId, duty, from: begins, to: ends }) => ({
        dutyId,
        team: duty.team,
        people: duty.people.map((person) => ({
          ...person,
          absent: known.absenceOf(person.id, begins) !== null,
        })),
        from: begins.toISOString(),
        to: ends.toISOString(),
        weekly: duty.week !== null,
      }),
      cursor: ({ key }) => [key],
    });
  },
});
