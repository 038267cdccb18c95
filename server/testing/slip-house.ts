import { join } from 'node:path';
import type { Choice } from '../../models/contracts/ballots.ts';
import type { Slip, SlipDraft } from '../../models/contracts/opinions.ts';
import { type RuleSetDraft, peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { type Id, newId } from '../../models/ids.ts';
import { createLedgerService } from '../ledger/service.ts';
import { createMeetingsService } from '../meetings/service.ts';
import { createOpinionsService } from '../opinions/service.ts';
import type { Caller } from '../platform/caller.ts';
import { loadKeys } from '../platform/keys.ts';
import { type Chamber, addPeople, personCaller } from './chamber.ts';
import { type Hall, openHall } from './hall.ts';

/** The services that opinion slips need, on the data of a chamber. */
export function slipServices(chamber: Chamber) {
  const keys = loadKeys(join(chamber.dataDir, 'master.key'));
  const meetings = createMeetingsService(chamber);
  const ledger = createLedgerService({ ...chamber, keys });
  const config = { dataDir: chamber.dataDir };
  const opinions = createOpinionsService({ ...chamber, meetings, ledger, config });
  return { meetings, ledger, opinions };
}

type Services = ReturnType<typeof slipServices>;

/** A body of several members whose opinions can be collected; the clock stands at 01:00 on 2 March 2026. */
export interface SlipHouse extends Hall, Services {
  bodyId: Id;
  /** Another of the secretariat. */
  secondSecretary(): Caller;
  member(index: number, requestId?: Id): Caller;
  newSlip(draft?: Partial<SlipDraft>): Promise<Slip>;
  sentSlip(draft?: Partial<SlipDraft>): Promise<Slip>;
  answer(slip: Slip, index: number, choice: Choice, opinion?: string): Promise<unknown>;
}

/** When slips of this house are due, unless a test says otherwise. */
export const deadline = '2026-03-04T01:00:00.000Z';

export async function openSlipHouse(
  members = 5,
  rules: RuleSetDraft = peoplesCommitteeRules,
): Promise<SlipHouse> {
  const hall = await openHall(members);
  const services = slipServices(hall);
  const { opinions } = services;
  const { memberIds, secretary } = hall;
  const [secondId = ''] = await addPeople(hall, 1, 'secretariat');
  const { id: bodyId } = await hall.newBody(rules);
  const newSlip = (draft: Partial<SlipDraft> = {}) =>
    opinions.create(secretary(), {
      bodyId,
      title: 'Giá đất tái định cư',
      grounds: 'Chủ tịch quyết định: việc gấp',
      items: [{ question: 'Thông qua Tờ trình số 12?', paper: { kind: 'motion' } }],
      recipients: null,
      deadline,
      reminders: [24, 2],
      notSecret: true,
      ...draft,
    });
  const member = (index: number, requestId: Id = newId()) =>
    personCaller(memberIds[index] ?? '', { requestId });
  return {
    ...hall,
    ...services,
    bodyId,
    secondSecretary: () => personCaller(secondId, { systemRole: 'secretariat' }),
    member,
    newSlip,
    async sentSlip(draft) {
      const { id, revision } = await newSlip(draft);
      return opinions.send(secretary(), id, revision);
    },
    answer: ({ id, items }, index, choice, opinion = '') =>
      opinions.answer(
        member(index),
        id,
        items.map(({ key }) => ({ key, marks: { kind: 'motion', choice }, opinion })),
      ),
  };
}
