/** The device that is camera, microphone and loudspeaker of a meeting room. */
export default {
  title: 'Thiết bị phòng họp',
  idle: 'Chưa có phiên họp. Thiết bị tự vào họp khi phiên họp trong phòng này bắt đầu.',
  waits: '{{title}} chưa bắt đầu. Thiết bị tự vào họp khi chủ tọa khai mạc.',
  noRoom: 'Quản trị viên chọn phòng cho “{{name}}” trong mục Quản trị, Thiết bị.',
  settings: 'Máy ảnh, micro và loa của phòng',
  connecting: 'Đang kết nối',
  locked: 'Micro của phòng đang khóa theo điều hành của chủ tọa',
  alone: 'Chưa có đại biểu trực tuyến nào bật máy ảnh',
  staff: 'Ban thư ký',
} as const;
