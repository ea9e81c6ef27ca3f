import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import type { Incomplete } from '../../lib/incomplete.ts';
import { ApiProblem, fieldWords, wordsOf } from '../../lib/problem.ts';
import { applyTicket } from '../../lib/tickets.ts';
import { MissingField } from './missing-field.tsx';
import type { Value } from '../../parts/own-fields/own-field-input.tsx';
import { useEscape } from './use-escape.ts';
import classes from './workflow.module.css';

type Props = { ticket: Ticket; asked: Incomplete; onClose: () => void };
type Values = Readonly<Record<string, Value>>;

const ids: Readonly<Record<string, string>> = {
  category: 'categoryId',
  team: 'teamId',
  assignee: 'assigneeId',
};

/** The patch that fills in what was typed. */
function patchOf(values: Values): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  for (const [need, value] of Object.entries(values)) {
    if (need === 'time' || value === '' || value === null) {
      continue;
    }
    if (need.startsWith('fields.')) {
      fields[need.slice(7)] = value;
    } else {
      patch[ids[need] ?? need] = value;
    }
  }
  return Object.keys(fields).length > 0 ? { ...patch, fields } : patch;
}

type Missing = Incomplete['missing'];

/** What is missing now, and what was filled in meanwhile: that is not written down yet, so it stays in sight. */
function withNew(still: Missing, now: Missing, values: Values): Missing {
  const isIn = (list: Missing, need: string) => list.some(({ field }) => field === need);
  const kept = still.filter(({ field }) => isIn(now, field) || values[field] !== undefined);
  return [...kept, ...now.filter(({ field }) => !isIn(kept, field))];
}

/** What was asked for, once what it lacks is there. */
function useGoOn({ ticket, asked, onClose }: Props) {
  const cache = useQueryClient();
  const [values, setValues] = useState<Values>({});
  const [missing, setMissing] = useState(asked.missing);
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const lacks = (need: string) => missing.some(({ field }) => field === need);
  async function goOn() {
    const minutes = Number(values['time'] ?? 0);
    if (minutes > 0 && lacks('time')) {
      await api.post(`/tickets/${ticket.id}/time`, { minutes });
      // Written down, whatever becomes of the rest: it must not be written again.
      setMissing((still) => still.filter(({ field }) => field !== 'time'));
    }
    const patch = { ...patchOf(values), ...asked.patch };
    if (Object.keys(patch).length > 0) {
      applyTicket(cache, await api.patch<Ticket>(`/tickets/${ticket.id}`, patch));
    }
    void cache.invalidateQueries({ queryKey: ['ticket', String(ticket.number)] });
    onClose();
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setWrong({});
    void goOn()
      .catch((error: unknown) => {
        if (error instanceof ApiProblem && error.code === 'workflow.incomplete') {
          setMissing((still) => withNew(still, error.errors, values));
        } else {
          setWrong(fieldWords(error));
        }
        showToast(wordsOf(error).words, { tone: 'bad' });
      })
      .finally(() => setSending(false));
  };
  return { values, setValues, missing, wrong, sending, submit };
}

/** Asks for the missing things and for nothing else, and then does what was wanted. */
export function MissingPanel(props: Props) {
  const { t } = useTranslation();
  const { ticket, onClose } = props;
  const { values, setValues, missing, wrong, sending, submit } = useGoOn(props);
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, onClose);
  return (
    <form ref={form} className={classes.missing} aria-labelledby="missing-title" onSubmit={submit}>
      <h2 id="missing-title" className={classes.title}>
        {t('workflow.missing.title')}
      </h2>
      {missing.map(({ field }, at) => (
        <MissingField
          key={field}
          need={field}
          ticket={ticket}
          isFirst={at === 0}
          wrong={wrong[field] ?? null}
          value={values[field] ?? null}
          onChange={(value) => setValues({ ...values, [field]: value })}
        />
      ))}
      <div className={classes.buttons}>
        <Button type="submit" loading={sending}>
          {t('workflow.missing.do')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('workflow.missing.cancel')}
        </Button>
      </div>
    </form>
  );
}
