import type { AttendanceState } from '../../models/contracts/attendance.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import type { PollDraft } from '../../models/contracts/voting.ts';

export const rooms = [
  { name: 'Phòng họp A', location: 'Tầng 2, trụ sở Ủy ban nhân dân thành phố', seats: 40 },
  { name: 'Phòng họp B', location: 'Tầng 3, trụ sở Ủy ban nhân dân thành phố', seats: 16 },
] as const;

/** What is put to the vote with an item: by the rules of the body, in an open vote, unless it says otherwise. */
type DemoPoll = Pick<PollDraft, 'question' | 'paper'> &
  Partial<Pick<PollDraft, 'secrecy' | 'binding' | 'reveal' | 'ownRules'>>;

interface DemoItem {
  title: string;
  presenter: string;
  minutes: number;
  polls?: readonly DemoPoll[];
}

const motion = (question: string): DemoPoll => ({ question, paper: { kind: 'motion' } });
const among = (...labels: string[]) =>
  labels.map((label, index) => ({ key: index + 1, label, note: '' }));

/** A ballot that nobody sees cannot go by the side of the chair. */
const secretRules = (reason: string): DemoPoll['ownRules'] => ({
  ruleSet: { ...peoplesCommitteeRules, tie: 'second_ballot' },
  reason,
});

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
    polls: [motion('Thông qua Tờ trình về điều chỉnh cục bộ quy hoạch phân khu ven sông')],
  },
  {
    title: 'Phân bổ vốn đầu tư công bổ sung',
    presenter: 'Giám đốc Sở Tài chính Vũ Thị Ánh Nguyệt',
    minutes: 15,
    polls: [motion('Thông qua phương án phân bổ vốn đầu tư công bổ sung')],
  },
  {
    title: 'Đề án bổ sung trường, lớp mầm non tại các khu dân cư mới',
    presenter: 'Giám đốc Sở Giáo dục và Đào tạo Dương Thị Mỹ Hạnh',
    minutes: 15,
    polls: [motion('Thông qua Đề án bổ sung trường, lớp mầm non tại các khu dân cư mới')],
  },
  {
    title: 'Giải pháp phòng, chống úng ngập mùa mưa',
    presenter: 'Giám đốc Sở Nông nghiệp và Môi trường Phan Đình Trứ',
    minutes: 15,
  },
  {
    title: 'Bầu tổ công tác và lấy phiếu tín nhiệm',
    presenter: 'Giám đốc Sở Nội vụ Đỗ Thùy Miên',
    minutes: 20,
    polls: [
      {
        question: 'Bầu ba thành viên tổ công tác rà soát thủ tục hành chính',
        paper: {
          kind: 'election',
          options: among('Vũ Thị Ánh Nguyệt', 'Bùi Xuân Lộc', 'Dương Thị Mỹ Hạnh', 'Phan Đình Trứ'),
          seats: 3,
          min: 1,
          max: 3,
        },
        secrecy: 'secret',
        reveal: 'announcing',
        ownRules: secretRules('Bầu bằng phiếu kín theo quy chế làm việc'),
      },
      {
        question: 'Lấy phiếu tín nhiệm người đứng đầu cơ quan chuyên môn',
        paper: {
          kind: 'confidence',
          options: among('Giám đốc Sở Tài chính', 'Giám đốc Sở Xây dựng'),
        },
        secrecy: 'secret',
        reveal: 'announcing',
      },
    ],
  },
  {
    title: 'Kết luận phiên họp',
    presenter: 'Chủ tịch Hoàng Đức Khải',
    minutes: 10,
    polls: [
      {
        question: 'Chọn thời gian phiên họp chuyên đề tới (thăm dò, không ràng buộc)',
        paper: {
          kind: 'choose',
          options: among('Sáng thứ Ba', 'Chiều thứ Tư', 'Sáng thứ Sáu'),
          min: 1,
          max: 2,
        },
        binding: false,
        reveal: 'live',
      },
    ],
  },
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
