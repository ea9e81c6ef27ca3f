// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/Indicator.layer.css';
import { ActionIcon, Indicator, Tooltip } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../../../../ui/time-text.tsx';
import { useAction } from '../../lib/actions.ts';
import { deadlineOf } from './group-by-deadline.ts';
import { useMyTasks } from './use-my-tasks.ts';
import classes from './workflow.module.css';

/** The way to one's own tasks, with how many of them are overdue. */
export function TasksButton() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useMoment();
  useAction('go.tasks', () => void navigate({ to: '/tasks' }));
  const tasks = useMyTasks().data ?? [];
  const late = tasks.filter((task) => deadlineOf(task, now) === 'late').length;
  const label = t('workflow.tasks.mine');
  return (
    <span className={classes.railButton}>
      <Tooltip label={label} position="right">
        <Indicator label={late} disabled={late === 0} size={16} offset={6} color="red">
          <ActionIcon
            component={Link}
            to="/tasks"
            size={38}
            aria-label={late > 0 ? t('workflow.tasks.mineLate', { count: late }) : label}
          >
            <IconListCheck size={20} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Indicator>
      </Tooltip>
    </span>
  );
}
