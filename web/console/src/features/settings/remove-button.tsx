import { Button } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from './confirm-button.tsx';
import { focusBeside } from './focus-beside.ts';
import { useRemove } from './use-remove.ts';

type Props = {
  path: string;
  name: string;
  touches: readonly string[];
  label?: string;
  /** Asked first only where customers feel it before anybody can take it back. */
  question?: ReactNode;
  onDone?: () => void;
};

/** Takes a setting out, with the way back. Its line goes, so whoever uses keys goes on at the next one. */
export function RemoveButton({ path, name, touches, label, question, onDone }: Props) {
  const { t } = useTranslation();
  const goOn = useRef<(() => void) | undefined>(undefined);
  const done = () => {
    onDone?.();
    goOn.current?.();
  };
  const remove = useRemove(path, { name, touches, onDone: done });
  const said = label ?? t('settings.remove');
  return question === undefined ? (
    <Button
      data-goes
      variant="subtle"
      color="red"
      aria-label={t('settings.removeName', { act: said, name })}
      loading={remove.isPending}
      onClick={({ currentTarget }) => {
        goOn.current = focusBeside(currentTarget);
        remove.mutate();
      }}
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
