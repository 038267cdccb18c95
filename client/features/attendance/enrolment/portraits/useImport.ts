import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { importFace, listFaces } from '../../../../../models/contracts/face-desk.ts';
import { useConnection } from '../../../../realtime/provider.tsx';
import { routeKey } from '../../../../realtime/queries.ts';
import { enrolPatienceMs } from '../capture.ts';
import type { Portrait } from './list.ts';
import { packPortrait } from './pack.ts';
import { type LineResult, runImport } from './run.ts';

export type ImportState = 'idle' | 'running' | 'stopped' | 'finished' | 'finishedDry';

interface ImportWish {
  rows: readonly Portrait[];
  files: readonly File[];
  isDry: boolean;
}

/** Runs one import at a time while the page stands; leaving the page stops it. */
export function useImport() {
  const connection = useConnection();
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>('idle');
  const [results, setResults] = useState<readonly LineResult[]>([]);
  const isStopped = useRef(false);
  useEffect(() => {
    isStopped.current = false;
    return () => {
      isStopped.current = true;
    };
  }, []);
  useEffect(() => {
    if (state !== 'running') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [state]);

  const run = async ({ rows, files, isDry }: ImportWish) => {
    await runImport<File>({
      rows,
      files,
      pack: packPortrait,
      send: ({ person, office, proof, consentedAt }, frame, requestId) =>
        connection.request(
          importFace,
          { person, office, proof, consentedAt, frame, dryRun: isDry },
          { requestId, patienceMs: enrolPatienceMs },
        ),
      onLine: (result) => setResults((earlier) => [...earlier, result]),
      isStopped: () => isStopped.current,
    });
    setState(isStopped.current ? 'stopped' : isDry ? 'finishedDry' : 'finished');
    await client.invalidateQueries({ queryKey: routeKey(listFaces) });
  };

  return {
    state,
    results,
    start(wish: ImportWish) {
      isStopped.current = false;
      setResults([]);
      setState('running');
      void run(wish);
    },
    stop: () => void (isStopped.current = true),
  };
}
