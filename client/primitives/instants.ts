import {
  CalendarDate,
  Time,
  parseAbsolute,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date';
import { timeZone } from './dates.ts';

/** Splits an ISO 8601 moment into what a person enters: a day and a time of day. */
export function splitInstant(instant: string): { day: CalendarDate; time: Time } {
  const zoned = parseAbsolute(instant, timeZone);
  return {
    day: new CalendarDate(zoned.year, zoned.month, zoned.day),
    time: new Time(zoned.hour, zoned.minute),
  };
}

/** The ISO 8601 moment (UTC) of a day and a time of day in Vietnam. */
export const joinInstant = (day: CalendarDate, time: Time): string =>
  toZoned(toCalendarDateTime(day, time), timeZone).toAbsoluteString();
