/** The big screen of a meeting room. */
export default {
  title: 'Màn hình phòng họp',
  idle: 'Chưa có phiên họp',
  idleText: 'Màn hình tự chuyển khi phiên họp trong phòng này bắt đầu.',
  noRoom: 'Màn hình chưa thuộc phòng nào',
  noRoomText: 'Quản trị viên chọn phòng cho “{{name}}” trong mục Quản trị, Thiết bị.',
  startsAt: 'Bắt đầu lúc {{time}}',
  item: 'Mục {{number}}/{{total}}',
  presenter: 'Trình bày: {{name}}',
  roll: 'Điểm danh',
  seatPresent: 'có mặt',
  seatAway: 'chưa có mặt',
  vote: 'Biểu quyết số {{number}}',
  cast: 'Đã gửi phiếu',
  of: '{{cast}}/{{voters}}',
  offline: 'Mất kết nối, đang kết nối lại',
  closed: 'Phiên họp đã kết thúc',
} as const;
