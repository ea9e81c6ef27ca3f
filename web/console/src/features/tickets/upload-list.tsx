import { ActionIcon, Loader } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';
import { fileSize } from './file-size.ts';
import { FileIcon } from './message-files.tsx';
import type { Upload } from './use-uploads.ts';

export function UploadList({
  uploads,
  onRemove,
}: {
  uploads: Upload[];
  onRemove: (key: string) => void;
}) {
  const { t, i18n } = useTranslation();
  if (uploads.length === 0) {
    return null;
  }
  return (
    <ul className={classes.uploads} aria-label={t('tickets.attachments')}>
      {uploads.map((upload) => (
        <li key={upload.key} className={classes.upload} data-bad={upload.error ? true : undefined}>
          {upload.stored || upload.error ? (
            <FileIcon contentType={upload.contentType} />
          ) : (
            <Loader size={14} aria-label={t('tickets.uploading')} />
          )}
          <span className={classes.uploadName}>{upload.name || t('tickets.pastedFile')}</span>
          <span className={classes.uploadSize}>
            {upload.error ?? (upload.size > 0 && fileSize(i18n.language, upload.size))}
          </span>
          <ActionIcon
            size={20}
            aria-label={t('tickets.removeFile', { name: upload.name })}
            onClick={() => onRemove(upload.key)}
          >
            <IconX size={13} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
