import type { ReactNode } from 'react';
import type { Id } from '../../../models/ids.ts';
import type { AttendanceState } from '../../../models/contracts/attendance.ts';
import type { IconType } from '../../primitives/Icon.tsx';

/** Something beside the pictures; one is open at a time. */
export interface Panel {
  key: string;
  label: string;
  icon: IconType;
  content: ReactNode;
  /** How much is new in it; nothing is shown for none. */
  badge?: number | undefined;
}

export interface DoorProps {
  onInside: () => void;
  onCancel: () => void;
}

/** What the page puts into the room from the other capabilities. */
export interface RoomProps {
  meetingId: Id;
  /** In the order of their keys 1 to 7. */
  panels: readonly Panel[];
  /** In the head: clocks, who is present, whether it is recorded. */
  head?: ReactNode;
  /** Takes the centre while it has something to show: an open vote, or its result until it was read. */
  ballot: ReactNode;
  /** Who speaks and who is next, over the bar. */
  floorBar?: ReactNode;
  /** The button that asks for the floor. */
  askForFloor?: ReactNode;
  /** Who has the floor. */
  floorSpeakerId: Id | null;
  /** Stands between the own picture and the room, for meetings whose door is watched. */
  door?: (props: DoorProps) => ReactNode;
  /** Whether the person is there: before joining, and among the others. They are given the camera while it is on. */
  presence?: {
    before: (camera: MediaStreamTrack | null) => ReactNode;
    inside: (camera: MediaStreamTrack | null) => ReactNode;
  };
  /** What those who run the meeting must not miss. */
  alerts?: ReactNode;
  /** How the roll has the person; null when not on it, or not known yet. */
  attendance: AttendanceState | null;
  /** The own ways through the door of the hall. */
  invitation?: ReactNode;
}
