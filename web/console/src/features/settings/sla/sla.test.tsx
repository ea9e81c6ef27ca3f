import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fakeSession } from '../../../test/fake-state.ts';
import { renderConsole } from '../../../test/render-console.tsx';

const at = '/settings/sla';
const plain = (element: Element | null) => element?.textContent?.replaceAll('\u00A0', ' ') ?? '';
const lineOf = async (name: string) => (await screen.findByText(name)).closest('li') as HTMLElement;
const type = (label: string, value: string, within_: HTMLElement = document.body) =>
  fireEvent.change(within(within_).getByLabelText(label), { target: { value } });

it('a policy reads as a sentence', async () => {
  await renderConsole({ at });
  expect(plain(await lineOf('Важные клиенты'))).toContain(
    'Если приоритет «высокий» или выше: первый ответ за 1 ч (срочный — 15 мин), решение за 8 ч. ' +
      'Часы идут круглосуточно. Стоят, пока заявка ждёт клиента или отложена. ' +
      'Предупреждает, когда прошло 80 % времени.',
  );
  expect(plain(await lineOf('Все остальные'))).toContain(
    'Любая заявка: «engineer visit» за 48 ч. ' +
      'Часы идут по календарю команды, а если его нет — по календарю «Будни». Не предупреждает.',
  );
});

it('and in English', async () => {
  await renderConsole({
    at,
    locale: 'en',
    session: { ...fakeSession, user: { ...fakeSession.user, locale: 'en' } },
  });
  expect(plain(await lineOf('Важные клиенты'))).toContain(
    'first response within 1 h (urgent 15 min), resolution within 8 h. ' +
      'Counted round the clock. Paused while the ticket is waiting for the customer or on hold. ' +
      'Warns when 80% of the time is used.',
  );
});

it('a new policy says what is wrong where it is, and is sent in minutes', async () => {
  const { server } = await renderConsole({ at });
  fireEvent.click(await screen.findByRole('button', { name: 'Новое правило SLA' }));
  const first = screen.getByRole('group', { name: /^Первый ответ/ });
  type('Для всех', 'скоро', first);
  fireEvent.click(screen.getByRole('button', { name: 'Добавить' }));
  expect(await screen.findByText(/Назовите правило/)).toBeTruthy();
  expect(within(first).getByText(/Напишите 4/)).toBeTruthy();
  type('Название', 'Розница');
  type('Для всех', '1:30', first);
  type('Срочный', '15 мин', first);
  fireEvent.click(screen.getByRole('button', { name: 'Добавить' }));
  const sent = () =>
    server.calls.find(({ method, path }) => method === 'POST' && path === '/sla-policies');
  await waitFor(() => expect(sent()).toBeDefined());
  expect(sent()?.body).toEqual({
    name: 'Розница',
    condition: { all: [] },
    calendarId: null,
    byTeam: false,
    terms: {
      targets: {
        first_response: { minutes: 90, byPriority: { urgent: 15 } },
        resolution: { minutes: 480 },
      },
      warnAt: [0.8],
      pausedIn: ['pending', 'on_hold'],
      onReopen: 'continue',
      onChange: 'keep',
      onPriority: 'keep',
      onMerge: 'longest',
      steps: [],
    },
  });
});

it('what is mended is not called wrong any more, and the focus stays where one works', async () => {
  await renderConsole({ at });
  fireEvent.click(await screen.findByRole('button', { name: 'Новое правило SLA' }));
  fireEvent.click(screen.getByRole('button', { name: 'Добавить' }));
  expect(await screen.findByText(/Назовите правило/)).toBeTruthy();
  type('Название', 'Розница');
  expect(screen.queryByText(/Назовите правило/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Добавить шаг' }));
  fireEvent.click(screen.getByRole('button', { name: 'Добавить шаг' }));
  const second = screen.getByRole('group', { name: 'Шаг 2' });
  expect(second.contains(document.activeElement)).toBe(true);
  const remove = () => screen.getAllByRole('button', { name: /^Убрать шаг/ })[0] as HTMLElement;
  remove().focus();
  fireEvent.click(remove());
  expect(document.activeElement).toBe(remove());
  fireEvent.click(remove());
  expect(document.activeElement?.textContent).toBe('Добавить шаг');
});

it('a policy moves up by changing places with the one above', async () => {
  const { server } = await renderConsole({ at });
  fireEvent.click(
    await screen.findByRole('button', { name: 'Поднять правило «Все остальные» выше' }),
  );
  await waitFor(() =>
    expect(
      server.calls.filter(({ method }) => method === 'PUT').map(({ path, body }) => [path, body]),
    ).toContainEqual(['/sla-policies/order', { ids: ['s2', 's1'] }]),
  );
});

it('removing asks first, and says how many tickets it touches and what becomes of them', async () => {
  const { server } = await renderConsole({ at });
  const line = await lineOf('Важные клиенты');
  fireEvent.click(within(line).getByRole('button', { name: 'Удалить' }));
  const question = await screen.findByText(/сроки 3 открытых заявок: они перейдут к/);
  expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(false);
  fireEvent.click(within(question.closest('[role=dialog]') as HTMLElement).getByText('Удалить'));
  await waitFor(() =>
    expect(
      server.calls.some(({ path, method }) => `${method} ${path}` === 'DELETE /sla-policies/s1'),
    ).toBe(true),
  );
});
