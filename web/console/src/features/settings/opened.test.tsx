import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Opened } from './opened.tsx';

type Kept = { version: number; name: string };

function Form({ kept }: { kept: Kept }) {
  const [name, setName] = useState(kept.name);
  return (
    <>
      <input aria-label="name" value={name} onChange={(event) => setName(event.target.value)} />
      <output>{kept.version}</output>
    </>
  );
}
const shown = (of: Kept) => (
  <MantineProvider env="test">
    <Opened of={of}>{(opened) => <Form kept={opened} />}</Opened>
  </MantineProvider>
);
const name = () => screen.getByLabelText<HTMLInputElement>('name');
const sentAsOf = () => document.querySelector('output')?.textContent;

it('what one writes stays when others save meanwhile, and is saved over theirs only when one says so', async () => {
  const { rerender } = render(shown({ version: 1, name: 'A' }));
  rerender(shown({ version: 2, name: 'B' }));
  expect(name().value).toBe('B');
  fireEvent.input(name(), { target: { value: 'Mine' } });
  rerender(shown({ version: 3, name: 'C' }));
  expect([name().value, sentAsOf()]).toEqual(['Mine', '2']);
  const [, mine] = await screen.findAllByRole('button');
  fireEvent.click(mine as HTMLElement);
  expect([name().value, sentAsOf()]).toEqual(['Mine', '3']);
  rerender(shown({ version: 4, name: 'D' }));
  const [theirs] = await screen.findAllByRole('button');
  fireEvent.click(theirs as HTMLElement);
  expect([name().value, sentAsOf()]).toEqual(['D', '4']);
});
