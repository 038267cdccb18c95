import { describe, expect, test } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const host = 'hop.example.vn';

describe('requests of other sites', () => {
  test.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: `https://${host}` }, true],
    ['typed by the person', { 'sec-fetch-site': 'none' }, true],
    ['a program that is no browser', {}, true],
    ['an older browser, our page', { origin: `https://${host}` }, true],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, false],
    ['an older browser, another site', { origin: 'https://evil.example' }, false],
    ['another port', { origin: `https://${host}:8443` }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
    ['a name that only begins like ours', { origin: `https://${host}.evil.example` }, false],
  ])('%s', (_who, headers, expected) => {
    expect(isSameOrigin(headers, host, undefined)).toBe(expected);
  });

  test('behind a proxy that hides the host, the public address counts', () => {
    const headers = { origin: 'https://hop.example.vn' };
    expect(isSameOrigin(headers, '127.0.0.1:3000', undefined)).toBe(false);
    expect(isSameOrigin(headers, '127.0.0.1:3000', 'https://hop.example.vn/')).toBe(true);
  });
});
