import { useCallback, useEffect, useState } from 'react';
import {
  type AdmissionState,
  admissionChanged,
  knock,
} from '../../../models/contracts/admission.ts';
import type { Id } from '../../../models/ids.ts';
import { useConnection, useNotice, useRestored } from '../../realtime/provider.tsx';

/** How it stands at the door; `knocking` until the server has answered. */
export type Admission =
  { state: 'knocking' | AdmissionState } | { state: 'failed'; error: unknown };

/**
 * Knocks at the door of the online room, at once and again on each new line: the server forgets who waits on a line that
 * broke.
 */
export function useAdmission(meetingId: Id): { admission: Admission; again: () => Promise<void> } {
  const { request } = useConnection();
  const [admission, setAdmission] = useState<Admission>({ state: 'knocking' });
  const again = useCallback(async () => {
    try {
      setAdmission(await request(knock, { meetingId }));
    } catch (error) {
      setAdmission({ state: 'failed', error });
    }
  }, [meetingId, request]);
  useEffect(() => {
    let gone = false;
    request(knock, { meetingId }).then(
      (answer) => gone || setAdmission(answer),
      (error: unknown) => gone || setAdmission({ state: 'failed', error }),
    );
    return () => void (gone = true);
  }, [meetingId, request]);
  useNotice(admissionChanged, (change) => {
    if (change.meetingId === meetingId) setAdmission({ state: change.state });
  });
  useRestored(() => void again());
  return { admission, again };
}
