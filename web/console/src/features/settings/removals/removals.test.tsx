import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderConsole } from '../../../test/render-console.tsx';

const plain = (element: Element | null) => element?.textContent?.replaceAll('\u00A0', ' ') ?? '';
const removal = (parts: object) => ({
  id: 'r1',
  kind: 'rule',
  subjectId: 's1',
  name: 'Касса',
  removedAt: '2026-11-20T09:00:00Z',
  removedBy: 'Анна',
  keptUntil: '2026-12-20T09:00:00Z',
  ...parts,
});

it('a setting is taken out at once, and one key brings it back', async () => {
  const { server } = await renderConsole({ at: '/settings/categories' });
  const [remove] = await screen.findAllByRole('button', { name: /^Удалить: / });
  const name = remove?.getAttribute('aria-label')?.replace('Удалить: ', '');
  server.give('DELETE /categories/c3', { removalId: 'r7' });
  server.give('POST /removals/r7/restore', { kind: 'category', id: 'c3', name });
  fireEvent.click(remove as HTMLElement);
  expect(await screen.findByText(`Удалено: «${name}»`)).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'z', code: 'KeyZ' });
  expect(await screen.findByText(`Возвращено: «${name}»`)).toBeTruthy();
});

it('what was removed is listed with who, when and until when', async () => {
  const { server } = await renderConsole({ at: '/settings/categories' });
  server.give('GET /removals', {
    items: [removal({}), removal({ id: 'r2', kind: 'signature', name: '' })],
    next: null,
  });
  fireEvent.click(await screen.findByRole('link', { name: 'Недавно удалённое' }));
  const line = (await screen.findByText('Касса')).closest('li') as HTMLElement;
  expect(plain(line)).toMatch(/Правило · кто удалил: Анна, .+ · хранится до 20\.12\.2026/);
  expect(screen.getByText('Для всех')).toBeTruthy();
  server.give('POST /removals/r1/restore', { kind: 'rule', id: 's1', name: 'Касса' });
  fireEvent.click(within(line).getByRole('button', { name: 'Вернуть: Касса' }));
  expect(await screen.findByText('Возвращено: «Касса»')).toBeTruthy();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Вернуть: Для всех');
  expect(screen.getByRole('button', { name: 'Показать' })).toBeTruthy();
});

it('a refusal says what has to come back first', async () => {
  const { server } = await renderConsole({ at: '/settings/categories' });
  server.give('GET /removals', { items: [removal({ kind: 'macro' })], next: null });
  server.refuse('POST /removals/r1/restore', {
    status: 409,
    code: 'removal.names_removed',
    detail: 'Ответ кассирам',
  });
  fireEvent.click(await screen.findByRole('link', { name: 'Недавно удалённое' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Вернуть: Касса' }));
  expect(await screen.findByText(/Для этого нужно «Ответ кассирам»/)).toBeTruthy();
});

it('an empty list says how things get there; a kind narrows it', async () => {
  const { server } = await renderConsole({ at: '/settings/categories' });
  server.give('GET /removals', { items: [], next: null });
  fireEvent.click(await screen.findByRole('link', { name: 'Недавно удалённое' }));
  expect(await screen.findByText(/ничего не.удаляли/)).toBeTruthy();
  fireEvent.change(await screen.findByLabelText('Что именно'), { target: { value: 'rule' } });
  expect(await screen.findByText(/ничего такого не.удаляли/)).toBeTruthy();
  await waitFor(() =>
    expect(
      server.calls.some(({ path, query }) => path === '/removals' && query.includes('kind=rule')),
    ).toBe(true),
  );
});

it('a removed category is no longer listed', async () => {
  const { server } = await renderConsole({ at: '/settings/teams' });
  const named = (id: string, name: string, archived: boolean) => ({
    id,
    name,
    archived,
    parentId: null,
    version: 1,
  });
  server.give('GET /categories', {
    items: [named('c1', 'Кассы', false), named('c2', 'Весы', true)],
    next: null,
  });
  fireEvent.click(await screen.findByRole('link', { name: /^Категории/ }));
  expect(await screen.findByRole('button', { name: 'Удалить: Кассы' })).toBeTruthy();
  expect(screen.queryByText('Весы')).toBeNull();
});
