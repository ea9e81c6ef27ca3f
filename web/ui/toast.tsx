import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './small.module.css';

export type Toast = {
  id: number;
  text: string;
  tone: 'calm' | 'bad';
  undo?: (() => void) | undefined;
  /** What the way out is called, where it does not take back what was done. */
  label?: string | undefined;
};

let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: Toast[]) {
  toasts = next;
  for (const each of listeners) {
    each();
  }
}

const dismiss = (id: number) => change(toasts.filter((toast) => toast.id !== id));

/** Says what was done, with the way back where there is one. At most three are in sight. */
export function showToast(
  text: string,
  options: Partial<Pick<Toast, 'undo' | 'label' | 'tone'>> & { forMs?: number } = {},
) {
  last += 1;
  const id = last;
  const { tone = 'calm', undo, label } = options;
  change([...toasts.slice(-2), { id, text, tone, undo, label }]);
  setTimeout(() => dismiss(id), options.forMs ?? (tone === 'bad' ? 12_000 : 7000));
}

/** Takes back what was said last, while it still can be. */
export function undoLastToast(): void {
  const latest = toasts.findLast((toast) => toast.undo && !toast.label);
  if (latest) {
    latest.undo?.();
    dismiss(latest.id);
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <output className={classes.toasts} aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={classes.toast} data-tone={toast.tone}>
          <span className={classes.toastText}>{toast.text}</span>
          {toast.undo && (
            <Button
              variant="light"
              onClick={() => {
                toast.undo?.();
                dismiss(toast.id);
              }}
            >
              {toast.label ?? t('ui.undo')}
            </Button>
          )}
          <ActionIcon onClick={() => dismiss(toast.id)} aria-label={t('ui.close')}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
    </output>
  );
}
