import type { SystemRole } from '../../models/contracts/identity.ts';
import type { BodyRole } from '../../models/contracts/meetings.ts';

/** Everyone and everything here is invented: there is no such city, and its people have ordinary names. */
export interface DemoPerson {
  username: string;
  fullName: string;
  office: string;
  /** The short name of an organisation below. */
  organisation: string;
  systemRole: SystemRole;
}

export const cityName = 'Ủy ban nhân dân thành phố Sông Hương';
export const cityShortName = 'UBND TP';

/** Below the city, by short name. */
export const departments: readonly (readonly [shortName: string, name: string])[] = [
  ['VP', 'Văn phòng Ủy ban nhân dân thành phố'],
  ['TC', 'Sở Tài chính'],
  ['XD', 'Sở Xây dựng'],
  ['NV', 'Sở Nội vụ'],
  ['YT', 'Sở Y tế'],
  ['GDĐT', 'Sở Giáo dục và Đào tạo'],
  ['KHCN', 'Sở Khoa học và Công nghệ'],
  ['NNMT', 'Sở Nông nghiệp và Môi trường'],
  ['VHTTDL', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['CT', 'Sở Công Thương'],
  ['TP', 'Sở Tư pháp'],
  ['NgV', 'Sở Ngoại vụ'],
  ['DTTG', 'Sở Dân tộc và Tôn giáo'],
  ['TTr', 'Thanh tra thành phố'],
  ['CA', 'Công an thành phố'],
  ['QS', 'Bộ Chỉ huy quân sự thành phố'],
  ['HĐND', 'Hội đồng nhân dân thành phố'],
];

/** nguyenvanan for Nguyễn Văn An. */
const usernameOf = (fullName: string): string =>
  fullName
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/\s/g, '')
    .toLowerCase();

const person = (
  fullName: string,
  office: string,
  organisation: string,
  username = usernameOf(fullName),
  systemRole: SystemRole = 'member',
): DemoPerson => ({ username, fullName, office, organisation, systemRole });

export const administrator = person(
  'Huỳnh Công Uẩn',
  'Quản trị hệ thống',
  'VP',
  'quantri',
  'administrator',
);
export const secretary = person('Tôn Nữ Hạ Vy', 'Thư ký phiên họp', 'VP', 'thuky', 'secretariat');

/** The chair first, then in the order of seats. */
export const members: readonly (DemoPerson & { role: BodyRole })[] = [
  { ...person('Hoàng Đức Khải', 'Chủ tịch', cityShortName, 'chutich'), role: 'chair' as const },
  ...[
    person('Nguyễn Thị Bích Liễu', 'Phó Chủ tịch', cityShortName),
    person('Lê Hữu Tường', 'Phó Chủ tịch', cityShortName),
    person('Phạm Ngọc Quỳnh Trâm', 'Phó Chủ tịch', cityShortName),
  ].map((deputy) => ({ ...deputy, role: 'vice_chair' as const })),
  ...[
    person('Đặng Thế Vỹ', 'Chánh Văn phòng', 'VP'),
    person('Vũ Thị Ánh Nguyệt', 'Giám đốc', 'TC'),
    person('Bùi Xuân Lộc', 'Giám đốc', 'XD'),
    person('Đỗ Thùy Miên', 'Giám đốc', 'NV'),
    person('Ngô Quang Huệ', 'Giám đốc', 'YT'),
    person('Dương Thị Mỹ Hạnh', 'Giám đốc', 'GDĐT'),
    person('Lý Gia Bảo', 'Giám đốc', 'KHCN'),
    person('Phan Đình Trứ', 'Giám đốc', 'NNMT'),
    person('Trịnh Hoài Thương', 'Giám đốc', 'VHTTDL'),
    person('Mai Thế Ước', 'Giám đốc', 'CT'),
    person('Hồ Thị Kiều Oanh', 'Giám đốc', 'TP'),
    person('Lương Hiếu Thảo', 'Giám đốc', 'NgV'),
    person('Tạ Thị Ngọc Yến', 'Giám đốc', 'DTTG'),
    person('Cao Bá Luận', 'Chánh Thanh tra', 'TTr'),
    person('Võ Kỳ Nhẫn', 'Giám đốc', 'CA'),
    person('Đinh Trọng Nghị', 'Chỉ huy trưởng', 'QS'),
    person('Nguyễn Văn Ơn', 'Ủy viên', cityShortName),
  ].map((member) => ({ ...member, role: 'member' as const })),
];

export const guests: readonly DemoPerson[] = [
  person('Châu Thị Diễm Xuân', 'Phó Trưởng ban Đô thị', 'HĐND'),
  person('Kiều Mạnh Tuấn', 'Báo cáo viên', 'XD'),
];
