import { createHmac, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { IceServer } from '../../models/contracts/media.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';

export interface Turn {
  /** The relays with a credential of their own for each who asks; none when the server has no relay. */
  iceServers(): z.infer<typeof IceServer>[];
}

/**
 * Credentials as coturn checks them with `use-auth-secret` (draft-uberti-behave-turn-rest-00): the name is the moment
 * of expiry and a random text, so that it says nothing about who uses it.
 */
export function createTurn(turn: Config['turn'], clock: Clock): Turn {
  return {
    iceServers() {
      if (turn === null) return [];
      const expiry = Math.floor(Date.parse(clock.now()) / 1000 + turn.hours * 3600);
      const username = `${expiry}:${randomBytes(9).toString('base64url')}`;
      const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
      return [{ urls: turn.urls, username, credential }];
    },
  };
}
