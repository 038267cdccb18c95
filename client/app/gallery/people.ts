/** Invented people with ordinary names, for the gallery. */
export interface SamplePerson {
  id: string;
  fullName: string;
  office: string;
  organisation: string;
  seat: number;
  state: 'present' | 'online' | 'absent';
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const middles = ['Văn', 'Thị', 'Hữu', 'Thu', 'Minh', 'Quốc'];
const givens = ['Đức', 'Ngọc', 'Hà', 'Ước', 'Thủy', 'Phượng', 'Quỳnh', 'Ánh', 'Sơn', 'Lâm', 'Yến'];
const offices = ['Chủ tịch', 'Phó Chủ tịch', 'Ủy viên', 'Giám đốc Sở', 'Chánh Văn phòng'];
const organisations = ['Sở Tài chính', 'Sở Xây dựng', 'Văn phòng UBND', 'Sở Y tế'];
const states = ['present', 'online', 'absent'] as const;

const pick = <T>(list: readonly T[], at: number): T => {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
};

export const people: SamplePerson[] = Array.from({ length: 120 }, (_, at) => ({
  id: `person-${at}`,
  fullName: `${pick(families, at * 7)} ${pick(middles, at * 5 + 1)} ${pick(givens, at * 3)}`,
  office: pick(offices, at * 3),
  organisation: pick(organisations, at * 5),
  seat: at + 1,
  state: pick(states, at),
}));
