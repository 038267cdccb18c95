import { useEffect, useState } from 'react';
import type { NetworkFindings } from '../../../../models/contracts/network.ts';
import type { Id } from '../../../../models/ids.ts';
import { type NetworkProgress, runNetworkTest } from '../../../realtime/media/network-test.ts';
import { useConnection } from '../../../realtime/provider.tsx';

export type TestState =
  | { phase: 'running'; progress: NetworkProgress }
  | { phase: 'done'; findings: NetworkFindings; at: Date }
  | { phase: 'failed'; error: unknown };

const beginning: TestState = { phase: 'running', progress: { way: 'udp', share: 0 } };

/** Runs the test while the component stands; leaving it calls the test off. */
export function useNetworkTest(meetingId: Id): { state: TestState; again: () => void } {
  const connection = useConnection();
  const [state, setState] = useState<TestState>(beginning);
  const [run, setRun] = useState(0);
  useEffect(() => {
    const calledOff = new AbortController();
    const tell = (next: TestState) => {
      if (!calledOff.signal.aborted) setState(next);
    };
    runNetworkTest(
      connection,
      meetingId,
      (progress) => tell({ phase: 'running', progress }),
      calledOff.signal,
    ).then(
      (findings) => tell({ phase: 'done', findings, at: new Date() }),
      (error: unknown) => tell({ phase: 'failed', error }),
    );
    return () => calledOff.abort();
  }, [connection, meetingId, run]);
  const again = () => {
    setState(beginning);
    setRun(run + 1);
  };
  return { state, again };
}
