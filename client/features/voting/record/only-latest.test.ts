import { expect, it } from 'vitest';
import { onlyLatest } from './only-latest.ts';

const nothing = (): void => {};

const later = () => {
  let arrive: (value: string) => void = nothing;
  const coming = new Promise<string>((resolve) => {
    arrive = resolve;
  });
  return { coming, arrive };
};

it('a record that arrives late does not replace the one that was chosen meanwhile', async () => {
  const shown: string[] = [];
  const only = onlyLatest<string>((found) => shown.push(found), 'unreadable');
  const fromServer = later();
  const first = only.ask(fromServer.coming);
  await only.ask(Promise.resolve('own file'));
  fromServer.arrive('from the server');
  await first;
  expect(shown).toEqual(['own file']);
});

it('a file that cannot be read says so; what was left shows nothing', async () => {
  const shown: string[] = [];
  const only = onlyLatest<string>((found) => shown.push(found), 'unreadable');
  await only.ask(Promise.reject(new Error('gone')));
  const left = only.ask(Promise.resolve('too late'));
  only.stop();
  await left;
  expect(shown).toEqual(['unreadable']);
});
