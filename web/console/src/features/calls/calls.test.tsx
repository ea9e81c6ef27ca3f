import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../test/render-console.tsx';
import { noCall, reachOf, requesterOf } from './call-draft.ts';

const anna = {
  id: 'p1',
  name: 'Анна Смирнова',
  organization: null,
  branch: null,
  contacts: [{ id: 'c1', kind: 'phone', value: '+7 912 345-67-89' }],
  locale: null,
  note: '',
  vip: false,
  vipLevel: 0,
  favouriteChannel: null,
  timeZone: null,
  quietHours: null,
  mergedInto: null,
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
};

/** Stands on a screen without fields and presses the one key. */
async function openCall(found: unknown[] = [anna], scripts: unknown[] = []) {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
  const view = await renderConsole({ at: '/settings/profile' });
  await screen.findByRole('heading', { name: 'Мой профиль' });
  view.server.give('GET /people/suggestions', { items: found });
  view.server.give('GET /talk-scripts', { items: scripts, next: null });
  fireEvent.keyDown(document.body, { key: 'v', code: 'KeyV' });
  const who = await screen.findByPlaceholderText('Телефон, имя или почта');
  const posted = () => view.server.calls.filter(({ method }) => method === 'POST');
  return { ...view, who, posted };
}

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const enter = (field: HTMLElement, more: object = {}) =>
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', ...more });

describe('a call', () => {
  it('is registered with four keys beside the text', async () => {
    const { who, posted } = await openCall();
    type(who, '8912345');
    await screen.findByText('Анна Смирнова');
    enter(who);
    const subject = await screen.findByLabelText(/Тема/);
    await screen.findByText('Другой человек');
    type(subject, 'Сломался станок');
    enter(subject, { ctrlKey: true });
    await waitFor(() => expect(posted()).toHaveLength(1));
    expect(posted()[0]).toMatchObject({
      path: '/tickets',
      body: {
        subject: 'Сломался станок',
        body: 'Сломался станок',
        channel: 'phone',
        requester: { id: 'p1' },
      },
    });
    expect(await screen.findByText(/записана/)).toBeTruthy();
    expect(localStorage.getItem('otklik.call')).toBeNull();
  });

  it('can be guided: what the talk sets is in the ticket, and which way it went is noted', async () => {
    const end = { answers: [], next: null, templateId: null };
    const { who, posted } = await openCall(
      [anna],
      [
        {
          id: 's1',
          name: 'Касса',
          steps: [
            { ...end, id: 'a', text: 'Горит?', answers: [{ text: 'Нет', next: 'b' }], sets: null },
            {
              ...end,
              id: 'b',
              text: 'Пришлём мастера.',
              sets: { priority: 'high', addTags: ['касса'] },
            },
          ],
        },
      ],
    );
    type(who, '8912345');
    await screen.findByText('Анна Смирнова');
    enter(who);
    fireEvent.click(await screen.findByPlaceholderText('Начать сценарий'));
    fireEvent.click(await screen.findByRole('option', { name: 'Касса', hidden: true }));
    fireEvent.click(await screen.findByRole('button', { name: 'Нет' }));
    expect(screen.getByText('Пришлём мастера.')).toBeTruthy();
    const subject = screen.getByLabelText(/Тема/);
    type(subject, 'Не включается');
    enter(subject, { ctrlKey: true });
    await waitFor(() => expect(posted()).toHaveLength(2));
    expect(posted()[0]?.body).toMatchObject({ priority: 'high', tags: ['касса'] });
    expect(posted()[1]?.path).toMatch(/^\/tickets\/\d+\/talk-scripts\/s1\/path$/);
    expect(posted()[1]?.body).toEqual({ taken: [{ step: 'a', answer: 0 }] });
  });

  it('taken down faster than the server answers is taken down all the same', async () => {
    const { who } = await openCall();
    type(who, 'Смирнова');
    enter(who);
    expect(await screen.findByText('Другой человек')).toBeTruthy();
  });

  it('of a visitor, solved at once, by somebody nobody knew', async () => {
    const { who, posted } = await openCall([]);
    fireEvent.keyDown(who, { key: '2', code: 'Digit2', altKey: true });
    type(who, '+7 999 111-22-33');
    await screen.findByText('Новый клиент: +7 999 111-22-33');
    enter(who);
    type(await within(screen.getByRole('dialog')).findByLabelText('Имя'), 'Борис');
    const subject = screen.getByLabelText(/Тема/);
    type(subject, 'Адрес склада');
    enter(subject, { ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(posted()).toHaveLength(1));
    expect(posted()[0]?.body).toMatchObject({
      channel: 'visit',
      status: 'solved',
      assigneeId: 'u1',
      requester: { phone: '+7 999 111-22-33', name: 'Борис' },
    });
  });

  it('is not lost when the server does not take it', async () => {
    const { who, server, posted } = await openCall();
    server.refuse('POST /tickets', { status: 503, code: 'database.unavailable' });
    type(who, '8912');
    await screen.findByText('Анна Смирнова');
    enter(who);
    const subject = await screen.findByLabelText(/Тема/);
    await screen.findByText('Другой человек');
    type(subject, 'Важное');
    enter(subject, { ctrlKey: true });
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(localStorage.getItem('otklik.call')).toContain('Важное');
    server.mend('POST /tickets');
    enter(subject, { ctrlKey: true });
    await waitFor(() => expect(posted()).toHaveLength(2));
    // The same key: had the first one arrived after all, there would still be one ticket.
    expect(posted()[1]?.key).toBe(posted()[0]?.key);
  });

  it('without a person or a subject says what is missing', async () => {
    const { who, posted } = await openCall();
    enter(who, { ctrlKey: true });
    expect(await screen.findByText(/Укажите, кто это/)).toBeTruthy();
    expect(screen.getByText('Укажите тему')).toBeTruthy();
    expect(posted()).toHaveLength(0);
  });
});

describe('who calls', () => {
  it.each([
    ['+7 912 345', 'phone'],
    ['89123456789', 'phone'],
    ['(495) 123-45-67', 'phone'],
    ['a@b.test', 'email'],
    ['Иван 2', 'name'],
    ['12', 'name'],
  ])('%s is a %s', (typed, kind) => expect(reachOf(typed)).toBe(kind));

  it('of whom only a name is known is added first', () => {
    expect(requesterOf({ ...noCall, fresh: 'Борис' })).toBeNull();
    expect(requesterOf({ ...noCall, fresh: 'Борис', more: 'b@c.test' })).toEqual({
      email: 'b@c.test',
      name: 'Борис',
    });
  });
});
