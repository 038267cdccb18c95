import { expect, it } from 'vitest';
import { pathAfterSignIn, signInPath } from './next-path.ts';

it('[session] after signing in one is back where one was', () => {
  const url = new URL(signInPath({ pathname: '/meetings/1', search: '?tab=2' }), 'http://here');
  expect(pathAfterSignIn(url.searchParams.get('next'))).toBe('/meetings/1?tab=2');
  expect(signInPath({ pathname: '/', search: '' })).toBe('/sign-in');
});

it.each([
  null,
  '',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/..//x.example',
  'javascript:alert(1)',
])('[session] %s never leads to another site', (next) => {
  const path = pathAfterSignIn(next);
  expect(path.startsWith('/')).toBe(true);
  expect(new URL(path, 'http://here').origin).toBe('http://here');
});
