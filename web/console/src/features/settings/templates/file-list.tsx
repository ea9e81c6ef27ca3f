import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './templates.module.css';
import type { useFiles } from './use-files.ts';

export function FileList({ kept }: { kept: ReturnType<typeof useFiles> }) {
  const { t } = useTranslation();
  const { files, trouble, isWaiting, add, remove } = kept;
  return (
    <div className={classes.files}>
      <ul className={classes.fileNames} aria-label={t('settings.templates.files')}>
        {files.map(({ id, name }) => (
          <li key={id} className={classes.file}>
            {name}
            <ActionIcon
              size={22}
              aria-label={t('settings.templates.removeFile', { name })}
              onClick={() => remove(id)}
            >
              <IconX size={13} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <FileButton multiple onChange={add}>
        {(props) => (
          <Button
            {...props}
            variant="subtle"
            size="compact-sm"
            loading={isWaiting}
            leftSection={<IconPaperclip size={15} />}
          >
            {t('settings.templates.addFile')}
          </Button>
        )}
      </FileButton>
      <p role="alert" className={classes.trouble}>
        {trouble}
      </p>
    </div>
  );
}
