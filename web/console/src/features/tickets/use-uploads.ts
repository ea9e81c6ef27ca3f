import { useCallback, useState } from 'react';
import type { StoredFile } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';

export type Upload = { key: string; file: File; stored?: StoredFile; error?: string };

/** Files are taken to the server as soon as they are chosen; sending then has only their ids. */
export function useUploads() {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const put = useCallback((key: string, change: Partial<Upload>) => {
    setUploads((all) =>
      all.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)),
    );
  }, []);
  const start = useCallback(
    async (upload: Upload) => {
      try {
        put(upload.key, { stored: await api.upload<StoredFile>(upload.file) });
      } catch (error) {
        put(upload.key, { error: wordsOf(error).words });
      }
    },
    [put],
  );
  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].map((file) => ({ key: crypto.randomUUID(), file }));
      setUploads((all) => [...all, ...fresh]);
      for (const upload of fresh) {
        void start(upload);
      }
    },
    [start],
  );
  const remove = useCallback(
    (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key)),
    [],
  );
  return {
    uploads,
    add,
    remove,
    clear: useCallback(() => setUploads([]), []),
    ready: uploads.every((upload) => upload.stored),
    ids: uploads.flatMap((upload) => (upload.stored ? [upload.stored.id] : [])),
  };
}
