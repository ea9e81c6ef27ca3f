import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../../test/render-console.tsx';

const person = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  organization: null,
  branch: null,
  contacts: [],
  locale: null,
  note: '',
  vip: false,
  vipLevel: 0,
  favouriteChannel: null,
  timeZone: null,
  quietHours: null,
  mergedInto: null,
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  ...more,
});

const one = person('d1', 'Пётр Иванов', {
  contacts: [{ id: 'c1', kind: 'phone', value: '8 (912) 345-67-89' }],
  vipLevel: 2,
});
const other = person('d2', 'Petr Ivanov');
const reasons = [
  { code: 'phone', own: '8 (912) 345-67-89', other: '79123456789' },
  { code: 'script', own: 'Пётр Иванов', other: 'Petr Ivanov' },
];

async function openCard(more: object = {}) {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
  const view = await renderConsole({ at: '/settings/profile' });
  await screen.findByRole('heading', { name: 'Мой профиль' });
  const { server } = view;
  server.give('GET /people/d1', { ...one, ...more });
  server.give('GET /people/d1/duplicates', {
    items: [{ person: other, reasons, strength: 55, different: false }],
  });
  server.give('GET /people/d1/merges', { items: [] });
  server.give('GET /people/d1/timeline', { items: [], next: null });
  await view.router.navigate({ to: '/people/d1' } as never);
  await screen.findByRole('heading', { name: /Пётр Иванов/ });
  const sent = (method: string) => server.calls.filter((call) => call.method === method);
  return { ...view, sent };
}

describe('a card', () => {
  it('offers who may be the same person, with the reason, and merges by two keys', async () => {
    const { server, sent } = await openCard();
    expect(await screen.findByText(/Один телефон/)).toBeTruthy();
    expect(screen.getByText(/8 \(912\) 345-67-89 — 79123456789/)).toBeTruthy();
    const id = 'm1';
    const kept = { id: 'd1', name: 'Пётр Иванов' };
    server.give('POST /people/d1/merges', {
      id,
      kept,
      merged: { id: 'd2', name: 'Petr Ivanov' },
      contacts: [],
      mergedAt: '2026-01-01T00:00:00Z',
      mergedBy: 'Ольга',
      undoneAt: null,
    });
    server.give('DELETE /people/d1/merges/m1', other);
    fireEvent.click(screen.getAllByRole('button', { name: 'Объединить' })[1] as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    fireEvent.submit(dialog.querySelector('form') as HTMLFormElement);
    await waitFor(() => expect(sent('POST')).toHaveLength(1));
    expect(sent('POST')[0]?.body).toEqual({ otherId: 'd2', version: 1, otherVersion: 1 });
    fireEvent.click(await screen.findByRole('button', { name: 'Вернуть' }));
    await waitFor(() => expect(sent('DELETE')[0]?.path).toBe('/people/d1/merges/m1'));
  });

  it('remembers that two are different', async () => {
    const { server, sent } = await openCard();
    server.give('PUT /people/d1/different/d2', null);
    fireEvent.click(await screen.findByRole('button', { name: 'Это разные люди' }));
    await waitFor(() => expect(sent('PUT')[0]?.path).toBe('/people/d1/different/d2'));
    expect(await screen.findByText(/Запомнили/)).toBeTruthy();
  });

  it('says when not to disturb, and what is changed is saved at once', async () => {
    const { sent, server } = await openCard({
      timeZone: 'Asia/Omsk',
      quietHours: { from: '00:00', to: '23:59' },
    });
    expect(await screen.findByText(/не беспокоить: 00:00–23:59/)).toBeTruthy();
    server.give('PATCH /people/d1', one);
    fireEvent.change(screen.getByLabelText(/Не беспокоить с/), { target: { value: '22:00' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Сохранить' }));
    await waitFor(() => expect(sent('PATCH')).toHaveLength(1));
    expect(sent('PATCH')[0]?.body).toMatchObject({
      quietHours: { from: '22:00', to: '23:59' },
      timeZone: 'Asia/Omsk',
      vipLevel: 2,
      contacts: [{ kind: 'phone', value: '8 (912) 345-67-89' }],
    });
  });

  it('of somebody who was merged leads to the one who stays', async () => {
    await openCard({ mergedInto: { id: 'd9', name: 'Иванов' } });
    expect(await screen.findByRole('link', { name: 'Иванов' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Объединить' })).toBeNull();
  });
});
