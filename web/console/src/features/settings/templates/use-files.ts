import { useState } from 'react';
import type { StoredFile, Template } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';

export type Kept = Pick<StoredFile, 'id' | 'name'>;

/** Files that go along with a template: taken to the server as soon as they are chosen. */
export function useFiles(before: Template | null) {
  const [files, setFiles] = useState<readonly Kept[]>(before?.files ?? []);
  const [trouble, setTrouble] = useState('');
  const [waiting, setWaiting] = useState(0);
  const add = async (chosen: File) => {
    setWaiting((n) => n + 1);
    setTrouble('');
    try {
      const { id, name } = await api.upload<StoredFile>(chosen);
      setFiles((all) => [...all, { id, name }]);
    } catch (error) {
      setTrouble(wordsOf(error).words);
    } finally {
      setWaiting((n) => n - 1);
    }
  };
  return {
    files,
    trouble,
    isWaiting: waiting > 0,
    add: (chosen: File[]) => void Promise.all(chosen.map(add)),
    remove: (id: string) => setFiles((all) => all.filter((file) => file.id !== id)),
  };
}
