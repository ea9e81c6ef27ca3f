import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import type { TicketEvent } from '../../../lib/api-types.ts';
import { tickets } from '../words.ru.data.ts';
import { sayClockEvent } from './clock-history.tsx';
import { clocks } from './words.ru.data.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'ru',
  resources: { ru: { translation: { clocks, tickets } } },
  interpolation: { escapeValue: false },
});
const event = (name: string, payload: object, to: unknown = null): TicketEvent => ({
  id: name,
  name,
  at: '2026-11-22T09:00:00Z',
  ticketId: 't1',
  actor: { kind: 'system', id: null, name: '' },
  reason: null,
  changes: [{ field: 'told', from: null, to }],
  payload: { ...payload },
});
const said = (...about: Parameters<typeof event>) =>
  sayClockEvent(i18n.t, event(...about)).replaceAll('\u00A0', ' ');

test('what became of a clock is a sentence each', () => {
  const target = 'resolution';
  expect(said('sla.applied', { policy: 'Кассы' })).toBe('по правилу «Кассы»');
  expect(said('sla.applied', { policy: null })).toBe('больше ни одно правило не подходит');
  expect(said('sla.warned', { target, share: 0.8 }, target)).toBe(
    'скоро срок: решение, прошло 80 %',
  );
  expect(
    said('sla.paused', {
      targets: ['first_response', target],
      usedMinutes: { first_response: 0, [target]: 90 },
    }),
  ).toBe('часы встали: первый ответ через 0 мин, решение через 1 ч 30 мин');
  expect(said('sla.escalated', { target }, [{ id: 'u1', name: 'Лев' }])).toBe(
    'эскалация: решение; узнали: Лев',
  );
  expect(said('sla.escalated', { target }, [])).toBe('эскалация: решение; сказать было некому');
});

test('a target of the company’s own, and a fact told before times were kept, are said too', () => {
  expect(said('sla.resumed', { targets: ['engineer_visit'] })).toBe('часы пошли: engineer visit');
});
