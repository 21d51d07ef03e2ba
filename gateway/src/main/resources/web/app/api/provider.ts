import { Problem } from './problem';

const PATH = document.querySelector<HTMLMetaElement>('meta[name="sign-in"]')?.content;

let pending: Promise<string | null> | undefined;

/** Whether people can sign in with an account of an OpenID Connect provider. */
export function hasProvider(): boolean {
  return PATH !== undefined;
}

/** Where somebody signs in there, and comes back to where they are. */
export function signInAddress(): string {
  return `${PATH}?to=${encodeURIComponent(location.pathname)}`;
}

/** Where somebody signs out there, too. */
export function signOutAddress(): string {
  return `${PATH}/out`;
}

/** The token of who has signed in at the provider, good for some minutes; null where nobody has, or no longer. */
export function providersToken(): Promise<string | null> {
  pending ??= ask().finally(() => (pending = undefined));
  return pending;
}

async function ask(): Promise<string | null> {
  let response: Response;
  try {
    response = await fetch(`${PATH}/token`, {
      // says that nobody can be led to the provider's page now
      headers: { 'X-Requested-With': 'JavaScript' },
      // it brings the cookie of a renewed session, also to who has gone on to another page
      keepalive: true,
    });
  } catch {
    throw Problem.offline();
  }
  if (response.status >= 500) {
    throw await Problem.of(response);
  }
  return response.status === 200 ? ((await response.json()) as { token: string }).token : null;
}
