/** What lists, the page of the day and notices say of opinion slips; the rest comes with the pages of the slips. */
export default {
  toAnswer: 'Cần trả lời',
  number: 'Phiếu số {{number}}/{{year}}',
  answerNow: 'Trả lời',
  look: 'Xem phiếu',
  due: 'Hạn: {{when}}',
  remaining: {
    days_other: 'còn {{count}} ngày',
    hours_other: 'còn {{count}} giờ',
    minutes_other: 'còn {{count}} phút',
    over: 'đã hết hạn',
  },
  remindedToast: 'Xin trả lời phiếu: {{title}}',
  remindedDetail: 'Hạn trả lời {{when}}',
  extendedToast: 'Thêm thời gian trả lời phiếu: {{title}}',
} as const;
