import { listOrganisations, listPeople } from '../../../models/contracts/identity.ts';
import { listBodies, listRooms } from '../../../models/contracts/meetings.ts';
import { routeQuery } from '../../realtime/queries.ts';

const all = { query: { includeClosed: 'true' } } as const;

// The whole of each catalogue, those out of use too: names of old references stay readable, and what is shown
// changes without asking the server again.
export const organisationsQuery = routeQuery(listOrganisations, all);
export const peopleQuery = routeQuery(listPeople, all);
export const roomsQuery = routeQuery(listRooms, all);
export const bodiesQuery = routeQuery(listBodies, all);
