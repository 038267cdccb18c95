import type { Person } from '../../models/contracts/identity.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, callerFor } from '../platform/caller.ts';
import { foundOr } from './found-or.ts';
import type { DemoDeps } from './deps.ts';
import {
  type DemoPerson,
  administrator,
  cityName,
  cityShortName,
  departments,
  guests,
  members,
  secretary,
} from './people.ts';

/** The people by user name, and how to act in the name of each. */
export interface DemoPeople {
  id(demo: DemoPerson): Id;
  /** For one act: a second one under the same caller would be taken for a repetition of the first. */
  as(demo: DemoPerson): Caller;
}

type Organisations = Map<string, Id>;

/** The administrator first, who then adds everyone else. */
export async function loadPeople(deps: DemoDeps, password: string): Promise<DemoPeople> {
  const { clock } = deps;
  const people = new Map<string, Person>();
  const found = (demo: DemoPerson): Person => {
    const person = people.get(demo.username);
    if (person === undefined) throw new Error(`${demo.username} is not loaded`);
    return person;
  };
  const as = (demo: DemoPerson) => {
    const { id: personId, fullName, systemRole } = found(demo);
    const self = { personId, fullName, systemRole, mustChangePassword: false };
    return callerFor(self, clock.now());
  };
  const there = await deps.services.identity.listPeople(true);
  const add = async (by: Caller, demo: DemoPerson, organisations: Organisations) => {
    const make = () => addPerson(deps, by, demo, organisations, password);
    people.set(demo.username, await foundOr(there, (one) => one.username === demo.username, make));
  };
  const organisations = await loadOrganisations(deps, () => loader(clock.now()));
  await add(loader(clock.now()), administrator, organisations);
  for (const demo of [secretary, ...members, ...guests])
    await add(as(administrator), demo, organisations);
  return { id: (demo) => found(demo).id, as };
}

function addPerson(
  { services }: DemoDeps,
  by: Caller,
  { username, fullName, office, organisation, systemRole }: DemoPerson,
  organisations: Organisations,
  password: string,
): Promise<Person> {
  const organisationId = organisations.get(organisation) ?? null;
  const contact = { email: '', phone: '' };
  const draft = { username, fullName, office, organisationId, systemRole, ...contact, password };
  return services.identity.createPerson(by, draft, false);
}

/** Before there is anyone, the loading itself acts. */
const loader = (at: string): Caller =>
  callerFor(
    {
      personId: newId(),
      fullName: 'Dữ liệu trình diễn',
      systemRole: 'administrator',
      mustChangePassword: false,
    },
    at,
  );

async function loadOrganisations(
  { services: { identity } }: DemoDeps,
  by: () => Caller,
): Promise<Organisations> {
  const there = await identity.listOrganisations(true);
  const add = (shortName: string, name: string, parentId: Id | null) =>
    foundOr(
      there,
      (one) => one.name === name,
      () => identity.createOrganisation(by(), { name, shortName, parentId }),
    );
  const city = await add(cityShortName, cityName, null);
  const organisations: Organisations = new Map([[cityShortName, city.id]]);
  for (const [shortName, name] of departments)
    organisations.set(shortName, (await add(shortName, name, city.id)).id);
  return organisations;
}
