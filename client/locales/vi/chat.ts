/** Messages during a meeting. */
export default {
  title: 'Trao đổi',
  loadFailed: 'Chưa tải được phần trao đổi',
  empty: 'Chưa có trao đổi nào',
  emptyText:
    'Tin gửi mọi người và tin gửi riêng ban thư ký sẽ hiện ở đây và được lưu cùng phiên họp.',
  older: 'Xem tin cũ hơn',
  me: 'Tôi',
  to: 'Gửi đến',
  all: 'Mọi người trong phiên họp',
  secretariat: 'Riêng ban thư ký',
  toSecretariat: 'Gửi riêng ban thư ký',
  fromSecretariat: 'Ban thư ký trả lời riêng',
  message: 'Nội dung',
  messageHelp: 'Enter để gửi, Shift + Enter để xuống dòng.',
  send: 'Gửi',
  answer: 'Trả lời {{name}}',
  answering: 'Trả lời riêng {{name}}',
  stopAnswering: 'Thôi trả lời riêng',
} as const;
