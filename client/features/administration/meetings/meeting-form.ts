import type { TFunction } from 'i18next';
import {
  type Body,
  type Meeting,
  MeetingDraft,
  type ParticipantRole,
} from '../../../../models/contracts/meetings.ts';
import { type Id, newId } from '../../../../models/ids.ts';
import { checkInput } from '../../../primitives/check-input.ts';
import type { Problems } from '../../../primitives/problems.ts';
import { hasOneChair } from '../bodies/body-form.ts';

export interface AgendaRow {
  /** Tells rows apart while they are moved. */
  key: string;
  /** Of an item that stands already; polls stay linked to it. */
  id?: Id;
  title: string;
  presenter: string;
  minutes: number | null;
}

export interface ParticipantRow {
  personId: Id;
  role: ParticipantRole;
  seat: string;
}

export interface MeetingForm {
  bodyId: Id | null;
  title: string;
  kind: Meeting['kind'];
  roomId: Id | null;
  startsAt: string | null;
  endsAt: string | null;
  agenda: AgendaRow[];
  participants: ParticipantRow[];
}

export function draftOf(meeting: Meeting | null): MeetingForm {
  return {
    bodyId: meeting?.bodyId ?? null,
    title: meeting?.title ?? '',
    kind: meeting?.kind ?? 'regular',
    roomId: meeting?.roomId ?? null,
    startsAt: meeting?.startsAt ?? null,
    endsAt: meeting?.endsAt ?? null,
    agenda: (meeting?.agenda ?? []).map((item) => ({ ...item, key: item.id })),
    participants: (meeting?.participants ?? []).map(({ personId, role, seat }) => ({
      personId,
      role,
      seat,
    })),
  };
}

export const newAgendaRow = (): AgendaRow => ({
  key: newId(),
  title: '',
  presenter: '',
  minutes: null,
});

/** What is sent; what is still missing stays empty, so that the check names it. */
export const sent = ({ bodyId, startsAt, endsAt, agenda, ...rest }: MeetingForm) => ({
  ...rest,
  bodyId: bodyId ?? '',
  startsAt: startsAt ?? '',
  endsAt: endsAt ?? '',
  agenda: agenda.map(({ id, title, presenter, minutes }) => ({
    ...(id !== undefined && { id }),
    title,
    presenter,
    minutes: minutes ?? 0,
  })),
});

/**
 * The participants when a body is chosen: its members in their order, and the guests who were there already.
 * Only the chair keeps a role of their own; a vice chair sits as a member.
 */
export function withMembersOf(body: Body, before: readonly ParticipantRow[]): ParticipantRow[] {
  const seats = new Map(before.map(({ personId, seat }) => [personId, seat]));
  const members = body.members.map(({ personId, role }) => ({
    personId,
    role: role === 'chair' ? ('chair' as const) : ('member' as const),
    seat: seats.get(personId) ?? '',
  }));
  const own = new Set(members.map(({ personId }) => personId));
  const guests = before.filter(({ personId, role }) => role === 'guest' && !own.has(personId));
  return [...members, ...guests];
}

/** The participants after people were added or taken off; who is not of the body comes as a guest. */
export function withPeople(
  ids: readonly Id[],
  before: readonly ParticipantRow[],
  members: ReadonlySet<Id>,
): ParticipantRow[] {
  const rows = new Map(before.map((row) => [row.personId, row]));
  return ids.map(
    (personId) =>
      rows.get(personId) ?? {
        personId,
        role: members.has(personId) ? ('member' as const) : ('guest' as const),
        seat: '',
      },
  );
}

export function checkMeeting(form: MeetingForm, t: TFunction<'planning'>): Problems | undefined {
  const found = checkInput(MeetingDraft, sent(form), {
    bodyId: t('meetings.bodyRule'),
    title: t('meetings.titleRule'),
    startsAt: t('meetings.startsRule'),
    endsAt: form.endsAt === null ? t('meetings.endsRule') : t('meetings.endsAfterStart'),
    participants: t('meetings.participantsRule'),
    'participants.*.seat': t('meetings.seatRule'),
    'agenda.*.title': t('meetings.itemTitleRule'),
    'agenda.*.presenter': t('lineRule', { ns: 'administration' }),
    'agenda.*.minutes': t('meetings.minutesRule'),
  });
  const fields = {
    ...found?.fields,
    ...(form.participants.length > 0 &&
      !hasOneChair(form.participants) && { participants: t('oneChair') }),
  };
  return Object.keys(fields).length > 0 ? { fields } : undefined;
}

/** The minutes of the whole agenda, and of the meeting; null until both ends are known. */
export function minutesOf({ agenda, startsAt, endsAt }: MeetingForm) {
  const planned = agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const length = startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 : null;
  return { planned, length };
}
