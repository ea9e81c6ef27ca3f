import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeSession } from '../../../test/fake-state.ts';
import { renderConsole } from '../../../test/render-console.tsx';
import { groups, type Choices } from './types.ts';

const choices = Object.fromEntries(
  groups.flatMap(({ topics }) =>
    topics.map((topic) => [topic, { app: true, mail: false, push: false }]),
  ),
) as Choices;
const preference = {
  choices,
  zone: null,
  quiet: null,
  digest: null,
  defaults: choices,
  mailPossible: true,
  version: 3,
};
const words = { subject: 'Здравствуйте', body: 'Номер {{ ticket.number }}' };
const texts = { ru: words, en: words };
const customerNotices = (['received', 'status', 'solved'] as const).map((kind) => ({
  kind,
  channelIds: [],
  texts,
  version: 0,
}));
const failure = {
  id: 'f1',
  way: 'push',
  kind: 'notices',
  to: { id: 'u2', name: 'Ирина Соколова', isCustomer: false },
  ticketNumber: 7,
  problem: 'http.403',
  attempts: 2,
  createdAt: '2026-11-22T09:00:00Z',
  finishedAt: null,
};

type Console = Awaited<ReturnType<typeof renderConsole>>;

/** Stands somewhere else first, so that the server knows its answers before they are asked for. */
async function open(section: string, heading: string): Promise<Console> {
  const view = await renderConsole({
    at: '/settings/profile',
    session: { ...fakeSession, permissions: [...fakeSession.permissions, 'notification.change'] },
  });
  await screen.findByRole('heading', { name: 'Мой профиль' });
  const { server } = view;
  server.give('GET /me/notifications', preference);
  server.give('PUT /me/notifications', preference);
  server.give('GET /me/devices', { items: [] });
  server.give('GET /notification-defaults', { choices, version: 1 });
  server.give('PUT /notification-defaults', { choices, version: 2 });
  server.give('GET /customer-notices', { items: customerNotices });
  server.give('PUT /customer-notices/received', customerNotices[0]);
  server.give('GET /forms', { items: [], next: null });
  server.give('GET /notification-failures', { items: [failure], next: null });
  server.give('POST /notification-failures/f1/replay', {});
  fireEvent.click(screen.getByRole('link', { name: section }));
  await screen.findByRole('heading', { name: heading });
  return view;
}

const sent = ({ server }: Console, method: string) =>
  server.calls.filter((call) => call.method === method).at(-1);

afterEach(() => vi.unstubAllGlobals());

describe('own notifications', () => {
  it('one cell is one choice; all of it is saved together', async () => {
    const view = await open('Мои уведомления', 'Мои уведомления');
    const table = await screen.findByRole('table', { name: 'Что мне сообщать' });
    expect(within(table).getAllByRole('checkbox')).toHaveLength(63);
    const save = screen.getByRole('button', { name: 'Сохранить' });
    expect(save).toHaveProperty('disabled', true);
    fireEvent.click(within(table).getByRole('checkbox', { name: /^Заявка стала моей: Письмо/ }));
    fireEvent.click(screen.getByRole('switch', { name: /^Не.беспокоить/ }));
    fireEvent.click(save);
    await waitFor(() => expect(sent(view, 'PUT')).toBeTruthy());
    expect(sent(view, 'PUT')).toMatchObject({
      path: '/me/notifications',
      body: {
        choices: { assigned: { app: true, mail: true, push: false } },
        quiet: { from: '20:00', to: '09:00', days: [] },
        digest: null,
        version: 3,
      },
    });
  });

  it('over plain http it is said why the browser cannot be called, and nothing is offered', async () => {
    vi.stubGlobal('isSecureContext', false);
    await open('Мои уведомления', 'Мои уведомления');
    expect(await screen.findByText(/только по\sHTTPS/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Вызывать/ })).toBeNull();
  });

  it('a browser that cannot be called says so', async () => {
    vi.stubGlobal('isSecureContext', true);
    await open('Мои уведомления', 'Мои уведомления');
    expect(await screen.findByText(/не\sумеет принимать вызовы/)).toBeTruthy();
  });
});

describe('of the company', () => {
  it('a letter to customers is off until it has a channel, and is saved with its words', async () => {
    const view = await open('Уведомления', 'Уведомления');
    const line = (await screen.findByText('Обращение получено')).closest('li') as HTMLElement;
    expect(within(line).getByText('Выключено')).toBeTruthy();
    fireEvent.click(within(line).getByRole('button', { name: 'Изменить' }));
    const subject = await within(line).findByLabelText(/Тема по-русски/);
    fireEvent.change(subject, { target: { value: '' } });
    expect(await within(line).findByText('Напишите тему')).toBeTruthy();
    fireEvent.change(subject, { target: { value: 'Приняли' } });
    fireEvent.click(within(line).getByRole('button', { name: 'Сохранить' }));
    await waitFor(() => expect(sent(view, 'PUT')).toBeTruthy());
    expect(sent(view, 'PUT')).toMatchObject({
      path: '/customer-notices/received',
      body: { channelIds: [], texts: { ru: { subject: 'Приняли' } }, version: 0 },
    });
  });

  it('what did not arrive says why, and is sent again by one button', async () => {
    const view = await open('Сбои уведомлений', 'Сбои уведомлений');
    expect(await screen.findByText('Служба вызовов ответила кодом 403.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Отправить снова' }));
    await waitFor(() => expect(sent(view, 'POST')?.path).toBe('/notification-failures/f1/replay'));
  });
});
