import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import type { TicketType } from '../../../lib/api-types.ts';
import { ownStatusesQuery } from '../../../lib/own-statuses.ts';
import { wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import { useList } from './use-list.ts';
import { RequiredEditor } from './required-editor.tsx';
import { StatusList } from './status-list.tsx';
import { StepsEditor } from './steps-editor.tsx';
import type { Workflow } from './places.ts';
import { useTypes } from './use-types.ts';
import own from './workflow.module.css';

/** The order of work of one type of ticket: its statuses, what is required before them, the steps between them. */
export function Statuses() {
  const { t } = useTranslation();
  const types = useTypes();
  const [type, setType] = useState<TicketType>('incident');
  const statuses = useQuery(ownStatusesQuery);
  const workflows = useList<Workflow>('workflows');
  return (
    <>
      <Select
        label={t('order.type')}
        data={types}
        value={type}
        allowDeselect={false}
        maw={320}
        onChange={(value) => setType(value as TicketType)}
      />
      <Loaded of={statuses} wordsOf={wordsOf} skeletonRows={3} empty={<Own type={type} />}>
        {() => <Own type={type} />}
      </Loaded>
      <Loaded of={workflows} wordsOf={wordsOf} skeletonRows={3}>
        {(list) => {
          const workflow = list.find((each) => each.type === type);
          return workflow ? (
            <div key={`${type} ${workflow.version}`} className={own.parts}>
              <RequiredEditor workflow={workflow} />
              <StepsEditor workflow={workflow} />
            </div>
          ) : null;
        }}
      </Loaded>
    </>
  );
}

function Own({ type }: { type: TicketType }) {
  const { t } = useTranslation();
  const all = useQuery(ownStatusesQuery).data ?? [];
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('order.statuses.title')}</h3>
      <StatusList key={type} type={type} all={all.filter((each) => each.type === type)} />
    </section>
  );
}
