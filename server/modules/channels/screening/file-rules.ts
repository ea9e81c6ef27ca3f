import type { FileRules } from './schema.ts';

export type JudgedFile = {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
};
export type FileProblem = 'file_type' | 'file_size' | 'file_count';

const isOfType = ({ name, contentType }: Omit<JudgedFile, 'size'>, type: string): boolean => {
  if (type.startsWith('.')) {
    return name.toLowerCase().endsWith(type);
  }
  const media = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return type.endsWith('/*') ? media.startsWith(type.slice(0, -1)) : media === type;
};

/** Whether a file of this name and type is taken at all. */
export function isTypeAllowed(rules: FileRules, file: Omit<JudgedFile, 'size'>): boolean {
  const isNamed = (types: readonly string[]) => types.some((type) => isOfType(file, type));
  return !isNamed(rules.refused) && (rules.allowed.length === 0 || isNamed(rules.allowed));
}

/** What is wrong with each file, in their order; null where nothing is. Files over the number are the last ones. */
export function judgeFiles(rules: FileRules, files: readonly JudgedFile[]): (FileProblem | null)[] {
  let taken = 0;
  return files.map((file) => {
    if (!isTypeAllowed(rules, file)) {
      return 'file_type';
    }
    if (rules.maxFileBytes !== null && file.size > rules.maxFileBytes) {
      return 'file_size';
    }
    taken += 1;
    return rules.maxFiles !== null && taken > rules.maxFiles ? 'file_count' : null;
  });
}
