import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconInbox, IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../../ui/states.tsx';

const named = new Set(['mine', 'unassigned', 'open', 'solved', 'spam']);

export function EmptyList({ view, narrowed }: { view: string | undefined; narrowed: boolean }) {
  const { t } = useTranslation();
  if (narrowed || !view || !named.has(view)) {
    return (
      <Empty icon={<IconInbox size={30} stroke={1.4} />} title={t('tickets.empty.filtered')}>
        <Button variant="default" component={Link} to="/tickets" search={{ view: 'open' } as never}>
          {t('tickets.empty.showAll')}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty
      icon={<IconMoodSmile size={30} stroke={1.4} />}
      title={t(`tickets.empty.${view}.title`)}
      text={t(`tickets.empty.${view}.text`)}
    >
      {view === 'mine' && (
        <Button
          variant="default"
          component={Link}
          to="/tickets"
          search={{ view: 'unassigned' } as never}
        >
          {t('tickets.empty.takeOne')}
        </Button>
      )}
      {view === 'open' && (
        <Button variant="default" component={Link} to="/welcome">
          {t('tickets.empty.getLetters')}
        </Button>
      )}
    </Empty>
  );
}
