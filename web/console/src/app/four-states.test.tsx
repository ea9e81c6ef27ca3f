import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../test/render-console.tsx';

type Case = { at: string; path: string; full: string | RegExp; empty: RegExp | null };

/** Of agents and roles there is always one: who looks at them. */
const screens: Case[] = [
  {
    at: '/settings/channels',
    path: '/channels',
    full: 'support@romashka.example',
    empty: /Ящиков пока нет/,
  },
  { at: '/settings/letters', path: '/inbound', full: 'Исходник', empty: /Карантин пуст/ },
  { at: '/settings/users', path: '/users', full: 'Пётр Ильин', empty: null },
  { at: '/settings/teams', path: '/teams', full: 'Вторая линия', empty: /Команд пока нет/ },
  { at: '/settings/roles', path: '/roles', full: 'Подрядчик', empty: null },
  { at: '/settings/tokens', path: '/tokens', full: 'Касса', empty: /Ключей пока нет/ },
  { at: '/settings/audit', path: '/audit', full: 'Ольга Власова', empty: /Изменений пока/ },
  {
    at: '/settings/sla',
    path: '/sla-policies',
    full: 'Важные клиенты',
    empty: /Сроков пока никто не/,
  },
  {
    at: '/settings/rules',
    path: '/rules',
    full: 'Касса срочно',
    empty: /Правил пока нет/,
  },
  {
    at: '/settings/calendars',
    path: '/calendars',
    full: 'Рабочее время',
    empty: /Календарей пока нет/,
  },
  {
    at: '/settings/templates',
    path: '/templates',
    full: 'Возврат денег',
    empty: /Шаблонов пока нет/,
  },
  {
    at: '/settings/routing',
    path: '/routing-rules',
    full: 'Кассы на первую линию',
    empty: /Правил распределения пока нет/,
  },
  {
    at: '/settings/routing#people',
    path: '/routing-agents',
    full: 'Эквайринг',
    empty: /С заявками пока никто не может работать/,
  },
  {
    at: '/settings/availability',
    path: '/absences',
    full: /замещает Пётр Ильин/,
    empty: /Все на месте/,
  },
  {
    at: '/settings/availability?part=duty',
    path: '/duty',
    full: 'Ольга Власова → Пётр Ильин',
    empty: /Пока никто не дежурит/,
  },
  {
    at: '/settings/availability?part=hours',
    path: '/schedules',
    full: /18:00–22:00/,
    empty: /Здесь пока никого нет/,
  },
  {
    at: '/settings/lab',
    path: '/lab/runs',
    full: 'Касса срочно · 30 дней',
    empty: /Пока ничего не проверяли/,
  },
  { at: '/people', path: '/people', full: 'Анна Смирнова', empty: /Клиентов пока нет/ },
  {
    at: '/organizations',
    path: '/organizations',
    full: 'ООО «Ромашка»',
    empty: /Организаций пока нет/,
  },
];

/** Stands elsewhere first, so that the server can be told how to behave. */
async function renderElsewhere() {
  const view = await renderConsole({ at: '/settings/profile' });
  await screen.findByRole('heading', { name: 'Мой профиль' });
  return { ...view, go: (to: string) => view.router.navigate({ href: to } as never) };
}

describe.each(screens)('$at', ({ at, path, full, empty }) => {
  it('shows the shape of what is coming while it loads', async () => {
    const { server, go, container } = await renderElsewhere();
    server.silence(`GET ${path}`);
    await go(at);
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).not.toBeNull());
    expect(screen.queryByText(full)).toBeNull();
  });
  it('shows what there is', async () => {
    await renderConsole({ at });
    expect((await screen.findAllByText(full)).length).toBeGreaterThan(0);
  });
  it('says what happened when the server fails, and tries again', async () => {
    const { server, go } = await renderElsewhere();
    server.refuse(`GET ${path}`, { status: 503, code: 'database.unavailable' });
    await go(at);
    expect(await screen.findByText(/Сервер временно недоступен/)).toBeTruthy();
    server.mend(`GET ${path}`);
    fireEvent.click(screen.getByRole('button', { name: 'Повторить' }));
    expect((await screen.findAllByText(full)).length).toBeGreaterThan(0);
  });
  it.runIf(empty !== null)('says what to do next when there is nothing', async () => {
    const { server, go } = await renderElsewhere();
    server.give(`GET ${path}`, { items: [], next: null });
    await go(at);
    expect(await screen.findByText(empty ?? '')).toBeTruthy();
  });
});
