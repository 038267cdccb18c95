import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('configuration', () => {
  test('nothing given: this machine only, no TLS, no demo', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      tls: 'off',
      demo: false,
      trustProxy: false,
    });
    expect(config.keyFile).toBe(`${config.dataDir}/keys/master.key`);
  });

  test.each([
    ['NGHI_TRUONG_PORT', 'abc'],
    ['NGHI_TRUONG_PORT', '70000'],
    ['NGHI_TRUONG_PUBLIC_URL', 'hop.example.vn'],
    ['NGHI_TRUONG_TLS', 'on'],
    ['NGHI_TRUONG_MEDIA_WORKERS', '0'],
    ['NGHI_TRUONG_TURN_URLS', 'https://relay.example.vn'],
    ['NGHI_TRUONG_TURN_HOURS', '0'],
    ['NGHI_TRUONG_FACE_THREADS', '-1'],
    ['NGHI_TRUONG_DEMO', 'yes'],
    ['NGHI_TRUONG_LOG_LEVEL', 'loud'],
    ['NGHI_TRUONG_SESSION_HOURS', '0'],
    ['NGHI_TRUONG_METRICS_TOKEN', 'short'],
  ])('a value that cannot be used is named: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  test('a relay needs its secret, given or in a file', () => {
    const env = { NGHI_TRUONG_TURN_URLS: 'turn:r.vn:3478, turns:r.vn:443?transport=tcp' };
    const urls = ['turn:r.vn:3478', 'turns:r.vn:443?transport=tcp'];
    expect(readConfig({}).turn).toBeNull();
    expect(() => readConfig(env)).toThrow('NGHI_TRUONG_TURN_SECRET');
    expect(readConfig({ ...env, NGHI_TRUONG_TURN_SECRET: 'bi-mat' }).turn).toEqual({
      urls,
      secret: 'bi-mat',
      hours: 12,
    });
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'turn');
    const fromFile = { ...env, NGHI_TRUONG_TURN_SECRET_FILE: file };
    expect(() => readConfig(fromFile)).toThrow('NGHI_TRUONG_TURN_SECRET_FILE');
    writeFileSync(file, 'trong-tep\n');
    expect(readConfig(fromFile).turn).toMatchObject({ secret: 'trong-tep' });
    rmSync(dirname(file), { recursive: true });
  });

  test('TLS by files needs both of them', () => {
    const env = { NGHI_TRUONG_TLS: 'files', NGHI_TRUONG_TLS_CERT: 'cert.pem' };
    expect(() => readConfig(env)).toThrow('NGHI_TRUONG_TLS_KEY');
    expect(readConfig({ ...env, NGHI_TRUONG_TLS_KEY: 'key.pem' }).tls).toEqual({
      cert: 'cert.pem',
      key: 'key.pem',
    });
  });

  test('with TLS it listens to the network unless told otherwise', () => {
    expect(readConfig({ NGHI_TRUONG_TLS: 'self-signed' }).host).toBe('0.0.0.0');
    const env = { NGHI_TRUONG_TLS: 'self-signed', NGHI_TRUONG_HOST: '10.0.0.5' };
    expect(readConfig(env).host).toBe('10.0.0.5');
  });

  test.each([
    ['', false],
    ['2', 2],
    ['10.0.0.1, 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
  ])('a proxy is trusted as written: "%s"', (text, trusted) => {
    expect(readConfig({ NGHI_TRUONG_TRUST_PROXY: text }).trustProxy).toEqual(trusted);
  });

  test('an empty variable counts as not given', () => {
    expect(readConfig({ NGHI_TRUONG_PORT: '' }).port).toBe(3000);
  });
});
