import { Button, Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  label: string;
  /** What it asks for an answer is asked when the question is. */
  question: ReactNode;
  onConfirm: () => void;
  loading?: boolean;
  /** `main`: what the page is for; else something that takes away. */
  tone?: 'main';
};

/** For what cannot be undone: asks once, beside the button, saying what it touches. */
export function ConfirmButton({ label, question, onConfirm, loading = false, tone }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus width={280} shadow="md" withRoles>
      <Popover.Target>
        <Button
          {...(tone !== 'main' && { variant: 'subtle', color: 'red' })}
          loading={loading}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p style={{ margin: '0 0 10px' }}>{question}</p>
        <Button
          {...(tone !== 'main' && { color: 'red' })}
          mr={8}
          onClick={() => {
            setOpened(false);
            onConfirm();
          }}
        >
          {label}
        </Button>
        <Button variant="default" onClick={() => setOpened(false)}>
          {t('settings.cancel')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
