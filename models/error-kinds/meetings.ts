import type { ErrorKind } from './error-kind.ts';

export const meetingsErrors = {
  not_in_meeting: {
    status: 403,
    vi: 'Đồng chí không có trong thành phần phiên họp này.',
    en: 'You are not a participant of this meeting.',
  },
  meeting_not_open: {
    status: 409,
    vi: 'Phiên họp chưa bắt đầu hoặc đã kết thúc.',
    en: 'The meeting has not started or has ended.',
  },
  meeting_state: {
    status: 409,
    vi: 'Trạng thái hiện tại của phiên họp không cho phép việc này.',
    en: 'The present state of the meeting does not allow this.',
  },
  meeting_has_open_poll: {
    status: 409,
    vi: 'Đang có biểu quyết mở. Xin kết thúc biểu quyết trước.',
    en: 'A vote is open. Please close it first.',
  },
  body_needs_chair: {
    status: 409,
    vi: 'Tập thể cần có đúng một chủ tọa.',
    en: 'The body needs exactly one chair.',
  },

  floor_already_asked: {
    status: 409,
    vi: 'Đồng chí đã đăng ký và đang chờ đến lượt.',
    en: 'You have asked already and are in the queue.',
  },
  floor_state: {
    status: 409,
    vi: 'Lượt phát biểu này đã thay đổi. Xin xem lại danh sách đăng ký.',
    en: 'This turn to speak has changed. Please look at the queue again.',
  },
  waiting_for_admission: {
    status: 403,
    vi: 'Xin chờ thư ký cho vào phòng họp.',
    en: 'Please wait until the secretariat lets you in.',
  },
  meeting_locked: {
    status: 403,
    vi: 'Phòng họp đã khóa. Xin liên hệ thư ký để được vào.',
    en: 'The meeting is locked. Please ask the secretariat to let you in.',
  },
  admission_declined: {
    status: 403,
    vi: 'Thư ký chưa cho đồng chí vào phòng họp. Xin liên hệ thư ký.',
    en: 'The secretariat has not let you in. Please contact the secretariat.',
  },
  removed_from_room: {
    status: 403,
    vi: 'Đồng chí đã được mời ra khỏi phòng họp trực tuyến. Quyền biểu quyết không thay đổi.',
    en: 'You were sent out of the online room. Your right to vote is not affected.',
  },
  microphone_locked: {
    status: 403,
    vi: 'Chủ tọa đang điều hành phát biểu. Xin đăng ký phát biểu để được bật micro.',
    en: 'The chair gives the floor. Ask to speak, and your microphone can be switched on.',
  },
} as const satisfies Record<string, ErrorKind>;
