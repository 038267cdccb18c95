import { describe, expect, it } from 'vitest';
import { resolveTheme } from './theme.ts';

describe('resolveTheme', () => {
  it('[theme] without a choice the page decides: papers light, the room dark', () => {
    expect(resolveTheme('auto', 'light', true)).toBe('light');
    expect(resolveTheme('auto', 'dark', false)).toBe('dark');
  });

  it('[theme] the choice of the person wins over the page', () => {
    expect(resolveTheme('light', 'dark', true)).toBe('light');
    expect(resolveTheme('dark', 'light', false)).toBe('dark');
    expect(resolveTheme('system', 'dark', false)).toBe('light');
    expect(resolveTheme('system', 'light', true)).toBe('dark');
  });
});
