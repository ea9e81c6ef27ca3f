import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fakeSession } from '../../../test/fake-state.ts';
import { renderConsole } from '../../../test/render-console.tsx';

async function openForm(locale: 'ru' | 'en' = 'ru') {
  const session = { ...fakeSession, user: { ...fakeSession.user, locale } };
  const view = await renderConsole({ at: '/settings/rules', locale, session });
  const add = locale === 'ru' ? 'Новое правило' : 'New rule';
  fireEvent.click(await screen.findByRole('button', { name: add }));
  const name = await screen.findByLabelText(locale === 'ru' ? 'Название' : 'Name');
  const form = name.closest('form') as HTMLFormElement;
  return { ...view, name, form };
}

const set = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

describe('the form of a rule', () => {
  it('asks for all rules, page by page', async () => {
    const { server } = await renderConsole({ at: '/settings/rules' });
    await screen.findByText('Касса срочно');
    const asked = server.calls.filter(({ path }) => path === '/rules');
    expect(asked.map(({ query }) => query)).toEqual(['?limit=200']);
  });

  it('sends what was put together, and closes', async () => {
    const { server, name, form } = await openForm();
    set(name, 'Жалобы');
    fireEvent.click(screen.getByRole('button', { name: 'Добавить условие' }));
    set(screen.getByLabelText('О чём условие'), 'team');
    set(screen.getByLabelText('Как сравнить «Команда»'), 'empty');
    fireEvent.submit(form);
    await waitFor(() => expect(form.isConnected).toBe(false));
    const sent = server.calls.find(({ method, path }) => method === 'POST' && path === '/rules');
    expect(sent?.body).toEqual({
      name: 'Жалобы',
      trigger: { on: ['opened'] },
      condition: { all: [{ field: 'team', operator: 'empty' }] },
      actions: [{ kind: 'priority', value: 'high' }],
    });
  });

  it('is not sent without a name, and keeps what the server refuses at its place', async () => {
    const { server, name, form } = await openForm();
    fireEvent.submit(form);
    expect(await screen.findByText(/Назовите правило/)).toBeTruthy();
    set(name, 'Жалобы');
    fireEvent.click(screen.getByRole('button', { name: 'Добавить условие' }));
    server.refuse('POST /rules', {
      status: 400,
      code: 'input.invalid',
      errors: [{ field: 'condition.all.0.values', code: 'required' }],
    });
    fireEvent.submit(form);
    const row = screen.getByLabelText('О чём условие').closest('li') as HTMLElement;
    expect(await within(row).findByRole('alert')).toBeTruthy();
    expect(screen.queryByText(/Назовите правило/)).toBeNull();
  });

  it('has the focus where one writes next, and says what is missing where it is', async () => {
    const { server, name, form } = await openForm();
    expect(document.activeElement).toBe(name);
    set(name, 'Отвечать');
    fireEvent.click(screen.getByRole('button', { name: 'Добавить условие' }));
    expect(document.activeElement).toBe(screen.getByLabelText('О чём условие'));
    set(screen.getByLabelText('Что сделать'), 'reply');
    fireEvent.submit(form);
    const act = screen.getByLabelText('Что сделать').closest('fieldset') as HTMLElement;
    expect(within(act).getByRole('alert').textContent).toMatch(/Заполните до\sконца/);
    expect(server.calls.some((call) => call.method === 'POST' && call.path === '/rules')).toBe(
      false,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Отмена' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Новое правило' }));
  });

  it('lets the hours be typed from an empty field', async () => {
    await openForm();
    set(screen.getByLabelText('Когда'), 'time');
    const hours = screen.getByLabelText('Сколько часов') as HTMLInputElement;
    set(hours, '');
    expect(hours.value).toBe('');
    set(hours, '48');
    expect(hours.value).toBe('48');
    expect(screen.getByText(/Когда прошло 2 дня с нашего ответа — /)).toBeTruthy();
  });

  it.each([
    ['ru', 'Когда заявка создана — поставить приоритет высокий'],
    ['en', 'When a ticket is opened: set the priority high'],
  ] as const)(
    'reads as a sentence that says nothing of conditions, in %s',
    async (locale, words) => {
      await openForm(locale);
      expect(await screen.findByText(words)).toBeTruthy();
    },
  );
});
