import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { Skeleton } from '../../../ui/states.tsx';
import { approvalWords } from '../features/approvals/words.ts';
import { firstRunWords } from '../features/first-run/words.ts';
import { organizationWords } from '../features/organizations/words.ts';
import { cardWords } from '../features/people/card/words.ts';
import { parseSearchPlace } from '../features/search/search-place.ts';
import { searchWords } from '../features/search/words.ts';
import { settingsWords } from '../features/settings/words.ts';
import { parseDeskSearch } from '../features/tickets/desk-search.ts';
import { Desk, NothingOpened } from '../features/tickets/desk.tsx';
import { newTicketWords } from '../features/tickets/new/words.ts';
import { workflowWords } from '../features/workflow/words.ts';
import { addWords } from '../lib/i18n.ts';
import { ApiProblem } from '../lib/problem.ts';
import { sessionQuery, setupQuery } from '../lib/session.ts';
import { Broken, NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';
import { OpenedTicket } from './opened-ticket.tsx';

/** A part of the console that comes when it is needed, with its words. */
function later<T>(words: Parameters<typeof addWords>[0], load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [part] = await Promise.all([load(), addWords(words)]);
    return part;
  };
}

type Context = { cache: QueryClient };

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
});

/** Below this one is signed in; above, one is led to where signing in or the first run happens. */
const inside = createRoute({
  id: 'inside',
  getParentRoute: () => root,
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.cache.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) {
        throw error;
      }
      const setup = await context.cache.fetchQuery({ ...setupQuery, staleTime: 0 });
      throw redirect(
        setup.needed ? { to: '/first-run' } : { to: '/sign-in', search: { next: location.href } },
      );
    }
  },
});

const signIn = createRoute({
  path: '/sign-in',
  getParentRoute: () => root,
  component: lazyRouteComponent(() => import('../features/session/sign-in.tsx'), 'SignIn'),
});

const firstRun = createRoute({
  path: '/first-run',
  getParentRoute: () => root,
  component: lazyRouteComponent(
    later(firstRunWords, () => import('../features/first-run/first-run.tsx')),
    'FirstRun',
  ),
});

const home = createRoute({
  path: '/',
  getParentRoute: () => inside,
  beforeLoad: () => {
    throw redirect({ to: '/tickets', search: { view: 'open' } });
  },
});

const desk = createRoute({
  path: '/tickets',
  getParentRoute: () => inside,
  validateSearch: parseDeskSearch,
  component: Desk,
});
const deskIndex = createRoute({ path: '/', getParentRoute: () => desk, component: NothingOpened });
const newTicket = createRoute({
  path: '/new',
  getParentRoute: () => desk,
  component: lazyRouteComponent(
    later(newTicketWords, () => import('../features/tickets/new-ticket.tsx')),
    'NewTicket',
  ),
});
const ticket = createRoute({
  path: '/$number',
  getParentRoute: () => desk,
  component: OpenedTicket,
});

const welcome = createRoute({
  path: '/welcome',
  getParentRoute: () => inside,
  component: lazyRouteComponent(
    later(firstRunWords, () => import('../features/first-run/welcome.tsx')),
    'Welcome',
  ),
});

const people = createRoute({
  path: '/people',
  getParentRoute: () => inside,
  component: lazyRouteComponent(() => import('../features/people/people.tsx'), 'People'),
});
const duplicates = createRoute({
  path: '/duplicates',
  getParentRoute: () => people,
  component: lazyRouteComponent(
    later(cardWords, () => import('../features/people/card/duplicates.tsx')),
    'Duplicates',
  ),
});
const person = createRoute({
  path: '/$id',
  getParentRoute: () => people,
  component: lazyRouteComponent(
    later(cardWords, () => import('../features/people/person-page.tsx')),
    'PersonPage',
  ),
});
const organizations = createRoute({
  path: '/organizations',
  getParentRoute: () => inside,
  component: lazyRouteComponent(
    later(organizationWords, () => import('../features/organizations/organizations.tsx')),
    'Organizations',
  ),
});
const ownEntities = createRoute({
  path: '/own',
  getParentRoute: () => organizations,
  component: lazyRouteComponent(
    later(organizationWords, () => import('../features/organizations/own-entities.tsx')),
    'OwnEntities',
  ),
});
const organization = createRoute({
  path: '/$id',
  getParentRoute: () => organizations,
  component: lazyRouteComponent(
    later(organizationWords, () => import('../features/organizations/organization-page.tsx')),
    'OrganizationPage',
  ),
});

const search = createRoute({
  path: '/search',
  getParentRoute: () => inside,
  validateSearch: parseSearchPlace,
  component: lazyRouteComponent(
    later(searchWords, () => import('../features/search/search-page.tsx')),
    'SearchPage',
  ),
});

const tasks = createRoute({
  path: '/tasks',
  getParentRoute: () => inside,
  component: lazyRouteComponent(
    later(workflowWords, () => import('../features/workflow/my-tasks.tsx')),
    'MyTasks',
  ),
});

const approvals = createRoute({
  path: '/approvals',
  getParentRoute: () => inside,
  component: lazyRouteComponent(
    later(approvalWords, () => import('../features/approvals/my-approvals.tsx')),
    'MyApprovals',
  ),
});

const settings = createRoute({
  path: '/settings',
  getParentRoute: () => inside,
  component: lazyRouteComponent(
    later(settingsWords, () => import('../features/settings/settings.tsx')),
    'Settings',
  ),
});
const settingsSection = createRoute({
  path: '/$section',
  getParentRoute: () => settings,
  component: lazyRouteComponent(
    later(settingsWords, () => import('../features/settings/section.tsx')),
    'Section',
  ),
});

const tree = root.addChildren([
  signIn,
  firstRun,
  inside.addChildren([
    home,
    desk.addChildren([deskIndex, newTicket, ticket]),
    welcome,
    people.addChildren([duplicates, person]),
    organizations.addChildren([ownEntities, organization]),
    search,
    tasks,
    approvals,
    settings.addChildren([settingsSection]),
  ]),
]);

/** `history` is given in tests; a browser has its own. */
export function makeRouter(cache: QueryClient, history?: RouterHistory) {
  return createRouter({
    ...(history ? { history } : {}),
    routeTree: tree,
    context: { cache },
    defaultPendingComponent: () => <Skeleton rows={5} />,
    defaultErrorComponent: Broken,
    defaultPendingMs: 150,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
