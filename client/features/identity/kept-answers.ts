import type { Query, QueryClient } from '@tanstack/react-query';
import { type SignedIn, getSession } from '../../../models/contracts/identity.ts';
import { routeKey } from '../../realtime/queries.ts';

// The session itself stays: the gate and the sign-in page are watching it.
const isOther = ({ queryKey }: Query) => queryKey[0] !== getSession.path;

const setSession = (client: QueryClient, person: SignedIn | null) =>
  client.setQueryData(routeKey(getSession), { person, serverTime: new Date().toISOString() });

/** Someone has signed in: what was read for someone else is forgotten, the rest is read anew. */
export async function takeUp(client: QueryClient, person: SignedIn, isSamePerson: boolean) {
  if (!isSamePerson) client.removeQueries({ predicate: isOther });
  setSession(client, person);
  await client.invalidateQueries();
}

/** The person has left: nothing that was read for them stays in this tab. */
export function forgetPerson(client: QueryClient) {
  client.removeQueries({ predicate: isOther });
  setSession(client, null);
}
