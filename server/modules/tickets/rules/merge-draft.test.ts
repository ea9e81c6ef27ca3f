import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmptyDraft, mergeDraft, type DraftText, type StoredDraft } from './merge-draft.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 9, minute));
const text = (body: string, minute: number, more: Partial<DraftText> = {}): DraftText => ({
  body,
  html: null,
  cc: [],
  attachments: [],
  editedAt: at(minute),
  ...more,
});
const stored = (body: string, minute: number, more: Partial<StoredDraft> = {}): StoredDraft => ({
  ...text(body, minute),
  edition: 'e1',
  aside: null,
  ...more,
});

test('what continues the draft as it stands replaces it, also by less', () => {
  expect(mergeDraft(stored('Hello there', 1), text('Hello', 2), 'e1')).toEqual({
    text: text('Hello', 2),
    aside: null,
  });
});

test('of two texts that began apart the newer stands and the older lies aside', () => {
  const phone = text('On the train', 3);
  const merged = mergeDraft(stored('At the desk', 5), phone, null);
  expect(merged.text.body).toBe('At the desk');
  expect(merged.aside).toEqual({ body: 'On the train', html: null, editedAt: at(3) });
  expect(mergeDraft(stored('At the desk', 1), phone, null).text.body).toBe('On the train');
});

test('a text that only goes on where the other stopped makes no quarrel', () => {
  expect(mergeDraft(stored('Hello', 1), text('Hello there', 2), 'old')).toMatchObject({
    text: { body: 'Hello there' },
    aside: null,
  });
  expect(mergeDraft(stored('Hello there', 1), text('Hello', 2), 'old')).toMatchObject({
    text: { body: 'Hello there' },
    aside: null,
  });
});

test('a file that only one device has attached stays attached', () => {
  const merged = mergeDraft(stored('Hello', 1, { attachments: ['f1'] }), text('Hello', 2), 'old');
  expect(merged.text.attachments).toEqual(['f1']);
});

test('nothing that was written is lost, however many devices write in whatever order', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 8 })
    .filter((word) => word.trim() === word && word !== '');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(words, fc.integer({ min: 0, max: 50 })), { maxLength: 6 }),
      (writes) => {
        let draft: StoredDraft | null = null;
        for (const [body, minute] of writes) {
          const { text: next, aside } = mergeDraft(draft, text(body, minute), null);
          draft = { ...next, aside, edition: 'e' };
        }
        const kept = `${draft?.body ?? ''}\n\n${draft?.aside?.body ?? ''}`;
        for (const [body] of writes) {
          expect(kept).toContain(body);
        }
      },
    ),
  );
});

test('a draft with nothing but an address for a copy is a draft', () => {
  expect(isEmptyDraft({ text: text(' ', 1), aside: null })).toBe(true);
  expect(isEmptyDraft({ text: text('', 1, { cc: ['a@b.test'] }), aside: null })).toBe(false);
});
