import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeStream, renderConsole } from '../../test/render-console.tsx';
import { seedTicket } from '../../test/seed.data.ts';
import { strengthOf } from '../../lib/password-strength.tsx';
import { letterCommand } from './letter-command.ts';

const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the first run', () => {
  it('asks for company and administrator, and leads to the first letter', async () => {
    const { server, router } = await renderConsole({ session: null, setupNeeded: true });
    await screen.findByText('Начнём: кто вы?');
    type(/^Название/, 'Ромашка');
    type(/^Имя и/, 'Ольга');
    type(/^Почта для/, 'olga@romashka.example');
    type(/^Пароль/, 'длинная фраза');
    fireEvent.click(screen.getByRole('button', { name: 'Начать работу' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/welcome'));
    const sent = server.calls.find((call) => call.method === 'POST');
    expect(sent?.body).toMatchObject({
      company: 'Ромашка',
      locale: 'ru',
      administrator: { name: 'Ольга' },
    });
  });
  it('names the field that is missing instead of asking the server', async () => {
    const { server } = await renderConsole({ session: null, setupNeeded: true });
    fireEvent.click(await screen.findByRole('button', { name: 'Начать работу' }));
    expect((await screen.findAllByText('Заполните это поле')).length).toBe(2);
    expect(document.activeElement).toBe(screen.getByLabelText(/^Название/));
    expect(server.calls.some((call) => call.method === 'POST')).toBe(false);
  });
  it('shows the letter the moment it has become a ticket', async () => {
    await renderConsole({ at: '/welcome', tickets: 0 });
    expect(await screen.findByText('Ждём письмо…')).toBeTruthy();
    const now = new Date(Date.now() + 1000).toISOString();
    const ticket = {
      ...seedTicket(0),
      number: 1,
      subject: 'Проба',
      createdAt: now,
      updatedAt: now,
    };
    FakeStream.latest?.send('change', {
      id: 'e',
      name: 'ticket.opened',
      actor: { kind: 'person', id: null, name: '' },
      changes: [],
      ticketId: ticket.id,
      ticket,
    });
    expect(await screen.findByText(/Письмо пришло: #1 «Проба»/)).toBeTruthy();
  });
});

describe('a test letter', () => {
  it('is one line for a terminal, safe from quotes and percent signs', () => {
    const command = letterCommand({
      host: 'localhost',
      port: 2525,
      to: 'support@localhost',
      subject: 'Проба',
      body: "it's 5 %",
      locale: 'en',
    });
    expect(command).toContain(
      'curl -s smtp://localhost:2525 --mail-from ann@example.com --mail-rcpt support@localhost -T -',
    );
    expect(command).toContain('5 %%');
    expect(command.match(/'/g)).toHaveLength(2);
  });
});

describe('the strength of a password', () => {
  it('grows with length more than with signs, and is not fooled by repetition', () => {
    expect(strengthOf('short')).toBe(0);
    expect(strengthOf('aaaaaaaaaaaaaaaaaaaa')).toBe(1);
    expect(strengthOf('верная лошадь скрепка')).toBeGreaterThanOrEqual(3);
    expect(strengthOf('Pa$$w0rd')).toBeLessThanOrEqual(2);
  });
});
