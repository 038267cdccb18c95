import { assert as check, asyncProperty, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../../models/ids.ts';
import { type Attempt, importKey, seal, unseal } from './sealing.ts';

const base64 = (byte: number) => btoa(String.fromCodePoint(...new Uint8Array(32).fill(byte)));
const attempt = (sign: Attempt['sign']): Attempt => ({
  id: newId(),
  meetingId: newId(),
  at: '2026-03-02T01:40:00.000Z',
  sign,
});

describe('what a kiosk keeps while it is cut off', () => {
  it('[KS1] comes out as it went in, pictures and codes alike', async () => {
    const key = await importKey(base64(7));
    await check(
      asyncProperty(
        uint8Array({ maxLength: 300 }),
        uint8Array({ maxLength: 300 }),
        async (a, b) => {
          const kept = attempt({ frames: [new Uint8Array(a), new Uint8Array(b)] });
          expect(await unseal(key, await seal(key, kept))).toEqual(kept);
        },
      ),
      { numRuns: 30 },
    );
    const code = attempt({ code: '123456' });
    expect(await unseal(key, await seal(key, code))).toEqual(code);
  });

  it('[KS2] shows nothing of a code or a picture, and differs each time', async () => {
    const key = await importKey(base64(7));
    const kept = attempt({ code: 'NT1.secret.code' });
    const [one, other] = [await seal(key, kept), await seal(key, kept)];
    expect(new TextDecoder('latin1').decode(one)).not.toContain('secret');
    expect(one).not.toEqual(other);
  });

  it('[KS3] opens with its own key alone, and not when a byte was changed', async () => {
    const [key, foreign] = [await importKey(base64(7)), await importKey(base64(8))];
    const sealed = await seal(key, attempt({ code: '123456' }));
    await expect(unseal(foreign, sealed)).rejects.toThrow();
    const changed = sealed.slice();
    changed[20] = (changed[20] ?? 0) ^ 1;
    await expect(unseal(key, changed)).rejects.toThrow();
  });

  it('[KS4] is sealed with a key that cannot be read out', async () => {
    const key = await importKey(base64(7));
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});
