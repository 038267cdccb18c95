import { expect, it, vi } from 'vitest';
import { rollChanged } from '../../models/contracts/attendance.ts';
import { openVotingHall } from '../testing/voting-hall.ts';

const members = 60;

it('[A29] many who join at once are told of in few notices, and nobody is left out', async () => {
  const hall = await openVotingHall(members);
  const everyone = hall.memberIds.map((_id, index) => hall.member(index));
  await Promise.all(
    everyone.map((caller) => hall.attendance.checkInOnline(caller, hall.meetingId)),
  );
  const told = () =>
    hall.publisher.named(rollChanged.name).map((data) => rollChanged.data.parse(data));
  await vi.waitFor(() => {
    const people = told().flatMap(({ entries }) => entries.map(({ personId }) => personId));
    expect(people.toSorted()).toEqual(hall.memberIds.toSorted());
  });
  expect(told().length).toBeLessThan(members / 2);
  expect(told().at(-1)?.quorum).toMatchObject({ members, present: members, reached: true });
  await hall.close();
});
