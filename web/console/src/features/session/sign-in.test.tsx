import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../test/render-console.tsx';
import { safeNext } from './sign-in.tsx';

async function fill(email: string, password: string) {
  fireEvent.change(await screen.findByLabelText(/^Почта/), { target: { value: email } });
  fireEvent.change(screen.getByLabelText(/^Пароль/), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: 'Войти' }));
}

describe('signing in', () => {
  it('is asked for first, and then leads where one wanted to go', async () => {
    const { router } = await renderConsole({ at: '/people', session: null });
    await fill('olga@romashka.example', 'secret');
    await waitFor(() => expect(router.state.location.pathname).toBe('/people'));
  });
  it('says in words that the password is wrong', async () => {
    await renderConsole({ session: null });
    await fill('olga@romashka.example', 'guess');
    expect(await screen.findByText('Неверная почта или пароль.')).toBeTruthy();
  });
  it('asks for the code of those who have a second factor', async () => {
    const { router } = await renderConsole({ session: null });
    await fill('totp@romashka.example', 'secret');
    const code = await screen.findByLabelText(/Код из/);
    fireEvent.change(code, { target: { value: '123456' } });
    fireEvent.click(screen.getByRole('button', { name: 'Войти' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/tickets'));
  });
  it('never leads to another site', () => {
    expect(safeNext('//evil.example')).toBe('/');
    expect(safeNext('/\\evil.example')).toBe('/');
    expect(safeNext('https://evil.example')).toBe('/');
    expect(safeNext('/tickets/5?view=mine')).toBe('/tickets/5?view=mine');
  });
});
