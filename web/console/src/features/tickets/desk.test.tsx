import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeStream, renderConsole } from '../../test/render-console.tsx';
import { seedTicket } from '../../test/seed.data.ts';

const press = (key: string, code: string) => fireEvent.keyDown(document.body, { key, code });
const list = () => screen.findByRole('list', { name: 'Список заявок' });

describe('the list', () => {
  it('shows the shape of what is coming while it loads', async () => {
    const { container } = await renderConsole({ at: '/tickets?view=open' });
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).not.toBeNull());
    await list();
  });
  it('says what to do next when there is nothing', async () => {
    await renderConsole({ at: '/tickets?view=open', tickets: 0 });
    expect(await screen.findByText('Открытых заявок нет')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Как получать письма' })).toBeTruthy();
  });
  it('says what happened when the server fails, and tries again', async () => {
    const { server, router } = await renderConsole({ at: '/settings/profile' });
    await screen.findByRole('heading', { name: 'Настройки' });
    server.refuse('GET /tickets', { status: 503, code: 'database.unavailable' });
    await router.navigate({ to: '/tickets', search: { view: 'open' } } as never);
    expect(await screen.findByText(/Сервер временно недоступен/)).toBeTruthy();
    server.mend('GET /tickets');
    fireEvent.click(screen.getByRole('button', { name: 'Повторить' }));
    expect(within(await list()).getAllByRole('link').length).toBeGreaterThan(5);
  });
  it('is the same in English', async () => {
    await renderConsole({ at: '/tickets?view=mine', locale: 'en', session: englishSession });
    expect(await screen.findByRole('link', { name: /Unassigned/ })).toBeTruthy();
  });
  it('takes in a ticket that the stream brings, and the counters with it', async () => {
    await renderConsole({ at: '/tickets?view=open' });
    await list();
    const fresh = {
      ...seedTicket(0),
      id: 'live',
      number: 2000,
      subject: 'Пришло сейчас',
      updatedAt: new Date().toISOString(),
    };
    FakeStream.latest?.send('change', {
      id: 'e',
      name: 'ticket.opened',
      actor: { kind: 'person', id: null, name: '' },
      changes: [],
      ticketId: 'live',
      ticket: fresh,
    });
    FakeStream.latest?.send('counts', { 'v-open': 4321 });
    expect(await within(await list()).findByText('Пришло сейчас')).toBeTruthy();
    expect(await screen.findByText(/4\s321/)).toBeTruthy();
  });
  it('asks once more for what it had read before the stream began', async () => {
    const { server } = await renderConsole({ at: '/tickets?view=open' });
    await list();
    const changed = { ...seedTicket(0), subject: 'Сменилось, пока никто не слушал' };
    server.give('GET /tickets', { items: [changed], next: null });
    FakeStream.latest?.dispatchEvent(new Event('open'));
    expect(await within(await list()).findByText(changed.subject)).toBeTruthy();
    // Coming back after that, the browser says itself where it has left off.
    const asked = () => server.calls.filter(({ path }) => path.startsWith('/tickets')).length;
    const before = asked();
    FakeStream.latest?.dispatchEvent(new Event('open'));
    await new Promise(requestAnimationFrame);
    expect(asked()).toBe(before);
  });
  it('asks the server for what is typed, not only the rows that are loaded', async () => {
    const { server } = await renderConsole({ at: '/tickets?view=open' });
    await list();
    const other = { ...server.state.find('1100'), id: 'far', number: 7, subject: 'Давняя касса' };
    server.give('GET /search', { items: [{ kind: 'ticket', id: 'far' }] });
    server.give('GET /tickets', { items: [other], next: null });
    const find = await screen.findByRole('searchbox', { name: 'Номер, слова' });
    fireEvent.change(find, { target: { value: 'давняя' } });
    expect(await screen.findByText('Давняя касса')).toBeTruthy();
    expect(await screen.findByText(/Найдена 1\sзаявка/)).toBeTruthy();
  });
  it('keeps the filter in the address and drops what it does not know', async () => {
    const { server } = await renderConsole({ at: '/tickets?status=closed&sort=nonsense&x=1' });
    expect(await screen.findByText('По этому фильтру ничего нет')).toBeTruthy();
    const asked = server.calls.find((call) => call.path === '/tickets');
    expect(asked?.query).toBe('?status=closed&limit=50');
  });
});

describe('keys', () => {
  it('walk the list, in the Russian layout too', async () => {
    const { router } = await renderConsole({ at: '/tickets?view=open' });
    await list();
    press('j', 'KeyJ');
    await waitFor(() => expect(router.state.location.pathname).toBe('/tickets/1100'));
    press('о', 'KeyJ');
    await waitFor(() => expect(router.state.location.pathname).toBe('/tickets/1099'));
    press('л', 'KeyK');
    await waitFor(() => expect(router.state.location.pathname).toBe('/tickets/1100'));
  });
  it('go to a view by g and its letter', async () => {
    const { router } = await renderConsole({ at: '/tickets?view=open' });
    await list();
    press('g', 'KeyG');
    press('m', 'KeyM');
    await waitFor(() => expect(router.state.location.search).toEqual({ view: 'mine' }));
  });
  it('are all told by the question mark', async () => {
    await renderConsole({ at: '/tickets?view=open' });
    await list();
    press('?', 'Digit7');
    expect(await screen.findByRole('heading', { name: 'Клавиши' })).toBeTruthy();
    expect(screen.getByText('Взять себе')).toBeTruthy();
  });
});

const englishSession = {
  ...(await import('../../test/fake-state.ts')).fakeSession,
  user: { id: 'u1', name: 'Emma', email: 'e@x.example', locale: 'en', theme: 'auto' },
} as const;
