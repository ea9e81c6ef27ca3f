import { useCallback, useState } from 'react';
import type { StoredFile } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';

export type Upload = {
  key: string;
  name: string;
  size: number;
  contentType: string;
  stored?: StoredFile;
  error?: string;
};

/** Files are taken to the server as soon as they are chosen; sending then has only their ids. */
export function useUploads() {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const put = useCallback((key: string, change: Partial<Upload>) => {
    setUploads((all) =>
      all.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)),
    );
  }, []);
  const start = useCallback(
    async (upload: Upload, file: File) => {
      try {
        put(upload.key, { stored: await api.upload<StoredFile>(file) });
      } catch (error) {
        put(upload.key, { error: wordsOf(error).words });
      }
    },
    [put],
  );
  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].map((file) => ({ upload: uploadOf(file), file }));
      setUploads((all) => [...all, ...fresh.map(({ upload }) => upload)]);
      for (const { upload, file } of fresh) {
        void start(upload, file);
      }
    },
    [start],
  );
  /** Files of a draft, which are on the server already. */
  const restore = useCallback(
    (files: readonly StoredFile[]) =>
      setUploads((all) => [
        ...all.filter((upload) => !upload.stored),
        ...files.map((stored) => ({ key: stored.id, ...stored, stored })),
      ]),
    [],
  );
  const remove = useCallback(
    (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key)),
    [],
  );
  return {
    uploads,
    add,
    remove,
    restore,
    clear: useCallback(() => setUploads([]), []),
    ready: uploads.every((upload) => upload.stored),
    ids: uploads.flatMap((upload) => (upload.stored ? [upload.stored.id] : [])),
  };
}

const uploadOf = (file: File): Upload => ({
  key: crypto.randomUUID(),
  name: file.name,
  size: file.size,
  contentType: file.type,
});
