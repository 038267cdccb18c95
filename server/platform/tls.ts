import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { Config } from './config.ts';

export interface TlsMaterial {
  cert: string;
  key: string;
}

/** Browsers refuse certificates that last longer, even those that a person trusts by hand. */
const longest = 825;
/** Days before the end at which a start makes a new one. */
const renewal = 60;
const day = 86_400_000;

/**
 * The certificate to serve with; null when TLS is off. A self-signed one is made once for this host's names and
 * addresses and kept in the data folder, so that browsers ask only once; it is made anew when it is about to expire
 * or when the host got a name or an address that it does not hold.
 */
export async function loadTls({ tls, dataDir }: Config): Promise<TlsMaterial | null> {
  if (tls === 'off') return null;
  if (tls !== 'self-signed')
    return { cert: readFileSync(tls.cert, 'utf8'), key: readFileSync(tls.key, 'utf8') };
  const folder = join(dataDir, 'tls');
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  if (!existsSync(files.cert) || !isGood(readFileSync(files.cert, 'utf8'))) {
    const made = await generate([{ name: 'commonName', value: hostname() }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notAfterDate: new Date(Date.now() + longest * day),
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: ownNames() },
      ],
    });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(files.key, made.private, { mode: 0o600 });
    writeFileSync(files.cert, made.cert);
  }
  return { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
}

function isGood(cert: string): boolean {
  const { validTo, subjectAltName = '' } = new X509Certificate(cert);
  if (Date.parse(validTo) < Date.now() + renewal * day) return false;
  const held = new Set(subjectAltName.split(', '));
  return ownNames().every((name) =>
    held.has(name.type === 2 ? `DNS:${name.value}` : `IP Address:${name.ip}`),
  );
}

type AltName = { type: 2; value: string } | { type: 7; ip: string };

function ownNames(): AltName[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }): AltName => ({ type: 7, ip: address }));
  return [{ type: 2, value: 'localhost' }, { type: 2, value: hostname() }, ...addresses];
}
