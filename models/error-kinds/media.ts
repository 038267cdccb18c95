import type { ErrorKind } from './error-kind.ts';

export const mediaErrors = {
  media_room_lost: {
    status: 503,
    vi: 'Đường truyền hình ảnh bị gián đoạn. Đang tự động kết nối lại.',
    en: 'The media connection was interrupted. Reconnecting.',
  },
  media_not_joined: {
    status: 409,
    vi: 'Chưa vào phòng họp nên chưa dùng được hình ảnh và âm thanh.',
    en: 'Join the meeting before using audio and video.',
  },
  media_rejected: {
    status: 422,
    vi: 'Máy chủ không nhận được luồng hình ảnh hoặc âm thanh này.',
    en: 'The server cannot take this audio or video.',
  },
} as const satisfies Record<string, ErrorKind>;
