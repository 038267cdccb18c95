import type { ErrorKind } from './error-kind.ts';

export const identityErrors = {
  not_signed_in: { status: 401, vi: 'Xin đăng nhập.', en: 'Please sign in.' },
  wrong_credentials: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    en: 'The user name or password is not right.',
  },
  wrong_password: {
    status: 403,
    vi: 'Mật khẩu hiện tại chưa đúng.',
    en: 'The current password is not right.',
  },
  password_change_required: {
    status: 403,
    vi: 'Xin đổi mật khẩu được cấp lần đầu trước khi tiếp tục.',
    en: 'Please change the first password that you were given before going on.',
  },
  not_allowed: {
    status: 403,
    vi: 'Đồng chí không có quyền thực hiện việc này.',
    en: 'You are not allowed to do this.',
  },
  cross_site: {
    status: 403,
    vi: 'Yêu cầu đến từ một trang khác nên bị từ chối.',
    en: 'The request came from another site and was refused.',
  },
  username_taken: {
    status: 409,
    vi: 'Tên đăng nhập này đã có người dùng.',
    en: 'This user name is taken.',
  },
  last_administrator: {
    status: 409,
    vi: 'Phải còn ít nhất một quản trị viên đang hoạt động.',
    en: 'At least one active administrator must remain.',
  },
  pairing_code_unknown: {
    status: 404,
    vi: 'Mã ghép nối không đúng hoặc đã hết hạn.',
    en: 'The pairing code is wrong or has expired.',
  },
  token_invalid: {
    status: 401,
    vi: 'Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi.',
    en: 'The access token is unknown, has expired or was revoked.',
  },
  scope_missing: {
    status: 403,
    vi: 'Mã truy cập này không được cấp quyền cho việc đó.',
    en: 'This access token was not given the right to do that.',
  },
  device_revoked: {
    status: 403,
    vi: 'Thiết bị này đã bị thu hồi quyền.',
    en: 'This device has been revoked.',
  },
} as const satisfies Record<string, ErrorKind>;
