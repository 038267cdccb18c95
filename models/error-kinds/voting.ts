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
  too_many_changes: {
    status: 409,
    vi: 'Phiếu này đã đổi quá nhiều lần. Phiếu đã ghi nhận trước đó vẫn được tính.',
    en: 'This ballot has been changed too often. The one recorded before counts.',
  },
  unknown_choice: {
    status: 400,
    vi: 'Phương án này không có trong biểu quyết.',
    en: 'This choice is not part of the vote.',
  },
  marks_do_not_fit: {
    status: 400,
    vi: 'Phiếu ghi thiếu, thừa hoặc trùng lựa chọn so với mẫu phiếu. Vui lòng kiểm tra lại.',
    en: 'The ballot names too few, too many or the same options twice. Please check it.',
  },
  impossible_paper: {
    status: 400,
    vi: 'Số lựa chọn hoặc số người được bầu không phù hợp với danh sách trên phiếu.',
    en: 'The number of choices or seats does not fit the options on the paper.',
  },
  impossible_rules: {
    status: 400,
    vi: 'Quy tắc biểu quyết không thể áp dụng: kiểm tra tỷ lệ thông qua và cách xử lý khi số phiếu ngang nhau.',
    en: 'These rules cannot be applied: check the majority needed and what a tie does.',
  },
  chair_tie_in_secret: {
    status: 400,
    vi: 'Bỏ phiếu kín không thể theo phía chủ tọa khi số phiếu ngang nhau. Chọn cách xử lý khác cho biểu quyết này.',
    en: "In a secret ballot a tie cannot go by the chair's vote. Choose another tie rule for this vote.",
  },
  weights_reveal: {
    status: 409,
    vi: 'Không thể bỏ phiếu kín: có trọng số mà dưới ba người cùng có, nên phiếu sẽ lộ người bỏ.',
    en: 'This cannot be a secret ballot: fewer than three voters share a weight, so it would reveal them.',
  },
  ballots_reveal: {
    status: 409,
    vi: 'Chưa kiểm phiếu kín được: có mức trọng số chỉ một hoặc hai người đã bỏ phiếu, nên kết quả sẽ lộ phiếu của họ. Chờ thêm phiếu, hoặc dừng và hủy.',
    en: 'The secret ballots cannot be counted yet: of one weight only one or two have voted, and the result would reveal them. Wait for more, or stop and declare it void.',
  },
  second_person_needed: {
    status: 409,
    vi: 'Phiếu do thư ký nhập phải được một người khác xác nhận.',
    en: 'An entered ballot must be confirmed by a second person.',
  },
  secret_not_by_hand: {
    status: 409,
    vi: 'Phiếu kín không thể nhập thay.',
    en: 'A secret ballot cannot be entered for someone.',
  },
  entry_decided: {
    status: 409,
    vi: 'Phiếu nhập thay này đã được xác nhận hoặc từ chối.',
    en: 'This entered ballot has been confirmed or refused already.',
  },
  entry_waiting: {
    status: 409,
    vi: 'Đã có phiếu nhập thay của thành viên này đang chờ xác nhận.',
    en: 'An entered ballot of this member waits to be confirmed.',
  },
  not_present: {
    status: 409,
    vi: 'Thành viên này chưa được điểm danh có mặt.',
    en: 'This member is not marked as present.',
  },
  delegation_unknown: {
    status: 409,
    vi: 'Quy chế của tập thể không cho phép ủy quyền biểu quyết.',
    en: 'The rules of this body know no delegation of votes.',
  },
  delegations_full: {
    status: 409,
    vi: 'Người được ủy quyền đã nhận đủ số ủy quyền theo quy chế.',
    en: 'This member holds as many delegations as the rules allow.',
  },
  delegator_present: {
    status: 409,
    vi: 'Thành viên đang có mặt thì tự biểu quyết, không ủy quyền.',
    en: 'A member who is present votes in person.',
  },
  ballot_box_changed: {
    status: 409,
    vi: 'Phiếu kín đã lưu bị thay đổi từ bên ngoài hệ thống. Xin hủy biểu quyết này và làm lại.',
    en: 'Stored secret ballots were changed from outside of the system. Declare this vote void and repeat it.',
  },
  record_not_ready: {
    status: 409,
    vi: 'Bản ghi và kết quả tải về được sau khi kết quả được công bố.',
    en: 'The record and the result can be downloaded once the result is shown.',
  },
} as const satisfies Record<string, ErrorKind>;
