import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie or a device's secret. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: enough to know it again, useless to whoever reads the database. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/** For another system; the beginning lets people and scanners see what it is when it turns up where it should not. */
export const newSystemToken = (): string => `ntsys_${newToken()}`;
