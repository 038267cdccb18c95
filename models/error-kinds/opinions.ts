import type { ErrorKind } from './error-kind.ts';

export const opinionsErrors = {
  slip_state: {
    status: 409,
    vi: 'Trạng thái hiện tại của phiếu lấy ý kiến không cho phép việc này.',
    en: 'The present state of the opinion slip does not allow this.',
  },
  slip_over: {
    status: 409,
    vi: 'Đã hết hạn trả lời phiếu lấy ý kiến này.',
    en: 'The time to answer this opinion slip is over.',
  },
  slip_deadline: {
    status: 400,
    vi: 'Thời hạn trả lời phải sau thời điểm gửi ít nhất 10 phút.',
    en: 'The deadline must be at least 10 minutes after sending.',
  },
  slip_not_later: {
    status: 400,
    vi: 'Thời hạn mới phải sau thời hạn đang có.',
    en: 'The new deadline must be later than the present one.',
  },
  slip_secret: {
    status: 422,
    vi: 'Không đưa văn bản mật vào hệ thống. Xin lấy ý kiến về văn bản mật theo quy định về bảo vệ bí mật nhà nước.',
    en: 'State secrets must not enter this system. Collect opinions on them by the rules on the protection of state secrets.',
  },
  slip_not_yours: {
    status: 403,
    vi: 'Đồng chí không có trong danh sách nhận phiếu lấy ý kiến này.',
    en: 'You are not among the recipients of this opinion slip.',
  },
  slip_awaits_answers: {
    status: 409,
    vi: 'Còn người chưa trả lời. Phiếu tự kết thúc khi hết hạn.',
    en: 'Not everyone has answered. The slip closes by itself at its deadline.',
  },
  slip_answered: {
    status: 409,
    vi: 'Thành viên này đã tự trả lời trên hệ thống; không nhập phiếu giấy thay.',
    en: 'This member has answered in the system; no paper slip can take the place of that.',
  },
  slip_second_person: {
    status: 403,
    vi: 'Phiếu giấy phải do một người khác với người nhập xác nhận.',
    en: 'An answer from paper is confirmed by someone else than the one who entered it.',
  },
  file_kind: {
    status: 415,
    vi: 'Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) và ảnh JPEG, PNG, WebP; nội dung tệp phải đúng loại.',
    en: 'Files must be PDF, Word (.docx), Excel (.xlsx) or JPEG, PNG, WebP pictures, and be what their name says.',
  },
} as const satisfies Record<string, ErrorKind>;
