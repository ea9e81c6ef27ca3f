import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../test/render-console.tsx';
import { fits } from './palette-entries.ts';

const ticket = {
  kind: 'ticket',
  id: 't1',
  number: 17,
  subject: 'Касса <b>не</b> печатает',
  subjectMarks: [{ from: 0, to: 5 }],
  status: 'open',
  priority: 'normal',
  type: 'question',
  requester: { id: 'p1', name: 'Анна Смирнова' },
  requesterMarks: [],
  organization: null,
  team: null,
  assignee: null,
  tags: [],
  preview: 'Здравствуйте',
  createdAt: '2026-11-01T09:00:00Z',
  updatedAt: '2026-11-01T09:00:00Z',
  excerpts: [
    {
      messageId: 'm1',
      visibility: 'internal',
      author: 'Пётр',
      at: '2026-11-01T09:00:00Z',
      text: 'касса старая',
      marks: [{ from: 0, to: 5 }],
    },
  ],
};
const person = {
  kind: 'person',
  id: 'p1',
  name: 'Анна Смирнова',
  nameMarks: [],
  organization: null,
  contacts: [
    { id: 'c1', kind: 'email', value: 'other@there.example', marks: [] },
    { id: 'c2', kind: 'phone', value: '+7 912 345-67-89', marks: [{ from: 3, to: 6 }] },
  ],
};
const answer = {
  items: [person, ticket],
  next: null,
  instead: [],
  complete: true,
  catchingUp: false,
};
const none = { ...answer, items: [] };

/** Stands elsewhere first, so that the server can be told how to behave. */
async function renderWith(given: object | null) {
  const view = await renderConsole({ at: '/settings/profile' });
  await screen.findByRole('heading', { name: 'Мой профиль' });
  if (given) {
    view.server.give('GET /search', given);
  }
  return {
    ...view,
    go: (to: string, search: object) => view.router.navigate({ to, search } as never),
  };
}

describe('the page of search', () => {
  it('shows how to ask while nothing is asked', async () => {
    const { go } = await renderWith(none);
    await go('/search', {});
    expect(await screen.findByText('Что найти?')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'тег:vip' }));
    expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('тег:vip ');
  });

  it('shows the shape of what is coming', async () => {
    const { go, server, container } = await renderWith(null);
    server.silence('GET /search');
    await go('/search', { q: 'касса' });
    await waitFor(() => expect(container.querySelector('main [aria-busy="true"]')).not.toBeNull());
  });

  it('shows what was found, marked, as plain text', async () => {
    const { go } = await renderWith(answer);
    await go('/search', { q: 'касса' });
    const line = (await screen.findByText('#17')).closest('a');
    expect(line?.getAttribute('href')).toContain('/tickets/17');
    expect(line?.textContent).toContain('Касса <b>не</b> печатает');
    expect([...(line?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
      'Касса',
      'касса',
    ]);
    expect(screen.getByText('Внутренняя заметка')).toBeTruthy();
    expect(screen.getByText('912').tagName).toBe('MARK');
  });

  it('says what it was looked for instead, and what is still to be read', async () => {
    const { go } = await renderWith({
      ...answer,
      instead: [{ typed: 'rfccf', meant: 'касса', why: 'layout' }],
      complete: false,
      next: 'x',
      catchingUp: true,
    });
    await go('/search', { q: 'rfccf' });
    expect(await screen.findByText('«rfccf» прочитано в другой раскладке: «касса».')).toBeTruthy();
    expect(screen.getByText(/Старые заметки|Старые заявки/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Искать дальше в прошлом' })).toBeTruthy();
  });

  it('says what to do when nothing was found', async () => {
    const { go } = await renderWith(none);
    await go('/search', { q: 'касса' });
    expect(await screen.findByText('Ничего не найдено')).toBeTruthy();
  });

  it('says what happened when the server fails, and tries again', async () => {
    const { go, server } = await renderWith(answer);
    server.refuse('GET /search', { status: 503, code: 'database.unavailable' });
    await go('/search', { q: 'касса' });
    expect(await screen.findByText(/Сервер временно недоступен/)).toBeTruthy();
    server.mend('GET /search');
    fireEvent.click(screen.getByRole('button', { name: 'Повторить' }));
    expect(await screen.findByText('#17')).toBeTruthy();
  });

  it('keeps everything that is asked in the address', async () => {
    const { go, router, server } = await renderWith(answer);
    await go('/search', {});
    fireEvent.change(await screen.findByRole('searchbox'), { target: { value: 'касса' } });
    await waitFor(() => expect(router.state.location.search).toEqual({ q: 'касса' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Клиенты' }));
    await waitFor(() =>
      expect(router.state.location.search).toEqual({ q: 'касса', kind: 'person' }),
    );
    await waitFor(() => expect(server.calls.at(-1)?.query).toContain('kind=person'));
  });
});

describe('the palette', () => {
  const openPalette = async () => {
    fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
    return screen.findByRole('combobox', { hidden: true });
  };

  it('offers the acts of the screen, found by the beginnings of their words', async () => {
    const { router } = await renderWith(none);
    const field = await openPalette();
    fireEvent.change(field, { target: { value: 'орган' } });
    const option = await screen.findByRole('option', { name: /Организации/, hidden: true });
    expect(option.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/organizations'));
  });

  it('finds tickets and people, walks by arrows, and opens by Enter', async () => {
    const { router } = await renderWith(answer);
    const field = await openPalette();
    fireEvent.change(field, { target: { value: 'касса' } });
    const list = await screen.findByRole('listbox', { hidden: true });
    await within(list).findByText('#17');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/tickets/17'));
  });

  it('leads to the page of search with the same question', async () => {
    const { router } = await renderWith(none);
    const field = await openPalette();
    fireEvent.change(field, { target: { value: 'касса' } });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(router.state.location.pathname).toBe('/search'));
    expect(router.state.location.search).toEqual({ q: 'касса' });
  });

  it('says what happened when the server fails', async () => {
    const { server } = await renderWith(null);
    server.refuse('GET /search', { status: 503, code: 'database.unavailable' });
    fireEvent.change(await openPalette(), { target: { value: 'касса' } });
    expect(await screen.findByText(/Сервер временно недоступен/)).toBeTruthy();
  });

  it('does not mind the wrong layout, case and "ё"', () => {
    expect(fits('Настройки: Команды', 'команд')).toBe(true);
    expect(fits('Настройки: Команды', 'rjvfyls')).toBe(true);
    expect(fits('New ticket', 'туц')).toBe(true);
    expect(fits('Решённые', 'решен')).toBe(true);
    expect(fits('Настройки: Команды', 'манды')).toBe(false);
  });
});
