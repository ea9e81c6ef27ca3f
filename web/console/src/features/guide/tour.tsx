import { ActionIcon, Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnTour, useTours } from '../../lib/guide.ts';
import classes from './guide.module.css';
import { tours, type TourStep } from './tours.data.ts';
import { useRing } from './use-ring.ts';

/**
 * Leads through a few places without standing in the way: everything can be used meanwhile. The arrow keys and Escape work
 * while the card has the focus, which comes to it with every step.
 */
export function Tour({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation();
  const tour = useOwnTour();
  const { tours: known, keep } = useTours();
  const steps = tours[tour];
  const [at, setAt] = useState(() => {
    const before = known?.find((each) => each.tour === tour);
    return before?.state === 'running' || before?.state === 'left'
      ? Math.min(before.step, steps.length - 1)
      : 0;
  });
  const step = steps[at] as TourStep;
  const card = useStep(step);
  const ring = useRing(step.at);
  const isLast = at === steps.length - 1;
  const go = (to: number) => {
    setAt(to);
    keep(tour, 'running', to);
  };
  const end = (state: 'left' | 'done') => {
    keep(tour, state, state === 'done' ? 0 : at);
    onEnd();
  };
  const next = () => (isLast ? end('done') : go(at + 1));
  const back = () => go(Math.max(0, at - 1));
  useKeys(card, { ArrowRight: next, ArrowLeft: back, Escape: () => end('left') });
  return (
    <>
      {ring && <div className={classes.ring} style={ring} aria-hidden="true" />}
      <section ref={card} className={classes.card} aria-label={t('guide.tour.name')} tabIndex={-1}>
        <div className={classes.cardHead}>
          <span>{t('guide.tour.step', { step: at + 1, count: steps.length })}</span>
          <ActionIcon aria-label={t('guide.tour.leave')} onClick={() => end('left')}>
            <IconX size={16} />
          </ActionIcon>
        </div>
        <div aria-live="polite">
          <h2 className={classes.cardTitle}>{t(`guide.tour.${tour}.${step.name}.title`)}</h2>
          <p className={classes.cardText}>{t(`guide.tour.${tour}.${step.name}.text`)}</p>
        </div>
        <div className={classes.cardActs}>
          <Button variant="subtle" disabled={at === 0} onClick={back}>
            {t('guide.tour.back')}
          </Button>
          <Button onClick={next}>{t(isLast ? 'guide.tour.done' : 'guide.tour.next')}</Button>
        </div>
      </section>
    </>
  );
}

/** Goes where the step is shown, and takes the focus to the card. */
function useStep({ to }: TourStep) {
  const navigate = useNavigate();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    void navigate({ href: to } as never);
    card.current?.focus({ preventScroll: true });
  }, [to, navigate]);
  return card;
}

/** Keys of the card, while it or a button of it has the focus. */
function useKeys(card: RefObject<HTMLElement | null>, acts: Readonly<Record<string, () => void>>) {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const element = card.current;
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[event.key];
      if (act) {
        event.preventDefault();
        event.stopPropagation();
        act();
      }
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [card]);
}
