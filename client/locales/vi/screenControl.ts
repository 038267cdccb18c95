/** What those who run a meeting choose for the big screen. */
export default {
  label: 'Màn hình lớn hiển thị',
  autoHelp: 'Màn hình tự chuyển theo diễn biến phiên họp.',
  heldHelp: 'Màn hình giữ nội dung này cho đến khi chọn lại Tự động.',
  views: {
    auto: 'Tự động',
    agenda: 'Chương trình phiên họp',
    speaker: 'Người phát biểu và thời gian',
    share: 'Nội dung trình chiếu',
    roll: 'Điểm danh và số có mặt',
    seats: 'Sơ đồ chỗ ngồi',
    vote: 'Biểu quyết và kết quả',
    blank: 'Tạm tắt',
  },
} as const;
