import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { LedgerFile, type LedgerSignature, type SigningKey } from '../contracts/ledger.ts';
import type { Id } from '../ids.ts';
import type { Fault } from './faults.ts';
import { checkLedger } from './ledger-check.ts';
import { type LedgerRow, genesis } from './ledger.ts';
import { signedText } from './signed-text.ts';

export interface FileCheck {
  ok: boolean;
  /** How many. */
  entries: number;
  /** Of an older form: nothing but its chain can be checked. */
  isOld: boolean;
  errors: Fault[];
  /** With which its signatures were made; none when the file cannot be read. */
  keys: SigningKey[];
  /** The entry of the receipt that was asked for. */
  receiptAt: number | null;
}

interface Expected {
  /** Public keys, base64url: those that may have signed. Without, that remains to be compared by hand. */
  keys?: readonly string[];
  /** The hash of a receipt that must be there. */
  receipt?: string;
}

/** Makes the file of a record from its rows. */
export const ledgerFile = (
  ledgerId: Id,
  rows: readonly LedgerRow[],
  signatures: LedgerSignature[],
): LedgerFile => ({
  format: 'nghi-truong-ledger',
  version: 1,
  ledgerId,
  entries: rows.map(({ hash, entry }) => ({ hash, entry })),
  signatures,
});

/** @returns null for what is not the file of a record */
export function readLedgerFile(text: string): LedgerFile | null {
  try {
    return LedgerFile.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Checks the file of a record, without any server: its chain, its story, its verdict and its signatures. */
export function checkLedgerFile(file: LedgerFile | null, expected: Expected = {}): FileCheck {
  if (file === null) return answer([{ sequence: null, code: 'file' }], 0, [], null);
  const { faults, ledgerId, signed, isOld } = checkLedger(rowsOf(file));
  const errors = [...faults, ...signatureFaults(file, signed)];
  if (ledgerId !== null && ledgerId !== file.ledgerId)
    errors.push({ sequence: 0, code: 'other_ledger' });
  for (const { sequence, publicKey } of file.signatures)
    if (expected.keys?.includes(publicKey) === false) errors.push({ sequence, code: 'key' });
  const at = entryOfReceipt(file, expected.receipt);
  if (expected.receipt !== undefined && at === null)
    errors.push({ sequence: null, code: 'receipt' });
  const keys = new Map(
    file.signatures.map(({ keyId, publicKey }) => [publicKey, { keyId, publicKey }]),
  );
  return { ...answer(errors, file.entries.length, [...keys.values()], at), isOld };
}

const answer = (
  errors: Fault[],
  entries: number,
  keys: SigningKey[],
  receiptAt: number | null,
): FileCheck => ({ ok: errors.length === 0, entries, isOld: false, errors, keys, receiptAt });

/** @returns the sequence number of the entry that a receipt names, or null */
export function entryOfReceipt(file: LedgerFile, receipt: string | undefined): number | null {
  const wanted = receipt?.trim().toLowerCase();
  const at = file.entries.findIndex(({ hash }) => hash === wanted);
  return at === -1 ? null : at;
}

/** A file holds entry and hash alone: the rest of a row is within the entry. */
export function rowsOf({ entries }: LedgerFile): LedgerRow[] {
  return entries.map(({ hash, entry }, sequence) => ({
    sequence,
    previousHash: sequence === 0 ? genesis : (entries[sequence - 1]?.hash ?? ''),
    hash,
    entry,
  }));
}

function signatureFaults(file: LedgerFile, signed: readonly number[]): Fault[] {
  const faults = file.signatures.flatMap((signature): Fault[] => {
    const { sequence } = signature;
    if (file.entries[sequence]?.hash !== signature.hash)
      return [{ sequence, code: 'signature_place' }];
    return isGoodSignature(file.ledgerId, signature) ? [] : [{ sequence, code: 'signature' }];
  });
  const under = new Set(file.signatures.map(({ sequence }) => sequence));
  const missing = signed.filter((sequence) => !under.has(sequence));
  return [...faults, ...missing.map((sequence): Fault => ({ sequence, code: 'unsigned' }))];
}

/** Whether the key that the signature names made it, and is named rightly. */
export function isGoodSignature(ledgerId: Id, signature: LedgerSignature): boolean {
  try {
    const key = bytesOf(signature.publicKey);
    const text = utf8ToBytes(signedText(ledgerId, signature));
    return (
      keyIdOf(key) === signature.keyId &&
      ed25519.verify(bytesOf(signature.signature), text, key, { zip215: false })
    );
  } catch {
    return false;
  }
}

/** How a public key is called: the first 16 hex digits of its SHA-256. */
const keyIdOf = (key: Uint8Array): string => bytesToHex(sha256(key)).slice(0, 16);

/** @throws Error on what is not base64url, or is written otherwise than the bytes are */
function bytesOf(text: string): Uint8Array {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  const letters = atob(base64);
  if (btoa(letters).replaceAll('=', '') !== base64) throw new Error('bits to spare');
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
