import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Probe } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import { useMailWords } from './use-mail-words.ts';

/** The test of a mailbox step by step: where it stands and why it stopped there. */
export function ProbeSteps({ probe }: { probe: Probe }) {
  const { t } = useTranslation();
  const reason = useMailWords();
  const steps = useRef<HTMLOListElement>(null);
  // It stands below the form and may be out of sight.
  useEffect(() => {
    if (probe.steps.length > 0) {
      steps.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [probe]);
  return (
    <ol ref={steps} className={classes.steps} aria-live="polite">
      {probe.steps.map((step) => (
        <li key={step.step} className={classes.step} data-ok={step.ok}>
          {step.ok ? (
            <IconCircleCheck size={20} aria-hidden="true" />
          ) : (
            <IconCircleX size={20} aria-hidden="true" />
          )}
          <span>
            {t(`settings.probe.${step.step.replaceAll('.', '_')}`, { defaultValue: step.step })}
            <span className="sr-only">
              : {t(step.ok ? 'settings.probe.ok' : 'settings.probe.failed')}
            </span>
          </span>
          {(!step.ok || (step.code && step.code !== 'fine')) && (
            <span className={classes.stepWhy}>
              {reason(step.code)} {!step.ok && step.detail && <code>{step.detail}</code>}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
