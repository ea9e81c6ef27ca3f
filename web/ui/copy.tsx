import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

async function copy(text: string) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Plain http on another machine has no clipboard API.
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

export function CopyText({ text }: { text: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  return (
    <Button
      variant="default"
      leftSection={done ? <IconCheck size={15} /> : <IconCopy size={15} />}
      onClick={async () => {
        await copy(text);
        setDone(true);
        setTimeout(() => setDone(false), 2000);
      }}
    >
      {done ? t('ui.copied') : t('ui.copy')}
    </Button>
  );
}
