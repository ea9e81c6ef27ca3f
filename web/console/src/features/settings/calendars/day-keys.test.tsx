import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useDayKeys } from './day-keys.ts';

function Days({ year }: { year: number }) {
  const { reached, onFocus, onKeyDown } = useDayKeys(year);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys that its buttons have heard
    <div onFocus={onFocus} onKeyDown={onKeyDown}>
      {Array.from({ length: 365 }, (_, day) => {
        const date = new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10);
        return (
          <button key={date} type="button" data-date={date} tabIndex={date === reached ? 0 : -1}>
            {date}
          </button>
        );
      })}
    </div>
  );
}

const stops = () =>
  screen
    .getAllByRole('button')
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent);
const press = (key: string) => {
  fireEvent.keyDown(document.activeElement as Element, { key });
  return document.activeElement?.textContent;
};

it('a year is one stop of Tab, and arrows lead from day to day, by weeks and by months', () => {
  render(<Days year={2027} />);
  expect(stops()).toEqual(['2027-01-01']);
  screen.getByText('2027-01-01').focus();
  expect(press('ArrowRight')).toBe('2027-01-02');
  expect(press('ArrowDown')).toBe('2027-01-09');
  expect(press('Home')).toBe('2027-01-04');
  expect(press('End')).toBe('2027-01-10');
  expect(press('ArrowUp')).toBe('2027-01-03');
  screen.getByText('2027-01-31').focus();
  expect(press('PageDown')).toBe('2027-02-28');
  expect(press('PageUp')).toBe('2027-01-28');
  expect(stops()).toEqual(['2027-01-28']);
  // The year ends where its days do.
  screen.getByText('2027-01-01').focus();
  expect(press('ArrowLeft')).toBe('2027-01-01');
});
