import type { ItemAnswer, Slip, SlipDraft } from '../../models/contracts/opinions.ts';
import type { Id } from '../../models/ids.ts';
import { toPdf } from '../platform/paper.ts';
import type { DemoDeps } from './deps.ts';
import { foundOr } from './found-or.ts';
import type { DemoPeople } from './load-people.ts';
import { members, secretary } from './people.ts';
import { answerAtStart, deadlineAt, paperAt, paperName, slip } from './slip.ts';

/** An opinion slip under way, with a paper and some answers. */
export async function loadSlip(deps: DemoDeps, people: DemoPeople, bodyId: Id): Promise<void> {
  const { opinions } = deps.services;
  const { items } = await opinions.list(people.as(secretary));
  const draft = { ...slip, bodyId, deadline: deadlineAt(deps.clock.now()) };
  const { id } = await foundOr<{ id: Id; title: string }>(
    items,
    ({ title }) => title === draft.title,
    () => opinions.create(people.as(secretary), draft),
  );
  const there = await opinions.get(people.as(secretary), id);
  const sent = there.state === 'draft' ? await send(deps, people, there, draft) : there;
  // A start that was cut off days ago left what has come to its end since.
  if (sent.state === 'sent' && sent.deadline > deps.clock.now()) await answer(deps, people, sent);
}

/** A draft from an earlier start gets the time that one of now has. */
async function send(
  { services: { opinions }, clock }: DemoDeps,
  people: DemoPeople,
  { id, revision, files }: Slip,
  draft: SlipDraft,
): Promise<Slip> {
  if (files.length === 0) {
    const bytes = await toPdf(paperAt(clock.now()));
    await opinions.addFile(people.as(secretary), id, { name: paperName, kind: 'paper', bytes });
  }
  const current = await opinions.update(people.as(secretary), id, { ...draft, revision });
  return opinions.send(people.as(secretary), id, current.revision);
}

async function answer(
  { services: { opinions } }: DemoDeps,
  people: DemoPeople,
  { id, recipients }: Slip,
): Promise<void> {
  for (const [position, member] of members.entries()) {
    const given = answerAtStart(position);
    const recipient = recipients.find(({ personId }) => personId === people.id(member));
    if (given === null || recipient === undefined || recipient.answeredAt !== null) continue;
    const answers: ItemAnswer[] = [
      { key: 1, marks: { kind: 'motion', choice: given.choice }, opinion: given.opinion },
      { key: 2, marks: { kind: 'choose', chosen: [given.chosen] }, opinion: '' },
    ];
    await opinions.answer(people.as(member), id, answers);
  }
}
