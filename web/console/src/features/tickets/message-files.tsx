import {
  IconFile,
  IconFileText,
  IconFileZip,
  IconMusic,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageFile } from '../../lib/api-types.ts';
import { fileSize } from './file-size.ts';
import classes from './timeline.module.css';

const icons: [RegExp, typeof IconFile][] = [
  [/^image\//, IconPhoto],
  [/^video\//, IconVideo],
  [/^audio\//, IconMusic],
  [/zip|rar|7z|tar|gzip/, IconFileZip],
  [/pdf|text|word|document|sheet|excel/, IconFileText],
];

export function FileIcon({ contentType }: { contentType: string }) {
  const Icon = icons.find(([pattern]) => pattern.test(contentType))?.[1] ?? IconFile;
  return <Icon size={16} stroke={1.6} aria-hidden="true" />;
}

export function MessageFiles({ files }: { files: MessageFile[] }) {
  const { t, i18n } = useTranslation();
  if (files.length === 0) {
    return null;
  }
  return (
    <ul className={classes.files} aria-label={t('tickets.attachments')}>
      {files.map((file) => {
        const isPicture = file.previewable && file.contentType.startsWith('image/');
        return (
          <li key={file.id}>
            <a
              className={`${classes.file} ${isPicture ? classes.picture : ''}`}
              href={file.url}
              target="_blank"
              rel="noreferrer"
              title={`${file.name}, ${fileSize(i18n.language, file.size)}`}
              {...(isPicture ? {} : { download: file.name })}
            >
              {isPicture ? (
                <img src={file.url} alt={file.name} loading="lazy" />
              ) : (
                <>
                  <FileIcon contentType={file.contentType} />
                  <span className={classes.fileName}>{file.name}</span>
                  <span className={classes.fileSize}>{fileSize(i18n.language, file.size)}</span>
                </>
              )}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
