/** Pairing a kiosk or a big screen with the system. */
export default {
  starting: 'Đang khởi động',
  unreachable: 'Chưa kết nối được với máy chủ. Thiết bị sẽ tự kết nối lại.',
  title: {
    kiosk: 'Ghép nối máy điểm danh',
    screen: 'Ghép nối màn hình phòng họp',
    room: 'Ghép nối thiết bị phòng họp',
  },
  otherKind: 'Trình duyệt này đang là thiết bị “{{name}}” thuộc loại khác.',
  how: 'Quản trị viên mở mục Quản trị, Thiết bị và nhập mã:',
  code: 'Mã ghép nối',
  validUntil: 'Mã có hiệu lực đến {{time}}',
  waiting: 'Đang chờ xác nhận. Màn hình sẽ tự chuyển tiếp.',
} as const;
