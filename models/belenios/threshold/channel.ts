import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Group } from '../group.ts';
import { sha256Hex } from '../hash.ts';
import { FormatError, type Read, decode, encode, numberBelow, record, text } from '../json.ts';
import { type SignedMessage, readSignedMessage } from '../messages.ts';
import { randomBelow, randomToken } from '../random.ts';
import { signMessage, verifyMessage } from '../schnorr.ts';
import { type CertKeys } from '../trustees.ts';
import { decryptCcm, encryptCcm } from './ccm.ts';

/** How trustees write to each other through a server that can neither read nor change it (sections 4.6.1 to 4.6.3). */

const SEED_LENGTH = 22;
const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What a trustee of a threshold keeps secret; all other keys come from it. */
export function createSeed(): string {
  return randomToken(SEED_LENGTH);
}

interface ChannelKeys {
  signing: bigint;
  decryption: bigint;
}

/** Section 4.6.1. */
export function channelKeys({ challenge }: Group, seed: string): ChannelKeys {
  return {
    // A hash as a number modulo q, as challenges are.
    signing: challenge(`sk|${seed}`),
    decryption: challenge(`dk|${seed}`),
  };
}

export function publicChannelKeys(group: Group, { signing, decryption }: ChannelKeys): CertKeys {
  return { verification: group.powerOfG(signing), encryption: group.powerOfG(decryption) };
}

/** Section 4.6.2. */
export function certificateOf(group: Group, seed: string): SignedMessage {
  const keys = channelKeys(group, seed);
  return signMessage(group, keys.signing, encode(publicChannelKeys(group, keys)));
}

const readEncrypted = (group: Group) =>
  record({ alpha: numberBelow(group.p), beta: numberBelow(group.p), data: text });

const keyAndVector = (shared: bigint, alpha: bigint) =>
  [hexToBytes(sha256Hex(`key|${shared}`)), hexToBytes(sha256Hex(`iv|${alpha}`))] as const;

function encrypt(group: Group, encryptionKey: bigint, message: string): string {
  const r = randomBelow(group.q);
  const shared = group.powerOfG(randomBelow(group.q));
  const alpha = group.powerOfG(r);
  const beta = group.multiply(group.power(encryptionKey, r), shared);
  const [key, vector] = keyAndVector(shared, alpha);
  return encode({ alpha, beta, data: bytesToHex(encryptCcm(key, vector, utf8.encode(message))) });
}

function decrypt(group: Group, decryptionKey: bigint, encrypted: string): string {
  const { alpha, beta, data } = decode(encrypted, readEncrypted(group));
  // Else a sender could learn something about the key from what comes out.
  if (!group.contains(alpha) || !group.contains(beta)) throw new FormatError('not of the group');
  if (!/^([0-9a-f]{2})*$/.test(data)) throw new FormatError('data: not hexadecimal');
  const shared = group.multiply(beta, group.power(alpha, group.q - decryptionKey));
  const message = decryptCcm(...keyAndVector(shared, alpha), hexToBytes(data));
  if (!message) throw new FormatError('a message that was not for this key, or was changed');
  return strictUtf8.decode(message);
}

/** send(sk, recipient, message) of section 4.6.3. @param recipient an encryption key */
export function send(group: Group, signing: bigint, recipient: bigint, message: string): string {
  const signed = signMessage(group, signing, encode({ recipient, message }));
  return encrypt(group, recipient, encode(signed));
}

/**
 * Opens what was sent and checks who sent it and to whom.
 * @param sender the sender's verification key
 * @throws {FormatError}
 */
export function receive<T>(
  group: Group,
  own: ChannelKeys,
  sender: bigint,
  sent: string,
  read: Read<T>,
): T {
  const signed = decode(decrypt(group, own.decryption, sent), readSignedMessage(group));
  if (!verifyMessage(group, sender, signed)) throw new FormatError('from another sender');
  const channel = record({ recipient: numberBelow(group.p), message: text });
  const { recipient, message } = decode(signed.message, channel);
  if (recipient !== group.powerOfG(own.decryption)) throw new FormatError('for another recipient');
  return decode(message, read);
}
