import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Attribute,
  type StunAnswer,
  UdpPath,
  attributes,
  longTermKey,
  stun,
  stunRequest,
} from '../../sfu/testing/stun.ts';
import { type Coturn, hasCoturn, startCoturn } from '../testing/coturn.ts';
import { after, hours, systemClock } from './clock.ts';
import { createTurn } from './turn.ts';

const turn = { urls: ['turn:relay.example.vn:3478'], secret: 'a-secret-of-both', hours: 2 };

describe('credentials for the relay', () => {
  const clock = { now: () => '2026-03-02T01:00:00.000Z' };

  test('there are none without a relay', () => {
    expect(createTurn(null, clock).iceServers()).toEqual([]);
  });

  test('they end after the set time, differ each time and name nobody', () => {
    const { iceServers } = createTurn(turn, clock);
    const [first, second] = [...iceServers(), ...iceServers()];
    const expiry = Date.parse('2026-03-02T03:00:00.000Z') / 1000;
    expect(first).toMatchObject({ urls: turn.urls });
    expect(first?.username).toMatch(new RegExp(`^${expiry}:[\\w-]{12}$`));
    expect(first?.username).not.toBe(second?.username);
  });
});

describe.runIf(hasCoturn())('a real coturn', () => {
  let coturn: Coturn;

  beforeAll(async () => {
    coturn = await startCoturn(turn.secret);
  });
  afterAll(() => coturn.stop());

  test('relays for whoever brings a credential of ours, and for nobody else', async () => {
    const good = credentialOf(turn.secret);
    const granted = await allocate(coturn.port, good);
    expect(granted).toMatchObject({ granted: true });
    expect(granted.attributes.has(attributes.xorRelayedAddress)).toBe(true);
    expect(await allocate(coturn.port, credentialOf('another'))).toMatchObject({ status: 401 });
  });

  test('relays for nobody whose credential has ended', async () => {
    const clock = { now: () => after(systemClock.now(), -hours(3)) };
    expect(await allocate(coturn.port, credentialOf(turn.secret, clock))).toMatchObject({
      status: 401,
    });
  });
});

function credentialOf(secret: string, clock = systemClock) {
  const [server] = createTurn({ ...turn, secret }, clock).iceServers();
  return { username: server?.username ?? '', password: server?.credential ?? '' };
}

interface Credential {
  username: string;
  password: string;
}

/** Asks for a relayed address: once to learn realm and nonce, then with the credential. */
async function allocate(port: number, { username, password }: Credential): Promise<StunAnswer> {
  const path = new UdpPath({ ip: '127.0.0.1', port });
  const relayUdp: Attribute = [attributes.requestedTransport, Buffer.from([17, 0, 0, 0])];
  const asked = await path.ask(stunRequest(stun.allocateRequest, [relayUdp]));
  const realm = asked.attributes.get(attributes.realm) ?? Buffer.alloc(0);
  const nonce = asked.attributes.get(attributes.nonce) ?? Buffer.alloc(0);
  const signed = stunRequest(
    stun.allocateRequest,
    [
      relayUdp,
      [attributes.username, Buffer.from(username)],
      [attributes.realm, realm],
      [attributes.nonce, nonce],
    ],
    longTermKey(username, realm.toString(), password),
  );
  const answer = await path.ask(signed);
  path.close();
  return answer;
}
