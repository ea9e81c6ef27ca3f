import { IconInbox, IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../../ui/states.tsx';
import { LinkButton } from '../../lib/link-button.tsx';

const named = new Set(['mine', 'unassigned', 'open', 'solved', 'spam']);

export function EmptyList({ view, narrowed }: { view: string | undefined; narrowed: boolean }) {
  const { t } = useTranslation();
  if (narrowed || !view || !named.has(view)) {
    return (
      <Empty icon={<IconInbox size={30} stroke={1.4} />} title={t('tickets.empty.filtered')}>
        <LinkButton variant="default" to="/tickets" search={{ view: 'open' }}>
          {t('tickets.empty.showAll')}
        </LinkButton>
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
        <LinkButton variant="default" to="/tickets" search={{ view: 'unassigned' }}>
          {t('tickets.empty.takeOne')}
        </LinkButton>
      )}
      {view === 'open' && (
        <LinkButton variant="default" to="/welcome">
          {t('tickets.empty.getLetters')}
        </LinkButton>
      )}
    </Empty>
  );
}
