import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderConsole } from '../../test/render-console.tsx';

it('an administrator switches off a lost second factor of a colleague, after being asked', async () => {
  const { server } = await renderConsole({ at: '/settings/users' });
  const badge = await screen.findByText('Второй фактор');
  const line = badge.closest('li') as HTMLElement;
  fireEvent.click(within(line).getByRole('button', { name: 'Изменить' }));
  fireEvent.click(await within(line).findByRole('button', { name: 'Выключить второй фактор' }));
  expect(server.calls.some(({ method }) => method === 'PATCH')).toBe(false);
  const question = await screen.findByText(/войдёт только по/);
  fireEvent.click(
    within(question.parentElement as HTMLElement).getByText('Выключить второй фактор'),
  );
  await waitFor(() =>
    expect(server.calls.find(({ method }) => method === 'PATCH')?.body).toEqual({
      version: 1,
      totpEnabled: false,
    }),
  );
});

it('the settings lead back to the first steps', async () => {
  const { router } = await renderConsole({ at: '/settings/users' });
  fireEvent.click(await screen.findByRole('link', { name: 'Первые шаги' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/welcome'));
});
