import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { SigningKey } from '../../models/contracts/ledger.ts';

/** Signs records with Ed25519 (RFC 8032), so that anyone can check them who has the public key. */
export interface Signer extends SigningKey {
  /** @returns the signature of the UTF-8 bytes, base64url */
  sign(text: string): string;
}

/** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @param seed the 32 bytes of the private key */
export function signerOf(seed: Uint8Array): Signer {
  const der = Buffer.concat([pkcs8Head, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return {
    keyId: createHash('sha256').update(raw).digest('hex').slice(0, 16),
    publicKey: raw.toString('base64url'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64url'),
  };
}
