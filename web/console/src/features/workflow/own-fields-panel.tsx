import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { useOwnFields, type FieldDefinition } from '../../lib/own-fields.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { applyTicket } from '../../lib/tickets.ts';
import { OwnFieldInput, type Value } from '../../parts/own-fields/own-field-input.tsx';
import classes from './workflow.module.css';

/** What the company writes down about such tickets; each field is saved as one leaves it. */
export function OwnFieldsPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const fields = useOwnFields().filter(
    ({ types }) => types.length === 0 || types.includes(ticket.type),
  );
  if (fields.length === 0) {
    return null;
  }
  return (
    <section className={classes.panel} aria-labelledby="own-fields-title">
      <h2 id="own-fields-title" className={classes.title}>
        {t('workflow.fields.title')}
      </h2>
      <div className={classes.form}>
        {fields.map((field) => (
          <Line
            key={`${field.id} ${JSON.stringify(ticket.fields[field.name])}`}
            ticket={ticket}
            field={field}
          />
        ))}
      </div>
    </section>
  );
}

const chosenAtOnce = new Set<FieldDefinition['kind']>(['choice', 'yes_no']);

function Line({ ticket, field }: { ticket: Ticket; field: FieldDefinition }) {
  const cache = useQueryClient();
  const before = (ticket.fields[field.name] ?? null) as Value;
  const [value, setValue] = useState<Value>(before);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = (next: Value) => {
    const said = next === '' ? null : next;
    if (said === before) {
      return;
    }
    setWrong(null);
    api.patch<Ticket>(`/tickets/${ticket.id}`, { fields: { [field.name]: said } }).then(
      (after) => {
        applyTicket(cache, after);
        void cache.invalidateQueries({ queryKey: ['ticket', String(ticket.number)] });
      },
      (error: unknown) =>
        setWrong(fieldWords(error)[`fields.${field.name}`] ?? wordsOf(error).words),
    );
  };
  return (
    <OwnFieldInput
      field={field}
      value={value}
      onChange={(next) => {
        setValue(next);
        if (chosenAtOnce.has(field.kind)) {
          save(next);
        }
      }}
      more={{
        size: 'xs',
        disabled: ticket.allowed?.change === false,
        error: wrong,
        onBlur: () => save(value),
        onKeyDown: ({ key }) => {
          if (key === 'Enter') {
            save(value);
          } else if (key === 'Escape') {
            setValue(before);
          }
        },
      }}
    />
  );
}
