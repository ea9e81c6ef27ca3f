import type { CategoryTree } from './category-tree.ts';
import type { ConditionSubject } from './subject.ts';

export type Test = (subject: ConditionSubject) => boolean;

/** What conditions mean in a workspace, beside what they say. */
export type CompileOptions = { readonly timeZone: string; readonly categories: CategoryTree };
