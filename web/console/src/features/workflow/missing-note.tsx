import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../lib/api-types.ts';
import { onMissing, type Incomplete } from '../../lib/incomplete.ts';
import { MissingPanel } from './missing-panel.tsx';
import { stepsQuery } from '../../lib/steps.ts';
import { useNeedWords } from './use-need-words.ts';
import classes from './workflow.module.css';

const finished = new Set(['solved', 'closed', 'spam']);

/** Quietly, what solving will ask for; and, when somebody wants to, a panel that asks exactly for that. */
export function MissingNote({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Incomplete | null>(null);
  const needWords = useNeedWords();
  useEffect(() => onMissing((one) => one.ticket.id === ticket.id && setAsked(one)), [ticket.id]);
  const steps = useQuery({
    ...stepsQuery(String(ticket.number)),
    enabled: !finished.has(ticket.status),
  });
  if (asked) {
    return <MissingPanel ticket={ticket} asked={asked} onClose={() => setAsked(null)} />;
  }
  const solving = steps.data?.find(({ status }) => status === 'solved');
  if (!solving?.missing.length || finished.has(ticket.status)) {
    return null;
  }
  const what = solving.missing.map(({ field }) => needWords(field)).join(', ');
  return <p className={classes.hint}>{t('workflow.missing.hint', { what })}</p>;
}
