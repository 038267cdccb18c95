import { FormatError, decode, encode } from '../../models/belenios/json.ts';
import { type Group, createGroup } from '../../models/belenios/group.ts';
import { type SignedMessage, readSignedMessage } from '../../models/belenios/messages.ts';
import { verifyPublicKey } from '../../models/belenios/schnorr.ts';
import {
  makeThresholdParameters,
  makeVinputs,
  openCertificates,
  readPolynomial,
  readVoutput,
} from '../../models/belenios/threshold/keys.ts';
import {
  type TrusteeKind,
  evaluateInExponent,
  jointKey,
  openCertificate,
  openCoefexps,
  readPublicKey,
} from '../../models/belenios/trustees.ts';
import type { TrusteeStep } from '../../models/contracts/elections.ts';
import { AppError } from '../../models/errors.ts';
import { openssl } from '../platform/power.ts';
import type { Sent } from './rules.ts';

// What the server does between the trustees: checks each message, passes it on, and puts the key together.

let made: Group | undefined;
/** The one group of all elections here; its tables are made once. */
export const groupHere = (): Group =>
  (made ??= createGroup('BELENIOS-2048', { ...openssl, uses: 1000 }));

function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new FormatError('something is missing');
  return value;
}

const certsOf = (all: readonly Sent[]): SignedMessage[] =>
  all.map(({ certificate }) => decode(required(certificate), readSignedMessage(groupHere())));

const polynomialsOf = (all: readonly Sent[]) =>
  all.map(({ polynomial }) => decode(required(polynomial), readPolynomial(groupHere())));

interface Making {
  needed: number | null;
  all: readonly Sent[];
  /** Counts from 1. */
  place: number;
}

/**
 * Checks what a trustee has sent, as far as can be seen from outside.
 * @throws AppError `trustee_message_wrong`
 */
export function checkMessage(step: TrusteeStep, payload: string, making: Making): void {
  try {
    checks[step](payload, making);
  } catch (error) {
    if (error instanceof FormatError || error instanceof RangeError)
      throw new AppError('trustee_message_wrong', { reason: error.message });
    throw error;
  }
}

const checks: Record<TrusteeStep, (payload: string, making: Making) => void> = {
  key: checkKey,
  certificate: checkCertificate,
  polynomial: checkPolynomial,
  share: checkShare,
  // Needs the tally: `BallotChecker.share`.
  decryption: () => {},
};

function fail(why: string): never {
  throw new FormatError(why);
}

function checkKey(payload: string, { all }: Making): void {
  const group = groupHere();
  const read = (json: string) => decode(json, readPublicKey(group));
  const key = read(payload);
  if (!verifyPublicKey(group, key)) fail('the proof of the key is wrong');
  const others = all.flatMap((one) => (one.key === null ? [] : [read(one.key).public_key]));
  if (others.includes(key.public_key)) fail('the key is that of another trustee');
}

function checkCertificate(payload: string, { all }: Making): void {
  const group = groupHere();
  const read = (json: string) => decode(json, readSignedMessage(group));
  const others = all.flatMap((one) => (one.certificate === null ? [] : [read(one.certificate)]));
  openCertificates(group, [...others, read(payload)]);
}

function checkPolynomial(payload: string, { all, needed, place }: Making): void {
  const group = groupHere();
  const { secrets, coefexps } = decode(payload, readPolynomial(group));
  const { verification } = openCertificate(group, required(certsOf(all)[place - 1]));
  if (secrets.length !== all.length) fail('there is not one secret for each trustee');
  if (openCoefexps(group, verification, coefexps).length !== needed)
    fail('another threshold was agreed');
}

function checkShare(payload: string, { all, place }: Making): void {
  const group = groupHere();
  const { public_key: key } = decode(payload, readVoutput(group));
  const certs = certsOf(all);
  const expected = polynomialsOf(all).map(({ coefexps }, at) => {
    const { verification } = openCertificate(group, required(certs[at]));
    return evaluateInExponent(group, openCoefexps(group, verification, coefexps), place);
  });
  if (key.public_key !== group.multiply(...expected)) fail('the key is not what was promised');
  if (!verifyPublicKey(group, key)) fail('the proof of the key is wrong');
}

/**
 * What the trustees made together, as it is published.
 * @throws AppError `trustee_message_wrong` when it does not fit together
 */
export function makeKey(needed: number | null, all: readonly Sent[]): string {
  try {
    const kinds = needed === null ? singles(all) : [pedersen(all)];
    jointKey(groupHere(), kinds);
    return encode(kinds);
  } catch (error) {
    if (error instanceof FormatError)
      throw new AppError('trustee_message_wrong', { reason: error.message });
    throw error;
  }
}

const singles = (all: readonly Sent[]): TrusteeKind[] =>
  all.map(({ key }) => ['Single', decode(required(key), readPublicKey(groupHere()))]);

function pedersen(all: readonly Sent[]): TrusteeKind {
  const group = groupHere();
  const voutputs = all.map(({ share }) => decode(required(share), readVoutput(group)));
  const parameters = makeThresholdParameters(group, certsOf(all), polynomialsOf(all), voutputs);
  return ['Pedersen', parameters];
}

/** What a trustee works a step of key making out from (see the contract). */
export function inputOf(step: TrusteeStep, { needed, all, place }: Making): string {
  if (step !== 'polynomial' && step !== 'share') return encode({});
  const certs = certsOf(all);
  if (step === 'polynomial') return encode({ threshold: needed, certs });
  const vinput = makeVinputs(groupHere(), certs, polynomialsOf(all))[place - 1];
  return encode({ threshold: needed, certs, vinput });
}

/** The trustee's decryption key as they sealed it for themselves; null where they keep it otherwise. */
export const sealedKey = ({ share }: Sent): string | null =>
  share === null ? null : decode(share, readVoutput(groupHere())).private_key;
