// Days and times as papers of administration write them, in Việt Nam.

const zone = { timeZone: 'Asia/Ho_Chi_Minh' } as const;
const timeFormat = new Intl.DateTimeFormat('vi-VN', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const dayFormat = new Intl.DateTimeFormat('vi-VN', {
  ...zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
/** `2026-11-22`, the day in Việt Nam. */
const isoDay = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short' });

/** `08:41`. */
export const timeOf = (at: string): string => timeFormat.format(new Date(at));
/** `22/11/2026`. */
export const dayOf = (at: string): string => dayFormat.format(new Date(at));
/** `2026-11-22`, for names of files. */
export const isoDayOf = (at: string): string => isoDay.format(new Date(at));

/** "ngày 02 tháng 3 năm 2026": days and the first two months in two digits, as papers are dated. */
export function dayInWords(at: string): string {
  const [year = '', month = '', day = ''] = isoDayOf(at).split('-');
  const months = Number(month) < 3 ? month : String(Number(month));
  return `ngày ${day} tháng ${months} năm ${year}`;
}
