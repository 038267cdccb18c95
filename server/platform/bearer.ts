import type { IncomingHttpHeaders } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../../models/errors.ts';
import type { Identity } from './caller.ts';
import { consume } from './rate-limit.ts';

/** A door of another make sends three pictures a person and a second; this is several of them. */
const perToken = { points: 600, duration: 60 };
/** Several systems may sit behind one address; whoever tries tokens comes nowhere near one of 256 bits. */
const perAddress = { points: 1200, duration: 60 };
const wrongPerAddress = { points: 30, duration: 60 };

/**
 * The token of `Authorization: Bearer …`; null without one. No browser sends this header to us for another site, as
 * that needs our leave (CORS), which we never give: so it is no cookie, and needs no second lock.
 */
export const bearerIn = ({ authorization }: IncomingHttpHeaders): string | null =>
  /^Bearer +(\S.*)$/i.exec(authorization ?? '')?.[1]?.trim() ?? null;

/** Finds out which system stands behind a token, and lets none ask too often. */
export function createBearerGate(identifySystem: (token: string) => Promise<Identity>) {
  const [tokens, addresses, wrong] = [perToken, perAddress, wrongPerAddress].map(
    (limit) => new RateLimiterMemory(limit),
  ) as [RateLimiterMemory, RateLimiterMemory, RateLimiterMemory];
  /** @throws AppError `token_invalid`, `too_many_requests` */
  return async (token: string, address: string): Promise<Identity> => {
    await consume(addresses, address);
    const identity = await identifySystem(token);
    if (identity.device === null) {
      await consume(wrong, address);
      throw new AppError('token_invalid');
    }
    await consume(tokens, identity.device.deviceId);
    return identity;
  };
}
