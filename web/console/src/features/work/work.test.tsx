import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeStream, renderConsole } from '../../test/render-console.tsx';

const key = (code: string, shiftKey = false) =>
  fireEvent.keyDown(document.body, { key: code.slice(3).toLowerCase(), code, shiftKey });

async function opened(changes: Record<string, unknown> = {}) {
  const { server } = await renderConsole({ at: '/tickets/1100?view=open' });
  server.give('GET /tickets/1100/related', { links: [], moves: [], ...changes });
  server.give('GET /tickets/1100/time', { items: [], minutes: 0, costs: null, running: [] });
  server.give('GET /timer', { timer: null });
  server.give('GET /reminders', { items: [], next: null });
  await screen.findByRole('button', { name: 'Не включается касса после обновления' });
  await screen.findByRole('button', { name: 'Ещё действия' });
  return server;
}

const ticketPath = (server: Awaited<ReturnType<typeof opened>>) =>
  `/tickets/${server.state.find('1100').id}`;

describe('work on a ticket', () => {
  it('is put aside by a key and words, and the time that was understood is shown before', async () => {
    const server = await opened();
    server.give(`PUT ${ticketPath(server)}/snooze`, {
      ...server.state.find('1100'),
      snoozedUntil: 'answer',
    });
    key('KeyH');
    const dialog = await screen.findByRole('dialog', { hidden: true });
    const field = within(dialog).getByRole('textbox', { name: 'Когда', hidden: true });
    fireEvent.change(field, { target: { value: 'когда-нибудь' } });
    expect(within(dialog).getByText(/Не\sпонимаем это время/)).toBeTruthy();
    fireEvent.change(field, { target: { value: 'завтра 9:00' } });
    expect(within(dialog).getByText('завтра, 09:00', { selector: 'output' })).toBeTruthy();
    fireEvent.submit(field);
    await waitFor(() => {
      const call = server.calls.find(({ method, path }) => method === 'PUT' && /snooze/.test(path));
      expect(call?.body['until']).toMatch(/T06:00:00.000Z$/);
    });
    expect(await screen.findByText(/Заявка #1100 отложена/)).toBeTruthy();
  });

  it('is merged into the customer’s other ticket in two keys, and the merge can be taken back', async () => {
    const server = await opened();
    const other = server.state.find('1098');
    server.give(`POST ${ticketPath(server)}/merge`, { moveId: 'move', ticket: other });
    server.give('GET /tickets', { items: [server.state.find('1100'), other], next: null });
    key('KeyM', true);
    const dialog = await screen.findByRole('dialog', { hidden: true });
    const choice = await within(dialog).findByRole('radio', { name: /#1098/, hidden: true });
    expect((choice as HTMLInputElement).checked).toBe(true);
    fireEvent.submit(within(dialog).getByRole('textbox', { hidden: true }));
    await waitFor(() => {
      const call = server.calls.find(({ path }) => path.endsWith('/merge'));
      expect(call?.body).toEqual({ into: other.id });
    });
    expect(await screen.findByText(/присоединена к\s#1098/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Вернуть' })).not.toHaveLength(0);
  });

  it('that was merged leads to where it lives now, and says so', async () => {
    const { server, router } = await renderConsole({ at: '/tickets/1097?view=open' });
    const mergedInto = { id: server.state.find('1100').id, number: 1100 };
    server.give('GET /tickets/1097', { ...server.state.find('1097'), mergedInto });
    expect(await screen.findByText(/Заявка #1097 присоединена к\sэтой: #1100/)).toBeTruthy();
    await waitFor(() => expect(router.state.location.pathname).toBe('/tickets/1100'));
  });

  it('offers what two messages promise once, and says that it is set where the button was', async () => {
    const { server, router } = await renderConsole({ at: '/tickets?view=open' });
    const ticket = server.state.find('1100');
    const [first] = server.state.messagesOf(ticket);
    const year = new Date().getFullYear() + 1;
    for (const [id, text] of [
      ['asked', `Перезвоните 15.01.${year} в 15:00`],
      ['agreed', `OK, I will call you on 15.01.${year} at 3pm`],
    ] as const) {
      server.state.addMessage(ticket, { ...first!, id, text });
    }
    const at = `${year}-01-15T12:00:00.000Z`;
    server.give('GET /reminders', { items: [], next: null });
    await router.navigate({ href: '/tickets/1100?view=open' });
    server.give('POST /reminders', { id: 'r1', kind: 'reminder', at, ticket, note: '' });
    const button = await screen.findByRole('button', { name: /^Напомнить: 15 янв/ });
    expect(screen.getAllByRole('button', { name: /^Напомнить: 15 янв/ })).toHaveLength(1);
    expect(button.getAttribute('aria-describedby')).toBeTruthy();
    server.give('GET /reminders', { items: [{ id: 'r1', at, ticket, note: '' }], next: null });
    fireEvent.click(button);
    const set = await screen.findByText(/Напомним: 15 янв/);
    expect(document.activeElement).toBe(set);
    expect(
      server.calls.filter(({ method, path }) => method === 'POST' && path === '/reminders'),
    ).toHaveLength(1);
  });

  it('with nothing beside it says what could be there', async () => {
    await opened();
    expect(await screen.findByText(/Пока нет. Здесь будут части/)).toBeTruthy();
    expect(await screen.findByText(/Времени пока не\sзаписано/)).toBeTruthy();
  });

  it('shows its links, what was merged into it, and its time with a timer that runs on the server', async () => {
    const server = await opened();
    const ticket = server.state.find('1098');
    server.give('GET /tickets/1100/related', {
      links: [{ id: 'l1', kind: 'problem', ticket }],
      moves: [{ id: 'm1', kind: 'merged', ticket, messages: 2, by: 'Ольга', at: ticket.createdAt }],
    });
    server.give('GET /timer', {
      timer: { ticket: server.state.find('1100'), startedAt: new Date().toISOString(), note: '' },
    });
    FakeStream.latest?.send('change', {
      name: 'ticket.linked',
      actor: { kind: 'user', id: 'u2', name: 'Пётр' },
      changes: [],
      ticket: server.state.find('1100'),
    });
    FakeStream.latest?.send('change', {
      name: 'timer.changed',
      actor: { kind: 'user', id: 'u1', name: 'Ольга' },
      changes: [],
      ticket: null,
    });
    expect(await screen.findByRole('heading', { name: 'Проблема' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Отменить: #1098' })).toBeTruthy();
    expect(await screen.findByRole('timer')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Остановить и\sзаписать/ }));
    await waitFor(() => expect(server.calls.some(({ path }) => path === '/timer/stop')).toBe(true));
  });

  it('whose links cannot be read says so and offers to try again', async () => {
    const { server } = await renderConsole({ at: '/tickets/1100?view=open' });
    server.refuse('GET /tickets/1100/related', { status: 503, code: 'http.503' });
    const panel = await screen.findByRole('region', { name: 'Связанные заявки' });
    expect(await within(panel).findByRole('alert')).toBeTruthy();
  });
});
