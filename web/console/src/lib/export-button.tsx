import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { apiUrl } from './client.ts';
import { useMay } from './session.ts';

type Props = {
  /** The right to carry these away; without it there is no button. */
  needs: string;
  path: string;
  query?: Parameters<typeof apiUrl>[1];
  label: string;
};

/** Takes a list out as a file; the audit log keeps who did. */
export function ExportButton({ needs, path, query, label }: Props) {
  const may = useMay();
  return may(needs) ? (
    <Tooltip label={label}>
      <ActionIcon component="a" href={apiUrl(path, query)} download aria-label={label}>
        <IconDownload size={17} />
      </ActionIcon>
    </Tooltip>
  ) : null;
}
