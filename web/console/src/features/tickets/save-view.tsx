import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import type { View } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useTeams } from '../../lib/refs.ts';
import { useMay } from '../../lib/session.ts';
import { resolved, viewFilterOf } from '../../lib/ticket-filter.ts';
import { viewsQuery } from '../../lib/tickets.ts';
import { useColumns, useDeskFilter } from './desk-search.ts';
import { useSaveView, type ViewPatch } from './use-views.ts';
import classes from './save-view.module.css';

type Sharing = NonNullable<ViewPatch['sharing']>;

/** What is looked at gets a name and is shared; or, with `viewId`, a view's name and sharing are changed. */
export function SaveView({ viewId, onClose }: { viewId?: string; onClose: () => void }) {
  const { t } = useTranslation();
  const view = useQuery(viewsQuery).data?.find(({ id }) => id === viewId);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(view ? 'tickets.saved.changing' : 'tickets.saved.saving')}
    >
      <Form key={view?.id} view={view} onClose={onClose} />
    </Dialog>
  );
}

/** The question that is looked at, as a view keeps it. */
function useAsked(): ViewPatch {
  const filter = useDeskFilter();
  const views = useQuery(viewsQuery).data;
  const columns = useColumns();
  const asked = resolved(filter, { me: '', views }) ?? filter;
  return {
    filter: viewFilterOf(asked),
    sort: asked.sort ?? 'updated',
    order: asked.order ?? 'desc',
    columns: columns.map(({ name }) => name),
  };
}

function useForm(view: View | undefined, onClose: () => void) {
  const { t } = useTranslation();
  const save = useSaveView();
  const asked = useAsked();
  const first: Sharing = view && view.sharing !== 'built_in' ? view.sharing : 'own';
  const [name, setName] = useState(view?.name ?? '');
  const [sharing, setSharing] = useState<Sharing>(first);
  const [teamId, setTeamId] = useState<string | null>(view?.team?.id ?? null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isReady = name.trim() !== '' && (sharing !== 'team' || teamId !== null);
    if (!isReady) {
      setProblem(t('tickets.saved.needsName'));
      return;
    }
    setBusy(true);
    try {
      const shared = { name: name.trim(), sharing, teamId: sharing === 'team' ? teamId : null };
      await save(view ? shared : { ...asked, ...shared }, view);
      onClose();
    } catch (error) {
      setProblem(wordsOf(error).words);
      setBusy(false);
    }
  };
  return { name, setName, sharing, setSharing, teamId, setTeamId, problem, busy, submit };
}

type FormState = ReturnType<typeof useForm>;

function Form({ view, onClose }: { view: View | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const form = useForm(view, onClose);
  return (
    <form className={classes.form} onSubmit={(event) => void form.submit(event)}>
      <TextInput
        label={t('tickets.saved.name')}
        value={form.name}
        maxLength={80}
        data-autofocus
        error={form.problem || undefined}
        onChange={(event) => form.setName(event.currentTarget.value)}
      />
      {may('view.share') && <SharingFields form={form} />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('tickets.new.cancel')}
        </Button>
        <Button type="submit" loading={form.busy}>
          {t('tickets.saved.save')}
        </Button>
      </div>
    </form>
  );
}

function SharingFields({ form }: { form: FormState }) {
  const { t } = useTranslation();
  const teams = useTeams().data ?? [];
  return (
    <fieldset className={classes.sharing}>
      <legend>{t('tickets.saved.whose')}</legend>
      <div className={classes.choices}>
        {(['own', 'team', 'everybody'] as const).map((value) => (
          <Button
            key={value}
            variant={form.sharing === value ? 'light' : 'default'}
            aria-pressed={form.sharing === value}
            onClick={() => form.setSharing(value)}
          >
            {t(`tickets.saved.sharing.${value}`)}
          </Button>
        ))}
      </div>
      {form.sharing === 'team' && (
        <Select
          label={t('tickets.field.team')}
          data={teams.map(({ id, name: label }) => ({ value: id, label }))}
          value={form.teamId}
          onChange={form.setTeamId}
          searchable
        />
      )}
    </fieldset>
  );
}
