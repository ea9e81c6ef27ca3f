import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../test/render-console.tsx';

const press = (key: string, code: string, more: object = {}) =>
  fireEvent.keyDown(document.body, { key, code, ...more });
const list = () => screen.findByRole('list', { name: 'Список заявок' });

const act = (state: string, counts: object = {}) => ({
  id: 'b1',
  state,
  total: 2,
  counts: { waiting: 0, changed: 0, same: 0, kept: 0, refused: 0, cancelled: 0, ...counts },
  changes: {},
  by: { id: 'u1', name: 'Ольга' },
  undoOf: null,
  undoneBy: null,
  undoable: true,
  createdAt: new Date().toISOString(),
  finishedAt: null,
});

describe('many tickets', () => {
  it('are chosen by x and solved by e, with the way back', async () => {
    const { server } = await renderConsole({ at: '/tickets?view=open' });
    server.give('GET /bulk-acts', { items: [], next: null });
    server.give('POST /bulk-acts', act('running'));
    server.give('GET /bulk-acts/b1', act('done', { changed: 2 }));
    await list();
    press('x', 'KeyX');
    press('j', 'KeyJ');
    press('j', 'KeyJ');
    await waitFor(() => {
      press('о', 'KeyX', { shiftKey: true });
      expect(screen.getByText(/Выделено 2/)).toBeTruthy();
    });
    press('e', 'KeyE');
    expect(await screen.findByText(/Изменено 2/)).toBeTruthy();
    const sent = server.calls.find((call) => call.path === '/bulk-acts' && call.method === 'POST');
    expect(sent?.body).toMatchObject({ changes: { status: 'solved' } });
    expect(sent?.body).toMatchObject({
      tickets: { ids: [expect.any(String), expect.any(String)] },
    });
    server.give('POST /bulk-acts/b1/undo', { ...act('running'), id: 'b2', undoOf: 'b1' });
    server.give('GET /bulk-acts/b2', { ...act('done', { changed: 2 }), id: 'b2', undoOf: 'b1' });
    press('z', 'KeyZ');
    expect(await screen.findByText(/Возвращено 2/)).toBeTruthy();
  });

  it('are the whole view by Ctrl+A, but for the ones taken out, and nothing by Escape', async () => {
    const { server } = await renderConsole({ at: '/tickets?view=open' });
    server.give('GET /bulk-acts', { items: [], next: null });
    server.give('POST /bulk-acts', act('running'));
    server.give('GET /bulk-acts/b1', act('done', { changed: 1, refused: 1 }));
    const rows = await list();
    press('a', 'KeyA', { ctrlKey: true });
    expect(await screen.findByText(/Выделено 30/)).toBeTruthy();
    press('Escape', 'Escape');
    await waitFor(() => expect(screen.queryByText(/Выделено/)).toBeNull());
    press('a', 'KeyA', { ctrlKey: true });
    const [first] = within(rows).getAllByRole('checkbox');
    fireEvent.click(first as HTMLElement);
    expect(await screen.findByText(/Выделено 29/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Взять себе' }));
    expect(await screen.findByText(/Не удалось изменить: 1/)).toBeTruthy();
    const sent = server.calls.find((call) => call.path === '/bulk-acts' && call.method === 'POST');
    expect(sent?.body).toMatchObject({
      changes: { assigneeId: 'u1' },
      tickets: { matching: { status: ['any_open'] } },
    });
  });

  it('are answered together by r, and the answer says that it stays', async () => {
    const { server } = await renderConsole({ at: '/tickets?view=open' });
    server.give('GET /bulk-acts', { items: [], next: null });
    server.give('POST /bulk-acts', act('running'));
    server.give('GET /bulk-acts/b1', { ...act('done', { changed: 1 }), undoable: false });
    await list();
    press('x', 'KeyX');
    await screen.findByText(/Выделена 1/);
    press('r', 'KeyR');
    const text = await screen.findByRole('textbox', { name: 'Текст', hidden: true });
    fireEvent.change(text, { target: { value: 'Починили' } });
    fireEvent.click(screen.getByRole('button', { name: /Ответить и\sрешить/, hidden: true }));
    expect(await screen.findByText(/Сказанное не\sотменяется/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Вернуть' })).toBeNull();
    const sent = server.calls.find((call) => call.path === '/bulk-acts' && call.method === 'POST');
    expect(sent?.body).toMatchObject({
      changes: { answer: { body: 'Починили', status: 'solved' } },
    });
  });

  it('get an own field, and what it cannot hold is said at the field while all stays chosen', async () => {
    const { server } = await renderConsole({ at: '/tickets?view=open' });
    server.give('GET /bulk-acts', { items: [], next: null });
    const field = { id: 'f1', name: 'sum', kind: 'number', label: 'Сумма', otherLabel: null };
    server.give('GET /fields', { items: [{ ...field, choices: [], types: ['task'] }], next: null });
    server.refuse('POST /bulk-acts', {
      status: 422,
      code: 'own_field.wrong_value',
      errors: [{ field: 'changes.fields.sum', code: 'not_a_number' }],
    });
    await list();
    press('x', 'KeyX');
    await screen.findByText(/Выделена 1/);
    fireEvent.click(screen.getByRole('button', { name: 'Ещё…' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Своё поле…' }));
    expect(await screen.findByText(/Есть только у заявок этих типов: Задача/)).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: 'Сумма' }), { target: { value: '7' } });
    fireEvent.click(screen.getByRole('button', { name: 'Записать' }));
    expect(await screen.findByText(/Нужно число/)).toBeTruthy();
    const sent = server.calls.find((call) => call.path === '/bulk-acts' && call.method === 'POST');
    expect(sent?.body).toMatchObject({ changes: { fields: { sum: 7 } } });
    expect(screen.getAllByText(/Выделена 1/)).toHaveLength(2);
  });

  it('move the counters at once when one of them is solved', async () => {
    const { server } = await renderConsole({ at: '/tickets/1100?view=open' });
    await list();
    const open = await screen.findByRole('link', { name: /Все открытые\s*30/ });
    server.silence('PATCH /tickets/ticket-0');
    await screen.findByRole('heading', { name: /Не включается касса/ });
    press('e', 'KeyE');
    await waitFor(() => expect(open.textContent).toMatch(/29$/));
  });
});

describe('the filter', () => {
  it('is a sentence: a condition is added, stands in the address, and the question is saved', async () => {
    const { server, router } = await renderConsole({ at: '/tickets?view=open' });
    server.give('POST /views', { id: 'v9', name: 'Срочное' });
    await list();
    press('f', 'KeyF');
    fireEvent.click(await screen.findByRole('option', { name: 'Приоритет' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Срочный' }));
    await waitFor(() =>
      expect(router.state.location.search).toMatchObject({
        from: 'open',
        status: 'any_open',
        priority: 'urgent',
      }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Сохранить…' }));
    fireEvent.change(await screen.findByLabelText('Название'), { target: { value: 'Срочное' } });
    fireEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ view: 'v9' }));
    const sent = server.calls.find((call) => call.path === '/views' && call.method === 'POST');
    expect(sent?.body).toMatchObject({
      name: 'Срочное',
      filter: { status: ['any_open'], priority: ['urgent'] },
      sharing: 'own',
    });
  });
});
