import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatDay, formatTime, isSameDay } from './dates.ts';

describe('dates', () => {
  it('[dates] are dd/MM/yyyy and 24 hours in Vietnam, whatever the zone of the machine', () => {
    expect(formatDate('2025-11-21T17:00:00Z')).toBe('22/11/2025');
    expect(formatTime('2025-11-21T17:00:00Z')).toBe('00:00');
    expect(formatTime('2025-11-22T01:41:07Z', { seconds: true })).toBe('08:41:07');
    expect(formatDateTime('2025-01-02T10:05:00Z')).toBe('02/01/2025 17:05');
  });

  it('[dates] name the weekday in the language of the person', () => {
    expect(formatDay('2025-11-22T01:00:00Z', 'vi')).toBe('Thứ Bảy, 22/11/2025');
    expect(formatDay('2025-11-22T01:00:00Z', 'en')).toBe('Saturday, 22/11/2025');
  });

  it('[dates] a day changes at midnight in Vietnam', () => {
    expect(isSameDay('2025-11-21T16:59:59Z', '2025-11-21T17:00:00Z')).toBe(false);
    expect(isSameDay('2025-11-21T17:00:00Z', '2025-11-22T16:59:59Z')).toBe(true);
  });
});
