import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { addWords, i18n, speak, startI18n } from '../../lib/i18n.ts';
import { setTransport } from '../../lib/client.ts';
import { sessionQuery } from '../../lib/session.ts';
import { makeFakeServer } from '../../test/fake-server.ts';
import { ConditionBuilder } from './condition-builder.tsx';
import type { Condition } from './fields.data.ts';
import { everything, type ConditionErrors } from './tree.ts';
import { conditionWords } from './words.ts';

afterEach(cleanup);

type Shown = { value?: Condition; errors?: ConditionErrors; locale?: 'ru' | 'en' };

async function show({ value = everything, errors = {}, locale = 'ru' }: Shown = {}) {
  setTransport(makeFakeServer().transport);
  await addWords(conditionWords);
  if (!i18n.isInitialized) {
    await startI18n(locale);
  }
  await speak(locale);
  let now = value;
  function Holder() {
    const [tree, setTree] = useState(value);
    now = tree;
    return <ConditionBuilder value={tree} onChange={setTree} errors={errors} />;
  }
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await cache.ensureQueryData(sessionQuery);
  cache.setQueryData(['workflow', 'fields'], ownFields);
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider>
        <Holder />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { tree: () => now };
}

const own = { otherLabel: null, types: [], version: 1 };
const ownFields = [
  { ...own, id: '1', name: 'till', label: 'Model', kind: 'choice', choices: ['КТ-11'] },
  { ...own, id: '2', name: 'bought', label: 'Bought', kind: 'date', choices: [] },
];

const set = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
/** Those of conditions; the fields of a list of choices are groups too. */
const groups = () => document.querySelectorAll('fieldset');
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const twoWords: Condition = {
  all: [
    { field: 'text', operator: 'any', values: ['касса'] },
    { any: [{ field: 'subject', operator: 'none', values: ['спасибо'] }] },
  ],
};

describe('conditions', () => {
  it('grow by a condition and a group, three deep and no deeper', async () => {
    const { tree } = await show();
    press('Добавить условие');
    for (const depth of [2, 3]) {
      const buttons = screen.getAllByRole('button', { name: 'Добавить группу' });
      // The innermost stands before the ones that hold it.
      fireEvent.click(buttons[0] as HTMLElement);
      expect(groups()).toHaveLength(depth);
    }
    expect(screen.getAllByRole('button', { name: 'Добавить группу' })).toHaveLength(2);
    const leaf = { field: 'text', operator: 'any', values: [] };
    expect(tree()).toEqual({ all: [leaf, { any: [leaf, { any: [leaf] }] }] });
  });

  it('have a name for every control, and no control that keys pass by', async () => {
    await show({ value: twoWords });
    const controls = [
      ...screen.getAllByRole('button'),
      ...screen.getAllByRole('combobox'),
      ...document.querySelectorAll<HTMLElement>('input:not([type=hidden])'),
    ].filter((control) => !control.closest('.mantine-Pill-root'));
    for (const control of controls) {
      const labelled = document.getElementById(control.getAttribute('aria-labelledby') ?? '');
      const name = control.getAttribute('aria-label') ?? labelled?.textContent;
      expect(name || control.textContent).toBeTruthy();
      expect(control.tabIndex).toBe(0);
    }
  });

  it('say what is wrong inside the condition that it belongs to', async () => {
    await show({ value: twoWords, errors: { 'all.1.any.0.values': 'Слишком длинно' } });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toBe('Слишком длинно');
    const row = alert.closest('li') as HTMLElement;
    expect(
      within(row)
        .getByLabelText('С чем сравнить «Тема»', { selector: 'input' })
        .getAttribute('aria-invalid'),
    ).toBe('true');
    expect((within(row).getByLabelText('О чём условие') as HTMLSelectElement).value).toBe(
      'subject',
    );
  });

  it('ask for nothing to compare with where a field is to be empty', async () => {
    const { tree } = await show();
    press('Добавить условие');
    set(screen.getByLabelText('О чём условие'), 'team');
    set(screen.getByLabelText('Как сравнить «Команда»'), 'empty');
    expect(screen.queryByLabelText('С чем сравнить «Команда»')).toBeNull();
    expect(tree()).toEqual({ all: [{ field: 'team', operator: 'empty' }] });
  });

  it('speak English too', async () => {
    await show({ value: twoWords, locale: 'en' });
    expect(screen.getByRole('button', { name: 'Remove the condition “Subject”' })).toBeTruthy();
    const words = document.querySelector('fieldset')?.textContent ?? '';
    expect(words.replaceAll(/касса|спасибо/g, '')).not.toMatch(/[а-яё]/iu);
    press('Remove the group of conditions');
    expect(groups()).toHaveLength(1);
  });

  it('offer own fields by their names, compared as their kind is', async () => {
    const { tree } = await show();
    press('Добавить условие');
    set(screen.getByLabelText('О чём условие'), 'own:bought');
    expect(tree()).toMatchObject({ all: [{ field: 'own', name: 'bought' }] });
    const how = screen.getByLabelText('Как сравнить «Bought»');
    expect(within(how).queryByText('содержит')).toBeNull();
    set(how, 'at_least');
    expect(screen.getByLabelText<HTMLInputElement>(/С чем сравнить/).type).toBe('date');
  });
});
