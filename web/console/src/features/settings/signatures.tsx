import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../ui/states.tsx';
import type { Signature, Team } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { useTeams } from '../../lib/refs.ts';
import { RemoveButton } from './remove-button.tsx';
import classes from './settings.module.css';
import { useItems } from './use-items.ts';
import { useSave } from './use-save.ts';

const variables = ['agent.name', 'company.name', 'team.name'];

/** One for everybody, and one for each team that wants its own. */
export function Signatures() {
  const { t } = useTranslation();
  const signatures = useItems<Signature>('signatures', '/signatures');
  const teams = useTeams();
  return (
    <>
      <p className={classes.hint}>
        {t('settings.signatures.variables')}{' '}
        {variables.map((name) => (
          <code key={name}>{`{{ ${name} }} `}</code>
        ))}
      </p>
      <Loaded of={signatures} wordsOf={wordsOf} empty={<Lines all={[]} teams={teams.data ?? []} />}>
        {(list) => <Lines all={list} teams={teams.data ?? []} />}
      </Loaded>
    </>
  );
}

function Lines({ all, teams }: { all: Signature[]; teams: Team[] }) {
  const { t } = useTranslation();
  const of = (teamId: string | null) => all.find(({ team }) => (team?.id ?? null) === teamId);
  return (
    <ul className={classes.list}>
      <SignatureLine
        key={of(null)?.version ?? 0}
        path="everybody"
        name={t('settings.signatures.everybody')}
        none={t('settings.signatures.none')}
        signature={of(null)}
      />
      {teams.map(({ id, name }) => (
        <SignatureLine
          key={`${id}${of(id)?.version ?? 0}`}
          path={id}
          name={name}
          none={t('settings.signatures.asEverybody')}
          signature={of(id)}
        />
      ))}
    </ul>
  );
}

type LineProps = { path: string; name: string; none: string; signature: Signature | undefined };

function SignatureLine({ path, name, none, signature }: LineProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const options = { touches: ['signatures'], onDone: () => setTyped(null) };
  const save = useSave((body: string) => api.put(`/signatures/${path}`, { body }), {
    ...options,
    onError: (problem) => setError(fieldWords(problem)['body'] ?? wordsOf(problem).words),
  });
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        <span className={classes.itemMore} style={{ whiteSpace: 'pre-wrap' }}>
          {signature?.body ?? none}
        </span>
      </span>
      <Button
        variant="subtle"
        aria-expanded={typed !== null}
        onClick={() => setTyped(typed === null ? (signature?.body ?? '') : null)}
      >
        {t('settings.edit')}
      </Button>
      {signature && (
        <RemoveButton path={`/signatures/${path}`} name={name} touches={['signatures']} />
      )}
      {typed !== null && (
        <form
          className={classes.steps}
          style={{ flexBasis: '100%' }}
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate(typed);
          }}
        >
          <Textarea
            label={t('settings.signatures.text')}
            autosize
            minRows={3}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <p role="alert" className={classes.error}>
            {error}
          </p>
          <div>
            <Button type="submit" disabled={!typed.trim()} loading={save.isPending}>
              {t('settings.save')}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
