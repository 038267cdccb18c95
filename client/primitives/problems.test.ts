import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../models/errors.ts';
import { startTexts } from '../locales/index.ts';
import { errorReference, problemsOf } from './problems.ts';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await startTexts();
});

describe('problemsOf', () => {
  it('[forms] marks the fields that the server names', () => {
    const error = new AppError('invalid_input', { fields: ['name', 'members.3.personId'] });
    const { fields, message, reference } = problemsOf(error);
    expect(Object.keys(fields)).toEqual(['name', 'members.3.personId']);
    expect(message).toMatch(/^Dữ liệu nhập chưa hợp lệ/);
    expect(reference).toBe('invalid_input');
  });

  it('[forms] ties a code to the one field that it concerns', () => {
    const problems = problemsOf(new AppError('username_taken'), { username_taken: 'username' });
    expect(problems.fields).toEqual({ username: 'Tên đăng nhập này đã có người dùng.' });
    expect(problems.message).toBeUndefined();
  });

  it('[forms] tells a defect as an internal error, without its text', () => {
    const problems = problemsOf(new TypeError('x is undefined'));
    expect(problems.reference).toBe('internal');
    expect(problems.message).not.toContain('undefined');
  });
});

it('[errors] the reference ends with the end of the request id, which differs most', () => {
  const error = Object.assign(new AppError('internal'), { requestId: '0190-aaaa-12345678' });
  expect(errorReference(error)).toBe('internal · 12345678');
});
