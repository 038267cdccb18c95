import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Derived from the master key, one for each purpose, so that no use weakens another. */
export interface Keys {
  /** Names the key that seals, so that what an older key sealed can be told apart. */
  keyId: string;
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. `context` must be the same to open. */
  seal(plain: Uint8Array, context: string): Buffer;
  /** @throws when the key, the context or a byte is wrong */
  open(sealed: Uint8Array, context: string): Buffer;
  /** HMAC-SHA-256 over the parts, base64url; `purpose` keeps uses apart. */
  mac(purpose: string, ...parts: string[]): string;
}

const nonceBytes = 12;
const tagBytes = 16;
const masterBytes = 32;

/**
 * The keys of this server, from the master key in `file`, which is made at the first start with access for the
 * owner alone. Losing it loses the face templates and makes invitations that were
 * printed before useless, and nothing else.
 */
export function loadKeys(file: string): Keys {
  const master = readOrMake(file);
  const sealing = derive(master, 'seal');
  const signing = derive(master, 'mac');
  return {
    keyId: createHash('sha256').update(sealing).digest('hex').slice(0, 16),
    seal(plain, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const nonce = bytes.subarray(0, nonceBytes);
      const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: tagBytes })
        .setAAD(Buffer.from(context))
        .setAuthTag(tag);
      return Buffer.concat([
        decipher.update(bytes.subarray(nonceBytes + tagBytes)),
        decipher.final(),
      ]);
    },
    mac: (purpose, ...parts) =>
      createHmac('sha256', signing)
        .update(JSON.stringify([purpose, ...parts]))
        .digest('base64url'),
  };
}

const derive = (master: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, 'nghi-truong', purpose, 32));

function readOrMake(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    const descriptor = openSync(file, 'wx', 0o600);
    const fresh = randomBytes(masterBytes);
    writeSync(descriptor, fresh);
    fsyncSync(descriptor);
    closeSync(descriptor);
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const master = readFileSync(file);
  if (master.length !== masterBytes) throw new Error(`the key file must hold ${masterBytes} bytes`);
  return master;
}
