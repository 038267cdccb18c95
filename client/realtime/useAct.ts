import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { Action } from '../../models/contracts/event.ts';
import { createActs } from './act.ts';
import { useConnection } from './provider.tsx';

/**
 * Something that a person does over the socket. The same again after a loss of the network is the same act; a press
 * during the first one is for the pressed control to refuse.
 * @throws Refusal
 */
export function useAct<Q extends z.ZodType, A extends z.ZodType>(
  action: Action<Q, A>,
): (data: z.input<Q>) => Promise<z.infer<A>> {
  const { request } = useConnection();
  const [act] = useState(createActs);
  return useCallback(
    (data) => act(data, (requestId) => request(action, data, { requestId })),
    [act, request, action],
  );
}
