/** Enrolment of the own face, and what a camera says to whoever stands before it. */
export default {
  title: 'Điểm danh bằng khuôn mặt',
  purpose:
    'Không bắt buộc. Nếu đăng ký, đồng chí chỉ cần nhìn vào máy điểm danh ở cửa phòng họp. Mã QR, mã PIN và thư ký luôn có giá trị như nhau.',
  unavailable: 'Máy chủ này chưa bật nhận diện khuôn mặt. Xin điểm danh bằng mã QR hoặc mã PIN.',
  enrolled: 'Đã đăng ký khuôn mặt',
  enrolledAt_other: 'Đăng ký lúc {{at}}, từ {{count}} góc mặt. Không có ảnh nào được lưu.',
  outdated: 'Hệ thống đã đổi bộ nhận diện. Xin đăng ký lại để tiếp tục điểm danh bằng khuôn mặt.',
  start: 'Đăng ký khuôn mặt',
  again: 'Đăng ký lại',
  consentTitle: 'Đồng ý cho xử lý dữ liệu khuôn mặt',
  consentRenewed: 'Nội dung đồng ý đã có bản mới',
  agree: 'Tôi đã đọc và tự nguyện đồng ý',
  agreeFirst: 'Xin đánh dấu vào ô này nếu đồng chí đồng ý.',
  agreeAndStart: 'Đồng ý và bắt đầu đăng ký',
  forget: 'Rút lại đồng ý và xóa dữ liệu khuôn mặt',
  forgetTitle: 'Rút lại đồng ý và xóa dữ liệu khuôn mặt?',
  forgetConfirm: 'Xóa dữ liệu khuôn mặt',
  forgetText:
    'Dữ liệu bị xóa vĩnh viễn. Đồng chí vẫn điểm danh được bằng mã QR, mã PIN hoặc qua thư ký, và có thể đăng ký lại bất cứ lúc nào.',
  deleted: 'Đã xóa dữ liệu khuôn mặt lúc {{at}}',
  deletedText_other: 'Số mẫu đã xóa: {{count}}. Đồng chí có thể giữ lại mã biên nhận này:',
  captureTitle: 'Đăng ký khuôn mặt',
  captureAgain: 'Chụp lại',
  progress: 'Số góc mặt đã lấy',
  noPicture: 'Ảnh chỉ dùng để tính mẫu rồi bỏ ngay, không được lưu.',
  poses: {
    straight: 'Xin nhìn thẳng vào máy ảnh',
    left: 'Xin quay mặt nhẹ sang trái',
    right: 'Xin quay mặt nhẹ sang phải',
    up: 'Xin ngẩng mặt nhẹ lên',
  },
  hints: {
    no_face: 'Chưa thấy khuôn mặt. Xin đưa mặt vào trong khung.',
    several_faces: 'Có nhiều khuôn mặt. Xin chỉ một người đứng trước máy ảnh.',
    too_small: 'Xin lại gần hơn',
    look_straight: 'Xin nhìn thẳng vào máy ảnh',
    more_light: 'Xin đứng chỗ sáng hơn',
    less_light: 'Quá sáng. Xin tránh ánh đèn chiếu thẳng.',
    hold_still: 'Xin giữ yên một chút',
  },
  camera: {
    again: 'Thử lại',
    refused: {
      title: 'Trình duyệt chưa được phép dùng máy ảnh',
      text: 'Xin bấm vào biểu tượng máy ảnh trên thanh địa chỉ, chọn Cho phép, rồi bấm Thử lại.',
    },
    missing: {
      title: 'Không tìm thấy máy ảnh',
      text: 'Xin kiểm tra máy ảnh đã được cắm và không có chương trình khác đang dùng.',
    },
    lost: {
      title: 'Máy ảnh vừa bị ngắt',
      text: 'Xin kiểm tra dây nối. Máy ảnh sẽ tự bật lại khi được nối.',
    },
  },
} as const;
