import type { Id } from '../../models/ids.ts';
import type { Db } from '../platform/database.ts';
import { type OpinionsDeps, announce } from './deps.ts';
import { agendaTitle } from './rules.ts';
import { type SlipRow, readUnannounced, saveSlip } from './store.ts';

/** To read out a result, in minutes; the secretariat may change it. */
const minutesToAnnounce = 5;

/** The result is announced at the next session: puts it on that agenda, if a session is planned. */
export async function putOnAgenda(
  { meetings, clock }: OpinionsDeps,
  tx: Db,
  slip: SlipRow,
): Promise<(() => void)[]> {
  const meetingId = await meetings.nextPlanned(tx, slip.bodyId, clock.now());
  return meetingId === null ? [] : [await add(meetings, tx, slip, meetingId)];
}

async function add(
  meetings: OpinionsDeps['meetings'],
  tx: Db,
  { id, number, year, title }: SlipRow,
  meetingId: Id,
): Promise<() => void> {
  await saveSlip(tx, id, { meetingId });
  const item = agendaTitle({ number: number ?? 0, year: year ?? 0, title });
  return meetings.addAgendaItem(tx, meetingId, { title: item, minutes: minutesToAnnounce });
}

/**
 * A session that is planned takes over all results of its body that no session has announced. (A result that was on
 * the agenda of a session which was cancelled waits again.)
 */
export function announceInNewMeetings(deps: OpinionsDeps): void {
  const { meetings } = deps;
  meetings.onCreate(async (tx) => {
    const after: (() => void)[] = [];
    for (const slip of await readUnannounced(tx))
      after.push(...(await putOnAgenda(deps, tx, slip)));
    return () => {
      for (const then of after) then();
    };
  });
}

/** For results that wait although a session is planned: theirs was cancelled. */
export async function settleAgendas(deps: OpinionsDeps): Promise<void> {
  const { database, clock, meetings } = deps;
  const waiting = await readUnannounced(database.read);
  for (const { id, bodyId } of waiting) {
    if ((await meetings.nextPlanned(database.read, bodyId, clock.now())) === null) continue;
    const after = await database.write(async (tx) => {
      const slip = (await readUnannounced(tx)).find((one) => one.id === id);
      return slip === undefined ? [] : putOnAgenda(deps, tx, slip);
    });
    for (const then of after) then();
    await announce(deps, id);
  }
}
