import { describe, expect, test } from 'vitest';
import { announcement, otherAddresses, startRefusal, warningsOf } from './announce.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { DataFolderInUse } from './platform/database.ts';

const plain = {
  url: 'http://localhost:3000',
  elsewhere: [],
  demo: null,
  firstAdministrator: null,
  warnings: [],
};

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('what the screen says at the start', () => {
  test('[Z1] passwords only of demo data and of an administrator who has not come yet', () => {
    expect(announcement(plain).trim()).toBe('Nghị Trường: http://localhost:3000');
    const firstAdministrator = { username: 'quantri', password: 'ABCD2345' };
    expect(announcement({ ...plain, firstAdministrator })).toContain('quantri / ABCD2345');
    const demo = { password: 'demo', logins: [{ username: 'chutich', who: 'Chủ tịch' }] };
    const text = announcement({ ...plain, demo });
    expect(text).toContain('TRÌNH DIỄN');
    expect(text).toContain('http://localhost:3000/kiosk');
  });

  test.each([
    [{}, 0],
    [{ NGHI_TRUONG_HOST: '0.0.0.0' }, 1],
    [{ NGHI_TRUONG_HOST: '192.168.1.5' }, 1],
    [{ NGHI_TRUONG_TLS: 'self-signed' }, 0],
    [{ NGHI_TRUONG_HOST: '0.0.0.0', NGHI_TRUONG_PUBLIC_URL: 'https://hop.example.vn' }, 0],
    [{ NGHI_TRUONG_HOST: '0.0.0.0', NGHI_TRUONG_PUBLIC_URL: 'http://hop.example.vn' }, 1],
  ])('[Z2] a word about cameras where browsers would give none: %o', (env, warnings) => {
    expect(warningsOf(readConfig(env))).toHaveLength(warnings);
  });

  test('[Z3] other addresses only where others can come', () => {
    expect(otherAddresses('http://localhost:3000', readConfig({}))).toEqual([]);
    const open = readConfig({ NGHI_TRUONG_HOST: '0.0.0.0' });
    for (const address of otherAddresses('http://localhost:3000', open))
      expect(address).toMatch(/^http:\/\/[\d.]+:3000$/);
  });
});

describe('why a server does not start', () => {
  const config = readConfig({ NGHI_TRUONG_PORT: '8123', NGHI_TRUONG_DATA: '/tmp/nowhere' });

  test.each([
    [new ConfigError('Biến X … / X …'), 'X'],
    [new DataFolderInUse('/tmp/nowhere'), '/tmp/nowhere'],
    [failure('EADDRINUSE'), '8123'],
    [failure('EACCES'), 'EACCES'],
    [failure('EADDRNOTAVAIL'), 'EADDRNOTAVAIL'],
  ])('[Z4] is one sentence in each language: %s', (error, named) => {
    const text = startRefusal(error, config);
    expect(text).toContain(named);
    expect(text).toContain(' / ');
  });

  test('[Z4] a defect is no sentence', () => {
    expect(startRefusal(new Error('x'), config)).toBeNull();
    expect(startRefusal('x', undefined)).toBeNull();
  });
});
