import type { z } from 'zod';
import type { ConsentText } from '../../models/contracts/face.ts';

/** Changes with every change of the words below, and then everyone is asked anew. */
const wording = '2026-12-02';

/**
 * What a person agrees to before a face is enrolled: that the data is sensitive, what for, how long, what rights
 * remain, how to withdraw, and that no one is worse off without it (Law 91/2025/QH15, Decree 356/2025).
 * @param days how long consent lasts; another length is another text
 */
export const consentTextFor = (days: number): z.infer<typeof ConsentText> => ({
  version: `${wording}/${days}`,
  vi: [
    'Khuôn mặt là dữ liệu sinh trắc học, thuộc loại dữ liệu cá nhân nhạy cảm theo Luật Bảo vệ dữ liệu cá nhân.',
    'Mục đích duy nhất: điểm danh tại các phiên họp. Máy tự so khuôn mặt với mẫu đã đăng ký; khi máy chưa chắc chắn, thư ký xác nhận. Không dùng vào việc khác, không chia sẻ cho ai.',
    'Hệ thống không lưu ảnh. Chỉ lưu mẫu số hóa, được mã hóa trên máy chủ của cơ quan bằng khóa để ngoài cơ sở dữ liệu; từ mẫu này không ai xem lại được khuôn mặt.',
    `Thời hạn: mẫu được giữ nhiều nhất ${days} ngày kể từ ngày đồng ý, hoặc ngắn hơn nếu một tập thể mà đồng chí là thành viên quy định ngắn hơn, rồi tự động bị xóa vĩnh viễn; ngày xóa ghi ở trang cá nhân. Mẫu bị xóa sớm hơn khi đồng chí rút lại đồng ý hoặc thôi tham gia các phiên họp.`,
    'Quyền của đồng chí: xem những gì đang được lưu và ai đã dùng đến, tải về, đăng ký lại, rút lại đồng ý và yêu cầu xóa bất cứ lúc nào tại trang cá nhân hoặc qua thư ký. Xóa xong có biên nhận để kiểm tra lại. Mọi lần dùng đến mẫu đều được ghi nhật ký.',
    'Đồng ý là tự nguyện. Không đồng ý thì điểm danh bằng mã QR, mã số hoặc qua thư ký, luôn có giá trị như nhau và không bị thiệt gì.',
  ],
  en: [
    'A face is biometric data, which the law on personal data protection counts as sensitive personal data.',
    'It has one purpose: taking the roll at meetings. The machine compares the face with the enrolled templates; where it is not sure, the secretary confirms. It is used for nothing else and shared with no one.',
    "No picture is kept. Only numeric templates are kept, encrypted on the office's own server with a key outside the database; nobody can see the face again from them.",
    `Templates are kept for at most ${days} days from the day of consent, or less where a body that you are a member of has it so, and are then deleted for good by themselves; your own page says on which day. They go sooner when you withdraw your consent or leave the meetings.`,
    'Your rights: to see what is held and who has used it, to download it, to enrol again, to withdraw your consent and have it deleted at any time, on your own page or through the secretary. A deletion comes with a receipt that can be checked. Every use of the templates is logged.',
    'Consent is voluntary. Without it you check in by QR code, by PIN or with the secretary, which always counts the same and costs you nothing.',
  ],
});
