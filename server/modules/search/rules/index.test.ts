import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksBetween, timeMarks } from './blocks.ts';
import { addMessage, addTicket, Words } from './document.ts';
import { beginningsPattern, exactPattern, marksIn, placesIn, trimmedExcerpt } from './marks.ts';
import { planWork } from './plan-work.ts';
import { firstWindow, nextWindow } from './windows.ts';

const workspaceId = '01856fc7-2400-7000-8000-0000000000aa';
const id = (n: number) => `01856fc7-2400-7000-8000-${String(n).padStart(12, '0')}`;

describe('days', () => {
  test('a ticket carries a mark of every stretch that covers its day, and of no other', () => {
    const days = fc.integer({ min: 10_000, max: 40_000 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 2_000 }), days, (from, length, day) => {
        const marks = new Set(timeMarks(workspaceId, new Date(day * 86_400_000)));
        const covered = marksBetween(workspaceId, from, from + length).some((mark) =>
          marks.has(mark),
        );
        expect(covered).toBe(day >= from && day < from + length);
      }),
    );
  });

  test('few marks cover years', () => {
    expect(marksBetween(workspaceId, 17_664, 20_781).length).toBeLessThan(25);
  });

  test('windows follow one another without a gap back to the first ticket, whatever is found in them', () => {
    const span = {
      workspaceId,
      oldest: new Date('2023-01-05T12:00:00Z'),
      newest: new Date('2026-11-20T10:00:00Z'),
    };
    // A day that is cut in half each time, down to the hours that are taken whole, is four steps.
    const mostSteps = 4 * Math.ceil((span.newest.getTime() - span.oldest.getTime()) / 86_400_000);
    const seen = fc.record({
      found: fc.nat(400),
      inspected: fc.nat(2_000),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(seen, { minLength: 1 }),
        fc.double({ min: 1, max: 1e6 }),
        (turns, expected) => {
          let until = span.newest;
          let window = firstWindow(span, until, { expected, wanted: 401 });
          for (let step = 0; window.from !== null; step += 1) {
            expect(step).toBeLessThan(mostSteps);
            expect(window.marks.length).toBeLessThan(40);
            const { found, inspected, cut } = turns[step % turns.length] ?? {
              found: 0,
              inspected: 0,
              cut: 0,
            };
            // The hits may end before the window does, some hours before it at least.
            const whole = until.getTime() - window.from.getTime();
            const back =
              inspected < 2_000 || whole < 6 * 3_600_000 ? whole : whole * Math.max(cut, 0.5);
            expect(back).toBeGreaterThan(0);
            const from = new Date(until.getTime() - back);
            window = nextWindow(span, { from, until, found, inspected }, 300);
            const newestBefore = timeMarks(workspaceId, new Date(from.getTime() - 1));
            expect(window.marks.some((mark) => newestBefore.includes(mark))).toBe(true);
            until = from;
          }
          expect(
            window.marks.some((mark) => timeMarks(workspaceId, span.oldest).includes(mark)),
          ).toBe(true);
        },
      ),
      { examples: [[[{ found: 0, inspected: 2_000, cut: 0 }], 566]] },
    );
  });
});

describe('a document', () => {
  test('says where each word stands, and holds marks beside the words', () => {
    const words = new Words();
    addTicket(words, {
      workspaceId,
      subject: "Касса и чек'ки",
      createdAt: new Date('2026-11-20'),
      tags: ["v'ip \\"],
      people: ['Пётр', '+7 912 345-67-89'],
    });
    addMessage(words, {
      visibility: 'internal',
      body: 'касса',
      quoted: null,
      signature: null,
      authorName: 'Anna',
      authorAddress: null,
      fromCustomer: false,
      recipients: ['support@here.test'],
      fileNames: ['счёт.pdf'],
    });
    const { words: text, known } = words.document();
    for (const part of [
      /'касс':9A,\d+C/,
      /'петр':\d+B/,
      / 'p~9123456789'/,
      / 'f~anna'/,
      / 't~support'/,
      / 'has~file'/,
      / 'g~v''ip \\\\'/,
      / 'pdf':\d+C/,
    ]) {
      expect(text).toMatch(part);
    }
    expect(known).toContain('касс');
    expect(known).not.toContain('f~anna');
  });

  test('has bounds, whatever a letter holds', () => {
    const words = new Words();
    const text = Array.from({ length: 30_000 }, (_, at) => `слово${at}`).join(' ');
    words.add(text, 'D');
    words.add('касса '.repeat(5_000), 'D');
    expect(words.document().words.length).toBeLessThan(300_000);
  });
});

describe('marks', () => {
  test('cover every form, and words side by side together', () => {
    const stems = new Set(['касс', 'чек']);
    expect(marksIn('Кассы чеки: касса', stems)).toEqual([
      { from: 0, to: 10 },
      { from: 12, to: 17 },
    ]);
    expect(placesIn('Пётр Сидоренко', ['сидоренк'])).toEqual([{ from: 5, to: 14 }]);
  });

  test('lie within the text, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ maxLength: 3 })),
        (text, parts) => {
          for (const marks of [marksIn(text, new Set(parts)), placesIn(text, parts)]) {
            let behind = 0;
            for (const { from, to } of marks) {
              expect(from >= behind && to > from && to <= text.length).toBe(true);
              behind = to;
            }
          }
        },
      ),
    );
  });

  test('patterns for the database are regular expressions, whatever was typed', () => {
    const pattern = beginningsPattern(new Set(['касс', '.*', 'happi', '(']));
    expect(pattern).toContain('[кК][аА][сС][сС]');
    expect(pattern).not.toContain('.*');
    expect(
      new RegExp(exactPattern(['все', 'ок']).replaceAll('[:alnum:]', '\\p{L}\\p{N}'), 'u').test(
        'Всё -- OК? всё ок!',
      ),
    ).toBe(true);
  });

  test('an excerpt is cut between words', () => {
    const cut = 'лово раз два три чет';
    expect(trimmedExcerpt(cut, { begins: false, ends: false })).toBe('раз два три');
    expect(trimmedExcerpt(cut, { begins: true, ends: true })).toBe(cut);
  });
});

describe('what happened', () => {
  test('adds a message, or makes the ticket be read anew', () => {
    const { whole, added, people } = planWork([
      { name: 'message.received', ticketId: id(1), payload: { ticketId: id(1), messageId: id(9) } },
      { name: 'ticket.subject-changed', ticketId: id(2), payload: { ticketId: id(2) } },
      {
        name: 'ticket.merged',
        ticketId: id(3),
        payload: { intoTicketId: id(4), ticketIds: [id(5)] },
      },
      { name: 'message.received', ticketId: id(6), payload: { ticketId: id(6) } },
      { name: 'person.changed', ticketId: null, payload: { personId: id(7) } },
    ]);
    expect([...added]).toEqual([[id(1), [id(9)]]]);
    expect([...whole].toSorted()).toEqual([id(2), id(3), id(4), id(5), id(6)]);
    expect([...people]).toEqual([id(7)]);
  });
});
