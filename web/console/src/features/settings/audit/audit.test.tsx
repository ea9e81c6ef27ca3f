import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../../test/render-console.tsx';
import { differences } from './differences.ts';

describe('what differs between two states of a setting', () => {
  it('is told field by field; what has a name is one thing, lists are whole', () => {
    const before = {
      role: { id: 'r1', name: 'Agent' },
      teams: [],
      settings: { imap: { port: 143 } },
    };
    const after = {
      role: { id: 'r2', name: 'Lead' },
      teams: [{ id: 't1', name: 'First line' }],
      settings: { imap: { port: 143, host: 'mail.test' } },
    };
    expect(differences(before, after)).toEqual([
      { path: ['role'], before: before.role, after: after.role },
      { path: ['teams'], before: [], after: after.teams },
      { path: ['settings', 'imap', 'host'], before: undefined, after: 'mail.test' },
    ]);
  });

  it('leaves out what nobody reads', () => {
    const state = { id: 'x', slug: 'romashka', version: 3, name: 'Ромашка', teams: [], note: null };
    expect(differences(null, state)).toEqual([
      { path: ['name'], before: undefined, after: 'Ромашка' },
    ]);
  });
});

describe('the audit log', () => {
  it('speaks in words and names, not in fields and ids', async () => {
    await renderConsole({ at: '/settings/audit', locale: 'ru' });
    const table = await screen.findByRole('table');
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows[2]).toContain('Изменён сотрудник');
    expect(rows[2]).toMatch(/Роль: Сотрудник\s*Руководитель команды/);
    expect(rows[2]).toMatch(/Команды: ничего\s*Первая линия/);
    expect(rows[2]).toMatch(/Второй фактор: да\s*нет/);
    expect(rows[3]).toContain('Отклик');
    expect(rows[3]).toMatch(/Причина:\s+неверный адрес или пароль/);
    expect(table.textContent).not.toMatch(/totpEnabled|role\.id|\[\]|wrong_credentials|u2/);
  });
});
