import type { SlipDraft } from '../../models/contracts/opinions.ts';
import type { Choice } from '../../models/contracts/ballots.ts';
import { after, hours } from '../platform/clock.ts';
import { dayInWords, isoDayOf } from '../platform/paper-dates.ts';
import type { Paper } from '../platform/paper.ts';
import { cityName } from './people.ts';

const places = [
  ['1', 'Kè đoạn qua phường An Thủy', 'Mái kè sụt lún'],
  ['2', 'Kè đoạn qua phường Vĩ Phong', 'Chân kè bị xói'],
  ['3', 'Đường ven sông đoạn cầu Bến Ngự', 'Mặt đường nứt, lún'],
] as const;

/** What is urgent enough to be asked in writing between two sessions, of all members of the body. */
export const slip = {
  title: 'Sửa chữa kè và đường ven sông trước mùa mưa bão',
  grounds:
    'Chủ tịch quyết định lấy ý kiến bằng phiếu: việc cần làm kịp trước mùa mưa bão, chưa đến kỳ họp tiếp theo',
  items: [
    {
      question: 'Thông qua danh mục kè và đường ven sông cần sửa chữa trước mùa mưa bão',
      paper: { kind: 'motion' },
    },
    {
      question: 'Chọn nguồn kinh phí thực hiện',
      paper: {
        kind: 'choose',
        options: [
          { key: 1, label: 'Dự phòng ngân sách thành phố', note: '' },
          { key: 2, label: 'Vốn đầu tư công bổ sung', note: '' },
        ],
        min: 1,
        max: 1,
      },
    },
  ],
  recipients: null,
  reminders: [24],
  notSecret: true,
} satisfies Omit<SlipDraft, 'bodyId' | 'deadline'>;

/** Five days on, at 17:00 in Vietnam. */
export const deadlineAt = (instant: string): string =>
  after(`${isoDayOf(after(instant, hours(5 * 24)))}T17:00:00.000+07:00`, 0);

export const paperName = 'Tờ trình sửa chữa kè và đường ven sông.pdf';

/** What the members are asked to read before they answer. */
export const paperAt = (instant: string): Paper => ({
  parent: cityName,
  agency: 'Sở Nông nghiệp và Môi trường',
  placeAndDay: `Sông Hương, ${dayInWords(instant)}`,
  title: 'TỜ TRÌNH',
  subject: 'Về việc sửa chữa kè và đường ven sông trước mùa mưa bão',
  lines: [
    `Kính gửi: ${cityName}.`,
    'Qua kiểm tra trước mùa mưa bão, một số đoạn kè và đường ven sông đã hư hỏng, cần được sửa chữa để bảo đảm an toàn cho người dân.',
    'Sở Nông nghiệp và Môi trường kính trình danh mục các đoạn cần sửa chữa như sau:',
  ],
  table: {
    columns: [
      { header: 'STT', share: 8, align: 'center' },
      { header: 'Địa điểm', share: 52 },
      { header: 'Hiện trạng', share: 40 },
    ],
    rows: places,
  },
  notes: ['Kính trình các thành viên xem xét, cho ý kiến bằng phiếu.'],
  signer: 'Giám đốc',
  recipients: ['Như trên'],
});

interface DemoAnswer {
  choice: Choice;
  /** The key of the chosen option. */
  chosen: number;
  /** In words, on the first item; empty for none. */
  opinion: string;
}

const otherAnswers: Readonly<Record<number, Partial<DemoAnswer>>> = {
  5: { opinion: 'Đề nghị quyết toán riêng từng đoạn.' },
  6: { opinion: 'Đoạn cầu Bến Ngự cần khảo sát thêm nền đường.' },
  9: { chosen: 2 },
  11: { chosen: 2 },
  12: { choice: 'abstain', opinion: 'Chưa đủ thông tin về ảnh hưởng đến cảnh quan ven sông.' },
};

/**
 * Ten of twenty-one have answered when the demo begins; those whose logins are shown have it before them.
 * @param position in the order of seats
 */
export function answerAtStart(position: number): DemoAnswer | null {
  if (position < 4 || position >= 14) return null;
  return { choice: 'for', chosen: 1, opinion: '', ...otherAnswers[position] };
}
