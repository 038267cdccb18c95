/** Where to go after signing in: back to where one was, and never to another site. */
export function pathAfterSignIn(next: string | null): string {
  if (next === null || !URL.canParse(next, 'http://here')) return '/';
  const url = new URL(next, 'http://here');
  const path = url.pathname + url.search + url.hash;
  return url.origin === 'http://here' && next.startsWith('/') && !path.startsWith('//')
    ? path
    : '/';
}

/** The sign-in page that leads back here. */
export const signInPath = (here: { pathname: string; search: string }): string => {
  const next = here.pathname + here.search;
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
};
