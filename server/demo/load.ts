import type { Person } from '../../models/contracts/identity.ts';
import type { DemoDeps } from './deps.ts';
import { loadBody, loadMeeting } from './load-meeting.ts';
import { loadPeople } from './load-people.ts';
import { loadSlip } from './load-slip.ts';
import { administrator, cityName, guests, members, secretary } from './people.ts';

/** Known to everyone who reads this; set only for demo data. */
export const demoPassword = 'Nghi-Truong-2026';

/** What the screen shows of it. */
export interface DemoAccess {
  password: string;
  logins: { username: string; who: string }[];
}

const everyone = [administrator, secretary, ...members, ...guests];

/**
 * Fills an empty database with a city that does not exist, or goes on where an earlier start was cut off.
 * @returns how to sign in, or null when the database holds other people
 */
export async function loadDemo(deps: DemoDeps): Promise<DemoAccess | null> {
  const { audit, identity } = deps.services;
  const isDemo = (await audit.list({ action: 'demo.loaded', limit: 1 })).items.length > 0;
  if (!isDemo) {
    const found = await identity.listPeople(true);
    if (!found.every(isInvented)) return null;
    const people = await loadPeople(deps, demoPassword);
    const body = await loadBody(deps, people);
    await loadMeeting(deps, people, body);
    await loadSlip(deps, people, body.id);
    await deps.database.write((tx) =>
      audit.record(tx, 'system', { action: 'demo.loaded', subject: cityName }),
    );
  }
  const shown = [administrator, secretary, ...members.slice(0, 4)];
  return {
    password: demoPassword,
    logins: shown.map(({ username, fullName, office }) => ({
      username,
      who: `${office} · ${fullName}`,
    })),
  };
}

const isInvented = ({ username, fullName }: Person): boolean =>
  everyone.some((demo) => demo.username === username && demo.fullName === fullName);
