import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGroup } from '../../models/belenios/group.ts';
import { decode, encode } from '../../models/belenios/json.ts';
import { readSignedMessage } from '../../models/belenios/messages.ts';
import { certificateOf, createSeed } from '../../models/belenios/threshold/channel.ts';
import {
  makePolynomial,
  makeThresholdParameters,
  makeVinputs,
  makeVoutput,
  openDecryptionKey,
  readPolynomial,
  readVoutput,
} from '../../models/belenios/threshold/keys.ts';
import { openssl } from '../../server/platform/power.ts';
import { type Tool, createTool, hasTool } from './testing/tool.ts';

describe.runIf(hasTool())('trustees of both kinds of program in one threshold', () => {
  let tool: Tool;
  beforeAll(() => {
    tool = createTool();
  });
  afterAll(() => tool.remove());

  test('[threshold] one trustee uses this program, two use belenios-tool, and each step is the same', () => {
    const group = createGroup('BELENIOS-2048', openssl);
    const step = (number: number, more = '', input = '') =>
      tool(
        `setup generate-trustee-key-threshold --group BELENIOS-2048 --step ${number}${more}`,
        input,
      );
    const lines = (name: string, values: string[]) =>
      tool.write(name, values.map((value) => `${value}\n`).join(''));
    step(1);
    step(1);
    const names = tool.files('.key').map((name) => name.replace('.key', ''));
    const seed = createSeed();
    const certTexts = [
      ...names.map((name) => tool.read(`${name}.cert`)),
      encode(certificateOf(group, seed)),
    ];
    const certs = certTexts.map((text) => decode(text, readSignedMessage(group)));
    lines('certs.jsons', certTexts);
    step(2, ' --certs certs.jsons');

    const polynomialTexts = [
      ...names.map((name) => step(3, ` --certs certs.jsons --key ${name}.key --threshold 2`)),
      encode(makePolynomial(group, seed, certs, 2)),
    ];
    const polynomials = polynomialTexts.map((text) => decode(text, readPolynomial(group)));
    lines('polynomials.jsons', polynomialTexts);

    const vinputs = makeVinputs(group, certs, polynomials);
    const own = vinputs[2];
    if (!own) throw new Error('a vinput is missing');
    const voutputs = [
      ...names.map((name, index) => {
        const made = step(5, ` --certs certs.jsons --key ${name}.key`, encode(vinputs[index]));
        return decode(made, readVoutput(group));
      }),
      makeVoutput(group, seed, certs, own, 2),
    ];
    const theirs = step(
      6,
      ' --certs certs.jsons --polynomials polynomials.jsons',
      voutputs.map((voutput) => `${encode(voutput)}\n`).join(''),
    );
    expect(encode(makeThresholdParameters(group, certs, polynomials, voutputs))).toBe(theirs);
    const [, , ours] = voutputs;
    const secret = openDecryptionKey(group, seed, ours?.private_key ?? '');
    expect(group.powerOfG(secret)).toBe(ours?.public_key.public_key);
  });
});
