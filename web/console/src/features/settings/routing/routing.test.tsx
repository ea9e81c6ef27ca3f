import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fakeSession } from '../../../test/fake-state.ts';
import { renderConsole } from '../../../test/render-console.tsx';

const at = '/settings/routing';
const plain = (element: Element | null) => element?.textContent?.replaceAll('\u00A0', ' ') ?? '';
const line = async () => (await screen.findByText('Кассы на первую линию')).closest('li');

it('a rule reads as a sentence: which tickets, which skills, to whom, and who else', async () => {
  await renderConsole({ at });
  const rule = await line();
  await waitFor(() => expect(plain(rule)).toContain('«Вторая линия»'));
  expect(plain(rule)).toContain(
    'Любая заявка идёт так: «Первая линия» — наименее занятому из тех, кто сейчас работает ' +
      '(сначала тому, кто знает клиента), иначе команде «Вторая линия». Нужно: Эквайринг от уровня 2.',
  );
  expect(plain(rule)).toContain('Ждут 5 заявок');
});

it('and in English', async () => {
  const session = { ...fakeSession, user: { ...fakeSession.user, locale: 'en' as const } };
  await renderConsole({ at, locale: 'en', session });
  const rule = await line();
  await waitFor(() => expect(plain(rule)).toMatch(/Вторая линия.*Эквайринг/));
  expect(plain(rule)).not.toMatch(/routing\.|undefined|\{\{/);
});

it('what everybody takes is typed into the table and kept when one leaves the field', async () => {
  const { server } = await renderConsole({ at });
  const field = await screen.findByLabelText('Предел: Пётр Ильин');
  fireEvent.change(field, { target: { value: '20' } });
  fireEvent.blur(field);
  const sent = () => server.calls.find(({ path }) => path === '/routing-agents/u2');
  await waitFor(() => expect(sent()?.body).toEqual({ capacity: 20 }));
});

it('a new rule asks for its name and a team where they are missing', async () => {
  const { server } = await renderConsole({ at });
  fireEvent.click(await screen.findByRole('button', { name: 'Новое правило распределения' }));
  const form = (await screen.findByLabelText('Название')).closest('form') as HTMLFormElement;
  fireEvent.submit(form);
  expect(await within(form).findByText(/Назовите правило/)).toBeTruthy();
  expect(within(form).getAllByText('Выберите команду').length).toBeGreaterThan(0);
  expect(
    server.calls.some(({ method, path }) => `${method} ${path}` === 'POST /routing-rules'),
  ).toBe(false);
});
