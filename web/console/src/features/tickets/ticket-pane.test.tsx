import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../test/render-console.tsx';

const press = (key: string, code: string) => fireEvent.keyDown(document.body, { key, code });
const opened = { at: '/tickets/1100?view=open' };
const subject = () => screen.findByRole('button', { name: 'Не включается касса после обновления' });
const reply = () => screen.findByRole('textbox', { name: 'Ответ клиенту' });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Отправить' }));

describe('a ticket', () => {
  it('shows who wrote what, a note apart from an answer, and a stranger as a new participant', async () => {
    await renderConsole(opened);
    expect(
      await screen.findByRole('article', { name: /Сообщение от\sклиента: Анна Смирнова/ }),
    ).toBeTruthy();
    const note = screen.getByRole('article', { name: /Внутренняя заметка: Пётр Ильин/ });
    expect(within(note).getByText('Внутренняя заметка')).toBeTruthy();
    const stranger = screen.getByRole('article', { name: /Игорь Соколов/ });
    expect(within(stranger).getByText('Новый участник')).toBeTruthy();
  });
  it('says in words why an answer did not leave, and sends it again', async () => {
    const { server } = await renderConsole(opened);
    expect(await screen.findByText(/такого адреса нет/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Отправить ещё раз' }));
    await waitFor(() =>
      expect(server.calls.some((call) => call.path.endsWith('/retry'))).toBe(true),
    );
  });
  it('that does not exist is said to be missing', async () => {
    await renderConsole({ at: '/tickets/999999' });
    expect(await screen.findByText(/Такой заявки нет/)).toBeTruthy();
  });
  it('is taken over by one key, seen at once, undone by one click', async () => {
    const { server } = await renderConsole(opened);
    await subject();
    press('a', 'KeyA');
    expect(await screen.findByText('Заявка теперь ваша')).toBeTruthy();
    const patch = server.calls.find((call) => call.method === 'PATCH');
    expect(patch?.body).toEqual({ assigneeId: 'u1', version: 1 });
    fireEvent.click(screen.getByRole('button', { name: 'Вернуть' }));
    await waitFor(() => expect(server.state.find('1100').assignee).toBeNull());
  });
  it('goes to somebody absent only when that is meant, else to the substitute by Enter', async () => {
    const { server } = await renderConsole(opened);
    const there = {
      state: 'available',
      until: null,
      lastDay: null,
      substitute: null,
      onDuty: false,
    };
    server.give('GET /availability', {
      items: [
        {
          ...there,
          user: { id: 'u2', name: 'Пётр Ильин' },
          state: 'absent',
          until: '2026-12-05T21:00:00Z',
          lastDay: '2026-12-05',
          substitute: { id: 'u3', name: 'Мария' },
        },
      ],
      next: null,
    });
    await subject();
    const choose = async () => {
      press('i', 'KeyI');
      fireEvent.click(await screen.findByRole('option', { name: /Пётр Ильин/, hidden: true }));
      return screen.findByRole('dialog', { name: /Пётр Ильин отсутствует до/ });
    };
    const patches = () => server.calls.filter(({ method }) => method === 'PATCH');
    const substitute = within(await choose()).getByRole('button', { name: 'Передать: Мария' });
    await waitFor(() => expect(document.activeElement).toBe(substitute));
    expect(patches()).toEqual([]);
    fireEvent.click(substitute);
    await waitFor(() => expect(patches().at(-1)?.body).toMatchObject({ assigneeId: 'u3' }));
    await choose();
    fireEvent.click(screen.getByRole('button', { name: 'Всё равно: Пётр Ильин' }));
    await waitFor(() => expect(patches().at(-1)?.body).toMatchObject({ assigneeId: 'u2' }));
  });
  it('keeps a change that met a colleague’s change of another field', async () => {
    const { server } = await renderConsole(opened);
    await subject();
    server.state.change(server.state.find('1100'), { priority: 'low' });
    press('e', 'KeyE');
    await waitFor(() => expect(server.state.find('1100').status).toBe('solved'));
    expect(server.state.find('1100').priority).toBe('low');
  });
  it('tells when a colleague changed the same field meanwhile', async () => {
    const { server } = await renderConsole(opened);
    await subject();
    server.state.change(server.state.find('1100'), { status: 'pending' });
    press('e', 'KeyE');
    expect(await screen.findByText(/это же поле изменил другой сотрудник/)).toBeTruthy();
    expect(server.state.find('1100').status).toBe('pending');
  });
});

describe('the answer', () => {
  it('is sent and stands in the conversation', async () => {
    const { server } = await renderConsole(opened);
    fireEvent.change(await reply(), { target: { value: 'Инженер уже едет.' } });
    fireEvent.keyDown(await reply(), { key: 'Enter', code: 'Enter', ctrlKey: true });
    expect(await screen.findByText('Инженер уже едет.', { selector: 'p' })).toBeTruthy();
    const sent = server.calls.find((call) => call.method === 'POST');
    expect(sent?.body).toMatchObject({
      body: 'Инженер уже едет.',
      visibility: 'public',
      undoSeconds: 10,
      lastSeenMessageId: expect.any(String),
    });
  });
  it('keeps its text when it is refused, and its key when it is repeated', async () => {
    const { server } = await renderConsole(opened);
    const path = 'POST /tickets/ticket-0/messages';
    server.refuse(path, { status: 503, code: 'database.unavailable' });
    fireEvent.change(await reply(), { target: { value: 'Важный ответ' } });
    send();
    expect(await screen.findByText(/Текст сохранён/)).toBeTruthy();
    expect(((await reply()) as HTMLTextAreaElement).value).toBe('Важный ответ');
    server.mend(path);
    send();
    expect(await screen.findByText('Важный ответ', { selector: 'p' })).toBeTruthy();
    const keys = server.calls.filter((call) => call.method === 'POST').map((call) => call.key);
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(2);
  });
  it('is kept as a draft for this ticket', async () => {
    const first = await renderConsole(opened);
    fireEvent.change(await reply(), { target: { value: 'Не дописал' } });
    first.unmount();
    await renderConsole(opened);
    expect(((await reply()) as HTMLTextAreaElement).value).toBe('Не дописал');
  });
  it('never goes to the customer as a note', async () => {
    const { server } = await renderConsole(opened);
    await subject();
    press('n', 'KeyN');
    const field = await screen.findByRole('textbox', { name: 'Внутренняя заметка' });
    fireEvent.change(field, { target: { value: 'Только для нас' } });
    fireEvent.click(screen.getByRole('button', { name: 'Сохранить заметку' }));
    await waitFor(() =>
      expect(server.calls.find((call) => call.method === 'POST')?.body['visibility']).toBe(
        'internal',
      ),
    );
  });
  it('is not sent to what is not an address', async () => {
    const { server } = await renderConsole(opened);
    fireEvent.change(await reply(), { target: { value: 'Текст' } });
    fireEvent.click(screen.getByRole('button', { name: 'Добавить копию' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Копия' }), {
      target: { value: 'директор' },
    });
    send();
    expect(await screen.findByText('Проверьте адреса в копии.')).toBeTruthy();
    expect(server.calls.some((call) => call.method === 'POST')).toBe(false);
  });
});
