import { useEffect, useState } from 'react';
import {
  type LedgerFile,
  getSigningKeys,
  recordFile,
} from '../../../../models/contracts/ledger.ts';
import { readLedgerFile } from '../../../../models/voting/ledger-file.ts';
import type { readReceiptUrl } from '../../../../models/voting/receipt-link.ts';
import { call } from '../../../realtime/http.ts';

/** What is looked at now. */
export type Looked =
  | { state: 'none' }
  | { state: 'fetching' }
  /** The server does not give it: signed out, not shown yet, or not there. */
  | { state: 'kept' }
  /** Null for what is not a record. */
  | { state: 'read'; file: LedgerFile | null; fromServer: boolean };

/** The record from a file of one's own, or from the server when a link names it. */
export function useRecordFile({ meetingId, pollId }: ReturnType<typeof readReceiptUrl>) {
  const isNamed = meetingId !== null && pollId !== null;
  const [looked, setLooked] = useState<Looked>({ state: isNamed ? 'fetching' : 'none' });
  useEffect(() => {
    if (meetingId === null || pollId === null) return undefined;
    const stopping = new AbortController();
    const show = (found: Looked) => (stopping.signal.aborted ? undefined : setLooked(found));
    void fetchRecord(meetingId, pollId, stopping.signal).then(show);
    return () => stopping.abort();
  }, [meetingId, pollId]);
  const read = async (file: File) =>
    setLooked({ state: 'read', file: readLedgerFile(await file.text()), fromServer: false });
  return { looked, read };
}

async function fetchRecord(
  meetingId: string,
  pollId: string,
  signal: AbortSignal,
): Promise<Looked> {
  try {
    const answer = await fetch(recordAddress(meetingId, pollId), { signal });
    if (!answer.ok) return { state: 'kept' };
    return { state: 'read', file: readLedgerFile(await answer.text()), fromServer: true };
  } catch {
    return { state: 'kept' };
  }
}

export const recordAddress = (meetingId: string, pollId: string): string =>
  recordFile.path.replace(':meetingId', meetingId).replace(':pollId', pollId);

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
