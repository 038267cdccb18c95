import type { ErrorKind } from './error-kind.ts';

export const attendanceErrors = {
  check_in_closed: {
    status: 409,
    vi: 'Đã hết giờ điểm danh. Xin gặp thư ký để được ghi nhận.',
    en: 'Check-in has closed. Please see the secretariat to be put on the roll.',
  },
  reason_required: {
    status: 400,
    vi: 'Xin ghi lý do khi điều chỉnh điểm danh bằng tay.',
    en: 'Please give a reason when correcting the roll by hand.',
  },
  check_in_code_unknown: {
    status: 404,
    vi: 'Mã điểm danh không đúng cho phiên họp này.',
    en: 'This check-in code does not belong to this meeting.',
  },
  consent_required: {
    status: 403,
    vi: 'Cần có sự đồng ý của chính đồng chí trước khi đăng ký khuôn mặt.',
    en: 'Your own consent is needed before a face is enrolled.',
  },
  consent_text_outdated: {
    status: 409,
    vi: 'Nội dung đồng ý đã có bản mới. Xin đọc lại trước khi đồng ý.',
    en: 'The consent text has a newer version. Please read it before agreeing.',
  },
  face_not_enrolled: {
    status: 409,
    vi: 'Chưa đăng ký khuôn mặt, hoặc cần đăng ký lại. Xin dùng cách điểm danh khác.',
    en: 'No face is enrolled, or it must be enrolled again. Please check in another way.',
  },
  face_already_enrolled: {
    status: 409,
    vi: 'Khuôn mặt này đã thuộc về người khác. Xin gặp thư ký.',
    en: 'This face already belongs to someone else. Please see the secretariat.',
  },
  face_quality: {
    status: 422,
    vi: 'Ảnh chưa đủ rõ để đăng ký. Xin làm theo hướng dẫn rồi chụp lại.',
    en: 'The picture is not clear enough to enrol. Please follow the hints and try again.',
  },
  face_image_invalid: {
    status: 422,
    vi: 'Không đọc được ảnh gửi lên.',
    en: 'The picture cannot be read.',
  },
  face_image_too_large: {
    status: 413,
    vi: 'Ảnh gửi lên quá lớn.',
    en: 'The picture is too large.',
  },
  face_term_too_long: {
    status: 422,
    vi: 'Thời hạn giữ mẫu khuôn mặt dài hơn thời hạn chung của hệ thống. Xin chọn ngắn hơn, hoặc theo thời hạn chung.',
    en: 'Faces would be kept for longer than the house keeps them. Please choose fewer days, or keep to the term of the house.',
  },
  face_busy: {
    status: 503,
    vi: 'Bộ nhận diện đang bận. Xin thử lại ngay.',
    en: 'Face recognition is busy. Please try again at once.',
  },
  face_unavailable: {
    status: 503,
    vi: 'Chưa dùng được nhận diện khuôn mặt. Xin dùng mã QR hoặc mã số.',
    en: 'Face recognition cannot be used now. Please use the QR code or the PIN.',
  },
} as const satisfies Record<string, ErrorKind>;
