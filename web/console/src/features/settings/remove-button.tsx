import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from './confirm-button.tsx';
import { useRemove } from './use-remove.ts';

type Props = {
  path: string;
  name: string;
  touches: readonly string[];
  label?: string;
  /** Asked first only where customers feel it before anybody can take it back. */
  question?: string;
  onDone?: () => void;
};

/** Takes a setting out, with the way back. */
export function RemoveButton({ path, name, touches, label, question, onDone }: Props) {
  const { t } = useTranslation();
  const remove = useRemove(path, { name, touches, onDone });
  const said = label ?? t('settings.remove');
  return question === undefined ? (
    <Button
      variant="subtle"
      color="red"
      aria-label={t('settings.removeName', { act: said, name })}
      loading={remove.isPending}
      onClick={() => remove.mutate()}
    >
      {said}
    </Button>
  ) : (
    <ConfirmButton
      label={said}
      question={question}
      loading={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  );
}
