// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/NumberInput.layer.css';
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { useSave } from '../use-save.ts';
import own from './people.module.css';
import { levels, type RoutingAgent, type Skill } from './types.ts';
import { useSkills } from './use-routing-sentence.ts';

/** Who can do what, and how much they take: a table whose every cell is a field. */
export function People() {
  const { t } = useTranslation();
  const agents = useItems<RoutingAgent>('routing-agents', '/routing-agents');
  const skills = useSkills().data ?? [];
  return (
    <section className={classes.panel} aria-labelledby="routing-people">
      <h3 id="routing-people" className={classes.panelTitle}>
        {t('routing.people')}
      </h3>
      <p className={classes.hint}>{t('routing.peopleText')}</p>
      <Loaded
        of={agents}
        wordsOf={wordsOf}
        isEmpty={(list) => list.every(({ mayTake }) => !mayTake)}
        empty={<Empty title={t('routing.noPeople')} />}
      >
        {(list) => <Table agents={list.filter(({ mayTake }) => mayTake)} skills={skills} />}
      </Loaded>
      <NewSkill />
    </section>
  );
}

function Table({ agents, skills }: { agents: RoutingAgent[]; skills: Skill[] }) {
  const { t } = useTranslation();
  return (
    // A wide table is scrolled by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <section className={own.wide} tabIndex={0} aria-label={t('routing.peopleTable')}>
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col">{t('routing.person')}</th>
            <th scope="col">{t('routing.load')}</th>
            <th scope="col">{t('routing.capacity')}</th>
            {skills.map((skill) => (
              <th key={skill.id} scope="col">
                {skill.name}{' '}
                <RemoveButton
                  path={`/skills/${skill.id}`}
                  name={skill.name}
                  touches={['skills', 'routing-agents']}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => (
            <AgentRow key={agent.user.id} agent={agent} skills={skills} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Change = Partial<Pick<RoutingAgent, 'capacity' | 'skills'>>;

function AgentRow({ agent, skills }: { agent: RoutingAgent; skills: Skill[] }) {
  const { t } = useTranslation();
  const { user, state, load, capacity } = agent;
  const save = useSave((change: Change) => api.patch(`/routing-agents/${user.id}`, change), {
    touches: ['routing-agents', 'skills'],
  });
  const levelIn = (id: string) => agent.skills.find(({ skillId }) => skillId === id)?.level ?? 0;
  const setLevel = (id: string, level: number) =>
    save.mutate({
      skills: [
        ...agent.skills.filter(({ skillId }) => skillId !== id),
        ...(level > 0 ? [{ skillId: id, level }] : []),
      ],
    });
  return (
    <tr>
      <th scope="row">
        {user.name}
        <span className={own.state}>{t(`routing.state.${state}`)}</span>
      </th>
      <td>{load}</td>
      <td>
        <Capacity
          key={capacity}
          label={t('routing.capacityOf', { name: user.name })}
          value={capacity}
          onSave={(next) => save.mutate({ capacity: next })}
        />
      </td>
      {skills.map(({ id, name }) => (
        <td key={id}>
          <NativeSelect
            size="xs"
            aria-label={t('routing.levelOf', { skill: name, name: user.name })}
            value={String(levelIn(id))}
            disabled={save.isPending}
            data={[
              { value: '0', label: t('routing.none') },
              ...levels.map((level) => ({ value: String(level), label: String(level) })),
            ]}
            onChange={(event) => setLevel(id, Number(event.currentTarget.value))}
          />
        </td>
      ))}
    </tr>
  );
}

type CapacityProps = {
  label: string;
  value: number | null;
  onSave: (value: number | null) => void;
};

/** Saved when one leaves it or presses Enter; empty: no limit. */
function Capacity({ label, value, onSave }: CapacityProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | string>(value ?? '');
  const done = () => {
    const next = typed === '' ? null : Number(typed);
    if (next !== value) {
      onSave(next);
    }
  };
  return (
    <NumberInput
      size="xs"
      className={own.number}
      aria-label={label}
      placeholder={t('routing.noLimit')}
      min={0}
      max={1000}
      clampBehavior="strict"
      allowDecimal={false}
      hideControls
      value={typed}
      onChange={setTyped}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}

function NewSkill() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const add = useSave(() => api.post('/skills', { name }), {
    touches: ['skills'],
    onDone: () => setName(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') {
      add.mutate(undefined);
    }
  };
  return (
    <form className={classes.row} onSubmit={submit}>
      <TextInput
        aria-label={t('routing.newSkill')}
        placeholder={t('routing.newSkill')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        leftSection={<IconPlus size={14} />}
        loading={add.isPending}
      >
        {t('routing.addNewSkill')}
      </Button>
    </form>
  );
}
