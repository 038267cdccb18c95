/** All dates and times are shown and entered in this zone, wherever the browser stands. */
export const timeZone = 'Asia/Ho_Chi_Minh';

/** An ISO 8601 moment, a Date, or milliseconds since the epoch. */
export type Moment = string | number | Date;

// en-GB is taken for its digits alone: two-digit day and month, 24 hours, the same in both languages.
const dateParts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const timeParts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const longDay = {
  vi: new Intl.DateTimeFormat('vi-VN', { timeZone, weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }),
};

/** `22/11/2025`. */
export const formatDate = (moment: Moment): string => dateParts.format(new Date(moment));

/** `08:41`, or `08:41:07` with seconds. */
export const formatTime = (moment: Moment, options: { seconds?: boolean } = {}): string =>
  timeParts.format(new Date(moment)).slice(0, options.seconds ? 8 : 5);

/** `22/11/2025 08:41`. */
export const formatDateTime = (moment: Moment, options: { seconds?: boolean } = {}): string =>
  `${formatDate(moment)} ${formatTime(moment, options)}`;

/** `Thứ Bảy, 22/11/2025`. */
export const formatDay = (moment: Moment, language: 'vi' | 'en'): string =>
  `${longDay[language].format(new Date(moment))}, ${formatDate(moment)}`;

/** Whether both moments fall on the same day in Vietnam. */
export const isSameDay = (a: Moment, b: Moment): boolean => formatDate(a) === formatDate(b);
