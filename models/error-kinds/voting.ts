import type { ErrorKind } from './error-kind.ts';

export const votingErrors = {
  poll_state: {
    status: 409,
    vi: 'Trạng thái hiện tại của biểu quyết không cho phép việc này.',
    en: 'The present state of the vote does not allow this.',
  },
  poll_not_open: {
    status: 409,
    vi: 'Biểu quyết này chưa mở hoặc đã kết thúc.',
    en: 'This vote is not open.',
  },
  another_poll_open: {
    status: 409,
    vi: 'Đang có một biểu quyết khác mở trong phiên họp này.',
    en: 'Another vote is open in this meeting.',
  },
  no_quorum: {
    status: 409,
    vi: 'Chưa đủ số thành viên có mặt theo quy định để biểu quyết.',
    en: 'Too few members are present for a vote.',
  },
  not_on_voter_roll: {
    status: 403,
    vi: 'Đồng chí không có trong danh sách được biểu quyết lần này.',
    en: 'You are not on the roll of this vote.',
  },
  already_voted: {
    status: 409,
    vi: 'Đồng chí đã biểu quyết. Mỗi người chỉ biểu quyết một lần.',
    en: 'You have voted already. Each member votes once.',
  },
  unknown_choice: {
    status: 400,
    vi: 'Phương án này không có trong biểu quyết.',
    en: 'This choice is not part of the vote.',
  },
} as const satisfies Record<string, ErrorKind>;
