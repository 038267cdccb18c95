import type { z } from 'zod';
import type { ConsentText } from '../../models/contracts/face.ts';

/**
 * What a person agrees to before a face is enrolled: that the data is sensitive, what for, how long, how to
 * withdraw, and that no one is worse off without it (Law 91/2025/QH15). A new wording needs a new version, and
 * then everyone is asked anew.
 */
export const consentText: z.infer<typeof ConsentText> = {
  version: '2026-11-01',
  vi: [
    'Khuôn mặt là dữ liệu sinh trắc học, thuộc loại dữ liệu cá nhân nhạy cảm.',
    'Hệ thống chỉ dùng khuôn mặt để điểm danh tại các phiên họp, không dùng vào việc khác và không chia sẻ cho ai.',
    'Hệ thống không lưu ảnh, chỉ lưu mẫu số hóa đã được mã hóa; mẫu này không phải là ảnh mà ai có thể xem.',
    'Mẫu được giữ đến khi đồng chí rút lại sự đồng ý hoặc thôi tham gia các phiên họp, sau đó bị xóa vĩnh viễn.',
    'Đồng chí có thể rút lại sự đồng ý bất cứ lúc nào tại trang cá nhân. Việc điểm danh bằng mã QR, mã số hoặc qua thư ký luôn có giá trị như nhau.',
  ],
  en: [
    'A face is biometric data, which is sensitive personal data.',
    'It is used for taking the roll at meetings alone, for nothing else, and is shared with no one.',
    'No picture is kept. Only an encrypted numeric template is kept, which is not a picture that anyone could look at.',
    'The template is kept until you withdraw your consent or leave the meetings, and is then deleted for good.',
    'You can withdraw your consent at any time on your own page. Checking in by QR code, by PIN or with the secretary always counts the same.',
  ],
};
