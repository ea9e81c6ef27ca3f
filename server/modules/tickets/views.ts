import { Refusal } from '../../kernel/errors.ts';

export type ViewFilter = {
  readonly status?: readonly string[] | undefined;
  readonly assignee?: string | undefined;
  readonly team?: string | undefined;
};

export type View = { readonly id: string; readonly key: string; readonly filter: ViewFilter };

/** The views that everybody has. Ids are fixed, so links to them are the same everywhere. */
export const builtInViews: readonly View[] = [
  {
    id: '00000000-0000-7000-8000-000000000001',
    key: 'mine',
    filter: { status: ['any_open'], assignee: 'me' },
  },
  {
    id: '00000000-0000-7000-8000-000000000002',
    key: 'unassigned',
    filter: { status: ['any_open'], assignee: 'none' },
  },
  { id: '00000000-0000-7000-8000-000000000003', key: 'open', filter: { status: ['any_open'] } },
  {
    id: '00000000-0000-7000-8000-000000000004',
    key: 'solved',
    filter: { status: ['solved', 'closed'] },
  },
];

export function viewByRef(ref: string): View {
  const view = builtInViews.find(({ id, key }) => id === ref.toLowerCase() || key === ref);
  if (!view) {
    throw new Refusal('not_found', 'view.not_found');
  }
  return view;
}
