// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/NumberInput.layer.css';
import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const minutesOfHour = 60;
const fewestMinutes = 5;

type Props = Omit<NumberInputProps, 'value' | 'onChange'> & {
  /** Null: none. */
  minutes: number | null;
  onChange: (minutes: number) => void;
  /** Where none may be given; else an emptied field keeps the last one. */
  onClear?: () => void;
};

const hoursOf = (minutes: number | null): number | string =>
  minutes === null ? '' : minutes / minutesOfHour;

/** A time in hours. While it is half typed it stays as typed, and what it was given for keeps the last whole time. */
export function HoursInput({ minutes, onChange, onClear, ...rest }: Props) {
  const { i18n } = useTranslation();
  const [typed, setTyped] = useState(hoursOf(minutes));
  const change = (hours: number | string) => {
    setTyped(hours);
    if (hours === '') {
      onClear?.();
    } else if (Number(hours) > 0) {
      onChange(Math.max(fewestMinutes, Math.round(Number(hours) * minutesOfHour)));
    }
  };
  return (
    <NumberInput
      {...rest}
      min={0.1}
      max={8_760}
      decimalScale={1}
      decimalSeparator={(1.5).toLocaleString(i18n.language).charAt(1)}
      allowedDecimalSeparators={['.', ',']}
      value={typed}
      onChange={change}
      onBlur={() => setTyped(hoursOf(minutes))}
    />
  );
}
