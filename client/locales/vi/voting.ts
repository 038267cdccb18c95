/** Votes and their control; `ballot` and `verdict` hold the texts of those. */
export default {
  title: 'Biểu quyết',
  loadFailed: 'Chưa tải được các biểu quyết',
  number: 'Biểu quyết số {{number}}',
  agendaItem: 'Thuộc mục {{number}}: {{title}}',
  noAgendaItem: 'Không thuộc mục nào',
  state: {
    draft: 'Đã chuẩn bị',
    open: 'Đang biểu quyết',
    closed: 'Đã có kết quả',
    counted: 'Chờ công bố kết quả',
    void: 'Đã hủy kết quả',
  },
  emptyTitle: 'Chưa có biểu quyết nào',
  emptyRunner: 'Soạn câu hỏi trước, rồi mở biểu quyết khi phiên họp tới phần đó.',
  emptyMember: 'Khi chủ tọa hoặc thư ký mở biểu quyết, câu hỏi hiện ra tại đây.',
  voidReason: 'Kết quả bị hủy. Lý do: {{reason}}',
} as const;
