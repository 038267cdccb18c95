/** The door of the online room: waiting to be let in, and letting people in. */
export default {
  region: 'Vào phòng họp trực tuyến',
  knocking: 'Đang xin vào phòng họp',
  knockFailed: 'Chưa gửi được yêu cầu vào phòng họp',
  state: {
    waiting: 'Thư ký sẽ cho đồng chí vào',
    declined: 'Thư ký chưa cho đồng chí vào phòng họp',
    removed: 'Đồng chí đã được mời ra khỏi phòng họp trực tuyến',
    locked: 'Phòng họp trực tuyến đã khóa',
  },
  help: {
    waiting:
      'Thư ký đã thấy đồng chí đang chờ. Không cần bấm gì thêm: trang này tự mở khi được cho vào.',
    declined: 'Xin gọi điện cho thư ký. Khi thư ký cho vào, trang này tự mở.',
    removed: 'Xin gọi điện cho thư ký nếu cần vào lại. Khi thư ký cho vào, trang này tự mở.',
    locked: 'Chủ tọa đã khóa cửa, không nhận thêm người vào. Xin gọi điện cho thư ký.',
  },
  meanwhile:
    'Trong lúc này đồng chí vẫn xem được chương trình. Ai đã được ghi có mặt vẫn biểu quyết được tại trang phiên họp.',
  toMeeting: 'Chương trình và biểu quyết',
  again: 'Xin vào lại',
  back: 'Quay lại',

  waitingCount_other: '{{count}} người chờ vào',
  waitingNames: '{{names}} đang chờ vào phòng họp',
  waitingMore_other: '{{names}} và {{count}} người nữa đang chờ vào phòng họp',
  since: 'chờ từ {{time}}',
  admit: 'Cho vào',
  admitAll: 'Cho tất cả vào',
  decline: 'Từ chối',
  declineTitle: 'Từ chối {{name}}?',
  declineText:
    'Người này không vào phòng họp trực tuyến được cho tới khi được cho vào. Chương trình và biểu quyết của họ không đổi.',
  showAll: 'Xem cả {{count}} người',
  showFewer: 'Thu gọn',
  soundOn: 'Bật tiếng báo khi có người chờ',
  soundOff: 'Tắt tiếng báo khi có người chờ',

  mode: 'Cửa phòng họp trực tuyến',
  modes: {
    open: 'Mở, ai cũng vào được ngay',
    guests_wait: 'Khách mời chờ được cho vào',
    all_wait: 'Mọi đại biểu chờ được cho vào',
    locked: 'Khóa, không nhận người mới',
  },
  modeHelp: 'Chủ tọa và Văn phòng không phải chờ. Ai đã ở trong thì vào lại được khi rớt mạng.',
  modeSet: 'Đã đổi cách vào phòng họp',
  loadFailed: 'Chưa tải được cách vào phòng họp',
  watch: 'Người chờ vào các phiên họp',
  watchLine_other: '{{count}} người chờ vào: {{meeting}}',
} as const;
