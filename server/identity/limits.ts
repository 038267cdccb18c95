import { RateLimiterMemory } from 'rate-limiter-flexible';
import { consume } from '../platform/rate-limit.ts';

const quarterHour = 15 * 60;

/** Failed sign-ins of one name from one address: nobody mistypes more often, a guesser gets nowhere. */
const perName = 10;
/** Failed or running sign-ins from one address: a whole hall may sit behind one. */
const perAddress = 1000;
const pairingsPerAddress = 60;
const claimsPerAddress = 10_000;
const wrongCodesPerPerson = 20;

export interface Limits {
  /** Counts an attempt; when it succeeds the attempts are forgiven. */
  signIn(username: string, address: string): Promise<{ forgive(): Promise<void> }>;
  /** Guesses of the current password by whoever sits at an open session. */
  password(personId: string): Promise<{ forgive(): Promise<void> }>;
  pairingCode(personId: string): Promise<{ forgive(): Promise<void> }>;
  startPairing(address: string): Promise<void>;
  claimPairing(address: string): Promise<void>;
}

/** All throw `too_many_requests` with `retryAfterSeconds`. */
export function createLimits(): Limits {
  const names = limiterOf(perName);
  const addresses = limiterOf(perAddress);
  const passwords = limiterOf(perName);
  const codes = limiterOf(wrongCodesPerPerson);
  const pairings = limiterOf(pairingsPerAddress);
  const claims = limiterOf(claimsPerAddress);
  return {
    async signIn(username, address) {
      await consume(addresses, address);
      const name = await forgivable(names, `${username}\n${address}`);
      return {
        forgive: async () => {
          await name.forgive();
          await addresses.reward(address);
        },
      };
    },
    password: (personId) => forgivable(passwords, personId),
    pairingCode: (personId) => forgivable(codes, personId),
    startPairing: (address) => consume(pairings, address),
    claimPairing: (address) => consume(claims, address),
  };
}

const limiterOf = (points: number) => new RateLimiterMemory({ points, duration: quarterHour });

async function forgivable(by: RateLimiterMemory, key: string) {
  await consume(by, key);
  return { forgive: async () => void (await by.delete(key)) };
}
