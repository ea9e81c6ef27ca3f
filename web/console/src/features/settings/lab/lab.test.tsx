import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fakeSession } from '../../../test/fake-state.ts';
import { renderConsole } from '../../../test/render-console.tsx';
import { headlinesOf } from './headlines.ts';
import type { LabResult } from './lab-types.ts';

describe('the lab', () => {
  it('takes a change as it stands in the form of a rule', async () => {
    const { server, router } = await renderConsole({ at: '/settings/rules' });
    fireEvent.click(await screen.findByText('Изменить'));
    fireEvent.click(await screen.findByText(/^Проверить на/));
    await waitFor(() => expect(router.state.location.pathname).toBe('/settings/lab'));
    const sent = server.calls.find(({ method, path }) => method === 'POST' && path === '/lab/runs');
    expect(sent?.body).toMatchObject({
      days: 30,
      changes: [{ setting: 'rule', id: 'ru1', version: 1, definition: { enabled: true } }],
    });
  });

  it('says three things first, shows tickets with their reason, and switches the change on', async () => {
    const { server } = await renderConsole({ at: '/settings/lab?run=lr1' });
    expect(await screen.findByText(/^У 21 заявки из 200 была бы другая команда/)).toBeTruthy();
    expect(screen.getByText(/^Ещё у 4 заявок был бы другой исполнитель/)).toBeTruthy();
    expect(screen.getByText('в работе сразу не больше 3 → 5')).toBeTruthy();
    expect(screen.getByText(/^3 опоздавшие заявки успели бы/)).toBeTruthy();
    expect(screen.getByText(/на 18 действий меньше/)).toBeTruthy();
    const line = (await screen.findByText(/#812 Не работает касса/)).closest('li') as HTMLElement;
    expect(within(line).getByText(/сработало бы правило «Касса срочно»/)).toBeTruthy();
    expect(screen.getByText(/Ещё 2 заявки/)).toBeTruthy();
    fireEvent.click(screen.getByText('Включить'));
    const question = await screen.findByText(/Внести изменение/);
    fireEvent.click(within(question.parentElement as HTMLElement).getByText('Включить'));
    await waitFor(() =>
      expect(server.calls.some(({ path }) => path === '/lab/runs/lr1/switch-on')).toBe(true),
    );
  });

  it('lists what was tried, and says so where a run is gone', async () => {
    const session = { ...fakeSession, user: { ...fakeSession.user, locale: 'en' as const } };
    const { server, router } = await renderConsole({ at: '/settings/lab', locale: 'en', session });
    expect(await screen.findByRole('link', { name: 'Касса срочно · 30 days' })).toBeTruthy();
    expect(screen.getByText('done')).toBeTruthy();
    server.refuse('GET /lab/runs/lr9', { status: 404, code: 'lab.run_not_found' });
    await router.navigate({ to: '/settings/lab' as string, search: { run: 'lr9' } as never });
    expect(await screen.findByText('This run is gone.')).toBeTruthy();
  });

  it('says in one sentence that nothing would be different', () => {
    const none = { was: 0, would: 0 };
    const result = {
      tickets: { opened: 7, older: 1, different: 0, turns: 0, incomplete: 0, left: 0 },
      fields: [],
      targets: [],
      effects: [{ kind: 'note', was: 3, would: 3 }],
      byHand: [{ field: 'teamId', was: 2, would: 2 }],
      warnings: none,
      cut: none,
    } as unknown as LabResult;
    expect(headlinesOf(result)).toEqual([{ key: 'nothing', fill: { count: 8 } }]);
  });
});
