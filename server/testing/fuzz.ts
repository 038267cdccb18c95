import * as fc from 'fast-check';
import type { Route } from '../../models/contracts/route.ts';
import { newId } from '../../models/ids.ts';
import type { MeetingHouse } from './meeting-house.ts';
import type { TestClient } from './test-client.ts';

/** What no page sends, in place of anything. */
export const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    'ồ'.repeat(3000),
    '\uD800',
    '\u0000',
    '__proto__',
    '{}',
    '[]',
    'null',
    '{"__proto__":{"answers":[]}}',
    '1'.repeat(620),
    -1,
    0,
    1.5,
    1e308,
    2 ** 53,
    [],
    {},
    [[]],
    { kind: 'motion' },
    { kind: 'ranked', ranking: [1, 1] },
    newId(),
  ),
);

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;

/** The routes among all that a contract declares. */
export const routesIn = (contract: Readonly<Record<string, unknown>>): Route[] =>
  Object.values(contract).filter(isRoute);

export type Everyone = Record<'chair' | 'member' | 'guest' | 'outsider' | 'nobody', TestClient>;

/** Everyone who may ask for something of a meeting, and two who may not: one of another place, and one not signed in. */
export async function everyoneAt(house: MeetingHouse): Promise<Everyone> {
  await house.addPerson({ username: 'nguoila' });
  return {
    chair: await house.signedIn('chutoa'),
    member: await house.signedIn('uyvien'),
    guest: await house.signedIn('khachmoi'),
    outsider: await house.signedIn('nguoila'),
    nobody: house.browser(),
  };
}
