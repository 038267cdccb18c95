import type { ErrorKind } from './error-kind.ts';

export const recordingsErrors = {
  recorder_missing: {
    status: 503,
    vi: 'Máy chủ chưa cài ffmpeg nên chưa ghi hình được. Xin báo quản trị viên cài gói ffmpeg.',
    en: 'The server has no ffmpeg and cannot record. Ask the administrator to install the package ffmpeg.',
  },
  disk_full: {
    status: 507,
    vi: 'Đĩa của máy chủ sắp đầy nên chưa ghi hình được. Xin báo quản trị viên dọn bớt đĩa.',
    en: 'The disk of the server is nearly full: nothing can be recorded. Ask the administrator to make room.',
  },
  recording_state: {
    status: 409,
    vi: 'Trạng thái của bản ghi hình không cho phép việc này.',
    en: 'The state of the recording does not allow this.',
  },
} as const satisfies Record<string, ErrorKind>;
