import { Popover, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './small.module.css';

type Props = { about: string; children: ReactNode };

/** A question mark where a question arises: one or two sentences, by click or key. */
export function Hint({ about, children }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={300}
      shadow="md"
      position="bottom-start"
      withRoles
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.hint}
          aria-label={t('ui.hint', { about })}
          onClick={() => setOpened(!opened)}
        >
          ?
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.hintText}>{children}</Popover.Dropdown>
    </Popover>
  );
}

/** The same at the label of a field, beside it rather than in it: a label names its field and nothing more. */
export function WithHint({
  about,
  text,
  children,
}: {
  about: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <div className={classes.withHint}>
      {children}
      <span className={classes.hintPlace}>
        <Hint about={about}>{text}</Hint>
      </span>
    </div>
  );
}
