import { Button, Select, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { useTeams, useUsers } from '../../lib/refs.ts';
import type { TaskWords } from './use-task-acts.ts';
import { useEscape } from './use-escape.ts';
import classes from './workflow.module.css';

type Props = {
  before: TaskWords;
  submitWords: string;
  /** Rejects with the server's refusal: what was typed stays. */
  onSave: (words: TaskWords) => Promise<unknown>;
  onClose: () => void;
};

/** As a field for day and hour wants it. */
const forField = (at: string | null): string => {
  if (at === null) {
    return '';
  }
  const time = new Date(at);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** One choice for whoever does it: somebody, or everybody of a team. */
const doerOf = ({ assigneeId, teamId }: TaskWords): string | null =>
  assigneeId ? `user ${assigneeId}` : teamId ? `team ${teamId}` : null;

function useDoers(doer: string | null) {
  const { t } = useTranslation();
  const users = useUsers().data ?? [];
  const teams = useTeams().data ?? [];
  return [
    {
      group: t('workflow.tasks.people'),
      items: users
        .filter(({ id, active }) => active || doer === `user ${id}`)
        .map(({ id, name }) => ({ value: `user ${id}`, label: name })),
    },
    {
      group: t('workflow.tasks.teams'),
      items: teams.map(({ id, name }) => ({ value: `team ${id}`, label: name })),
    },
  ];
}

function useTaskForm({ before, onSave, onClose }: Props) {
  const [text, setText] = useState(before.text);
  const [doer, setDoer] = useState(doerOf(before));
  const [due, setDue] = useState(forField(before.dueAt));
  const [saving, setSaving] = useState(false);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim() || saving) {
      return;
    }
    const [kind, id = ''] = doer?.split(' ') ?? [];
    const isSame = due === forField(before.dueAt);
    setSaving(true);
    onSave({
      text: text.trim(),
      assigneeId: kind === 'user' ? id : null,
      teamId: kind === 'team' ? id : null,
      // Seconds that the field does not show are not lost by opening it.
      dueAt: isSame ? before.dueAt : due ? new Date(due).toISOString() : null,
    })
      .then(onClose, (error: unknown) =>
        setWrong({ text: wordsOf(error).words, ...fieldWords(error) }),
      )
      .finally(() => setSaving(false));
  };
  return { text, setText, doer, setDoer, due, setDue, saving, wrong, submit };
}

/** What is to be done, by whom and until when. */
export function TaskForm(props: Props) {
  const { t } = useTranslation();
  const { submitWords, onClose } = props;
  const form = useTaskForm(props);
  const box = useRef<HTMLFormElement>(null);
  useEscape(box, onClose);
  return (
    <form ref={box} className={classes.taskForm} onSubmit={form.submit}>
      <TextInput
        label={t('workflow.tasks.text')}
        value={form.text}
        maxLength={500}
        error={form.wrong['text']}
        // The person has just asked for this form.
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- see above
        autoFocus
        onChange={(event) => form.setText(event.currentTarget.value)}
      />
      <Select
        label={t('workflow.tasks.assignee')}
        placeholder={t('workflow.tasks.nobody')}
        data={useDoers(form.doer)}
        value={form.doer}
        error={form.wrong['assigneeId'] ?? form.wrong['teamId']}
        clearable
        searchable
        openOnFocus={false}
        onChange={form.setDoer}
      />
      <TextInput
        type="datetime-local"
        label={t('workflow.tasks.due')}
        value={form.due}
        error={form.wrong['dueAt']}
        onChange={(event) => form.setDue(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="xs" type="submit" loading={form.saving} disabled={!form.text.trim()}>
          {submitWords}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('workflow.missing.cancel')}
        </Button>
      </div>
    </form>
  );
}
