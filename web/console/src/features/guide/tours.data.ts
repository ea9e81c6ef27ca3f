import type { TourName } from '../../lib/guide.ts';

export type TourStep = {
  readonly name: string;
  /** Where it is shown. */
  readonly to: string;
  /** What is pointed at; the first that is on the screen. */
  readonly at: string;
};

const help = '[data-tour="help"]';

/** Short on purpose: whoever wants more finds the guide. Words: `guide.tour.<tour>.<name>`. */
export const tours: Readonly<Record<TourName, readonly TourStep[]>> = {
  agent: [
    { name: 'views', to: '/tickets?view=open', at: 'nav:has(a[href*="view=unassigned"])' },
    {
      name: 'list',
      to: '/tickets?view=open',
      at: '[data-tour="list"], main ul:has(a[href*="/tickets/"])',
    },
    {
      name: 'answer',
      to: '/tickets?view=open',
      at: 'form:has([role="textbox"]), form:has(textarea)',
    },
    { name: 'customers', to: '/people', at: 'header a[href="/people"]' },
    { name: 'palette', to: '/tickets?view=open', at: '[aria-keyshortcuts~="Control+K"]' },
    { name: 'help', to: '/tickets?view=open', at: help },
  ],
  lead: [
    { name: 'unassigned', to: '/tickets?view=unassigned', at: 'a[href*="view=unassigned"]' },
    { name: 'views', to: '/tickets?view=open', at: 'nav:has(a[href*="view=unassigned"])' },
    { name: 'templates', to: '/settings/templates', at: 'a[href="/settings/templates"]' },
    { name: 'categories', to: '/settings/categories', at: 'a[href="/settings/categories"]' },
    { name: 'help', to: '/tickets?view=open', at: help },
  ],
  administrator: [
    { name: 'channels', to: '/settings/channels', at: 'a[href="/settings/channels"]' },
    { name: 'users', to: '/settings/users', at: 'a[href="/settings/users"]' },
    { name: 'roles', to: '/settings/roles', at: 'a[href="/settings/roles"]' },
    { name: 'categories', to: '/settings/categories', at: 'a[href="/settings/categories"]' },
    { name: 'security', to: '/settings/profile', at: 'a[href="/settings/profile"]' },
    { name: 'steps', to: '/welcome', at: help },
  ],
};
