import { useCallback, useState, type Dispatch, type SetStateAction } from 'react';
import type { StoredFile } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { newKey } from '../../lib/new-key.ts';

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
  /** Files that came with a template, beside those that are there. */
  const take = useCallback(
    (files: readonly StoredFile[]) =>
      setUploads((all) => [
        ...all,
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
    ...usePictures(setUploads, put),
    remove,
    restore,
    take,
    clear: useCallback(() => setUploads([]), []),
    ready: uploads.every((upload) => upload.stored),
    ids: uploads.flatMap((upload) => (upload.stored ? [upload.stored.id] : [])),
  };
}

/** Of pictures in the text. */
function usePictures(
  setUploads: Dispatch<SetStateAction<Upload[]>>,
  put: (key: string, change: Partial<Upload>) => void,
) {
  /** A picture that will stand in the text: among the files only while it is on its way, or when it was refused. */
  const picture = useCallback(
    async (file: File): Promise<StoredFile | null> => {
      const upload = uploadOf(file);
      setUploads((all) => [...all, upload]);
      try {
        const stored = await api.upload<StoredFile>(file);
        setUploads((all) => all.filter(({ key }) => key !== upload.key));
        return stored;
      } catch (error) {
        put(upload.key, { error: wordsOf(error).words });
        return null;
      }
    },
    [put, setUploads],
  );
  /** Pictures that stood in a text that has no place for them any more. */
  const adopt = useCallback(
    (pictures: readonly { id: string; name: string }[]) => {
      const adopted = pictures.map(({ id, name }) => {
        const stored = { id, name, contentType: 'image/*', size: 0, url: '' };
        return { key: id, ...stored, stored };
      });
      setUploads((all) => [
        ...all.filter(({ key }) => !adopted.some((each) => each.key === key)),
        ...adopted,
      ]);
    },
    [setUploads],
  );
  return { picture, adopt };
}

const uploadOf = (file: File): Upload => ({
  key: newKey(),
  name: file.name,
  size: file.size,
  contentType: file.type,
});
