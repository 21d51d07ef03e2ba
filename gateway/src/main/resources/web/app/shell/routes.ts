import type { PageModule } from './page';

/** An address of the explorer and the page that is shown there. */
export interface Route {
  /** "/profiles/:kind/:code"; a last "*" stands for whatever follows. */
  path: string;
  page: () => Promise<PageModule>;
  /** Which entry of the navigation it belongs to. */
  place?: 'home' | 'explore' | 'profiles' | 'submit' | 'about';
}

/** One page whatever follows, which stays while its reader goes about in it. */
const submit = () => import('../submit/submit-page');

/** The one table of addresses. The gateway serves the index for the same: see ExplorerRoutes.java, which lists their beginnings. */
export const routes: Route[] = [
  { path: '/', page: () => import('../home/home-page'), place: 'home' },
  { path: '/explore', page: () => import('../explore/explore-page'), place: 'explore' },
  { path: '/explore/*', page: () => import('../explore/explore-page'), place: 'explore' },
  { path: '/profiles', page: () => import('../profile/profiles-page'), place: 'profiles' },
  { path: '/profiles/:kind/:code', page: () => import('../profile/profile-page'), place: 'profiles' },
  { path: '/submit', page: submit, place: 'submit' },
  { path: '/submit/*', page: submit, place: 'submit' },
  { path: '/cite/:id', page: () => import('../cite/cite-page'), place: 'explore' },
  { path: '/about', page: () => import('../home/about-page'), place: 'about' },
];

export const notFound: Route = { path: '*', page: () => import('./not-found-page') };

export interface Match {
  route: Route;
  parameters: Record<string, string>;
}

/** Which page stands at the path; the page that says so where there is none. */
export function match(path: string): Match {
  for (const route of routes) {
    const parameters = parametersOf(route.path, path);
    if (parameters) {
      return { route, parameters };
    }
  }
  return { route: notFound, parameters: {} };
}

function parametersOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.replace(/(.)\/+$/, '$1').split('/');
  const open = wanted.at(-1) === '*';
  if (open ? given.length < wanted.length : given.length !== wanted.length) {
    return null;
  }
  const parameters: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part === '*') {
      parameters.rest = given.slice(at).map(decoded).join('/');
    } else if (part.startsWith(':')) {
      parameters[part.slice(1)] = decoded(given[at]);
    } else if (part !== given[at]) {
      return null;
    }
  }
  return parameters;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
