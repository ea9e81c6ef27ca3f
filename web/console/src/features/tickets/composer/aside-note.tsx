import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../lib/api-types.ts';
import classes from './composer-parts.module.css';

type Props = {
  aside: NonNullable<Draft['aside']>;
  onAdd: () => void;
  onDrop: () => void;
};

/** Two devices wrote one draft: nothing is lost, and its author decides. */
export function AsideNote({ aside, onAdd, onDrop }: Props) {
  const { t } = useTranslation();
  return (
    <output className={classes.aside}>
      <IconDeviceMobile size={15} aria-hidden="true" />
      <span className={classes.plannedText}>
        {t('tickets.composer.aside.title')} <q>{aside.body.slice(0, 140)}</q>
      </span>
      <span className={classes.plannedActs}>
        <Button variant="subtle" size="compact-xs" onClick={onAdd}>
          {t('tickets.composer.aside.add')}
        </Button>
        <Button variant="subtle" size="compact-xs" onClick={onDrop}>
          {t('tickets.composer.aside.drop')}
        </Button>
      </span>
    </output>
  );
}
