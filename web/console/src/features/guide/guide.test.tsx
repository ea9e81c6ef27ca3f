import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../test/render-console.tsx';
import { fakeSession } from '../../test/fake-state.ts';

const agent = {
  ...fakeSession,
  permissions: ['ticket.read', 'ticket.reply', 'ticket.note', 'person.read'],
};

describe('the demo company', () => {
  it('is offered at the beginning, says how far it is, and can be called off', async () => {
    const { server } = await renderConsole({ at: '/welcome', tickets: 0 });
    fireEvent.click(await screen.findByRole('button', { name: 'Загрузить демо-компанию' }));
    expect((await screen.findAllByText(/25\s%/)).length).toBeGreaterThan(0);
    const strip = await screen.findByRole('complementary', { name: /Демо-компания заполняется/ });
    fireEvent.click(within(strip).getByRole('button', { name: 'Убрать' }));
    const asked = await screen.findByRole('dialog');
    fireEvent.click(within(asked).getByText('Убрать'));
    await screen.findByRole('button', { name: 'Загрузить демо-компанию' });
    expect(
      server.calls.filter(({ method, path }) => method === 'DELETE' && path === '/demo'),
    ).toHaveLength(1);
  });

  it('says on every screen that it is made up; only who may can remove it', async () => {
    const { server, cache } = await renderConsole({ at: '/people', session: agent });
    await screen.findAllByText('Анна Смирнова');
    server.give('GET /demo', { state: 'ready', done: 9, total: 9, changedAt: null });
    await cache.invalidateQueries({ queryKey: ['demo'] });
    const strip = await screen.findByRole('complementary', { name: /Это демо-компания/ });
    expect(within(strip).queryByRole('button', { name: 'Убрать' })).toBeNull();
  });
});

describe('the first steps', () => {
  it('show what is done, lead to the rest, and what is not needed is set aside', async () => {
    const { server } = await renderConsole({ at: '/welcome' });
    const line = (await screen.findByText(/Сделать резервную копию/)).closest('li') as HTMLElement;
    fireEvent.click(within(line).getByRole('button', { name: 'Как?' }));
    expect(within(line).getByText(/npm run otklik -- backup/)).toBeTruthy();
    fireEvent.click(within(line).getByRole('button', { name: /Не\s+нужно/ }));
    await waitFor(() =>
      expect(server.calls.at(-1) && within(line).queryByText('Всё-таки нужно')).toBeTruthy(),
    );
    const team = screen.getByText('Создать первую команду').closest('li') as HTMLElement;
    expect(within(team).getByRole('link', { name: 'Перейти' }).getAttribute('href')).toBe(
      '/settings/teams',
    );
  });
});

describe('the tour', () => {
  it('is offered to a new agent, led by keys, left and taken up again', async () => {
    const { server, router } = await renderConsole({ session: agent });
    fireEvent.click(await screen.findByRole('button', { name: 'Показать' }));
    const card = await screen.findByRole('region', { name: 'Экскурсия' });
    await waitFor(() => expect(document.activeElement).toBe(card));
    expect(within(card).getByText('Шаг 1 из 6', { normalizer: plain })).toBeTruthy();
    fireEvent.keyDown(card, { key: 'ArrowRight' });
    fireEvent.keyDown(card, { key: 'ArrowRight' });
    fireEvent.keyDown(card, { key: 'ArrowRight' });
    await within(card).findByText(/Всё о\s+клиенте/);
    await waitFor(() => expect(router.state.location.pathname).toBe('/people'));
    fireEvent.keyDown(card, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Экскурсия' })).toBeNull());
    const kept = server.calls.filter(({ path }) => path === '/guide/tours/agent');
    expect(kept.at(-1)?.body).toEqual({ state: 'left', step: 3 });
    expect(screen.queryByRole('button', { name: 'Показать' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Помощь' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Экскурсия' }));
    const again = await screen.findByRole('region', { name: 'Экскурсия' });
    expect(within(again).getByText('Шаг 4 из 6', { normalizer: plain })).toBeTruthy();
    fireEvent.keyDown(again, { key: 'Escape' });
  });

  it('is not pressed upon whoever does not want it', async () => {
    const { server } = await renderConsole({ session: agent });
    fireEvent.click(await screen.findByRole('button', { name: /Не\s+сейчас/ }));
    await waitFor(() => expect(screen.queryByText(/Впервые здесь/)).toBeNull());
    expect(server.calls.at(-1)?.body).toEqual({ state: 'left', step: 0 });
  });
});

describe('a question mark in the settings', () => {
  it('answers in one or two sentences, by key too', async () => {
    await renderConsole({ at: '/settings/roles' });
    const mark = await screen.findByRole('button', { name: /^Что это: / });
    fireEvent.click(mark);
    expect(await screen.findByText(/как далеко он видит/, { normalizer: plain })).toBeTruthy();
  });
});

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
