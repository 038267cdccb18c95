import { useEffect, useState } from 'react';
import { isArchive } from '../../../../models/belenios/archive/header.ts';
import { type LedgerFile, getSigningKeys } from '../../../../models/contracts/ledger.ts';
import { slipRecordFile } from '../../../../models/contracts/opinions.ts';
import { addressOf } from '../../../../models/contracts/route.ts';
import { readLedgerFile } from '../../../../models/voting/ledger-file.ts';
import type { readReceiptUrl } from '../../../../models/voting/receipt-link.ts';
import { call } from '../../../realtime/http.ts';
import { onlyLatest } from './only-latest.ts';
import { electionAddress, recordAddress } from './record-addresses.ts';

/** What is looked at now. */
export type Looked =
  | { state: 'none' }
  | { state: 'fetching' }
  /** The server does not give it: signed out, not shown yet, or not there. */
  | { state: 'kept' }
  /** Null for what is not a record. */
  | { state: 'read'; file: LedgerFile | null; fromServer: boolean }
  /** The record of a verifiable secret poll, or what was given for one. */
  | { state: 'election'; bytes: Uint8Array; fromServer: boolean };

/** A file that was moved or taken away since it was chosen. */
const unreadable: Looked = { state: 'read', file: null, fromServer: false };

/** The record from a file of one's own, or from the server when a link names it. */
export function useRecordFile(link: ReturnType<typeof readReceiptUrl>) {
  const address = addressIn(link);
  const [looked, setLooked] = useState<Looked>({ state: address === null ? 'none' : 'fetching' });
  // One's own file may be chosen while the record is still on its way.
  const [only] = useState(() => onlyLatest(setLooked, unreadable));
  useEffect(() => {
    if (address === null) return undefined;
    const stopping = new AbortController();
    void only.ask(fetchRecord(address, stopping.signal));
    return () => {
      stopping.abort();
      only.stop();
    };
  }, [address, only]);
  return { looked, read: (file: File) => only.ask(readOwn(file)) };
}

async function readOwn(file: File): Promise<Looked> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return lookedAt(bytes, file.name.endsWith('.bel'), false);
}

/** Where the record lies that a link names; null where it names none. */
function addressIn({ meetingId, pollId, slipId, isElection }: ReturnType<typeof readReceiptUrl>) {
  if (slipId !== null) return addressOf(slipRecordFile, { slipId });
  if (meetingId === null || pollId === null) return null;
  return (isElection ? electionAddress : recordAddress)(meetingId, pollId);
}

function lookedAt(bytes: Uint8Array, isElection: boolean, fromServer: boolean): Looked {
  if (isElection || isArchive(bytes)) return { state: 'election', bytes, fromServer };
  const file = readLedgerFile(new TextDecoder().decode(bytes));
  return { state: 'read', file, fromServer };
}

async function fetchRecord(address: string, signal: AbortSignal): Promise<Looked> {
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok) return { state: 'kept' };
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return lookedAt(bytes, false, true);
  } catch {
    return { state: 'kept' };
  }
}

/** The keys that this server says it signs with; null while it is not known, or cannot be reached. */
export function useServerKeys(): readonly string[] | null {
  const [keys, setKeys] = useState<readonly string[] | null>(null);
  useEffect(() => {
    call(getSigningKeys, {}).then(
      ({ items }) => setKeys(items.map(({ publicKey }) => publicKey)),
      () => setKeys(null),
    );
  }, []);
  return keys;
}
