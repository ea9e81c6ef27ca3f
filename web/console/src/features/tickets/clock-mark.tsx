import {
  IconAlertTriangle,
  IconClock,
  IconHourglassLow,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketClock } from '../../lib/api-types.ts';
import classes from './clock.module.css';
import { clockWords, toneOf } from './clock-words.ts';
import { useMinute } from './use-minute.ts';

// A shape for each, so that nothing is said by colour alone.
const shapes = {
  calm: IconClock,
  soon: IconHourglassLow,
  late: IconAlertTriangle,
  paused: IconPlayerPause,
};

/** What is due next and in how long: by colour, shape and word. */
export function ClockMark({ clock }: { clock: TicketClock }) {
  const { t } = useTranslation();
  const now = useMinute();
  const tone = toneOf(clock, now);
  const Shape = shapes[tone];
  const words = clockWords(t, clock, now);
  const target = t(`tickets.slaTarget.${clock.target}`, {
    defaultValue: clock.target.replaceAll('_', ' '),
  });
  return (
    <span
      className={classes.mark}
      data-tone={tone}
      title={t('tickets.clock.label', { target, words })}
    >
      <Shape size={13} stroke={2} aria-hidden="true" />
      <span className="sr-only">{target}: </span>
      {words}
    </span>
  );
}
