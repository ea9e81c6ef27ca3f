import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, Failure } from '../../../ui/states.tsx';
import { wordsOf } from '../lib/problem.ts';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <Empty isPage title={t('app.notFound.title')} text={t('app.notFound.text')}>
        <Button variant="default" component={Link} to="/">
          {t('app.notFound.home')}
        </Button>
      </Empty>
    </main>
  );
}

export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  return (
    <main>
      <Failure
        {...wordsOf(error)}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}
