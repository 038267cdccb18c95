import type { UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { z } from 'zod';
import { type SignedIn, getSession } from '../../models/contracts/identity.ts';
import { useQueryRoute } from './queries.ts';

/** Who is signed in here, as the server last said; `person` is null for nobody. */
export const useSession = (): UseQueryResult<z.infer<typeof getSession.response>> =>
  useQueryRoute(getSession);

/** The signed-in person as every page below the gate sees them. */
export interface Me extends SignedIn {
  /** Administrator or secretariat. */
  isStaff: boolean;
  signOut: () => Promise<void>;
}

const MeContext = createContext<Me | null>(null);

/** For the gate that lets only signed-in people through. */
export const MeProvider = MeContext.Provider;

/** Who is signed in; only below the gate. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useMe is for pages of signed-in people');
  return me;
}
