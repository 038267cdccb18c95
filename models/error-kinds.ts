/**
 * The one error taxonomy. Every refusal that leaves the server carries a code of this table; the client
 * shows the title in the person's language, so a code is never reused for another meaning.
 */
export interface ErrorKind {
  /** HTTP status of the answer; socket acks carry the same number. */
  status: number;
  vi: string;
  en: string;
}

/** Each code with its status and its title in both languages. */
export const kinds = {
  // Requests
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

  // Identity
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

  // Meetings
  not_in_meeting: {
    status: 403,
    vi: 'Đồng chí không có trong thành phần phiên họp này.',
    en: 'You are not a participant of this meeting.',
  },
  meeting_not_open: {
    status: 409,
    vi: 'Phiên họp chưa bắt đầu hoặc đã kết thúc.',
    en: 'The meeting has not started or has ended.',
  },
  meeting_state: {
    status: 409,
    vi: 'Trạng thái hiện tại của phiên họp không cho phép việc này.',
    en: 'The present state of the meeting does not allow this.',
  },
  meeting_has_open_poll: {
    status: 409,
    vi: 'Đang có biểu quyết mở. Xin kết thúc biểu quyết trước.',
    en: 'A vote is open. Please close it first.',
  },
  body_needs_chair: {
    status: 409,
    vi: 'Tập thể cần có đúng một chủ tọa.',
    en: 'The body needs exactly one chair.',
  },

  floor_already_asked: {
    status: 409,
    vi: 'Đồng chí đã đăng ký và đang chờ đến lượt.',
    en: 'You have asked already and are in the queue.',
  },
  floor_state: {
    status: 409,
    vi: 'Lượt phát biểu này đã thay đổi. Xin xem lại danh sách đăng ký.',
    en: 'This turn to speak has changed. Please look at the queue again.',
  },
  waiting_for_admission: {
    status: 403,
    vi: 'Xin chờ thư ký cho vào phòng họp.',
    en: 'Please wait until the secretariat lets you in.',
  },
  meeting_locked: {
    status: 403,
    vi: 'Phòng họp đã khóa. Xin liên hệ thư ký để được vào.',
    en: 'The meeting is locked. Please ask the secretariat to let you in.',
  },
  admission_declined: {
    status: 403,
    vi: 'Thư ký chưa cho đồng chí vào phòng họp. Xin liên hệ thư ký.',
    en: 'The secretariat has not let you in. Please contact the secretariat.',
  },
  removed_from_room: {
    status: 403,
    vi: 'Đồng chí đã được mời ra khỏi phòng họp trực tuyến. Quyền biểu quyết không thay đổi.',
    en: 'You were sent out of the online room. Your right to vote is not affected.',
  },
  microphone_locked: {
    status: 403,
    vi: 'Chủ tọa đang điều hành phát biểu. Xin đăng ký phát biểu để được bật micro.',
    en: 'The chair gives the floor. Ask to speak, and your microphone can be switched on.',
  },

  // Recording
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

  // Attendance and face
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

  // Voting
  poll_state: {
    status: 409,
    vi: 'Trạng thái hiện tại của biểu quyết không cho phép việc này.',
    en: 'The present state of the vote does not allow this.',
  },
  poll_not_open: {
    status: 409,
    vi: 'Biểu quyết này chưa mở hoặc đã kết thúc.',
    en: 'This vote is not open.',
  },
  another_poll_open: {
    status: 409,
    vi: 'Đang có một biểu quyết khác mở trong phiên họp này.',
    en: 'Another vote is open in this meeting.',
  },
  no_quorum: {
    status: 409,
    vi: 'Chưa đủ số thành viên có mặt theo quy định để biểu quyết.',
    en: 'Too few members are present for a vote.',
  },
  not_on_voter_roll: {
    status: 403,
    vi: 'Đồng chí không có trong danh sách được biểu quyết lần này.',
    en: 'You are not on the roll of this vote.',
  },
  already_voted: {
    status: 409,
    vi: 'Đồng chí đã biểu quyết. Mỗi người chỉ biểu quyết một lần.',
    en: 'You have voted already. Each member votes once.',
  },
  unknown_choice: {
    status: 400,
    vi: 'Phương án này không có trong biểu quyết.',
    en: 'This choice is not part of the vote.',
  },

  // Media
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
