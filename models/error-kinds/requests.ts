import type { ErrorKind } from './error-kind.ts';

export const requestsErrors = {
  invalid_input: {
    status: 400,
    vi: 'Dữ liệu nhập chưa hợp lệ. Xin xem lại các ô được đánh dấu.',
    en: 'Some of what was entered is not valid. Please check the marked fields.',
  },
  not_found: { status: 404, vi: 'Không tìm thấy nội dung này.', en: 'This could not be found.' },
  method_not_found: {
    status: 404,
    vi: 'Địa chỉ này không tồn tại.',
    en: 'This address does not exist.',
  },
  conflict: {
    status: 409,
    vi: 'Nội dung đã được người khác thay đổi. Xin tải lại rồi thực hiện lại.',
    en: 'Someone else has changed this. Please reload and try again.',
  },
  already_exists: {
    status: 409,
    vi: 'Đã có một mục trùng với mục này.',
    en: 'An entry like this exists already.',
  },
  in_use: {
    status: 409,
    vi: 'Mục này đang được sử dụng nên chưa đóng được.',
    en: 'This is still in use and cannot be closed yet.',
  },
  request_id_reused: {
    status: 409,
    vi: 'Mã yêu cầu đã được dùng cho một thao tác khác.',
    en: 'This request id has been used for a different action.',
  },
  too_large: {
    status: 413,
    vi: 'Dữ liệu gửi lên quá lớn.',
    en: 'What was sent is too large.',
  },
  unsupported_media: {
    status: 415,
    vi: 'Nội dung gửi lên phải là ảnh JPEG, PNG hoặc WebP, hoặc multipart/form-data chứa các ảnh đó.',
    en: 'The body must be a JPEG, PNG or WebP picture, or multipart/form-data with such pictures.',
  },
  too_many_requests: {
    status: 429,
    vi: 'Thao tác quá nhiều lần. Xin chờ một lát rồi thử lại.',
    en: 'Too many attempts. Please wait a moment and try again.',
  },
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi. Những gì đã ghi nhận vẫn còn nguyên. Xin thử lại.',
    en: 'Something went wrong. All that was recorded is safe. Please try again.',
  },
  unavailable: {
    status: 503,
    vi: 'Hệ thống đang khởi động lại. Xin thử lại sau ít giây.',
    en: 'The service is restarting. Please try again in a few seconds.',
  },
  offline: {
    status: 503,
    vi: 'Mất kết nối với máy chủ. Đang tự động kết nối lại.',
    en: 'The connection to the server is lost. Reconnecting.',
  },
  timeout: {
    status: 504,
    vi: 'Máy chủ chưa trả lời. Xin thử lại; thao tác sẽ không bị ghi hai lần.',
    en: 'The server has not answered. Try again; nothing will be recorded twice.',
  },
} as const satisfies Record<string, ErrorKind>;
