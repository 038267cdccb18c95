import type { Body, createBody, listBodies, updateBody } from '../../models/contracts/meetings.ts';
import type { BodyOf, QueryOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { ruleSetFaults } from '../../models/voting/drafts.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import {
  activePeople,
  bodyAwaitsMeeting,
  findBody,
  insertBody,
  insertRuleSet,
  organisationExists,
  readBodies,
  replaceMembers,
  saveBody,
  votersInOpenMeetings,
} from './bodies-store.ts';
import { type MeetingsDeps, refuseFields } from './deps.ts';
import { needsChair, repeatedPeople, rulesDiffer, unknownPeople } from './rules.ts';

type Draft = BodyOf<typeof createBody>;
type Edit = BodyOf<typeof updateBody>;

export interface BodiesService {
  listBodies(caller: Caller, query: QueryOf<typeof listBodies>): Promise<{ items: Body[] }>;
  /** @throws AppError `invalid_input`, `body_needs_chair` */
  createBody(caller: Caller, draft: Draft): Promise<Body>;
  /**
   * @throws AppError `not_found`, `conflict`, `invalid_input`, `body_needs_chair`, `in_use` when it is closed with
   *   meetings ahead, `meeting_state` when someone is taken off who votes in a meeting that is open
   */
  updateBody(caller: Caller, bodyId: Id, edit: Edit): Promise<Body>;
}

export function createBodiesService(deps: MeetingsDeps): BodiesService {
  const { database } = deps;
  return {
    listBodies: async (_caller, { includeClosed }) => ({
      items: await readBodies(database.read, includeClosed),
    }),
    createBody: (caller, draft) =>
      database.write((tx) => addBody(deps, tx, caller, draft), caller.once),
    updateBody: (caller, bodyId, edit) =>
      database.write((tx) => changeBody(deps, tx, caller, bodyId, edit), caller.once),
  };
}

async function addBody({ audit, clock }: MeetingsDeps, tx: Db, caller: Caller, draft: Draft) {
  await refuseFaults(tx, draft, null);
  const { name, organisationId, members, ruleSet } = draft;
  const id = newId();
  await insertBody(tx, { id, revision: 0, closedAt: null, name, organisationId });
  await replaceMembers(tx, id, members);
  await saveRules(tx, caller, id, 1, ruleSet, clock.now());
  await audit.record(tx, caller, {
    action: 'body.created',
    subject: name,
    details: { members: members.length, rulesVersion: 1 },
  });
  return existing(tx, id);
}

async function changeBody(
  { audit, clock }: MeetingsDeps,
  tx: Db,
  caller: Caller,
  bodyId: Id,
  edit: Edit,
) {
  const current = await existing(tx, bodyId);
  if (current.revision !== edit.revision) throw new AppError('conflict');
  await refuseFaults(tx, edit, current);
  await refuseWhatMeetingsNeed(tx, current, edit);
  const { name, organisationId, members, ruleSet, closed } = edit;
  const now = clock.now();
  const closedAt = closed ? (current.closedAt ?? now) : null;
  const revision = current.revision + 1;
  await saveBody(tx, { id: bodyId, revision, closedAt, name, organisationId });
  await replaceMembers(tx, bodyId, members);
  const newRules = rulesDiffer(current.ruleSet, ruleSet);
  const version = current.ruleSet.version + (newRules ? 1 : 0);
  if (newRules) await saveRules(tx, caller, bodyId, version, ruleSet, now);
  await audit.record(tx, caller, {
    action: 'body.updated',
    subject: name,
    details: { members: members.length, rulesVersion: version, closed },
  });
  return existing(tx, bodyId);
}

async function existing(db: Db, bodyId: Id): Promise<Body> {
  const body = await findBody(db, bodyId);
  if (body === undefined) throw new AppError('not_found');
  return body;
}

async function saveRules(
  tx: Db,
  caller: Caller,
  bodyId: Id,
  version: number,
  rules: Draft['ruleSet'],
  createdAt: string,
) {
  const createdBy = caller.person?.personId ?? null;
  await insertRuleSet(tx, { bodyId, version, rules, createdAt, createdBy });
}

async function refuseFaults(tx: Db, draft: Draft, current: Body | null) {
  const { members, organisationId, ruleSet } = draft;
  // Who has left the house stays a member until the body itself is changed.
  const known = await activePeople(
    tx,
    members.map(({ personId }) => personId),
  );
  for (const { personId } of current?.members ?? []) known.add(personId);
  const strange = organisationId !== null && !(await organisationExists(tx, organisationId));
  refuseFields([
    ...repeatedPeople('members', members),
    ...unknownPeople('members', members, known),
    ...ruleSetFaults(ruleSet).map((field) => `ruleSet.${field}`),
    ...(strange ? ['organisationId'] : []),
  ]);
  const refusal = needsChair(members);
  if (refusal !== null) throw new AppError(refusal);
}

async function refuseWhatMeetingsNeed(tx: Db, current: Body, edit: Edit) {
  if (edit.closed && current.closedAt === null && (await bodyAwaitsMeeting(tx, current.id)))
    throw new AppError('in_use');
  const staying = new Set(edit.members.map(({ personId }) => personId));
  const voting = await votersInOpenMeetings(tx, current.id);
  const leaves = current.members.some(
    ({ personId }) => !staying.has(personId) && voting.has(personId),
  );
  if (leaves) throw new AppError('meeting_state');
}
