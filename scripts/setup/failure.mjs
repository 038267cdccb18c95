/** Set-up cannot go on; says in both languages, in one plain sentence each, what the person at the keyboard can do. */
export class SetupFailure extends Error {
  /**
   * @param {{ vi: string, en: string }} advice
   * @param {unknown} [cause]
   */
  constructor(advice, cause) {
    super(advice.en, { cause });
    this.name = 'SetupFailure';
    this.advice = advice;
  }
}

/** A command ended badly; `output` is the end of what it said. */
export class CommandFailure extends Error {
  /**
   * @param {string} command
   * @param {number | null} code exit status, null when ended by a signal or by its time limit
   * @param {string} output
   */
  constructor(command, code, output) {
    super(`${command} ended with status ${code}`);
    this.name = 'CommandFailure';
    this.code = code;
    this.output = output;
  }
}
