import type { AttendanceState } from '../../models/contracts/attendance.ts';

export const rooms = [
  { name: 'Phòng họp A', location: 'Tầng 2, trụ sở Ủy ban nhân dân thành phố', seats: 40 },
  { name: 'Phòng họp B', location: 'Tầng 3, trụ sở Ủy ban nhân dân thành phố', seats: 16 },
] as const;

interface DemoItem {
  title: string;
  presenter: string;
  minutes: number;
  /** What is put to the vote, if anything. */
  question?: string;
}

export const agenda: readonly DemoItem[] = [
  {
    title: 'Khai mạc, thông qua chương trình phiên họp',
    presenter: 'Chánh Văn phòng Đặng Thế Vỹ',
    minutes: 5,
  },
  {
    title: 'Tình hình kinh tế - xã hội trong tháng và nhiệm vụ trọng tâm tháng tới',
    presenter: 'Giám đốc Sở Tài chính Vũ Thị Ánh Nguyệt',
    minutes: 20,
  },
  {
    title: 'Điều chỉnh cục bộ quy hoạch phân khu ven sông',
    presenter: 'Giám đốc Sở Xây dựng Bùi Xuân Lộc',
    minutes: 15,
    question: 'Thông qua Tờ trình về điều chỉnh cục bộ quy hoạch phân khu ven sông',
  },
  {
    title: 'Phân bổ vốn đầu tư công bổ sung',
    presenter: 'Giám đốc Sở Tài chính Vũ Thị Ánh Nguyệt',
    minutes: 15,
    question: 'Thông qua phương án phân bổ vốn đầu tư công bổ sung',
  },
  {
    title: 'Đề án bổ sung trường, lớp mầm non tại các khu dân cư mới',
    presenter: 'Giám đốc Sở Giáo dục và Đào tạo Dương Thị Mỹ Hạnh',
    minutes: 15,
    question: 'Thông qua Đề án bổ sung trường, lớp mầm non tại các khu dân cư mới',
  },
  {
    title: 'Giải pháp phòng, chống úng ngập mùa mưa',
    presenter: 'Giám đốc Sở Nông nghiệp và Môi trường Phan Đình Trứ',
    minutes: 15,
  },
  { title: 'Kết luận phiên họp', presenter: 'Chủ tịch Hoàng Đức Khải', minutes: 10 },
];

/** The regular session of the month in which it falls in Vietnam. */
export function titleAt(instant: string): string {
  const month = new Intl.DateTimeFormat('vi-VN', {
    month: 'numeric',
    year: 'numeric',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(instant));
  return `Phiên họp thường kỳ tháng ${month}`;
}

/**
 * The roll as it stands when the demo begins: one short of a quorum of 14, so that whoever joins or checks in next
 * makes it. The chair and those whose logins are shown come by themselves.
 * @param position in the order of seats
 */
export function stateAtStart(position: number): AttendanceState {
  if (position < 4 || position >= 18) return 'not_yet';
  return position === 17 ? 'excused' : 'in_person';
}

export const rollReason = 'Dữ liệu trình diễn';
